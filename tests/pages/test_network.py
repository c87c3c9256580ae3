from datetime import date

import pytest

from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Professional
from casusanalyse.domain.timeline import Period, Tie
from casusanalyse.domain.vocabulary import Bond, Lane, TieKind
from casusanalyse.figures.network_words import network_presets
from casusanalyse.store.cases import CaseStore
from tests.builders import a_case, a_span
from tests.pages.conftest import Open
from tests.pages.screen import parts, press, put, save, shown, told_to

REFERENCE = "2026-0001"
CIRCLE = a_case(
    people=(Person(key="noor", name="Noor", bond=Bond.CHILD),),
    professionals=(Professional(key="p1", name="Kees"), Professional(key="p2", name="Ida")),
    periods=(
        Period(
            key="q1", lane=Lane.INVOLVEMENT, party="p1", when=a_span("2019-01-01", "2020-01-01")
        ),
        Period(
            key="q2", lane=Lane.INVOLVEMENT, party="p2", when=a_span("2020-01-01", ongoing=True)
        ),
    ),
)


def test_a_network_without_anybody_invites(open_page: Open) -> None:
    assert "network" not in parts(open_page("network", a_case()))


@pytest.mark.parametrize("preset", network_presets())
def test_every_view_is_drawn(open_page: Open, preset: str) -> None:
    screen = open_page("network", CIRCLE).button_group(key="preset").set_value(preset).run()
    assert not screen.exception
    assert "Noor" in told_to(screen, "network")["svg"]


def test_the_day_before_shows_who_was_there_then(open_page: Open) -> None:
    screen = open_page("network", CIRCLE)
    now = told_to(screen, "network")["svg"]
    for _ in range(2):
        screen = screen.button(key="network-previous").click().run()
    then = told_to(screen, "network")["svg"]
    assert ("Ida" in now, "Kees" in then) == (True, True)
    assert then != now


def test_the_slider_chooses_the_day(open_page: Open) -> None:
    screen = open_page("network", CIRCLE)
    screen = screen.select_slider[0].set_value(date(2019, 1, 1)).run()
    assert not screen.exception
    assert screen.button(key="network-previous").disabled


def test_a_professional_joins_with_one_line(open_page: Open, cases: CaseStore) -> None:
    put(open_page("network", CIRCLE), "professional", "Bram, leerkracht, School")
    names = [one.name for one in cases.get(REFERENCE).professionals]
    assert sorted(names) == ["Bram", "Ida", "Kees"]


def test_a_tie_is_drawn_with_three_choices(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("network", CIRCLE)
    screen = screen.selectbox(key="tie-a-0").select("noor").run()
    screen = screen.selectbox(key="tie-b-0").select("p2").run()
    screen = screen.button_group(key="tie-kind-0").set_value("support").run()
    (tie,) = cases.get(REFERENCE).ties
    assert (tie.a, tie.b, tie.kind) == ("noor", "p2", TieKind.SUPPORT)
    assert len(told_to(screen, "ties")["blocks"]) == 1


def test_a_tie_runs_between_two(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("network", CIRCLE)
    screen = screen.selectbox(key="tie-a-0").select("noor").run()
    screen = screen.selectbox(key="tie-b-0").select("noor").run()
    screen = screen.button_group(key="tie-kind-0").set_value("support").run()
    assert cases.get(REFERENCE).ties == ()
    assert "Een lijn loopt tussen twee verschillende" in shown(screen)


def test_a_tie_opens_changes_and_goes(open_page: Open, cases: CaseStore) -> None:
    tied = a_case(
        people=CIRCLE.people,
        professionals=CIRCLE.professionals,
        ties=(Tie(key="t1", a="noor", b="p1", kind=TieKind.SUPPORT),),
    )
    screen = press(open_page("network", tied), "ties", "t1", "open")
    screen = save(screen, "ties", "ties/t1/kind", "tension")
    screen = save(screen, "ties", "ties/t1/when", "2019 tot 2020")
    assert cases.get(REFERENCE).ties[0].kind is TieKind.TENSION
    press(screen, "ties", "t1", "remove")
    assert cases.get(REFERENCE).ties == ()
