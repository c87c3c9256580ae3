"""The template language: fields, loops and conditions, and nothing that runs."""

import re
from dataclasses import dataclass

from casusanalyse.report.word.mistake import Mistake

TAG = re.compile(
    r"\{\{\s*(?P<field>(?:(?!\}\}).)*?)\s*\}\}|\{%\s*(?P<order>(?:(?!%\}).)*?)\s*%\}", re.DOTALL
)

_NAME = r"[a-z_][a-z0-9_]*"
_PATH = rf"{_NAME}(?:\.{_NAME})*"
_FIELD = re.compile(rf"({_PATH})(?:\s*\|\s*(\w+))?")
_LOOP = re.compile(rf"voor\s+({_NAME})\s+in\s+({_PATH})")
_QUOTED = r"[\"'‘’“”„]([^\"'‘’“”„]*)[\"'‘’“”„]"
_CONDITION = re.compile(rf"als\s+(niet\s+)?({_PATH})(?:\s*(=|!=)\s*{_QUOTED})?")

CHANGES = ("hoofdletters", "kleineletters")


@dataclass(frozen=True, slots=True)
class Field:
    """`{{ e.titel | hoofdletters }}`: the value at a path.

    Attributes:
        change: one of `CHANGES`, or empty.
    """

    path: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class Loop:
    """`{% voor e in gebeurtenissen %}`: everything until the end, once per item."""

    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Condition:
    """`{% als niet e.cruciaal %}` or `{% als stand = "concept" %}`.

    Attributes:
        equals: the text to compare with; None asks whether there is a value at all.
        negated: holds when the comparison does not.
    """

    path: str
    equals: str | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Otherwise:
    """`{% anders %}`."""


@dataclass(frozen=True, slots=True)
class End:
    """`{% einde %}`."""


Order = Loop | Condition | Otherwise | End


def read_field(code: str, place: str) -> Field:
    """Understand what stands between `{{` and `}}`.

    Raises:
        Mistake: it is not a field name, or the change does not exist.
    """
    found = _FIELD.fullmatch(code)
    if not found:
        raise Mistake("not_a_field", place, code=code)
    path, change = found[1], found[2] or ""
    if change and change not in CHANGES:
        raise Mistake("unknown_change", place, change=change, changes=", ".join(CHANGES))
    return Field(path, change)


def read_order(code: str, place: str) -> Order:
    """Understand what stands between `{%` and `%}`.

    Raises:
        Mistake: it is none of the four orders.
    """
    if code in {"anders", "einde"}:
        return Otherwise() if code == "anders" else End()
    if loop := _LOOP.fullmatch(code):
        return Loop(loop[1], loop[2])
    if condition := _CONDITION.fullmatch(code):
        negated = bool(condition[1]) != (condition[3] == "!=")
        return Condition(condition[2], condition[4], negated)
    raise Mistake("not_an_order", place, code=code)
