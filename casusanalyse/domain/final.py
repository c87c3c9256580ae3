"""The final report: frozen words, pictures, changes and remarks, under one fingerprint."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256

from casusanalyse.domain.draft import Draft, Paragraph
from casusanalyse.domain.remark import Answer, Said


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedRemark:
    """A remark with its answer as it stands in the final report.

    Attributes:
        paragraph: id of the `Paragraph`; empty for the whole report.
        place: how people call that paragraph.
        quoted: its text when it was read.
        who: name or pseudonym of who said it.
        answer: None only for who agrees and asks nothing.
        differs: printed as a differing view too.
        event: key of the event beside which that view stands; empty when it stands apart.
    """

    paragraph: str
    place: str
    quoted: str
    who: str
    said: Said
    answer: Answer | None = None
    differs: bool = False
    event: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alteration:
    """What changed in one paragraph between concept and final; empty where it was not."""

    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """Whether somebody who was invited reacted.

    Attributes:
        recognises: they said "Ik herken het verslag".
    """

    who: str
    reacted: bool
    recognises: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalReport:
    """Everything the final report says; later work on the case does not touch it."""

    reference: str
    made_on: date
    report: Draft
    remarks: tuple[PrintedRemark, ...] = ()
    alterations: tuple[Alteration, ...] = ()
    responses: tuple[Response, ...] = ()


def fingerprint(final: FinalReport) -> str:
    """Return the SHA-256 of everything the report says, in hexadecimal."""
    said = json.dumps(asdict(final), sort_keys=True, ensure_ascii=False, default=str)
    return sha256(said.encode()).hexdigest()


def alterations(before: Draft, after: Draft) -> tuple[Alteration, ...]:
    """Return what changed, in the order of the final report; what went away comes last."""
    earlier = {one.id: one for one in before.paragraphs}
    now = {one.id for one in after.paragraphs}
    pairs = [(earlier.get(one.id), one) for one in after.paragraphs]
    pairs_gone = [(one, None) for one in before.paragraphs if one.id not in now]
    found = (_alteration(old, new) for old, new in (*pairs, *pairs_gone))
    return tuple(one for one in found if one.before != one.after)


def _alteration(old: Paragraph | None, new: Paragraph | None) -> Alteration:
    """Compare heading and text; a number moves along when others come or go."""
    renamed = bool(old and new and old.heading != new.heading)
    newest = new or old
    assert newest is not None  # noqa: S101 - there is always one of the two
    return Alteration(
        place=newest.place,
        before=_words(old, with_heading=renamed),
        after=_words(new, with_heading=renamed),
    )


def _words(paragraph: Paragraph | None, *, with_heading: bool) -> str:
    if paragraph is None:
        return ""
    heading = paragraph.heading if with_heading or not paragraph.text else ""
    return "\n".join(part for part in (heading, paragraph.text) if part)
