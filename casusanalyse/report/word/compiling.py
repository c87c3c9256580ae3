"""Turn the parts of a template into programs."""

import re
from dataclasses import dataclass

from casusanalyse.report.word.headings import HeadingStyles
from casusanalyse.report.word.marking import Marker, put_before, take_away
from casusanalyse.report.word.mistake import Mistake
from casusanalyse.report.word.ooxml import Element, parsed, printable, serialised, w
from casusanalyse.report.word.place import places
from casusanalyse.report.word.program import Around, Choose, ContentsList, Raw, Repeat, Step
from casusanalyse.report.word.section import rooms

MAIN = "word/document.xml"
_STYLES = "word/styles.xml"
_PART = re.compile(r"word/(document|header|footer|footnotes)\d*\.xml")
_MARK = re.compile("\ue000([a-z])(\\d*)\ue001")
_LEVELS = re.compile(r'\\o\s+"1-(\d)"')


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template that is ready to be filled.

    Attributes:
        parts: everything in the package, by name; the filled parts are replaced.
        programs: by the name of the part, the steps that write it.
        mistakes: what the author has to put right first; empty when all is well.
    """

    parts: dict[str, bytes]
    programs: dict[str, list[Step]]
    mistakes: tuple[Mistake, ...]


def compiled(parts: dict[str, bytes]) -> Compiled:
    """Understand every part of a package that people see."""
    styles = HeadingStyles(parsed(parts[_STYLES]))
    programs: dict[str, list[Step]] = {}
    mistakes: list[Mistake] = []
    for name, part in parts.items():
        if kind := _PART.fullmatch(name):
            steps, wrong = _program(_readable(part), kind[1], styles)
            programs[name] = steps
            mistakes += wrong
    return Compiled(parts, programs, tuple(mistakes))


def _readable(part: bytes) -> Element:
    """Parse a part; characters we use as marks are not allowed to come in."""
    root = parsed(part)
    said = serialised(root)
    return parsed(printable(said).encode()) if printable(said) != said else root


def _program(
    root: Element, part: str, styles: HeadingStyles
) -> tuple[list[Step], list[Mistake]]:
    main = root.find(w("body")) if part == "document" else None
    container = root if main is None else main
    marker = Marker(
        styles=styles,
        places=places(root, part, styles),
        rooms={} if main is None else rooms(main),
        anchored=main is not None,
    )
    if main is not None:
        _mark_contents_list(main, marker)
    marker.inside(container)
    return _steps(serialised(root), marker), marker.mistakes


def _mark_contents_list(body: Element, marker: Marker) -> None:
    """Replace the paragraphs of the table of contents field by one mark."""
    field = _contents_field(body)
    if not field:
        return
    order = "".join(code.text or "" for code in field[0].iter(w("instrText")))
    levels = _LEVELS.search(order)
    depth = int(levels[1]) if levels else 2
    styles = tuple(marker.styles.contents_style(level) for level in range(1, depth + 1))
    put_before(field[0], marker.leaf(ContentsList(styles)))
    for paragraph in field:
        take_away(paragraph)


def _contents_field(body: Element) -> list[Element]:
    found: list[Element] = []
    depth = 0
    for paragraph in body.iter(w("p")):
        codes = [(code.text or "").strip() for code in paragraph.iter(w("instrText"))]
        if not found and not any(code.upper().startswith("TOC") for code in codes):
            continue
        found.append(paragraph)
        depth += sum(_depth(mark) for mark in paragraph.iter(w("fldChar")))
        if depth <= 0:
            break
    return found


def _depth(mark: Element) -> int:
    return {"begin": 1, "end": -1}.get(mark.get(w("fldCharType"), ""), 0)


def _steps(xml: str, marker: Marker) -> list[Step]:
    """Cut the written part at its marks; blocks are well nested by the way they were put."""
    first, *cut = _MARK.split(xml)
    root: list[Step] = [Raw(first)]
    stack: list[tuple[Step | None, list[Step]]] = [(None, root)]
    for sort, number, raw in zip(cut[0::3], cut[1::3], cut[2::3], strict=True):
        step = marker.steps[int(number)] if number else None
        _take(sort, step, stack)
        stack[-1][1].append(Raw(raw))
    return root


def _take(sort: str, step: Step | None, stack: list[tuple[Step | None, list[Step]]]) -> None:
    inside = stack[-1][1]
    if step is not None:
        inside.append(step)
    if sort == "c" and len(stack) > 1:
        stack.pop()
    elif sort == "o" and isinstance(opened := stack[-1][0], Choose):
        stack[-1] = (opened, opened.otherwise)
    elif sort == "b" and isinstance(step, Repeat | Choose | Around):
        stack.append((step, step.body))
