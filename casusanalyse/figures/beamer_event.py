"""On the beamer: the line around one event, as it was then."""

from collections.abc import Sequence
from datetime import date

from casusanalyse.content.date_words import say_age, say_span
from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case, Party
from casusanalyse.domain.dates import Span
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Professional
from casusanalyse.domain.sitting import Scene
from casusanalyse.domain.timeline import Event, in_order
from casusanalyse.figures.beamer_event_ground import drawn_facts, facts_at, said_facts
from casusanalyse.figures.beamer_frame import (
    CONTENT,
    QUIET,
    SMALL,
    STEP_MARGIN,
    WIDTH,
    Letters,
    fitting,
    sheet,
    smaller,
    wrapped,
    written,
)
from casusanalyse.figures.beamer_list import MOST
from casusanalyse.figures.beamer_question import question_scene
from casusanalyse.figures.lettering import shortened
from casusanalyse.figures.palette import INK_SOFT, LINE_STRONG, PAPER, PRIMARY
from casusanalyse.figures.svg import Picture, tag
from casusanalyse.figures.timeline_words import child_name

_TITLE = Letters(size=104, weight=700, leading=1.06)
_WHEN, _TITLE_TOP, _TITLE_ROOM = 126.0, 246.0, (WIDTH - 2 * STEP_MARGIN, 236.0)
_OWN = Letters(size=50, leading=1.2)
_OWN_TOP, _OWN_LEFT, _OWN_ROOM = 490.0, 140.0, 940.0
_PEOPLE_LEFT, _PEOPLE_TOP = 1264.0, 470.0
_AXIS = 912.0
_NEIGHBOUR_ROOM = 700.0
_ENDS = tuple(".?!'’”")


def event_scene(case: Case, scene: Scene, today: date) -> Picture:
    """Draw the chosen event; one that is hidden or gone makes room for the step's question."""
    event = next((one for one in case.events if one.key == scene.event), None)
    if event is None:
        return question_scene(case, scene, today)
    facts = facts_at(case, event.when, today) if event.when else ()
    people = _people(case, event)
    parts = (
        written([_when(case, event)], (STEP_MARGIN, _WHEN), smaller(QUIET, 40)[-1]),
        _title(_said_title(event)),
        _own_words(event.own_words),
        _listed(people),
        drawn_facts(facts),
        _neighbours(case, event),
    )
    told = (_said_title(event), _when(case, event), event.own_words, *said_facts(facts))
    who = text("beamer.alt_people", people="; ".join(people)) if people else ""
    return sheet(parts, alt=" ".join(_ended(one) for one in (*told, who) if one))


def _ended(said: str) -> str:
    return said if said.endswith(_ENDS) else f"{said}."


def _said_title(event: Event) -> str:
    return event.title[:1].upper() + event.title[1:]


def _when(case: Case, event: Event) -> str:
    when = say_span(event.when) if event.when else text("beamer.undated")
    child = case.child
    if event.when is None or child is None or child.birth is None:
        return when
    start = event.when.since or event.when.until
    if start and start.last < child.birth.first:
        return when
    facts = {"name": child_name(case), "age": say_age(child.birth, event.when)}
    return text("beamer.when_and_age", when=when, **facts)


def _title(title: str) -> str:
    letters = fitting(title, _TITLE_ROOM, smaller(_TITLE, 92, 80))
    lines = wrapped(title, _TITLE_ROOM[0], letters, most=2)
    return written(lines, (STEP_MARGIN, _TITLE_TOP), letters)


def _own_words(said: str) -> str:
    """Return the words of child or parents beside a thin rule, as they were said."""
    if not said.strip():
        return ""
    lines = wrapped(said, _OWN_ROOM, _OWN, most=3)
    top = _OWN_TOP - _OWN.size * 0.85
    rule = {"width": 4, "height": len(lines) * _OWN.line, "fill": PRIMARY}
    return tag("rect", x=STEP_MARGIN, y=top, **rule) + written(
        lines, (_OWN_LEFT, _OWN_TOP), _OWN
    )


def _people(case: Case, event: Event) -> list[str]:
    """Return who was there, with their function; seven lines at most."""
    parties = case.parties()
    known = [(parties[one.party], one.role) for one in event.involved if one.party in parties]
    named = [_named(party, role) for party, role in known]
    if len(named) <= MOST:
        return named
    return [*named[: MOST - 1], counted("beamer.others", len(named) - MOST + 1)]


def _named(party: Party, role: str) -> str:
    function = role or (party.function if isinstance(party, Professional) else "")
    function = function or (party.kin if isinstance(party, Person) else "")
    return text("beamer.person", name=party.name, role=function) if function else party.name


def _listed(people: Sequence[str]) -> str:
    if not people:
        return ""
    room = WIDTH - STEP_MARGIN - _PEOPLE_LEFT
    lines = [shortened(one, room, CONTENT.size) for one in people]
    heading = written([text("beamer.people")], (_PEOPLE_LEFT, _PEOPLE_TOP), SMALL)
    return heading + written(lines, (_PEOPLE_LEFT, _PEOPLE_TOP + 54), CONTENT)


def _neighbours(case: Case, event: Event) -> str:
    """Return a quiet line with the event in the middle and what came before and after it."""
    if event.when is None:
        return ""
    line = [one for one in in_order(case.events) if one.when]
    at = line.index(event)
    before, after = line[at - 1 : at] if at else [], line[at + 1 : at + 2]
    left, right, middle = STEP_MARGIN, WIDTH - STEP_MARGIN, WIDTH / 2
    quiet = {"stroke": LINE_STRONG, "stroke_width": 4, "stroke_linecap": "round"}
    start, end = (left if before else middle), (right if after else middle)
    return "".join(
        (
            tag("path", d=f"M{start} {_AXIS}H{end}", **quiet),
            *(_neighbour(one, left, "start") for one in before),
            *(_neighbour(one, right, "end") for one in after),
            tag("circle", cx=middle, cy=_AXIS, r=20, fill=PRIMARY),
        )
    )


def _neighbour(event: Event, x: float, anchor: str) -> str:
    ring = {"r": 12, "fill": PAPER, "stroke": INK_SOFT, "stroke_width": 4}
    inside = x + 12 if anchor == "start" else x - 12
    title = shortened(_said_title(event), _NEIGHBOUR_ROOM, QUIET.size)
    when: Span | None = event.when
    dated = say_span(when) if when else ""
    return "".join(
        (
            tag("circle", cx=inside, cy=_AXIS, **ring),
            written([title], (x, _AXIS + 62), QUIET, anchor=anchor),
            written(
                [shortened(dated, _NEIGHBOUR_ROOM, SMALL.size)],
                (x, _AXIS + 104),
                SMALL,
                anchor=anchor,
            ),
        )
    )
