"""Phones at the table, as the chair leads them: off, unless the chair wants them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from casusanalyse.domain.case import Case
from casusanalyse.domain.devices import PhoneAnswer, PhoneQuestion, Phones
from casusanalyse.domain.participant import Participant
from casusanalyse.store.cases import CaseStore
from casusanalyse.store.phones import PhoneSessions
from casusanalyse.usecases.codes import new_code
from casusanalyse.usecases.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What the chair sees of one question: how many, and only then which words.

    Attributes:
        waiting: how many answers the group does not see yet.
        seen: what the chair showed, left out or not; a place has no words.
    """

    waiting: int
    seen: tuple[PhoneAnswer, ...]


def phones_of(desk: Desk) -> Phones | None:
    """Return the open phones of the case on the desk; None while they are closed."""
    return desk.cases.phones.get(desk.reference, desk.now)


def open_phones(desk: Desk, address: str) -> Phones:
    """Let phones take part, with a new code; nothing is asked yet.

    Args:
        desk: of the chair.
        address: where phones reach this computer, such as `192.0.2.7:8501`.

    Raises:
        Refusal: `chair_only`, `unknown_case`.
    """
    phones = Phones(code=new_code(), address=address, opened_at=desk.now)
    with _led(desk) as kept:
        kept.open(desk.reference, phones)
    return phones


def close_phones(desk: Desk) -> None:
    """Send all phones away and erase what they sent.

    Raises:
        Refusal: `chair_only`, `unknown_case`.
    """
    with _led(desk) as kept:
        kept.close(desk.reference)


def ask_phones(desk: Desk, question: PhoneQuestion | None) -> None:
    """Ask all phones one question, or none.

    Raises:
        Refusal: `chair_only`, `unknown_case`.
    """
    desk.refuse_others()
    desk.cases.phones.ask(desk.reference, question)


def tell_address(desk: Desk, address: str) -> None:
    """Tell where phones reach this computer, after it moved to another network.

    Raises:
        Refusal: `chair_only`, `unknown_case`.
    """
    with _led(desk) as kept:
        kept.move(desk.reference, address)


def show_answers(desk: Desk, question: PhoneQuestion) -> None:
    """Let the group see what came in so far; what comes later stays hidden again.

    Raises:
        Refusal: `chair_only`, `unknown_case`.
    """
    with _led(desk) as kept:
        kept.show(desk.reference, question)


def leave_out(desk: Desk, key: str, *, left_out: bool = True) -> None:
    """Take one answer off the screen, or put it back.

    Raises:
        Refusal: `chair_only`, `unknown_case`.
    """
    with _led(desk) as kept:
        kept.leave_out(desk.reference, key, left_out=left_out)


@contextmanager
def _led(desk: Desk) -> Iterator[PhoneSessions]:
    """Let only the chair change the phones, and the beamer notice it."""
    desk.refuse_others()
    yield desk.cases.phones
    redraw(desk.cases, desk.reference)


def received(desk: Desk, question: PhoneQuestion) -> Received:
    """Return how many answers there are to a question, and those the group has seen."""
    given = [
        one
        for one in desk.cases.phones.answers(desk.reference, desk.now)
        if one.question is question and one.is_given
    ]
    seen = tuple(one for one in given if one.shown)
    return Received(waiting=len(given) - len(seen), seen=_in_quiet_order(seen))


def with_phones(desk: Desk, case: Case) -> Case:
    """Return the case with what the group may see of the phones, as people without a name.

    They come first, so that a new word is on the first page. For a picture only: nothing of it
    is ever saved in the case.
    """
    answers = desk.cases.phones.answers(desk.reference, desk.now)
    seen = _in_quiet_order(one for one in answers if one.is_seen)
    return replace(case, participants=(*map(_nameless, seen), *case.participants))


def _nameless(answer: PhoneAnswer) -> Participant:
    said: dict[str, Any] = {answer.question.value: answer.words or answer.place}
    return Participant(key=answer.key, name="", **said)


def _in_quiet_order(answers: Iterable[PhoneAnswer]) -> tuple[PhoneAnswer, ...]:
    """By the alphabet, so that no place on the screen tells who was first."""
    return tuple(sorted(answers, key=lambda one: (one.words.casefold(), one.key)))


def redraw(store: CaseStore, reference: str) -> None:
    """Let the beamer notice that the group may see something else."""
    store.sittings.change(reference, lambda one: replace(one, phones=one.phones + 1))
