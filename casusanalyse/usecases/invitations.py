"""Who is invited to read along: a personal link each, a reminder, and taking a link away."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace

from casusanalyse.domain.case import Case
from casusanalyse.domain.participant import Participant
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.round import (
    MOST_REMINDERS,
    Invitation,
    Round,
    RoundState,
    is_readable,
    state_of,
)
from casusanalyse.usecases.desk import Desk, new_key

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


def guests(desk: Desk, case: Case) -> tuple[Guest, ...]:
    """Return everybody who took part, in the order of the table, with their invitations."""
    invited = {one.participant: one for one in desk.cases.readings.invitations(desk.reference)}
    return tuple(
        Guest(participant=one, invitation=invited.get(one.key)) for one in case.participants
    )


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


def _refuse_stranger(desk: Desk, participant: str) -> None:
    desk.refuse_others()
    if participant not in {one.key for one in desk.case().participants}:
        raise Refusal("gone")
