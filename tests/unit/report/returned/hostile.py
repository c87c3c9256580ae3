"""Files that somebody could upload instead of a report, each with what is wrong with it."""

import io
import struct
import zipfile
from collections.abc import Callable

from tests.unit.report.reading import parts

DOCUMENT = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(given: dict[str, bytes], way: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", way) as file:
        for name, content in given.items():
            file.writestr(name, content)
    return out.getvalue()


def with_part(report: bytes, name: str, content: bytes) -> bytes:
    return packed(parts(report) | {name: content})


def with_relation(report: bytes, kind: str, target: str, mode: str = "External") -> bytes:
    relation = (
        f'<Relationship Id="rX" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    )
    given = parts(report)
    given[RELATIONS] = given[RELATIONS].replace(
        b"</Relationships>", relation.encode() + b"</Relationships>"
    )
    return packed(given)


def with_type(report: bytes, kind: str) -> bytes:
    given = parts(report)
    given[TYPES] = given[TYPES].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        kind.encode(),
    )
    return packed(given)


def with_declaration(report: bytes, declaration: str, encoding: str = "utf-8") -> bytes:
    """A document that declares entities, in any alphabet."""
    xml = parts(report)[DOCUMENT].decode()
    body = xml[xml.index("<w:document") :]
    told = f'<?xml version="1.0" encoding="{encoding}"?>{declaration}{body}'
    return with_part(report, DOCUMENT, told.encode(encoding, "xmlcharrefreplace"))


def bomb(report: bytes) -> bytes:
    """Three hundred megabytes of spaces in a part of three hundred kilobytes."""
    return with_part(report, "word/bomb.xml", b" " * (300 << 20))


def lying(report: bytes) -> bytes:
    """A part that says it is small and unfolds into fifty megabytes."""
    made = bytearray(with_part(report, "word/zz.xml", b"<a/>" + b" " * (50 << 20)))
    for signature, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = 0
        while (at := made.find(signature, at)) != -1:
            name = at + (30 if place == 22 else 46)
            if made[name : name + 11] == b"word/zz.xml":
                struct.pack_into("<I", made, at + place, 10)
            at += 4
    return bytes(made)


def many_marks(report: bytes) -> bytes:
    """A part that is small enough, and takes gigabytes once it is understood."""
    xml = parts(report)[DOCUMENT]
    end = xml.index(b"<w:body>") + len(b"<w:body>")
    full = xml[:end] + b"<w:p/>" * 1_600_000 + xml[end:]
    return packed(parts(report) | {DOCUMENT: full}, zipfile.ZIP_STORED)


def overlapping(report: bytes) -> bytes:
    """Four hundred names for one and the same part of a megabyte."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts(report).items():
            file.writestr(name, content)
        file.writestr("word/one.xml", b"<a>" + b"x" * (1 << 20) + b"</a>")
        one = file.getinfo("word/one.xml")
        for number in range(300):
            double = zipfile.ZipInfo(f"word/one{number}.xml")
            double.header_offset, double.CRC = one.header_offset, one.CRC
            double.compress_size, double.file_size = one.compress_size, one.file_size
            double.compress_type = one.compress_type
            file.filelist.append(double)
            file.NameToInfo[double.filename] = double
    return made.getvalue()


def encrypted(report: bytes) -> bytes:
    made = bytearray(packed(parts(report)))
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = 0
        while (at := made.find(signature, at)) != -1:
            made[at + place] |= 1
            at += 4
    return bytes(made)


def twice(report: bytes) -> bytes:
    return with_part(report, "word/DOCUMENT.xml", b"<a/>")


def cut_off(report: bytes) -> bytes:
    given = parts(report)
    return packed(given | {DOCUMENT: given[DOCUMENT][: len(given[DOCUMENT]) // 2]})


def flipped(report: bytes) -> bytes:
    """One byte in the middle of the packed document is another one."""
    with zipfile.ZipFile(io.BytesIO(report)) as file:
        at = file.getinfo(DOCUMENT).header_offset + 5000
    return report[:at] + bytes([report[at] ^ 0xFF]) + report[at + 1 :]


def deep(report: bytes) -> bytes:
    xml = parts(report)[DOCUMENT]
    end = xml.index(b"<w:body>") + len(b"<w:body>")
    nested = b"<w:sdt>" * 2000 + b"</w:sdt>" * 2000
    return with_part(report, DOCUMENT, xml[:end] + nested + xml[end:])


def opened_comments(report: bytes) -> bytes:
    """Ten thousand comments that begin and never end."""
    xml = parts(report)[DOCUMENT]
    end = xml.index(b"<w:body>") + len(b"<w:body>")
    begins = b"".join(b'<w:commentRangeStart w:id="%d"/>' % one for one in range(10_000))
    return with_part(report, DOCUMENT, xml[:end] + begins + xml[end:])


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
ELSEWHERE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
OLD_WORD = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 4096

HOSTILE: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "too large": ("too_big", lambda report: report + b"\0" * (11 << 20)),
    "empty": ("not_word", lambda _report: b""),
    "a picture": ("not_word", lambda _report: b"\x89PNG\r\n\x1a\n" + b"\0" * 100),
    "an old .doc, or one with a password": ("not_word", lambda _report: OLD_WORD),
    "another zip": ("not_word", lambda _report: packed({"mimetype": b"x"})),
    "half a zip": ("not_word", lambda report: report[: len(report) // 2]),
    "half a document": ("damaged", cut_off),
    "a flipped byte": ("damaged", flipped),
    "a zip bomb": ("unfolds", bomb),
    "a part that lies about its size": ("damaged", lying),
    "parts that overlap": ("unfolds", overlapping),
    "a million empty paragraphs": ("unfolds", many_marks),
    "comments that never end": ("unfolds", opened_comments),
    "too many parts": (
        "too_many_parts",
        lambda report: packed(parts(report) | {f"x/{one}.txt": b"" for one in range(500)}),
    ),
    "a path upwards": ("odd_name", lambda report: with_part(report, "../../evil.xml", b"<a/>")),
    "a path from the root": ("odd_name", lambda report: with_part(report, "/etc/x", b"")),
    "a path on a disk": ("odd_name", lambda report: with_part(report, "C:/x.xml", b"<a/>")),
    "two names that differ in capitals": ("odd_name", twice),
    "packed with bzip2": (
        "odd_packing",
        lambda report: packed(parts(report), zipfile.ZIP_BZIP2),
    ),
    "packed with lzma": ("odd_packing", lambda report: packed(parts(report), zipfile.ZIP_LZMA)),
    "parts under lock": ("encrypted", encrypted),
    "macros": ("refused_part", lambda report: with_part(report, "word/vbaProject.bin", b"x")),
    "a type with macros": ("not_plain_word", lambda report: with_type(report, MACROS)),
    "a template": ("not_plain_word", lambda report: with_type(report, TEMPLATE)),
    "an embedded program": (
        "refused_part",
        lambda report: with_part(report, "word/embeddings/oleObject1.bin", b"x"),
    ),
    "an ActiveX control": (
        "refused_part",
        lambda report: with_part(report, "word/activeX/activeX1.xml", b"<a/>"),
    ),
    "a piece of web page": (
        "refused_part",
        lambda report: with_relation(report, "aFChunk", "x.txt", "Internal"),
    ),
    "a picture elsewhere": (
        "points_outside",
        lambda report: with_relation(report, "image", "http://example.org/x.png"),
    ),
    "a file on a server": (
        "points_outside",
        lambda report: with_relation(report, "hyperlink", "file://server/share/x"),
    ),
    "a script as a link": (
        "points_outside",
        lambda report: with_relation(report, "hyperlink", "javascript:alert(1)", "external"),
    ),
    "entities that multiply": ("entities", lambda report: with_declaration(report, LAUGHS)),
    "an entity from elsewhere": (
        "entities",
        lambda report: with_declaration(report, ELSEWHERE),
    ),
    "entities in another alphabet": (
        "entities",
        lambda report: with_declaration(report, LAUGHS, "utf-16"),
    ),
    "entities in an alphabet that hides them": (
        "entities",
        lambda report: with_declaration(report, LAUGHS, "utf-7"),
    ),
    "entities in an alphabet of old machines": (
        "damaged",
        lambda report: with_declaration(report, LAUGHS, "IBM037"),
    ),
    "entities in the comments": (
        "entities",
        lambda report: with_part(
            report, "word/comments.xml", f"<?xml version='1.0'?>{LAUGHS}<a>&c;</a>".encode()
        ),
    ),
    "elements that nest without end": ("damaged", deep),
}
