"""Open a Word file somebody brings along, without trusting it; write one again.

Everything is judged on what the file says about itself before a byte is unpacked: a small
zip can unfold into gigabytes.
"""

import io
import zipfile
from collections.abc import Mapping

from casusanalyse.report.word.mistake import Mistake
from casusanalyse.report.word.ooxml import Element, parsed, w
from casusanalyse.report.word.upload import (
    MOST_BYTES,
    Unsafe,
    judge_parts,
    judge_relations,
    judge_type,
)

_DATE = (1980, 1, 1, 0, 0, 0)
_TOLD = {"encrypted", "not_plain_word"}

_REFUSED_ELEMENTS = tuple(w(name) for name in ("altChunk", "object", "control", "subDoc"))
_SAFE_FIELDS = frozenset(
    [
        "PAGE",
        "NUMPAGES",
        "SECTIONPAGES",
        "SECTION",
        "TOC",
        "PAGEREF",
        "REF",
        "SEQ",
        "HYPERLINK",
        "STYLEREF",
        "TITLE",
        "SUBJECT",
        "DATE",
        "SAVEDATE",
        "DOCPROPERTY",
        "XE",
        "INDEX",
        "NOTEREF",
    ]
)


def opened(data: bytes) -> dict[str, bytes]:
    """Return the parts of a .docx by name.

    Raises:
        Mistake: it is not a plain Word document, or something in it is not allowed.
    """
    if len(data) > MOST_BYTES:
        raise Mistake("file_too_big", megabytes=MOST_BYTES >> 20)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            judge_parts(file.infolist())
            parts = {entry.filename: _read(file, entry) for entry in file.infolist()}
        _check(parts)
    except (zipfile.BadZipFile, NotImplementedError) as wrong:
        raise Mistake("not_word") from wrong
    except Unsafe as unsafe:
        raise _said(unsafe) from unsafe
    return parts


def written(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a .docx; the same parts give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            way = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            file.writestr(zipfile.ZipInfo(name, _DATE), content, compress_type=way)
    return out.getvalue()


def _said(unsafe: Unsafe) -> Mistake:
    """Say what is wrong to the author of a template; tricks get one and the same answer."""
    if unsafe.code == "refused_part":
        return Mistake(unsafe.code, name=unsafe.name)
    if unsafe.code == "points_outside":
        return Mistake(unsafe.code, kind=unsafe.name)
    return Mistake(unsafe.code if unsafe.code in _TOLD else "suspect_package")


def _read(file: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with file.open(entry) as part:
        content = part.read(entry.file_size + 1)
    if len(content) != entry.file_size:
        raise Mistake("suspect_package")
    return content


def _check(parts: Mapping[str, bytes]) -> None:
    if not {"[Content_Types].xml", "word/document.xml", "word/styles.xml"} <= set(parts):
        raise Mistake("not_word")
    try:
        roots = {
            name: parsed(part)
            for name, part in parts.items()
            if name.endswith((".xml", ".rels"))
        }
    except ValueError as wrong:
        raise Mistake("suspect_package") from wrong
    judge_type(roots["[Content_Types].xml"])
    for name, root in roots.items():
        if name.endswith(".rels"):
            judge_relations(root)
        elif name.startswith("word/"):
            _check_content(root)


def _check_content(root: Element) -> None:
    if next(root.iter(*_REFUSED_ELEMENTS), None) is not None:
        raise Mistake("embedded_content")
    for code in field_codes(root):
        name = code.split()[0].upper() if code.strip() else ""
        if name and name not in _SAFE_FIELDS:
            raise Mistake("refused_field", code=name)


def field_codes(root: Element) -> list[str]:
    """Return the order of every Word field in a part, such as `PAGE`."""
    codes = [field.get(w("instr"), "") for field in root.iter(w("fldSimple"))]
    open_fields: list[str] = []
    for element in root.iter(w("fldChar"), w("instrText"), w("delInstrText")):
        kind = element.get(w("fldCharType"))
        if kind == "begin":
            open_fields.append("")
        elif kind == "end":
            codes += open_fields[-1:]
            del open_fields[-1:]
        elif kind is None and open_fields:
            open_fields[-1] += element.text or ""
        elif kind is None:
            codes.append(element.text or "")
    return codes + open_fields
