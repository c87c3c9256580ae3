"""What participants said, and what the chair does with it: answering and taking in."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.remark import LONGEST_REMARK, Answer, AnswerKind, Remark
from casusanalyse.domain.round import Invitation, Round, RoundState, state_of
from casusanalyse.usecases.desk import Desk, new_key
from casusanalyse.usecases.round import draft_of, round_of


def remarks_of(desk: Desk) -> tuple[Remark, ...]:
    """Return what was sent, in the order of the report, the whole last; not what was typed.

    Nobody sees anything before the round is closed: until then it can be taken back. What the
    chair brought in from a Word file can be seen at once.

    Raises:
        Refusal: `chair_only`.
    """
    desk.refuse_others()
    week = round_of(desk)
    if week is None:
        return ()
    is_open = state_of(week, desk.now) is RoundState.OPEN
    draft = draft_of(desk)
    order = {one.id: at for at, one in enumerate(draft.paragraphs)} if draft else {}
    heard = [
        one
        for one in desk.cases.readings.remarks(desk.reference)
        if one.sent and (one.author or not is_open)
    ]
    last = len(order)
    return tuple(sorted(heard, key=lambda one: (order.get(one.paragraph, last), one.key)))


def unanswered(desk: Desk) -> tuple[Remark, ...]:
    """Return the remarks that keep the report from being final."""
    return tuple(one for one in remarks_of(desk) if one.waits)


def answer(desk: Desk, key: str, kind: AnswerKind | None, reason: str = "") -> Remark:
    """Answer a remark, in the place of an earlier answer; may be half an answer for now.

    Args:
        desk: of the chair.
        key: of the remark.
        kind: None while the chair only typed a reason.
        reason: needed in the end unless all of the remark was processed.

    Raises:
        Refusal: `chair_only`, `gone`, `round_not_closed`; `remark_too_long` with `most`.
    """
    desk.refuse_others()
    if len(reason) > LONGEST_REMARK:
        raise Refusal("remark_too_long", most=LONGEST_REMARK)

    def answered(week: Round, remark: Remark) -> Remark:
        _refuse_other_times(desk, week)
        return replace(remark, answer=Answer(kind=kind, reason=reason))

    return _change(desk, key, answered)


def keep_differing(desk: Desk, key: str, *, differs: bool) -> Remark:
    """Print a remark as a view that differs, in the words of the reader, or no longer.

    Raises:
        Refusal: `chair_only`, `gone`, `round_not_closed`; `nothing_to_print` without words.
    """
    desk.refuse_others()

    def kept(week: Round, remark: Remark) -> Remark:
        _refuse_other_times(desk, week)
        if differs and not (remark.sent and remark.sent.words.strip()):
            raise Refusal("nothing_to_print")
        return replace(remark, differs=differs)

    return _change(desk, key, kept)


def take_in(desk: Desk, participant: str, remarks: Iterable[Remark]) -> int:
    """Add what a participant said in a Word file; what is here already is not added again.

    Args:
        desk: of the chair.
        participant: key of the participant whose file it is.
        remarks: sent, with the name in the file as `author`, and a key that follows from
            author, place and words so that the same file twice gives the same keys.

    Returns:
        How many remarks were new.

    Raises:
        Refusal: `chair_only`, `no_concept`, `gone`; `already_final` after the end.
    """
    desk.refuse_others()
    if participant not in {one.key for one in desk.case().participants}:
        raise Refusal("gone")

    def reacted(week: Round, before: Invitation | None) -> Invitation:
        if state_of(week, desk.now) is RoundState.FINAL:
            raise Refusal("already_final")
        new = Invitation(key=new_key(), participant=participant, invited_at=desk.now)
        return replace(before or new, returned_at=desk.now)

    deed = desk.deed("reaction_returned")
    who = participant, reacted
    return desk.cases.readings.take_in(desk.reference, who, tuple(remarks), deed)


def _change(desk: Desk, key: str, alter: Callable[[Round, Remark], Remark]) -> Remark:
    deed = desk.deed("remark_answered")
    return desk.cases.readings.change_remark(desk.reference, key, alter, deed)


def _refuse_other_times(desk: Desk, week: Round) -> None:
    if state_of(week, desk.now) is not RoundState.PROCESSING:
        raise Refusal("round_not_closed")
