from casusanalyse.domain.dates import Span, exactly
from casusanalyse.domain.sitting import Scene, SceneKind, Sitting
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import EventKind, Lane, StayKind
from casusanalyse.store.cases import CaseStore
from tests.builders import a_case, a_span, an_event
from tests.pages.conftest import Open
from tests.pages.screen import fields, save, shown, tell, told_to

REFERENCE = "2026-0001"
HOME = a_span("2012-03-04", "2019-03-04")
AWAY = Span(since=exactly(HOME.until.first), ongoing=True)
CASE = a_case(
    an_event("2024-01-01", "zwemmen", key="e1", kind=EventKind.GOOD_MOMENT),
    periods=(
        Period(key="q1", lane=Lane.STAY, kind=StayKind.HOME, when=HOME),
        Period(key="q2", lane=Lane.STAY, kind=StayKind.KIN, when=AWAY),
    ),
)


def sitting(cases: CaseStore) -> Sitting:
    return cases.sittings.get(REFERENCE)


def opened(open_page: Open):
    return tell(open_page("timeline", CASE, event="e1"), "top", long_line=True)


def picture(screen) -> str:
    return told_to(screen, "long-line")["svg"]


def test_the_key_opens_the_line_here_and_on_the_beamer(
    open_page: Open, cases: CaseStore
) -> None:
    screen = opened(open_page)
    assert not screen.exception
    assert "Plekken, laag 1 van 4" in shown(screen)
    scene = Scene(kind=SceneKind.LONG_LINE, step=4, page=0, event="e1")
    assert sitting(cases).scene == scene


def test_stepping_on_shows_the_next_page_on_both(open_page: Open, cases: CaseStore) -> None:
    screen = opened(open_page)
    before = picture(screen)
    screen = screen.button(key="line-next").click().run()
    assert (sitting(cases).scene.page, picture(screen) != before) == (1, True)
    screen = screen.button(key="line-previous").click().run()
    assert (sitting(cases).scene.page, picture(screen)) == (0, before)


def test_the_national_figure_comes_only_when_asked_for(
    open_page: Open, cases: CaseStore
) -> None:
    screen = opened(open_page).button(key="line-next").click().run()
    screen = screen.button(key="line-national").click().run()
    assert (sitting(cases).scene.page, "46%" in picture(screen)) == (2, True)
    screen = screen.button(key="line-next").click().run()
    assert sitting(cases).scene.page == 3
    screen = screen.button(key="line-previous").click().run()
    assert sitting(cases).scene.page == 1


def test_the_same_key_returns_to_the_exact_event(open_page: Open, cases: CaseStore) -> None:
    screen = tell(opened(open_page), "top", long_line=True)
    assert sitting(cases).scene == Scene(kind=SceneKind.EVENT, step=4, event="e1")
    assert sitting(cases).follows
    assert told_to(screen, "timeline")["chosen"] == "e1"


def test_the_chair_says_a_sentence_in_another_way(open_page: Open, cases: CaseStore) -> None:
    screen = opened(open_page).button(key="line-next").click().run()
    screen = save(screen, "line-sentence", "notes/line-places/text", "Twee huizen.")
    assert ("Twee huizen." in picture(screen), cases.get(REFERENCE).note("line-places")) == (
        True,
        "Twee huizen.",
    )
    screen = save(screen, "line-sentence", "notes/line-places/text", "")
    (field,) = fields(screen, "line-sentence")
    assert field["value"] == "Vlinder woonde op twee plekken."


def test_the_end_is_the_end(open_page: Open, cases: CaseStore) -> None:
    screen = opened(open_page)
    for _ in range(7):
        screen = screen.button(key="line-next").click().run()
    assert screen.button(key="line-next").disabled
    assert "Dit is het einde van de lijn." in shown(screen)
    assert sitting(cases).scene.page == 8


def test_the_chair_is_reminded_of_good_moments_in_the_first_years(open_page: Open) -> None:
    screen = opened(open_page)
    for _ in range(2):
        screen = screen.button(key="line-next").click().run()
    assert "In de eerste jaren staat nog geen goed moment." in shown(screen)


def test_a_case_without_dates_invites(open_page: Open) -> None:
    screen = tell(open_page("timeline", a_case()), "top", long_line=True)
    assert not screen.exception
    assert "komt hier de grote lijn van Vlinder" in picture(screen)
    assert [one.key for one in screen.button if (one.key or "").startswith("line-")] == []


def test_from_another_screen_the_key_leads_to_the_line(open_page: Open) -> None:
    screen = tell(open_page("network", CASE), "top", long_line=True)
    assert "Plekken, laag 1 van 4" in shown(screen)


def test_a_new_window_that_comes_back_stands_where_the_beamer_is(
    open_page: Open, cases: CaseStore
) -> None:
    opened(open_page).button(key="line-next").click().run()
    screen = open_page("timeline", reference=REFERENCE, long_line="volgt")
    assert "Vlinder woonde op twee plekken." in picture(screen)
