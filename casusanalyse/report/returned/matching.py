"""Find the paragraphs of the draft back in a returned file.

First by their anchors. What lost its anchor is known by its words, between neighbours that
were found: equal ones first, then the nearest that are near enough.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from casusanalyse.report.returned.alignment import aligned
from casusanalyse.report.returned.block import Body
from casusanalyse.report.returned.draft import SentParagraph
from casusanalyse.report.returned.unit import Unit, units

Draft = Sequence[SentParagraph]
_SHORTEST = 12


@dataclass(slots=True)
class Match:
    """What was found.

    Attributes:
        units: the returned paragraphs.
        found: per unit the numbers of its paragraphs in the draft, none when it is new.
        guessed: the units that were only recognised by words that are alike.
    """

    draft: Draft
    units: tuple[Unit, ...]
    found: dict[int, tuple[int, ...]] = field(default_factory=dict)
    guessed: set[int] = field(default_factory=set)

    @property
    def missing(self) -> tuple[int, ...]:
        """The numbers of the paragraphs of the draft that are nowhere any more."""
        taken = {one for several in self.found.values() for one in several}
        return tuple(one for one in range(len(self.draft)) if one not in taken)


def matched(body: Body, draft: Draft) -> Match:
    """Return which returned paragraph is which paragraph of the draft."""
    match = Match(draft, units(body))
    _by_anchor(match)
    _by_its_own_words(match)
    _by_copy(match)
    _by_words(match)
    return match


def _by_anchor(match: Match) -> None:
    places = {one.anchor: number for number, one in enumerate(match.draft) if one.anchor}
    for number, unit in enumerate(match.units):
        found = [places.pop(name) for name in unit.anchors if name in places]
        equal = [one for one in found if match.draft[one].text == unit.before]
        if found:
            match.found[number] = tuple(equal[:1] or found)


def _by_its_own_words(match: Match) -> None:
    """Put right an anchor that slid to a neighbour when its own words were taken away."""
    times = Counter(one.text for one in match.draft)
    loose = {match.draft[one].text: one for one in match.missing}
    for number, found in match.found.items():
        before = match.units[number].before
        slid = all(match.draft[one].text != before for one in found)
        if slid and len(before) >= _SHORTEST and times[before] == 1 and before in loose:
            match.found[number] = (loose.pop(before),)


def _by_copy(match: Match) -> None:
    """Take a copy of an anchor for the anchor itself when that is nowhere any more."""
    missing = set(match.missing)
    places = {match.draft[one].anchor: one for one in missing if match.draft[one].anchor}
    for number, unit in enumerate(match.units):
        found = [places.pop(name) for name in unit.copies if name in places]
        if found and number not in match.found:
            match.found[number] = (found[0],)
            if match.draft[found[0]].text != unit.before:
                match.guessed.add(number)


def _by_words(match: Match) -> None:
    known = {number: several[0] for number, several in match.found.items()}
    missing = set(match.missing) | set(known.values())
    old = [one.text if place in missing else "" for place, one in enumerate(match.draft)]
    equal, alike = aligned(old, [unit.before for unit in match.units], known)
    for number, place in (equal | alike).items():
        match.found[number] = (place,)
    match.guessed |= set(alike)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a returned paragraph belongs.

    Attributes:
        anchors: of the draft; none when it belongs nowhere.
        certain: not merely recognised by words that are alike.
        after: the last anchor that was found before it.
    """

    anchors: tuple[str, ...] = ()
    certain: bool = True
    after: str = ""


def places(body: Body, match: Match) -> tuple[Place, ...]:
    """Return the place of every returned paragraph.

    What is new in a cell belongs to what stands before it in that cell, or else to the row.
    """
    own = _own_places(match, len(body.blocks))
    rows = _rows(body, own)
    return tuple(_settled(body, own, rows))


def _own_places(match: Match, blocks: int) -> list[Place]:
    own = [Place()] * blocks
    headings = {one.text: one.anchor for one in match.draft if one.heading}
    for number, found in match.found.items():
        said = (_anchor(match.draft[one], headings) for one in found)
        anchors = tuple(filter(None, said))
        for block in match.units[number].blocks:
            own[block] = Place(anchors, certain=number not in match.guessed)
    return own


def _anchor(paragraph: SentParagraph, headings: Mapping[str, str]) -> str:
    """Return the anchor; a line of the table of contents is about the heading it names."""
    if paragraph.anchor or not paragraph.contents:
        return paragraph.anchor
    unnumbered = paragraph.text.lstrip("0123456789. ")
    return headings.get(paragraph.text) or headings.get(unnumbered, "")


def _rows(body: Body, own: list[Place]) -> dict[int, Place]:
    """Return per row the first place that was found in it."""
    found: dict[int, Place] = {}
    for block, place in zip(body.blocks, own, strict=True):
        if block.row and not block.row.inserted and place.anchors:
            found.setdefault(id(block.row), place)
    return found


def _settled(body: Body, own: list[Place], rows: dict[int, Place]) -> Iterator[Place]:
    after, cell, before = "", (0, 0), Place()
    for block, place in zip(body.blocks, own, strict=True):
        here = (id(block.row) if block.row else 0, block.column)
        before = before if here == cell else Place()
        settled = place
        if not place.anchors and block.row:
            settled = before if before.anchors else rows.get(id(block.row), Place())
        yield Place(settled.anchors, certain=settled.certain, after=after)
        cell, before = here, settled
        after = settled.anchors[-1] if settled.anchors else after
