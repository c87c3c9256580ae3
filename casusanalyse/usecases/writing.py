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
from casusanalyse.domain.insight import Coding
from casusanalyse.domain.participant import POSITIONS
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.record import Record
from casusanalyse.domain.timeline import Event, Period
from casusanalyse.domain.vocabulary import EducationKind, FrameKind, Lane, StayKind
from casusanalyse.store.links import loose_links
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.insights import set_helped
from casusanalyse.usecases.involvement import read_who, who_in_words

LONGEST_TEXT = 20_000
"""Letters in one field; a session writes far less, a pasted file far more."""

_MADE_BY_WRITING = frozenset({"notes", "moments"})
_PROTECTED = frozenset({"key", "version", "rank"})
_MIRRORED = frozenset({"family", "family_event", "organisation_event", "team", "team_event"})
_TIES = frozenset({"a", "b", "about", "event", "evidence", "household", "involved", "person"})
_SET_ELSEWHERE = frozenset({"archived_at", "code", "codes", "is_sample", "lane", "x", "y"})
_UNWRITABLE = _PROTECTED | _TIES | _MIRRORED | _SET_ELSEWHERE
"""Identity, and fields with a use case of their own that keeps a case whole."""

_PLACES = dict.fromkeys(("calm", "rest", "position", "position_after"), POSITIONS)
_NUMBERS = {**_PLACES, "generation": range(-9, 10)}

_KINDS: dict[Lane, type[StrEnum]] = {
    Lane.STAY: StayKind,
    Lane.FRAME: FrameKind,
    Lane.EDUCATION: EducationKind,
}

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
        Refusal: `gone` when the record, or the record it would name, was taken away;
            `changed_elsewhere` when somebody wrote in this very field; `text_too_long`,
            `date_not_read`, `date_needs_day` or `not_understood`.
    """
    try:
        _write(desk, name, value, base=base, version=version)
    except Refusal as refusal:
        # Somebody may have saved another field of this record in between: look once more.
        if refusal.code != "changed_elsewhere":
            raise
        _write(desk, name, value, base=base, version=version)


def _write(desk: Desk, name: FieldName, value: Plain, *, base: Plain, version: int) -> None:
    case = desk.case()
    record = _record(case, name)
    held = _held(case, record, name.field)
    if held == value and type(held) is type(value):
        return
    if record.version not in {version, 0} and held != base:
        raise Refusal("changed_elsewhere")
    if isinstance(record, Coding) and name.field == "helped":
        set_helped(desk, name.key, [_text(one) for one in _listed(value)])
        return
    changes = _changes(case, record, name.field, value, desk.now.date())
    written = replace(record, **changes)
    _refuse_loose(case, name, record, written)
    desk.write(f"write_{name.shelf}", Put(written))


def _record(case: Case, name: FieldName) -> Record:
    kind = shelves().get(name.shelf)
    writable = kind and name.field not in _UNWRITABLE
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


def _held(case: Case, record: Record, field: str) -> Plain:
    """What the screen shows; who was there is told by name when nobody typed it yet."""
    held = shown(record, field)
    if field == "who" and isinstance(record, Event):
        return held or who_in_words(case, record.involved)
    return held


def _refuse_loose(case: Case, name: FieldName, before: Record, after: Record) -> None:
    """Refuse to name a record that is not there; what was loose before stays writable."""
    was_loose = set(_loose(case, name.shelf, before)) if before.version else set()
    if set(_loose(case, name.shelf, after)) - was_loose:
        raise Refusal("gone")


def _loose(case: Case, shelf: str, record: Record) -> list[str]:
    if shelf == "intake":
        return []
    alone: dict[str, Any] = {shelf: (record,)}
    places = loose_links(replace(case, **alone))
    return [place for place in places if place.startswith(f"{shelf}[")]


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
) -> dict[str, Any]:
    hint = get_type_hints(type(record))[field]
    birth = case.child.birth if case.child else None
    if field == "said":
        said = _text(value)
        return {"said": said, "when": read_when(said, birth=birth, today=today)}
    if field == "who" and isinstance(record, Event):
        who = _text(value)
        return {"who": who, "involved": read_who(case, who)[0]}
    if field == "kind" and isinstance(record, Period):
        return {"kind": _kind_in(record.lane, _text(value))}
    if {VagueDate, Span, date} & set(get_args(hint)):
        words = "" if value is None else _text(value)
        return {field: _as(_when(words, birth, today), hint)}
    return {field: _numbered(field, _typed(value, hint))}


def _kind_in(lane: Lane, kind: str) -> str:
    if kind and kind not in {one.value for one in _KINDS.get(lane, ())}:
        raise Refusal("not_understood")
    return kind


def _numbered(field: str, value: object) -> object:
    if field in _NUMBERS and value is not None and value not in _NUMBERS[field]:
        raise Refusal("not_understood")
    return value


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
    if type(value) is not hint:  # a bool is an int too
        raise Refusal("not_understood")
    return value


def _listed(value: Plain) -> list[str]:
    if not isinstance(value, list):
        raise Refusal("not_understood")
    return value


def _chosen(value: Plain, kind: type[StrEnum]) -> StrEnum:
    if not isinstance(value, str) or value not in {one.value for one in kind}:
        raise Refusal("not_understood")
    return kind(value)


def _text(value: Plain) -> str:
    if not isinstance(value, str):
        raise Refusal("not_understood")
    if len(value) > LONGEST_TEXT:
        raise Refusal("text_too_long")
    return value.replace("\r\n", "\n")
