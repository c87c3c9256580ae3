"""Naming people and organisations, and drawing ties."""

from datetime import UTC, date, datetime

import pytest

from casusanalyse.domain.change import Deed
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.domain.timeline import Involved, Period, Tie
from casusanalyse.domain.vocabulary import Bond, Lane, OrganisationKind, TieKind
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.network import (
    add_organisation,
    add_professional,
    draw_tie,
    guess_kind,
    remove_organisation,
    remove_professional,
    remove_tie,
)
from tests.builders import a_case, a_span, an_event
from tests.refusals import refusal

NOW = datetime(2026, 11, 17, 10, 0, tzinfo=UTC)
NOOR = Person(key="noor", name="Noor", bond=Bond.CHILD)
GI = Organisation(key="gi", name="GI Midden")
INE = Professional(key="ine", name="Ine", organisation="gi")


@pytest.fixture
def desk(tmp_path):
    store = CaseStore(f"sqlite:///{tmp_path / 'casussen.db'}")
    event = an_event("2020-01-01", key="e1", involved=(Involved("ine"), Involved("noor")))
    case = a_case(
        event,
        people=(NOOR,),
        organisations=(GI,),
        professionals=(INE,),
        periods=(
            Period(key="p1", lane=Lane.INVOLVEMENT, party="ine", when=a_span("2020-01-01")),
        ),
        ties=(Tie(key="t1", a="ine", b="noor", kind=TieKind.SUPPORT),),
    )
    store.create(case, Deed(who="voorzitter", at=NOW, verb="case_begun"))
    yield Desk(cases=store, reference=case.reference, now=NOW)
    store.close()


def last_verb(desk):
    return desk.cases.deeds(desk.reference)[0].verb


def test_a_tie_is_drawn_with_its_words_and_dates(desk):
    draw_tie(desk, ("gi", "noor"), TieKind.TENSION, " wachten ", "sinds 2020")
    tie = desk.case().ties[-1]
    assert (tie.a, tie.b, tie.kind, tie.words) == ("gi", "noor", TieKind.TENSION, "wachten")
    assert (tie.when.ongoing, tie.when.first) == (True, date(2020, 1, 1))
    assert last_verb(desk) == "draw_tie"


def test_a_tie_without_dates_holds_as_long_as_both_are_there(desk):
    draw_tie(desk, ("gi", "noor"), TieKind.SUPPORT)
    assert desk.case().ties[-1].when is None


def test_a_tie_needs_two_who_are_in_the_case_and_a_date_that_can_be_read(desk):
    assert refusal(draw_tie, desk, ("ine", "ine"), TieKind.SUPPORT) == "tie_needs_two"
    assert refusal(draw_tie, desk, ("ine", "nobody"), TieKind.SUPPORT) == "gone"
    assert (
        refusal(draw_tie, desk, ("ine", "noor"), TieKind.SUPPORT, "", "ooit eens")
        == "date_not_read"
    )
    assert [tie.key for tie in desk.case().ties] == ["t1"]


def test_a_tie_is_removed(desk):
    remove_tie(desk, "t1")
    assert desk.case().ties == ()


def test_one_line_names_somebody_their_function_and_a_new_organisation(desk):
    add_professional(desk, "Joris, gezinswerker, Wijkteam Noord")
    joris, team = desk.case().professionals[-1], desk.case().organisations[-1]
    assert (joris.name, joris.function, joris.organisation) == (
        "Joris",
        "gezinswerker",
        team.key,
    )
    assert (team.name, team.kind) == ("Wijkteam Noord", OrganisationKind.MUNICIPALITY)


def test_a_known_organisation_is_recognised_in_any_letters(desk):
    add_professional(desk, "Tom, teamleider, gi midden")
    add_professional(desk, "Hanna, GI MIDDEN")
    assert [one.name for one in desk.case().organisations] == ["GI Midden"]
    assert [(one.function, one.organisation) for one in desk.case().professionals[1:]] == [
        ("teamleider", "gi"),
        ("", "gi"),
    ]


def test_a_name_alone_is_enough_and_nothing_is_not(desk):
    add_professional(desk, "Bo")
    assert (desk.case().professionals[-1].name, desk.case().professionals[-1].organisation) == (
        "Bo",
        "",
    )
    assert refusal(add_professional, desk, " , mentor") == "name_missing"


def test_an_organisation_is_added_with_its_kind_and_not_twice(desk):
    add_organisation(desk, "De Regenboog, school")
    assert (desk.case().organisations[-1].name, desk.case().organisations[-1].kind) == (
        "De Regenboog",
        OrganisationKind.EDUCATION,
    )
    assert refusal(add_organisation, desk, "de regenboog") == "organisation_known"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("GI Midden", OrganisationKind.CERTIFIED_INSTITUTION),
        ("Raad voor de Kinderbescherming", OrganisationKind.CHILD_PROTECTION_BOARD),
        ("Rechtbank Voorbeeldstad", OrganisationKind.COURT),
        ("GGZ De Brug", OrganisationKind.MENTAL_HEALTH),
        ("Huisartsen De Vlierbes", OrganisationKind.GENERAL_PRACTICE),
        ("Gemeenteraad", OrganisationKind.OTHER),
    ],
)
def test_the_kind_of_an_organisation_is_guessed_from_whole_words(words, kind):
    assert guess_kind(words) is kind


def test_a_removed_professional_is_named_nowhere_and_the_period_keeps_its_words(desk):
    remove_professional(desk, "ine")
    case = desk.case()
    assert (case.professionals, case.ties) == ((), ())
    assert case.events[0].involved == (Involved("noor"),)
    assert [(period.party, period.title) for period in case.periods] == [("", "Ine")]
    assert last_verb(desk) == "remove_professional"


def test_removing_is_one_step_to_take_back(desk):
    before = desk.case()
    remove_professional(desk, "ine")
    deed = desk.cases.deeds(desk.reference)[0]
    desk.cases.take_back(desk.reference, deed.step, desk.deed("undone"))
    after = desk.case()
    assert [one.name for one in after.professionals] == [
        one.name for one in before.professionals
    ]
    assert (after.events[0].involved, after.periods[0].party) == (
        before.events[0].involved,
        "ine",
    )
    assert [tie.key for tie in after.ties] == ["t1"]


def test_people_of_a_removed_organisation_stay(desk):
    draw_tie(desk, ("gi", "noor"), TieKind.TENSION)
    remove_organisation(desk, "gi")
    case = desk.case()
    assert (case.organisations, case.professionals[0].organisation) == ((), "")
    assert [tie.key for tie in case.ties] == ["t1"]
