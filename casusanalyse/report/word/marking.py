"""Put marks in the XML of a template part: where a tag stands, and what surrounds it.

The marks are private characters, so that the part can be written out once and then be cut at
the marks into the steps of a program, see `compiling`.
"""

import re
from dataclasses import dataclass, field

from casusanalyse.report.word.headings import HeadingStyles
from casusanalyse.report.word.mistake import Mistake
from casusanalyse.report.word.ooxml import Element, plain, w
from casusanalyse.report.word.program import (
    Anchored,
    Cell,
    Choose,
    Fill,
    Heading,
    Repeat,
    Step,
    Table,
)
from casusanalyse.report.word.runs import join_tags, own_texts
from casusanalyse.report.word.section import Room
from casusanalyse.report.word.tag import (
    TAG,
    Condition,
    End,
    Loop,
    Order,
    Otherwise,
    read_field,
    read_order,
)

CLOSE = "\ue000c\ue001"
OTHERWISE = "\ue000o\ue001"

_CONTAINERS = {w(name) for name in ("tbl", "tr", "tc", "sdt", "sdtContent", "footnote")}
_HALF = re.compile(r"\{\{|\}\}|\{%|%\}")
_SINGLE = re.compile(r"\{[a-z_][\w. ]*\}")
_LONGEST = 60
_NO_ROOM = (0, 0)


@dataclass(slots=True)
class Marker:
    """Marks one part and remembers which step each mark stands for.

    Attributes:
        anchored: paragraphs get a bookmark; only the main text has them.
        steps: the step a mark stands for, by the number in the mark.
        mistakes: what the author of the template has to put right.
    """

    styles: HeadingStyles
    places: dict[Element, str]
    rooms: dict[Element, Room]
    anchored: bool
    steps: list[Step] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)

    def inside(self, parent: Element, *, in_loop: bool = False) -> None:
        """Mark everything inside an element; begin and end of a block must both be in it."""
        waiting: list[tuple[Order, str, str]] = []
        for child in list(parent):
            order = self._block_order(child)
            if order is None:
                self._element(child, in_loop=in_loop or _loops(waiting))
            else:
                self._replace(child, self._block(order, waiting))
        for _, code, place in waiting:
            self.mistakes.append(Mistake("not_closed", place, code=code))

    def leaf(self, step: Step) -> str:
        """Return the mark of a step that has nothing inside."""
        return self._mark("l", step)

    def _mark(self, sort: str, step: Step) -> str:
        self.steps.append(step)
        return f"\ue000{sort}{len(self.steps) - 1}\ue001"

    def _element(self, element: Element, *, in_loop: bool) -> None:
        if element.tag == w("p"):
            self._paragraph(element, in_loop=in_loop)
        elif element.tag in _CONTAINERS:
            has_tags = "{" in plain(element)
            self.inside(element, in_loop=in_loop)
            if has_tags and element.tag == w("tbl"):
                put_before(element, self._mark("b", Table()))
                element.tail = CLOSE + (element.tail or "")
            elif has_tags and element.tag == w("tc"):
                self._surround(element, w("tcPr"), Cell())

    def _paragraph(self, paragraph: Element, *, in_loop: bool) -> None:
        for box in paragraph.iter(w("txbxContent")):
            self.inside(box, in_loop=in_loop)
        name = self._tags(paragraph)
        if self.anchored:
            self._surround(paragraph, w("pPr"), Anchored("" if in_loop else name))
        heading = self.styles.heading(paragraph) if self.anchored else None
        if heading:
            self._surround(paragraph, w("pPr"), Heading(heading.level, heading.numbered))

    def _tags(self, paragraph: Element) -> str:
        """Mark the tags of a paragraph; return the name of a field that stands alone."""
        said = "".join(text.text or "" for text in own_texts(paragraph))
        if "{" not in said and "}" not in said:
            return ""
        self._braces(paragraph, said)
        join_tags(paragraph)
        open_here: list[str] = []
        for text in own_texts(paragraph):
            text.text = TAG.sub(
                lambda found: self._inline(found, paragraph, open_here), text.text or ""
            )
        if open_here:
            self._wrong("not_closed", paragraph, code=open_here[-1])
        alone = TAG.fullmatch(said.strip())
        return "v_" + alone["field"].replace(".", "_") if alone and alone["field"] else ""

    def _braces(self, paragraph: Element, said: str) -> None:
        rest = TAG.sub("", said)
        if _HALF.search(rest):
            self._wrong("half_a_tag", paragraph, said=said.strip()[:_LONGEST])
        elif single := _SINGLE.search(rest):
            self._wrong("single_brace", paragraph, said=single[0])
        tracked = (w("ins"), w("del"))
        if next(paragraph.iter(*tracked), None) is not None:
            self._wrong("tracked_changes", paragraph)

    def _inline(self, found: re.Match[str], paragraph: Element, open_here: list[str]) -> str:
        place = self.places.get(paragraph, "")
        try:
            if found["field"] is not None:
                wanted = read_field(found["field"], place)
                return self.leaf(Fill(wanted, place, self.rooms.get(paragraph, _NO_ROOM)))
            return self._inline_order(
                read_order(found["order"], place), found["order"], open_here
            )
        except Mistake as mistake:
            self.mistakes.append(Mistake(mistake.code, place, **mistake.facts))
            return ""

    def _inline_order(self, order: Order, code: str, open_here: list[str]) -> str:
        if isinstance(order, Condition):
            open_here.append(code)
            return self._mark("b", Choose(order, ""))
        if isinstance(order, Loop) or not open_here:
            raise Mistake("own_paragraph", code=code)
        if isinstance(order, Otherwise):
            return OTHERWISE
        open_here.pop()
        return CLOSE

    def _block_order(self, element: Element) -> tuple[Order, str, str] | None:
        if element.tag not in {w("p"), w("tr")}:
            return None
        found = TAG.fullmatch(plain(element).strip())
        if not found or found["order"] is None:
            return None
        paragraph = next(iter(element.iter(w("p"))), element)
        code, place = found["order"], self.places.get(paragraph, "")
        try:
            return read_order(code, place), code, place
        except Mistake as mistake:
            self.mistakes.append(mistake)
            return Loop("", ""), code, place

    def _block(
        self, found: tuple[Order, str, str], waiting: list[tuple[Order, str, str]]
    ) -> str:
        order, code, place = found
        if isinstance(order, Loop | Condition):
            waiting.append(found)
            if isinstance(order, Loop):
                return self._mark("b", Repeat(order, place))
            return self._mark("b", Choose(order, place))
        if not waiting:
            self.mistakes.append(Mistake("nothing_open", place, code=code))
            return ""
        if isinstance(order, End):
            waiting.pop()
            return CLOSE
        return OTHERWISE

    def _wrong(self, mistake: str, paragraph: Element, /, **facts: object) -> None:
        self.mistakes.append(Mistake(mistake, self.places.get(paragraph, ""), **facts))

    def _surround(self, element: Element, properties: str, step: Step) -> None:
        """Open a step after the properties of an element and close it at its end."""
        opening = self._mark("b", step)
        first = element[0] if len(element) and element[0].tag == properties else None
        if first is None:
            element.text = opening + (element.text or "")
        else:
            first.tail = opening + (first.tail or "")
        if len(element):
            element[-1].tail = (element[-1].tail or "") + CLOSE
        else:
            element.text = (element.text or "") + CLOSE

    def _replace(self, element: Element, mark: str) -> None:
        put_before(element, mark)
        if element.find(f"{w('pPr')}/{w('sectPr')}") is None:
            take_away(element)
            return
        for child in [child for child in element if child.tag != w("pPr")]:
            element.remove(child)


def _loops(waiting: list[tuple[Order, str, str]]) -> bool:
    return any(isinstance(order, Loop) for order, _, _ in waiting)


def put_before(element: Element, mark: str) -> None:
    """Put a mark between an element and what comes before it."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        before.tail = (before.tail or "") + mark
    elif parent is not None:
        parent.text = (parent.text or "") + mark


def take_away(element: Element) -> None:
    """Take an element out of its part; marks before it stay."""
    parent = element.getparent()
    if parent is not None:
        element.tail = None
        parent.remove(element)
