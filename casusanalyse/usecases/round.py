"""The week after the session, at the desk of the chair: concept, invitations, reopening."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from casusanalyse.domain.case import Case
from casusanalyse.domain.draft import Draft
from casusanalyse.domain.participant import Participant
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.round import (
    MOST_REMINDERS,
    Invitation,
    Round,
    RoundState,
    end_of,
    is_readable,
    last_day_by_rule,
    state_of,
)
from casusanalyse.report.chapters.standing import draft_standing
from casusanalyse.usecases.cases import make_draft
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.desk import Desk, new_key
from casusanalyse.usecases.report import Telling, as_read, as_word, telling

TOKEN_BYTES = 32
"""256 bits: nobody guesses a link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody who took part, with their invitation.

    Attributes:
        invitation: None while they were not invited.
    """

    participant: Participant
    invitation: Invitation | None = None

    @property
    def is_invited(self) -> bool:
        """There is an invitation that was not revoked."""
        return self.invitation is not None and self.invitation.revoked_at is None


def round_of(desk: Desk) -> Round | None:
    """Return the round of the case on the desk; None while there is no concept."""
    return desk.cases.rounds.get(desk.reference)


def draft_of(desk: Desk) -> Draft | None:
    """Return the draft as it was frozen for the readers."""
    return desk.cases.rounds.draft(desk.reference)


def draft_file(desk: Desk) -> bytes | None:
    """Return the frozen draft as a .docx."""
    return desk.cases.rounds.draft_file(desk.reference)


def guests(desk: Desk, case: Case) -> tuple[Guest, ...]:
    """Return everybody who took part, in the order of the table, with their invitations."""
    invited = {one.participant: one for one in desk.cases.readings.invitations(desk.reference)}
    return tuple(
        Guest(participant=one, invitation=invited.get(one.key)) for one in case.participants
    )


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


def invite(desk: Desk, participant: str) -> str:
    """Invite a participant, or give them one more link; earlier links go on working.

    Returns:
        The token of the link, which is told only this once.

    Raises:
        Refusal: `chair_only`, `no_concept`, `gone`; `not_open_yet` before it opens;
            `round_closed` when nothing can be read any more.
    """
    _refuse_stranger(desk, participant)

    def invited(week: Round, before: Invitation | None) -> Invitation:
        if week.opened_at is None:
            raise Refusal("not_open_yet")
        if not is_readable(week, desk.now):
            raise Refusal("round_closed")
        return replace(before or _new(desk, participant), revoked_at=None)

    return _with_link(desk, participant, invited, "participant_invited")


def revoke(desk: Desk, participant: str) -> None:
    """Let every link of a participant stop working; what they sent stays.

    Raises:
        Refusal: `chair_only`, `no_concept`; `gone` when they were not invited.
    """
    desk.refuse_others()

    def revoked(before: Invitation) -> Invitation:
        return replace(before, revoked_at=desk.now)

    change_invited(desk, "invitation_revoked", participant, revoked)


def change_invited(
    desk: Desk, verb: str, participant: str, alter: Callable[[Invitation], Invitation]
) -> None:
    """Change the invitation of somebody who has one.

    Args:
        desk: of the chair.
        verb: what the change log calls it.
        participant: key of the participant.
        alter: gives the invitation as it becomes.

    Raises:
        Refusal: `no_concept`; `gone` when they were not invited.
    """

    def altered(_week: Round, before: Invitation | None) -> Invitation:
        if before is None:
            raise Refusal("gone")
        return alter(before)

    deed = desk.deed(verb)
    desk.cases.readings.change_invitation(desk.reference, participant, altered, deed)


def remind(desk: Desk, participant: str) -> str:
    """Count a reminder and give a fresh link for it; only for who has not reacted.

    Returns:
        The token of the link, which is told only this once.

    Raises:
        Refusal: `chair_only`, `no_concept`, `round_closed`, `gone`, `has_reacted`;
            `reminded_enough` after `most` reminders.
    """
    _refuse_stranger(desk, participant)

    def reminded(week: Round, before: Invitation | None) -> Invitation:
        if before is None or before.revoked_at:
            raise Refusal("gone")
        if state_of(week, desk.now) is not RoundState.OPEN:
            raise Refusal("round_closed")
        if before.has_reacted:
            raise Refusal("has_reacted")
        if before.reminders >= MOST_REMINDERS:
            raise Refusal("reminded_enough", most=MOST_REMINDERS)
        return replace(before, reminders=before.reminders + 1)

    return _with_link(desk, participant, reminded, "participant_reminded")


def _with_link(
    desk: Desk,
    participant: str,
    alter: Callable[[Round, Invitation | None], Invitation],
    verb: str,
) -> str:
    token = secrets.token_urlsafe(TOKEN_BYTES)
    desk.cases.readings.change_invitation(
        desk.reference, participant, alter, desk.deed(verb), token=token
    )
    return token


def _new(desk: Desk, participant: str) -> Invitation:
    return Invitation(key=new_key(), participant=participant, invited_at=desk.now)


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


def _refuse_stranger(desk: Desk, participant: str) -> None:
    desk.refuse_others()
    if participant not in {one.key for one in desk.case().participants}:
        raise Refusal("gone")
