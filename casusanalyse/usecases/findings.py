"""What the region's screen shows: one frozen snapshot, the code book, and released words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from casusanalyse.analysis.findings import (
    WHOLE,
    Counted,
    Part,
    helped,
    helped_against,
    in_classes,
    in_layers,
    most_seen,
    neighbours,
    number_in,
    over_time,
    published,
    seen,
)
from casusanalyse.analysis.region_finding import Finding, findings_of
from casusanalyse.content.codebook import Book
from casusanalyse.content.region import (
    figure_classes,
    finding_sentence,
    question_for,
    say_number,
    say_part,
)
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.region_code import CodeKind
from casusanalyse.domain.snapshot import Count, Cut, Snapshot, What
from casusanalyse.domain.summary import UNSURE, RegionWords
from casusanalyse.domain.vocabulary import Layer
from casusanalyse.report.table_file import as_csv
from casusanalyse.usecases.region import RegionDesk

MOST_BARS, MOST_HIDDEN = 7, 3
MOST_WORDS = 60
_HELP_KINDS: tuple[CodeKind, ...] = ("element", "condition")


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """One look at a snapshot.

    Attributes:
        whole: analyses in all; None when that is hidden.
        number: analyses in the chosen part.
        kind: kind of the codes that are compared.
        codes: of that kind, in the order of the book.
        chosen: the code that is looked at; empty when there is none of the kind.
        ranked: all codes of the kind in the chosen part, the one seen most first.
        bars: those of them that get a bar.
        finding: that stands out among all analyses.
        helped: what helped, or where it helped; empty for beliefs.
    """

    snapshot: Snapshot
    book: Book
    whole: int | None
    part: Part
    number: int | None
    kind: CodeKind
    codes: tuple[str, ...]
    chosen: str
    ranked: tuple[Counted, ...]
    bars: tuple[Counted, ...]
    finding: Finding | None
    helped: tuple[Counted, ...]

    @property
    def sentence(self) -> str:
        """The finding as a sentence, for the head."""
        if self.finding is None:
            return finding_sentence("", ())
        codes = tuple(filter(None, map(self.book.get, self.finding.codes)))
        return finding_sentence(self.finding.kind.value, codes)

    @property
    def under(self) -> str:
        """In how many analyses that is."""
        if self.finding is None or self.whole is None:
            return text("region.no_finding_under")
        number, whole = say_number(self.finding.number), say_number(self.whole)
        return text(f"region.{self.finding.kind.value}_under", number=number, whole=whole)

    @property
    def rest(self) -> int:
        """How many codes have no bar."""
        return len(self.ranked) - len(self.bars)

    @property
    def question(self) -> str:
        """What to talk about; never why."""
        has_helped = any(one.number is not None for one in self.helped)
        return question_for(self.kind, has_helped=has_helped)

    @property
    def stairs(self) -> tuple[str, ...]:
        """The codes that are published: first those of the finding, then the most seen."""
        ranked = most_seen(self.snapshot, self.codes)
        shown = [one.name for one in ranked if one.number is not None]
        return tuple(dict.fromkeys([*(self.finding.codes if self.finding else ()), *shown]))

    @property
    def neighbours(self) -> tuple[Counted, ...]:
        """With which codes of any kind the chosen one is seen together."""
        return neighbours(self.snapshot, self.chosen)

    @property
    def layers(self) -> tuple[Counted, ...]:
        """In which layers the chosen code is seen."""
        return in_layers(self.snapshot, self.chosen)

    @property
    def seen(self) -> int | None:
        """In how many of all analyses the chosen code is seen."""
        return seen(self.snapshot, self.chosen)

    def through_time(self) -> tuple[Cut, tuple[Counted, ...]]:
        """Return the chosen code per quarter, or per year when most quarters are hidden."""
        quarters = over_time(self.snapshot, self.chosen, Cut.QUARTER)
        years = over_time(self.snapshot, self.chosen, Cut.YEAR)
        if 2 * _published(quarters) > len(quarters) or not _published(years):
            return Cut.QUARTER, quarters if _published(quarters) else ()
        return Cut.YEAR, years

    def figure(self, figure: str) -> tuple[tuple[Counted, ...], int | None]:
        """Return the classes of a figure, and in how many analyses the class is not sure."""
        *classes, unsure = in_classes(self.snapshot, figure)
        return tuple(classes), unsure.number if unsure.name == UNSURE else None


def _published(told: Sequence[Counted]) -> int:
    return sum(one.number is not None for one in told)


def findings(
    snapshot: Snapshot, book: Book, kind: CodeKind, *, chosen: str = "", part: Part = WHOLE
) -> Findings:
    """Prepare one look.

    Args:
        snapshot: what was published.
        book: the code book; of codes it does not know only the id is shown.
        kind: of the codes to compare.
        chosen: a code; one of another kind, or none, becomes the first of the finding.
        part: which analyses the bars count.
    """
    codes = tuple(_of_kind(snapshot, book, kind))
    ranked = most_seen(snapshot, codes, part)
    finding = next(iter(findings_of(snapshot, codes)), None)
    first = finding.codes[:1] if finding else codes[:1]
    looked_at = chosen if chosen in codes else "".join(first)
    return Findings(
        snapshot=snapshot,
        book=book,
        whole=number_in(snapshot, WHOLE),
        part=part,
        number=number_in(snapshot, part),
        kind=kind,
        codes=codes,
        chosen=looked_at,
        ranked=ranked,
        bars=_shown_bars(ranked, looked_at),
        finding=finding,
        helped=_helped(snapshot, book, kind, looked_at),
    )


def _of_kind(snapshot: Snapshot, book: Book, kind: CodeKind) -> Iterator[str]:
    for key in snapshot.codes:
        code = book.get(key)
        if code and code.kind == kind:
            yield key


def _shown_bars(ranked: Sequence[Counted], chosen: str) -> tuple[Counted, ...]:
    """Keep what is seen most, a few hidden ones, and always the chosen one."""
    kept = ranked[: min(MOST_BARS, _published(ranked) + MOST_HIDDEN)]
    if not chosen or chosen in {one.name for one in kept}:
        return tuple(kept)
    asked = [one for one in ranked if one.name == chosen]
    return (*kept[:-1], *asked)


def _helped(snapshot: Snapshot, book: Book, kind: CodeKind, chosen: str) -> tuple[Counted, ...]:
    if kind == "pattern":
        others = [key for one in _HELP_KINDS for key in _of_kind(snapshot, book, one)]
        return helped(snapshot, chosen, others)
    if kind in _HELP_KINDS:
        return helped_against(snapshot, chosen, [*_of_kind(snapshot, book, "pattern")])
    return ()


def region_words(desk: RegionDesk) -> tuple[RegionWords, ...]:
    """Return what groups wrote for the region, by text, so that no case can be recognised."""
    told = {
        one.text: one
        for summary in desk.cases.summaries.all(desk.feeders)
        for one in summary.words
    }
    return tuple(sorted(told.values(), key=lambda one: one.text.casefold()))


def words_on(desk: RegionDesk, code: str) -> tuple[RegionWords, ...]:
    """Return what groups wrote about a code, by text; at most `MOST_WORDS`."""
    return desk.cases.summaries.words(desk.feeders, code, most=MOST_WORDS)


def words_about(words: Sequence[RegionWords], code: str) -> tuple[RegionWords, ...]:
    """Return the words that explain a code, in the same order."""
    return tuple(one for one in words if code in one.codes)


def findings_file(snapshot: Snapshot, book: Book) -> bytes:
    """Return every published number as CSV; what is hidden says so."""
    head = [text(f"region.column_{name}") for name in _COLUMNS]
    hidden = text("region.hidden")
    rows = (
        (*_named(count, book), hidden if number is None else number)
        for count, number in published(snapshot)
    )
    return as_csv([head, *rows])


_COLUMNS = ("what", "id", "name", "with", "cut", "part", "number")


def _named(count: Count, book: Book) -> tuple[str, ...]:
    """Return what a count is about, in words."""
    what = text(f"region.what_{count.what.value}")
    cut = text(f"region.cut_{count.cut.value}" if count.cut else "region.cut_all")
    part = say_part(count.cut, count.part) if count.cut else ""
    if count.what is What.FIGURE:
        told = figure_classes(count.a)
        class_ = told.classes.get(count.b, text("region.unsure_class"))
        return (what, count.a, told.question, class_, cut, part)
    beside = label(Layer(count.b)) if count.what is What.LAYER else book.label(count.b)
    return (what, count.a, book.label(count.a), beside, cut, part)
