"""An invented case of any size, always the same for the same size and seed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from casusanalyse.content.codebook import codes
from casusanalyse.content.date_calendar import roughly, year_parts
from casusanalyse.content.date_words import say_span
from casusanalyse.domain.case import Case
from casusanalyse.domain.dates import Span, VagueDate, exactly, whole_month, whole_year
from casusanalyse.domain.insight import Coding, Insight, Moment
from casusanalyse.domain.intake import INTAKE_KEY, Intake, Organisation, Professional
from casusanalyse.domain.timeline import Event, Involved, Period, Perspective, Tie
from casusanalyse.domain.vocabulary import (
    Dynamic,
    EducationKind,
    EventKind,
    FrameKind,
    Lane,
    Layer,
    OrganisationKind,
    StayKind,
    TieKind,
)
from tests.generator_people import BORN, TODAY, family, session
from tests.generator_words import (
    FIRST_NAMES,
    FUNCTIONS,
    LAST_NAMES,
    PLACES,
    TITLES,
    WEIGHTS,
    sentence,
)

_LIFE = (TODAY - BORN).days

_LANES = {
    Lane.STAY: tuple(StayKind),
    Lane.FRAME: tuple(FrameKind),
    Lane.EDUCATION: tuple(EducationKind),
    Lane.FAMILY: (),
    Lane.DIRECTION: (),
    Lane.INVOLVEMENT: (),
}
_LANE_SHARE = {
    Lane.STAY: 12,
    Lane.FRAME: 8,
    Lane.EDUCATION: 8,
    Lane.FAMILY: 5,
    Lane.DIRECTION: 9,
}


@dataclass(frozen=True)
class _Size:
    """How many records of each sort a case with so many events has."""

    events: int

    def of(self, in_500: int, *, least: int = 1) -> int:
        return max(least, round(in_500 * self.events / 500))


def a_generated_case(*, events: int, seed: int = 1, reference: str = "2026-9001") -> Case:
    """A long case with every shelf filled in proportion; 500 events have 60 professionals."""
    draw, size = Random(f"{events}-{seed}"), _Size(events)
    organisations = tuple(_organisations(draw, size))
    professionals = tuple(_professionals(draw, size, organisations))
    parties = [one.key for one in (*professionals, *organisations)]
    line = tuple(_events(draw, size, parties))
    chosen = [event.key for event in line if event.is_crucial]
    return Case(
        key=f"generated-{events}-{seed}",
        reference=reference,
        intake=Intake(key=INTAKE_KEY, working_name="Vlinder", question=sentence(draw)),
        organisations=organisations,
        professionals=professionals,
        events=line,
        periods=tuple(_periods(draw, size, parties)),
        perspectives=tuple(_perspectives(draw, line)),
        ties=tuple(_ties(draw, size, parties)),
        moments=tuple(_moment(draw, key) for key in chosen),
        insights=tuple(_insights(draw, size, line)),
        codings=tuple(_codings(draw, line)),
        **family(draw),
        **session(draw, line),
    )


def _organisations(draw: Random, size: _Size) -> Iterator[Organisation]:
    kinds = list(OrganisationKind)
    for number in range(size.of(15, least=5)):
        kind, place = kinds[number % len(kinds)], PLACES[number % len(PLACES)]
        name = f"{place} {number + 1} (voorbeeld)"
        yield Organisation(
            key=f"o{number}", name=name, kind=kind, takes_part=draw.random() < 0.6
        )


def _professionals(
    draw: Random, size: _Size, organisations: tuple[Organisation, ...]
) -> Iterator[Professional]:
    first, last = FIRST_NAMES, LAST_NAMES
    for number in range(size.of(60, least=6)):
        name = f"{first[number % len(first)]} {last[number // len(first) % len(last)]}"
        organisation = organisations[number % len(organisations)].key
        function = draw.choice(FUNCTIONS)
        yield Professional(
            key=f"w{number}", name=name, function=function, organisation=organisation
        )


def _events(draw: Random, size: _Size, parties: list[str]) -> Iterator[Event]:
    kinds = list(EventKind)
    for number in range(size.events):
        kind = draw.choices(kinds, weights=WEIGHTS)[0]
        when = None if draw.random() < 0.02 else Span(since=_vague(draw, _day(draw)))
        dynamics = list(Dynamic)
        involved = draw.sample(parties, min(len(parties), draw.randrange(5)))
        yield Event(
            key=f"e{number:04}",
            rank=float(number),
            title=draw.choice(TITLES[kind]),
            when=when,
            said=say_span(when) if when else "toen oma ziek was",
            kind=kind,
            what=sentence(draw),
            involved=(Involved("p00"), *(Involved(key) for key in involved)),
            effect=sentence(draw) if number % 3 == 0 else "",
            then=sentence(draw) if number % 5 == 0 else "",
            in_family=tuple(draw.sample(dynamics, draw.randrange(3))),
            in_team=tuple(draw.sample(dynamics, draw.randrange(3))),
            is_crucial=number % 60 == 30,
            starred=draw.random() < 0.8,
            hidden=draw.random() < 0.02,
        )


def _day(draw: Random) -> date:
    """Later years hold more, as people remember them better."""
    return BORN + timedelta(days=int(_LIFE * draw.random() ** 0.6))


def _vague(draw: Random, day: date) -> VagueDate:
    season = draw.choice(year_parts()[:3]).beginning_in(day.year)
    ways = (
        exactly(day),
        whole_month(day.year, day.month),
        season,
        whole_year(day.year),
        roughly(whole_year(day.year)),
        VagueDate(first=day, last=day, doubt=True),
    )
    return draw.choices(ways, weights=(45, 25, 10, 8, 5, 7))[0]


def _periods(draw: Random, size: _Size, parties: list[str]) -> Iterator[Period]:
    number = 0
    for lane, share in _LANE_SHARE.items():
        for since, until in _chain(draw, size.of(share, least=2)):
            yield _period(draw, number, lane, (since, until), parties)
            number += 1
    for _ in range(size.of(38, least=4)):
        since, until = sorted((_day(draw), _day(draw)))
        yield _period(draw, number, Lane.INVOLVEMENT, (since, until), parties)
        number += 1


def _chain(draw: Random, links: int) -> Iterator[tuple[date, date | None]]:
    """Stretches one after the other, some with a gap between and some overlapping."""
    length = _LIFE // links
    for link in range(links):
        since = BORN + timedelta(days=link * length)
        shift = draw.choice((0, 0, 0, -length // 4, length // 6))
        last = link == links - 1
        yield since, None if last else since + timedelta(days=max(1, length + shift))


def _period(
    draw: Random, number: int, lane: Lane, days: tuple[date, date | None], parties: list[str]
) -> Period:
    since, until = days
    end = exactly(until) if until else None
    when = Span(since=exactly(since), until=end, ongoing=until is None)
    kinds = _LANES[lane]
    return Period(
        key=f"q{number:03}",
        rank=float(number),
        lane=lane,
        kind=draw.choice(kinds) if kinds else "",
        title=draw.choice(PLACES),
        when=when,
        said=say_span(when),
        party=draw.choice(parties) if lane in {Lane.INVOLVEMENT, Lane.DIRECTION} else "",
        role=draw.choice(FUNCTIONS) if lane is Lane.INVOLVEMENT else "",
    )


def _perspectives(draw: Random, line: tuple[Event, ...]) -> Iterator[Perspective]:
    for number, event in enumerate(line[::25]):
        for who in ("moeder", "school"):
            key = f"v{number}-{who}"
            yield Perspective(key=key, event=event.key, who=who, text=sentence(draw))


def _ties(draw: Random, size: _Size, parties: list[str]) -> Iterator[Tie]:
    for number in range(size.of(20, least=2)):
        a, b = draw.sample(parties, 2)
        yield Tie(key=f"t{number}", a=a, b=b, kind=draw.choice(list(TieKind)))


def _moment(draw: Random, key: str) -> Moment:
    return Moment(
        key=key,
        knew=sentence(draw),
        thought=sentence(draw),
        made_sense=sentence(draw),
        see_now=sentence(draw),
        differently=sentence(draw),
    )


def _insights(draw: Random, size: _Size, line: tuple[Event, ...]) -> Iterator[Insight]:
    book = [code.id for code in codes()]
    for number in range(size.of(12, least=3)):
        yield Insight(
            key=f"i{number}",
            text=sentence(draw),
            layer=draw.choice(list(Layer)),
            evidence=_some(draw, line),
            codes=tuple(draw.sample(book, 2)),
        )


def _codings(draw: Random, line: tuple[Event, ...]) -> Iterator[Coding]:
    for code in codes()[::4]:
        words = sentence(draw)
        evidence = _some(draw, line)
        yield Coding(key=f"c-{code.id}", code=code.id, own_words=words, evidence=evidence)


def _some(draw: Random, line: tuple[Event, ...]) -> tuple[str, ...]:
    return tuple(event.key for event in draw.sample(line, 3))
