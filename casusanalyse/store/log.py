"""The change log: who did what, and what was there before."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection, Row, insert, select, update

from casusanalyse.domain.change import DRAFTING, Deed
from casusanalyse.store.records import Trace
from casusanalyse.store.tables import CHANGE, DEED

_LINE = (DEED.c.number, DEED.c.step, DEED.c.who, DEED.c.at, DEED.c.verb, DEED.c.undoes)

PAUSE = timedelta(seconds=20)
"""Typing on after a shorter pause belongs to the same undo step."""


def append(connection: Connection, case_key: str, deed: Deed, traces: Sequence[Trace]) -> Deed:
    """Write one line with what it changed; return it with its number and step."""
    step = _open_step(connection, case_key, deed, traces)
    values = {"who": deed.who, "at": deed.at, "verb": deed.verb, "undoes": deed.undoes}
    line = insert(DEED).values(case_key=case_key, step=step or 0, **values)
    number: int = connection.execute(line.returning(DEED.c.number)).scalar_one()
    if step is None:
        own = update(DEED).where(DEED.c.number == number).values(step=number)
        connection.execute(own)
    if traces:
        rows = [_change(number, position, trace) for position, trace in enumerate(traces)]
        connection.execute(insert(CHANGE), rows)
    return replace(deed, number=number, step=step or number)


def deeds(connection: Connection, case_key: str, limit: int) -> tuple[Deed, ...]:
    """Return the newest lines of a case, newest first."""
    lines = select(*_LINE).where(DEED.c.case_key == case_key)
    rows = connection.execute(lines.order_by(DEED.c.number.desc()).limit(limit)).all()
    return tuple(
        Deed(number=number, step=step, who=who, at=at, verb=verb, undoes=undoes)
        for number, step, who, at, verb, undoes in rows
    )


def step_traces(connection: Connection, case_key: str, step: int) -> tuple[Trace, ...]:
    """Return one trace per record for a whole step: before its first change, after its last."""
    changes = select(CHANGE.c.shelf, CHANGE.c.record_key, CHANGE.c.before, CHANGE.c.after)
    whole = changes.join(DEED).where(DEED.c.case_key == case_key, DEED.c.step == step)
    found: dict[tuple[str, str], Trace] = {}
    for row in connection.execute(whole.order_by(DEED.c.number, CHANGE.c.position)):
        earlier = found.get((row.shelf, row.record_key))
        before = earlier.before if earlier else row.before
        trace = Trace(row.shelf, row.record_key, before, row.after)
        found[row.shelf, row.record_key] = trace
    return tuple(found.values())


def _open_step(
    connection: Connection, case_key: str, deed: Deed, traces: Sequence[Trace]
) -> int | None:
    """Return the step this deed goes on with, or None when it begins its own."""
    if len(traces) != 1 or traces[0].after is None or deed.undoes is not None:
        return None  # a removal is always a step of its own
    mine = select(DEED).where(DEED.c.case_key == case_key, DEED.c.who == deed.who)
    if deed.verb != DRAFTING:  # half-typed lines come in between all the time
        mine = mine.where(DEED.c.verb != DRAFTING)
    row = connection.execute(mine.order_by(DEED.c.number.desc()).limit(1)).first()
    if row is None or row.undoes is not None or row.verb != deed.verb:
        return None
    goes_on = timedelta() <= deed.at - row.at <= PAUSE and _follows(connection, row, traces[0])
    return row.step if goes_on else None


def _follows(connection: Connection, row: Row[tuple[object, ...]], trace: Trace) -> bool:
    """Tell whether the earlier deed left exactly what this one began with.

    Else somebody else changed the record in between, and undoing both as one step would
    silently take back their work too.
    """
    changes = select(CHANGE).where(CHANGE.c.deed_number == row.number)
    left = [
        (change.shelf, change.record_key, change.after)
        for change in connection.execute(changes)
    ]
    return left == [(trace.shelf, trace.key, trace.before)] and trace.before is not None


def _change(number: int, position: int, trace: Trace) -> dict[str, object]:
    return {
        "deed_number": number,
        "position": position,
        "shelf": trace.shelf,
        "record_key": trace.key,
        "before": trace.before,
        "after": trace.after,
    }
