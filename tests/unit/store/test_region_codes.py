"""The codes of a region keep their order and their history, and two writers wait."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.region_code import CodeEdition, CodeWords, RegionCode
from casusanalyse.store.cases import CaseStore
from casusanalyse.store.region_codes import Codes
from tests.refusals import refusal

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def a_code(number: int, *, kind="pattern", **more: object) -> RegionCode:
    words = CodeWords(label=f"Code {number}", explanation="Eén regel.\nNog één.")
    editions = (
        CodeEdition(edition=1, at=NOW, words=words),
        CodeEdition(edition=0, at=NOW + timedelta(days=1), words=words, into="GV-9"),
    )
    return RegionCode(id=f"GV-{number}", kind=kind, editions=editions, **more)


def test_codes_come_back_as_they_were_in_the_order_they_came(store: CaseStore) -> None:
    codes = (a_code(10), a_code(2, elsewhere=True), a_code(3, kind="belief"))
    assert store.region_codes.change("", lambda _: codes) == codes
    assert store.region_codes.all("") == codes


def test_regions_in_one_file_have_a_book_each(tmp_path: Path) -> None:
    store = CaseStore(f"sqlite:///{tmp_path / 'casussen.db'}")
    store.region_codes.change("gv", lambda _: (a_code(1),))
    store.region_codes.change("fl", lambda before: (*before, a_code(1), a_code(2)))
    assert [len(store.region_codes.all(region)) for region in ("gv", "fl", "")] == [1, 2, 0]
    store.close()


def test_a_refusal_changes_nothing(store: CaseStore) -> None:
    def refuse(_: Codes) -> Codes:
        raise Refusal("code_nothing_new")

    store.region_codes.change("", lambda _: (a_code(1),))
    assert refusal(store.region_codes.change, "", refuse) == "code_nothing_new"
    assert store.region_codes.all("") == (a_code(1),)


def test_a_code_that_is_taken_off_is_gone(store: CaseStore) -> None:
    store.region_codes.change("", lambda _: (a_code(1), a_code(2)))
    store.region_codes.change("", lambda before: before[1:])
    assert store.region_codes.all("") == (a_code(2),)


def test_of_two_who_write_at_once_neither_is_lost(store: CaseStore) -> None:
    def add(_: int) -> None:
        store.region_codes.change("", lambda before: (*before, a_code(len(before) + 1)))

    with ThreadPoolExecutor(4) as writers:
        list(writers.map(add, range(12)))
    assert [code.id for code in store.region_codes.all("")] == [
        f"GV-{number}" for number in range(1, 13)
    ]
