"""Every fixed word of the method has a Dutch label, and no label is left over."""

import inspect
from enum import StrEnum

import pytest

from casusanalyse.content.text import page
from casusanalyse.content.vocabulary import label, labels
from casusanalyse.domain import remark, vocabulary
from casusanalyse.domain.summary import FrameGroup, MunicipalityKind, StayGroup
from casusanalyse.domain.vocabulary import Dynamic, EventKind, StayKind

KINDS = [
    kind
    for module in (vocabulary, remark)
    for _, kind in inspect.getmembers(module, inspect.isclass)
    if issubclass(kind, StrEnum) and kind is not StrEnum
] + [FrameGroup, MunicipalityKind, StayGroup]


@pytest.mark.parametrize("kind", KINDS)
def test_every_value_has_its_own_label(kind):
    named = labels(kind)
    assert list(named) == [word.value for word in kind]
    assert len(set(named.values())) == len(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_no_label_is_empty_or_has_space_around_it(kind):
    assert [word for word in labels(kind).values() if not word or word != word.strip()] == []


def test_there_is_no_table_or_label_without_a_word():
    written = sum(len(table) for table in page("vocabulary").values())
    assert (len(page("vocabulary")), written) == (len(KINDS), sum(len(kind) for kind in KINDS))


def test_a_label_is_looked_up_in_the_table_of_its_own_kind():
    assert label(StayKind.UNKNOWN) == "op straat of onbekend"
    assert label(EventKind.CHANGE_OF_PROFESSIONAL) == "wisseling van professional"
    assert label(Dynamic.HASTE) == "haast, brandjes blussen"
