"""From when until when the line runs."""

from collections.abc import Sequence
from datetime import date

from casusanalyse.domain.case import Case
from casusanalyse.figures.timeline_marks import Dated


def line_reach(case: Case, dated: Sequence[Dated], today: date) -> tuple[int, int]:
    """Return the first and last day of the line, at least a year apart.

    Args:
        case: its periods count too, and the birth of the child.
        dated: the events with a date.
        today: the line runs at least until then.
    """
    spans = [period.when for period in case.periods if period.when and not period.hidden]
    births = [case.child.birth] if case.child and case.child.birth else []
    firsts = [
        *(one.first for one in dated),
        *(span.first.toordinal() for span in spans),
        *(birth.first.toordinal() for birth in births),
    ]
    ends = [*(one.last for one in dated), *(span.end(today).toordinal() for span in spans)]
    last = max([today.toordinal(), *ends])
    return min([*firsts, last - 366]), last
