"""Vague cases, and the ways their dates can really have been."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import strategies as st

from casusanalyse.domain.dates import Span, VagueDate, exactly
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.domain.timeline import Event, Involved, Period
from casusanalyse.domain.vocabulary import (
    Bond,
    EducationKind,
    EventKind,
    FrameKind,
    Lane,
    StayKind,
)
from tests.builders import a_case

TODAY = date(2026, 11, 17)
CHILD = Person(key="kid", name="Noor", bond=Bond.CHILD, birth=exactly(date(2012, 3, 4)))
PARTIES = {
    "organisations": (Organisation(key="o1", name="GI"), Organisation(key="o2", name="School")),
    "professionals": (
        Professional(key="p1", name="Petra", organisation="o1"),
        Professional(key="p2", name="Bram", organisation="o1"),
    ),
}

DAYS = st.dates(date(2012, 3, 4), TODAY)


@st.composite
def vague_dates(draw):
    first = draw(DAYS)
    return VagueDate(
        first=first, last=first + timedelta(days=draw(st.sampled_from((0, 30, 364))))
    )


@st.composite
def spans(draw):
    one, other = sorted(
        (draw(vague_dates()), draw(vague_dates())), key=lambda moment: moment.first
    )
    shape = draw(st.sampled_from(("stretch", "ongoing", "since", "until")))
    if shape == "stretch":
        return Span(since=one, until=other)
    return (
        Span(until=other) if shape == "until" else Span(since=one, ongoing=shape == "ongoing")
    )


KINDS = {
    Lane.STAY: tuple(StayKind),
    Lane.FRAME: (FrameKind.VOLUNTARY, FrameKind.SUPERVISION, FrameKind.URGED),
    Lane.DIRECTION: ("",),
    Lane.EDUCATION: (EducationKind.REGULAR, EducationKind.AT_HOME, EducationKind.WORK),
    Lane.INVOLVEMENT: ("",),
}
EVENT_KINDS = (
    EventKind.SIGNAL,
    EventKind.BROAD_ANALYSIS,
    EventKind.CRISIS,
    EventKind.MOVE,
    EventKind.CHANGE_OF_PROFESSIONAL,
    EventKind.GOOD_MOMENT,
)


@st.composite
def cases(draw):
    periods = []
    for at in range(draw(st.integers(0, 7))):
        where = draw(st.sampled_from(tuple(KINDS)))
        kind, party = (
            draw(st.sampled_from(KINDS[where])),
            draw(st.sampled_from(("p1", "p2", "o2"))),
        )
        title = draw(st.sampled_from(("", "De Haven")))
        periods.append(
            Period(
                key=f"q{at}",
                lane=where,
                kind=kind,
                when=draw(spans()),
                title=title,
                party=party if where in {Lane.DIRECTION, Lane.INVOLVEMENT} else "",
            )
        )
    events = [
        Event(
            key=f"e{at}",
            title="x",
            kind=draw(st.sampled_from(EVENT_KINDS)),
            when=Span(since=draw(vague_dates())) if draw(st.integers(0, 9)) else None,
            involved=draw(st.sampled_from(((), (Involved("p1"),)))),
        )
        for at in range(draw(st.integers(0, 5)))
    ]
    return a_case(*events, periods=tuple(periods), people=(CHILD,), **PARTIES)


def read(draw, when):
    """One way the dates of a span can really have been."""
    since = when.since and draw(st.dates(when.since.first, when.since.last))
    earliest = max(filter(None, (since, when.until and when.until.first)), default=None)
    if since and when.until and since > when.until.last:
        since = when.until.last
        earliest = since
    until = when.until and draw(st.dates(max(earliest, when.until.first), when.until.last))
    return Span(
        since=exactly(since) if since else None,
        until=exactly(until) if until else None,
        ongoing=when.ongoing,
    )


def sharp(draw, case):
    """The case as it can really have been: every date known to the day."""
    return replace(
        case,
        events=tuple(replace(e, when=e.when and read(draw, e.when)) for e in case.events),
        periods=tuple(replace(p, when=read(draw, p.when)) for p in case.periods),
    )


def shuffled(chance, case):
    """The same case, entered in another order."""
    periods, events = list(case.periods), list(case.events)
    chance.shuffle(periods)
    chance.shuffle(events)
    return replace(case, periods=tuple(periods), events=tuple(events))
