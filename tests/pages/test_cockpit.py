from datetime import timedelta

import pytest

from casusanalyse.domain.intake import Organisation
from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.domain.vocabulary import Dynamic
from casusanalyse.store.cases import CaseStore
from casusanalyse.ui.clock import now
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.sitting import begin_clock
from tests.builders import a_case, an_event
from tests.pages.conftest import Open
from tests.pages.screen import parts, save, screen_of, shown, tell, told_to
from tests.pages.screen import press as press_sheet

REFERENCE = "2026-0001"


def press(screen, button: str, value: str = ""):
    return tell(screen, "cockpit", press=button, value=value)


def section(screen, name: str) -> dict:
    found = told_to(screen, "cockpit")["sections"]
    return next(one for one in found if one["id"] == name)


def buttons(screen, name: str) -> dict[str, bool | None]:
    return {one["label"]: one["on"] for one in section(screen, name)["buttons"]}


def begun(cases: CaseStore, minutes: float) -> None:
    """Let the clock run for so many minutes already."""
    then = now() - timedelta(minutes=minutes)
    begin_clock(Desk(cases=cases, reference=REFERENCE, now=then))


def scene(cases: CaseStore) -> Scene:
    return cases.sittings.get(REFERENCE).scene


def test_the_clock_runs_when_somebody_begins_it(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("together", a_case())
    assert "De klok loopt nog niet" in shown(screen)
    screen = press(screen, "plan-begin")
    assert "30 minuten eerder dan gepland" in shown(screen)
    assert cases.sittings.get(REFERENCE).started_at is not None


def test_the_panel_says_how_late_it_is_in_words(open_page: Open, cases: CaseStore) -> None:
    open_page("together", a_case())
    begun(cases, 66.5)
    screen = open_page("together", None, reference=REFERENCE)
    assert "6 minuten later dan gepland" in shown(screen)
    assert "Gezin · volgens het plan nu" in shown(screen)
    assert "Geweest: Inchecken" in shown(screen)


def test_nobody_sees_a_clock_at_the_check_in(open_page: Open, cases: CaseStore) -> None:
    open_page("checkin", a_case())
    begun(cases, 36)
    screen = open_page("checkin", None, reference=REFERENCE)
    assert "het is" not in shown(screen)
    assert "dan gepland" not in shown(screen)
    assert "volgens het plan" not in shown(screen)


def test_a_clock_of_another_day_does_not_run(open_page: Open, cases: CaseStore) -> None:
    open_page("together", a_case())
    begun(cases, 60 * 24)
    screen = open_page("together", None, reference=REFERENCE)
    assert "De klok loopt nog niet" in shown(screen)


def test_five_minutes_more_or_a_kind_sentence(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("together", a_case())
    screen = press(press(screen, "plan-begin"), "plan-more")
    assert [one.minutes for one in cases.get(REFERENCE).agenda] == [35, 45]
    screen = press(open_page("insights", None, reference=REFERENCE), "plan-more")
    assert "de pauze en het einde staan vast" in shown(screen)


def test_the_plan_changes_line_by_line(open_page: Open, cases: CaseStore) -> None:
    screen = press(open_page("together", a_case()), "plan-change")
    rows = {row["label"]: row for row in section(screen, "plan")["rows"]}
    more = rows["Pauze"]["buttons"][1]
    assert (more["label"], more["says"]) == ("+5", "5 minuten meer voor Pauze")
    screen = press(screen, more["id"])
    assert [(one.key, one.minutes) for one in cases.get(REFERENCE).agenda] == [("break", 20)]
    screen = press(press(screen, "plan-default"), "plan-done")
    assert cases.get(REFERENCE).agenda == ()
    assert section(screen, "plan")["rows"] == []


def test_the_card_turns_and_goes_to_the_beamer(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("together", a_case())
    screen = press(screen, "other")
    assert (
        section(screen, "question")["said"] == "Waaraan merken we dat het tussen ons schuurt?"
    )
    screen = press(screen, "deck", "zoom_in")
    assert section(screen, "question")["said"] == "Wat is de eerstvolgende logische stap?"
    screen = press(screen, "show")
    assert buttons(screen, "question")["Op de beamer"] is True
    words = section(screen, "beamer")["lines"]
    assert words[0] == "De vraag ‘Wat is de eerstvolgende logische stap?’"
    screen = tell(screen, "top", go="family")
    assert scene(cases) == Scene(kind=SceneKind.FAMILY, step=3)


def test_the_card_turns_round_within_its_deck(open_page: Open) -> None:
    screen = press(open_page("together", a_case()), "deck", "zoom_in")
    first = section(screen, "question")["said"]
    for _ in range(3):
        screen = press(screen, "other")
    assert section(screen, "question")["said"] == first


def test_the_beamer_goes_along_with_the_chair(open_page: Open, cases: CaseStore) -> None:
    case = a_case(an_event("2019-05-01", "Melding", key="e1"))
    screen = open_page("together", case)
    assert scene(cases) == Scene(kind=SceneKind.QUESTION, step=2)
    screen = tell(screen, "top", go="family")
    assert scene(cases) == Scene(kind=SceneKind.FAMILY, step=3)
    screen = tell(screen, "top", go="timeline")
    assert scene(cases) == Scene(kind=SceneKind.QUESTION, step=4)
    tell(screen, "timeline", open={"shelf": "events", "key": "e1"})
    assert scene(cases) == Scene(kind=SceneKind.EVENT, step=4, event="e1")


def test_what_the_chair_lets_stay_stays_until_it_goes_along_again(
    open_page: Open, cases: CaseStore
) -> None:
    screen = press(open_page("together", a_case()), "scene-agreements")
    screen = press(screen, "stay")
    screen = tell(screen, "top", go="insights")
    assert scene(cases).kind is SceneKind.AGREEMENTS
    press(screen, "follow")
    assert scene(cases) == Scene(kind=SceneKind.QUESTION, step=5)


def test_a_reload_leaves_the_beamer_as_it_is(open_page: Open, cases: CaseStore) -> None:
    press(open_page("together", a_case()), "scene-positions")
    open_page("together", None, reference=REFERENCE)
    assert scene(cases).kind is SceneKind.POSITIONS


def test_the_look_of_the_beamer_is_light_or_dim(open_page: Open, cases: CaseStore) -> None:
    screen = press(open_page("together", a_case()), "dim")
    assert cases.sittings.get(REFERENCE).dim
    press(screen, "light")
    assert not cases.sittings.get(REFERENCE).dim


def test_ticks_belong_to_one_step(open_page: Open, cases: CaseStore) -> None:
    case = a_case(organisations=(Organisation(key="gi", name="GI Midden", takes_part=True),))
    screen = press(open_page("together", case), "hear-gi")
    assert section(screen, "heard")["lines"] == ["Alle organisaties zijn gehoord."]
    screen = tell(screen, "top", go="insights")
    assert buttons(screen, "heard") == {"GI Midden": False}
    screen = tell(screen, "top", go="together")
    assert buttons(screen, "heard") == {"GI Midden": True}


def test_a_reminder_makes_place_for_the_next(open_page: Open) -> None:
    screen = open_page("together", a_case())
    first = section(screen, "care")["lines"]
    second = section(press(screen, "care"), "care")["lines"]
    assert first != second


def test_a_stop_lies_over_the_screen_and_goes(open_page: Open, cases: CaseStore) -> None:
    screen = tell(open_page("together", a_case()), "top", stop=True)
    told = told_to(screen, "stop-screen")
    assert (told["on"], told["question"]) == ("stop", "Wat gebeurt er nu tussen ons?")
    screen = tell(screen, "stop-screen", other=True)
    assert told_to(screen, "stop-screen")["question"].startswith("Versterken we")
    screen = tell(screen, "stop-screen", go_on=True)
    assert told_to(screen, "stop-screen")["on"] == ""
    assert screen_of(screen) == "together"
    assert not cases.sittings.get(REFERENCE).is_stopped


def test_the_same_key_stops_and_goes_on(open_page: Open, cases: CaseStore) -> None:
    screen = tell(open_page("together", a_case()), "top", stop=True)
    assert cases.sittings.get(REFERENCE).is_stopped
    tell(screen, "top", stop=True)
    assert not cases.sittings.get(REFERENCE).is_stopped


@pytest.mark.parametrize("after", [False, True])
def test_what_was_seen_is_kept_when_somebody_asks(
    open_page: Open, cases: CaseStore, *, after: bool
) -> None:
    screen = tell(open_page("together", a_case()), "top", stop=True)
    if after:
        screen = press(tell(screen, "stop-screen", go_on=True), "note")
        assert told_to(screen, "stop-screen")["on"] == "note"
    screen = tell(screen, "stop-screen", keep={"line": "we werden stil", "tags": ["silence"]})
    (seen,) = cases.get(REFERENCE).dynamics
    assert (seen.step, seen.line, seen.tags) == (2, "we werden stil", (Dynamic.SILENCE,))
    assert told_to(screen, "stop-screen")["on"] == ("" if after else "stop")


def test_a_moment_that_was_kept_gets_a_star_or_goes(open_page: Open, cases: CaseStore) -> None:
    screen = tell(open_page("together", a_case()), "top", stop=True)
    screen = tell(screen, "stop-screen", keep={"line": "we werden stil", "tags": []})
    tell(screen, "stop-screen", go_on=True)
    (seen,) = cases.get(REFERENCE).dynamics
    screen = open_page("insights", None, reference=REFERENCE)
    screen = screen.button_group(key="insights-part").set_value("insights").run()
    screen = save(screen, "dynamics", f"dynamics/{seen.key}/starred", True)
    assert cases.get(REFERENCE).dynamics[0].starred
    press_sheet(screen, "dynamics", seen.key, "remove")
    assert cases.get(REFERENCE).dynamics == ()


def test_the_list_of_keys_is_one_key_away(open_page: Open) -> None:
    screen = open_page("together", a_case())
    keys = {key["code"]: key["act"] for key in told_to(screen, "top")["keys"]}
    assert keys["KeyK"] == {"here": "keys"}
    assert keys["KeyB"] == {"here": "beamer"}
    assert keys["KeyS"] == {"stop": True}
    assert keys["KeyL"] == {"long_line": True}
    listed = [
        one for group in told_to(screen, "top")["list"]["groups"] for one in group["keys"]
    ]
    assert ["Alt K", "Deze lijst"] in listed


def test_the_manual_leads_to_the_list_of_keys(open_page: Open) -> None:
    screen = open_page("manual")
    assert [one["act"] for one in told_to(screen, "top")["room"]] == [{"here": "keys"}]


@pytest.mark.parametrize(
    ("page", "part"), [("family", None), ("insights", "insights"), ("insights", "codes")]
)
def test_the_panel_is_one_choice_away_where_something_else_stands(
    open_page: Open, page: str, part: str | None
) -> None:
    screen = open_page(page, a_case())
    if part:
        screen = screen.button_group(key="insights-part").set_value(part).run()
    assert "cockpit" not in parts(screen)
    side = "side-book" if part else "side-person"
    screen = screen.button_group(key=side).set_value("session").run()
    assert "cockpit" in parts(screen)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (60 + 59.5, "59 minuten later dan gepland"),
        (60 + 61, "meer dan een uur later dan gepland"),
    ],
)
def test_above_an_hour_no_minutes_are_counted(
    open_page: Open, cases: CaseStore, minutes: float, words: str
) -> None:
    open_page("together", a_case())
    begun(cases, minutes)
    assert words in shown(open_page("together", None, reference=REFERENCE))


def test_the_plan_is_made_before_the_session(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("intake", a_case())
    (plan,) = told_to(screen, "plan")["sections"]
    assert [(row["label"], row["meta"]) for row in plan["rows"]] == [
        ("Inchecken", "30 min"),
        ("Samen", "30 min"),
        ("Gezin", "50 min"),
        ("Pauze", "15 min"),
        ("Tijdlijn", "70 min"),
        ("Inzichten", "40 min"),
        ("Check-out", "5 min"),
        ("Alles bij elkaar", "240 min"),
    ]
    screen = tell(screen, "plan", press=plan["rows"][6]["buttons"][0]["id"], value="")
    assert "Een onderdeel duurt 5 tot 240 minuten." in shown(screen)
    screen = tell(screen, "plan", press=plan["rows"][6]["buttons"][1]["id"], value="")
    assert told_to(screen, "plan")["sections"][0]["rows"][-1]["meta"] == "245 min"
    tell(screen, "plan", press="plan-default", value="")
    assert cases.get(REFERENCE).agenda == ()
