"""One side of the mirror: what was seen as words on their day, nearest the waterline first."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from casusanalyse.analysis.mirror import Sight
from casusanalyse.analysis.packing import Extent, Packed, fewest_rows, longest_first, pack
from casusanalyse.figures.lettering import width
from casusanalyse.figures.mirror_words import SightWords
from casusanalyse.figures.palette import INK, INK_SOFT, PRIMARY, PRIMARY_SOFT
from casusanalyse.figures.svg import item, words
from casusanalyse.figures.timeline_axis import Axis
from casusanalyse.figures.timeline_bars import target
from casusanalyse.figures.timeline_marks import Dated, Mark, drawn, mark_of, small

SIZE = 13.0
ROW = 18.5
MOST_ROWS = 10
_EDGE = 12.0
_LEAST = 46.0
"""Height of the name of a side on two lines."""
_BESIDE = 3.5
_BETWEEN = 12.0
"""Between two words of one event; a dot stands in the middle of it."""
_APART = 10.0
_BOLD = 700


class Group(NamedTuple):
    """What was seen at one event on one side: one mark, and its words in a line.

    Attributes:
        widths: of the words.
        texts: per way of placing the left edge of the first word.
        ways: per way of placing the room that mark and words take together.
    """

    mark: Mark
    sights: tuple[Sight, ...]
    said: tuple[str, ...]
    widths: tuple[float, ...]
    texts: tuple[float, ...]
    ways: tuple[Extent, ...]


class Row(NamedTuple):
    """The groups of one side on their places.

    Attributes:
        edge: y of the waterline side.
        grows: 1 when the side hangs down from its edge, -1 when it stands on it.
    """

    groups: tuple[Group, ...]
    packed: Packed
    edge: float
    grows: int

    @property
    def height(self) -> float:
        """Height of the side, its name included; groups without room share one more line."""
        lines = self.packed.rows + any(spot is None for spot in self.packed.spots)
        return max(_LEAST, lines * ROW + 2 * _EDGE - ROW)

    def y(self, at: int) -> float:
        """Return the height of the middle of a group."""
        spot = self.packed.spots[at]
        line = spot[0] if spot else self.packed.rows
        return self.edge + self.grows * (_EDGE + line * ROW)

    def words(self, at: int) -> Iterator[tuple[Sight, str, float, float]]:
        """Yield what stands in a group: sight, word, left edge and width."""
        group, spot = self.groups[at], self.packed.spots[at]
        x = group.texts[spot[1] if spot else 0]
        for sight, said, wide in zip(group.sights, group.said, group.widths, strict=True):
            yield sight, said, x, wide
            x += wide + _BETWEEN

    @property
    def sights(self) -> list[Sight]:
        """All that stands on this side."""
        return [one for group in self.groups for one in group.sights]


def row_of(
    sights: Sequence[tuple[Sight, Dated]], said: SightWords, axis: Axis, *, grows: int
) -> Row:
    """Place the words of one side; its edge is still at 0.

    Args:
        sights: in order of time, each with its event.
        said: the words of this case.
        axis: of all sides.
        grows: 1 for down, -1 for up.
    """
    # The words of an event stand together; what is recognised of the code book is a sentence.
    apart = groupby(sights, key=lambda one: (one[0].event, one[0].coding))
    groups = tuple(_group(list(found), said, axis) for _, found in apart)
    ways = [one.ways for one in groups]
    packed = fewest_rows(ways)
    if packed.rows > MOST_ROWS:
        packed = pack(ways, longest_first(ways), most=MOST_ROWS)
    return Row(groups, packed, 0, grows)


def _group(found: Sequence[tuple[Sight, Dated]], said: SightWords, axis: Axis) -> Group:
    mark = small(mark_of(found[0][1], axis))._replace(is_crucial=False)
    told = tuple(said.short(sight) for sight, _ in found)
    widths = tuple(width(word, SIZE, weight=_BOLD) for word in told)
    long = sum(widths) + _BETWEEN * (len(widths) - 1)
    after, before = mark.right + _BESIDE, mark.left - _BESIDE - long
    places = (
        (after, (mark.left - 1, after + long + _APART)),
        (before, (before, mark.right + _APART)),
    )
    field = (axis.left - _EDGE, axis.right + _EDGE)
    kept = [one for one in places if one[1][0] >= field[0] and one[0] + long <= field[1]]
    texts, ways = zip(*(kept or places), strict=True)
    return Group(mark, tuple(sight for sight, _ in found), told, widths, texts, ways)


def drawn_row(
    row: Row, said: SightWords, *, lit: Collection[Sight], tied: Collection[Sight]
) -> str:
    """Return the items of one side.

    Args:
        row: on its place.
        said: the words of this case.
        lit: sights with the dynamic that is looked at; all the others step back.
        tied: sights in a tie; a line stands under them.
    """
    drawings = []
    for at, group in enumerate(row.groups):
        y = row.y(at)
        drawings.append(drawn(group.mark, y) + _dots(row, at))
        for sight, word, x, wide in row.words(at):
            is_named = row.packed.spots[at] is not None or sight in lit
            shape = _word(word, (x, wide, y), is_lit=sight in lit) if is_named else ""
            line = _underline(x, wide, y) if is_named and sight in tied else ""
            heard = said.heard(sight, is_tied=sight in tied)
            drawings.append(_item(sight, heard, target(x, x + wide, y) + shape + line, x))
    colour = INK_SOFT if lit else INK
    halo = (
        f'<g font-size="{SIZE:.0f}" stroke="#fff" stroke-width="4" paint-order="stroke"'
        f' stroke-linejoin="round" fill="{colour}">'
    )
    return f"{halo}{''.join(drawings)}</g>"


def _item(sight: Sight, heard: str, shape: str, x: float) -> str:
    side = sight.side.value
    return item(side, sight.key, heard, shape, data_lane=side, data_at=x)


def _dots(row: Row, at: int) -> str:
    """Return a dot between the words of one event, so that they are read together."""
    if row.packed.spots[at] is None:
        return ""
    _, *others = row.words(at)
    return "".join(
        words("·", x=x - _BETWEEN / 2, y=row.y(at) + 4.5, text_anchor="middle")
        for _, _, x, _ in others
    )


def _word(said: str, place: tuple[float, float, float], *, is_lit: bool) -> str:
    x, wide, y = place
    if not is_lit:
        return words(said, x=x, y=y + 4.5)
    plate = (
        f'<rect x="{x - 4:.1f}" y="{y - 9:.1f}" width="{wide + 8:.1f}" height="18"'
        f' rx="5" fill="{PRIMARY_SOFT}" stroke="{PRIMARY}" stroke-width="1"'
        ' paint-order="normal"/>'
    )
    return plate + words(said, x=x, y=y + 4.5, font_weight=_BOLD, fill=INK, stroke="none")


def _underline(x: float, wide: float, y: float) -> str:
    return f'<path d="M{x:.1f} {y + 7.5:.1f}h{wide:.1f}" stroke="{INK}" stroke-width="1.6"/>'


def places(rows: Sequence[Row]) -> dict[Sight, tuple[float, float]]:
    """Return the day and the height of every sight; a code counts as its event too."""
    found: dict[Sight, tuple[float, float]] = {}
    for row in rows:
        for at, group in enumerate(row.groups):
            for sight in group.sights:
                found[sight] = group.mark.x, row.y(at)
                if sight.coding:
                    found.setdefault(Sight(sight.side, sight.event), found[sight])
    return found
