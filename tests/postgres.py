"""A private PostgreSQL server for the tests, in a folder of its own."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import psycopg

OWNER = "postgres"
"""May do everything; policies do not hold for it."""

PLAIN = "gewoon"
"""Owns the databases of the tests, as the role of an installation does."""

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
QUICK = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


class Server:
    """A running server that listens on a socket in its own folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)
        self._do(f"CREATE ROLE {PLAIN} LOGIN")

    def new_database(self, who: str = PLAIN) -> str:
        """Make an empty database and return its address, for the plain role or another."""
        name = f"test{next(self._numbers)}"
        self._do(f"CREATE DATABASE {name} OWNER {PLAIN}")
        return f"postgresql+psycopg://{who}@/{name}?host={self._folder}"

    def _do(self, order: str) -> None:
        where = f"host={self._folder} user={OWNER} dbname=postgres"
        with psycopg.connect(where, autocommit=True) as connection:
            connection.execute(order)


@contextmanager
def running_server() -> Iterator[Server]:
    """Start a server, and stop it and take its folder away afterwards."""
    tools = _tools()
    folder = Path(tempfile.mkdtemp(prefix="casusanalyse-pg-"))
    data = folder / "data"
    _hand_over(folder)
    try:
        _run(
            tools / "initdb", "-D", data, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-sync"
        )
        settings = f"-c listen_addresses='' -c unix_socket_directories={folder} {QUICK}"
        _run(tools / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", settings, "start")
        try:
            yield Server(folder)
        finally:
            _run(tools / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder)


def _tools() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if not found and not on_path:
        raise RuntimeError("These tests need PostgreSQL: install it with apt or brew.")
    return found[-1].parent if found else Path(str(on_path)).parent


def _hand_over(folder: Path) -> None:
    """Give the folder to the user that runs the server: PostgreSQL refuses to run as root."""
    if IS_ROOT:
        shutil.chown(folder, OWNER, OWNER)


def _run(*command: object) -> None:
    words = [str(word) for word in command]
    if IS_ROOT:
        words = ["runuser", "-u", OWNER, "--", *words]
    done = subprocess.run(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/", check=False
    )
    if done.returncode:
        raise RuntimeError(f"{words[-1]} failed: {done.stderr.decode()}")
