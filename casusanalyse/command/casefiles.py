"""Bring a case in from a file, and take a case or its report out to one."""

import os
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from casusanalyse.content.text import text
from casusanalyse.domain.problems import Refusal
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
    data = _data(chosen.file)
    with _opened() as store:
        print(import_case(store, data, now()).reference)


def write(chosen: Namespace) -> None:
    """Write a case to a file."""
    with _opened() as store:
        _lay_down(chosen.naar, export_case(store, chosen.reference))


def report(chosen: Namespace) -> None:
    """Write the report of a case to a Word file."""
    region = read_settings().region
    with _opened() as store:
        desk = Desk(cases=store, reference=chosen.reference, now=now(), region=region)
        case, codes = desk.case(), book(desk)
    own = own_template(read_settings())
    _lay_down(chosen.naar, draft_report(case, today=today(), template=own, book=codes))


def update(_chosen: Namespace) -> None:
    """Bring the database up to date; opening it does that."""
    with _opened():
        print(text("command.updated"))


@contextmanager
def _opened() -> Iterator[CaseStore]:
    with closing(open_store(read_settings())) as store:
        yield store


def _data(file: Path) -> bytes:
    try:
        with file.open("rb") as stream:
            return stream.read(LARGEST + 1)  # one byte more shows that it is too large
    except OSError:
        raise Refusal("file_not_found") from None


def _lay_down(target: Path, data: bytes) -> None:
    """Write a file whole, or leave what was there."""
    try:
        number, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}-")
    except (OSError, ValueError):
        raise Refusal("file_not_written") from None
    half = Path(name)
    try:
        with os.fdopen(number, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        half.replace(target)
    except OSError:
        raise Refusal("file_not_written") from None
    finally:
        half.unlink(missing_ok=True)
