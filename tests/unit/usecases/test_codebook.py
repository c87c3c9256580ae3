"""The code book of the region reaches everybody who recognises, draws or tells a case."""

from dataclasses import replace
from datetime import UTC, date, datetime

from casusanalyse.domain.insight import Coding
from casusanalyse.domain.region_code import CodeEdition, CodeWords, RegionCode
from casusanalyse.report.chapters.contents import report_fields
from casusanalyse.report.chapters.overview import overview
from casusanalyse.usecases.codebook import book, in_words
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.insights import choose_code
from casusanalyse.usecases.language import asides_of
from casusanalyse.usecases.region import RegionDesk
from casusanalyse.usecases.report import as_read, telling
from tests.builders import a_case
from tests.refusals import refusal

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def laid(desk: Desk | RegionDesk, *codes: RegionCode) -> None:
    desk.cases.region_codes.change("", lambda _: codes)


def a_code(id_: str, label: str = "", *, kind="pattern", **more: object) -> RegionCode:
    words = CodeWords(label=label, explanation=more.pop("explanation", ""))
    edition = CodeEdition(edition=3, at=NOW, words=words, **more)
    return RegionCode(id=id_, kind=kind, editions=(edition,))


WAITING = a_code("GV-1", "Wachten op elkaar", explanation="Niemand begint.")
OLD = a_code("GV-2", "Afwachten", into="GV-1")
RETIRED = a_code("SH6", retired=True)


def test_a_group_recognises_a_code_of_the_region(desk: Desk) -> None:
    laid(desk, WAITING, OLD, RETIRED)
    choose_code(desk, "GV-1")
    assert [one.code for one in desk.case().codings] == ["GV-1"]
    for gone in ("GV-2", "SH6", "GV-9"):
        assert refusal(choose_code, desk, gone) == "unknown_code"


def test_what_was_chosen_before_stays_and_still_gets_evidence(desk: Desk) -> None:
    choose_code(desk, "SH6")
    laid(desk, RETIRED)
    choose_code(desk, "SH6")
    assert [one.code for one in desk.case().codings] == ["SH6"]


def test_the_book_of_another_region_stays_there(desk: Desk) -> None:
    laid(desk, WAITING)
    there = replace(desk, region="fl")
    assert (book(desk).label("GV-1"), book(there).label("GV-1")) == (
        "Wachten op elkaar",
        "GV-1",
    )


def told(desk: Desk, code: str, own: str = "") -> dict[str, str]:
    case = a_case(codings=(Coding(key="c1", code=code, own_words=own),))
    fields = report_fields(case, today=TODAY, names=True, drawings={}, book=book(desk))
    (pattern,) = fields["patronen_ons"]
    return {name: str(pattern[name]) for name in ("tekst", "boek", "uitleg")}


def test_the_report_says_a_code_of_the_region_in_full(desk: Desk) -> None:
    laid(desk, WAITING, OLD, a_code("SH6", explanation="Bij ons vaak in de zomer."))
    assert told(desk, "GV-1")["tekst"].endswith("Wachten op elkaar")
    assert told(desk, "GV-1", "Wij wachten")["boek"] == "Wachten op elkaar"
    assert told(desk, "GV-2", "Afwachten")["boek"] == "Afwachten (nu: Wachten op elkaar)"
    assert told(desk, "SH6")["uitleg"].endswith(" Bij ons vaak in de zomer.")


def test_the_report_says_which_edition_was_used(desk: Desk) -> None:
    laid(desk, WAITING)
    given = {"today": TODAY, "names": True, "drawings": {}}
    bare, said = (
        report_fields(a_case(), **given, book=one)["bronnen"] for one in (None, book(desk))
    )
    edition = "uitgave 3, 23 november 2026"
    assert said == [*bare, f"Codes van de regio, naast het codeboek van de methode: {edition}."]


def test_what_is_told_of_a_case_keeps_the_book_it_was_told_with(desk: Desk) -> None:
    laid(desk, WAITING)
    case = a_case(codings=(Coding(key="c1", code="GV-1"),))
    draft = as_read(telling(case, today=TODAY, book=book(desk)))
    told = [f"{one.heading} {one.text}" for one in draft.paragraphs]
    assert [one for one in told if "Wachten op elkaar" in one]


def test_the_overview_of_the_report_names_a_code_of_the_region(desk: Desk) -> None:
    laid(desk, WAITING)
    case = a_case(codings=(Coding(key="c1", code="GV-1"),))
    titles = [item.title for part in overview(case, book(desk)) for item in part.items]
    assert "Wachten op elkaar" in titles


def test_pictures_say_a_code_of_the_region_and_the_groups_own_words_first(desk: Desk) -> None:
    laid(desk, WAITING)
    codings = (Coding(key="c1", code="GV-1"), Coding(key="c2", code="RO3", own_words="Een gat"))
    drawn = in_words(desk, a_case(codings=codings))
    assert [one.own_words for one in drawn.codings] == ["Wachten op elkaar", "Een gat"]


def test_a_belief_of_the_region_is_never_read_for_blame(desk: Desk) -> None:
    case = a_case(codings=(Coding(key="c1", code="GV-1", own_words="Het is hun schuld."),))
    assert [one.shelf for one in asides_of(case, book(desk))] == ["codings"]
    laid(desk, a_code("GV-1", "Ouders deugen niet", kind="belief"))
    assert asides_of(case, book(desk)) == ()
