"""Work without a screen: loading a case and making the report."""

import io
import sqlite3
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from casusanalyse.domain.case import Case
from casusanalyse.domain.pseudonyms import pseudonymised
from casusanalyse.report.chapters.contents import report_fields
from casusanalyse.report.chapters.selection import starred_part
from casusanalyse.report.word.properties import Properties
from casusanalyse.report.word.template import filled
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.report import TEMPLATE, draft_report, pseudonym_words
from tests.bench.served import SIZES, fill, folder, reference
from tests.bench.table import Row, grown
from tests.generator import TODAY, a_generated_case

_LOAD_AIM, _REPORT_AIM, _REPORT_TIMES = 25.0, 150.0, 15.0
_LOADS, _REPORTS = 20, 5
_ROWS = """
    SELECT "case".key, record.shelf, record.body FROM "case"
    JOIN record ON record.case_key = "case".key
    WHERE "case".reference = ? AND record.body IS NOT NULL
"""


def load_rows() -> Iterator[Row]:
    """Measure loading a whole case, beside fetching the same rows from SQLite."""
    with folder() as data:
        file = data / "casussen.db"
        fill(f"sqlite:///{file}")
        with closing(sqlite3.connect(file)) as bare:
            rows = {events: _load_row(file, bare, events) for events in SIZES}
            yield from rows.values()
            yield grown("case load, growth", "500 to 2000", rows[500], rows[2000], times=4)


def _load_row(file: Path, bare: sqlite3.Connection, events: int) -> Row:
    asked = (reference(events),)
    return Row(
        what="case load",
        size=f"{events} events",
        values=[_first_load(file, *asked) for _ in range(_LOADS)],
        floor=_timed(_LOADS, time.perf_counter, lambda: bare.execute(_ROWS, asked).fetchall()),
        most=_LOAD_AIM if events == 500 else None,
    )


def _first_load(file: Path, wanted: str) -> float:
    """Time the first load of a store whose connection is open already."""
    with closing(CaseStore(f"sqlite:///{file}")) as store:
        store.version(wanted)
        began = time.perf_counter()
        store.get(wanted)
        return (time.perf_counter() - began) * 1000


def report_rows() -> Iterator[Row]:
    """Measure the processor time of the report, beside zipping the same parts."""
    for what, make in (("without pictures", _without_pictures), ("with pictures", _whole)):
        rows = {events: _report_row(what, make, events) for events in (300, 1000)}
        yield from rows.values()
        size = "300 to 1000"
        yield grown(f"report {what}, growth", size, rows[300], rows[1000], times=10 / 3)


def _report_row(what: str, make: Callable[[Case], bytes], events: int) -> Row:
    case = a_generated_case(events=events)
    parts = _parts(make(case))
    return Row(
        what=f"report {what}, CPU",
        size=f"{events} events",
        values=_timed(_REPORTS, time.process_time, lambda: make(case)),
        floor=_timed(_REPORTS, time.process_time, lambda: _zipped(parts)),
        most=_REPORT_AIM if events == 300 else None,
        times=_REPORT_TIMES,
    )


def _whole(case: Case) -> bytes:
    return draft_report(case, today=TODAY)


def _without_pictures(case: Case) -> bytes:
    told = starred_part(pseudonymised(case, pseudonym_words()))
    fields = report_fields(told, today=TODAY, names=False, drawings={})
    properties = Properties(
        title=fields["titel"], subject=fields["soort"], status="", case=case.key, made_on=TODAY
    )
    return filled(TEMPLATE.read_bytes(), fields, properties)


def _parts(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _zipped(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return target.getvalue()


def _timed(times: int, clock: Callable[[], float], work: Callable[[], object]) -> list[float]:
    """Return milliseconds per turn; two turns go before, to warm up."""
    took: list[float] = []
    for _ in range(times + 2):
        began = clock()
        work()
        took.append((clock() - began) * 1000)
    return took[2:]
