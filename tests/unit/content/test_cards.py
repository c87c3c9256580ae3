import pytest

from casusanalyse.content.cards import asked_in, deck_of, decks, stop_questions
from casusanalyse.content.steps import check_out_questions, steps
from casusanalyse.domain.sitting import STOP_QUESTIONS

STEPS = range(1, 6)
BLAMING = ("waarom", "wie heeft schuld", "schuld")


def test_every_step_has_its_own_questions_first_and_the_cards_of_the_method_after():
    assert [one.id for one in decks(4)] == [
        "step",
        "check_in",
        "zoom_out",
        "responsibilities",
        "zoom_in",
        "check_out",
    ]
    assert decks(4)[0].questions == steps()[3].questions
    assert decks(4)[-1].questions == check_out_questions()


@pytest.mark.parametrize("step", STEPS)
def test_every_question_stands_in_the_deck_it_is_asked_from(step):
    asked = asked_in(step)
    found = [deck_of(step, at) for at in range(len(asked))]
    assert [deck.questions[at - deck.first] for at, deck in enumerate(found)] == list(asked)


@pytest.mark.parametrize("step", STEPS)
def test_no_question_blames(step):
    asked = " ".join([*asked_in(step), *stop_questions()]).casefold()
    assert [word for word in BLAMING if word in asked] == []


def test_the_stop_asks_as_many_questions_as_it_turns_through():
    assert len(stop_questions()) == STOP_QUESTIONS
