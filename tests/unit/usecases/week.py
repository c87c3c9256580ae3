"""A case in the week after its session: a desk of the chair, and readers with links."""

from datetime import UTC, datetime, timedelta

from casusanalyse.domain.change import Deed
from casusanalyse.domain.remark import RemarkKind, Said
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.invitations import invite
from casusanalyse.usecases.reading import Reader, react, send
from casusanalyse.usecases.round import make_concept, open_round
from tests.unit.report.full_case import full_case

SESSION = datetime(2026, 11, 17, 16, 0, tzinfo=UTC)
TODAY = SESSION.date()
CLOSING = datetime(2026, 11, 24, 23, 0, tzinfo=UTC)
"""Midnight after the last day, in the Netherlands."""

AFTERWARDS = CLOSING + timedelta(hours=10)
EVENT = "ca_events_e0"
AGREES = Said(kind=RemarkKind.AGREES)
MISSES = Said(kind=RemarkKind.MISSES, words="Oma Truus was er ook bij.")
RATHER = Said(kind=RemarkKind.RATHER, words="Ik vroeg zelf om hulp, zegt Mirjam.")
RECOGNISES = Said(kind=RemarkKind.RECOGNISES)


def a_desk(store: CaseStore, now: datetime = SESSION, who: str = "voorzitter") -> Desk:
    if not store.intakes():
        store.create(
            full_case(events=2), Deed(who="voorzitter", at=SESSION, verb="case_created")
        )
    return Desk(cases=store, reference="2026-0014", who=who, now=now)


def an_open_round(store: CaseStore, *, names: bool = False) -> Desk:
    desk = a_desk(store)
    make_concept(desk, today=TODAY, names=names)
    open_round(desk, today=TODAY)
    return desk


def a_reader(store: CaseStore, participant: str = "d1", now: datetime = SESSION) -> Reader:
    token = invite(a_desk(store), participant)
    return Reader(cases=store, token=token, now=now)


def said(
    store: CaseStore, said_words: Said, *, participant: str = "d1", on: str = EVENT
) -> None:
    reader = a_reader(store, participant)
    react(reader, on, said_words)
    send(reader)
