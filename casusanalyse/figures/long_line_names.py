"""The names of places beside the step line: never across a bar, never smaller, never turned."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from casusanalyse.analysis.step_line import Segment
from casusanalyse.content.text import page, text
from casusanalyse.domain.case import Party
from casusanalyse.domain.vocabulary import StayKind
from casusanalyse.figures.lettering import width
from casusanalyse.figures.long_line_stage import EDGE, LEFT, Stage
from casusanalyse.figures.long_line_steps import Box, Tread
from casusanalyse.figures.palette import INK
from casusanalyse.figures.svg import words

_AWAY = 22.0
_APART = 10.0
_RISE, _DROP = 0.74, 0.24
"""How far letters reach above and below the foot of a line, times their size."""
_FURTHER = 8.0
_PAST = 16.0
"""How far a name under or over a segment stands past the riser at its end."""
_HIGHEST, _FROM_AXIS = 216.0, 10.0
_LONGEST = 24
"""Letters; a longer name of a place goes by its kind."""


def drawn_names(
    placed: Sequence[Tread],
    stage: Stage,
    parties: Mapping[str, Party],
    taken: Sequence[Box],
) -> str:
    """Write every name once beside its own segment, left where the row is empty, else right.

    The longest stays choose first. A name keeps free of everything that is drawn; one that
    fits nowhere is made shorter, then left out.

    Args:
        placed: the segments.
        stage: gives the size of the letters and the lowest edge.
        parties: who a stay without a title was with.
        taken: room of what is drawn there.
    """
    names: dict[tuple[int, str], Box] = {}
    for tread in sorted(placed, key=lambda one: (one.left - one.right, one.left)):
        found = _named(tread, stage, parties, [*taken, *map(_roomy, names.values())])
        if found:
            names.setdefault((tread.segment.row, found[0]), found[1])
    font = {"font_size": stage.label, "font_weight": 700, "fill": INK}
    return "".join(
        words(name, x=box[0], y=box[3] - _DROP * stage.label, **font)
        for (_, name), box in names.items()
    )


def _named(
    tread: Tread, stage: Stage, parties: Mapping[str, Party], taken: Sequence[Box]
) -> tuple[str, Box] | None:
    for said in _said(tread.segment, parties):
        for box in _spots(tread, width(said, stage.label, weight=700), stage):
            if _is_free(box, taken):
                return said, box
    return None


def _said(segment: Segment, parties: Mapping[str, Party]) -> Iterator[str]:
    party = parties.get(segment.stay.party)
    name = segment.stay.title or (party.name if party else "")
    shorts = page("long_line_layers")["places_short"][segment.kind.value]
    for said in (*([name] if name and len(name) <= _LONGEST else []), *shorts):
        is_plain = segment.is_sure or segment.kind is StayKind.UNKNOWN
        yield said if is_plain else text("long_line_layers.asked", place=said)


def _spots(tread: Tread, long: float, stage: Stage) -> Iterator[Box]:
    """Yield the places for a name, the best first."""
    left, top, right, bottom = tread.box
    rise, drop = _RISE * stage.label, _DROP * stage.label
    beside = tread.y + (rise - drop) / 2
    under, over = bottom + rise + 4, top - drop - 4
    middle = (tread.left + tread.right - long) / 2
    past, short_of = tread.left + _PAST, tread.right - _PAST - long
    spots = [
        (left - _AWAY + 8 - long, beside),
        (right + _AWAY - 8, beside),
        (tread.left, under),
        (tread.right - long, under),
        (middle, under),
        (tread.left, over),
        (tread.right - long, over),
        (middle, over),
        (left - _AWAY - _FURTHER - long, beside),
        (past, under),
        (short_of, under),
        (past, over),
        (short_of, over),
    ]
    for x, foot in spots:
        box = (x, foot - rise, x + long, foot + drop)
        if x >= LEFT and box[2] <= EDGE and box[3] <= stage.axis - 10:
            yield box


def _roomy(box: Box) -> Box:
    return box[0] - _APART, box[1], box[2] + _APART, box[3]


def _is_free(box: Box, taken: Iterable[Box]) -> bool:
    return all(
        box[2] <= other[0] or other[2] <= box[0] or box[3] <= other[1] or other[3] <= box[1]
        for other in taken
    )
