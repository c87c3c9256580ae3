"""The whole report of small, full, sample and very long cases, as a file."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest
from openxml_audit import OpenXmlValidator

from casusanalyse.content.text import page
from casusanalyse.domain.case import Case
from casusanalyse.report.chapters.contents import report_fields
from casusanalyse.report.chapters.selection import starred_part
from casusanalyse.store.casefile import read_case
from casusanalyse.usecases.report import TEMPLATE, draft_report
from templates.source.building import built_template
from tests.builders import a_case, an_event
from tests.unit.report.control import broken_rules
from tests.unit.report.field_tables import field_tables
from tests.unit.report.finals import a_final_standing
from tests.unit.report.full_case import TODAY, full_case
from tests.unit.report.reading import W, document, parts

SAMPLES = sorted((Path(__file__).parents[3] / "sample_cases").glob("*.json"))
CASES = {
    "empty": a_case(),
    "small": a_case(an_event("2019-03-01")),
    "full": full_case(),
    "long": full_case(events=1000),
} | {sample.stem: read_case(sample.read_bytes()) for sample in SAMPLES}

every_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())


@every_case
def test_the_report_is_valid(case: Case, tmp_path: Path):
    file = tmp_path / "verslag.docx"
    file.write_bytes(draft_report(case, today=TODAY))
    result = OpenXmlValidator().validate(str(file))

    assert (result.is_valid, result.errors) == (True, [])


@every_case
def test_the_report_keeps_our_rules(case: Case):
    assert broken_rules(draft_report(case, today=TODAY)) == []


def test_the_template_is_what_its_source_says():
    assert TEMPLATE.read_bytes() == built_template()


def paths(value: object, path: str = "") -> set[str]:
    if isinstance(value, dict):
        inside = [
            paths(part, f"{path}.{name}" if path else name) for name, part in value.items()
        ]
        return set().union(*inside)
    if isinstance(value, list):
        return set().union({f"{path}[]"}, *(paths(part, f"{path}[]") for part in value))
    return {path}


def test_the_fields_of_a_full_case_are_the_fields_that_are_explained():
    fields = report_fields(starred_part(full_case()), today=TODAY, names=False, drawings={})
    fields |= a_final_standing()
    known = set(page("template")["fields"])
    given = {
        path
        for path in paths(fields)
        if not any(other.startswith(f"{path}.") for other in known)
    }

    assert given == known


def test_every_field_is_explained_in_the_manual():
    manual = Path(__file__).parents[3] / "docs" / "handleiding" / "sjabloon.md"

    assert manual.read_text("utf-8").endswith(field_tables())


def test_the_table_of_events_repeats_its_header_and_keeps_rows_whole():
    tables = document(draft_report(full_case(), today=TODAY)).iter(W + "tbl")
    [events] = [
        table
        for table in tables
        if "volgorde" in table.find(f".//{W}tblCaption").get(W + "val")
    ]
    header, *rows = events.findall(W + "tr")

    assert header.find(f"{W}trPr/{W}tblHeader") is not None
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows] == [True] * 12


def test_everything_a_reader_may_react_to_has_a_bookmark_that_says_which_field_it_is():
    said = anchored(full_case())
    wanted = {
        "ca_events_e0": "4.1",
        "ca_events_e0_then": "Toen: We dachten: oma kan het niet meer.",
        "ca_events_u1_what": "Oma denkt aan een zomer.",
        "ca_people_p2_strength": "KrachtStaat altijd weer op.",
        "ca_relations_r2_word": "Moeder en oma: wisselend",
        "ca_perspectives_v2_text": "Jeugdbeschermer 1: ‘Wij zagen vooral gevaar.’",
        "ca_moments_e0_conditions_again2": "Tijd.",
        "ca_insights_i2_text": "Moeder droeg het alleen.",
        "ca_codings_c3_own_words": "Nu, nu, nu (zie 4.1, 4.4)",
        "ca_agreements_a2_due": "vrijdag",
        "ca_participants_d2_organisation": "",
        "ca_participants_d2_check_in": "‘Nieuwsgierig.’ — Leerkracht",
        "ca_notes_dynamics_bend_text_again2": "Iemand zegt: stop.",
        "ca_intake_intake_rules": (
            "Wat hier gezegd wordt, blijft hier. Jeugdbeschermer 1 bewaakt dat."
        ),
    }

    assert {name: said.get(name) for name in wanted} == wanted


def test_every_paragraph_with_words_outside_the_table_of_contents_has_a_bookmark_of_its_own():
    loose = [
        words(paragraph)
        for paragraph in document(draft_report(full_case(), today=TODAY)).iter(W + "p")
        if words(paragraph) and len(names(paragraph)) != 1 and not in_contents(paragraph)
    ]

    assert loose == []


def test_a_new_event_in_front_leaves_every_other_bookmark_at_its_own_words():
    case = full_case()
    earlier = replace(case, events=(an_event("2011-01-01", key="new"), *case.events))
    before, after = (
        {name: re.sub(r"4\.\d+", "4.x", said) for name, said in anchored(one).items()}
        for one in (case, earlier)
    )

    assert {name for name, said in before.items() if after.get(name) != said} == set()


def anchored(case: Case) -> dict[str, str]:
    """The words at every bookmark."""
    return {
        name: words(paragraph)
        for paragraph in document(draft_report(case, today=TODAY)).iter(W + "p")
        for name in names(paragraph)
    }


def words(paragraph) -> str:
    return "".join(text.text or "" for text in paragraph.iter(W + "t"))


def names(paragraph) -> list[str]:
    found = [mark.get(W + "name") for mark in paragraph.iter(W + "bookmarkStart")]
    return [name for name in found if name.startswith("ca_")]


def in_contents(paragraph) -> bool:
    return paragraph.find(f"{W}pPr/{W}pStyle").get(W + "val").startswith("TOC")


def test_pictures_have_words_that_say_the_same():
    made = draft_report(full_case(), today=TODAY)
    drawn = [name for name in parts(made) if name.endswith(".png")]
    tag = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    said = [about.get("descr") for about in document(made).iter(tag)]

    assert (len(drawn), len(said), all(len(words) > 20 for words in said)) == (3, 3, True)


def test_only_the_timeline_lies_on_its_side():
    sizes = document(draft_report(full_case(), today=TODAY)).iter(W + "pgSz")

    assert [size.get(W + "orient") for size in sizes] == [None, "landscape", None]


def test_three_times_as_many_events_take_at_most_five_times_as_long():
    few, many = (full_case(events=number) for number in (300, 900))

    assert spent(many) < 5 * spent(few)


def spent(case: Case) -> float:
    times = []
    for _ in range(3):
        start = process_time()
        draft_report(case, today=TODAY)
        times.append(process_time() - start)
    return min(times)


def test_all_messages_about_templates_are_used():
    said = tomllib.loads(
        (Path(__file__).parents[3] / "casusanalyse/content/nl/template.toml").read_text()
    )
    source = "".join(
        file.read_text()
        for file in (Path(__file__).parents[3] / "casusanalyse/report").rglob("*.py")
    )
    places = {"place_header", "place_footer", "place_footnotes", "fields"}

    assert {key for key in said if key not in places and key not in source} == set()
