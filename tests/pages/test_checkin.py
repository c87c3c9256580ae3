from casusanalyse.domain.participant import Participant
from casusanalyse.store.cases import CaseStore
from tests.builders import a_case
from tests.pages.conftest import Open
from tests.pages.screen import press, put, save, screen_of, shown, told_to

REFERENCE = "2026-0001"
IDA = a_case(participants=(Participant(key="d1", name="Ida"),))


def names(screen) -> list[str]:
    return [block["title"] for block in told_to(screen, "participants")["blocks"]]


def test_somebody_joins_with_one_line(open_page: Open, cases: CaseStore) -> None:
    screen = put(open_page("checkin", a_case()), "participant", "Kees, voogd, Wijkteam")
    (one,) = cases.get(REFERENCE).participants
    assert (one.name, one.function, one.organisation) == ("Kees", "voogd", "Wijkteam")
    assert names(screen) == ["Kees"]


def test_a_line_without_a_name_is_refused(open_page: Open) -> None:
    screen = put(open_page("checkin", a_case()), "participant", ", voogd")
    assert told_to(screen, "entry-participant")["trouble"] == "Begin met een naam."


def test_how_somebody_sits_here_saves_itself(open_page: Open, cases: CaseStore) -> None:
    screen = save(open_page("checkin", IDA), "participants", "participants/d1/check_in", "moe")
    save(screen, "participants", "participants/d1/calm", 3)
    one = cases.get(REFERENCE).participants[0]
    assert (one.check_in, one.calm) == ("moe", 3)


def test_details_open_and_close(open_page: Open) -> None:
    screen = press(open_page("checkin", IDA), "participants", "d1", "open")
    opened = {one["id"] for one in told_to(screen, "participants")["blocks"][0]["fields"]}
    assert "participants/d1/email" in opened
    screen = press(screen, "participants", "d1", "close")
    closed = {one["id"] for one in told_to(screen, "participants")["blocks"][0]["fields"]}
    assert "participants/d1/email" not in closed


def test_somebody_leaves_the_list(open_page: Open, cases: CaseStore) -> None:
    press(open_page("checkin", IDA), "participants", "d1", "remove")
    assert cases.get(REFERENCE).participants == ()


def test_the_hopes_of_the_group_are_kept(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("checkin", a_case())
    save(screen, "notes-hopes-together", "notes/hopes-together/text", "rust")
    assert cases.get(REFERENCE).note("hopes-together") == "rust"


def test_what_the_step_could_still_use_stands_beside_it(open_page: Open) -> None:
    assert "Zet de eerste deelnemer op de lijst." in shown(open_page("checkin", a_case()))
    assert "Zet de eerste deelnemer op de lijst." not in shown(open_page("checkin", None))


def test_the_next_step_is_one_press_away(open_page: Open) -> None:
    assert (
        screen_of(open_page("checkin", a_case()).button(key="next").click().run()) == "together"
    )
