from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Professional
from casusanalyse.domain.sitting import Scene, SceneKind, Sitting
from casusanalyse.domain.timeline import Period, Tie
from casusanalyse.domain.vocabulary import Bond, Lane, TieKind
from casusanalyse.figures.network_words import network_presets
from casusanalyse.store.cases import CaseStore
from tests.builders import a_case, a_span, an_event
from tests.pages.conftest import Open
from tests.pages.screen import parts, press, put, save, screen_of, shown, tell, told_to

REFERENCE = "2026-0001"
CIRCLE = a_case(
    an_event("2019-07-01", "Gesprek", key="e1"),
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
    screen = tell(open_page("network", CIRCLE), "play", view=preset)
    assert not screen.exception
    assert "Noor" in told_to(screen, "network")["svg"]
    assert told_to(screen, "play")["view"] == preset


def go(screen: AppTest, day: str) -> AppTest:
    return tell(screen, "play", to=date.fromisoformat(day).toordinal())


def standing(screen: AppTest) -> str:
    return date.fromordinal(told_to(screen, "play")["at"]).isoformat()


def test_the_line_stops_where_somebody_comes_or_goes_or_something_happens(
    open_page: Open,
) -> None:
    stops = told_to(open_page("network", CIRCLE), "play")["stops"]
    days = [date.fromordinal(stop).isoformat() for stop in stops]
    assert days[:-1] == ["2019-01-01", "2019-07-01", "2020-01-01", "2020-01-02"]


def test_a_stop_shows_who_was_there_then_and_says_what_changed(open_page: Open) -> None:
    screen = open_page("network", CIRCLE)
    now = told_to(screen, "network")["svg"]
    screen = go(screen, "2020-01-01")
    then, told = told_to(screen, "network")["svg"], told_to(screen, "play")
    assert ("Ida" in now, "Kees" in now, "Kees" in then) == (True, False, True)
    assert told["since"] == "Sinds 1 jul 2019."
    assert told["told"] == "Nieuw: Ida. Dit bleef: Kees."


def test_going_forward_is_compared_with_where_one_stood(open_page: Open) -> None:
    screen = go(go(open_page("network", CIRCLE), "2019-01-01"), "2020-01-02")
    told = told_to(screen, "play")
    assert told["since"] == "Sinds 1 jan 2019."
    assert told["told"] == "Nieuw: Ida. Weg: Kees."
    assert told_to(go(screen, "2020-01-01"), "play")["since"] == "Sinds 1 jul 2019."


def test_the_first_stop_is_where_the_line_begins(open_page: Open) -> None:
    told = told_to(go(open_page("network", CIRCLE), "2001-01-01"), "play")
    assert (told["since"], told["told"]) == ("", "Hier begint de lijn.")


def test_a_chosen_event_is_the_day_of_the_network(open_page: Open) -> None:
    screen = open_page("network", CIRCLE, event="e1")
    assert standing(screen) == "2019-07-01"


def test_moving_the_day_chooses_the_nearest_event_on_the_line(open_page: Open) -> None:
    screen = go(open_page("network", CIRCLE, event="e1"), "2020-01-02")
    screen = tell(screen, "play", go=True)
    assert screen_of(screen) == "timeline"
    assert told_to(screen, "timeline")["chosen"] == "e1"
    assert "De dunne lijn is 2 jan 2020" in shown(screen)


def test_choosing_an_event_takes_the_network_along(open_page: Open) -> None:
    screen = go(open_page("network", CIRCLE), "2020-01-02")
    screen = tell(screen, "play", go=True)
    screen = tell(screen, "timeline", open={"shelf": "events", "key": "e1"})
    assert "De dunne lijn" not in shown(screen)
    screen = tell(screen, "top", go="network")
    assert standing(screen) == "2019-07-01"


def test_closing_an_event_leaves_one_where_one_stood(open_page: Open) -> None:
    screen = open_page("timeline", CIRCLE)
    screen = tell(screen, "timeline", open={"shelf": "events", "key": "e1"})
    screen = press(screen, "event", "e1", "close")
    assert standing(tell(screen, "top", go="network")) == "2019-07-01"


def test_the_beamer_goes_along_day_by_day_and_view_by_view(
    open_page: Open, cases: CaseStore
) -> None:
    screen = go(open_page("network", CIRCLE), "2019-07-01")
    screen = tell(screen, "play", view="direction")
    assert cases.sittings.get(REFERENCE).scene == Scene(
        kind=SceneKind.NETWORK,
        step=4,
        page=1,
        day=date(2019, 7, 1),
        before=date(2019, 1, 1),
    )


def test_a_beamer_that_stays_where_it_is_stays_there(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("network", CIRCLE)
    cases.sittings.change(REFERENCE, lambda _: Sitting(follows=False))
    go(screen, "2019-07-01")
    assert cases.sittings.get(REFERENCE).scene == Scene()


def test_a_professional_joins_with_one_line(open_page: Open, cases: CaseStore) -> None:
    put(open_page("network", CIRCLE), "professional", "Bram, leerkracht, School")
    names = [one.name for one in cases.get(REFERENCE).professionals]
    assert sorted(names) == ["Bram", "Ida", "Kees"]


def with_ties(screen: AppTest) -> AppTest:
    """Unfold the ties the group draws itself."""
    screen.session_state["network-ties"] = True
    return screen.run()


def test_a_tie_is_drawn_with_three_choices(open_page: Open, cases: CaseStore) -> None:
    screen = with_ties(open_page("network", CIRCLE))
    screen = screen.selectbox(key="tie-a-0").select("noor").run()
    screen = screen.selectbox(key="tie-b-0").select("p2").run()
    screen = screen.button_group(key="tie-kind-0").set_value("support").run()
    (tie,) = cases.get(REFERENCE).ties
    assert (tie.a, tie.b, tie.kind) == ("noor", "p2", TieKind.SUPPORT)
    assert len(told_to(screen, "ties")["blocks"]) == 1


def test_a_tie_runs_between_two(open_page: Open, cases: CaseStore) -> None:
    screen = with_ties(open_page("network", CIRCLE))
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
    screen = press(with_ties(open_page("network", tied)), "ties", "t1", "open")
    screen = save(screen, "ties", "ties/t1/kind", "tension")
    screen = save(screen, "ties", "ties/t1/when", "2019 tot 2020")
    assert cases.get(REFERENCE).ties[0].kind is TieKind.TENSION
    press(screen, "ties", "t1", "remove")
    assert cases.get(REFERENCE).ties == ()
