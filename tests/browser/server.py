"""The real server, with a data folder of its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from casusanalyse.command.start import EVERYWHERE
from casusanalyse.domain.case import Case
from casusanalyse.settings import Settings
from casusanalyse.usecases.cases import export_case, load_samples, new_case, open_store

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
PATIENCE = 40.0
"""Seconds the server gets to answer, and to close."""


class Server:
    """One server at one address; the same data folder through every restart."""

    def __init__(self, folder: Path, *, samples: bool = False, network: bool = False) -> None:
        url = f"sqlite:///{folder / 'casussen.db'}"
        self.settings = Settings(data_folder=folder, database_url=url)
        self.port = _free_port()
        self.address = f"http://{HOST}:{self.port}"
        self.listens = EVERYWHERE if network else HOST
        self.log = folder / "server.log"
        self.cases = open_store(self.settings)
        if samples:
            load_samples(self.cases, ROOT / "sample_cases", datetime.now(UTC))
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, and come back when it answers."""
        command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py")]
        here = {
            "CASUSANALYSE_GEGEVENSMAP": str(self.settings.data_folder),
            "CASUSANALYSE_DATABASE_URL": self.settings.database_url,
        }
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "--server.port", str(self.port), "--server.address", self.listens],
                cwd=ROOT,
                env=os.environ | here,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        until(self._answers, lambda: self.log.read_text("utf-8"), seconds=PATIENCE)

    def _answers(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, self.log.read_text("utf-8")
        try:
            with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=1) as told:
                return told.status == 200
        except OSError:
            return False

    def kill(self) -> None:
        """Take the power away."""
        assert self.process is not None
        self.process.kill()
        self.process.wait(PATIENCE)

    def stop(self) -> None:
        """Stop calmly; a server that does not stop by itself is a mistake."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(PATIENCE)
        finally:
            self.process.kill()

    def begin(self, working_name: str) -> str:
        """Begin a case outside the screens; return its reference."""
        now = datetime.now(UTC)
        return new_case(self.cases, working_name=working_name, now=now).reference

    def case(self, reference: str) -> Case:
        """Return a case as it is on disk now."""
        return self.cases.get(reference)

    def lacks(self, reference: str, *words: str) -> list[str]:
        """Return which of these words are not on disk."""
        file = json.loads(export_case(self.cases, reference))
        told = json.dumps(file, ensure_ascii=False, separators=(",", ":"))
        return [one for one in words if one not in told]

    def keeps(self, reference: str, *words: str, seconds: float = 8.0) -> None:
        """Wait until all these words are on disk."""
        until(
            lambda: not self.lacks(reference, *words),
            lambda: f"not on disk: {self.lacks(reference, *words)}",
            seconds=seconds,
        )

    def check_log(self) -> None:
        """See that the log holds no traceback and nothing of any case."""
        log = self.log.read_text("utf-8")
        assert log.partition("Traceback")[2][:3000] == ""
        assert [word for word in self._contents() if word in log] == []

    def _contents(self) -> set[str]:
        files = [export_case(self.cases, one.reference) for one in self.cases.intakes()]
        return {word for file in files for word in _sentences(file.decode())}


@contextmanager
def served(folder: Path, *, samples: bool = False, network: bool = False) -> Iterator[Server]:
    """Run a server; afterwards it stops calmly, and its log told nothing of any case."""
    server = Server(folder, samples=samples, network=network)
    server.start()
    yield server
    server.stop()
    server.check_log()
    server.cases.close()


def _sentences(file: str) -> set[str]:
    """Strings with a space in them: titles, names with a surname, everything longer."""
    return {
        part for part in file.split('"') if " " in part.strip(" ,:\n[]{}") and len(part) > 8
    }


def _free_port() -> int:
    with socket.socket() as door:
        door.bind((HOST, 0))
        port: int = door.getsockname()[1]
        return port


def until(
    is_so: Callable[[], bool], otherwise: Callable[[], str], *, seconds: float = 8.0
) -> None:
    """Wait until something is so, at most so many seconds."""
    end = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < end, otherwise()
        time.sleep(0.05)
