"""Lay marks and names beside each other so that nothing overlaps."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_CELL = 2.0
"""Width of one cell in drawing units; a row is a whole number with a bit per cell."""

_TRIES = 10

Extent = tuple[float, float]
"""Left and right edge of what one way of placing takes up."""

Spot = tuple[int, int]
"""Row number, and which of the ways was taken."""


@dataclass(frozen=True, slots=True)
class Packed:
    """Where everything went; None for what found no room."""

    spots: tuple[Spot | None, ...]
    rows: int


def pack(
    ways: Sequence[Sequence[Extent]],
    order: Iterable[int],
    *,
    most: int | None = None,
    settled: Sequence[Spot | None] = (),
) -> Packed:
    """Give every thing the first row with room for one of its ways.

    Args:
        ways: per thing the extents it can take, the best one first.
        order: in which order they choose; things left out find no room.
        most: number of rows there may be.
        settled: per thing the spot it had; it keeps that spot when there is room.
    """
    masks = [[_mask(extent) for extent in each] for each in ways]
    spots: list[Spot | None] = [None] * len(ways)
    rows: list[int] = []
    for index in order:
        wish = settled[index] if settled else None
        spot = _settled(rows, masks[index], wish) or _first(rows, masks[index], most)
        if spot:
            rows[spot[0]] |= masks[index][spot[1]]
            spots[index] = spot
    return Packed(tuple(spots), len(rows))


def fewest_rows(ways: Sequence[Sequence[Extent]]) -> Packed:
    """Try some fixed orders of choosing and keep the packing with the fewest rows.

    Whatever lands on the last row may choose first in the next try. Of equals the packing
    wins in which most things stand in their best way.
    """
    backward = list(range(len(ways)))[::-1]
    orders = (backward, longest_first(ways))
    tried = [packed for order in orders for packed in _tries(ways, order)]
    return min(tried, key=_untidiness)


def longest_first(ways: Sequence[Sequence[Extent]]) -> list[int]:
    """Return the one order of choosing that does best for many things at once."""
    return sorted(range(len(ways)), key=lambda index: ways[index][0][0] - ways[index][0][1])


def strewn(count: int) -> list[int]:
    """Return the numbers below `count`, jumping about evenly; the same every time."""
    step = max(1, round(count * 0.618))
    while _shares_factor(step, count):
        step += 1
    return [index * step % count for index in range(count)]


def spread(wanted: Sequence[Extent], *, field: Extent, gap: float) -> list[float]:
    """Push names on one line apart with the least moving.

    Args:
        wanted: per name the left edge it wants and its width, in order of the line.
        field: left and right edge of the line.
        gap: least room between two names.

    Returns:
        The left edge of every name; they run over the right edge when all together they are
        wider than the field.
    """
    offsets, total = [], 0.0
    for _, width in wanted:
        offsets.append(total)
        total += width + gap
    last = max(field[0], field[1] - (total - gap))
    even = _rising([left - offset for (left, _), offset in zip(wanted, offsets, strict=True)])
    return [min(max(at, field[0]), last) + off for at, off in zip(even, offsets, strict=True)]


def _untidiness(packed: Packed) -> tuple[int, int]:
    return packed.rows, sum(spot[1] for spot in packed.spots if spot)


def _mask(extent: Extent) -> int:
    first, last = int(extent[0] // _CELL), int(extent[1] // _CELL)
    return ((1 << (last - first + 1)) - 1) << first


def _settled(rows: list[int], masks: Sequence[int], wish: Spot | None) -> Spot | None:
    if wish is None or wish[1] >= len(masks):
        return None
    row, way = wish
    rows.extend([0] * (row + 1 - len(rows)))
    return None if rows[row] & masks[way] else wish


def _first(rows: list[int], masks: Sequence[int], most: int | None) -> Spot | None:
    for number, row in enumerate(rows):
        for way, mask in enumerate(masks):
            if not row & mask:
                return number, way
    if most is not None and len(rows) >= most:
        return None
    rows.append(0)
    return len(rows) - 1, 0


def _tries(ways: Sequence[Sequence[Extent]], order: list[int]) -> Iterator[Packed]:
    for _ in range(_TRIES):
        packed = pack(ways, order)
        yield packed
        last = _last_row(packed)
        order = [*(at for at in order if at in last), *(at for at in order if at not in last)]


def _last_row(packed: Packed) -> set[int]:
    spots = enumerate(packed.spots)
    return {index for index, spot in spots if spot and spot[0] == packed.rows - 1}


def _shares_factor(one: int, other: int) -> bool:
    while other:
        one, other = other, one % other
    return one > 1


def _rising(values: Sequence[float]) -> list[float]:
    """Return the nearest never-falling row (least squares), by pooling neighbours."""
    pools: list[tuple[float, int]] = []
    for value in values:
        total, size = value, 1
        while pools and pools[-1][0] / pools[-1][1] > total / size:
            before, count = pools.pop()
            total, size = total + before, size + count
        pools.append((total, size))
    return [total / size for total, size in pools for _ in range(size)]
