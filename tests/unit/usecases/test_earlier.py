from dataclasses import replace

import pytest

from casusanalyse.analysis.findings import Counted
from casusanalyse.content.codebook import method_book
from casusanalyse.domain.change import Put
from casusanalyse.domain.release import LineKind, Release, ReleaseLine
from casusanalyse.domain.snapshot import Count, Snapshot, What
from casusanalyse.domain.summary import RegionWords, Summary, WordsKind
from casusanalyse.store.summaries import Lettered
from casusanalyse.usecases.desk import NOTE_TAKER, Desk
from casusanalyse.usecases.earlier import Earlier, seen_earlier
from casusanalyse.usecases.history import past_of
from casusanalyse.usecases.insights import add_insight, choose_code
from casusanalyse.usecases.writing import FieldName, write_field
from tests.refusals import refusal
from tests.snapshots import a_snapshot

LABEL = method_book().label
HELPED = {Count(What.HELPED, "RO3", "W9"): 15, Count(What.HELPED, "RO3", "C4"): 10}
SNAPSHOT = a_snapshot(
    seen={"RO3": 25, "KG5": 30, "SH6": 20, "D12": 15, "AK1": 15, "W9": 35, "SH2": 10},
    more=HELPED,
)
SAID = RegionWords(key="w", kind=WordsKind.INSIGHT, text="Eén gezicht hielp.", codes=("RO3",))


def published(desk: Desk, snapshot: Snapshot = SNAPSHOT) -> None:
    desk.cases.snapshots.add("", snapshot, frozenset())


def found(desk: Desk) -> Earlier:
    earlier = seen_earlier(desk)
    assert earlier is not None
    return earlier


@pytest.fixture
def thinking(desk: Desk) -> Desk:
    """A group with an insight of its own that recognised two patterns."""
    add_insight(desk, "We wachtten op elkaar.")
    choose_code(desk, "RO3")
    choose_code(desk, "RO5")
    return desk


def test_nothing_is_laid_beside_before_the_group_has_an_insight(desk: Desk) -> None:
    published(desk)
    choose_code(desk, "RO3")
    assert seen_earlier(desk) is None
    add_insight(desk, "We wachtten op elkaar.")
    assert seen_earlier(desk) is not None


def test_only_the_chair_lays_it_beside(thinking: Desk) -> None:
    assert refusal(seen_earlier, replace(thinking, who=NOTE_TAKER)) == "chair_only"


def test_what_the_group_recognised_comes_with_its_number_and_what_helped(
    thinking: Desk,
) -> None:
    published(thinking)
    seen, hidden = found(thinking).ours
    assert (found(thinking).whole, seen.label, seen.number) == (40, LABEL("RO3"), 25)
    assert seen.helped == (Counted(LABEL("W9"), 15), Counted(LABEL("C4"), 10))
    assert (hidden.label, hidden.number, hidden.tells) == (LABEL("RO5"), None, False)


def test_own_words_of_the_group_come_along(thinking: Desk) -> None:
    coding = thinking.case().codings[0]
    where = FieldName(shelf="codings", key=coding.key, field="own_words")
    write_field(thinking, where, "Steeds een ander", base="", version=coding.version)
    assert [one.own_words for one in found(thinking).ours] == ["Steeds een ander", ""]


def test_at_most_three_that_are_seen_often_and_were_not_named_come_as_a_question(
    thinking: Desk,
) -> None:
    published(thinking)
    assert [(one.label, one.number) for one in found(thinking).others] == [
        (LABEL("KG5"), 30),
        (LABEL("SH6"), 20),
        (LABEL("AK1"), 15),
    ]


def test_what_is_seen_seldom_or_named_by_the_group_is_no_question(thinking: Desk) -> None:
    published(thinking, a_snapshot(seen={"RO3": 25, "SH2": 10, "W9": 35}))
    assert found(thinking).others == ()


def test_below_the_threshold_there_are_only_words(thinking: Desk) -> None:
    thinking.cases.summaries.add("", iter([Summary(key="s1", quarter="2026-3", words=(SAID,))]))
    for number in range(2):
        earlier = found(thinking)
        assert (earlier.whole, earlier.others) == (None, ())
        assert [(one.number, one.helped) for one in earlier.ours] == [(None, ())] * 2
        assert earlier.ours[0].words == (SAID,)
        if not number:
            empty = replace(SNAPSHOT, shown={})
            published(thinking, empty)


def test_the_groups_own_sentence_for_the_region_is_left_out(thinking: Desk) -> None:
    line = ReleaseLine(id="words/w", kind=LineKind.WORDS, value=SAID.text)
    released = Lettered(
        release=Release(summary="s1", lines={line.id: line}),
        summary=Summary(key="s1", quarter="2026-3", words=(SAID,)),
    )
    deed = thinking.deed("lines_released")
    thinking.cases.summaries.change(thinking.reference, "", lambda _: released, deed)
    assert found(thinking).ours[0].words == ()


def test_codes_of_insights_count_as_recognised_too(thinking: Desk) -> None:
    insight = thinking.case().insights[0]
    thinking.write("write_insights", Put(replace(insight, codes=("KG5", "RO3"))))
    assert [one.label for one in found(thinking).ours] == [
        LABEL("RO3"),
        LABEL("RO5"),
        LABEL("KG5"),
    ]


def test_looking_leaves_no_trace(thinking: Desk) -> None:
    published(thinking)
    before = past_of(thinking), thinking.case()
    seen_earlier(thinking)
    assert (past_of(thinking), thinking.case()) == before
