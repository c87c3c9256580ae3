"""What the whole line adds up to, as numbers without words.

Every figure has a lowest and a highest value: the bounds over every way to read the dates.
What nobody knows gives no figure, never 0. Hidden events and periods do not count.

Source: domain vocabulary, section 6 (figures the tool derives from a timeline).
"""

from collections.abc import Callable
from datetime import date

from casusanalyse.analysis.figure import Figure, Line, line_of
from casusanalyse.analysis.long_line_direction import (
    crises_without_director,
    directors,
    times_without_director,
)
from casusanalyse.analysis.long_line_events import (
    crises,
    crises_then_move,
    crisis_rhythm,
    good_moments,
    signal_to_analysis,
    signal_until_now,
)
from casusanalyse.analysis.long_line_parties import (
    days_without_director,
    direction_changes,
    farewells,
    organisations_at_once,
    professionals_at_once,
    professionals_met,
)
from casusanalyse.analysis.long_line_schools import schools, times_without_school
from casusanalyse.analysis.long_line_stays import (
    frame_changes,
    places_lived,
    steps_down,
    steps_up,
    time_at_home,
)
from casusanalyse.domain.case import Case

_FIGURES: tuple[Callable[[Line], Figure | None], ...] = (
    places_lived,
    time_at_home,
    steps_up,
    steps_down,
    professionals_met,
    farewells,
    directors,
    direction_changes,
    times_without_director,
    days_without_director,
    frame_changes,
    schools,
    times_without_school,
    signal_to_analysis,
    signal_until_now,
    crises,
    crisis_rhythm,
    crises_then_move,
    crises_without_director,
    organisations_at_once,
    professionals_at_once,
    good_moments,
)


def long_line(case: Case, *, today: date) -> tuple[Figure, ...]:
    """Return the figures that can be known, always in the same order."""
    line = line_of(case, today)
    return tuple(found for figure in _FIGURES if (found := figure(line)))
