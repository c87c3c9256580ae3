"""Around an event on the beamer: where the child lived, in which frame, and who held it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casusanalyse.analysis.stretch import joined, stretches
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case, Party
from casusanalyse.domain.dates import Span
from casusanalyse.domain.intake import Professional
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import Lane
from casusanalyse.figures.beamer_frame import CONTENT, SMALL, STEP_MARGIN, wrapped, written
from casusanalyse.figures.lettering import shortened
from casusanalyse.figures.palette import INK_SOFT
from casusanalyse.figures.svg import tag
from casusanalyse.figures.timeline_words import kind_label, lane_name, short_kind

_LANES = (Lane.STAY, Lane.FRAME, Lane.DIRECTION)
_TOP, _LEFT = 726.0, STEP_MARGIN
_COLUMN, _ROOM = 378.0, 350.0
_BLANK = (220.0, 56.0)
_MOST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What held in one lane, at once; nothing is a time with nobody."""

    title: str
    says: tuple[str, ...]


def facts_at(case: Case, when: Span, today: date) -> tuple[Fact, ...]:
    """Return what held on the day of an event; a lane nothing is known of stays out."""
    parties = case.parties()
    found = []
    for lane in _LANES:
        periods = [one for one in case.periods if one.lane is lane and one.when]
        there = _there(periods, when.start, today)
        if there or (lane is Lane.DIRECTION and _is_between(periods, when.start)):
            says = dict.fromkeys(_said(one, parties) for one in there)
            found.append(Fact(title=lane_name(lane.value), says=tuple(says)))
    return tuple(found)


def drawn_facts(facts: Sequence[Fact]) -> str:
    """Return the facts side by side; a time with nobody is an empty box."""
    return "".join(_drawn(one, _LEFT + at * _COLUMN) for at, one in enumerate(facts))


def said_facts(facts: Iterable[Fact]) -> list[str]:
    """Return the facts in words."""
    nobody = text("beamer.nobody")
    return [
        text("beamer.fact", title=one.title, says=", ".join(one.says) or nobody)
        for one in facts
    ]


def _drawn(fact: Fact, x: float) -> str:
    title = written([fact.title], (x, _TOP), SMALL)
    if fact.says:
        return title + written(_lines(fact.says), (x, _TOP + 48), CONTENT)
    wide, high = _BLANK
    edge = {"fill": "none", "stroke": INK_SOFT, "stroke_width": 3, "stroke_dasharray": "3 9"}
    return title + tag("rect", x=x, y=_TOP + 18, width=wide, height=high, rx=8, **edge)


def _lines(says: Sequence[str]) -> Sequence[str]:
    """Return two lines: of one thing, or of the first two."""
    if len(says) == 1:
        return wrapped(says[0], _ROOM, CONTENT, most=_MOST)
    return [shortened(one, _ROOM, CONTENT.size) for one in says[:_MOST]]


def _there(periods: Sequence[Period], on: date, today: date) -> list[Period]:
    day = on.toordinal()
    line = joined(stretches(periods, today=today))
    return [one.period for one in line if one.start <= day <= one.end]


def _is_between(periods: Iterable[Period], on: date) -> bool:
    """Tell whether somebody held the direction before this day."""
    return any(one.when and one.when.first < on for one in periods)


def _said(period: Period, parties: Mapping[str, Party]) -> str:
    if period.lane is Lane.DIRECTION:
        return _holder(period, parties)
    if period.lane is Lane.FRAME:
        return short_kind(period) or period.title
    return kind_label(period) or period.title


def _holder(period: Period, parties: Mapping[str, Party]) -> str:
    """Return as what somebody held the direction: a function rather than a name."""
    party = parties.get(period.party)
    function = party.function if isinstance(party, Professional) else ""
    return function or period.role or period.title or (party.name if party else "")
