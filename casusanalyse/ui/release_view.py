"""What the screen of a release has before it, and which lines the chair chose so far."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256

from casusanalyse.analysis.release import advised, told_by, with_lines
from casusanalyse.content.codebook import Book
from casusanalyse.content.release import say_line
from casusanalyse.domain.case import Case
from casusanalyse.domain.release import QUARTER_LINE, LineKind, Release, ReleaseLine
from casusanalyse.ui.session import recall, remember
from casusanalyse.usecases.release_words import Rewriting

_NOTHING = Release(summary="")


@dataclass(frozen=True, kw_only=True)
class View:
    """A release as the chair sees it; what is chosen stays as it was when first asked.

    Attributes:
        offered: lines that can leave now; none while the report is not final.
        rewritings: insights and quotes, each with the sentence for the region.
        release: what is with the region; None when nothing ever went.
        is_final: the report is final now.
    """

    case: Case
    book: Book
    offered: tuple[ReleaseLine, ...]
    rewritings: tuple[Rewriting, ...]
    release: Release | None
    is_final: bool

    @property
    def given(self) -> Mapping[str, ReleaseLine]:
        """The lines the region has now, by id."""
        return self.release.lines if self.release else {}

    @cached_property
    def counted(self) -> frozenset[str]:
        """Codes of which the number of events is with the region, or would go along."""
        chosen = {_code(line) for line in self.chosen if self.counts(line)}
        return frozenset(chosen).union(self.release.counted if self.release else ())

    @cached_property
    def chosen(self) -> tuple[ReleaseLine, ...]:
        """The lines that would go now, the quarter along with the first ones."""
        found = [line for line in self.offered if self.is_chosen(line)]
        if not found or QUARTER_LINE in self.given:
            return tuple(found)
        return (*(line for line in self.offered if line.id == QUARTER_LINE), *found)

    @cached_property
    def becomes(self) -> Release:
        """What the region would have when the chosen lines went."""
        return with_lines(self.release or _NOTHING, self.chosen, self.counted)

    @cached_property
    def _advised(self) -> frozenset[str]:
        return advised(self.case, self.offered) if self.release is None else frozenset()

    @property
    def is_fresh(self) -> bool:
        """What was shown as chosen is still what is chosen."""
        now = replace(self)
        return (self.chosen, self.counted) == (now.chosen, now.counted)

    def is_chosen(self, line: ReleaseLine) -> bool:
        """Tell whether a line would go: as the chair chose, the first time else as advised."""
        if line.id == QUARTER_LINE or self.is_same(line):
            return False
        chosen = _choices(self.case).get(line.id)
        return line.id in self._advised if chosen is None else chosen == _stamp(line)

    def is_same(self, line: ReleaseLine) -> bool:
        """Tell whether the region has this line already, as it is now."""
        before = self.given.get(line.id)
        counted = bool(self.release and _code(line) in self.release.counted)
        return before is not None and before == told_by(line, counted=counted)

    def counts(self, line: ReleaseLine) -> bool:
        """Tell whether the number of events of a code would go along."""
        return bool(_choices(self.case).get(f"number {line.id}"))

    def say(self, line: ReleaseLine) -> str:
        """Return a line in words, as it is with the region or would go.

        A sentence names only the codes that go along, as it does in the summary.
        """
        codes = tuple(one for one in line.codes if f"code/{one}" in self.becomes.lines)
        line = replace(line, codes=codes)
        return say_line(line, self.book, with_number=_code(line) in self.counted)


def choose(
    case: Case, lines: Iterable[ReleaseLine], field: str, value: object, _before: object
) -> None:
    """Remember what the chair chose at a field of a line.

    Args:
        case: it is chosen for.
        lines: that are offered.
        field: id of the field: what is chosen, a space, and the id of the line.
        value: chosen or not.
    """
    what, _, key = field.partition(" ")
    line = next((one for one in lines if one.id == key), None)
    if line is None:
        return
    chosen = dict(_choices(case))
    name = key if what == "line" else field
    chosen[name] = _stamp(line) if value else ""
    remember(_name(case), chosen)


def forget_choices(case: Case) -> None:
    """Begin again with what is advised."""
    remember(_name(case), {})


def _choices(case: Case) -> Mapping[str, str]:
    found: Mapping[str, str] = recall(_name(case), {})
    return found


def _name(case: Case) -> str:
    return f"release.{case.reference}"


def _stamp(line: ReleaseLine) -> str:
    """Return what tells a chosen sentence from one that was changed after it was chosen."""
    said = line.value if line.kind is LineKind.WORDS else ""
    return sha256(f"{line.id}/{said}".encode()).hexdigest()


def _code(line: ReleaseLine) -> str:
    return line.id.partition("/")[2] if line.kind is LineKind.CODE else ""
