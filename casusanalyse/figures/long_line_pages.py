"""The layers of the long line as they are told, and the pages that reveal them one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from casusanalyse.analysis.figure import line_of
from casusanalyse.analysis.long_line_good import good_in_parts
from casusanalyse.analysis.long_line_layers import KnownLayer, LineLayer, known_layers
from casusanalyse.content.long_line import Reference, figure_reference
from casusanalyse.content.long_line_layers import Fact, say_layer
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.figures.timeline_words import child_name


class Shows(Enum):
    """What a page adds: first the drawing, then its sentence, then what is known nationally."""

    DRAWING = 0
    SENTENCE = 1
    NATIONAL = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldLayer:
    """A layer with its words.

    Attributes:
        sentence: as the chair wrote it, or else ours.
        stage: 1 to 3, how far the group has zoomed out.
        national: what is known nationally, or None.
    """

    layer: LineLayer
    sentence: str
    stage: int
    national: Reference | None


@dataclass(frozen=True, slots=True)
class LinePage:
    """One position of the reveal: which layer is the newest, and how much of it shows."""

    newest: int
    shows: Shows


def line_note(layer: LineLayer) -> str:
    """Return the key of the note that holds the chair's own sentence for a layer."""
    return f"line-{layer}"


def told_layers(case: Case, *, today: date) -> tuple[ToldLayer, ...]:
    """Return the layers about which something is known, places first, good moments last."""
    always = all(good_in_parts(line_of(case, today)))
    return tuple(_told(case, known, always=always) for known in known_layers(case, today=today))


def line_pages(layers: Sequence[ToldLayer]) -> tuple[LinePage, ...]:
    """Return all pages in order; the pages with a national figure can be skipped."""
    return tuple(
        LinePage(at, shows)
        for at, layer in enumerate(layers)
        for shows in Shows
        if shows is not Shows.NATIONAL or layer.national
    )


def page_at(layers: Sequence[ToldLayer], page: int) -> LinePage | None:
    """Return a page, the last one when there are fewer by now; None when there are none."""
    pages = line_pages(layers)
    return pages[min(max(0, page), len(pages) - 1)] if pages else None


def line_name(case: Case) -> str:
    """Return how the child is called in the sentences."""
    return child_name(case) or text("long_line_layers.nobody")


def _told(case: Case, known: KnownLayer, *, always: bool) -> ToldLayer:
    facts = {
        code: Fact(low=found.low, high=found.high, out_of=found.out_of)
        for code, found in known.figures.items()
    }
    own = case.note(line_note(known.layer)).strip()
    ours = say_layer(known.layer.value, facts, name=line_name(case), always=always)
    return ToldLayer(
        layer=known.layer,
        sentence=own or ours,
        stage=known.stage,
        national=figure_reference(known.reference),
    )
