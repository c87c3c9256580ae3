import gc
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.content.identifying import marks
from casusanalyse.content.mark import Known, MarkKind
from casusanalyse.content.phrases import composed

MOTHER = Known(
    label="moeder",
    name="Sanne Jansen-de Boer",
    others=("Sanne", "Jansen-de", "Boer", "Jansen-de Boer"),
)
GRANDMOTHER = Known(label="oma", name="Bea de Vries", others=("Bea", "Vries", "de Vries"))
SCHOOL = Known(label="school", name="De Vlieger", kind=MarkKind.ORGANISATION)


def _said(sentence: str, *known: Known) -> list[str]:
    whole = composed(sentence)
    return [whole[one.start : one.end] for one in marks(sentence, known)]


def _kinds(sentence: str) -> list[tuple[str, MarkKind]]:
    return [(sentence[one.start : one.end], one.kind) for one in marks(sentence)]


@pytest.mark.parametrize(
    "written",
    [
        "Sanne",
        "sanne",
        "Sannes",
        "Sanne's",
        "Sänne",
        "SANNE",
        "Jansen",
        "De Boer",
        "Sanne J.",
        "S. Jansen-de Boer",
        "S.M. Jansen-de Boer",
        "Sanne Jansen-de Boer",
    ],
)
def test_a_name_is_found_however_it_is_written(written: str) -> None:
    assert [
        (one.label, one.kind) for one in marks(f"Later hoorde {written} dat.", [MOTHER])
    ] == [("moeder", MarkKind.NAME)]
    assert _said(f"Later hoorde {written} dat.", MOTHER) == [written]


@pytest.mark.parametrize("written", ["bea", "de vries", "beamer", "Vriesland", "jansenisme"])
def test_short_names_and_surnames_need_a_capital_and_a_whole_word(written: str) -> None:
    labels = [one.label for one in marks(f"dat {written} er was", [GRANDMOTHER, MOTHER])]
    assert "oma" not in labels
    assert "moeder" not in labels


def test_two_people_stay_two_marks() -> None:
    found = marks("Sanne en Bea de Vries zwegen.", [MOTHER, GRANDMOTHER])
    assert [one.label for one in found] == ["moeder", "oma"]


def test_what_is_known_says_more_than_what_a_pattern_finds() -> None:
    (found,) = marks("Ze ging naar basisschool De Vlieger.", [SCHOOL])
    assert (found.label, found.kind) == ("school", MarkKind.ORGANISATION)
    assert _said("Ze ging naar basisschool De Vlieger.", SCHOOL) == ["basisschool De Vlieger"]


@pytest.mark.parametrize(
    ("sentence", "said", "kind"),
    [
        ("bel 06 12 34 56 78 maar", "06 12 34 56 78", MarkKind.CONTACT),
        ("bel +31 6 12345678 maar", "+31 6 12345678", MarkKind.CONTACT),
        ("mail a.b@c-d.nl maar", "a.b@c-d.nl", MarkKind.CONTACT),
        ("bsn 1234.56.782 dus", "1234.56.782", MarkKind.NUMBER),
        ("nummer 123456782 dus", "123456782", MarkKind.NUMBER),
        ("rekening NL91 ABNA 0417 1643 00 dus", "NL91 ABNA 0417 1643 00", MarkKind.NUMBER),
        ("zaak C/16/512345 dus", "C/16/512345", MarkKind.NUMBER),
        ("kenmerk: JE-2020.14 dus", "JE-2020.14", MarkKind.NUMBER),
        ("post naar 1234 AB dus", "1234 AB", MarkKind.ADDRESS),
        ("aan de Lange Dreef 7 woont", "Lange Dreef 7", MarkKind.ADDRESS),
        ("op 3 februari kwam", "3 februari", MarkKind.DATE),
        ("op 3-2-2019 kwam", "3-2-2019", MarkKind.DATE),
        ("in het najaar van 2019 kwam", "najaar van 2019", MarkKind.DATE),
        ("de zomer ’18 was", "zomer ’18", MarkKind.DATE),
        ("sinds augustus kwam", "sinds augustus", MarkKind.DATE),
        ("in schooljaar 2018-2019 kwam", "schooljaar 2018-2019", MarkKind.DATE),
        ("sinds 2017 kwam", "sinds 2017", MarkKind.DATE),
        ("een meisje (12) kwam", "(12)", MarkKind.AGE),
        ("een 12-jarige kwam", "12-jarige", MarkKind.AGE),
        ("zij was 12 jaar toen", "12 jaar", MarkKind.AGE),
        ("hij is acht jaar oud", "acht jaar oud", MarkKind.AGE),
        ("op haar 12e kwam", "op haar 12e", MarkKind.AGE),
        ("de tweeling van zeven kwam", "zeven", MarkKind.AGE),
        ("een meisje van bijna 15 kwam", "15", MarkKind.AGE),
        ("in groep 4 kwam", "groep 4", MarkKind.AGE),
        ("op vso De Brug kwam", "vso De Brug", MarkKind.SCHOOL),
        ("op het Groene Hart Lyceum kwam", "Groene Hart Lyceum", MarkKind.SCHOOL),
        ("bij de rechtbank Den Haag kwam", "rechtbank Den Haag", MarkKind.ORGANISATION),
        ("bij gezinshuis De Wilg kwam", "gezinshuis De Wilg", MarkKind.ORGANISATION),
        ("naar Levvel kwam", "Levvel", MarkKind.ORGANISATION),
        ("naar gemeente Laren kwam", "gemeente Laren", MarkKind.PLACE),
        ("naar Den Haag kwam", "Den Haag", MarkKind.PLACE),
        ("naar hilversum kwam", "hilversum", MarkKind.PLACE),
        ("naar Best kwam", "Best", MarkKind.PLACE),
        ("met mevrouw El Idrissi kwam", "mevrouw El Idrissi", MarkKind.NAME),
        ("met tante Riet kwam", "tante Riet", MarkKind.NAME),
        ("met Karin V. kwam", "Karin V.", MarkKind.NAME),
        ("Fatima kwam", "Fatima", MarkKind.NAME),
        ("de Eritrese vader kwam", "Eritrese", MarkKind.CAPITAL),
    ],
)
def test_patterns_find(sentence: str, said: str, kind: MarkKind) -> None:
    assert _kinds(sentence) == [(said, kind)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Heel veel wachten. Best lastig. Echt waar! Huizen zijn schaars.",
        "‘Laren dat is lastig’, zei iemand: ‘Beter wordt het niet.’",
        "Na 12 jaar wachten kwam er hulp, en 2 jaar later opnieuw.",
        "De GI, de OTS en de RvdK: de RET-tafel zag het niet.",
        "Veilig Thuis en de Raad voor de Kinderbescherming keken mee.",
        "Het kostte 2000 euro en 14 gesprekken in 3 weken.",
        "Moeder vertelde het aan vader, en dokter en juf hoorden het later.",
        "Ze mei het gesprek niet, en het maakte de weg vrij.",
        "",
    ],
)
def test_ordinary_words_stay_unmarked(sentence: str) -> None:
    assert _kinds(sentence) == []


@given(st.text(max_size=80))
def test_marks_stand_in_order_within_the_sentence_and_never_overlap(sentence: str) -> None:
    found = marks(sentence, [MOTHER, GRANDMOTHER, SCHOOL])
    assert all(0 <= one.start < one.end <= len(composed(sentence)) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_whole_name_is_always_found(before: str, after: str) -> None:
    sentence = composed(f"{before} Sanne Jansen-de Boer {after}")
    place = sentence.index("Sanne Jansen-de Boer")
    assert any(
        one.start <= place and place + len("Sanne Jansen-de Boer") <= one.end
        for one in marks(sentence, [MOTHER])
    )


def test_the_names_of_a_case_are_not_kept() -> None:
    name = "Wilhelmina Vergeetmij"
    asked = Known(name=name, kind=MarkKind.NAME, label="moeder")
    assert marks("Wilhelmina Vergeetmij belde.", [asked])
    del asked
    gc.collect()
    left = [one for one in gc.get_objects() if isinstance(one, Known) and one.name == name]
    assert left == []
