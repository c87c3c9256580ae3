"""Be a reader in Word 365 or Google Docs: change the XML of a draft the way they write it."""

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from tests.unit.report.reading import W, parts
from tests.unit.report.returned.hostile import DOCUMENT, packed

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
KIM = {"author": "Kim de Vries", "date": "2026-11-24T10:00:00Z"}
Element = etree._Element
Step = Callable[[Element], None]


def changed(report: bytes, *steps: Step, **more: str) -> bytes:
    """A report after somebody changed its body, with more parts by short name."""
    given = parts(report)
    root = etree.fromstring(given[DOCUMENT])
    for step in steps:
        step(root)
    given[DOCUMENT] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    for name, xml in more.items():
        given[f"word/{name}.xml"] = xml.encode()
    return packed(given)


def made(xml: str) -> Element:
    return etree.fromstring(f"<x {NAMES}>{xml}</x>")[0]


def tag(name: str, number: int, **more: str) -> Element:
    """A mark such as an insertion, with who and when."""
    return etree.Element(
        W + name, {W + key: said for key, said in ({"id": str(number)} | KIM | more).items()}
    )


def paragraph(root: Element, anchor: str) -> Element:
    [mark] = root.iterfind(f".//{W}bookmarkStart[@{W}name='{anchor}']")
    return next(mark.iterancestors(W + "p"))


def row(root: Element, anchor: str) -> Element:
    return next(paragraph(root, anchor).iterancestors(W + "tr"))


def runs(element: Element) -> list[Element]:
    return list(element.iter(W + "r"))


def wrapped(element: Element, around: Element) -> Element:
    """Put something around an element, where it stood."""
    element.addprevious(around)
    around.append(element)
    return around


def said(words: str, name: str = "t") -> Element:
    return made(f'<w:r><w:{name} xml:space="preserve">{words}</w:{name}></w:r>')


def rewrite(anchor: str, words: str) -> Step:
    """Type over a paragraph with nothing keeping track."""

    def step(root: Element) -> None:
        here = paragraph(root, anchor)
        texts = list(here.iter(W + "t"))
        if not texts:
            here.append(said(words))
            return
        texts[0].text = words
        for other in texts[1:]:
            other.text = ""

    return step


def comment(number: int, first: str | Element, last: str = "") -> Step:
    """Put a comment over the words of a paragraph, or up to those of another one."""

    def step(root: Element) -> None:
        begin = paragraph(root, first) if isinstance(first, str) else first
        end = paragraph(root, last) if last else begin
        runs(begin)[0].addprevious(made(f'<w:commentRangeStart w:id="{number}"/>'))
        end.append(made(f'<w:commentRangeEnd w:id="{number}"/>'))
        end.append(made(f'<w:r><w:commentReference w:id="{number}"/></w:r>'))

    return step


def insert(anchor: str, words: str, **more: str) -> Step:
    def step(root: Element) -> None:
        here = tag("ins", 901, **more)
        here.append(said(words))
        paragraph(root, anchor).append(here)

    return step


def delete(anchor: str, **more: str) -> Step:
    """Delete all words of a paragraph, kept track of."""

    def step(root: Element) -> None:
        for run in runs(paragraph(root, anchor)):
            for text in run.iter(W + "t"):
                text.tag = W + "delText"
            wrapped(run, tag("del", 902, **more))

    return step


def move(origin: str, target: str) -> Step:
    def step(root: Element) -> None:
        for run in runs(paragraph(root, origin)):
            arrived = tag("moveTo", 904)
            arrived.append(deepcopy(run))
            paragraph(root, target).append(arrived)
            wrapped(run, tag("moveFrom", 903))

    return step


def bold(anchor: str) -> Step:
    def step(root: Element) -> None:
        for run in runs(paragraph(root, anchor)):
            look = made("<w:rPr><w:b/></w:rPr>")
            look.append(tag("rPrChange", 905))
            run.insert(0, look)

    return step


def delete_row(anchor: str) -> Step:
    def step(root: Element) -> None:
        here = row(root, anchor)
        here.find(f"{W}trPr").append(tag("del", 906))
        for run in runs(here):
            for text in run.iter(W + "t"):
                text.tag = W + "delText"
            wrapped(run, tag("del", 907))

    return step


def insert_row(anchor: str, words: str) -> Step:
    """Put a row after the one of an anchor, with words in every cell."""

    def step(root: Element) -> None:
        new = deepcopy(row(root, anchor))
        for mark in [*new.iter(W + "bookmarkStart", W + "bookmarkEnd")]:
            mark.getparent().remove(mark)
        new.find(f"{W}trPr").append(tag("ins", 908))
        for run in runs(new):
            for text in run.iter(W + "t"):
                text.text = words
            wrapped(run, tag("ins", 909))
        row(root, anchor).addnext(new)

    return step


def cut(anchor: str, after: int) -> Step:
    """Press Enter in the middle of a paragraph, kept track of."""

    def step(root: Element) -> None:
        here = paragraph(root, anchor)
        rest = deepcopy(here)
        for mark in [*rest.iter(W + "bookmarkStart", W + "bookmarkEnd")]:
            mark.getparent().remove(mark)
        text = next(here.iter(W + "t"))
        next(rest.iter(W + "t")).text = (text.text or "")[after:]
        text.text = (text.text or "")[:after]
        look = here.find(W + "pPr")
        if look is None:
            look = etree.Element(W + "pPr")
            here.insert(0, look)
        look.append(made("<w:rPr/>"))
        look[-1].append(tag("ins", 910))
        here.addnext(rest)

    return step


def in_google_docs(anchor: str) -> Step:
    """Wrap every run of a row as Google Docs does."""

    def step(root: Element) -> None:
        for run in runs(row(root, anchor)):
            content = etree.Element(W + "sdtContent")
            wrapped(run, content)
            wrapped(
                content, made('<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_5"/></w:sdtPr></w:sdt>')
            )

    return step


def take_away(*anchors: str) -> Step:
    def step(root: Element) -> None:
        for anchor in anchors:
            here = paragraph(root, anchor)
            here.getparent().remove(here)

    return step


def take_away_row(anchor: str) -> Step:
    def step(root: Element) -> None:
        here = row(root, anchor)
        here.getparent().remove(here)

    return step


def without_anchors(root: Element) -> None:
    """What some programs do to a file: no bookmark is left."""
    for mark in [*root.iter(W + "bookmarkStart", W + "bookmarkEnd")]:
        mark.getparent().remove(mark)


def comments(*said_: tuple[int, str, str]) -> str:
    """The comments part: number, words, identity of its paragraph."""
    inside = "".join(
        f'<w:comment w:id="{number}" w:author="{KIM["author"]}" w:date="{KIM["date"]}">'
        f'<w:p w14:paraId="{identity}"><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>'
        for number, words, identity in said_
    )
    return f'<?xml version="1.0"?><w:comments {NAMES} xmlns:w14="{W14}">{inside}</w:comments>'


def extended(*links: tuple[str, str, int]) -> str:
    """What Word keeps apart: identity, identity of what it answers, ticked off."""
    inside = "".join(
        f'<w15:commentEx w15:paraId="{identity}" w15:done="{done}"'
        + (f' w15:paraIdParent="{parent}"/>' if parent else "/>")
        for identity, parent, done in links
    )
    return f'<?xml version="1.0"?><w15:commentsEx xmlns:w15="{W15}">{inside}</w15:commentsEx>'
