"""A desk with one case on it, in a real database on disk."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Deed
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.desk import Desk

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)


@contextmanager
def a_desk(folder: Path, case: Case) -> Iterator[Desk]:
    """Open a desk at a fixed moment; the store closes afterwards."""
    store = CaseStore(f"sqlite:///{folder / 'casussen.db'}")
    store.create(case, Deed(who="voorzitter", at=NOW, verb="case_created"))
    yield Desk(cases=store, reference=case.reference, now=NOW)
    store.close()
