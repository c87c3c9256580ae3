from casusanalyse.domain.insight import Insight
from casusanalyse.domain.participant import Agreement, Note
from casusanalyse.domain.vocabulary import AgreementMoment
from tests.builders import a_case, an_event
from tests.pages.conftest import Open
from tests.pages.screen import fields, parts, press, save, screen_of, shown, told_to

NO = "Vader weigert hulp."


def process_note(screen) -> dict:
    return next(one for one in fields(screen, "notes-process-4") if one["id"])


def at_session_tab(open_page: Open, case):
    screen = open_page("timeline", case)
    return screen.button_group(key="timeline-side").set_value("session_tab").run()


def test_a_process_note_gets_one_quiet_aside_and_keeps_its_words(open_page: Open) -> None:
    screen = at_session_tab(open_page, a_case())
    assert process_note(screen)["aside"] is None
    two = "Vader weigert en liegt. Moeder is onwillig."
    screen = save(screen, "notes-process-4", "notes/process-4/text", two)
    note = process_note(screen)
    assert note["value"] == two
    assert note["aside"]["text"].startswith("“weigert” kan als verwijt klinken.")
    assert note["aside"]["actions"] == []


def test_an_answer_of_the_group_gets_no_aside(open_page: Open) -> None:
    case = a_case(notes=(Note(key="standing-out", text=NO),))
    screen = open_page("insights", case)
    assert [one["aside"] for one in fields(screen, "notes-standing-out")] == [None]


def test_a_draft_without_such_words_has_no_list(open_page: Open) -> None:
    assert "language" not in parts(open_page("report", a_case()))


def test_the_report_lists_the_words_with_a_link_to_their_place(open_page: Open) -> None:
    screen = open_page("report", a_case(an_event("2020-01-01", "Melding", key="e1", what=NO)))
    assert screen.expander[0].label == "Eén zin om nog eens naar te kijken"
    (block,) = told_to(screen, "language")["blocks"]
    assert (block["title"], block["lines"][0]) == ("Melding · Wat gebeurde er?", NO)
    screen = press(screen, "language", "0", "go")
    assert screen_of(screen) == "timeline"
    assert told_to(screen, "event")["blocks"][0]["key"] == "e1-line"


def test_one_sentence_is_listed_once_with_all_its_asides(open_page: Open) -> None:
    what = "Vader weigert en liegt. Hij is onwillig."
    screen = open_page("report", a_case(an_event("2020-01-01", what=what)))
    lines = [block["lines"] for block in told_to(screen, "language")["blocks"]]
    assert [(line[0], len(line)) for line in lines] == [
        ("Vader weigert en liegt.", 3),
        ("Hij is onwillig.", 2),
    ]


def test_a_long_list_shows_the_first_eight(open_page: Open) -> None:
    events = [an_event("2020-01-01", what=NO) for _ in range(10)]
    screen = open_page("report", a_case(*events))
    assert len(told_to(screen, "language")["blocks"]) == 8
    assert "En nog 2." in shown(screen)


def test_every_place_leads_to_its_own_screen(open_page: Open) -> None:
    case = a_case(
        notes=(Note(key="dynamics-notice", text=NO),),
        insights=(Insight(key="i1", text=NO),),
        agreements=(Agreement(key="a1", what=NO, moment=AgreementMoment.TODAY),),
    )
    screen = open_page("report", case)
    found = [block["title"] for block in told_to(screen, "language")["blocks"]]
    assert len(found) == 3
    places = []
    for at in range(3):
        places.append(screen_of(press(screen, "language", str(at), "go")))
        screen.session_state["ca.go"] = "report"
        screen = screen.run()
    assert places == ["insights", "together", "together"]
