"""Somebody who reads a draft in a real LibreOffice, reacts in it and saves it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

PYTHON = "/usr/bin/python3"
"""LibreOffice's own library belongs to the Python of the system."""


def react(file: Path, target: Path, plan: list[dict]) -> str:
    """Carry out a plan, see office_reader.py; return what the reader says."""
    if not shutil.which("soffice"):
        pytest.fail("soffice is missing: install LibreOffice Writer to run this test")
    told = target.with_suffix(".json")
    told.write_text(json.dumps(plan))
    reader = Path(__file__).with_name("office_reader.py")
    profile = target.parent / "profile"
    done = subprocess.run(
        [PYTHON, reader, file, target, profile, told],
        check=False,
        capture_output=True,
        timeout=240,
        env={"PATH": os.environ["PATH"], "HOME": str(target.parent)},
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()
