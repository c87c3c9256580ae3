"""Bring a tag that Word spread over several runs back together in its first run."""

from casusanalyse.report.word.ooxml import Element, w
from casusanalyse.report.word.tag import TAG

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def own_texts(paragraph: Element) -> list[Element]:
    """Return the `w:t` elements of a paragraph, not those of a text box inside it."""
    return [text for text in paragraph.iter(w("t")) if _paragraph_of(text) is paragraph]


def _paragraph_of(text: Element) -> Element | None:
    return next(text.iterancestors(w("p")), None)


def join_tags(paragraph: Element) -> None:
    """Move every tag of a paragraph as a whole to the run in which it begins."""
    texts = own_texts(paragraph)
    pieces = [text.text or "" for text in texts]
    joined = _joined(pieces)
    for text, piece in zip(texts, joined, strict=True):
        text.text = piece
        text.set(XML_SPACE, "preserve")


def _joined(pieces: list[str]) -> list[str]:
    whole = "".join(pieces)
    owner = [number for number, piece in enumerate(pieces) for _ in piece]
    for tag in TAG.finditer(whole):
        owner[tag.start() : tag.end()] = [owner[tag.start()]] * len(tag[0])
    new = [""] * len(pieces)
    for letter, number in zip(whole, owner, strict=True):
        new[number] += letter
    return new
