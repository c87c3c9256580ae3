"""The code book goes out and comes back the same, opens elsewhere, and trusts no file."""

import csv
import uuid
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from string import ascii_letters

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pyrefiqda import RefiCodebook
from pyrefiqda.models.codebook import CodeBook, CodeType

from casusanalyse.content.codebook import Book, book_with, codes, kinds
from casusanalyse.domain.region_code import CodeEdition, CodeWords, RegionCode
from casusanalyse.report.codebook_file import FileCode
from casusanalyse.report.codebook_qdc import book_as_qdc, read_qdc
from casusanalyse.report.codebook_table import book_as_table, read_table
from tests.refusals import refusal

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SPACE = "{urn:QDA-XML:codebook:1.0}"


def a_code(number: int, words: CodeWords, kind="pattern", **more: object) -> RegionCode:
    edition = CodeEdition(edition=1, at=NOW, words=words, **more)
    return RegionCode(id=f"GV-{number}", kind=kind, editions=(edition,))


WAITING = CodeWords(
    label='Wachten & "wijzen" <op elkaar>',
    explanation="Niemand begint.\n\nBron: onbekend.",
    source="Regio Gooi en Vechtstreek, 2026",
)
REGION = (
    a_code(1, WAITING),
    a_code(2, CodeWords(label="Afwachten"), into="GV-1"),
    a_code(3, CodeWords(label="Zo hoort het", helping="Het kan ook anders"), "belief"),
    a_code(4, CodeWords(label="Niet meer"), "element", retired=True),
    RegionCode(
        id="RO3",
        kind="pattern",
        editions=(
            CodeEdition(edition=1, at=NOW, words=CodeWords(explanation="Vooral\nin juli.")),
        ),
    ),
)
BOOK = book_with(REGION)


def as_read(book: Book) -> list[tuple[object, ...]]:
    """What of a book can come back."""
    return [
        (one.id, one.kind, one.label, one.explanation, one.helping, one.source, one.is_offered)
        for one in book.all
    ]


def as_found(found: tuple[FileCode, ...]) -> list[tuple[object, ...]]:
    return [
        (
            *(one.id, one.kind, one.words.label, one.words.explanation, one.words.helping),
            *(one.words.source, not one.retired),
        )
        for one in found
    ]


def test_the_qdc_comes_back_the_same():
    assert as_found(read_qdc(book_as_qdc(BOOK))[0]) == as_read(BOOK)
    assert read_qdc(book_as_qdc(BOOK))[1] == ()


def test_the_table_comes_back_the_same():
    assert as_found(read_table(book_as_table(BOOK))[0]) == as_read(BOOK)


UNFIT = "\ufffe\uffff"
"""What no file can hold; the store takes it out."""
SIGNS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters=UNFIT)
SAID = st.text(SIGNS, max_size=40)
LINE = SAID.map(lambda said: " ".join(said.split())).filter(lambda said: said[:1] != "'")
LINES = st.lists(LINE, max_size=4).map(lambda lines: "\n".join(lines).strip())
WORDS = st.builds(
    CodeWords, label=LINE.filter(bool), explanation=LINES, helping=LINE, source=LINE
)


@given(st.lists(WORDS, max_size=3))
def test_whatever_a_region_writes_comes_back(said):
    book = book_with([a_code(number + 1, words) for number, words in enumerate(said)])
    assert as_found(read_table(book_as_table(book))[0]) == as_read(book)
    assert as_found(read_qdc(book_as_qdc(book))[0]) == as_read(book)


@pytest.fixture
def opened(tmp_path: Path) -> CodeBook:
    file = tmp_path / "codeboek.qdc"
    file.write_bytes(book_as_qdc(BOOK))
    return RefiCodebook.load(file)


def leaves(opened: CodeBook) -> list[CodeType]:
    return [code for heading in opened.codes.code for code in heading.code]


def test_another_program_finds_every_code_with_its_words(opened: CodeBook) -> None:
    assert opened.origin == "casusanalyse"
    assert [code.name for code in leaves(opened)] == [
        f"{one.id} {one.label}" for one in BOOK.all
    ]
    told = {code.name.split()[0]: code.description for code in leaves(opened)}
    assert told["GV-1"] == (
        "Niemand begint.\n\nBron: onbekend.\n\n"
        "soort: patroon\nbron: Regio Gooi en Vechtstreek, 2026\nstand: in gebruik"
    )
    assert told["GV-2"] == "soort: patroon\nstand: samengevoegd\nnu: GV-1"
    assert "\nuitleg van de regio: Vooral in juli.\n" in told["RO3"]


def test_another_program_codes_only_with_what_is_offered(opened: CodeBook) -> None:
    shut = [code.name.split()[0] for code in leaves(opened) if not code.is_codable]
    assert shut == ["GV-2", "GV-4"]
    assert [code.name for code in opened.codes.code if code.is_codable] == []


def test_another_program_finds_a_set_per_kind(opened: CodeBook) -> None:
    ids = {code.guid: code.name.split()[0] for code in leaves(opened)}
    assert [
        (one.name, [ids[member.guid] for member in one.member_code]) for one in opened.sets.set
    ] == [
        (name, [code.id for code in BOOK.all if code.kind == kind])
        for kind, name in kinds().items()
    ]


def test_what_another_program_saves_comes_back(opened: CodeBook, tmp_path: Path) -> None:
    file = tmp_path / "anders.qdc"
    RefiCodebook.save(opened, file)
    assert as_found(read_qdc(file.read_bytes())[0]) == as_read(BOOK)


def test_a_program_may_give_new_guids_as_the_id_stands_in_the_name():
    root = etree.fromstring(book_as_qdc(BOOK))
    for element in root.iter(f"{SPACE}Code"):
        element.set("guid", f"{{{uuid.uuid4()}}}".upper())
    assert as_found(read_qdc(etree.tostring(root))[0]) == as_read(BOOK)


def test_every_guid_is_one_of_its_own_and_stays_the_same():
    guids = [
        one.get("guid") for one in etree.fromstring(book_as_qdc(BOOK)).iter(f"{SPACE}Code")
    ]
    assert len(set(guids)) == len(guids)
    assert [str(uuid.UUID(one)) for one in guids] == guids
    assert book_as_qdc(BOOK) == book_as_qdc(book_with(REGION))


def test_the_children_of_every_element_stand_in_the_order_of_the_standard():
    root = etree.fromstring(book_as_qdc(BOOK))
    assert [one.tag for one in root] == [f"{SPACE}Codes", f"{SPACE}Sets"]
    for code in root.iter(f"{SPACE}Code"):
        tags = [one.tag.removeprefix(SPACE) for one in code]
        assert tags == ["Description"] if "Description" in tags else set(tags) == {"Code"}
        assert set(code.attrib) == {"guid", "name", "isCodable"}


def qdc(inside: str, head: str = "") -> bytes:
    return (
        f'{head}<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>{inside}</Codes></CodeBook>'
    ).encode()


ONE = (
    '<Code guid="g" name="{name}" isCodable="{codable}">'
    "<Description>{told}</Description></Code>"
)


def one(name: str, *, codable: str = "true", told: str = "soort: patroon") -> bytes:
    return qdc(ONE.format(name=name, codable=codable, told=told))


def test_a_code_without_our_id_is_named_with_its_line():
    data = qdc("\n\n" + ONE.format(name="Angst", codable="true", told=""))
    found, misfits = read_qdc(data)
    assert found == ()
    assert [(one.row, one.column, one.why.code) for one in misfits] == [
        (3, "name", "code_id_odd")
    ]


def test_a_heading_is_no_code():
    assert read_qdc(one("Patronen: Kind en gezin", codable="false")) == ((), ())


def test_a_code_without_a_kind_says_so():
    ((code,), _) = read_qdc(one("FL-3 Wachten", told="Uitleg zonder soort."))
    assert (code.id, code.kind, code.words.explanation) == (
        "FL-3",
        None,
        "Uitleg zonder soort.",
    )


LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(9)
)


@pytest.mark.parametrize(
    "head",
    [
        f"<!DOCTYPE CodeBook [{LAUGHS}]>",
        '<!DOCTYPE CodeBook SYSTEM "file:///etc/passwd">',
        '<!doctype CodeBook [<!entity x SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_a_file_that_declares_anything_is_not_opened(head):
    inside = ONE.format(name="FL-1 &l8;&x;", codable="true", told="")
    assert refusal(read_qdc, qdc(inside, head)) == "code_file_unsafe"
    wide = (
        qdc(inside, f'<?xml version="1.0" encoding="UTF-16"?>{head}').decode().encode("utf-16")
    )
    assert refusal(read_qdc, wide) == "code_file_unsafe"


def test_letters_in_which_a_declaration_could_hide_are_not_read():
    head = '<?xml version="1.0" encoding="UTF-7"?>'
    assert refusal(read_qdc, qdc("", head)) == "code_file_unsafe"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"geen xml",
        b"<CodeBook/>",
        b'<Project xmlns="urn:QDA-XML:project:1.0"/>',
        qdc("<Code>") + b"<",
        qdc("<Code>" * 300 + "</Code>" * 300),
        b"\x89PNG\r\n\x1a\n",
    ],
)
def test_what_is_no_code_book_is_not_read(data):
    assert refusal(read_qdc, data) == "code_file_unreadable"


def test_a_file_has_a_size():
    assert refusal(read_qdc, b" " * ((2 << 20) + 1)) == "code_file_large"
    assert refusal(read_table, b" " * ((2 << 20) + 1)) == "code_file_large"
    many = "".join(ONE.format(name=f"FL-{n} x", codable="true", told="") for n in range(2001))
    assert refusal(read_qdc, qdc(many)) == "code_file_many"
    assert refusal(read_qdc, qdc("<Code/>" * 200_001)) == "code_file_unsafe"
    rows = "nummer;soort;woord\n" + "FL-1;patroon;x\n" * 2001
    assert refusal(read_table, rows.encode()) == "code_file_many"


def table(*rows: str) -> bytes:
    return "\r\n".join(rows).encode()


def test_a_table_that_a_spreadsheet_saved_again_is_read():
    rows = ("nummer;soort;woord;uitleg", 'FL-1;patroon;"Eén; twee";"a\nb"', ";;;", "FL-2;;x;")
    for data in (
        table(*rows),
        "\r\n".join(rows).encode("utf-8-sig"),
        "\r\n".join(rows).encode("cp1252"),
    ):
        found, misfits = read_table(data)
        assert [(one.row, one.id, one.kind, one.words.label) for one in found] == [
            (2, "FL-1", "pattern", "Eén; twee"),
            (5, "FL-2", None, "x"),
        ]
        assert (found[0].words.explanation, misfits) == ("a\nb", ())


def test_commas_are_read_too_and_columns_in_any_order():
    found, _ = read_table(table("woord,Nummer ,SOORT", "Wachten,FL-1,Patroon"))
    assert [(one.id, one.kind, one.words.label) for one in found] == [
        ("FL-1", "pattern", "Wachten")
    ]


def test_a_missing_column_is_named_and_nothing_is_read():
    found, misfits = read_table(table("nummer;uitleg", "FL-1;x"))
    assert found == ()
    assert [(one.row, one.column, one.why.code) for one in misfits] == [
        (1, "soort", "code_file_column"),
        (1, "woord", "code_file_column"),
    ]


@pytest.mark.parametrize("data", [b"", b"\n \n", b"\x81\x8d\xff", b'nummer;"' + b"x" * 140_000])
def test_what_is_no_table_is_not_read(data):
    assert refusal(read_table, data) == "code_file_unreadable"


def test_a_table_holds_no_formula():
    bad = CodeWords(label="=1+1", explanation="@SUM(A1)", helping="+x", source="-y")
    told = book_as_table(book_with([a_code(1, bad)]))
    rows = list(csv.reader(StringIO(told.decode("utf-8-sig")), delimiter=";"))
    assert [cell for row in rows for cell in row if cell[:1] in set("=+-@")] == []
    (found,) = [one for one in read_table(told)[0] if one.id == "GV-1"]
    assert found.words == bad


@given(
    st.binary(max_size=200) | st.text(ascii_letters + "<>;,\"'\n", max_size=200).map(str.encode)
)
def test_no_file_makes_a_mistake_of_ours(data):
    for read in (read_qdc, read_table):
        try:
            read(data)
        except Exception as refused:  # noqa: BLE001 - whatever it is, it must be a refusal
            assert type(refused).__name__ == "Refusal"  # noqa: PT017 - a refusal may come, not must


def test_the_whole_book_of_the_method_is_in_it():
    assert [one.id for one in read_table(book_as_table(book_with(())))[0]] == [
        code.id for code in codes()
    ]
