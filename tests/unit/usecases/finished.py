"""A case whose report is final, without the week before it."""

from dataclasses import replace
from datetime import UTC, datetime

from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Deed, Put
from casusanalyse.domain.draft import Draft
from casusanalyse.domain.participant import Note
from casusanalyse.domain.round import Round
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.desk import Desk
from tests.unit.report.full_case import full_case

FINAL = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def a_finished_case(
    store: CaseStore, case: Case | None = None, *, who: str = "voorzitter"
) -> Desk:
    """Save a case, make its report final, and return the desk it lies on."""
    saved = store.create(
        case or full_case(events=4), Deed(who="voorzitter", at=FINAL, verb="case_created")
    )
    desk = Desk(cases=store, reference=saved.reference, who=who, now=FINAL, region="Zuiderkust")
    finish(desk)
    return desk


def finish(desk: Desk) -> None:
    """Make the report of a case final."""
    at = desk.now
    week = Round(
        made_at=at, opened_at=at, last_day=at.date(), final_at=at, fingerprint="f" * 64
    )
    deed = desk.deed("made_final")
    desk.cases.rounds.lay_draft(desk.reference, week, (Draft(), b""), deed)


def reopened(desk: Desk) -> None:
    """Open the report again."""
    desk.cases.rounds.change(
        desk.reference,
        lambda week: replace(week, final_at=None, fingerprint="", reopened_at=desk.now),
        desk.deed("round_reopened"),
    )


def final_again(desk: Desk, *, at: datetime = FINAL) -> None:
    """Make the report final once more."""
    desk.cases.rounds.change(
        desk.reference,
        lambda week: replace(week, final_at=at, fingerprint="e" * 64),
        desk.deed("made_final"),
    )


def note(desk: Desk, key: str, words: str) -> None:
    """Type something in the region's own field."""
    notes = {one.key: one for one in desk.case().notes}
    given = replace(notes.get(key, Note(key=key)), text=words)
    desk.write("write_notes", Put(given))
