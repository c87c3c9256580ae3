"""What a finished case can tell its region: the lines that can leave, and what they add up to.

Nothing that anybody typed in the case goes into a line, but for the sentences that were written
for the region; codes count only when the code book has them.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from casusanalyse.analysis.figure import line_of
from casusanalyse.analysis.latest import last_frame, last_stay
from casusanalyse.analysis.long_line import long_line
from casusanalyse.domain.case import Case
from casusanalyse.domain.insight import Coding
from casusanalyse.domain.release import (
    MUNICIPALITY_NOTE,
    QUARTER_LINE,
    LineKind,
    Release,
    ReleaseLine,
)
from casusanalyse.domain.summary import (
    FIGURE_CLASSES,
    UNSURE,
    FrameGroup,
    MunicipalityKind,
    Quarter,
    RegionWords,
    SeenCode,
    StayGroup,
    Summary,
    WordsKind,
    class_of,
)
from casusanalyse.domain.vocabulary import Layer

QUOTE_SHELVES = ("codings", "perspectives")
"""Shelves whose own words may become a quote; the key of such a line names its shelf."""

_KEY_SIGNS = 16


def about_lines(case: Case, *, on: date, quarter: Quarter) -> tuple[ReleaseLine, ...]:
    """Return what can be told about the case itself; what is not known is no line.

    Args:
        case: the finished case.
        on: the day the group looked back.
        quarter: in which the report became final.
    """
    line = line_of(case, on)
    told: dict[str, str] = {
        QUARTER_LINE: str(quarter),
        "about/municipality": municipality_of(case),
        "about/stay": last_stay(line),
        "about/frame": last_frame(line),
    }
    return tuple(
        ReleaseLine(id=key, kind=LineKind.ABOUT, value=str(value))
        for key, value in told.items()
        if value != StayGroup.UNTOLD
    )


def municipality_of(case: Case) -> MunicipalityKind:
    """Return what the chair chose to tell about the municipality."""
    said = case.note(MUNICIPALITY_NOTE)
    return MunicipalityKind(said) if said in set(MunicipalityKind) else MunicipalityKind.UNTOLD


def code_lines(case: Case, book: Sequence[str]) -> tuple[ReleaseLine, ...]:
    """Return one line per code the group recognised, in the order of the code book.

    Args:
        case: the finished case.
        book: ids of every code the book has; another one never leaves.
    """
    seen = {event.key for event in case.events if not event.hidden}
    found = _recognised(case)
    return tuple(
        ReleaseLine(
            id=f"code/{code}",
            kind=LineKind.CODE,
            value=found[code].layer.value,
            evidence=len(seen & set(found[code].evidence)),
            helped=tuple(one for one in book if one in found[code].helped),
        )
        for code in book
        if code in found
    )


def _recognised(case: Case) -> Mapping[str, Coding]:
    """Return every code once: as the group coded it, else as an insight carries it."""
    found: dict[str, Coding] = {}
    for coding in case.codings:
        found.setdefault(coding.code, coding)
    for insight in case.insights:
        for code in insight.codes:
            told = Coding(
                key="",
                code=code,
                layer=insight.layer,
                evidence=insight.evidence,
                starred=insight.starred,
            )
            found.setdefault(code, told)
    return found


def figure_lines(case: Case, *, on: date) -> tuple[ReleaseLine, ...]:
    """Return the derived figures that may leave, each as the class it lies in."""
    known = {figure.code: figure for figure in long_line(case, today=on)}
    return tuple(
        ReleaseLine(
            id=f"figure/{code}",
            kind=LineKind.FIGURE,
            value=class_of(code, known[code].low, known[code].high),
        )
        for code in FIGURE_CLASSES
        if code in known
    )


def advised(case: Case, lines: Sequence[ReleaseLine]) -> frozenset[str]:
    """Return the ids of the lines that are chosen until the chair says otherwise.

    That is what goes into the report too: starred codes; a figure that is sure; never words.
    """
    starred = {f"code/{code}" for code, coding in _recognised(case).items() if coding.starred}
    return frozenset(
        line.id
        for line in lines
        if line.id in starred
        or line.kind is LineKind.ABOUT
        or (line.kind is LineKind.FIGURE and line.value != UNSURE)
    )


def told_by(line: ReleaseLine, *, counted: bool) -> ReleaseLine:
    """Return what of a line really leaves: a number of events only when that was chosen."""
    return line if counted else replace(line, evidence=0)


def with_lines(
    before: Release, lines: Sequence[ReleaseLine], counted: Collection[str]
) -> Release:
    """Return a release with lines beside, or instead of, what it had.

    Args:
        before: what the region has.
        lines: that are added.
        counted: ids of codes of which the number of events goes along.
    """
    codes = {_name(line) for line in lines if line.kind is LineKind.CODE}
    kept = tuple(code for code in before.counted if code not in codes)
    given = {line.id: told_by(line, counted=_name(line) in counted) for line in lines}
    return replace(
        before,
        lines={**before.lines, **given},
        counted=(*kept, *sorted(codes & set(counted))),
    )


def summary_of(release: Release) -> Summary | None:
    """Return the row of the region that the released lines make; None without any line."""
    lines = release.lines
    if QUARTER_LINE not in lines:
        return None
    return Summary(
        key=release.summary,
        quarter=lines[QUARTER_LINE].value,
        municipality=MunicipalityKind(_told(lines, "municipality", MunicipalityKind.UNTOLD)),
        stay=StayGroup(_told(lines, "stay", StayGroup.UNTOLD)),
        frame=FrameGroup(_told(lines, "frame", FrameGroup.UNTOLD)),
        codes=_codes(release),
        figures={
            code: lines[f"figure/{code}"].value
            for code in FIGURE_CLASSES
            if f"figure/{code}" in lines
        },
        words=_words(release),
    )


def _told(lines: Mapping[str, ReleaseLine], name: str, otherwise: str) -> str:
    line = lines.get(f"about/{name}")
    return line.value if line else otherwise


def _codes(release: Release) -> tuple[SeenCode, ...]:
    return tuple(
        SeenCode(
            code=_name(line),
            layer=Layer(line.value),
            evidence=line.evidence if _name(line) in release.counted else None,
            helped=line.helped,
        )
        for _, line in sorted(release.lines.items())
        if line.kind is LineKind.CODE
    )


def _words(release: Release) -> tuple[RegionWords, ...]:
    """Return the released sentences; they name only codes that were released as well.

    Their keys lead to no insight, and their order is not that of the case.
    """
    found = [
        RegionWords(
            key=sha256(f"{release.summary}/{line.id}".encode()).hexdigest()[:_KEY_SIGNS],
            kind=words_kind(line.id),
            text=line.value,
            codes=tuple(code for code in line.codes if f"code/{code}" in release.lines),
        )
        for line in release.lines.values()
        if line.kind is LineKind.WORDS
    ]
    return tuple(sorted(found, key=lambda words: words.key))


def words_kind(line_id: str) -> WordsKind:
    """Return whether a line of words is an insight or a quote."""
    is_quote = line_id.startswith(tuple(f"words/{shelf}-" for shelf in QUOTE_SHELVES))
    return WordsKind.QUOTE if is_quote else WordsKind.INSIGHT


def _name(line: ReleaseLine) -> str:
    return line.id.partition("/")[2]
