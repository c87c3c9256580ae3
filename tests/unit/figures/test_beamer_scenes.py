"""What each scene of the beamer says, and what it leaves out."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from casusanalyse.content.cards import asked_in, stop_questions
from casusanalyse.content.steps import steps
from casusanalyse.content.text import text
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Professional
from casusanalyse.domain.participant import Agreement, Participant
from casusanalyse.domain.sitting import Scene, SceneKind
from casusanalyse.domain.timeline import Involved, Period
from casusanalyse.domain.vocabulary import (
    AgreementMoment,
    Bond,
    FrameKind,
    Lane,
    StayKind,
)
from casusanalyse.figures.beamer_agreements import agreements_scene
from casusanalyse.figures.beamer_break import break_picture
from casusanalyse.figures.beamer_event import event_scene
from casusanalyse.figures.beamer_list import MOST
from casusanalyse.figures.beamer_positions import positions_scene
from casusanalyse.figures.beamer_question import question_scene
from casusanalyse.figures.beamer_stop import stop_picture
from casusanalyse.figures.beamer_words import Said, said_in, word_pages, words_scene
from casusanalyse.figures.palette import DIM_GROUND
from casusanalyse.figures.svg import Picture
from tests.builders import a_case, a_span, an_event
from tests.unit.figures.beamer_sheet import words_on, wrong

TODAY = date(2026, 11, 24)
ANYTHING = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=160)


def lines(picture: Picture) -> list[str]:
    return [one.said for one in words_on(picture)]


def foot() -> list[str]:
    return [step.short for step in steps()]


def people(*check_ins: str) -> tuple[Participant, ...]:
    return tuple(
        Participant(key=f"p{at}", name=f"Persoon{at}", check_in=said, hope=f"Hoop{at}")
        for at, said in enumerate(check_ins)
    )


# -- the question


def test_the_page_chooses_the_question_and_after_the_last_comes_the_first():
    asked = asked_in(2)
    first = question_scene(a_case(), Scene(step=2), TODAY)
    assert lines(first) == [
        "Stap 2",
        steps()[1].title,
        "Hoe staan we: naast elkaar",
        "of tegenover elkaar?",
        *foot(),
    ]
    again = question_scene(a_case(), Scene(step=2, page=len(asked)), TODAY)
    assert again == first


# -- words


def test_words_stand_in_the_order_they_were_said_and_without_a_name():
    case = a_case(participants=people("moe", "", "blij"))
    said = said_in(case, 1)
    assert [one.words for one in said] == [("moe", "blij"), ("Hoop0", "Hoop1", "Hoop2")]
    shown = lines(words_scene(said, Scene(kind=SceneKind.WORDS)))
    assert [one for one in shown if one in {"moe", "blij"}] == ["moe", "blij"]
    assert not [one for one in shown if "Persoon" in one]


def test_in_the_last_step_stand_the_words_people_take_along():
    going = Participant(key="p1", name="Joke", check_in="moe", takes_along="de lange lijn")
    (said,) = said_in(a_case(participants=(going,)), 5)
    assert said.words == ("de lange lijn",)


def test_seven_words_at_a_time_and_the_hopes_come_after_them():
    said = said_in(a_case(participants=people(*"abcdefghi")), 1)
    pages = word_pages(said)
    assert [one.words for one in pages[:2]] == [tuple("abcdefg"), ("h", "i")]
    assert pages[2].question == text("beamer.hope")
    beyond = words_scene(said, Scene(page=len(pages)))
    assert beyond == words_scene(said, Scene(page=0))


def test_nobody_spoke_yet_and_the_list_is_empty_without_an_excuse():
    picture = words_scene(said_in(a_case(), 1), Scene())
    assert lines(picture)[-7:] == ["Hoe is het om", "hier te zijn?", *foot()]


@given(st.lists(ANYTHING.filter(str.strip), max_size=30))
@settings(max_examples=60, deadline=None)
def test_no_word_gets_lost_and_every_page_can_be_read(words):
    said = (Said(question="Hoe is het om hier te zijn?", words=tuple(words)),)
    pages = word_pages(said)
    assert [one for page in pages for one in page.words] == words
    assert max(len(page.words) for page in pages) <= MOST
    for number in range(len(pages)):
        assert wrong(words_scene(said, Scene(page=number))) == []


# -- the line of step 2


def placed(*places: tuple[int | None, int | None]) -> tuple[Participant, ...]:
    return tuple(
        Participant(key=f"p{at}", name=f"Persoon{at}", position=start, position_after=end)
        for at, (start, end) in enumerate(places)
    )


def dots(picture: Picture) -> int:
    return picture.svg.count("<circle")


def test_everybody_who_gave_a_place_is_a_dot_without_a_name():
    case = a_case(participants=placed((0, None), (4, None), (None, None)))
    picture = positions_scene(case, Scene(step=2), TODAY)
    assert dots(picture) == 2
    assert not [one for one in lines(picture) if "Persoon" in one]
    assert picture.alt == "Hoe staan we? bij het begin: van tegenover elkaar tot naast elkaar."


def test_at_the_end_the_beginning_stays_beside_it():
    case = a_case(participants=placed((0, 3), (1, 3), (None, 4)))
    picture = positions_scene(case, Scene(step=5), TODAY)
    assert dots(picture) == 5
    assert {"bij het begin", "nu"} <= set(lines(picture))


@given(st.lists(st.tuples(st.integers(0, 4), st.none() | st.integers(0, 4)), max_size=25))
@settings(max_examples=40, deadline=None)
def test_no_spread_of_a_group_covers_a_word(places):
    picture = positions_scene(a_case(participants=placed(*places)), Scene(step=2), TODAY)
    assert wrong(picture) == []


# -- agreements


def test_today_the_agreements_of_today_and_at_the_end_those_for_afterwards():
    today = Agreement(key="a1", what="Eén tegelijk.", moment=AgreementMoment.TODAY, who="Joke")
    later = Agreement(key="a2", what="We bellen eerst.", who="Sanne", due="1 mei")
    case = a_case(agreements=(today, later))
    assert agreements_scene(case, Scene(step=2), TODAY).alt == (
        "Dit spreken we vandaag af. Eén tegelijk."
    )
    assert agreements_scene(case, Scene(step=5), TODAY).alt == (
        "Dit spreken we af voor hierna. We bellen eerst. (Sanne, 1 mei)"
    )


def test_an_eighth_agreement_stands_on_the_next_page():
    every = tuple(
        Agreement(key=f"a{at}", what=f"Afspraak{at}", moment=AgreementMoment.TODAY)
        for at in range(8)
    )
    second = agreements_scene(a_case(agreements=every), Scene(step=2, page=1), TODAY)
    assert [one for one in lines(second) if one.startswith("Afspraak")] == ["Afspraak7"]


# -- one event

NOOR = Person(key="noor", name="Noor", bond=Bond.CHILD, birth=a_span("2012-04-01").since)
BEFORE, AFTER = an_event("2020-01-01", "ervoor"), an_event("2021-06-01", "erna")
EVENT = an_event(
    "2020-09-01", "pleeggezin stopt", own_words="Noor: 'Ik heb niet gedag gezegd.'"
)


def shown(case, event=EVENT) -> Picture:
    scene = Scene(kind=SceneKind.EVENT, step=4, event=event.key)
    return event_scene(case, scene, TODAY)


def test_an_event_with_its_day_the_age_of_the_child_and_what_came_before_and_after():
    picture = shown(a_case(AFTER, EVENT, BEFORE, people=(NOOR,)))
    assert lines(picture) == [
        "1 sep 2020 · Noor was 8 jaar",
        "Pleeggezin stopt",
        "Noor: 'Ik heb niet gedag gezegd.'",
        "Ervoor",
        "1 jan 2020",
        "Erna",
        "1 jun 2021",
    ]


def test_around_it_stands_where_the_child_lived_in_which_frame_and_who_held_it():
    periods = (
        Period(key="1", lane=Lane.STAY, kind=StayKind.FOSTER_FAMILY, title="Bij Wil",
               when=a_span("2019-01-01", "2021-01-01")),
        Period(key="2", lane=Lane.FRAME, kind=FrameKind.SUPERVISION,
               when=a_span("2019-01-01", ongoing=True)),
        Period(key="3", lane=Lane.DIRECTION, party="lotte",
               when=a_span("2020-01-01", ongoing=True)),
    )  # fmt: skip
    lotte = Professional(key="lotte", name="Lotte", function="jeugdbeschermer")
    picture = shown(a_case(EVENT, periods=periods, professionals=(lotte,)))
    assert picture.alt == (
        "Pleeggezin stopt. 1 sep 2020. Noor: 'Ik heb niet gedag gezegd.'"
        " Verblijf: pleegzorg. Kader: ondertoezichtstelling. Regie: jeugdbeschermer."
    )


def test_a_time_without_anybody_in_charge_is_an_empty_box():
    held = Period(
        key="3", lane=Lane.DIRECTION, title="GI", when=a_span("2019-01-01", "2020-01-01")
    )
    picture = shown(a_case(EVENT, periods=(held,)))
    assert picture.alt.endswith("Regie: niemand.")
    assert picture.svg.count("stroke-dasharray") == 1
    assert "GI" not in lines(picture)


def test_who_were_there_are_seven_lines_at_most():
    workers = tuple(
        Professional(key=f"w{at}", name=f"Werker{at}", function="begeleider") for at in range(9)
    )
    event = replace(EVENT, involved=tuple(Involved(one.key) for one in workers))
    there = lines(shown(a_case(event, professionals=workers), event))
    found = there[there.index("Wie waren erbij") + 1 :][:MOST]
    assert found == [*(f"Werker{at}, begeleider" for at in range(6)), "en 3 anderen"]


def test_an_event_that_is_not_for_the_room_makes_place_for_the_question():
    gone = Scene(kind=SceneKind.EVENT, step=4, event="weg")
    assert event_scene(a_case(), gone, TODAY) == question_scene(a_case(), gone, TODAY)


def test_an_event_without_a_date_says_so():
    event = replace(EVENT, when=None, own_words="")
    assert lines(shown(a_case(BEFORE, event), event)) == [
        "Nog zonder datum",
        "Pleeggezin stopt",
    ]


@given(title=ANYTHING, own_words=ANYTHING, name=ANYTHING, role=ANYTHING)
@settings(max_examples=60, deadline=None)
def test_whatever_was_typed_the_event_can_be_read(title, own_words, name, role):
    workers = tuple(Professional(key=f"w{at}", name=name, function=role) for at in range(7))
    involved = tuple(Involved(one.key) for one in workers)
    event = replace(EVENT, title=title, own_words=own_words, involved=involved)
    neighbours = (replace(BEFORE, title=title), replace(AFTER, title=title))
    case = a_case(event, *neighbours, professionals=workers, people=(replace(NOOR, name=name),))
    assert wrong(shown(case, event)) == []


# -- stop and break


def test_the_stop_screen_asks_one_of_three_questions_in_the_dark():
    asked = [lines(stop_picture(number)) for number in range(3)]
    assert [" ".join(one[1:]) for one in asked] == list(stop_questions())
    assert {one[0] for one in asked} == {"We staan even stil"}
    assert DIM_GROUND in stop_picture(0).svg


def test_the_break_tells_until_when_if_anybody_knows():
    assert lines(break_picture("14:35")) == ["Pauze", "tot 14:35"]
    assert lines(break_picture()) == ["Pauze"]
