from datetime import date

import pytest

from casusanalyse.domain.dates import whole_year
from casusanalyse.domain.family import Person
from casusanalyse.domain.insight import Insight
from casusanalyse.domain.participant import Agreement, Parked, Participant
from casusanalyse.domain.problems import Problem
from casusanalyse.domain.todo import todo
from casusanalyse.domain.vocabulary import AgreementMoment, Bond
from tests.builders import a_case, an_event
from tests.generator import a_generated_case

STEPS = ("checkin", "together", "family", "timeline", "insights")
TODAY = date(2026, 11, 24)
NOOR = Person(
    key="noor", name="Noor", bond=Bond.CHILD, birth=whole_year(2010), nature="vrolijk"
)
OMA = Person(key="oma", name="Truus", generation=-2, nature="warm")
DONE = a_case(
    an_event("2020-05-01", is_crucial=True),
    participants=(
        Participant(key="d1", name="Ida", function="voogd", check_in="moe", position=2),
    ),
    agreements=(
        Agreement(key="a1", what="Om de beurt", moment=AgreementMoment.TODAY),
        Agreement(key="a2", what="Bellen", moment=AgreementMoment.AFTERWARDS),
    ),
    people=(NOOR, OMA),
    insights=(Insight(key="i1", text="Rust", evidence=("e1",)),),
)


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_is_done_asks_nothing(step):
    assert todo(DONE, step, today=TODAY) == ()


@pytest.mark.parametrize(
    ("step", "codes"),
    [
        ("checkin", ["no_participants"]),
        ("together", ["no_agreements_today"]),
        ("family", ["no_child"]),
        ("timeline", ["timeline_empty"]),
        ("insights", ["no_agreements_afterwards"]),
    ],
)
def test_an_empty_case_asks_one_thing_per_step(step, codes):
    assert [one.code for one in todo(a_case(), step, today=TODAY)] == codes


def test_a_step_nobody_knows_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        todo(DONE, "lunch", today=TODAY)


def test_somebody_is_asked_for_a_place_first_and_then_for_a_check_in():
    people = (
        Participant(key="d1", name="Ida"),
        Participant(key="d2", name="Kees", organisation="School"),
    )
    assert todo(a_case(participants=people), "checkin", today=TODAY) == (
        Problem("participant_without_place", where="d1", fact="Ida"),
        Problem("no_check_in", where="d2", fact="Kees"),
    )


def test_missing_places_are_counted_and_nobody_is_named():
    people = (
        Participant(key="d1", name="Ida", position=0),
        Participant(key="d2", name="Kees"),
        Participant(key="d3", name="Bram"),
    )
    (missing, _) = todo(a_case(participants=people), "together", today=TODAY)
    assert missing == Problem("positions_missing", fact="2")


def test_an_agreement_for_afterwards_is_none_for_today():
    later = Agreement(key="a1", what="Bellen", moment=AgreementMoment.AFTERWARDS)
    assert [one.code for one in todo(a_case(agreements=(later,)), "together", today=TODAY)] == [
        "no_agreements_today"
    ]


def test_the_family_is_asked_for_birth_nature_and_grandparents():
    bare = Person(key="noor", name="Noor", bond=Bond.CHILD)
    friend = Person(key="buur", name="Bo", bond=Bond.NETWORK)
    assert todo(a_case(people=(bare, friend)), "family", today=TODAY) == (
        Problem("no_birth", where="noor", fact="Noor"),
        Problem("no_nature", where="noor", fact="Noor"),
        Problem("no_grandparents"),
    )


def test_the_line_is_asked_about_dates_the_future_and_the_parking_place():
    case = a_case(
        an_event("2020-05-01", when=None),
        an_event("2026-11-25", "Zitting", key="e2"),
        an_event("2026-11-24", "Vandaag"),
        parked=(Parked(key="k1", what="boos"), Parked(key="k2", what="weg", event="e2")),
    )
    assert todo(case, "timeline", today=TODAY) == (
        Problem("events_undated", fact="1"),
        Problem("event_in_future", where="e2", fact="Zitting"),
        Problem("parked_waiting", fact="1"),
    )


def test_insights_are_asked_for_moments_and_for_what_shows_them():
    case = a_case(
        an_event("2020-05-01"),
        insights=(Insight(key="i1", text="Rust"),),
        agreements=DONE.agreements,
    )
    assert todo(case, "insights", today=TODAY) == (
        Problem("no_crucial_moments"),
        Problem("insight_without_evidence", where="i1", fact="Rust"),
    )


@pytest.mark.parametrize("step", STEPS)
def test_every_open_point_leads_to_a_record_that_is_there(step):
    case = a_generated_case(events=60)
    there = {
        record.key
        for shelf in (case.participants, case.people, case.events, case.insights)
        for record in shelf
    }
    assert {one.where for one in todo(case, step, today=TODAY)} <= there | {""}
