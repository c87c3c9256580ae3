"""The lane of events: marks on their day, names on the first free row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from casusanalyse.analysis.packing import (
    Extent,
    Packed,
    Spot,
    fewest_rows,
    longest_first,
    pack,
    strewn,
)
from casusanalyse.domain.case import Case
from casusanalyse.figures.lettering import width
from casusanalyse.figures.svg import item, words
from casusanalyse.figures.timeline_axis import Axis
from casusanalyse.figures.timeline_bars import target
from casusanalyse.figures.timeline_marks import Dated, Mark, diamond, drawn, mark_of, small
from casusanalyse.figures.timeline_words import EventLabels, helper, short_title

SIZE = 13
ROW = 19
MOST_ROWS = 22
"""More rows than this do not read as one picture; then only the clearest names stay."""
_TRY_ORDERS_UP_TO = 90
_BARE_ROW = 13
_BARE_ROWS = 8
_BARE_ROOM = 12.0
_APART = 7.0
_DIAMOND = 14.0

LANE = "events"
HALO = (
    f'font-size="{SIZE}" stroke="#fff" stroke-width="4" paint-order="stroke"'
    ' stroke-linejoin="round"'
)
"""Marks inside this group set their own stroke and paint order."""
_BOLD = 700


class Name(NamedTuple):
    """An event that is drawn: its mark, its words and where the words can stand.

    Attributes:
        long: width of the words without the diamond.
        texts: per way of placing the left edge of the words.
        ways: per way of placing the room that mark and words take together.
    """

    dated: Dated
    mark: Mark
    words: str
    long: float
    is_differing: bool
    texts: tuple[float, ...]
    ways: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Which row and which side every name got; None for marks without a name."""

    names: tuple[Name, ...]
    packed: Packed
    bare: tuple[Spot | None, ...]

    @property
    def nameless(self) -> int:
        """How many marks stand without their name."""
        return sum(spot is None for spot in self.packed.spots)

    @property
    def bare_rows(self) -> int:
        """How many low rows the marks without a name take."""
        return max((spot[0] + 1 for spot in self.bare if spot), default=0)

    @property
    def height(self) -> float:
        """Height of the lane."""
        bare = self.bare_rows * _BARE_ROW + 8 if self.bare_rows else 0
        return max(40, 10 + self.packed.rows * ROW + bare)

    def spots(self) -> dict[str, Spot]:
        """Return row and side of every named event by key, to keep them in place next time."""
        pairs = zip(self.names, self.packed.spots, strict=True)
        return {name.dated.event.key: spot for name, spot in pairs if spot}


def layout(names: Sequence[Name], *, is_whole: bool, settled: Mapping[str, Spot]) -> Layout:
    """Give every name a row.

    Args:
        names: in order of time.
        is_whole: the whole line is in view; then there is a limit to the rows.
        settled: spots from the drawing before; those names stay where they are.
    """
    ways = [name.ways for name in names]
    if is_whole and _rows_needed(ways) > MOST_ROWS:
        return _limited(names, ways)
    packed = _packed(names, ways, settled)
    if is_whole and packed.rows > MOST_ROWS:
        return _limited(names, ways)
    return Layout(tuple(names), packed, ())


def names_of(case: Case, dated: Sequence[Dated], axis: Axis, field: Extent) -> list[Name]:
    """Place the events on the axis and measure their words, which stay within the field."""
    differing = {view.event for view in case.perspectives}
    return [
        _name(one, mark_of(one, axis), field, is_differing=one.event.key in differing)
        for one in dated
    ]


def drawn_events(case: Case, laid: Layout, *, top: float) -> str:
    """Return the items of all events in order of time; `data-at` is where their day stands.

    Args:
        case: for the words of the screen reader.
        laid: where everything stands.
        top: y of the upper edge of the lane.
    """
    labels = EventLabels(case)
    drawings = []
    for at, name in enumerate(laid.names):
        spot = laid.packed.spots[at]
        event, when = name.dated.event, name.dated.when
        said = labels.say(event, when, is_differing=name.is_differing)
        inside = _named(name, spot, top) if spot else _bare(name, _bare_y(laid, at, top))
        place = {"data_lane": LANE, "data_at": name.mark.x}
        drawings.append(item("events", event.key, said, inside, **place))
    return _bare_count(laid, top) + f"<g {HALO}>{''.join(drawings)}</g>"


def _bare_count(laid: Layout, top: float) -> str:
    if not laid.bare_rows:
        return ""
    y = top + 20.5 + laid.packed.rows * ROW
    return words(helper("nameless", laid.nameless), x=14, y=y, font_size=SIZE)


def _name(dated: Dated, mark: Mark, field: Extent, *, is_differing: bool) -> Name:
    said = short_title(dated.event.title)
    plain = width(said, SIZE, weight=_BOLD if mark.is_crucial else 400)
    long = plain + (_DIAMOND if is_differing else 0)
    after, before = mark.right + 4.5, mark.left - 4.5 - long
    places = []
    if after + long <= field[1]:
        places.append((after, (mark.left - 1, after + long + _APART)))
    if before >= field[0]:
        places.append((before, (before, mark.right + _APART)))
    within = (mark.left + 10, (mark.left - 1, mark.right + _APART))
    texts, ways = zip(*(places or [within]), strict=True)
    return Name(dated, mark, said, plain, is_differing, texts, ways)


def _packed(
    names: Sequence[Name], ways: Sequence[Sequence[Extent]], settled: Mapping[str, Spot]
) -> Packed:
    if settled:
        kept = [settled.get(name.dated.event.key) for name in names]
        known_first = sorted(range(len(names)), key=lambda at: kept[at] is None)
        return pack(ways, known_first, settled=kept)
    if len(names) > _TRY_ORDERS_UP_TO:
        return pack(ways, longest_first(ways))
    return fewest_rows(ways)


def _rows_needed(ways: Sequence[Sequence[Extent]]) -> float:
    """Return a lower bound: the widths end to end over the widest row there is."""
    if not ways:
        return 0
    lefts, rights = zip(*(each[0] for each in ways), strict=True)
    field: float = max(rights) - min(lefts)
    return float(sum(rights) - sum(lefts)) / field


def _limited(names: Sequence[Name], ways: Sequence[Sequence[Extent]]) -> Layout:
    jumping = strewn(len(names))
    first = [at for at in jumping if names[at].mark.is_crucial]
    others = [at for at in jumping if not names[at].mark.is_crucial]
    must = pack(ways, first)
    packed = pack(ways, [*first, *others], most=max(MOST_ROWS, must.rows))
    dots = [((name.mark.x - 5, name.mark.x + _BARE_ROOM - 5),) for name in names]
    bare = [at for at, spot in enumerate(packed.spots) if spot is None]
    return Layout(tuple(names), packed, pack(dots, bare, most=_BARE_ROWS).spots)


def _bare_y(laid: Layout, at: int, top: float) -> float:
    spot = laid.bare[at]
    row = spot[0] if spot else at % _BARE_ROWS
    return top + 16 + laid.packed.rows * ROW + row * _BARE_ROW


def _named(name: Name, spot: Spot, top: float) -> str:
    row, way = spot
    y = top + 14.5 + row * ROW
    left, right = name.ways[way]
    x = name.texts[way]
    bold = _BOLD if name.mark.is_crucial else None
    said = words(name.words, x=x, y=y + 4.5, font_weight=bold)
    is_within = name.mark.left < x < name.mark.right
    if is_within:
        said = f'<g stroke="none">{said}</g>'
    mark = drawn(name.mark, y, is_tall=is_within) + (
        diamond(x + name.long + 4, y) if name.is_differing else ""
    )
    return target(left, right - _APART, y) + mark + said


def _bare(name: Name, y: float) -> str:
    mark = small(name.mark)
    return target(mark.left, mark.right, y) + drawn(mark, y)
