"""The family and the session of an invented case; always twelve people."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random

from casusanalyse.content.steps import steps
from casusanalyse.domain.dates import exactly
from casusanalyse.domain.family import Dwelling, Household, Kinship, Person, Relation
from casusanalyse.domain.participant import (
    AgendaItem,
    Agreement,
    DynamicMoment,
    Note,
    Parked,
    Participant,
)
from casusanalyse.domain.timeline import Event, Mirror
from casusanalyse.domain.vocabulary import (
    AgreementMoment,
    Dynamic,
    KinshipKind,
    RelationWord,
)
from tests.generator_words import FIRST_NAMES, FUNCTIONS, PEOPLE, sentence

BORN, TODAY = date(2012, 5, 12), date(2026, 11, 22)


def family(draw: Random) -> dict[str, tuple[object, ...]]:
    people = tuple(_person(draw, number) for number in range(len(PEOPLE)))
    keys = [person.key for person in people]
    homes = tuple(Household(key=f"h{n}", name=f"Bij {people[n].name}") for n in (1, 2, 6, 8))
    parents = ((1, 0), (2, 0), (1, 4), (2, 4), (1, 5), (3, 5), (6, 1), (7, 1))
    lines = [
        Kinship(key=f"k{a}-{b}", a=keys[a], b=keys[b], kind=KinshipKind.PARENT)
        for a, b in parents
    ]
    lines.append(Kinship(key="k1-3", a=keys[1], b=keys[3], kind=KinshipKind.PARTNER))
    living = ((0, 3), (8, 3), (9, 3), (1, 0), (3, 0), (5, 0), (2, 1), (4, 1), (6, 2), (7, 2))
    words = list(RelationWord)
    return {
        "people": people,
        "households": homes,
        "dwellings": tuple(
            Dwelling(key=f"d{p}", person=keys[p], household=homes[h].key) for p, h in living
        ),
        "kinships": tuple(lines),
        "relations": tuple(
            Relation(key=f"r{n}", a=keys[0], b=keys[n], word=words[n % len(words)])
            for n in range(1, len(keys))
        ),
    }


def _person(draw: Random, number: int) -> Person:
    name, bond, kin, generation = PEOPLE[number]
    born = BORN if number == 0 else date(2010 + 28 * generation, 1 + number % 12, 9)
    return Person(
        key=f"p{number:02}",
        rank=float(number),
        name=name,
        bond=bond,
        kin=kin,
        generation=generation,
        birth=exactly(born),
        nature=sentence(draw),
        strength=sentence(draw),
        need=sentence(draw),
    )


def session(draw: Random, line: tuple[Event, ...]) -> dict[str, tuple[object, ...]]:
    questions = [note.id for step in steps() for note in step.notes]
    return {
        "participants": tuple(_participant(draw, number) for number in range(12)),
        "notes": tuple(Note(key=key, text=sentence(draw)) for key in questions),
        "agreements": tuple(
            Agreement(key=f"a{number}", what=sentence(draw), moment=moment)
            for number, moment in enumerate((*AgreementMoment, *AgreementMoment))
        ),
        "parked": (
            Parked(key="x0", what="de nacht op straat", event=line[0].key),
            Parked(key="x1", what="de schulden", about="p01"),
        ),
        "agenda": (AgendaItem(key="break", minutes=20),),
        "dynamics": tuple(_stopped(draw, step) for step in (2, 4)),
        "mirrors": tuple(_mirrors(line)),
    }


def _stopped(draw: Random, step: int) -> DynamicMoment:
    """What was seen in a step, half an hour per step after nine."""
    at = datetime(2026, 11, 20, 8, tzinfo=UTC) + timedelta(minutes=30 * step)
    tags, line = (Dynamic.HASTE,), sentence(draw)
    return DynamicMoment(key=f"y{step}", at=at, step=step, line=line, tags=tags, starred=True)


def _mirrors(line: tuple[Event, ...]) -> Iterator[Mirror]:
    """One in ten tagged events is tied to the next one that is tagged among professionals."""
    shown = [event for event in line if event.in_family]
    tagged = [event for event in line if event.in_team]
    for number, (event, other) in enumerate(zip(shown[::10], tagged[1::10], strict=False)):
        yield Mirror(
            key=f"m{number}",
            family_event=event.key,
            family=event.in_family[0],
            team_event=other.key,
            team=other.in_team[0],
        )


def _participant(draw: Random, number: int) -> Participant:
    return Participant(
        key=f"g{number}",
        name=FIRST_NAMES[number],
        function=draw.choice(FUNCTIONS),
        check_in=sentence(draw),
        calm=draw.randrange(5),
        rest=draw.randrange(5),
        position=draw.randrange(5),
    )
