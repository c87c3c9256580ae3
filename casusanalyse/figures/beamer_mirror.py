"""On the beamer: a waterline. The family above it, professionals as its reflection."""

from collections.abc import Iterator, Sequence
from datetime import date

from casusanalyse.analysis.mirror import (
    BEYOND,
    MOST_SHOWN,
    Side,
    carries,
    mirror_sides,
    room_mirrors,
)
from casusanalyse.content.mirror import code_words, mirror_word
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.sitting import Scene
from casusanalyse.domain.timeline import Mirror
from casusanalyse.figures.beamer_frame import (
    MARGIN,
    QUIET,
    WIDTH,
    Letters,
    sheet,
    wrapped,
    written,
)
from casusanalyse.figures.beamer_mirror_column import (
    CARD_HEIGHT,
    CARD_WIDTH,
    LEFT,
    TOPS,
    Column,
    drawn_column,
    water,
)
from casusanalyse.figures.svg import Picture

_HEADING = Letters(size=54, weight=700, leading=1.15)
_SIDE = Letters(size=34, weight=700, leading=1.2)
_PITCH = 500.0


def mirror_pages(case: Case) -> int:
    """Return in how many stages the mirror is revealed, one at least.

    The family comes first, then professionals, the ties one by one, the organisations, and
    last the place that is open.
    """
    mirrors = room_mirrors(case)
    return sum(len(stage) > 0 for stage in _stages(mirrors)) if mirrors else 1


def _stages(mirrors: Sequence[Mirror]) -> list[list[tuple[int, str]]]:
    """Return what each stage adds: the number of a column, and which part of it."""
    numbered = list(enumerate(mirrors))
    answered = [at for at, one in numbered if one.team_event]
    echoed = [at for at, one in numbered if one.organisation_event]
    return [
        [(at, "family") for at, _ in numbered],
        [(at, "team") for at in answered],
        *([(at, "tie")] for at in answered),
        [(at, "organisation") for at in echoed],
        [(at, "asks") for at in _asking(mirrors)],
    ]


def _asking(mirrors: Sequence[Mirror]) -> list[int]:
    """Return the columns with a place that asks what can help.

    Where professionals have no mirror yet, there; else below one mirror that organisations do
    not echo, if possible one that carries. One such question is enough.
    """
    numbered = list(enumerate(mirrors))
    unanswered = [at for at, one in numbered if not one.team_event]
    silent = [at for at, one in numbered if not one.organisation_event]
    carried = [at for at in silent if carries(mirrors[at])]
    return unanswered or (carried or silent)[:1]


def mirror_scene(case: Case, scene: Scene, _today: date) -> Picture:
    """Draw what the group tied, revealed as far as the page of the scene says."""
    columns = _columns(case, scene.page)
    parts = [*_head(case), *water(columns)]
    parts += [part for column in columns for part in drawn_column(column)]
    return sheet(parts, alt=" ".join([text("mirror.question"), *map(_alt, columns)]))


def _columns(case: Case, page: int) -> list[Column]:
    mirrors = room_mirrors(case)
    stages = [stage for stage in _stages(mirrors) if stage]
    shown = {part for stage in stages[: page + 1] for part in stage}
    first = LEFT + CARD_WIDTH / 2 + (MOST_SHOWN - len(mirrors)) * _PITCH / 2
    return [
        Column(
            x=first + at * _PITCH,
            word=mirror_word(mirror),
            said=_said(case, mirror),
            parts=frozenset(part for number, part in shown if number == at),
            carries=carries(mirror),
        )
        for at, mirror in enumerate(mirrors)
    ]


def _said(case: Case, mirror: Mirror) -> dict[Side, tuple[str, ...]]:
    """Return what can stand on the cards, the best first: about the movement, not a person."""
    events = {event.key: event for event in case.events}
    found: dict[Side, tuple[str, ...]] = {}
    for one in mirror_sides(mirror):
        if one:
            event = events[one.event]
            here = (code for code in case.codings if event.key in code.evidence)
            codes = (code_words(code) for code in here if code.layer in BEYOND)
            better = {Side.TEAM: (event.effect,), Side.ORGANISATION: tuple(codes)}
            told = (*better.get(one.side, ()), event.title)
            found[one.side] = tuple(map(_capital, filter(str.strip, told))) or ("…",)
    return found


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def _head(case: Case) -> Iterator[str]:
    yield written([text("mirror.title")], (MARGIN, 70), QUIET)
    child = case.child
    if child and child.nature.strip():
        room = WIDTH - 2 * MARGIN - QUIET.width(text("mirror.title")) - 120
        nature = child.nature.strip().rstrip(".")
        said = text("mirror.says", word=child.name, said=nature[:1].lower() + nature[1:])
        lines = wrapped(said, room, QUIET, most=1)
        yield written(lines, (WIDTH - MARGIN, 70), QUIET, anchor="end")
    yield written([text("mirror.question")], (MARGIN, 142), _HEADING)
    for side, top in TOPS.items():
        lines = wrapped(text(f"mirror.{side}"), LEFT - MARGIN - 24, _SIDE, most=2)
        middle = top + CARD_HEIGHT / 2 - (len(lines) - 1) * _SIDE.line / 2
        yield written(lines, (MARGIN, middle + _SIDE.size / 3), _SIDE)


def _alt(column: Column) -> str:
    """Say of a column what is revealed of it, and no more."""
    shown = [side for side in Side if side.value in column.parts]
    told = ", ".join(
        text("mirror.alt_card", side=text(f"mirror.{side}"), said=column.on_card(side))
        for side in shown
    )
    said = text("mirror.says", word=column.word, said=told) if "tie" in column.parts else told
    return f"{said}. {text('mirror.help')}" if "asks" in column.parts else f"{said}."
