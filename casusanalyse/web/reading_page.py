"""The whole reading page in each of its states."""

from collections.abc import Iterator
from datetime import datetime
from html import escape

from casusanalyse.content.date_words import say_long_day
from casusanalyse.content.round import say_last_day, say_moment
from casusanalyse.content.text import text
from casusanalyse.domain.draft import DraftPicture, Paragraph
from casusanalyse.domain.reading import Reading
from casusanalyse.domain.round import READABLE, Round, RoundState, dutch_day
from casusanalyse.web.reading_piece import (
    Sheet,
    answered_piece,
    chapter_id,
    chapter_titles,
    drawn,
    filled,
    lines,
    report_pieces,
    wall_time,
    whole_piece,
)

_FILE, _CALENDAR = "/lees/verslag.docx", "/lees/laatste-dag.ics"


def enter_page(trouble: str = "") -> str:
    """Return the page on which somebody without a script pastes the link."""
    return _framed(
        filled(
            "enter",
            heading=escape(text("reading.enter")),
            hint=escape(text("reading.enter_hint")),
            label=escape(text("reading.enter_label")),
            button=escape(text("reading.enter_button")),
            trouble=escape(trouble),
            invalid=' aria-invalid="true"' if trouble else "",
        )
    )


def picture_page(picture: DraftPicture, about: Paragraph) -> str:
    """Return a page with one picture, as large as it was drawn."""
    return _framed(
        filled(
            "large",
            id=escape(about.id),
            back=escape(text("reading.picture_back")),
            heading=escape(about.place),
            svg=drawn(picture),
        )
    )


def report_page(sheet: Sheet) -> str:
    """Return the report as its reader sees it now."""
    reading = sheet.page.reading
    report = filled(
        "report",
        heading=escape(text("reading.heading", reference=reading.reference)),
        hello=escape(text("reading.hello", name=sheet.page.name)),
        intro=_intro(sheet),
        files=_files(sheet),
        chapters_label=escape(text("reading.chapters")),
        chapters="".join(
            f'<li><a href="#{chapter_id(at)}">{escape(title)}</a></li>'
            for at, title in enumerate(chapter_titles(sheet))
        ),
        inside=_inside(sheet),
        leave=escape(text("reading.leave")),
        leave_hint=escape(text("reading.leave_hint")),
    )
    return _framed(_state(sheet) + report)


def _framed(inside: str) -> str:
    return filled("page", title=escape(text("reading.title")), inside=inside)


def _state(sheet: Sheet) -> str:
    """Return the line on top: past, now and next, and until when."""
    state, week = sheet.page.state, sheet.page.reading.week
    middle = RoundState.PROCESSING if state is RoundState.PROCESSING else RoundState.OPEN
    order = (RoundState.DRAFT, middle, RoundState.FINAL)
    here = order.index(state)
    is_processed = state is RoundState.PROCESSING
    return filled(
        "state",
        label=escape(text("reading.state")),
        rings="\n".join(_ring(one, at - here) for at, one in enumerate(order)),
        until=escape(text(f"reading.until_{state}")),
        moment=escape(_until(week, state)),
        more=lines(text("reading.processing_now")) if is_processed else "",
    )


def _ring(state: RoundState, way: int) -> str:
    place = "past" if way < 0 else "next" if way else "now"
    current = "" if way else ' aria-current="step"'
    return filled("ring", place=place, current=current, label=escape(text(f"round.{state}")))


def _until(week: Round, state: RoundState) -> str:
    if state is RoundState.FINAL and week.final_at:
        return say_long_day(dutch_day(week.final_at) + READABLE)
    return say_last_day(week.last_day) if week.last_day else ""


def _intro(sheet: Sheet) -> str:
    week = sheet.page.reading.week
    day = say_long_day(dutch_day(week.final_at)) if week.final_at else ""
    said = [text(f"reading.intro_{sheet.page.state}", day=day)]
    if not week.names:
        said.append(text("reading.pseudonyms"))
    if sheet.is_open:
        said.append(text("reading.who_reads"))
    return "".join(f"<p>{escape(one)}</p>" for one in said)


def _files(sheet: Sheet) -> str:
    if sheet.page.final:
        return _link(_FILE, "final_file")
    said = _link(_FILE, "draft_file")
    if sheet.is_open:
        said += lines(text("reading.draft_file_how")) + _link(_CALENDAR, "calendar")
    return said


def _link(address: str, words: str) -> str:
    return f'<p><a href="{address}">{escape(text(f"reading.{words}"))}</a></p>'


def _inside(sheet: Sheet) -> str:
    told = report_pieces(sheet) + whole_piece(sheet)
    if sheet.page.final:
        return _answers(sheet) + told + _differing(sheet)
    if not sheet.is_open:
        nothing = not any(one.sent for one in sheet.page.reading.remarks)
        return (lines(text("reading.none")) if nothing else "") + told
    return filled(
        "reactions",
        left=_seconds_left(sheet),
        offline=escape(text("reading.offline")),
        offline_send=escape(text("reading.offline_send")),
        keep=escape(text("reading.keep")),
        inside=told,
        bar=bar(sheet, sheet.says),
    )


def _seconds_left(sheet: Sheet) -> int:
    end = sheet.page.reading.week.closes_at
    return max(0, int((end - sheet.now).total_seconds())) if end else 0


def bar(sheet: Sheet, says: str = "") -> str:
    """Return what stands at the bottom: is it sent, and what can be done.

    Args:
        sheet: what this reader said, and when this is shown.
        says: a sentence that stands there instead, such as a refusal.
    """
    reading = sheet.page.reading
    told = [says] if says else list(_bar_says(reading, sheet.now))
    return filled(
        "bar",
        says="<br>".join(escape(one) for one in told),
        buttons="\n".join(_buttons(reading)) if sheet.is_open else "",
    )


def _bar_says(reading: Reading, now: datetime) -> Iterator[str]:
    sent_at, last_day = reading.invitation.sent_at, reading.week.last_day
    if sent_at is None:
        yield text("reading.bar_typed" if reading.remarks else "reading.bar_empty")
        yield text("reading.bar_later")
        return
    if dutch_day(sent_at) == dutch_day(now):
        yield text("reading.bar_sent", time=wall_time(sent_at))
    else:
        yield text("reading.bar_sent_earlier", moment=say_moment(sent_at))
    if not reading.is_sent_as_it_is:
        yield text("reading.bar_changed")
    elif last_day:
        yield text("reading.bar_sent_until", moment=say_last_day(last_day))


def _buttons(reading: Reading) -> Iterator[str]:
    yield _button("plain keep", "bewaar", "keep")
    if reading.invitation.sent_at:
        yield _button("btn quietly", "terug", "take_back")
        if not reading.is_sent_as_it_is:
            yield _button("btn", "verstuur", "send_again")
    else:
        yield _button("btn", "verstuur", "send")


def _button(kind: str, does: str, words: str) -> str:
    label = escape(text(f"reading.{words}"))
    return filled("button", kind=kind, does=does, label=label)


def _answers(sheet: Sheet) -> str:
    """Return the reader's own remarks with the answers, in the order of the report."""
    order = {one.id: at for at, one in enumerate(sheet.page.report.paragraphs)}
    last = len(order)
    own = sorted(sheet.page.answered, key=lambda one: order.get(one.paragraph, last))
    told = "".join(answered_piece(sheet, one) for one in own)
    title = escape(text("reading.answers"))
    told = told or lines(text("reading.none"))
    return filled("chapter", id="h-antwoorden", title=title, inside=told)


def _differing(sheet: Sheet) -> str:
    """Return the views that keep differing, as they are printed, and the fingerprint."""
    final, week = sheet.page.final, sheet.page.reading.week
    remarks = final.remarks if final else ()
    views = [one for one in remarks if one.differs and not one.event]  # others stand at theirs
    told = "".join(
        f"<h3 class='ph'>{escape(one.place or text('reading.whole'))}</h3>"
        f"<p>{escape(one.who)}:</p><p class='said'>{escape(one.said.words)}</p>"
        for one in views
    )
    title = escape(text("reading.differing"))
    said = filled("chapter", id="h-verschil", title=title, inside=told) if told else ""
    label = escape(text("reading.fingerprint"))
    return f"{said}<p class='quiet print'>{label}: {escape(week.fingerprint)}</p>"
