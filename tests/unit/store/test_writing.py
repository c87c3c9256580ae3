from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from casusanalyse.domain.change import DRAFTING, Deed, Put, Remove
from casusanalyse.domain.participant import Note
from casusanalyse.domain.problems import Refusal
from casusanalyse.store.cases import CaseStore
from casusanalyse.store.schema import open_database
from casusanalyse.store.tables import CASE, RECORD
from tests.builders import a_case, an_event

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
BEGIN = Deed(who="voorzitter", at=NOW, verb="case_created")
HERE = "2026-0001"


def a_deed(verb: str = "note_saved", seconds: float = 0, who: str = "voorzitter") -> Deed:
    return Deed(who=who, at=NOW + timedelta(seconds=seconds), verb=verb)


def refused(store: CaseStore, *changes: Put | Remove) -> str:
    with pytest.raises(Refusal) as found:
        store.write(HERE, a_deed(), *changes)
    return found.value.code


@pytest.fixture
def opened(store: CaseStore) -> CaseStore:
    """A store with one empty case."""
    store.create(a_case(), BEGIN)
    return store


def test_a_new_record_gets_version_one_and_every_save_adds_one(opened: CaseStore) -> None:
    (first,) = opened.write(HERE, a_deed(), Put(Note(key="hoop", text="rust")))
    (second,) = opened.write(HERE, a_deed(), Put(replace(first, text="samen")))

    assert first == Note(key="hoop", text="rust", version=1)
    assert second == Note(key="hoop", text="samen", version=2)
    assert opened.get(HERE).notes == (second,)


def test_a_removed_record_is_gone(opened: CaseStore) -> None:
    (note,) = opened.write(HERE, a_deed(), Put(Note(key="hoop", text="rust")))
    assert opened.write(HERE, a_deed(), Remove(note)) == ()
    assert opened.get(HERE).notes == ()
    assert refused(opened, Put(replace(note, text="samen"))) == "gone"
    assert refused(opened, Remove(note)) == "gone"
    assert refused(opened, Put(Note(key="never", version=3))) == "gone"


def test_a_stale_save_is_refused_and_changes_nothing(opened: CaseStore) -> None:
    (note,) = opened.write(HERE, a_deed(), Put(Note(key="hoop", text="rust")))
    (newer,) = opened.write(HERE, a_deed(), Put(replace(note, text="van de ander")))

    assert refused(opened, Put(replace(note, text="van mij"))) == "changed_elsewhere"
    assert refused(opened, Remove(note)) == "changed_elsewhere"
    assert refused(opened, Put(Note(key="hoop", text="ook nieuw"))) == "changed_elsewhere"
    assert opened.get(HERE).notes == (newer,)


def test_a_window_that_saw_a_record_before_it_came_back_is_refused(opened: CaseStore) -> None:
    (old,) = opened.write(HERE, a_deed(), Put(Note(key="hoop", text="rust")))
    opened.write(HERE, a_deed(), Remove(old))
    (back,) = opened.write(HERE, a_deed(), Put(Note(key="hoop", text="opnieuw")))

    assert back.version > old.version
    assert refused(opened, Put(replace(old, text="laat"))) == "changed_elsewhere"


def test_one_refused_change_refuses_the_whole_deed(opened: CaseStore) -> None:
    before, version = opened.get(HERE), opened.version(HERE)
    good, bad = Put(an_event("2019-03-12")), Put(Note(key="hoop", version=4))
    assert refused(opened, good, bad) == "gone"
    assert (opened.get(HERE), opened.version(HERE)) == (before, version)


def test_a_deed_that_changes_nothing_leaves_no_trace(opened: CaseStore) -> None:
    (note,) = opened.write(HERE, a_deed(), Put(Note(key="hoop", text="rust")))
    version = opened.version(HERE)
    assert opened.write(HERE, a_deed(seconds=60), Put(note)) == (note,)
    assert opened.version(HERE) == version


def test_a_deed_tells_who_did_what_and_when(opened: CaseStore) -> None:
    opened.write(HERE, a_deed("note_saved", 5, "notulist"), Put(Note(key="hoop", text="rust")))
    newest, first = opened.deeds(HERE)
    assert newest == Deed(
        number=newest.number,
        step=newest.number,
        who="notulist",
        at=NOW + timedelta(seconds=5),
        verb="note_saved",
    )
    assert first == replace(BEGIN, number=first.number, step=first.number)
    assert opened.deeds(HERE, limit=1) == (newest,)


def test_a_case_never_loses_its_front_page(opened: CaseStore) -> None:
    intake = opened.get(HERE).intake
    with pytest.raises(TypeError):
        opened.write(HERE, a_deed(), Remove(intake))
    assert opened.get(HERE).intake == intake


def test_what_cannot_be_read_back_is_never_written(opened: CaseStore) -> None:
    broken = an_event("2019-03-12", kind="geen soort")
    with pytest.raises(ValueError, match="geen soort"):
        opened.write(HERE, a_deed(), Put(broken))
    with pytest.raises(ValueError, match="float"):
        opened.write(HERE, a_deed(), Put(Note(key="hoop", rank=float("nan"))))
    assert opened.get(HERE).events == ()


def test_an_error_of_the_database_never_quotes_a_case(empty_address: str) -> None:
    database = open_database(empty_address)
    case = {"key": "case-1", "reference": "2026-0001"}
    row = {
        "case_key": "case-1",
        "shelf": "notes",
        "key": "a",
        "version": 1,
        "body": "geheim woord",
    }
    with database.writing() as connection:
        connection.execute(insert(CASE).values(**case))
    with pytest.raises(IntegrityError) as found, database.writing() as connection:
        connection.execute(insert(RECORD), [row, row])
    database.engine.dispose()
    assert str(found.value).count("geheim woord") == 0


@pytest.mark.parametrize(
    ("second", "steps"),
    [
        pytest.param(a_deed(seconds=20), 1, id="the same within twenty seconds"),
        pytest.param(a_deed(seconds=21), 2, id="a longer pause"),
        pytest.param(a_deed("note_moved", seconds=1), 2, id="something else"),
        pytest.param(a_deed(seconds=1, who="notulist"), 2, id="somebody else"),
    ],
)
def test_typing_on_after_a_short_pause_is_one_step(
    opened: CaseStore, second: Deed, steps: int
) -> None:
    (note,) = opened.write(HERE, a_deed(), Put(Note(key="hoop", text="r")))
    opened.write(HERE, second, Put(replace(note, text="ru")))
    newest, before, _ = opened.deeds(HERE)
    assert len({newest.step, before.step}) == steps


def test_a_long_text_typed_without_long_pauses_is_one_step(opened: CaseStore) -> None:
    (note,) = opened.write(HERE, a_deed(), Put(Note(key="hoop")))
    for seconds in range(15, 150, 15):
        (note,) = opened.write(
            HERE, a_deed(seconds=seconds), Put(replace(note, text=f"{seconds}"))
        )
    assert len({deed.step for deed in opened.deeds(HERE)[:-1]}) == 1


def test_another_record_begins_another_step(opened: CaseStore) -> None:
    opened.write(HERE, a_deed(), Put(Note(key="hoop", text="r")))
    opened.write(HERE, a_deed(seconds=1), Put(Note(key="vraag", text="r")))
    newest, before, _ = opened.deeds(HERE)
    assert newest.step != before.step


def test_a_removal_is_a_step_of_its_own(opened: CaseStore) -> None:
    (note,) = opened.write(HERE, a_deed(), Put(Note(key="hoop", text="r")))
    opened.write(HERE, a_deed(seconds=1), Remove(note))
    newest, before, _ = opened.deeds(HERE)
    assert newest.step != before.step


def test_typing_over_the_work_of_somebody_else_begins_another_step(opened: CaseStore) -> None:
    (mine,) = opened.write(HERE, a_deed(), Put(Note(key="hoop", text="mijn")))
    other = a_deed("note_moved", 1, "notulist")
    (theirs,) = opened.write(HERE, other, Put(replace(mine, text="hun")))
    opened.write(HERE, a_deed(seconds=2), Put(replace(theirs, text="weer mijn")))
    assert len({deed.step for deed in opened.deeds(HERE)}) == 4


def test_an_undo_ends_a_step(opened: CaseStore) -> None:
    (note,) = opened.write(HERE, a_deed(), Put(Note(key="hoop", text="r")))
    opened.write(HERE, a_deed(seconds=60), Put(replace(note, text="ru")))
    opened.take_back(HERE, opened.version(HERE), a_deed(seconds=61))
    (back,) = opened.get(HERE).notes
    opened.write(HERE, a_deed(seconds=62), Put(replace(back, text="rust")))
    newest, undo, *_ = opened.deeds(HERE)
    assert newest.step != undo.step


def test_half_typed_lines_in_between_do_not_end_a_step(opened: CaseStore) -> None:
    (note,) = opened.write(HERE, a_deed(), Put(Note(key="hoop", text="r")))
    opened.write(HERE, a_deed(DRAFTING, 1), Put(Note(key="draft-event", text="2019")))
    opened.write(HERE, a_deed(seconds=2), Put(replace(note, text="ru")))
    newest, _, before, _ = opened.deeds(HERE)
    assert newest.step == before.step


def test_eight_writers_at_once_lose_nothing(opened: CaseStore) -> None:
    opened.write(HERE, a_deed(), Put(Note(key="teller", text="0")))

    def count_on() -> None:
        for _ in range(25):
            _add_one(opened)

    writers = [Thread(target=count_on) for _ in range(8)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    (note,) = opened.get(HERE).notes
    assert (note.text, note.version) == ("200", 201)


def _add_one(store: CaseStore) -> None:
    while True:
        (note,) = store.get(HERE).notes
        try:
            store.write(HERE, a_deed(), Put(replace(note, text=str(int(note.text) + 1))))
        except Refusal as refusal:
            if refusal.code != "changed_elsewhere":
                raise
        else:
            return
