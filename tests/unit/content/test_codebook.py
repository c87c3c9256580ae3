"""The code book is complete, its ids are fixed, and searching it forgives spelling."""

import re
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.content.codebook import Book, book_with, codes, kinds, method_book
from casusanalyse.content.text import page
from casusanalyse.domain.region_code import CodeEdition, CodeWords, RegionCode

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
LATER = datetime(2027, 2, 1, 9, 0, tzinfo=UTC)


def numbered(letters, last):
    return [f"{letters}{number}" for number in range(1, last + 1)]


def test_every_code_of_the_method_stands_in_the_book_once_and_in_order():
    patterns = [*numbered("AK", 6), *numbered("KG", 6), *numbered("SH", 8), *numbered("RO", 12)]
    rest = [*numbered("D", 17), *numbered("W", 20), *numbered("C", 9)]
    assert [code.id for code in codes()] == patterns + rest


def test_the_letters_of_an_id_tell_its_kind():
    letters = {
        kind: {re.sub(r"\d", "", c.id) for c in codes() if c.kind == kind} for kind in kinds()
    }
    assert letters == {
        "pattern": {"AK", "KG", "SH", "RO"},
        "belief": {"D"},
        "element": {"W"},
        "condition": {"C"},
    }


def test_every_limiting_belief_has_a_helping_one_and_nothing_else_has():
    assert {code.id for code in codes() if code.helping} == set(numbered("D", 17))


def test_a_helping_belief_stands_against_its_own_limiting_one():
    code = method_book().get("D13")
    assert code.label == "Er mag geen crisis zijn"
    assert code.helping == "Ik hoef niemand te beheersen"


def test_every_explanation_is_one_sentence():
    assert [c.id for c in codes() if not re.fullmatch(r"[A-Z][^.!?]*\.", c.explanation)] == []


def test_labels_are_short_and_told_apart():
    assert [c.id for c in codes() if len(c.label) > 60] == []
    assert len({c.label for c in codes()}) == len(codes())


def test_every_code_names_its_source():
    assert {c.source for c in codes()} == {
        "Hopmans 2024, §3",
        "Hopmans 2024, §3.4 en §5.1",
        "Hopmans 2024, §5.2",
        "Hopmans 2024, §5.4 en §6",
    }


def test_no_text_asks_why_or_speaks_of_guilt():
    assert (
        re.findall(r"\bwaarom\b|\bschuldig\b|\bschuld\b|\bfalen", str(page("codebook"))) == []
    )


def test_an_unknown_code_is_called_by_its_id():
    book = method_book()
    assert (book.get("ZZ1"), book.label("ZZ1"), book.said("ZZ1")) == (None, "ZZ1", "ZZ1")
    assert book.current("ZZ1") == "ZZ1"


def test_searching_forgives_accents_and_capitals():
    assert [c.id for c in method_book().find("OKE helpen")] == ["D16"]


def test_searching_looks_in_the_explanation_and_the_helping_belief_too():
    assert [c.id for c in method_book().find("aardappel")] == ["RO1"]
    assert [c.id for c in method_book().find("gereedschap")] == ["D10"]


def test_every_word_must_be_there_in_any_order():
    assert [c.id for c in method_book().find("wisseling regie")] == ["RO3"]
    assert method_book().find("wisseling pannenkoek") == ()


def test_searching_by_id_finds_the_code():
    assert [c.id for c in method_book().find("w17")] == ["W17"]


def test_a_kind_narrows_the_search():
    assert [c.id for c in method_book().find("stil", "pattern")] == ["SH4"]
    assert [c.id for c in method_book().find("stil", "element")] == ["W15"]


def test_no_words_find_the_whole_book():
    assert method_book().find("  ") == codes()
    assert method_book().find("", "condition") == tuple(
        c for c in codes() if c.kind == "condition"
    )


@given(st.text(max_size=30), st.text(max_size=30))
def test_more_words_never_find_more(words, extra):
    assert set(method_book().find(f"{words} {extra}")) <= set(method_book().find(words))


def stands(label: str = "", edition: int = 1, **more: object) -> CodeEdition:
    words = CodeWords(label=label, explanation=more.pop("explanation", ""))
    at = LATER if edition == 2 else NOW
    return CodeEdition(edition=edition, at=at, words=words, **more)


def own(id_: str, *editions: CodeEdition, kind="pattern", **more: object) -> RegionCode:
    return RegionCode(id=id_, kind=kind, editions=editions, **more)


def a_book(*region: RegionCode, drafts: bool = False) -> Book:
    return book_with(region, drafts=drafts)


def test_without_anything_of_a_region_the_book_is_that_of_the_method():
    assert a_book().all == codes()
    assert (a_book().edition, a_book().since) == (0, None)


def test_codes_of_the_region_come_after_those_of_the_method_of_their_kind():
    book = a_book(
        own("GV-1", stands("Zo hoort het"), kind="belief"), own("GV-2", stands("Wachten"))
    )
    ids = [code.id for code in book.all]
    assert ids[ids.index("RO12") + 1] == "GV-2"
    assert ids[ids.index("D17") + 1] == "GV-1"
    assert [book.get(key).owner for key in ("GV-2", "RO1")] == ["region", "method"]


def test_a_draft_is_only_in_the_next_edition():
    region = (
        own("GV-1", stands("Wachten"), stands("Anders", 0)),
        own("GV-2", stands("Nieuw", 0)),
    )
    assert [a_book(*region).label(key) for key in ("GV-1", "GV-2")] == ["Wachten", "GV-2"]
    draft = a_book(*region, drafts=True)
    assert [draft.label(key) for key in ("GV-1", "GV-2")] == ["Anders", "Nieuw"]
    assert (draft.edition, draft.since) == (1, NOW)


def test_the_edition_is_the_newest_of_all_codes():
    book = a_book(own("GV-1", stands("Een")), own("RO3", stands(edition=2, retired=True)))
    assert (book.edition, book.since) == (2, LATER)


def test_the_region_explains_beside_a_code_of_the_method_and_never_in_it():
    book = a_book(own("RO3", stands("Iets anders", explanation="Bij ons in de zomer.")))
    code, method = book.get("RO3"), method_book().get("RO3")
    assert (code.label, code.explanation) == (method.label, method.explanation)
    assert code.addition == "Bij ons in de zomer."
    assert [one.id for one in book.find("zomer")] == ["RO3"]


def test_what_is_retired_is_not_offered_and_keeps_its_words():
    book = a_book(
        own("RO3", stands(retired=True)), own("GV-1", stands("Wachten", retired=True))
    )
    assert {"RO3", "GV-1"} & {code.id for code in book.offered} == set()
    assert book.find("wachten op elkaar gv-1") == ()
    assert book.said("GV-1") == "Wachten"
    assert book.current("GV-1") == "GV-1"


def test_a_merged_code_shows_what_it_is_now_and_counts_as_that():
    book = a_book(
        own("GV-1", stands("Wachten", into="GV-2")),
        own("GV-2", stands("Elkaar laten wachten", into="RO1")),
    )
    assert book.current("GV-1") == book.current("GV-2") == book.current("RO1") == "RO1"
    assert book.said("GV-1") == "Wachten (nu: Geen gedeelde urgentie)"
    assert book.label("GV-1") == "Wachten"
    assert book.find("wachten op elkaar gv") == ()
