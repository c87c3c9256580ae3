"""The steps of the life line, and a free spot for the name of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from casusanalyse.figures.lettering import width
from casusanalyse.figures.svg import words

WIDTH = 1000.0
LEFT, RIGHT = 8.0, 992.0
TOP = 22.0
PITCH = 40.0
SIZE = 22.0
"""Reads as about 10.5 points when the picture stands 17 cm wide on paper."""
_THIN, _THICKER = 6.0, 1.25
_DARKEST = ("#1F7474", "#1C6A6A", "#1A6262", "#175A5A", "#145050", "#104343", "#0B3434")
_APART = 10.0
_RISE, _DROP = 15.0, 8.0
"""How far letters reach above and below the middle of a line of words."""
_HALO = 'stroke="#fff" stroke-width="7" paint-order="stroke" stroke-linejoin="round"'

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stay on the line.

    Attributes:
        level: 0 for the lightest kind of this case, then down.
        said: words beside the segment.
        is_known: place and kind are known, and so are its dates.
    """

    left: float
    right: float
    level: int
    said: str
    is_known: bool

    @property
    def y(self) -> float:
        """Middle of the segment."""
        return TOP + self.level * PITCH

    @property
    def thick(self) -> float:
        """Width of the stroke; heavier is thicker."""
        return _THIN + self.level * _THICKER

    @property
    def colour(self) -> str:
        """Heavier is darker, of one colour: no place is wrong."""
        return _DARKEST[min(self.level, len(_DARKEST) - 1)]


def drawn_names(steps: Sequence[Step]) -> str:
    """Put every name once beside its own segment.

    A name keeps free of everything, or else only of segments and other names: it may stand on
    a thin riser, which its halo breaks. Where nothing is free it stays in the table.
    """
    solid, thin = _segment_boxes(steps), _thin_boxes(steps)
    names: dict[tuple[int, str], Box] = {}
    longest = sorted(steps, key=lambda one: (one.left - one.right, one.left))
    for avoided in ([*solid, *thin], solid):
        for step in longest:
            place = _free_spot(step, [*avoided, *map(_roomy, names.values())])
            if place and (step.level, step.said) not in names:
                names[step.level, step.said] = place
    said = (words(name, x=box[0], y=box[3] - _DROP) for (_, name), box in names.items())
    return f'<g font-size="{SIZE:.0f}" {_HALO}>{"".join(said)}</g>'


def _roomy(box: Box) -> Box:
    return box[0] - _APART, box[1], box[2] + _APART, box[3]


def _free_spot(step: Step, taken: Sequence[Box]) -> Box | None:
    spots = _spots(step, width(step.said, SIZE))
    return next((spot for spot in spots if _is_free(spot, taken)), None)


def _spots(step: Step, long: float) -> list[Box]:
    """Return the places for a name: before, after, below and above the segment."""
    beside, under, over = step.y + 7, step.y + step.thick / 2 + 22, step.y - step.thick / 2 - 9
    lefts = [
        (step.left - long - 14, beside),
        (step.right + 14, beside),
        (step.left, under),
        (step.right - long, under),
        (step.left - long / 2, under),
        (step.left, over),
        (step.right - long, over),
        ((step.left + step.right - long) / 2, under),
        ((step.left + step.right - long) / 2, over),
    ]
    boxes = [(x, y - _RISE, x + long, y + _DROP) for x, y in lefts]
    return [box for box in boxes if box[0] >= 0 and box[2] <= WIDTH and box[1] >= 0]


def _is_free(box: Box, taken: Iterable[Box]) -> bool:
    return all(
        box[2] <= other[0] or other[2] <= box[0] or box[3] <= other[1] or other[3] <= box[1]
        for other in taken
    )


def _segment_boxes(steps: Iterable[Step]) -> list[Box]:
    return [
        (
            step.left - 6,
            step.y - step.thick / 2 - 1,
            step.right + 6,
            step.y + step.thick / 2 + 1,
        )
        for step in steps
    ]


def _thin_boxes(steps: Sequence[Step]) -> list[Box]:
    away = [step.left for step in steps if step.level > 0]
    home = [(away[0], TOP - 2, RIGHT, TOP + 2)] if away else []
    return home + [
        (after.left - 4, min(before.y, after.y), after.left + 4, max(before.y, after.y))
        for before, after in pairwise(steps)
    ]
