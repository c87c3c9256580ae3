"""A process that writes without end and says what it wrote, to be killed by a test."""

import sys
from dataclasses import replace
from datetime import UTC, datetime

from casusanalyse.domain.change import Deed, Put
from casusanalyse.store.cases import CaseStore


def main(address: str) -> None:
    """Add one to the counter of the only case, forever; print what is surely saved."""
    store = CaseStore(address)
    deed = Deed(who="voorzitter", at=datetime(2026, 11, 24, tzinfo=UTC), verb="note_saved")
    (note,) = store.get("2026-0001").notes
    while True:
        counted = Put(replace(note, text=str(int(note.text) + 1)))
        (note,) = store.write("2026-0001", deed, counted)
        print(note.text, flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
