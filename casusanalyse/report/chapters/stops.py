"""The moments at which the group stood still, as far as somebody asked to keep them."""

from casusanalyse.content.steps import steps
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.case import Case
from casusanalyse.domain.participant import DynamicMoment
from casusanalyse.report.anchor import anchor, told
from casusanalyse.report.chapters.wording import Fields, upper_first


def stops(case: Case) -> Fields:
    """Return what was seen at the stops, in order of the day.

    Source: Hopmans 2024, section 5.2: each stop is a pattern caught in the act.
    """
    seen = sorted(case.dynamics, key=lambda moment: moment.at)
    return {"stilgestaan": [_moment(moment) for moment in seen]}


def stop_in_words(moment: DynamicMoment) -> str:
    """Return the line of a moment; the movement when nobody wrote a line."""
    return upper_first(moment.line or ", ".join(map(label, moment.tags)))


def _moment(moment: DynamicMoment) -> Fields:
    step = steps()[moment.step - 1]
    movement = ", ".join(map(label, moment.tags)) if moment.line else ""
    return {
        "id": anchor("dynamics", moment.key),
        "stap": text("report.stop_step", step=step.number, title=step.title),
        "woorden": told(stop_in_words(moment), "dynamics", moment.key, "line"),
        "beweging": told(movement, "dynamics", moment.key, "tags"),
    }
