"""The layers of the long line, in the order in which a group meets them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from casusanalyse.analysis.figure import Figure, line_of
from casusanalyse.analysis.long_line import long_line
from casusanalyse.analysis.long_line_first import first_place
from casusanalyse.domain.case import Case


class LineLayer(StrEnum):
    """One layer: places first, good moments last, so that it ends with what carried."""

    PLACES = "places"
    HOME = "home"
    MOVES = "moves"
    DIRECTION = "direction"
    FRAME = "frame"
    SCHOOL = "school"
    HELP = "help"
    CRISES = "crises"
    ANALYSIS = "analysis"
    GOOD = "good"


_STAGES = {
    LineLayer.PLACES: 1,
    LineLayer.HOME: 1,
    LineLayer.MOVES: 1,
    LineLayer.DIRECTION: 2,
    LineLayer.FRAME: 2,
    LineLayer.SCHOOL: 2,
}
_LAST_STAGE = 3

_RESTS_ON: dict[LineLayer, tuple[str, ...]] = {
    LineLayer.PLACES: ("places_lived", "first_place"),
    LineLayer.HOME: ("time_at_home",),
    LineLayer.MOVES: ("steps_up", "steps_down"),
    LineLayer.DIRECTION: ("directors", "times_without_director"),
    LineLayer.FRAME: ("frame_changes",),
    LineLayer.SCHOOL: ("schools", "times_without_school"),
    LineLayer.HELP: ("organisations_at_once", "professionals_met"),
    LineLayer.CRISES: ("crises", "crises_without_director", "crises_then_move"),
    LineLayer.ANALYSIS: ("signal_to_analysis", "signal_until_now"),
    LineLayer.GOOD: ("good_moments",),
}
"""The figures of every layer; without any of them nothing is known and it is skipped."""

_NATIONAL = {LineLayer.PLACES: "places_lived", LineLayer.HELP: "professionals_met"}


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLayer:
    """A layer about which something is known.

    Attributes:
        figures: by code.
        reference: code of what is known nationally, or empty.
    """

    layer: LineLayer
    figures: Mapping[str, Figure]
    reference: str = ""

    @property
    def stage(self) -> int:
        """1 to 3: how far the group has zoomed out when this layer appears."""
        return _STAGES.get(self.layer, _LAST_STAGE)


def known_layers(case: Case, *, today: date) -> tuple[KnownLayer, ...]:
    """Return the layers about which something is known, in order."""
    found = {figure.code: figure for figure in long_line(case, today=today)}
    first = first_place(line_of(case, today))
    if first:
        found[first.code] = first
    layers = []
    for layer, codes in _RESTS_ON.items():
        known = {code: found[code] for code in codes if code in found}
        if known:
            reference = _NATIONAL.get(layer, "")
            told = reference if reference in known else ""
            layers.append(KnownLayer(layer=layer, figures=known, reference=told))
    return tuple(layers)
