"""Take a record away: alone, or together with all that is nothing without it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from casusanalyse.domain.case import Case, shelf_of, shelves
from casusanalyse.domain.change import Change, Put, Remove
from casusanalyse.domain.record import Record
from casusanalyse.store.links import mended
from casusanalyse.usecases.desk import Desk


def remove_record(desk: Desk, verb: str, shelf: Iterable[Record], key: str) -> None:
    """Take a record away that nothing hangs on; one that is gone already stays gone.

    Args:
        desk: who does so.
        verb: what the change log calls it.
        shelf: the records of the case it is one of.
        key: of the record.

    Raises:
        Refusal: `changed_elsewhere`.
    """
    desk.write(verb, *(Remove(one) for one in shelf if one.key == key))


def taken_away(case: Case, gone: Record) -> list[Change]:
    """Return the changes that take a record away and leave nothing that names it.

    Records that are nothing without it go too; others stay and no longer name it.
    """
    shelf = shelf_of(gone)
    left: dict[str, Any] = {
        shelf: tuple(one for one in getattr(case, shelf) if one.key != gone.key)
    }
    after = mended(replace(case, **left))
    return [
        change
        for name in shelves()
        if name != "intake"
        for change in _difference(getattr(case, name), getattr(after, name))
    ]


def _difference(before: tuple[Record, ...], after: tuple[Record, ...]) -> list[Change]:
    kept = {record.key: record for record in after}
    gone = [Remove(record) for record in before if record.key not in kept]
    known = set(before)
    return [*gone, *(Put(record) for record in after if record not in known)]
