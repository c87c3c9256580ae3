import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given

from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Deed
from casusanalyse.domain.family import Dwelling, Household, Person
from casusanalyse.domain.insight import Insight
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.timeline import Involved, Perspective
from casusanalyse.store.casefile import LARGEST, read_case, write_case
from casusanalyse.store.cases import CaseStore
from tests.builders import a_case, an_event
from tests.unit.store.strategies import UNHURRIED, cases

BEGIN = Deed(who="voorzitter", at=datetime(2026, 11, 24, tzinfo=UTC), verb="case_imported")

SMALL = a_case(
    an_event("2019-03-12", key="e1", involved=(Involved("p1"),)),
    people=(Person(key="p1", name="Mees", x=0.5),),
    households=(Household(key="h1", name="thuis"),),
    dwellings=(Dwelling(key="d1", person="p1", household="h1"),),
    insights=(Insight(key="i1", text="Rust helpt.", evidence=("e1",)),),
)


def as_file(fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode()


def small() -> dict[str, Any]:
    """The fields of a small case, to spoil."""
    fields: dict[str, Any] = json.loads(write_case(SMALL))
    return fields


def refusal(data: bytes) -> tuple[str, dict[str, object]]:
    with pytest.raises(Refusal) as found:
        read_case(data)
    return found.value.code, found.value.facts


@UNHURRIED
@given(case=cases())
def test_every_case_comes_back_from_its_file(case: Case) -> None:
    data = write_case(case)
    assert read_case(data) == case
    assert write_case(read_case(data)) == data


@UNHURRIED
@given(case=cases())
def test_a_file_that_was_brought_in_goes_out_byte_for_byte(
    store: CaseStore, case: Case
) -> None:
    data = write_case(case)
    saved = store.create(read_case(data), BEGIN)
    again = write_case(saved)
    store.destroy(saved.reference)
    assert again == data


def test_a_file_reads_like_the_case() -> None:
    text = write_case(SMALL).decode()
    assert text.startswith('{\n  "schema_version": 1,\n  "key": "case-1",\n')
    assert text.endswith("}\n")
    assert list(json.loads(text)) == [
        "schema_version",
        *("key", "reference", "intake", "organisations", "professionals", "participants"),
        *("notes", "agreements", "parked", "agenda", "dynamics", "people", "households"),
        *("dwellings", "kinships", "relations", "events", "perspectives", "periods", "ties"),
        *("mirrors", "moments", "insights", "codings"),
    ]


def test_fields_that_are_left_out_get_their_usual_value() -> None:
    intake = {"key": "intake", "working_name": "Vlinder"}
    fields = {"schema_version": 1, "key": "case-1", "reference": "2026-0001", "intake": intake}
    assert read_case(as_file(fields)) == a_case()


def test_an_older_file_is_brought_up_to_date() -> None:
    def rename(shelf: str, fields: dict[str, Any]) -> dict[str, Any]:
        return {("what" if name == "story" else name): one for name, one in fields.items()}

    fields = small()
    story = {"key": "e1", "title": "Overleg", "story": "rust"}
    fields["events"] = [story]

    case = read_case(as_file(fields), upgrades=(rename,))

    assert case.events[0].what == "rust"
    assert refusal(as_file(fields | {"events": [story]}))[0] == "file_not_a_case"
    newer = as_file(fields | {"schema_version": 2, "events": []} | {"insights": []})
    assert read_case(newer, upgrades=(rename,)).events == ()


def test_links_to_what_was_taken_away_meanwhile_stay_out_of_the_file() -> None:
    seen = Perspective(key="v1", event="e1", text="wij zagen rust")
    case = replace(SMALL, people=(), perspectives=(seen, replace(seen, key="v2", event="weg")))

    back = read_case(write_case(case))

    assert back.events == (replace(SMALL.events[0], involved=()),)
    assert back.dwellings == ()
    assert back.perspectives == (seen,)
    assert back.insights == SMALL.insights


HUGE = "9" * 400


def spoiled(**fields: object) -> bytes:
    return as_file(small() | fields)


def event(**fields: object) -> dict[str, object]:
    return {"events": [{"key": "e1", "title": "Overleg"} | fields]}


def on(first: str, last: str = "2020-01-01") -> dict[str, object]:
    return event(when={"since": {"first": first, "last": last}})


def person(**fields: object) -> dict[str, object]:
    return {"people": [{"key": "p1", "name": "Mees"} | fields]}


def sits(**fields: object) -> dict[str, object]:
    return {"participants": [{"key": "d1", "name": "Noor"} | fields]}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "file_not_json", id="nothing"),
        pytest.param(b"PK\x03\x04 a Word file", "file_not_json", id="something else"),
        pytest.param(b"\xff\xfe{\x00}\x00", "file_not_text", id="UTF-16"),
        pytest.param(b'{"key": "\xe9"}', "file_not_text", id="Latin-1"),
        pytest.param(b"\xef\xbb\xbf{}", "file_not_json", id="a byte order mark"),
        pytest.param(write_case(SMALL)[:-20], "file_not_json", id="half a file"),
        pytest.param(write_case(SMALL) * 2, "file_not_json", id="twice the file"),
        pytest.param(b'{"rank": NaN}', "file_not_json", id="not a number"),
        pytest.param(b'{"rank": -Infinity}', "file_not_json", id="infinity"),
        pytest.param(b"9" * 5000, "file_not_json", id="a number without end"),
        pytest.param(b'{"a": "\x01"}', "file_not_json", id="a bare control sign"),
        pytest.param(b"[" * 200_000, "file_too_deep", id="deep lists"),
        pytest.param(b'{"a":' * 200_000, "file_too_deep", id="deep objects"),
        pytest.param(b'{"key": "a", "key": "b"}', "file_double_name", id="a field twice"),
        pytest.param(spoiled(schema_version=2), "file_newer", id="a later version"),
    ],
)
def test_what_is_no_case_file_gets_one_sentence(data: bytes, code: str) -> None:
    assert refusal(data) == (code, {})


def test_a_file_too_large_is_not_even_read() -> None:
    assert refusal(b" " * (LARGEST + 1)) == ("file_too_large", {"megabytes": 20})


@pytest.mark.parametrize(
    ("data", "place"),
    [
        pytest.param(b"[]", "$", id="a list"),
        pytest.param(b"null", "$", id="nothing"),
        pytest.param(b"{}", "schema_version", id="no version"),
        pytest.param(spoiled(schema_version="1"), "schema_version", id="a version in words"),
        pytest.param(spoiled(schema_version=True), "schema_version", id="a version of true"),
        pytest.param(spoiled(schema_version=0), "schema_version", id="version nought"),
        pytest.param(as_file({"schema_version": 1}), "$", id="nothing else"),
        pytest.param(spoiled(geheim="x"), "$", id="an unknown field on top"),
        pytest.param(spoiled(**event(geheim=1)), "events[0]", id="an unknown field"),
        pytest.param(spoiled(intake=None), "intake", id="no front page"),
        pytest.param(spoiled(intake=[]), "intake", id="a front page of the wrong kind"),
        pytest.param(spoiled(events={}), "events", id="events of the wrong kind"),
        pytest.param(spoiled(events=[None]), "events[0]", id="an event of nothing"),
        pytest.param(spoiled(**event(title=3)), "events[0].title", id="a number for words"),
        pytest.param(spoiled(**event(title=[[[]]])), "events[0].title", id="lists for words"),
        pytest.param(spoiled(**event(kind="feest")), "events[0].kind", id="an unknown kind"),
        pytest.param(spoiled(**event(starred="ja")), "events[0].starred", id="words for yes"),
        pytest.param(spoiled(**event(rank=int(HUGE))), "events[0].rank", id="a huge rank"),
        pytest.param(
            write_case(SMALL).replace(b'"x": 0.5', b'"x": 1e999'), "people[0].x", id="1e999"
        ),
        pytest.param(spoiled(**person(generation=10**30)), "people[0].generation", id="10^30"),
        pytest.param(spoiled(**person(x=1.5)), "people[0].x", id="outside the picture"),
        pytest.param(spoiled(**sits(calm=5)), "participants[0].calm", id="off the line"),
        pytest.param(spoiled(**sits(calm=-1)), "participants[0].calm", id="before the line"),
        pytest.param(spoiled(**on("0000-00-00")), "events[0].when.since.first", id="no date"),
        pytest.param(
            spoiled(**on("2019-02-30")), "events[0].when.since.first", id="30 February"
        ),
        pytest.param(spoiled(**on("12-3-2019")), "events[0].when.since.first", id="Dutch date"),
        pytest.param(spoiled(**on("0001-01-01")), "events[0].when.since.first", id="year 1"),
        pytest.param(
            spoiled(**on("2019-01-01", "9999-12-31")),
            "events[0].when.since.last",
            id="year 9999",
        ),
        pytest.param(
            spoiled(**on("2021-01-01")), "events[0].when.since", id="last before first"
        ),
        pytest.param(spoiled(**event(when={})), "events[0].when", id="a span without dates"),
        pytest.param(spoiled(key="a b"), "key", id="a space in the key"),
        pytest.param(spoiled(key=""), "key", id="no key"),
        pytest.param(spoiled(key="a" * 41), "key", id="a long key"),
        pytest.param(spoiled(key="../../etc"), "key", id="a path for a key"),
        pytest.param(spoiled(reference="Sanne"), "reference", id="a name for a reference"),
        pytest.param(
            spoiled(reference="2026-0001\n"), "reference", id="a line for a reference"
        ),
        pytest.param(spoiled(**event(key="é1")), "events[0].key", id="an accent in a key"),
        pytest.param(spoiled(**event(version=-1)), "events[0].version", id="a version below 0"),
        pytest.param(
            spoiled(intake={"key": "x", "working_name": "Vlinder"}), "intake.key", id="odd key"
        ),
        pytest.param(
            spoiled(
                intake={
                    "key": "intake",
                    "working_name": "Vlinder",
                    "archived_at": "2026-01-01T10:00:00",
                }
            ),
            "intake.archived_at",
            id="a moment without a zone",
        ),
    ],
)
def test_what_a_case_cannot_hold_is_told_by_its_place(data: bytes, place: str) -> None:
    assert refusal(data) == ("file_not_a_case", {"place": place})


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1b", "\x7f", "\x85", "\ud800", "\uffff"])
def test_signs_that_no_document_can_hold_are_refused(sign: str) -> None:
    data = json.dumps(small() | event(title=f"a{sign}b")).encode()
    assert refusal(data) == ("file_odd_sign", {"place": "events[0].title"})


@pytest.mark.parametrize(
    ("shelves", "place"),
    [
        pytest.param({"notes": [{"key": "a"}, {"key": "a"}]}, "notes[1].key", id="one shelf"),
        pytest.param(
            {"organisations": [{"key": "p1", "name": "school"}]}, "people[0].key", id="parties"
        ),
    ],
)
def test_a_key_twice_is_refused(shelves: dict[str, object], place: str) -> None:
    assert refusal(spoiled(**shelves)) == ("file_double_key", {"place": place})


@pytest.mark.parametrize(
    ("shelves", "place"),
    [
        (event(involved=[{"party": "weg"}]), "events[0].involved"),
        ({"people": []}, "dwellings[0].person"),
        ({"households": []}, "dwellings[0].household"),
        ({"events": []}, "insights[0].evidence"),
        (
            {"codings": [{"key": "c", "code": "RO3", "evidence": ["weg"]}]},
            "codings[0].evidence",
        ),
        ({"moments": [{"key": "weg"}]}, "moments[0].key"),
        ({"perspectives": [{"key": "v", "event": "weg"}]}, "perspectives[0].event"),
        ({"perspectives": [{"key": "v", "event": ""}]}, "perspectives[0].event"),
        ({"periods": [{"key": "w", "lane": "stay", "party": "weg"}]}, "periods[0].party"),
        ({"ties": [{"key": "t", "a": "p1", "b": "weg", "kind": "support"}]}, "ties[0].b"),
        (
            {"kinships": [{"key": "k", "a": "weg", "b": "p1", "kind": "parent"}]},
            "kinships[0].a",
        ),
        ({"relations": [{"key": "r", "a": "p1", "b": "x", "word": "warm"}]}, "relations[0].b"),
        ({"parked": [{"key": "g", "what": "x", "about": "weg"}]}, "parked[0].about"),
        (
            {"professionals": [{"key": "f", "name": "x", "organisation": "weg"}]},
            "professionals[0].organisation",
        ),
    ],
)
def test_a_link_to_nothing_is_refused(shelves: dict[str, object], place: str) -> None:
    assert refusal(spoiled(**shelves)) == ("file_loose_link", {"place": place})
