from datetime import date
from pathlib import Path

import pytest

from casusanalyse.report.long_line import LongLineText, long_line_document
from casusanalyse.report.word.drawing import Drawing
from casusanalyse.report.word.properties import Properties
from casusanalyse.store.casefile import read_case
from casusanalyse.usecases.long_line import line_as_word
from casusanalyse.usecases.report import TEMPLATE
from tests.builders import a_case
from tests.generator import a_generated_case
from tests.unit.report.control import WP, broken_rules
from tests.unit.report.reading import W, document, everything, paragraphs, parts
from tests.unit.report.test_office import pages

TODAY = date(2026, 11, 17)
SAMPLES = sorted((Path(__file__).parents[3] / "sample_cases").glob("*.json"))
CASES = [
    *(pytest.param(read_case(file.read_bytes()), id=file.stem) for file in SAMPLES),
    pytest.param(a_generated_case(events=500), id="500 events"),
    pytest.param(a_case(), id="nothing"),
]
LONG = read_case(next(file for file in SAMPLES if file.stem == "lange-lijn").read_bytes())


def long() -> bytes:
    return line_as_word(LONG, today=TODAY)


def test_it_is_a_sound_file_without_the_words_of_the_template() -> None:
    assert broken_rules(long()) == []
    assert "{{" not in everything(long())
    assert [name for name in parts(long()) if "header" in name or "footer" in name] == []


def test_the_heading_is_real_and_has_no_number() -> None:
    heading = next(document(long()).iter(W + "p"))
    assert heading.find(f"{W}pPr/{W}pStyle").get(W + "val") == "Heading1"
    assert heading.find(f"{W}pPr/{W}numPr/{W}numId").get(W + "val") == "0"
    assert paragraphs(long())[0] == "De grote lijn van Noor"


def test_the_picture_says_the_same_in_words() -> None:
    (told,) = [one.get("descr") for one in document(long()).iter(WP + "docPr")]
    assert told.startswith("De grote lijn van Noor: het hele leven op één scherm, met plekken")
    assert [one for one in paragraphs(long())[2:-1] if one not in told] == []


def test_the_page_lies_on_its_side_with_two_columns_of_sentences() -> None:
    sections = list(document(long()).iter(W + "sectPr"))
    sizes = {one.find(W + "pgSz").get(W + "orient") for one in sections}
    columns = [one.find(W + "cols") for one in sections]
    assert sizes == {"landscape"}
    assert [one.get(W + "num") for one in columns if one is not None] == ["1", "2"]


def test_it_is_dutch_and_knows_its_case() -> None:
    core = parts(long())["docProps/core.xml"].decode()
    assert "<dc:language>nl-NL</dc:language>" in core
    assert LONG.key in parts(long())["docProps/custom.xml"].decode()
    assert 'w:lang w:val="nl-NL"' in parts(long())["word/styles.xml"].decode()


def test_no_paragraph_is_empty_but_the_one_with_the_picture() -> None:
    empty = [
        one
        for one in document(long()).iter(W + "p")
        if not one.findall(f".//{W}t") and not one.findall(f".//{W}drawing")
    ]
    assert empty == []


@pytest.mark.office
@pytest.mark.parametrize("case", CASES)
def test_it_is_one_page(case, tmp_path) -> None:
    assert len(pages(line_as_word(case, today=TODAY), tmp_path)) == 1


@pytest.mark.office
def test_ten_long_sentences_still_fit_on_the_page(tmp_path) -> None:
    picture = next(part for name, part in parts(long()).items() if name.endswith(".png"))
    said = LongLineText(
        title="De grote lijn van Noor",
        line="Casus 2026-0001",
        sentences=("Zij woonde op een plek waar het rustig was, en toen weer niet. " * 3,) * 10,
        note="Staat er 'tot'?",
    )
    drawing = Drawing(png=picture, width=1920, height=876, alt="De grote lijn")
    properties = Properties(title="x", subject="x", status="x", case="x", made_on=TODAY)
    made = long_line_document(TEMPLATE.read_bytes(), said, drawing, properties)
    assert len(pages(made, tmp_path)) == 1
