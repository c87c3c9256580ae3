"""The list of cases: begin one, find it, put it away, bring it in and take it out."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TypedDict, Unpack

from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Deed, Put
from casusanalyse.domain.intake import INTAKE_KEY, Intake, Organisation
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.vocabulary import CaseState
from casusanalyse.settings import Settings
from casusanalyse.store.casefile import LARGEST, read_case, write_case
from casusanalyse.store.cases import CaseLine, CaseStore
from casusanalyse.store.isolation import ALL_REGIONS
from casusanalyse.usecases.desk import CHAIR, Desk, new_key

__all__ = [  # the store's own names too: screens and commands do not know the store
    "LARGEST",
    "CaseLine",
    "CaseStore",
    "archive_case",
    "export_case",
    "find_cases",
    "import_case",
    "list_cases",
    "load_samples",
    "new_case",
    "open_store",
    "unarchive_case",
]

WORKING_NAME_LENGTH = 60
"""Longest working name that fits a list and a page header, in characters."""

CREATED, IMPORTED, SAMPLE_LOADED = "case_created", "case_imported", "sample_loaded"
BEGINNINGS = frozenset({CREATED, IMPORTED, SAMPLE_LOADED})
"""Deeds a case begins with; they cannot be taken back."""


class FrontPage(TypedDict, total=False):
    """What may be known of a case before it begins; see `Intake`."""

    region: str
    municipality: str
    reason: str
    question: str
    planned_on: date | None
    rules: str


def open_store(settings: Settings) -> CaseStore:
    """Open the cases of this installation, for the life of the process.

    Raises:
        Refusal: `newer_database`, `database_unreadable`, `role_sees_all`; `region_name_odd`.
    """
    if settings.region == ALL_REGIONS:
        raise Refusal("region_name_odd")
    region = ALL_REGIONS if settings.national else settings.region
    return CaseStore(settings.database_url, region)


def list_cases(store: CaseStore) -> tuple[CaseLine, ...]:
    """Return one line per case, archived ones included, highest reference first."""
    return store.intakes()


def find_cases(lines: Iterable[CaseLine], words: str) -> tuple[CaseLine, ...]:
    """Return the lines in which every word occurs, whatever its capitals and accents.

    Args:
        lines: searched in name, question, municipality and reference.
        words: separated by spaces; no words find everything.
    """
    wanted = _plain(words).split()
    return tuple(line for line in lines if all(word in _searched(line) for word in wanted))


def new_case(
    store: CaseStore,
    *,
    working_name: str,
    organisations: Iterable[str] = (),
    now: datetime,
    **front_page: Unpack[FrontPage],
) -> Case:
    """Begin a case.

    Args:
        store: the cases of this installation.
        working_name: pseudonym of the child; never a real name.
        organisations: names of those that agreed to take part.
        now: aware, UTC; its year goes into the reference.
        **front_page: the other answers asked beforehand.

    Raises:
        Refusal: `working_name_missing`; `working_name_long` with `most` characters.
    """
    intake = Intake(key=INTAKE_KEY, working_name=_checked(working_name), **front_page)
    case = Case(
        key=new_key(),
        reference=store.next_reference(now.year),
        intake=intake,
        organisations=_agreed(organisations),
    )
    return store.create(case, Deed(who=CHAIR, at=now, verb=CREATED))


def archive_case(desk: Desk) -> None:
    """Put a case away: out of the list, with everything in it kept.

    Raises:
        Refusal: `chair_only`, `unknown_case`, `changed_elsewhere`.
    """
    _put_away(desk, "case_archived", at=desk.now)


def unarchive_case(desk: Desk) -> None:
    """Bring a case that was put away back into the list.

    Raises:
        Refusal: `chair_only`, `unknown_case`, `changed_elsewhere`.
    """
    _put_away(desk, "case_unarchived", at=None)


def begin_session(desk: Desk) -> None:
    """Mark that the group has begun; a case that is further on stays as it is.

    Raises:
        Refusal: `unknown_case`, `changed_elsewhere`.
    """
    _advance(desk, CaseState.IN_SESSION, "session_begun")


def make_draft(desk: Desk) -> None:
    """Mark that there is a draft report; a case that is further on stays as it is.

    Raises:
        Refusal: `unknown_case`, `changed_elsewhere`.
    """
    _advance(desk, CaseState.DRAFT, "draft_made")


def _advance(desk: Desk, state: CaseState, verb: str) -> None:
    intake = desk.case().intake
    order = list(CaseState)
    if order.index(intake.state) < order.index(state):
        desk.write(verb, Put(replace(intake, state=state)))


def destroy_case(desk: Desk) -> None:
    """Erase a case with its whole change log; this cannot be undone.

    Raises:
        Refusal: `chair_only`, `unknown_case`; `archive_first` when the case is still in the
            list.
    """
    desk.refuse_others()
    if desk.case().intake.archived_at is None:
        raise Refusal("archive_first")
    desk.cases.destroy(desk.reference)


def import_case(store: CaseStore, data: bytes, now: datetime) -> Case:
    """Bring in a case file; all of it or nothing.

    Raises:
        Refusal: `already_there`, or one of those of `read_case`.
    """
    return store.create(read_case(data), Deed(who=CHAIR, at=now, verb=IMPORTED))


def export_case(store: CaseStore, reference: str) -> bytes:
    """Return a case as a case file.

    Raises:
        Refusal: `unknown_case`.
    """
    return write_case(store.get(reference))


def load_samples(store: CaseStore, folder: Path, now: datetime) -> tuple[Case, ...]:
    """Bring in the invented cases that ship with the product; return those that were new.

    Args:
        store: the cases of this installation.
        folder: holds one case file per sample.
        now: aware, UTC.
    """
    deed = Deed(who=CHAIR, at=now, verb=SAMPLE_LOADED)
    samples = [read_case(file.read_bytes()) for file in sorted(folder.glob("*.json"))]
    return tuple(store.create(case, deed) for case in samples if not store.has(case.key))


def _checked(working_name: str) -> str:
    name = working_name.strip()
    if not name:
        raise Refusal("working_name_missing")
    if len(name) > WORKING_NAME_LENGTH:
        raise Refusal("working_name_long", most=WORKING_NAME_LENGTH)
    return name


def _agreed(names: Iterable[str]) -> tuple[Organisation, ...]:
    once = dict.fromkeys(name.strip() for name in names if name.strip())
    return tuple(
        Organisation(key=new_key(), name=name, takes_part=True, rank=float(rank))
        for rank, name in enumerate(once, start=1)
    )


def _put_away(desk: Desk, verb: str, *, at: datetime | None) -> None:
    desk.refuse_others()
    intake = desk.case().intake
    desk.write(verb, Put(replace(intake, archived_at=at)))


def _searched(line: CaseLine) -> str:
    intake = line.intake
    words = (intake.working_name, intake.question, intake.municipality, line.reference)
    return _plain("\n".join(words))


def _plain(words: str) -> str:
    apart = unicodedata.normalize("NFKD", words)
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()
