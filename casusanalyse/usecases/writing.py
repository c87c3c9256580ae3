"""Writing one field of one record, while others may be writing in the same case."""

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from casusanalyse.content.date_reading import read_when
from casusanalyse.content.date_words import say_date, say_day, say_span
from casusanalyse.domain.case import Case, shelves
from casusanalyse.domain.change import Put
from casusanalyse.domain.dates import Span, VagueDate
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.record import Record
from casusanalyse.domain.timeline import Event
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.involvement import read_who

LONGEST_TEXT = 20_000
"""Letters in one field; a session writes far less, a pasted file far more."""

_MADE_BY_WRITING = frozenset({"notes", "moments"})
_PROTECTED = frozenset({"key", "version", "rank"})

Plain = str | int | bool | list[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldName:
    """Where a field is: shelf, key of the record, name of the field."""

    shelf: str
    key: str
    field: str


def _plain(value: object) -> Plain:
    if isinstance(value, tuple):
        return [str(one) for one in value]
    if value is None or isinstance(value, bool | int):
        return value
    return str(value)


def write_field(
    desk: Desk, name: FieldName, value: Plain, *, base: Plain, version: int
) -> None:
    """Save one field; what others wrote in other fields of the record stays.

    Args:
        desk: who writes, in which case.
        name: which field.
        value: what was typed or chosen.
        base: what the field held on the screen before.
        version: version of the record on that screen.

    Raises:
        Refusal: `gone`, `changed_elsewhere` when somebody wrote in this very field,
            `text_too_long`, `date_not_read` or `not_understood`.
    """
    case = desk.case()
    record = _record(case, name)
    held = shown(record, name.field)
    if held == value:
        return
    if record.version not in {version, 0} and held != base:
        raise Refusal("changed_elsewhere")
    changes = _changes(case, record, name.field, value, desk.now.date())
    desk.write(f"write_{name.shelf}", Put(replace(record, **changes)))


def _record(case: Case, name: FieldName) -> Record:
    kind = shelves().get(name.shelf)
    writable = kind and name.field not in _PROTECTED
    if kind is None or not writable or name.field not in {one.name for one in fields(kind)}:
        raise Refusal("not_understood")
    if name.shelf == "intake":
        return case.intake
    shelf: tuple[Record, ...] = getattr(case, name.shelf)
    found = next((record for record in shelf if record.key == name.key), None)
    if found is None and name.shelf in _MADE_BY_WRITING:
        return kind(key=name.key)
    if found is None:
        raise Refusal("gone")
    return found


def shown(record: Record, field: str) -> Plain:
    """Return a field as the screen shows it; dates as words that are read back the same."""
    value = getattr(record, field)
    if isinstance(value, VagueDate):
        return say_date(value)
    if isinstance(value, Span):
        return say_span(value)
    return say_day(value) if isinstance(value, date) else _plain(value)


def _changes(
    case: Case, record: Record, field: str, value: Plain, today: date
) -> dict[str, object]:
    hint = get_type_hints(type(record))[field]
    birth = case.child.birth if case.child else None
    if field == "said":
        return {"said": value, "when": read_when(str(value), birth=birth, today=today)}
    if field == "who" and isinstance(record, Event):
        return {"who": value, "involved": read_who(case, str(value))[0]}
    if {VagueDate, Span, date} & set(get_args(hint)):
        when = _when(str(value or ""), birth, today)
        return {field: _as(when, hint)}
    return {field: _typed(value, hint)}


def _when(words: str, birth: VagueDate | None, today: date) -> Span | None:
    when = read_when(words, birth=birth, today=today)
    if words.strip() and when is None:
        raise Refusal("date_not_read")
    return when


def _as(when: Span | None, hint: Any) -> Span | VagueDate | date | None:  # noqa: ANN401 - a type hint has no type
    if when is None or Span in get_args(hint):
        return when
    if VagueDate in get_args(hint):
        return when.since
    if when.since is None or when.since.first != when.since.last:
        raise Refusal("date_needs_day")
    return when.since.first


def _typed(value: Plain, hint: Any) -> object:  # noqa: ANN401 - a type hint has no type
    """Turn plain data into the type of a field, or refuse."""
    if get_origin(hint) is tuple:
        return tuple(_typed(one, get_args(hint)[0]) for one in _listed(value))
    if get_origin(hint) in {UnionType, Union}:
        inner = next(one for one in get_args(hint) if one is not type(None))
        return None if value is None else _typed(value, inner)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _chosen(value, hint)
    if hint is str:
        return _text(value)
    if not isinstance(value, hint):
        raise Refusal("not_understood")
    return value


def _listed(value: Plain) -> list[str]:
    if not isinstance(value, list):
        raise Refusal("not_understood")
    return value


def _chosen(value: Plain, kind: type[StrEnum]) -> StrEnum:
    if value not in {one.value for one in kind}:
        raise Refusal("not_understood")
    return kind(value)


def _text(value: Plain) -> str:
    if not isinstance(value, str):
        raise Refusal("not_understood")
    if len(value) > LONGEST_TEXT:
        raise Refusal("text_too_long")
    return value.replace("\r\n", "\n")
