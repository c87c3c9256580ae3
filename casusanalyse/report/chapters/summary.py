"""The long line in a few sentences, for the front page: few numbers, and what carried."""

from datetime import date

from casusanalyse.analysis.long_line import long_line
from casusanalyse.content.long_line import say_figure
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.vocabulary import EventKind
from casusanalyse.report.chapters.wording import Fields

_TOLD = ("places_lived", "professionals_met", "direction_changes", "days_without_director")
"""The figures on the front page; the other ones stay on screen, beside their definition."""


def summary(case: Case, *, today: date) -> Fields:
    """Return the sentences of the front page; the good moments come last."""
    found = {figure.code: figure for figure in long_line(case, today=today)}
    name = case.intake.working_name
    said = [
        say_figure(code, found[code].low, found[code].high, name=name).sentence
        for code in _TOLD
        if code in found
    ]
    if any(event.kind is EventKind.GOOD_MOMENT for event in case.events):
        said.append(text("report.good_moments"))
    return {"kort": said}
