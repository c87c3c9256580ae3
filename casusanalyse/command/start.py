"""Start the product on this computer, and stop it calmly."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlunsplit

import casusanalyse
from casusanalyse.command.words import PORT, PORTS
from casusanalyse.content.text import text
from casusanalyse.domain.problems import Refusal
from casusanalyse.settings import Settings, read_settings
from casusanalyse.ui.address import own_address
from casusanalyse.ui.clock import now
from casusanalyse.usecases.cases import load_samples, open_store

HOST = "127.0.0.1"
"""Where the chair opens the screens; nobody else reaches that."""

EVERYWHERE = "0.0.0.0"  # noqa: S104 - only when the chair asks for it; web/door.py guards it

PATIENCE = 10.0
"""Seconds the screens get to close before they are made to."""

PULSE = 0.1
"""Seconds between two looks whether the screens are there."""


def start(chosen: Namespace) -> None:
    """Show the screens until somebody stops them.

    Raises:
        Refusal: `app_missing`, `port_taken`, `start_failed`, or one of the store.
    """
    _stop_on_request()
    try:
        _start(_root(), chosen)
    except KeyboardInterrupt:
        print(text("command.stopped"))


def _start(root: Path, chosen: Namespace) -> None:
    host = EVERYWHERE if chosen.netwerk else HOST
    _refuse_taken(host, chosen.poort)
    with _sample_settings() if chosen.voorbeeld else _own_settings() as settings:
        with closing(open_store(settings)) as store:  # refuses before any screen is shown
            if chosen.voorbeeld:
                load_samples(store, root / "sample_cases", now())
        _serve(root, host, chosen.poort, settings)


def _stop_on_request() -> None:
    """Let a request to stop, or a closed window, end things as calmly as Ctrl-C.

    Ctrl-C is named too: who is started in the background would otherwise not hear it.
    """
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.default_int_handler)


def _root() -> Path:
    """Return the folder with the screens: beside the package, or where somebody stands."""
    for folder in (Path(casusanalyse.__file__).parents[1], Path.cwd()):
        if (folder / "app.py").is_file():
            return folder
    raise Refusal("app_missing")


def _refuse_taken(host: str, port: int) -> None:
    with socket.socket() as door:
        if os.name == "posix":  # elsewhere this would allow a port that is in use
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError:
            other = port + 1 if port + 1 in PORTS else PORT
            raise Refusal("port_taken", port=port, other=other) from None


@contextmanager
def _own_settings() -> Iterator[Settings]:
    yield read_settings()


@contextmanager
def _sample_settings() -> Iterator[Settings]:
    """Settings of a throw-away installation, gone afterwards."""
    with tempfile.TemporaryDirectory(
        prefix="casusanalyse-", ignore_cleanup_errors=True
    ) as name:
        folder = Path(name)
        yield Settings(data_folder=folder, database_url=f"sqlite:///{folder / 'casussen.db'}")


def _serve(root: Path, host: str, port: int, settings: Settings) -> None:
    here = {
        "CASUSANALYSE_GEGEVENSMAP": str(settings.data_folder),
        "CASUSANALYSE_DATABASE_URL": settings.database_url,
        "FORWARDED_ALLOW_IPS": "",  # nobody is believed about where a request comes from
    }
    command = [sys.executable, "-m", "streamlit", "run", str(root / "app.py")]
    command += ["--server.address", host, "--server.port", str(port)]
    with subprocess.Popen(  # noqa: S603 - our own words, no shell
        command,
        cwd=root,
        env=os.environ | here,
        stdout=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C reaches us alone, and we close the screens calmly
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),  # same, on Windows
    ) as screens:
        try:
            _announce(screens, host, port)
            screens.wait()
        finally:
            _close(screens)
    raise Refusal("start_failed")


def _announce(screens: subprocess.Popen[bytes], host: str, port: int) -> None:
    """Tell the address as soon as it answers, and where other devices find it."""
    while screens.poll() is None:
        with socket.socket() as knock:
            if knock.connect_ex((HOST, port)) == 0:
                print(text("command.address", address=f"http://{HOST}:{port}"), flush=True)
                if host == EVERYWHERE:
                    print(_for_others(port), flush=True)
                return
        time.sleep(PULSE)


def _for_others(port: int) -> str:
    own = own_address()
    if own is None:
        return text("command.no_network")
    return text("command.network", address=urlunsplit(("http", f"{own}:{port}", "", "", "")))


def _close(screens: subprocess.Popen[bytes]) -> None:
    screens.terminate()
    try:
        screens.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        screens.kill()
