"""The report's paragraphs as data, in the order of the Word file and with the same content.

Which paragraphs there are, and how they are said, stands in `paragraph.toml`: the counterpart
of the text of the Word template.
"""

import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from casusanalyse.content.codebook import Book
from casusanalyse.content.text import page
from casusanalyse.domain.case import Case
from casusanalyse.domain.draft import Paragraph
from casusanalyse.report.anchor import Told
from casusanalyse.report.chapters.contents import report_fields
from casusanalyse.report.word.rendering import bookmark_name, value_at

Fields = Mapping[str, Any]
Line = list[str]
"""Pieces of one line, such as `["{wie}", ", {leeftijd}"]`; each names at most one field."""

_JOINTS = " ,.:("
_CHILD = "{child}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """How one field, or every item of one list, becomes a paragraph; see `paragraph.toml`."""

    chapter: str
    section: str = ""
    field: str = ""
    group: str = ""
    list: str = ""
    heading: Line
    lines: tuple[Line, ...]
    each: tuple[Mapping[str, Any], ...] = ()
    shelf: str = ""
    key: str = ""
    fields: tuple[str, ...] = ()


def paragraphs(
    case: Case,
    *,
    today: date,
    names: bool,
    pictures: Mapping[str, str],
    book: Book | None = None,
) -> tuple[Paragraph, ...]:
    """Return the report as paragraphs, each with its bookmarks in the Word file.

    Args:
        case: what goes in, already chosen and pseudonymised.
        today: for ages, and for periods that still go on.
        names: real names are used.
        pictures: by field name, what is on them in a sentence.
        book: the code book; None for that of the method alone.
    """
    fields = report_fields(case, today=today, names=names, drawings={}, book=book)
    child = case.child.key if case.child else ""
    said = {**fields, **pictures}
    found = (made for part in _parts() for made in _of_part(part, said, child, pictures))
    return tuple(found)


def _parts() -> Iterator[_Part]:
    for told in page("paragraph")["parts"]:
        given = {"heading": [], "lines": [], **told}
        given |= {name: tuple(given.get(name, ())) for name in ("lines", "each", "fields")}
        yield _Part(**given)


def _of_part(
    part: _Part, said: Fields, child: str, pictures: Mapping[str, str]
) -> Iterator[Paragraph]:
    if part.field:
        yield from _of_field(part, said, child, pictures)
        return
    groups = said[part.group] if part.group else ({part.list: said[part.list]},)
    for group in groups:
        for item in group[part.list]:
            yield _of_item(part, {**_plain(group), **item})


def _of_field(
    part: _Part, said: Fields, child: str, pictures: Mapping[str, str]
) -> Iterator[Paragraph]:
    value = value_at(part.field, said)
    text = _text(part, said) if part.lines else _joined(value)
    alone = "v_" + part.field.replace(".", "_")
    if value and text:
        yield Paragraph(
            id=bookmark_name(value.anchor if isinstance(value, Told) else alone),
            anchors=_anchors(part, said, alone, part.field),
            chapter=part.chapter,
            section=part.section,
            heading=_line(part.heading, said),
            text=text,
            picture=part.field if part.field in pictures else "",
            shelf=part.shelf,
            key=child if part.key == _CHILD else part.key,
            fields=part.fields,
        )


def _of_item(part: _Part, item: Fields) -> Paragraph:
    numbered = part.shelf in {"events", "moments"}
    return Paragraph(
        id=bookmark_name(item["id"]),
        anchors=_anchors(part, item, item["id"]),
        chapter=part.chapter,
        section=part.section,
        heading=_line(part.heading, item),
        number=item["nummer"] if numbered else "",
        text=_text(part, item),
        shelf=part.shelf,
        key=_key(part, item["id"]),
        fields=part.fields,
    )


def _key(part: _Part, identity: str) -> str:
    """Return the key in an identity such as `participants-d1-check_in`."""
    key = identity.removeprefix(f"{part.shelf}-")
    return key.removesuffix(f"-{part.fields[0]}") if len(part.fields) == 1 else key


def _anchors(part: _Part, said: Fields, own: str, *more: str) -> tuple[str, ...]:
    """Return the bookmarks of everything that is said here, empty fields too."""
    names = [*_names(part.heading), *(name for line in part.lines for name in _names(line))]
    values = [value_at(name, said) for name in (*names, *more)]
    for repeated in part.each:
        inside = [name for line in repeated["lines"] for name in _names(line)]
        values += [value_at(name, item) for item in said[repeated["list"]] for name in inside]
    found = [own, *(value.anchor for value in values if isinstance(value, Told))]
    return tuple(dict.fromkeys(map(bookmark_name, found)))


def _text(part: _Part, said: Fields) -> str:
    lines = [_line(line, said) for line in part.lines]
    for repeated in part.each:
        items: Iterable[Fields] = said[repeated["list"]]
        answers = [_line(line, item) for item in items for line in repeated["lines"]]
        lines += [repeated["title"], *answers] if answers else []
    return "\n".join(line for line in lines if line)


def _line(pieces: Line, said: Fields) -> str:
    """Return a line; pieces with an empty field fall away, and a joint that comes first too."""
    used = [piece for piece in pieces if all(value_at(name, said) for name in _names([piece]))]
    if used and used[0] is not pieces[0]:
        used[0] = used[0].lstrip(_JOINTS)
    return "".join(_filled(piece, said) for piece in used)


def _filled(piece: str, said: Fields) -> str:
    for name in _names([piece]):
        value = value_at(name, said)
        piece = piece.replace(f"{{{name}}}", "" if value is True else str(value))
    return piece


def _names(pieces: Line) -> list[str]:
    parsed = (named for piece in pieces for named in string.Formatter().parse(piece))
    return [name for _, name, _, _ in parsed if name]


def _joined(value: object) -> str:
    return "\n".join(value) if isinstance(value, list) else str(value)


def _plain(group: Fields) -> dict[str, Any]:
    return {name: value for name, value in group.items() if isinstance(value, str)}
