"""What stays loaded is never older than what is on disk."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from casusanalyse.domain.change import Deed, Put
from casusanalyse.domain.participant import Note
from casusanalyse.store.cases import CaseStore
from casusanalyse.store.kept import Kept
from tests.builders import a_case

HERE = "2026-0001"
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
BEGIN = Deed(who="voorzitter", at=NOW, verb="case_created")


def test_a_value_is_loaded_once_and_again_after_a_newer_deed() -> None:
    kept: Kept[str] = Kept(2)
    loads = iter(["first", "second"])
    assert kept.get(1, loads.__next__) == "first"
    assert kept.get(1, loads.__next__) == "first"
    assert kept.get(2, loads.__next__) == "second"


def test_what_was_used_longest_ago_makes_room() -> None:
    kept: Kept[str] = Kept(2)
    kept.get(1, lambda: "one")
    kept.get(2, lambda: "two")
    kept.get(1, lambda: "not asked")
    kept.get(3, lambda: "three")
    assert kept.get(1, lambda: "loaded again") == "one"
    assert kept.get(2, lambda: "loaded again") == "loaded again"


def test_the_deeds_of_a_case_nobody_wrote_to_are_the_same_value(store: CaseStore) -> None:
    store.create(a_case(), BEGIN)
    assert store.deeds(HERE) is store.deeds(HERE)


def test_a_write_of_another_process_is_seen_at_once(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'casussen.db'}"
    mine, theirs = CaseStore(address), CaseStore(address)
    before = mine.create(a_case(), BEGIN)
    lines = mine.deeds(HERE)

    theirs.write(HERE, BEGIN, Put(Note(key="hoop", text="rust")))

    assert mine.get(HERE) == replace(before, notes=(Note(key="hoop", text="rust", version=1),))
    assert mine.deeds(HERE)[1:] == lines
    mine.close()
    theirs.close()


def test_a_destroyed_case_is_not_found_back(store: CaseStore) -> None:
    store.create(a_case(notes=(Note(key="hoop", text="rust"),)), BEGIN)
    store.destroy(HERE)
    assert store.create(a_case(), BEGIN).notes == ()
