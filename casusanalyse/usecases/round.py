"""The week after the session, at the desk of the chair: concept, opening, reopening."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from casusanalyse.domain.draft import Draft
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.round import (
    Round,
    RoundState,
    end_of,
    last_day_by_rule,
    state_of,
)
from casusanalyse.report.chapters.standing import draft_standing
from casusanalyse.usecases.cases import make_draft
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.report import Telling, as_read, as_word, telling


def round_of(desk: Desk) -> Round | None:
    """Return the round of the case on the desk; None while there is no concept."""
    return desk.cases.rounds.get(desk.reference)


def draft_of(desk: Desk) -> Draft | None:
    """Return the draft as it was frozen for the readers."""
    return desk.cases.rounds.draft(desk.reference)


def draft_file(desk: Desk) -> bytes | None:
    """Return the frozen draft as a .docx."""
    return desk.cases.rounds.draft_file(desk.reference)


def make_concept(
    desk: Desk, *, today: date, names: bool = False, template: bytes | None = None
) -> Round:
    """Freeze the report as the participants will read it; may be done again until it opens.

    Raises:
        Refusal: `chair_only`; `round_is_open` once it went out; `template_broken`.
    """
    desk.refuse_others()
    before = round_of(desk)
    if before and before.opened_at:
        raise Refusal("round_is_open")
    week = Round(made_at=desk.now, names=names)
    told = telling(desk.case(), today=today, names=names, book=book(desk))
    _lay_draft(desk, week, told, "concept_made", template)
    make_draft(desk)
    return week


def _lay_draft(
    desk: Desk, week: Round, told: Telling, verb: str, template: bytes | None
) -> None:
    standing = draft_standing(desk.reference, told.today, week=week, now=desk.now)
    draft = as_read(told), as_word(told, standing, template)
    desk.cases.rounds.lay_draft(desk.reference, week, draft, desk.deed(verb))


def open_round(
    desk: Desk, *, today: date, last_day: date | None = None, template: bytes | None = None
) -> Round:
    """Freeze the report once more and let the participants react.

    Args:
        desk: of the chair.
        today: for ages in the report.
        last_day: Dutch date up to and including which people can react; None for a week.
        template: a region's own.

    Raises:
        Refusal: `chair_only`, `no_concept`, `round_is_open`, `last_day_past`.
    """
    desk.refuse_others()
    before = _known(round_of(desk))
    if before.opened_at:
        raise Refusal("round_is_open")
    day = last_day or last_day_by_rule(desk.now)
    _refuse_past(desk, day)
    week = replace(before, made_at=desk.now, opened_at=desk.now, last_day=day)
    told = telling(desk.case(), today=today, names=week.names, book=book(desk))
    _lay_draft(desk, week, told, "round_opened", template)
    return week


def move_last_day(desk: Desk, last_day: date) -> Round:
    """Give everybody more time; a day that was promised is never taken away.

    Raises:
        Refusal: `chair_only`, `no_concept`, `round_closed`, `last_day_earlier`.
    """

    def moved(week: Round) -> Round:
        if state_of(week, desk.now) is not RoundState.OPEN:
            raise Refusal("round_closed")
        if week.last_day and last_day < week.last_day:
            raise Refusal("last_day_earlier")
        return replace(week, last_day=last_day)

    return _change(desk, moved, "last_day_moved")


def reopen(desk: Desk, last_day: date | None = None) -> Round:
    """Open the report again after the close: to work on it, or for reactions until a day.

    The final report that was there stays on disk until the next one replaces it.

    Args:
        desk: of the chair.
        last_day: Dutch date up to and including which people can react again; None lets only
            the chair work on.

    Raises:
        Refusal: `chair_only`, `no_concept`, `last_day_past`; `round_still_open` when there is
            nothing to reopen.
    """

    def reopened(week: Round) -> Round:
        state = state_of(week, desk.now)
        if state not in {RoundState.PROCESSING, RoundState.FINAL}:
            raise Refusal("round_still_open")
        if last_day:
            _refuse_past(desk, last_day)
        day = last_day or week.last_day
        return replace(week, last_day=day, final_at=None, fingerprint="", reopened_at=desk.now)

    return _change(desk, reopened, "round_reopened")


def _change(desk: Desk, alter: Callable[[Round], Round], verb: str) -> Round:
    desk.refuse_others()
    return desk.cases.rounds.change(desk.reference, alter, desk.deed(verb))


def _known(week: Round | None) -> Round:
    if week is None:
        raise Refusal("no_concept")
    return week


def _refuse_past(desk: Desk, day: date) -> None:
    if end_of(day) <= desk.now:
        raise Refusal("last_day_past")
