from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.domain.change import Deed, Put, Remove
from casusanalyse.domain.participant import Note
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.cases import archive_case, new_case
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.history import past_of, redo, undo
from tests.refusals import refusal
from tests.unit.store.strategies import UNHURRIED

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@pytest.fixture
def desk(store: CaseStore) -> Desk:
    return a_desk(store)


def a_desk(store: CaseStore) -> Desk:
    case = new_case(store, working_name="Vlinder", now=NOW)
    return Desk(cases=store, reference=case.reference, now=NOW)


def say(desk: Desk, key: str, text: str) -> None:
    """Write a note, or take it away with an empty text."""
    notes = {note.key: note for note in desk.case().notes}
    note = notes.get(key, Note(key=key))
    if text:
        desk.write("note_saved", Put(replace(note, text=text)))
    elif note.version:
        desk.write("note_removed", Remove(note))


def said(desk: Desk) -> dict[str, str]:
    return {note.key: note.text for note in desk.case().notes}


def later(desk: Desk, minutes: float) -> Desk:
    return replace(desk, now=NOW + timedelta(minutes=minutes))


def test_a_new_case_has_nothing_to_undo_or_redo(desk: Desk) -> None:
    past = past_of(desk)
    assert (past.undo, past.redo) == (None, None)
    assert past.newest is not None
    assert past.newest.verb == "case_created"
    assert refusal(undo, desk) == "nothing_to_undo"
    assert refusal(redo, desk) == "nothing_to_redo"


def test_undo_and_redo_tell_what_they_took_back(desk: Desk) -> None:
    archive_case(desk)
    archived = past_of(desk).newest

    assert undo(desk) == archived
    assert desk.case().intake.archived_at is None
    undone = past_of(desk).newest
    assert undone is not None
    assert (undone.verb, undone.who, undone.at) == ("undone", "voorzitter", NOW)
    assert redo(desk) == undone
    assert desk.case().intake.archived_at == NOW


def test_many_undos_can_all_be_redone(desk: Desk) -> None:
    for minute, text in enumerate(["een", "twee", "drie"]):
        say(later(desk, minute), "hoop", text)
    for left in ({"hoop": "twee"}, {"hoop": "een"}, {}):
        undo(desk)
        assert said(desk) == left
    for back in ({"hoop": "een"}, {"hoop": "twee"}, {"hoop": "drie"}):
        redo(desk)
        assert said(desk) == back
    assert refusal(redo, desk) == "nothing_to_redo"


def test_what_was_redone_can_be_undone_again(desk: Desk) -> None:
    say(desk, "hoop", "rust")
    for _ in range(3):
        undo(desk)
        assert said(desk) == {}
        redo(desk)
        assert said(desk) == {"hoop": "rust"}


def test_new_work_after_an_undo_leaves_nothing_to_redo(desk: Desk) -> None:
    say(desk, "hoop", "rust")
    undo(desk)
    say(later(desk, 1), "vraag", "hoe")
    assert refusal(redo, desk) == "nothing_to_redo"
    undo(desk)
    assert said(desk) == {}


def test_everybody_takes_back_their_own_work(desk: Desk) -> None:
    other = replace(desk, who="notulist")
    say(desk, "hoop", "rust")
    say(other, "vraag", "hoe")
    undo(desk)
    assert said(desk) == {"vraag": "hoe"}
    assert refusal(undo, desk) == "nothing_to_undo"


def test_what_somebody_else_went_on_with_is_not_taken_back(desk: Desk) -> None:
    say(desk, "hoop", "rust")
    say(replace(desk, who="notulist"), "hoop", "rust en tijd")
    assert refusal(undo, desk) == "changed_elsewhere"
    assert said(desk) == {"hoop": "rust en tijd"}


ACTS = st.lists(
    st.one_of(
        st.sampled_from(["undo", "redo"]),
        st.tuples(st.sampled_from("abc"), st.sampled_from(["", "een", "twee"])),
    ),
    max_size=14,
)


@UNHURRIED
@given(acts=ACTS)
def test_undo_and_redo_behave_as_two_piles_of_pages(store: CaseStore, acts: list) -> None:
    """The model: one pile of earlier stories and one of later stories."""
    desk = a_desk(store)
    earlier: list[dict[str, str]] = []
    now: dict[str, str] = {}
    after: list[dict[str, str]] = []
    for minute, act in enumerate(acts):
        here = later(desk, minute)
        if act == "undo" and not earlier:
            assert refusal(undo, here) == "nothing_to_undo"
        elif act == "redo" and not after:
            assert refusal(redo, here) == "nothing_to_redo"
        elif act == "undo":
            undo(here)
            after.append(now)
            now = earlier.pop()
        elif act == "redo":
            redo(here)
            earlier.append(now)
            now = after.pop()
        else:
            say(here, *act)
            if said(here) != now:
                earlier.append(now)
                now, after = said(here), []
        assert said(here) == now
    store.destroy(desk.reference)


def test_a_deed_says_who_did_what_and_when(desk: Desk) -> None:
    other = replace(desk, who="notulist", now=NOW + timedelta(minutes=3))
    assert other.deed("note_saved") == Deed(
        who="notulist", at=NOW + timedelta(minutes=3), verb="note_saved"
    )
