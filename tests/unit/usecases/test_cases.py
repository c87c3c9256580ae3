import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from casusanalyse.domain.change import Put
from casusanalyse.domain.intake import Intake, Organisation
from casusanalyse.domain.participant import Note
from casusanalyse.domain.problems import Refusal
from casusanalyse.settings import Settings
from casusanalyse.store.cases import CaseLine, CaseStore
from casusanalyse.usecases.cases import (
    archive_case,
    destroy_case,
    export_case,
    find_cases,
    import_case,
    list_cases,
    load_samples,
    new_case,
    open_store,
    unarchive_case,
)
from casusanalyse.usecases.desk import NOTE_TAKER, Desk, new_key, next_rank

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


def a_line(name: str = "Vlinder", reference: str = "2026-0001", **fields: str) -> CaseLine:
    intake = Intake(key="intake", working_name=name, **fields)
    return CaseLine(reference=reference, intake=intake, changed_at=NOW)


def refusal(act, *args, **facts) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refusal) as found:
        act(*args, **facts)
    return found.value.code, found.value.facts


def test_a_new_case_holds_what_was_asked_beforehand(store: CaseStore) -> None:
    case = new_case(
        store,
        working_name="  Vlinder ",
        region="Regio Noord",
        municipality="Delfzijl",
        reason="veel wisselingen",
        question="hoe houden we rust?",
        planned_on=date(2026, 12, 1),
        rules="wat hier gezegd wordt, blijft hier",
        organisations=["GI", " School ", "GI", "  "],
        now=NOW,
    )
    assert case == store.get("2026-0001")
    assert case.intake == Intake(
        key="intake",
        version=1,
        working_name="Vlinder",
        region="Regio Noord",
        municipality="Delfzijl",
        reason="veel wisselingen",
        question="hoe houden we rust?",
        planned_on=date(2026, 12, 1),
        rules="wat hier gezegd wordt, blijft hier",
    )
    assert [replace(one, key="") for one in case.organisations] == [
        Organisation(key="", version=1, rank=1.0, name="GI", takes_part=True),
        Organisation(key="", version=1, rank=2.0, name="School", takes_part=True),
    ]
    assert [deed.verb for deed in store.deeds("2026-0001")] == ["case_created"]


def test_every_new_case_of_a_year_gets_the_next_number(store: CaseStore) -> None:
    made = [new_case(store, working_name="Vlinder", now=NOW).reference for _ in range(3)]
    assert made == ["2026-0001", "2026-0002", "2026-0003"]
    next_year = datetime(2027, 1, 1, 12, tzinfo=UTC)
    assert new_case(store, working_name="Vlinder", now=next_year).reference == "2027-0001"


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("", ("working_name_missing", {})),
        (" \n ", ("working_name_missing", {})),
        ("a" * 61, ("working_name_long", {"most": 60})),
    ],
)
def test_a_case_needs_a_working_name_that_fits(
    store: CaseStore, name: str, answer: tuple[str, dict[str, object]]
) -> None:
    assert refusal(new_case, store, working_name=name, now=NOW) == answer
    assert list_cases(store) == ()
    assert new_case(store, working_name="a" * 60, now=NOW).intake.working_name == "a" * 60


def test_a_case_is_put_away_and_brought_back(store: CaseStore) -> None:
    case = new_case(store, working_name="Vlinder", now=NOW)
    desk = Desk(cases=store, reference=case.reference, now=NOW)
    archive_case(desk)
    assert [line.intake.archived_at for line in list_cases(store)] == [NOW]
    unarchive_case(desk)
    assert desk.case() == replace(case, intake=replace(case.intake, version=3))
    verbs = [deed.verb for deed in store.deeds(case.reference)]
    assert verbs == ["case_unarchived", "case_archived", "case_created"]


def test_a_case_is_erased_only_after_it_was_put_away(store: CaseStore) -> None:
    case = new_case(store, working_name="Vlinder", now=NOW)
    desk = Desk(cases=store, reference=case.reference, now=NOW)
    assert refusal(destroy_case, desk) == ("archive_first", {})
    archive_case(desk)
    destroy_case(desk)
    assert refusal(desk.case) == ("unknown_case", {})


def test_a_note_taker_neither_puts_a_case_away_nor_brings_it_back_nor_erases_it(
    store: CaseStore,
) -> None:
    case = new_case(store, working_name="Vlinder", now=NOW)
    desk = Desk(cases=store, reference=case.reference, now=NOW)
    note_taker = replace(desk, who=NOTE_TAKER)
    assert refusal(archive_case, note_taker) == ("chair_only", {})
    archive_case(desk)
    assert refusal(unarchive_case, note_taker) == ("chair_only", {})
    assert refusal(destroy_case, note_taker) == ("chair_only", {})
    assert desk.case().intake.archived_at == NOW


def test_cases_are_found_by_every_word_whatever_capitals_and_accents() -> None:
    first = a_line("Zeeëgel", "2026-0003", question="Hoe houden we rust?")
    second = a_line("Vlinder", "2025-0003", municipality="Zeewolde")
    lines = (first, second)
    assert find_cases(lines, "") == lines
    assert find_cases(lines, "  ZEEEGEL ") == (first,)
    assert find_cases(lines, "zee") == lines
    assert find_cases(lines, "rust zeeeg") == (first,)
    assert find_cases(lines, "rust wolde") == ()
    assert find_cases(lines, "2025") == (second,)


def test_words_do_not_run_from_one_field_into_the_next() -> None:
    assert find_cases([a_line("Uil", question="spiegel")], "uilspiegel") == ()


def test_a_case_goes_out_and_comes_back_as_it_was(store: CaseStore) -> None:
    case = new_case(store, working_name="Vlinder", organisations=["GI"], now=NOW)
    data = export_case(store, case.reference)
    assert refusal(import_case, store, data, NOW) == (
        "already_there",
        {"reference": case.reference},
    )
    store.destroy(case.reference)
    assert import_case(store, data, NOW) == case
    assert export_case(store, case.reference) == data
    assert [deed.verb for deed in store.deeds(case.reference)] == ["case_imported"]


def test_nothing_of_a_refused_file_is_brought_in(store: CaseStore) -> None:
    case = new_case(store, working_name="Vlinder", organisations=["GI"], now=NOW)
    data = export_case(store, case.reference).replace(b'"GI"', b"3")
    store.destroy(case.reference)
    place = {"place": "organisations[0].name"}
    assert refusal(import_case, store, data, NOW) == ("file_not_a_case", place)
    assert list_cases(store) == ()


def test_samples_are_loaded_once(store: CaseStore, tmp_path: Path) -> None:
    for name in ("Uil", "Mus"):
        case = new_case(store, working_name=name, now=NOW)
        (tmp_path / f"{name}.json").write_bytes(export_case(store, case.reference))
        store.destroy(case.reference)
    (tmp_path / "lees-mij.txt").write_text("geen casus")

    loaded = load_samples(store, tmp_path, NOW)

    assert [case.intake.working_name for case in loaded] == ["Mus", "Uil"]
    assert load_samples(store, tmp_path, NOW) == ()
    assert len(list_cases(store)) == 2


def test_the_store_opens_where_the_settings_say(tmp_path: Path) -> None:
    file = tmp_path / "map" / "casussen.db"
    settings = Settings(data_folder=file.parent, database_url=f"sqlite:///{file}")
    open_store(settings).close()
    assert file.exists()


def test_a_desk_writes_on_its_own_case(store: CaseStore) -> None:
    new_case(store, working_name="Uil", now=NOW)
    case = new_case(store, working_name="Mus", now=NOW)
    desk = Desk(cases=store, reference=case.reference, who="notulist", now=NOW)
    (note,) = desk.write("note_saved", Put(Note(key="hoop", text="rust")))
    assert desk.case().notes == (note,)
    assert store.get("2026-0001").notes == ()
    assert store.deeds(case.reference)[0].who == "notulist"


def test_a_new_key_is_short_plain_and_never_the_same() -> None:
    keys = {new_key() for _ in range(500)}
    assert len(keys) == 500
    assert [key for key in keys if not re.fullmatch("[a-z0-9]{8}", key)] == []


def test_a_new_record_comes_last() -> None:
    assert next_rank(()) == 1.0
    assert next_rank((Note(key="a", rank=2.5), Note(key="b"))) == 3.5
