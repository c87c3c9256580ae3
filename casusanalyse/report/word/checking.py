"""Hold a template against the fields that exist, before anything is put into it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from casusanalyse.report.word.mistake import Mistake
from casusanalyse.report.word.program import (
    Anchored,
    Cell,
    Choose,
    Fill,
    Heading,
    Repeat,
    Step,
    Table,
)

ITEM = "[]"
"""Stands behind the name of a list for any item of it, as in `gebeurtenissen[].titel`."""

Names = dict[str, str]
"""The loop names in force, each with the full path of its item."""


def field_mistakes(steps: Sequence[Step], fields: Mapping[str, str]) -> Iterator[Mistake]:
    """Find fields that do not exist and lists used as text, with a suggestion.

    Args:
        steps: of a template.
        fields: every field it may use, by full path, with its explanation.
    """
    yield from _Check(fields).inside(steps, {})


@dataclass(frozen=True, slots=True)
class _Check:
    """A template held against the fields it may use."""

    fields: Mapping[str, str]

    def inside(self, steps: Sequence[Step], names: Names) -> Iterator[Mistake]:
        for step in steps:
            if isinstance(step, Fill):
                yield from self._fill(step, names)
            elif isinstance(step, Repeat):
                yield from self._repeat(step, names)
            elif isinstance(step, Choose):
                yield from self._unknown(step.condition.path, step.place, names)
                yield from self.inside(step.body, names)
                yield from self.inside(step.otherwise, names)
            elif isinstance(step, Anchored | Heading | Table | Cell):
                yield from self.inside(step.body, names)

    def _fill(self, step: Fill, names: Names) -> Iterator[Mistake]:
        path = step.field.path
        yield from self._unknown(path, step.place, names)
        full = _full(path, names)
        holds_more = (f"{full}.", f"{full}{ITEM}.")
        if any(known.startswith(holds_more) for known in self.fields):
            yield Mistake("not_text", step.place, path=path)

    def _repeat(self, step: Repeat, names: Names) -> Iterator[Mistake]:
        path = step.loop.path
        if not path:
            yield from self.inside(step.body, names)
            return
        wrong = [*self._unknown(path, step.place, names)]
        full = _full(path, names) + ITEM
        if not wrong and not any(known.startswith(full) for known in self.fields):
            wrong.append(Mistake("not_a_list", step.place, path=path))
        yield from wrong
        if not wrong:
            yield from self.inside(step.body, names | {step.loop.name: full})

    def _unknown(self, path: str, place: str, names: Names) -> Iterator[Mistake]:
        full = _full(path, names)
        if self._exists(full) or (path == "nummer" and names):
            return
        suggestion = self._suggestion(path, full, names)
        code = "unknown_field_near" if suggestion else "unknown_field"
        yield Mistake(code, place, path=path, suggestion=suggestion)

    def _exists(self, full: str) -> bool:
        inside = (f"{full}.", f"{full}{ITEM}")
        return any(known == full or known.startswith(inside) for known in self.fields)

    def _suggestion(self, path: str, full: str, names: Names) -> str:
        """Return the path the author may have meant, written as the author would write it."""
        under, dot, last = full.rpartition(".")
        beside = {
            known.removeprefix(under + dot).partition(".")[0].removesuffix(ITEM)
            for known in self.fields
            if known.startswith(under + dot)
        }
        if not dot:
            beside |= set(names)
        near = get_close_matches(last, sorted(beside), 1, 0.6)
        return path.rpartition(".")[0] + dot + near[0] if near else ""


def _full(path: str, names: Names) -> str:
    first, dot, rest = path.partition(".")
    return names.get(first, first) + dot + rest
