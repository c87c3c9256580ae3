"""The report as PDF/A or ODT, made by the LibreOffice of this computer when it is there."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
from enum import StrEnum
from pathlib import Path
from threading import BoundedSemaphore

from casusanalyse.domain.problems import Refusal

PATIENCE = 60.0
"""Seconds one conversion may take; a long report takes four."""

_NAMES = ("soffice", "libreoffice")
_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS",
    r"C:\Program Files\LibreOffice\program",
)
"""Where LibreOffice stands on computers that do not put it on the PATH."""

_NEEDED = ("PATH", "SYSTEMROOT")
"""All of our environment that LibreOffice gets to see."""

_PDF = {
    "SelectPdfVersion": 2,  # PDF/A-2b
    "PDFUACompliance": True,
    "UseTaggedPDF": True,
    "ExportBookmarks": True,
    "UseLosslessCompression": True,
}

_TURN = BoundedSemaphore(1)
"""One at a time: LibreOffice takes 200 MB and a whole core."""


class OfficeKind(StrEnum):
    """A kind of file LibreOffice makes; the value is how its name ends."""

    PDF = "pdf"
    ODT = "odt"


def office_program() -> str | None:
    """Return where the LibreOffice of this computer stands; None without one."""
    places = os.pathsep.join((os.environ.get("PATH", os.defpath), *_ELSEWHERE))
    return next(filter(None, (shutil.which(name, path=places) for name in _NAMES)), None)


def converted(
    report: bytes, kind: OfficeKind, program: str, *, patience: float = PATIENCE
) -> bytes:
    """Return a .docx of ours as another kind of file.

    Everything happens in a folder of its own, the settings of LibreOffice included, that is
    gone afterwards; no name in it says anything about the case.

    Args:
        report: a .docx of our own making: LibreOffice opens what it refers to.
        kind: of the file to make.
        program: see `office_program`.
        patience: seconds to wait for our turn, and again for the conversion.

    Raises:
        Refusal: `office_failed`, also when it takes too long.
    """
    if not _TURN.acquire(timeout=patience):
        raise Refusal("office_failed")
    try:
        # On Windows a program that was just stopped may hold its files a moment longer.
        with tempfile.TemporaryDirectory(
            prefix="verslag-", ignore_cleanup_errors=True
        ) as folder:
            return _converted(report, kind, program, (Path(folder), patience))
    finally:
        _TURN.release()


def _converted(
    report: bytes, kind: OfficeKind, program: str, where: tuple[Path, float]
) -> bytes:
    folder, patience = where
    source = folder / "verslag.docx"
    source.write_bytes(report)
    _run([program, *_asks(kind, folder), str(source)], folder, patience)
    made = source.with_suffix(f".{kind}")
    if not made.exists():
        raise Refusal("office_failed")
    return made.read_bytes()


def _asks(kind: OfficeKind, folder: Path) -> list[str]:
    profile = (folder / "profile").as_uri()
    return [
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--nodefault",
        f"-env:UserInstallation={profile}",
        "--convert-to",
        _filter(kind),
        "--outdir",
        str(folder),
    ]


def _filter(kind: OfficeKind) -> str:
    if kind is OfficeKind.ODT:
        return "odt:writer8"
    options = {
        name: {"type": "boolean" if value is True else "long", "value": str(value).lower()}
        for name, value in _PDF.items()
    }
    return "pdf:writer_pdf_Export:" + json.dumps(options, separators=(",", ":"))


def _run(command: list[str], folder: Path, patience: float) -> None:
    try:
        process = subprocess.Popen(  # noqa: S603 - our own words, no shell
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            env=_environment(folder),
        )
    except OSError:
        raise Refusal("office_failed") from None
    try:
        code = process.wait(patience)
    except subprocess.TimeoutExpired:
        raise Refusal("office_failed") from None
    finally:
        _stop(process)
    if code:
        raise Refusal("office_failed")


def _environment(folder: Path) -> dict[str, str]:
    own = dict.fromkeys(("HOME", "TMPDIR", "TEMP", "TMP"), str(folder))
    passed = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    return {"LANG": "C.UTF-8"} | passed | own


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Stop what still runs; LibreOffice is a script that starts the real program."""
    if process.poll() is None:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        process.wait()
