import pytest

from casusanalyse.domain.case import Case
from casusanalyse.domain.intake import Professional
from casusanalyse.domain.participant import Parked
from casusanalyse.domain.timeline import in_order
from casusanalyse.domain.vocabulary import Lane
from casusanalyse.store.cases import CaseStore
from tests.builders import a_case, an_event
from tests.pages.conftest import Open
from tests.pages.screen import edit_grid, press, put, save, shown, tell, told_to, troubles

REFERENCE = "2026-0001"
LINE = a_case(
    an_event("2019-05-01", "Melding", key="e1", rank=1.0),
    an_event("2020-05-01", "Verhuisd", key="e2", rank=2.0),
    professionals=(Professional(key="p1", name="Kees"),),
)


def events(cases: CaseStore) -> list[tuple[str, str]]:
    return [(one.key, one.title) for one in in_order(cases.get(REFERENCE).events)]


def test_a_line_lands_on_the_timeline_with_its_date(open_page: Open, cases: CaseStore) -> None:
    screen = put(open_page("timeline", a_case()), "event", "voorjaar 2019 gaat naar oma")
    (event,) = cases.get(REFERENCE).events
    assert (event.title, event.said) == ("Gaat naar oma", "voorjaar 2019")
    assert "Gaat naar oma" in told_to(screen, "timeline")["svg"]
    assert told_to(screen, "entry-event")["acked"] == 1


def test_a_refused_line_stays_in_the_box_with_a_sentence(open_page: Open) -> None:
    screen = put(open_page("timeline", a_case()), "event", "a" * 300)
    assert told_to(screen, "entry-event")["trouble"].startswith("Dit past niet op de lijn.")


def test_a_half_typed_line_is_read_and_kept(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("timeline", a_case())
    screen = tell(screen, "entry-event", typed="2019 naar oma", keep=True)
    told = told_to(screen, "entry-event")
    assert told["reading"] == {
        "about": "2019 naar oma",
        "said": "2019",
        "understood": "heel 2019",
    }
    assert told["draft"] == "2019 naar oma"


def test_an_event_that_is_chosen_opens_beside_the_line(open_page: Open) -> None:
    screen = open_page("timeline", LINE)
    screen = tell(screen, "timeline", open={"shelf": "events", "key": "e2"})
    assert told_to(screen, "timeline")["chosen"] == "e2"
    assert "Verhuisd" in shown(screen)
    assert screen.query_params["gebeurtenis"] == "e2"


def test_what_is_chosen_on_the_line_opens_whatever_stood_beside_it(open_page: Open) -> None:
    screen = open_page("timeline", LINE)
    screen.session_state["timeline-side"] = "session_tab"
    screen = tell(screen.run(), "timeline", open={"shelf": "events", "key": "e2"})
    assert screen.session_state["timeline-side"] == "event_tab"
    assert "Verhuisd" in shown(screen)


def test_a_field_of_the_open_event_saves_itself(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("timeline", LINE, event="e1")
    save(screen, "event", "events/e1/title", "Zorgmelding")
    assert events(cases) == [("e1", "Zorgmelding"), ("e2", "Verhuisd")]


def test_two_windows_that_write_one_field_see_the_clash(
    open_page: Open, cases: CaseStore
) -> None:
    first = open_page("timeline", LINE, event="e1")
    second = open_page("timeline", None, event="e1", reference=REFERENCE)
    save(first, "event", "events/e1/title", "van de een")
    second = save(second, "event", "events/e1/title", "van de ander")
    (trouble,) = troubles(second, "event")
    assert trouble["clash"] is True
    assert events(cases)[0] == ("e1", "van de een")


def test_names_nobody_knows_are_met_with_one_press(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("timeline", LINE, event="e1")
    screen = save(screen, "event", "events/e1/who", "Kees, Ida (school)")
    press(screen, "event", "events/e1/who", "meet")
    assert [one.name for one in cases.get(REFERENCE).professionals] == ["Kees", "Ida"]


@pytest.mark.parametrize(
    ("action", "left"),
    [("remove", [("e2", "Verhuisd")]), ("close", [("e1", "Melding"), ("e2", "Verhuisd")])],
)
def test_the_open_event_is_closed_or_removed(
    open_page: Open, cases: CaseStore, action: str, left: list[tuple[str, str]]
) -> None:
    screen = press(open_page("timeline", LINE, event="e1"), "event", "e1", action)
    assert events(cases) == left
    assert told_to(screen, "timeline")["chosen"] == ""


def test_an_event_that_cannot_move_says_why(open_page: Open) -> None:
    screen = press(open_page("timeline", LINE, event="e1"), "event", "e1", "later")
    assert "De volgorde volgt de datum." in shown(screen)


def test_a_perspective_stands_beside_the_event(open_page: Open, cases: CaseStore) -> None:
    screen = put(open_page("timeline", LINE, event="e1"), "perspective", "moeder")
    (view,) = cases.get(REFERENCE).perspectives
    assert (view.event, view.who) == ("e1", "moeder")
    press(screen, "perspectives", view.key, "remove")
    assert cases.get(REFERENCE).perspectives == ()


def test_a_period_is_typed_in_its_lane(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("timeline", LINE)
    screen = screen.button_group(key="timeline-side").set_value("periods_tab").run()
    screen = screen.selectbox(key="choose-lane").select(Lane.FRAME.value).run()
    screen = put(screen, "period", "2019 vrijwillig")
    (period,) = cases.get(REFERENCE).periods
    assert (period.lane, period.title, period.said) == (Lane.FRAME, "Vrijwillig", "2019")
    save(screen, "period", f"periods/{period.key}/kind", "voluntary")
    assert cases.get(REFERENCE).periods[0].kind == "voluntary"


def test_parked_words_come_back_on_the_line(open_page: Open, cases: CaseStore) -> None:
    case = a_case(parked=(Parked(key="k1", what="weglopen"),))
    screen = open_page("timeline", case)
    screen = screen.button_group(key="timeline-side").set_value("session_tab").run()
    press(screen, "parking", "k1", "line")
    assert [one.title for one in cases.get(REFERENCE).events] == ["weglopen"]


@pytest.mark.parametrize("mode", ["whole", "years", "list"])
def test_the_line_shows_as_a_whole_by_years_and_as_a_list(open_page: Open, mode: str) -> None:
    screen = open_page("timeline", LINE)
    screen = screen.button_group(key="timeline-mode").set_value(mode).run()
    assert not screen.exception
    assert len(screen.dataframe) == (mode == "list")


def test_the_figures_are_counted_when_somebody_opens_them(open_page: Open) -> None:
    screen = open_page("timeline", LINE)
    closed = shown(screen)
    screen.session_state["figures"] = True
    opened = shown(screen.run())
    assert "Hoe we tellen" not in closed
    assert "Hoe we tellen" in opened


def grid_of(open_page: Open, case: Case):
    screen = open_page("timeline", case)
    return screen.button_group(key="timeline-mode").set_value("list").run()


def grid_key(screen) -> str:
    return screen.dataframe[0].proto.id.split("-", 2)[2]


def test_a_cell_of_the_grid_saves_itself(open_page: Open, cases: CaseStore) -> None:
    screen = grid_of(open_page, LINE)
    edit_grid(screen, grid_key(screen), {1: {"title": "Naar oma"}})
    assert events(cases) == [("e1", "Melding"), ("e2", "Naar oma")]


def test_a_grid_that_changed_order_still_writes_the_right_event(
    open_page: Open, cases: CaseStore
) -> None:
    screen = grid_of(open_page, LINE)
    before, moved = grid_key(screen), {0: {"said": "2021"}}
    screen = edit_grid(screen, before, moved)
    assert events(cases) == [("e2", "Verhuisd"), ("e1", "Melding")]
    kept = moved if grid_key(screen) == before else {}  # what a browser still remembers
    edit_grid(screen, grid_key(screen), {**kept, 1: {"title": "Zorgmelding"}})
    assert events(cases) == [("e2", "Verhuisd"), ("e1", "Zorgmelding")]
    assert {one.key: one.said for one in cases.get(REFERENCE).events} == {
        "e1": "2021",
        "e2": "",
    }
