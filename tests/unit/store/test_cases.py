from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given

from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Deed, Put
from casusanalyse.domain.participant import Note
from casusanalyse.domain.problems import Refusal
from casusanalyse.store.cases import CaseLine, CaseStore
from tests.builders import a_case, an_event
from tests.unit.store.strategies import UNHURRIED, cases

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
BEGIN = Deed(who="voorzitter", at=NOW, verb="case_created")


def refusal(function, *args, **kwargs) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refusal) as found:
        function(*args, **kwargs)
    return found.value.code, found.value.facts


def test_a_new_case_comes_back_as_it_was_saved(store: CaseStore) -> None:
    event = an_event("2019-03-12", title="Overleg", rank=1.0)
    case = a_case(event, notes=(Note(key="hoop", text="rust"),))

    saved = store.create(case, BEGIN)

    assert saved == store.get("2026-0001")
    assert saved == replace(
        case,
        intake=replace(case.intake, version=1),
        events=(replace(event, version=1),),
        notes=(Note(key="hoop", text="rust", version=1),),
    )


@UNHURRIED
@given(case=cases())
def test_every_case_comes_back_as_it_was_saved(store: CaseStore, case: Case) -> None:
    saved = store.create(case, BEGIN)
    store.destroy(saved.reference)
    assert saved == case


def test_records_come_back_by_rank_and_then_by_key(store: CaseStore) -> None:
    notes = (Note(key="b", rank=2.0), Note(key="c", rank=1.0), Note(key="a", rank=2.0))
    saved = store.create(a_case(notes=notes), BEGIN)
    assert [note.key for note in saved.notes] == ["c", "a", "b"]


def test_a_case_that_is_there_is_not_saved_again(store: CaseStore) -> None:
    store.create(a_case(), BEGIN)
    again = a_case(reference="2026-0007")
    assert refusal(store.create, again, BEGIN) == (
        "already_there",
        {"reference": "2026-0001"},
    )
    assert [line.reference for line in store.intakes()] == ["2026-0001"]


def test_a_taken_reference_becomes_the_next_free_one_of_that_year(store: CaseStore) -> None:
    for key, reference in (("a", "2026-0013"), ("b", "2025-0001"), ("c", "2025-0099")):
        store.create(a_case(key=key, reference=reference), BEGIN)

    assert store.create(a_case(key="d", reference="2026-0013"), BEGIN).reference == "2026-0014"
    assert store.create(a_case(key="e", reference="2025-0001"), BEGIN).reference == "2025-0100"


def test_the_first_reference_of_a_year_is_number_one(store: CaseStore) -> None:
    assert store.next_reference(2026) == "2026-0001"
    store.create(a_case(reference="2026-9999"), BEGIN)
    assert store.next_reference(2026) == "2026-10000"


def test_a_case_that_is_not_there_is_refused(store: CaseStore) -> None:
    for ask in (store.get, store.version, store.deeds, store.destroy):
        assert refusal(ask, "2026-0404") == ("unknown_case", {})
    assert refusal(store.write, "2026-0404", BEGIN) == ("unknown_case", {})
    assert refusal(store.take_back, "2026-0404", 1, BEGIN) == ("unknown_case", {})


def test_the_list_has_one_line_per_case_with_its_last_change(store: CaseStore) -> None:
    first = store.create(a_case(key="a", reference="2026-0001"), BEGIN)
    second = store.create(a_case(key="b", reference="2026-0002"), BEGIN)
    later = Deed(who="voorzitter", at=NOW + timedelta(hours=1), verb="note_saved")
    store.write("2026-0001", later, Put(Note(key="hoop", text="rust")))

    assert store.intakes() == (
        CaseLine(reference="2026-0002", intake=second.intake, changed_at=NOW),
        CaseLine(reference="2026-0001", intake=first.intake, changed_at=later.at),
    )


def test_a_store_knows_a_case_by_its_key(store: CaseStore) -> None:
    store.create(a_case(key="a"), BEGIN)
    assert store.has("a") is True
    assert store.has("b") is False


def test_the_version_is_the_newest_deed_of_that_case_only(store: CaseStore) -> None:
    store.create(a_case(key="a", reference="2026-0001"), BEGIN)
    store.create(a_case(key="b", reference="2026-0002"), BEGIN)
    before = store.version("2026-0001")

    store.write("2026-0002", BEGIN, Put(Note(key="hoop", text="rust")))

    assert store.version("2026-0001") == before
    assert store.version("2026-0002") == store.deeds("2026-0002")[0].number > before


def test_a_destroyed_case_leaves_the_others_alone(store: CaseStore) -> None:
    store.create(a_case(key="a", reference="2026-0001"), BEGIN)
    other = store.create(a_case(key="b", reference="2026-0002"), BEGIN)
    store.destroy("2026-0001")
    assert store.get("2026-0002") == other
    assert [line.reference for line in store.intakes()] == ["2026-0002"]


def test_deed_numbers_are_never_used_twice(store: CaseStore) -> None:
    store.create(a_case(), BEGIN)
    number = store.version("2026-0001")
    store.destroy("2026-0001")
    store.create(a_case(), BEGIN)
    assert store.version("2026-0001") > number


def test_no_word_of_a_destroyed_case_stays_on_disk(tmp_path: Path) -> None:
    store = CaseStore(f"sqlite:///{tmp_path / 'casussen.db'}")
    events = [an_event("2019-03-12", what="zonnebloem " * 50) for _ in range(40)]
    case = store.create(a_case(*events), BEGIN)
    store.write("2026-0001", BEGIN, Put(replace(case.events[0], what="waterlelie " * 50)))

    store.destroy("2026-0001")

    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    store.close()
    assert (left.count(b"zonnebloem"), left.count(b"waterlelie")) == (0, 0)


def test_signs_that_no_document_can_hold_are_left_out(store: CaseStore) -> None:
    note = Note(key="hoop", text="a\x00b\x0bc\x1bd\ud800e\ufffff\tg\n")
    saved = store.create(a_case(notes=(note,)), BEGIN)
    assert saved.notes[0].text == "ab\ncdef\tg\n"
