import io
import zipfile

import pytest

from casusanalyse.report.word.mistake import Mistake
from casusanalyse.report.word.package import opened, written
from templates.source.building import built_template
from tests.unit.report.reading import parts

RELATION = (
    b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/%s" Target="%s" TargetMode="External"/></Relationships>'
)


def template_with(**changed: bytes) -> bytes:
    """The template with parts added or changed; `__` stands for `/`, `_dot_` for `.`."""
    names = {
        name.replace("__", "/").replace("_dot_", "."): part for name, part in changed.items()
    }
    return written(parts(built_template()) | names)


def in_part(name: str, old: bytes, new: bytes) -> bytes:
    found = parts(built_template())
    assert old in found[name]
    return written(found | {name: found[name].replace(old, new, 1)})


def pointing_outside(kind: bytes, target: bytes) -> bytes:
    name = "word/_rels/document.xml.rels"
    return in_part(name, b"</Relationships>", RELATION % (kind, target))


def with_body(xml: bytes) -> bytes:
    return in_part("word/document.xml", b"<w:body>", b"<w:body>" + xml)


def encrypted() -> bytes:
    data = bytearray(built_template())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    return bytes(data)


def zipped(*entries: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries:
            file.writestr(name, content)
    return out.getvalue()


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
HIDDEN = b'<?xml version="1.0" encoding="UTF-7"?>+ADw-!DOCTYPE x [+ADw-!ENTITY a "a">]>+ADw-x/>'
OVERRIDE = (
    b'<Override PartName="/word/header9.%s" ContentType="application/vnd.openxmlformats-'
    b'officedocument.wordprocessingml.header+xml"/></Types>'
)
FIELD = (
    b'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>'
    b"<w:instrText>%s</w:instrText></w:r></w:p>"
)

ATTACKS = {
    "not a zip": (b"dit is een brief", "not_word"),
    "another zip": (zipped(("a.txt", b"x")), "not_word"),
    "too big": (bytes((10 << 20) + 1), "file_too_big"),
    "unfolds too far": (template_with(word__x_dot_xml=bytes(30 << 20)), "suspect_package"),
    "many small bombs": (
        zipped(*((f"x{number}.xml", bytes(9 << 20)) for number in range(7))),
        "suspect_package",
    ),
    "too many parts": (
        zipped(*((f"x{number}.xml", b"") for number in range(401))),
        "suspect_package",
    ),
    "two parts that differ in case": (
        template_with(word__Document_dot_xml=b"<x/>"),
        "suspect_package",
    ),
    "a way out": (zipped(("../x.xml", b"<x/>")), "suspect_package"),
    "an absolute path": (zipped(("/etc/x.xml", b"<x/>")), "suspect_package"),
    "encrypted": (encrypted(), "encrypted"),
    "entities": (template_with(word__x_dot_xml=ENTITY), "suspect_package"),
    "entities in another alphabet": (template_with(word__x_dot_xml=HIDDEN), "suspect_package"),
    "XML in capitals": (template_with(word__x_dot_XML=b"<x/>"), "suspect_package"),
    "relations in capitals": (
        template_with(word___rels__styles_dot_xml_dot_RELS=b"<x/>"),
        "suspect_package",
    ),
    "a header by another name": (
        in_part("[Content_Types].xml", b"</Types>", OVERRIDE % b"dat"),
        "suspect_package",
    ),
    "headers by another name": (
        in_part(
            "[Content_Types].xml",
            b"<Default ",
            b'<Default Extension="dat" ContentType="Application/Header+XML ; x"/><Default ',
        ),
        "suspect_package",
    ),
    "broken XML": (template_with(word__x_dot_xml=b"<x>"), "suspect_package"),
    "macro": (template_with(word__vbaProject_dot_bin=b"x"), "refused_part"),
    "embedded file": (template_with(word__embeddings__x_dot_xlsx=b"x"), "refused_part"),
    "template type": (
        in_part("[Content_Types].xml", b"document.main+xml", b"template.main+xml"),
        "not_plain_word",
    ),
    "linked picture": (
        pointing_outside(b"image", b"https://x.example/a.png"),
        "points_outside",
    ),
    "file on disk": (pointing_outside(b"hyperlink", b"file:///etc/passwd"), "points_outside"),
    "embedded object": (with_body(b"<w:object/>"), "embedded_content"),
    "another format inside": (with_body(b'<w:altChunk r:id="x"/>'), "embedded_content"),
    "field that reads a file": (with_body(FIELD % b" INCLUDETEXT c:/x "), "refused_field"),
    "field in pieces": (
        with_body(FIELD.replace(b"%s", b"DDE</w:instrText></w:r><w:r><w:instrText>AUTO x")),
        "refused_field",
    ),
    "field in one piece": (with_body(b'<w:fldSimple w:instr=" DDEAUTO x "/>'), "refused_field"),
}


@pytest.mark.parametrize(("data", "mistake"), ATTACKS.values(), ids=ATTACKS.keys())
def test_a_file_that_is_not_safe_is_refused(data, mistake):
    with pytest.raises(Mistake) as refused:
        opened(data)

    assert refused.value.code == mistake
    assert refused.value.sentence


def test_an_ordinary_template_opens():
    assert opened(built_template()) == parts(built_template())


def test_a_link_to_a_website_is_allowed():
    data = pointing_outside(b"hyperlink", b"https://example.org")

    assert opened(data) == parts(data)


def test_a_drawing_of_lines_is_allowed():
    svg = b'<Default Extension="svg" ContentType="image/svg+xml"/></Types>'
    data = in_part("[Content_Types].xml", b"</Types>", svg)

    assert opened(data) == parts(data)


def test_a_template_of_an_office_computer_opens():
    data = pointing_outside(b"attachedTemplate", b"file:///C:/sjablonen/huis.dotx")

    assert opened(data) == parts(data)
