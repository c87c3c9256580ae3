"""Making the report final: everything is frozen, under one fingerprint."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from casusanalyse.domain.case import Case
from casusanalyse.domain.draft import Draft
from casusanalyse.domain.final import (
    FinalReport,
    PrintedRemark,
    Response,
    alterations,
    fingerprint,
)
from casusanalyse.domain.participant import Note
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.remark import Remark, RemarkKind, Said
from casusanalyse.domain.round import Round, RoundState, dutch_day, state_of
from casusanalyse.domain.timeline import Perspective
from casusanalyse.report.chapters.standing import final_standing
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.invitations import Guest, guests
from casusanalyse.usecases.remarks import remarks_of
from casusanalyse.usecases.report import Telling, as_read, as_word, telling
from casusanalyse.usecases.round import draft_of, round_of

_ON_THE_LINE = frozenset({"events", "moments"})
"""Shelves whose keys are those of events: a differing view stands beside the event itself."""


def make_final(desk: Desk, *, template: bytes | None = None) -> Round:
    """Freeze text, pictures, changes and remarks with their answers, with a fingerprint.

    Args:
        desk: of the chair; the moment of the click is the date of the report.
        template: a region's own.

    Raises:
        Refusal: `chair_only`, `no_concept`, `round_not_closed`, `template_broken`;
            `remarks_unanswered` with the `number` of them, see `unanswered`.
    """
    desk.refuse_others()
    seen, remarks = _ready(desk)
    case = desk.case()
    # Ages, and periods that still go on, are said as on the day people read the concept: what
    # only the calendar changed would be listed as a change that somebody made.
    told = telling(
        _with_remarks(case, desk, remarks),
        today=dutch_day(seen.made_at),
        names=seen.names,
        book=book(desk),
    )
    final = _final(desk, told, remarks)
    week = replace(seen, final_at=desk.now, fingerprint=fingerprint(final))
    standing = final_standing(final, week, desk.now)
    file = as_word(told, standing, template, made_on=final.made_on)
    desk.cases.rounds.lay_final(
        desk.reference, (seen, week), (final, file), desk.deed("made_final")
    )
    return week


def final_of(desk: Desk) -> FinalReport | None:
    """Return the newest final report; None before there is one."""
    return desk.cases.rounds.final(desk.reference)


def final_file(desk: Desk) -> bytes | None:
    """Return the newest final report as a .docx."""
    return desk.cases.rounds.final_file(desk.reference)


def _ready(desk: Desk) -> tuple[Round, tuple[Remark, ...]]:
    week = round_of(desk)
    if week is None:
        raise Refusal("no_concept")
    if state_of(week, desk.now) is not RoundState.PROCESSING:
        raise Refusal("round_not_closed")
    remarks = remarks_of(desk)
    waiting = sum(one.waits for one in remarks)
    if waiting:
        raise Refusal("remarks_unanswered", number=waiting)
    return week, remarks


@dataclass(frozen=True, slots=True)
class _Names:
    """Who said what, with the names as the case has them."""

    people: Mapping[str, str]

    def of(self, remark: Remark) -> str:
        return self.people.get(remark.invitation) or remark.author


def _names(case: Case, desk: Desk) -> _Names:
    return _Names(
        {
            guest.invitation.key: guest.participant.name
            for guest in guests(desk, case)
            if guest.invitation
        }
    )


def _with_remarks(case: Case, desk: Desk, remarks: tuple[Remark, ...]) -> Case:
    """Return the case with the words of remarks and answers in it.

    So they get the same pseudonyms as the rest, and a view that differs about an event comes
    to stand beside that event.
    """
    names, draft = _names(case, desk), draft_of(desk) or Draft()
    notes = [
        Note(key=f"{remark.key}-{part}", text=said)
        for remark in remarks
        for part, said in _words(remark, names.of(remark)).items()
    ]
    views = [
        Perspective(
            key=f"remark-{remark.key}",
            rank=float("inf"),
            event=event,
            who=names.of(remark),
            text=remark.sent.words if remark.sent else "",
        )
        for remark in remarks
        if remark.differs and (event := _event(draft, remark))
    ]
    return replace(case, notes=(*case.notes, *notes), perspectives=(*case.perspectives, *views))


def _words(remark: Remark, who: str) -> dict[str, str]:
    return {
        "who": who,
        "said": remark.sent.words if remark.sent else "",
        "reason": remark.answer.reason if remark.answer else "",
    }


def _event(draft: Draft, remark: Remark) -> str:
    """Return the key of the event a remark is about, or nothing."""
    about = draft.get(remark.paragraph)
    return about.key if about and about.shelf in _ON_THE_LINE else ""


def _final(desk: Desk, told: Telling, remarks: tuple[Remark, ...]) -> FinalReport:
    before, report = draft_of(desk) or Draft(), as_read(told)
    return FinalReport(
        reference=desk.reference,
        made_on=dutch_day(desk.now),
        report=report,
        remarks=tuple(_printed(told.case, before, remark) for remark in remarks),
        alterations=alterations(before, report),
        responses=tuple(
            _response(guest, remarks) for guest in guests(desk, told.case) if guest.invitation
        ),
    )


def _printed(case: Case, draft: Draft, remark: Remark) -> PrintedRemark:
    assert remark.sent is not None  # noqa: S101 - only what was sent comes here
    about = draft.get(remark.paragraph)
    reason = case.note(f"{remark.key}-reason")
    return PrintedRemark(
        paragraph=remark.paragraph,
        place=about.place if about else "",
        quoted=remark.quoted,
        who=case.note(f"{remark.key}-who"),
        said=Said(kind=remark.sent.kind, words=case.note(f"{remark.key}-said")),
        answer=replace(remark.answer, reason=reason) if remark.answer else None,
        differs=remark.differs,
        event=_event(draft, remark),
    )


def _response(guest: Guest, remarks: tuple[Remark, ...]) -> Response:
    invitation = guest.invitation
    own = [one.sent for one in remarks if invitation and one.invitation == invitation.key]
    return Response(
        who=guest.participant.name,
        reacted=bool(invitation and invitation.has_reacted),
        recognises=any(said and said.kind is RemarkKind.RECOGNISES for said in own),
    )
