"""Files on disk: read whole up to a size, and written whole or not at all."""

import os
import tempfile
from pathlib import Path

from casusanalyse.domain.problems import Refusal


def data_of(file: Path, most: int) -> bytes:
    """Return what is in a file, and one byte more than `most` of one that is too large.

    Raises:
        Refusal: `file_not_found`.
    """
    try:
        with file.open("rb") as stream:
            return stream.read(most + 1)
    except OSError:
        raise Refusal("file_not_found") from None


def lay_down(target: Path, data: bytes) -> None:
    """Write a file whole, or leave what was there.

    Raises:
        Refusal: `file_not_written`.
    """
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
