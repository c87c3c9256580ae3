import random
import signal
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from casusanalyse.domain.change import Deed
from casusanalyse.domain.participant import Note
from casusanalyse.store.cases import CaseStore
from tests.builders import a_case

WRITER = Path(__file__).parent / "writer.py"
BEGIN = Deed(who="voorzitter", at=datetime(2026, 11, 24, tzinfo=UTC), verb="case_created")


def test_a_killed_program_loses_nothing_that_was_said_to_be_saved(tmp_path: Path) -> None:
    file = tmp_path / "casussen.db"
    store = CaseStore(f"sqlite:///{file}")
    store.create(a_case(notes=(Note(key="teller", text="0"),)), BEGIN)
    store.close()
    dice = random.Random(2026)

    for _ in range(10):
        promised = _kill_in_the_middle(file, after=dice.randrange(1, 60))
        count, logged = _found(file)
        assert promised <= count <= promised + 1
        assert logged == count


def _kill_in_the_middle(file: Path, *, after: int) -> int:
    """Return the last number that the writer said was saved."""
    command = [sys.executable, str(WRITER), f"sqlite:///{file}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path.cwd()) as writer:
        assert writer.stdout is not None
        said = [writer.stdout.readline() for _ in range(after)]
        writer.send_signal(signal.SIGKILL)
        said += writer.stdout.readlines()
    whole = [line for line in said if line.endswith(b"\n")]
    return int(whole[-1])


def _found(file: Path) -> tuple[int, int]:
    store = CaseStore(f"sqlite:///{file}")
    (note,) = store.get("2026-0001").notes
    deeds = store.deeds("2026-0001", limit=10_000)
    store.close()
    connection = sqlite3.connect(file)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    return int(note.text), len(deeds) - 1
