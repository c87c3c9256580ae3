"""Whatever was typed in a case, none of it is in what the region gets."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any, get_type_hints

from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.content.codebook import codes
from casusanalyse.domain.case import Case, shelves
from casusanalyse.domain.insight import Coding
from casusanalyse.domain.record import Record
from casusanalyse.domain.summary import (
    FIGURE_CLASSES,
    UNSURE,
    FrameGroup,
    MunicipalityKind,
    StayGroup,
    class_name,
)
from casusanalyse.domain.vocabulary import Layer
from casusanalyse.store.body import packed
from casusanalyse.usecases.cases import archive_case, destroy_case
from casusanalyse.usecases.release import offer, release, withdraw_all
from tests.generator import a_generated_case
from tests.unit.report.full_case import full_case
from tests.unit.store.strategies import UNHURRIED, WORDS, cases
from tests.unit.usecases.finished import a_finished_case, note

SECRET = "Geheim van Jan Jansen, 12 maart 2019"
SENTENCE = "Als wij haast hadden, volgde weer een andere plek."
LINKS = {"key", "code", "kind", "event", "a", "b", "person", "household", "about", "party"}
"""Fields that name another record, or a word of the method."""

WORDS_OF_THE_METHOD = {
    *(code.id for code in codes()),
    *(word.value for kind in (Layer, MunicipalityKind, StayGroup, FrameGroup) for word in kind),
    *(class_name(bounds) for classes in FIGURE_CLASSES.values() for bounds in classes),
    *(UNSURE, "2026-4", "insight"),
}
"""Every string a row of the region may hold besides keys and sentences for the region."""


def filled(case: Case) -> Case:
    """A case in which every name and every free text says the secret."""
    told: dict[str, Any] = {
        shelf: tuple(_filled(record) for record in getattr(case, shelf))
        for shelf in shelves()
        if shelf != "intake"
    }
    return replace(case, intake=_filled(case.intake), **told)


def _filled(record: Record) -> Record:
    hints = get_type_hints(type(record))
    texts = {one.name for one in fields(record) if hints[one.name] is str} - LINKS
    involved = getattr(record, "involved", None)
    told: dict[str, Any] = dict.fromkeys(texts, SECRET)
    if involved is not None:
        told["involved"] = tuple(replace(one, role=SECRET) for one in involved)
    return replace(record, **told)


def rows(desk) -> list[str]:
    """Release whatever can leave at all, numbers included; return what the region has."""
    lines = offer(desk)
    numbers = [line.id.partition("/")[2] for line in lines if line.id.startswith("code/")]
    if len(lines) > 1:
        release(desk, lines, counted=numbers)
    return [packed(one) for one in desk.cases.summaries.all(desk.region)]


def strings(body: str) -> set[str]:
    """Every string in a row, but for its keys."""
    return set(_strings(json.loads(body)))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name != "key":
                yield from _strings(one)


def test_no_text_of_a_full_case_reaches_the_region(store) -> None:
    desk = a_finished_case(store, filled(full_case(events=6)))
    (row,) = rows(desk)

    assert strings(row) - WORDS_OF_THE_METHOD == set()
    assert len(json.loads(row)["codes"]) == 6
    assert re.findall(r"Geheim|Jansen|20\d\d-\d\d", row) == []


def test_of_all_that_was_typed_only_the_sentence_for_the_region_leaves(store) -> None:
    desk = a_finished_case(store, filled(full_case(events=6)))
    note(desk, "region-i1", SENTENCE)
    (row,) = rows(desk)

    assert strings(row) - WORDS_OF_THE_METHOD == {SENTENCE}


def test_no_name_and_no_date_of_a_generated_case_reaches_the_region(store) -> None:
    case = a_generated_case(events=40, seed=3)
    desk = a_finished_case(store, case)
    (row,) = rows(desk)
    parts = {part for party in case.parties().values() for part in party.name.split()}

    assert strings(row) - WORDS_OF_THE_METHOD == set()
    assert [part for part in parts if len(part) > 3 and part in row] == []


@given(case=cases(), code=st.sampled_from([one.id for one in codes()]) | WORDS)
@UNHURRIED
def test_the_row_of_any_case_holds_nothing_but_words_of_the_method(store, case, code) -> None:
    odd = Coding(key="k9", code=code, helped=(code, SECRET), own_words=SECRET)
    notes = tuple(one for one in case.notes if not one.key.startswith("region-"))
    desk = a_finished_case(store, replace(case, codings=(*case.codings, odd), notes=notes))
    found = rows(desk)

    assert [strings(row) - WORDS_OF_THE_METHOD for row in found] in ([], [set()])
    if found:
        withdraw_all(desk)
    archive_case(desk)
    destroy_case(desk)
