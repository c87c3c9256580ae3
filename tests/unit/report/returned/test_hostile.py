"""What could be uploaded instead of a report is refused in one sentence, in little memory."""

import tracemalloc

import pytest

from casusanalyse.content.text import text
from casusanalyse.domain.problems import Refusal
from casusanalyse.report.returned.draft import sent
from casusanalyse.report.returned.reading import read_returned
from tests.unit.report.returned.drafts import DRAFT
from tests.unit.report.returned.hostile import HOSTILE, with_relation

MEGABYTE = 1 << 20


@pytest.mark.parametrize(("code", "made"), HOSTILE.values(), ids=HOSTILE)
def test_it_is_refused_in_one_sentence_and_little_memory(code, made) -> None:
    draft, file = sent(DRAFT), made(DRAFT)
    tracemalloc.start()
    try:
        with pytest.raises(Refusal) as refused:
            read_returned(file, draft)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    sentence = text(f"refusal.{refused.value.code}", **refused.value.facts)
    assert refused.value.code == f"returned_{code}"
    assert sentence.count(". ") == 0
    assert most < 16 * MEGABYTE


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("hyperlink", "https://example.org/"),
        ("hyperlink", "mailto:kim@example.org"),
        ("attachedTemplate", "file:///C:/Sjablonen/huisstijl.dotx"),
    ],
)
def test_what_an_office_program_puts_in_by_itself_is_no_reason_to_refuse(kind, target) -> None:
    back = read_returned(with_relation(DRAFT, kind, target), sent(DRAFT))

    assert (back.placed, back.unplaced) == ((), ())
