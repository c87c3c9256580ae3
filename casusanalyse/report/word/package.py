"""Open a Word file somebody brings along, without trusting it; write one again.

Everything is judged on what the file says about itself before a byte is unpacked: a small
zip can unfold into gigabytes.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from posixpath import basename

from casusanalyse.report.word.mistake import Mistake
from casusanalyse.report.word.ooxml import CONTENT_TYPES, RELATIONSHIPS, Element, parsed, w

_MOST_BYTES = 10 << 20
_MOST_UNPACKED = 60 << 20
_MOST_PARTS = 400
_MOST_IN_PART = 40 << 20
_SUSPECT_SIZE = 1 << 20
_SUSPECT_RATIO = 200
_DATE = (1980, 1, 1, 0, 0, 0)

_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_REFUSED_PART = re.compile(
    r"(?i)vbaProject|vbaData|activeX|oleObject|embeddings/|customUI|attachedToolbars"
    r"|externalLink|afchunk|\.(exe|dll|js|vbs|html?|mht|rtf|bin)$"
)
_REFUSED_RELATIONS = {
    "aFChunk",
    "oleObject",
    "subDocument",
    "vbaProject",
    "frame",
    "control",
}
_REFUSED_ELEMENTS = tuple(w(name) for name in ("altChunk", "object", "control", "subDoc"))
_SAFE_ADDRESS = re.compile(r"(?i)(https?://|mailto:)")
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
    if len(data) > _MOST_BYTES:
        raise Mistake("file_too_big", megabytes=_MOST_BYTES >> 20)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            _judge(file.infolist())
            parts = {entry.filename: _read(file, entry) for entry in file.infolist()}
    except (zipfile.BadZipFile, NotImplementedError) as wrong:
        raise Mistake("not_word") from wrong
    _check(parts)
    return parts


def written(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a .docx; the same parts give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            way = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            file.writestr(zipfile.ZipInfo(name, _DATE), content, compress_type=way)
    return out.getvalue()


def _judge(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename.lower() for entry in entries]
    if len(entries) > _MOST_PARTS or len(set(names)) != len(names):
        raise Mistake("suspect_package")
    if sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
        raise Mistake("suspect_package")
    for entry in entries:
        if entry.flag_bits & 1:
            raise Mistake("encrypted")
        if _suspect_name(entry.filename) or _suspect_size(entry):
            raise Mistake("suspect_package")
        if _REFUSED_PART.search(entry.filename):
            raise Mistake("refused_part", name=basename(entry.filename))


def _suspect_name(name: str) -> bool:
    return name.startswith("/") or ".." in name.split("/") or "\\" in name or ":" in name


def _suspect_size(entry: zipfile.ZipInfo) -> bool:
    ratio = entry.file_size / max(1, entry.compress_size)
    unfolds = entry.file_size > _SUSPECT_SIZE and ratio > _SUSPECT_RATIO
    return entry.file_size > _MOST_IN_PART or unfolds


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
    _check_type(roots["[Content_Types].xml"])
    for name, root in roots.items():
        if name.endswith(".rels"):
            _check_relations(root)
        elif name.startswith("word/"):
            _check_content(root)


def _check_type(types: Element) -> None:
    stated = {
        part.get("PartName"): part.get("ContentType")
        for part in types.iter(f"{{{CONTENT_TYPES}}}Override")
    }
    if stated.get("/word/document.xml") != _MAIN_TYPE:
        raise Mistake("not_plain_word")


def _check_relations(root: Element) -> None:
    for relation in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        kind = basename(relation.get("Type", ""))
        outside = relation.get("TargetMode") == "External"
        if kind in _REFUSED_RELATIONS:
            raise Mistake("refused_part", name=kind)
        if not outside or kind == "attachedTemplate":
            continue
        if kind != "hyperlink" or not _SAFE_ADDRESS.match(relation.get("Target", "")):
            raise Mistake("points_outside", kind=kind)


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
