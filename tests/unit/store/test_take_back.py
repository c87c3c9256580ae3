from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Deed, Put, Remove
from casusanalyse.domain.participant import Note
from casusanalyse.domain.problems import Refusal
from casusanalyse.store.cases import CaseStore
from tests.builders import a_case, an_event
from tests.unit.store.strategies import UNHURRIED

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
BEGIN = Deed(who="voorzitter", at=NOW, verb="case_created")
SAVED = Deed(who="voorzitter", at=NOW, verb="note_saved")
UNDONE = Deed(who="voorzitter", at=NOW, verb="undone")
HERE = "2026-0001"


def words_of(case: Case) -> dict[str, str]:
    return {note.key: note.text for note in case.notes}


def refused(store: CaseStore, step: int) -> str:
    with pytest.raises(Refusal) as found:
        store.take_back(HERE, step, UNDONE)
    return found.value.code


@pytest.fixture
def opened(store: CaseStore) -> CaseStore:
    """A store with one empty case."""
    store.create(a_case(), BEGIN)
    return store


def test_a_step_of_many_changes_is_taken_back_whole(opened: CaseStore) -> None:
    event, note = opened.write(
        HERE, SAVED, Put(an_event("2019-03-12")), Put(Note(key="hoop", text="rust"))
    )
    opened.write(HERE, SAVED, Remove(event), Put(replace(note, text="samen")))

    opened.take_back(HERE, opened.version(HERE), UNDONE)

    case = opened.get(HERE)
    assert case.events == (replace(event, version=3),)
    assert case.notes == (replace(note, version=3),)


def test_the_undo_tells_what_it_took_back_and_is_a_step_of_its_own(opened: CaseStore) -> None:
    opened.write(HERE, SAVED, Put(Note(key="hoop", text="rust")))
    step = opened.version(HERE)
    opened.take_back(HERE, step, UNDONE)
    undo = opened.deeds(HERE)[0]
    assert undo == replace(UNDONE, number=undo.number, step=undo.number, undoes=step)


def test_a_step_of_pauses_goes_back_to_before_the_first_letter(opened: CaseStore) -> None:
    (note,) = opened.write(HERE, SAVED, Put(Note(key="hoop", text="oud")))
    for seconds, text in ((60, "n"), (70, "ni"), (80, "nieuw")):
        at = NOW + timedelta(seconds=seconds)
        (note,) = opened.write(HERE, replace(SAVED, at=at), Put(replace(note, text=text)))
    opened.take_back(HERE, opened.deeds(HERE)[0].step, UNDONE)
    assert words_of(opened.get(HERE)) == {"hoop": "oud"}


def test_taking_back_an_undo_is_a_redo(opened: CaseStore) -> None:
    opened.write(HERE, SAVED, Put(Note(key="hoop", text="rust")))
    opened.take_back(HERE, opened.version(HERE), UNDONE)
    opened.take_back(HERE, opened.version(HERE), UNDONE)
    assert words_of(opened.get(HERE)) == {"hoop": "rust"}


def test_work_of_somebody_else_is_never_taken_back_with_it(opened: CaseStore) -> None:
    (note,) = opened.write(HERE, SAVED, Put(Note(key="hoop", text="rust")))
    step = opened.version(HERE)
    other = replace(SAVED, who="notulist")
    (theirs,) = opened.write(HERE, other, Put(replace(note, text="van de ander")))
    version = opened.version(HERE)

    assert refused(opened, step) == "changed_elsewhere"
    assert (opened.get(HERE).notes, opened.version(HERE)) == ((theirs,), version)


def test_a_removal_that_somebody_else_filled_up_stays(opened: CaseStore) -> None:
    (note,) = opened.write(HERE, SAVED, Put(Note(key="hoop", text="rust")))
    opened.write(HERE, SAVED, Remove(note))
    step = opened.version(HERE)
    opened.write(HERE, replace(SAVED, who="notulist"), Put(Note(key="hoop", text="nieuw")))
    assert refused(opened, step) == "changed_elsewhere"


def test_a_step_cannot_be_taken_back_twice(opened: CaseStore) -> None:
    opened.write(HERE, SAVED, Put(Note(key="hoop", text="rust")))
    step = opened.version(HERE)
    opened.take_back(HERE, step, UNDONE)
    assert refused(opened, step) == "changed_elsewhere"


def test_a_step_without_changes_is_refused(opened: CaseStore) -> None:
    assert refused(opened, opened.version(HERE)) == "nothing_to_undo"
    assert refused(opened, 10**6) == "nothing_to_undo"


def test_a_step_of_another_case_is_refused(opened: CaseStore) -> None:
    opened.create(a_case(key="b", reference="2026-0002"), BEGIN)
    opened.write("2026-0002", SAVED, Put(Note(key="hoop", text="rust")))
    assert refused(opened, opened.version("2026-0002")) == "nothing_to_undo"


CHANGES = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["", "een", "twee"])), max_size=8
)


@UNHURRIED
@given(changes=CHANGES)
def test_undoing_everything_brings_back_the_start_and_redoing_everything_the_end(
    store: CaseStore, changes: list[tuple[str, str]]
) -> None:
    """An empty word removes the note, another one puts it."""
    store.create(a_case(notes=(Note(key="a", text="begin"),)), BEGIN)
    stories = [words_of(store.get(HERE))]
    steps = []
    for pause, (key, word) in enumerate(changes):
        _do(store, key, word, replace(SAVED, at=NOW + timedelta(minutes=pause)))
        if (story := words_of(store.get(HERE))) != stories[-1]:
            stories.append(story)
            steps.append(store.version(HERE))

    undos = []
    for step, story in zip(reversed(steps), reversed(stories[:-1]), strict=True):
        store.take_back(HERE, step, UNDONE)
        undos.append(store.version(HERE))
        assert words_of(store.get(HERE)) == story
    for undo, story in zip(reversed(undos), stories[1:], strict=True):
        store.take_back(HERE, undo, UNDONE)
        assert words_of(store.get(HERE)) == story
    store.destroy(HERE)


def _do(store: CaseStore, key: str, word: str, deed: Deed) -> None:
    notes = {note.key: note for note in store.get(HERE).notes}
    note = notes.get(key, Note(key=key))
    if word:
        store.write(HERE, deed, Put(replace(note, text=word)))
    elif note.version:
        store.write(HERE, deed, Remove(note))
