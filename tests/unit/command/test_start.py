import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from casusanalyse.command import main
from casusanalyse.ui.address import own_address

COMMAND = [sys.executable, "-c", "import sys, casusanalyse.command as c; sys.exit(c.main())"]


def a_free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port


@contextmanager
def started(port: int, tmp_path: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    """The command at work, as soon as it told its address."""
    here = {
        "CASUSANALYSE_GEGEVENSMAP": str(tmp_path / "eigen"),
        "TMPDIR": str(tmp_path / "tmp"),
    }
    (tmp_path / "tmp").mkdir(parents=True)
    with subprocess.Popen(
        [*COMMAND, "start", "--poort", str(port), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | here,
    ) as command:
        try:
            assert command.stdout is not None
            address = f"casusanalyse draait op http://127.0.0.1:{port} (stoppen: Ctrl-C)\n"
            assert command.stdout.readline() == address
            yield command
        finally:
            command.terminate()
            command.wait()


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminate"])
def test_the_samples_run_in_a_database_that_is_thrown_away(
    tmp_path: Path, stop: signal.Signals
) -> None:
    port = a_free_port()
    with started(port, tmp_path, "--voorbeeld") as command:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as page:
            assert page.status == 200
        databases = [file.name for file in (tmp_path / "tmp").glob("casusanalyse-*/*.db")]
        command.send_signal(stop)
        told = command.communicate(timeout=30)

    assert (command.returncode, *told) == (0, "casusanalyse is gestopt.\n", "")
    assert databases == ["casussen.db"]
    assert list((tmp_path / "tmp").glob("casusanalyse-*")) == []
    assert not (tmp_path / "eigen").exists()
    with socket.socket() as knock:
        assert knock.connect_ex(("127.0.0.1", port)) != 0


def test_without_samples_it_runs_on_the_data_of_the_user(tmp_path: Path) -> None:
    with started(a_free_port(), tmp_path):
        assert (tmp_path / "eigen" / "casussen.db").is_file()
    assert (tmp_path / "eigen" / "casussen.db").is_file()


def test_it_listens_to_the_network_only_when_asked(tmp_path: Path) -> None:
    own = own_address()
    if own is None:
        pytest.skip("this computer is on no network")
    alone, together = a_free_port(), a_free_port()
    with started(alone, tmp_path / "alone"), socket.socket() as knock:
        assert knock.connect_ex((own, alone)) != 0
    with started(together, tmp_path / "together", "--netwerk") as command:
        there = f"http://{own}:{together}"
        assert command.stdout.readline() == (
            f"Andere apparaten op dit netwerk openen {there}/koppelen; "
            f"telefoons {there}/telefoon\n"
        )
        with urllib.request.urlopen(f"{there}/tijdlijn") as page:
            assert page.url == f"{there}/koppelen"


def test_a_port_in_use_gets_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        door.listen()
        port = door.getsockname()[1]
        assert main(["start", "--voorbeeld", "--poort", str(port)]) == 2
    other = f"‘casusanalyse start --poort {port + 1 if port < 65535 else 8501}’"
    assert capsys.readouterr() == (
        "",
        f"Poort {port} is al in gebruik: kies een andere met {other}.\n",
    )
