"""One piece of the report with what its reader says about it; all words are escaped here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from itertools import groupby
from pathlib import Path

from casusanalyse.content.round import say_moment
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.draft import WHOLE, DraftPicture, Paragraph
from casusanalyse.domain.remark import (
    LONGEST_REMARK,
    OF_A_PARAGRAPH,
    OF_THE_WHOLE,
    Remark,
    RemarkKind,
    Said,
)
from casusanalyse.domain.round import AMSTERDAM, RoundState, dutch_day
from casusanalyse.figures.svg import at_rest
from casusanalyse.usecases.reading import Page
from casusanalyse.web.form import pieces

FOLDER = Path(__file__).parent / "reading"
filled = pieces(FOLDER)

WHOLE_NAME = "geheel"
"""What the report as a whole is called in a form: an empty name would be none."""

_WITH_WORDS = (RemarkKind.MISSES, RemarkKind.RATHER, RemarkKind.GENERAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a reader sees, before it is HTML.

    Attributes:
        page: the report, and what this reader said.
        now: aware, UTC.
        typed: by paragraph, what just came in and could not be kept.
        trouble: by paragraph, the sentence that says so.
        says: a sentence about the whole of what came in, or empty.
    """

    page: Page
    now: datetime
    typed: Mapping[str, Said] = field(default_factory=dict)
    trouble: Mapping[str, str] = field(default_factory=dict)
    says: str = ""

    @property
    def is_open(self) -> bool:
        """The reader can still react."""
        return self.page.state is RoundState.OPEN


def chapter_titles(sheet: Sheet) -> tuple[str, ...]:
    """Return the titles of the chapters, in order."""
    return tuple(dict.fromkeys(one.chapter for one in sheet.page.report.paragraphs))


def chapter_id(number: int) -> str:
    """Return the place in the page of a chapter."""
    return f"h-{number}"


def report_pieces(sheet: Sheet) -> str:
    """Return the report, chapter by chapter, each piece with its reaction."""
    grouped = groupby(sheet.page.report.paragraphs, key=lambda one: one.chapter)
    order = {title: at for at, title in enumerate(chapter_titles(sheet))}
    return "".join(
        filled(
            "chapter",
            id=chapter_id(order[title]),
            title=escape(title),
            inside=_sections(sheet, list(inside)),
        )
        for title, inside in grouped
    )


def _sections(sheet: Sheet, paragraphs: list[Paragraph]) -> str:
    said = ""
    for section, inside in groupby(paragraphs, key=lambda one: one.section):
        said += f"<h3>{escape(section)}</h3>" if section else ""
        said += "".join(_piece(sheet, one) for one in inside)
    return said


def _piece(sheet: Sheet, paragraph: Paragraph) -> str:
    return filled(
        "piece",
        id=escape(paragraph.id),
        head=_head(paragraph),
        told=_picture(sheet, paragraph) or lines(paragraph.text),
        reaction=_reaction(sheet, paragraph.id, paragraph.place),
    )


def _head(paragraph: Paragraph) -> str:
    number = f'<span class="nr">{escape(paragraph.number)}</span>' if paragraph.number else ""
    said = " ".join(part for part in (number, escape(paragraph.heading)) if part)
    level = "h4" if paragraph.section else "h3"
    return f'<{level} class="ph">{said}</{level}>' if said else ""


def lines(said: str) -> str:
    """Return words line by line, as text."""
    return "".join(f"<p>{escape(line)}</p>" for line in said.split("\n") if line.strip())


def _picture(sheet: Sheet, paragraph: Paragraph) -> str:
    found = picture_of(sheet.page, paragraph.picture) if paragraph.picture else None
    if found is None:
        return ""
    return filled(
        "picture",
        svg=drawn(found),
        name=escape(found.name),
        large=escape(text("reading.picture_large")),
        label=escape(text("reading.picture_says")),
        told=lines(paragraph.text),
    )


def picture_of(page: Page, name: str) -> DraftPicture | None:
    """Return a picture of the report by its name."""
    return next((one for one in page.report.pictures if one.name == name), None)


def drawn(picture: DraftPicture) -> str:
    """Return a picture as part of a page: one image with its words, nothing to choose in it."""
    return at_rest([picture.svg]).replace(' role="group"', ' role="img"', 1)


def _reaction(sheet: Sheet, paragraph: str, place: str) -> str:
    if sheet.is_open:
        return _asked(sheet, paragraph, place)
    return own_words(sheet, paragraph) if sheet.page.final is None else ""


def whole_piece(sheet: Sheet) -> str:
    """Return what the reader says about the report as a whole."""
    inside = _reaction(sheet, WHOLE, text("reading.whole_place"))
    title = escape(text("reading.whole"))
    return filled("chapter", id="h-geheel", title=title, inside=inside) if inside else ""


def _asked(sheet: Sheet, paragraph: str, place: str) -> str:
    remark = sheet.page.reading.remark(paragraph)
    said = sheet.typed.get(paragraph) or (remark.draft if remark else None)
    name = escape(paragraph or WHOLE_NAME)
    trouble = sheet.trouble.get(paragraph, "")
    kept = saved_words(remark.saved_at, sheet.now) if remark and remark.saved_at else ""
    kinds = OF_A_PARAGRAPH if paragraph else OF_THE_WHOLE
    return filled(
        "reaction",
        id=name,
        question=escape(text("reading.question", place=place)),
        choices="\n".join(_choice(name, kind, said) for kind in kinds),
        wipe=escape(text("reading.wipe")),
        wipe_of=escape(text("reading.wipe_of", place=place)),
        labels="".join(_label(kind) for kind in kinds if kind in _WITH_WORDS),
        most=LONGEST_REMARK,
        words=escape(said.words if said else ""),
        invalid=' aria-invalid="true"' if trouble else "",
        saved=escape(trouble or kept),
    )


def _choice(name: str, kind: RemarkKind, said: Said | None) -> str:
    checked = " checked" if said and said.kind is kind else ""
    words = escape(text(f"reading.{kind}"))
    return filled("choice", id=name, kind=kind.value, checked=checked, label=words)


def _label(kind: RemarkKind) -> str:
    return f'<span class="{kind}">{escape(text(f"reading.words_{kind}"))}</span>'


def saved_words(at: datetime, now: datetime) -> str:
    """Return when something was saved, as short as it can be."""
    if dutch_day(at) == dutch_day(now):
        return text("reading.saved", time=wall_time(at))
    return text("reading.saved_earlier", moment=say_moment(at))


def wall_time(at: datetime) -> str:
    """Return hours and minutes on a Dutch clock, such as `20:14`."""
    return f"{at.astimezone(AMSTERDAM):%H:%M}"


def own_words(sheet: Sheet, paragraph: str) -> str:
    """Return what the reader said about a paragraph, after the last day; also what was late."""
    remark = sheet.page.reading.remark(paragraph)
    late = sheet.typed.get(paragraph)
    found = [_late(late)] if late else []
    if remark and remark.sent and remark.sent_at:
        found.append(
            _own(remark.sent, text("reading.own_sent", moment=say_moment(remark.sent_at)))
        )
    if remark and remark.draft and not remark.is_sent_as_it_is:
        found.append(_own(remark.draft, text("reading.own_not_sent")))
    return "".join(found)


def _late(said: Said) -> str:
    return _own(said, text("reading.too_late"))


def _own(said: Said, when: str) -> str:
    return filled(
        "own",
        label=escape(text("reading.own")),
        kind=escape(label(said.kind)),
        words=escape(said.words),
        when=escape(when),
    )


def answered_piece(sheet: Sheet, remark: Remark) -> str:
    """Return an own remark with what became of it, for the final report."""
    assert remark.sent is not None  # noqa: S101 - only what was sent has an answer
    answer, place = remark.answer, text("reading.whole")
    if remark.paragraph:
        about = sheet.page.report.get(remark.paragraph)
        place = about.place if about else remark.quoted.partition("\n")[0]
    kind = answer.kind if answer else None
    said = label(kind) if kind else text("reading.no_answer")
    reason = answer.reason if answer else ""
    told = lines(reason) + (
        f"<p>{escape(text('reading.differs'))}</p>" if remark.differs else ""
    )
    quoted = f"<p class='quiet'>{escape(text('reading.read_then'))}:</p>{lines(remark.quoted)}"
    return filled(
        "answered",
        place=escape(place),
        quoted=quoted if remark.quoted else "",
        label=escape(text("reading.own")),
        kind=escape(label(remark.sent.kind)),
        words=escape(remark.sent.words),
        answer_label=escape(text("reading.answer")),
        answer=escape(said),
        reason=told,
    )
