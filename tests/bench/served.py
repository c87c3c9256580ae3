"""Servers to measure: started for one run, on a database of invented cases, gone afterwards."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from casusanalyse.domain.case import Case
from casusanalyse.domain.change import Deed, Put
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.desk import CHAIR
from tests.generator import a_generated_case

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
SIZES = (70, 500, 2000)
_NOW = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
NOTHING_MORE: Mapping[str, str] = {}
_PATIENCE = 60.0
_DEEDS = 300


def reference(events: int) -> str:
    """Return the reference of the case with so many events."""
    return f"2026-{events:04}"


def fill(address: str, sizes: Sequence[int] = SIZES) -> None:
    """Put a case of each size in a database, each worked on for a while."""
    with closing(CaseStore(address)) as store:
        for events in sizes:
            case = store.create(
                a_generated_case(events=events, reference=reference(events)),
                Deed(who=CHAIR, at=_NOW, verb="case_imported"),
            )
            _work_on(store, case)


def _work_on(store: CaseStore, case: Case) -> None:
    """Leave as long a log as a session does; the newest line can be taken back."""
    agreement = case.agreements[0]
    for minute in range(_DEEDS):
        deed = Deed(who=CHAIR, at=_NOW + timedelta(minutes=minute), verb="write_agreements")
        change = Put(replace(agreement, starred=not agreement.starred))
        (agreement,) = store.write(case.reference, deed, change)


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(
        prefix="casusanalyse-bench-", ignore_cleanup_errors=True
    ) as name:
        yield Path(name)


@contextmanager
def measured_server(data: Path, address: str, **settings: str) -> Iterator[str]:
    """The product with a stopwatch and an empty page; yields its address.

    Args:
        data: folder of its own.
        address: of the database.
        **settings: more of what is read from the environment, such as `REGIO`.
    """
    with folder() as site:
        shutil.copy(Path(__file__).with_name("measured_app.py"), site / "app.py")
        (site / "pages").symlink_to(ROOT / "pages", target_is_directory=True)
        with running(streamlit(site / "app.py"), data, address, settings) as (port, _):
            yield f"http://{HOST}:{port}"


def streamlit(script: Path) -> list[str]:
    """Return the command that serves a script; the port follows."""
    return [
        *(sys.executable, "-m", "streamlit", "run", str(script)),
        *("--server.address", HOST, "--server.port"),
    ]


@contextmanager
def running(
    command: list[str], data: Path, address: str, settings: Mapping[str, str] = NOTHING_MORE
) -> Iterator[tuple[int, float]]:
    """Run a server; yields its port and when it was asked to start, by `perf_counter`."""
    port = _free_port()
    here = {
        "CASUSANALYSE_GEGEVENSMAP": str(data),
        "CASUSANALYSE_DATABASE_URL": address,
        "PYTHONPATH": str(ROOT),
        **{f"CASUSANALYSE_{name}": value for name, value in settings.items()},
    }
    began = time.perf_counter()
    with (data / "server.log").open("ab") as log:
        server = subprocess.Popen(
            [*command, str(port)], cwd=ROOT, env=os.environ | here, stdout=log, stderr=log
        )
        try:
            _wait(server, port)
            yield port, began
        finally:
            server.terminate()
            server.wait(_PATIENCE)


def _free_port() -> int:
    with socket.socket() as door:
        door.bind((HOST, 0))
        return int(door.getsockname()[1])


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + _PATIENCE
    while server.poll() is None and time.monotonic() < until:
        with socket.socket() as knock:
            if knock.connect_ex((HOST, port)) == 0:
                return
        time.sleep(0.02)
    raise RuntimeError("the server to measure did not start")
