"""Say the findings of a region in Dutch: sentences, shares, names of parts and classes."""

from collections.abc import Mapping
from dataclasses import dataclass

from casusanalyse.content.codebook import Code
from casusanalyse.content.long_line import begun
from casusanalyse.content.text import page, text
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.region_code import CodeKind
from casusanalyse.domain.snapshot import Cut
from casusanalyse.domain.summary import FrameGroup, MunicipalityKind, Quarter, StayGroup

_STEP = 5
"""Percentages are said in steps of this; at the ends only below 10 and above 90."""

_LOW, _HIGH = 10, 90
_GROUPS = {
    Cut.MUNICIPALITY: MunicipalityKind,
    Cut.STAY: StayGroup,
    Cut.FRAME: FrameGroup,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureClasses:
    """A figure of the long line as the region compares it.

    Attributes:
        classes: how every class is called.
        national: percentage per class, where it is known.
        known_as: what the national numbers are called.
        careful: what a reader should know before comparing; may be empty.
    """

    question: str
    classes: Mapping[str, str]
    careful: str
    national: Mapping[str, int]
    known_as: str


def share(number: int, whole: int) -> str:
    """Return a part of a whole as a percentage that gives no child away.

    Args:
        number: published, so rounded.
        whole: published.
    """
    percent = _STEP * round(100 * number / whole / _STEP)
    if 100 * number < _LOW * whole:
        return f"<{_LOW}%"
    if 100 * number > _HIGH * whole:
        return f">{_HIGH}%"
    return f"{percent}%"


def say_number(number: int) -> str:
    """Return a number with a point between thousands, such as `12.345`."""
    return f"{number:,}".replace(",", ".")


def shown(number: int | None) -> str:
    """Return a published number, or that it is hidden."""
    return text("region.hidden") if number is None else say_number(number)


def named(code: Code) -> str:
    """Return how a code is called in the middle of a sentence, as `een gat in de regie`."""
    known: Mapping[str, str] = page("region_words")["named"]
    return known.get(code.id) or text("region.quoted", label=code.label)


def finding_sentence(kind: str, codes: tuple[Code, ...]) -> str:
    """Return a finding as a sentence.

    Args:
        kind: of the finding.
        codes: that it is about: one or two; without any nothing stands out yet.
    """
    if not codes:
        return text("region.no_finding")
    names = dict(zip(("one", "other"), map(named, codes), strict=False))
    form = "most_two" if kind == "most" and len(codes) > 1 else kind
    return begun(text(f"region.{form}", **names))


def question_for(kind: CodeKind, *, has_helped: bool) -> str:
    """Return the question to talk about; never why.

    Args:
        kind: of the code that is looked at.
        has_helped: something is published that helped against it.
    """
    questions: Mapping[str, str] = page("region_words")["question"]
    return questions["pattern_helped" if kind == "pattern" and has_helped else kind]


def say_part(cut: Cut, part: str) -> str:
    """Return the name of a part of a cut, such as `vierde kwartaal 2026` or `thuis`."""
    if cut is Cut.QUARTER:
        return say_quarter(part)
    return label(_GROUPS[cut](part)) if cut in _GROUPS else part


def say_time(cut: Cut, part: str) -> tuple[str, str]:
    """Return the year a part lies in, and its short name in it; empty for a year itself."""
    if cut is not Cut.QUARTER:
        return part, ""
    quarter = Quarter.read(part)
    return str(quarter.year), text("region.quarter_short", number=quarter.number)


def say_quarter(written: str) -> str:
    """Return a quarter written as `2026-4` in words."""
    quarter = Quarter.read(written)
    nth = page("region_words")["nth"][quarter.number - 1]
    return text("region.quarter", nth=nth, year=quarter.year)


def figure_classes(figure: str) -> FigureClasses:
    """Return the words of a figure of the long line, with what is known nationally."""
    told = page("region_words")["figure"][figure]
    return FigureClasses(**({"national": {}, "known_as": ""} | told))
