"""One phone at the table: one word, or one place on a line, and always the right not to."""

from dataclasses import dataclass
from datetime import datetime

from casusanalyse.domain.devices import (
    SPARE_TICKETS,
    WORDS_LENGTH,
    PhoneAnswer,
    PhoneQuestion,
)
from casusanalyse.domain.participant import POSITIONS
from casusanalyse.domain.problems import Refusal
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.codes import new_token, read_code, tried
from casusanalyse.usecases.desk import new_key
from casusanalyse.usecases.phones import redraw


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneView:
    """What one phone shows.

    Attributes:
        question: what is asked now; None between two questions.
        answer: what this phone sent to it, or None.
    """

    question: PhoneQuestion | None
    answer: PhoneAnswer | None


def join(store: CaseStore, typed: str, now: datetime) -> str:
    """Let a phone take part.

    Args:
        store: the cases of this installation.
        typed: the code of the session as somebody typed or scanned it.
        now: aware, UTC.

    Returns:
        The ticket this phone shows from now on; it says nothing about the phone.

    Raises:
        Refusal: `code_wrong`, always the same; `phones_full`.
    """
    code, ticket = read_code(typed), new_token()
    reference = tried(store, now, lambda: store.phones.find(code, now))
    most = len(store.get(reference).participants) + SPARE_TICKETS
    if not store.phones.join(reference, ticket, most=most):
        raise Refusal("phones_full")
    return ticket


def phone_view(store: CaseStore, ticket: str | None, now: datetime) -> PhoneView | None:
    """Return what a phone shows; None when it does not take part (any more)."""
    found = store.phones.of_ticket(ticket, now) if ticket else None
    if found is None or ticket is None:
        return None
    question = found[1].question
    answer = store.phones.answer(ticket, question) if question else None
    return PhoneView(question=question, answer=answer)


def send_words(
    store: CaseStore, ticket: str, question: PhoneQuestion, words: str, now: datetime
) -> None:
    """Keep a word or short sentence in the place of an earlier one, hidden (again).

    Raises:
        Refusal: `phones_closed`, `words_missing`, `words_long`, `not_understood`;
            `question_gone` when something else is asked by now.
    """
    said = " ".join(words.split())
    if question.is_place:
        raise Refusal("not_understood")
    if not said:
        raise Refusal("words_missing")
    if len(said) > WORDS_LENGTH:
        raise Refusal("words_long", most=WORDS_LENGTH)
    answer = PhoneAnswer(key=new_key(), question=question, words=said)
    _put(store, ticket, answer, now)


def send_place(
    store: CaseStore, ticket: str, question: PhoneQuestion, place: int, now: datetime
) -> None:
    """Keep a place on the line in the place of an earlier one, hidden (again).

    Raises:
        Refusal: `phones_closed`, `question_gone`, `not_understood`.
    """
    if not question.is_place or place not in POSITIONS:
        raise Refusal("not_understood")
    answer = PhoneAnswer(key=new_key(), question=question, place=place)
    _put(store, ticket, answer, now)


def rather_not(store: CaseStore, ticket: str, question: PhoneQuestion, now: datetime) -> None:
    """Keep that this phone leaves a question; nobody gets to see that.

    Raises:
        Refusal: `phones_closed`, `question_gone`.
    """
    _put(store, ticket, PhoneAnswer(key=new_key(), question=question), now)


def take_back(store: CaseStore, ticket: str, question: PhoneQuestion, now: datetime) -> None:
    """Take away what a phone sent, from the screen too; it may answer again.

    Raises:
        Refusal: `phones_closed`, `question_gone`.
    """
    reference = _asked(store, ticket, question, now)
    was_seen = _is_seen(store, ticket, question)
    store.phones.withdraw(ticket, question)
    if was_seen:
        redraw(store, reference)


def _put(store: CaseStore, ticket: str, answer: PhoneAnswer, now: datetime) -> None:
    reference = _asked(store, ticket, answer.question, now)
    was_seen = _is_seen(store, ticket, answer.question)
    store.phones.put(ticket, answer)
    if was_seen:
        redraw(store, reference)


def _asked(store: CaseStore, ticket: str, question: PhoneQuestion, now: datetime) -> str:
    """Return the case in which this question is asked now."""
    found = store.phones.of_ticket(ticket, now)
    if found is None:
        raise Refusal("phones_closed")
    reference, phones = found
    if phones.question is not question:
        raise Refusal("question_gone")
    return reference


def _is_seen(store: CaseStore, ticket: str, question: PhoneQuestion) -> bool:
    before = store.phones.answer(ticket, question)
    return before is not None and before.is_seen
