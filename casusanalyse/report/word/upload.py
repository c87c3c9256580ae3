"""Judge a Word file somebody brings along, on what it says about itself.

A small zip can unfold into gigabytes, so all of this is known before a byte is unpacked.
"""

import re
import zipfile
from collections.abc import Iterable, Sequence
from posixpath import basename

from casusanalyse.report.word.ooxml import CONTENT_TYPES, RELATIONSHIPS, Element

MOST_BYTES = 10 << 20
_MOST_UNPACKED = 60 << 20
_MOST_PARTS = 400
_MOST_IN_PART = 40 << 20
_SUSPECT_SIZE = 1 << 20
_SUSPECT_RATIO = 200
_PACKED = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""Other ways of packing cannot be unpacked a piece at a time."""

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
_READ = (".xml", ".rels")
"""How the parts are called that we read; programs for Word read them under other names too."""

_SAFE_ADDRESS = re.compile(r"(?i)(https?://|mailto:)")


class Unsafe(Exception):  # noqa: N818 - a judgement, which the caller puts into words
    """A file that is not opened.

    Attributes:
        code: what is wrong.
        name: the part or the kind of relation it is about; empty for the whole file.
    """

    def __init__(self, code: str, name: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.name = name


def judge_parts(entries: Sequence[zipfile.ZipInfo]) -> None:
    """Look at the names and sizes in a zip.

    Raises:
        Unsafe: `too_many_parts`, `unfolds`, `odd_name`, `encrypted` or `refused_part`.
    """
    if len(entries) > _MOST_PARTS:
        raise Unsafe("too_many_parts")
    _judge_sizes(entries)
    if len({entry.filename.lower() for entry in entries}) != len(entries):
        raise Unsafe("odd_name")
    for entry in entries:
        _judge_part(entry)


def _judge_sizes(entries: Iterable[zipfile.ZipInfo]) -> None:
    if sum(entry.file_size for entry in entries) > _MOST_UNPACKED:
        raise Unsafe("unfolds")
    for entry in entries:
        ratio = entry.file_size / max(1, entry.compress_size)
        unfolds = entry.file_size > _SUSPECT_SIZE and ratio > _SUSPECT_RATIO
        if unfolds or entry.file_size > _MOST_IN_PART:
            raise Unsafe("unfolds")


def _judge_part(entry: zipfile.ZipInfo) -> None:
    name = entry.filename
    if entry.flag_bits & 1:
        raise Unsafe("encrypted")
    if name.startswith("/") or ".." in name.split("/") or "\\" in name or ":" in name:
        raise Unsafe("odd_name")
    if name.lower().endswith(_READ) and not name.endswith(_READ):
        raise Unsafe("odd_name")
    if entry.compress_type not in _PACKED:
        raise Unsafe("odd_packing")
    if _REFUSED_PART.search(name):
        raise Unsafe("refused_part", basename(name))


def judge_type(types: Element) -> None:
    """Let only a plain Word document through, no template and nothing with macros.

    Args:
        types: the root of `[Content_Types].xml`.

    Raises:
        Unsafe: `not_plain_word`; `odd_name` for XML that goes by another name.
    """
    for part in types:
        name = part.get("PartName") or f".{part.get('Extension')}"
        if _is_xml(part.get("ContentType", "")) and not name.lower().endswith(_READ):
            raise Unsafe("odd_name")
    stated = {
        part.get("PartName"): part.get("ContentType")
        for part in types.iter(f"{{{CONTENT_TYPES}}}Override")
    }
    if stated.get("/word/document.xml") != _MAIN_TYPE:
        raise Unsafe("not_plain_word")


def _is_xml(kind: str) -> bool:
    """Tell whether a content type is one of XML; a drawing says nothing to obey."""
    kind = kind.partition(";")[0].strip().lower()
    return kind.endswith("xml") and not kind.startswith("image/")


def judge_relations(root: Element) -> None:
    """Let a part point at web pages, mail addresses and its own parts, and at nothing else.

    The template of somebody's office is left alone: nothing here ever opens it.

    Args:
        root: of a `.rels` part.

    Raises:
        Unsafe: `refused_part` or `points_outside`, with the kind of relation.
    """
    for relation in root.iter(f"{{{RELATIONSHIPS}}}Relationship"):
        kind = basename(relation.get("Type", ""))
        outside = relation.get("TargetMode", "").lower() == "external"
        if kind in _REFUSED_RELATIONS:
            raise Unsafe("refused_part", kind)
        if not outside or kind == "attachedTemplate":
            continue
        if kind != "hyperlink" or not _SAFE_ADDRESS.match(relation.get("Target", "")):
            raise Unsafe("points_outside", kind)
