"""A region adds, explains, retires and merges; old meanings stay, ids never return."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.domain.code_change import (
    add_own,
    merge,
    offer_again,
    publish,
    retire,
    reword,
    take_back,
    take_over,
)
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.region_code import CodeShelf, CodeWords, RegionCode
from tests.refusals import refusal

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=100)
METHOD = {"RO3": "pattern", "RO4": "pattern", "D12": "belief", "W1": "element"}
EMPTY = CodeShelf(METHOD)


def words(label: str = "Wachten op elkaar", **more: str) -> CodeWords:
    return CodeWords(label=label, **more)


def with_own(shelf: CodeShelf = EMPTY, *labels: str, kind="pattern") -> CodeShelf:
    for label in labels or ("Wachten op elkaar",):
        code = add_own(shelf, kind, words(label), prefix="GV", now=NOW)
        shelf = shelf.with_code(code)
    return shelf


def published(*labels: str) -> CodeShelf:
    return publish(with_own(EMPTY, *labels), NOW)


def told(shelf: CodeShelf) -> list[tuple[str, list[tuple[int, str]]]]:
    return [
        (one.id, [(edition.edition, edition.words.label) for edition in one.editions])
        for one in shelf.codes
    ]


def test_the_first_own_code_chooses_the_letters_and_the_next_ones_follow():
    shelf = with_own()
    code = add_own(shelf, "belief", words("Zo hoort het"), prefix="ZZ", now=NOW)
    assert (shelf.prefix, code.id, code.kind) == ("GV", "GV-2", "belief")


@pytest.mark.parametrize("prefix", ["", "G", "G V", "GV1", "ABCDEFG", "É", "GV/"])
def test_the_letters_are_two_to_six_plain_capitals(prefix):
    odd = refusal(add_own, EMPTY, "pattern", words(), prefix=prefix, now=NOW)
    assert odd == "code_prefix_odd"


@pytest.mark.parametrize("prefix", ["RO", "ro "])
def test_the_letters_of_the_method_stay_its_own(prefix):
    taken = refusal(add_own, EMPTY, "pattern", words(), prefix=prefix, now=NOW)
    assert taken == "code_prefix_taken"


def test_the_letters_of_another_region_stay_its_own():
    theirs = take_over(EMPTY, RegionCode(id="FL-3", kind="pattern"), words(), NOW)
    shelf = EMPTY.with_code(theirs)
    assert shelf.prefix == ""
    taken = refusal(add_own, shelf, "pattern", words(), prefix="FL", now=NOW)
    assert taken == "code_prefix_taken"


def test_a_code_needs_a_label_that_fits():
    for label, code in (("  ", "code_label_missing"), ("x" * 81, "code_too_long")):
        refused = refusal(add_own, EMPTY, "pattern", words(label), prefix="GV", now=NOW)
        assert refused == code
    code = add_own(EMPTY, "pattern", words(" Te \n laat "), prefix="GV", now=NOW)
    assert code.newest.words.label == "Te laat"


def test_nothing_counts_before_it_is_published():
    shelf = with_own()
    assert (shelf.edition, shelf.codes[0].published) == (0, None)
    shelf = publish(shelf, LATER)
    assert (shelf.edition, shelf.codes[0].published.at) == (1, LATER)
    assert refusal(publish, shelf, LATER) == "code_nothing_new"


def test_what_a_code_said_before_stays():
    shelf = published()
    shelf = shelf.with_code(reword(shelf, "GV-1", words("Elkaar laten wachten"), LATER))
    assert told(publish(shelf, LATER)) == [
        ("GV-1", [(1, "Wachten op elkaar"), (2, "Elkaar laten wachten")])
    ]


def test_a_draft_that_says_what_is_published_is_no_draft():
    shelf = published()
    shelf = shelf.with_code(reword(shelf, "GV-1", words("Anders"), LATER))
    assert shelf.codes[0].is_draft
    shelf = shelf.with_code(reword(shelf, "GV-1", words(), LATER))
    assert told(shelf) == [("GV-1", [(1, "Wachten op elkaar")])]


def test_typing_on_makes_one_draft():
    shelf = with_own()
    shelf = shelf.with_code(reword(shelf, "GV-1", words("Wachten"), LATER))
    assert told(shelf) == [("GV-1", [(0, "Wachten")])]


def test_a_code_of_the_method_keeps_its_meaning():
    code = reword(EMPTY, "RO3", CodeWords(explanation="Bij ons vooral in juli."), NOW)
    assert code.newest.words == CodeWords(explanation="Bij ons vooral in juli.")
    for change in (words(), CodeWords(helping="x"), CodeWords(source="x")):
        assert refusal(reword, EMPTY, "RO3", change, NOW) == "code_of_method"


def test_a_code_of_the_method_can_be_retired_here_and_come_back():
    shelf = publish(EMPTY.with_code(retire(EMPTY, "RO3", NOW)), NOW)
    assert shelf.find("RO3").published.retired
    shelf = publish(shelf.with_code(offer_again(shelf, "RO3", LATER)), LATER)
    assert not shelf.find("RO3").published.retired
    assert shelf.edition == 2


def test_a_method_code_without_anything_beside_it_leaves_no_trace():
    shelf = EMPTY.with_code(retire(EMPTY, "RO3", NOW))
    assert shelf.with_code(take_back(shelf, "RO3")) == EMPTY


def test_merging_keeps_the_words_and_names_what_it_became():
    shelf = published("Wachten", "Wachten op elkaar")
    code = merge(shelf, "GV-1", "GV-2", LATER)
    assert (code.newest.words.label, code.newest.into) == ("Wachten", "GV-2")


def test_an_own_code_can_merge_into_one_of_the_method_and_not_the_other_way():
    shelf = published()
    assert merge(shelf, "GV-1", "RO3", NOW).newest.into == "RO3"
    assert refusal(merge, shelf, "RO3", "GV-1", NOW) == "code_method_stays"


def test_merging_needs_another_code_of_the_same_kind_that_is_offered():
    shelf = published("Een", "Twee", "Drie")
    shelf = shelf.with_code(merge(shelf, "GV-2", "GV-3", NOW))
    shelf = shelf.with_code(retire(shelf, "RO4", NOW))
    assert refusal(merge, shelf, "GV-1", "D12", NOW) == "code_merge_kind"
    for target in ("GV-1", "GV-2", "RO4"):
        assert refusal(merge, shelf, "GV-1", target, NOW) == "code_merge_target"
    assert refusal(merge, shelf, "GV-1", "GV-9", NOW) == "unknown_code"


def test_a_merged_code_no_longer_changes():
    shelf = published("Een", "Twee")
    shelf = shelf.with_code(merge(shelf, "GV-1", "GV-2", NOW))
    for change in (retire, offer_again):
        assert refusal(change, shelf, "GV-1", LATER) == "code_merged"
    assert refusal(reword, shelf, "GV-1", words(), LATER) == "code_merged"
    assert refusal(merge, shelf, "GV-1", "RO3", LATER) == "code_merged"


def test_a_merge_is_taken_back_until_it_is_published():
    before = published("Een", "Twee")
    shelf = before.with_code(merge(before, "GV-1", "GV-2", LATER))
    assert shelf.with_code(take_back(shelf, "GV-1")) == before
    assert refusal(take_back, publish(shelf, LATER), "GV-1") == "code_not_draft"


def test_a_new_code_stays_while_another_is_about_to_merge_into_it():
    shelf = with_own(published("Een"), "Twee")
    shelf = shelf.with_code(merge(shelf, "GV-1", "GV-2", LATER))
    assert refusal(take_back, shelf, "GV-2") == "code_is_target"
    shelf = shelf.with_code(take_back(shelf, "GV-1"))
    assert [one.id for one in shelf.with_code(take_back(shelf, "GV-2")).codes] == ["GV-1"]


def test_a_number_is_not_used_again_after_its_code_was_retired():
    shelf = published("Een")
    shelf = publish(shelf.with_code(retire(shelf, "GV-1", NOW)), NOW)
    assert add_own(shelf, "pattern", words(), prefix="", now=LATER).id == "GV-2"


def test_a_code_of_another_region_keeps_its_letters_and_its_words():
    shelf = published()
    theirs = take_over(shelf, RegionCode(id="FL-3", kind="belief"), words("Zo is het"), NOW)
    shelf = shelf.with_code(theirs)
    assert (theirs.id, theirs.elsewhere, theirs.newest.words.label) == (
        "FL-3",
        True,
        "Zo is het",
    )
    assert refusal(reword, shelf, "FL-3", words(), NOW) == "code_elsewhere"
    assert add_own(shelf, "belief", words(), prefix="", now=NOW).id == "GV-2"


@pytest.mark.parametrize(
    ("id_", "kind", "code"),
    [
        ("RO3", "pattern", "code_of_method"),
        ("GV-1", "pattern", "code_own_letters"),
        ("fl-3", "pattern", "code_id_odd"),
        ("FL-0", "pattern", "code_id_odd"),
        ("FL-1/x", "pattern", "code_id_odd"),
        ("FL-3", "belief", "code_kind_fixed"),
    ],
)
def test_what_may_not_be_taken_over(id_, kind, code):
    shelf = published()
    theirs = take_over(shelf, RegionCode(id="FL-3", kind="pattern"), words(), NOW)
    given = RegionCode(id=id_, kind=kind)
    assert refusal(take_over, shelf.with_code(theirs), given, words(), NOW) == code


DEEDS = st.lists(st.tuples(st.sampled_from("awrompt"), st.integers(1, 6), st.integers(1, 6)))


@given(DEEDS)
def test_whatever_is_done_ids_stay_unique_and_every_merge_ends_somewhere(deeds):
    shelf, seen = EMPTY, {}
    for at, (deed, one, other) in enumerate(deeds):
        now = NOW + timedelta(minutes=at)
        shelf = _done(shelf, deed, (f"GV-{one}", f"GV-{other}"), now)
        for code in shelf.codes:
            for edition in code.editions:
                if edition.edition:
                    assert seen.setdefault((code.id, edition.edition), edition) == edition
    into = {one.id: one.newest.into for one in shelf.codes}
    assert len(into) == len(shelf.codes)
    assert [id_ for id_ in into if id_ in walk(into, id_)] == []


def walk(into: dict[str, str], id_: str) -> list[str]:
    """Where a merge leads, step by step."""
    steps = []
    while (id_ := into.get(id_, "")) and id_ not in steps:
        steps.append(id_)
    return steps


def _done(shelf: CodeShelf, deed: str, ids: tuple[str, str], now: datetime) -> CodeShelf:
    own, other = ids
    changes = {
        "a": lambda: add_own(shelf, "pattern", words(), prefix="GV", now=now),
        "w": lambda: reword(shelf, own, words(f"Anders {now:%M}"), now),
        "r": lambda: retire(shelf, own, now),
        "o": lambda: offer_again(shelf, own, now),
        "m": lambda: merge(shelf, own, other, now),
        "t": lambda: take_back(shelf, own),
    }
    with suppress(Refusal):
        return publish(shelf, now) if deed == "p" else shelf.with_code(changes[deed]())
    return shelf
