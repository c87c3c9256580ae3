"""Bring a case in from a file, and take a case or its report out to one."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager

from casusanalyse.command.disk import data_of, lay_down
from casusanalyse.content.text import text
from casusanalyse.settings import read_settings
from casusanalyse.ui.clock import now, today
from casusanalyse.usecases.cases import (
    LARGEST,
    CaseStore,
    export_case,
    import_case,
    open_store,
)
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.report import draft_report
from casusanalyse.usecases.template import own_template


def read(chosen: Namespace) -> None:
    """Bring in a case and print its reference."""
    data = data_of(chosen.file, LARGEST)
    with _opened() as store:
        print(import_case(store, data, now()).reference)


def write(chosen: Namespace) -> None:
    """Write a case to a file."""
    with _opened() as store:
        lay_down(chosen.naar, export_case(store, chosen.reference))


def report(chosen: Namespace) -> None:
    """Write the report of a case to a Word file."""
    region = read_settings().region
    with _opened() as store:
        desk = Desk(cases=store, reference=chosen.reference, now=now(), region=region)
        case, codes = desk.case(), book(desk)
    own = own_template(read_settings())
    lay_down(chosen.naar, draft_report(case, today=today(), template=own, book=codes))


def update(_chosen: Namespace) -> None:
    """Bring the database up to date; opening it does that."""
    with _opened():
        print(text("command.updated"))


@contextmanager
def _opened() -> Iterator[CaseStore]:
    with closing(open_store(read_settings())) as store:
        yield store
