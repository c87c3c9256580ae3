"""The sheet of the beamer: 1920 by 1080, large calm letters, nothing to choose."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from casusanalyse.content.steps import Step, steps
from casusanalyse.content.text import text
from casusanalyse.figures.lettering import ended, width
from casusanalyse.figures.palette import INK, INK_SOFT, LINE, PAPER, PRIMARY
from casusanalyse.figures.svg import Picture, picture, tag, words

WIDTH, HEIGHT = 1920.0, 1080.0
MARGIN = 64.0
STEP_MARGIN = 96.0
"""Margin of the sheets that belong to a step; they hold little and breathe more."""

_FOOT_TOP = 960.0
_FOOT_GAP = 20.0
_FOOT_WORDS = 52.0
_THICK, _THIN = 10.0, 4.0
_LARGE, _TIGHTER = 64.0, 0.02
_HYPHEN = re.compile(r"(?<=\w-)(?=\w)")
"""Where a word that is too wide for one line goes on in the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """How words are written.

    Attributes:
        size: height of the letter, in pixels of the sheet; 28 at least.
        weight: 400 or 700.
        leading: distance between two lines, times the size.
    """

    size: float
    weight: int = 400
    colour: str = INK
    leading: float = 1.25

    @property
    def line(self) -> float:
        """The distance between two lines."""
        return self.size * self.leading

    @property
    def spacing(self) -> float | None:
        """How much nearer letters stand than usual; only large ones do."""
        return -self.size * _TIGHTER if self.size >= _LARGE else None

    def width(self, said: str) -> float:
        """Return how wide words are on one line."""
        return width(said, self.size, weight=self.weight)


QUESTION = Letters(size=116, weight=700, leading=1.06)
TITLE = Letters(size=44, weight=700)
QUIET = Letters(size=34, colour=INK_SOFT)
CONTENT = Letters(size=36)
SMALL = Letters(size=28, colour=INK_SOFT)


def sheet(parts: Iterable[str], *, alt: str) -> Picture:
    """Put the parts on paper.

    Args:
        parts: SVG, in pixels of the sheet.
        alt: what the sheet says, in words; a screen reader says it when the sheet changes.
    """
    paper = tag("rect", width=WIDTH, height=HEIGHT, fill=PAPER)
    return picture([paper, *parts], width=WIDTH, height=HEIGHT, alt=alt)


def quiet_picture() -> Picture:
    """Return the sheet while there is no case to show."""
    says = text("beamer.nothing_open")
    letters = replace(CONTENT, size=54, colour=INK_SOFT)
    line = written([says], (WIDTH / 2, HEIGHT / 2), letters, anchor="middle")
    return sheet([line], alt=says)


def wrapped(said: str, room: float, letters: Letters, *, most: int = 9) -> tuple[str, ...]:
    """Return words as lines of about equal length; where the room ends stands an ellipsis.

    Args:
        said: the words; line ends in them are spaces.
        room: widest line.
        letters: how they are written.
        most: how many lines there is room for.
    """
    lines = _broken(said, room, letters)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    else:
        lines = _balanced(said, room, letters, lines)
    return tuple(ended(line, room, letters.size, weight=letters.weight) for line in lines)


def fitting(said: str, room: tuple[float, float], sizes: Sequence[Letters]) -> Letters:
    """Return the first of several ways of writing in which words fit, else the last.

    Args:
        said: the words.
        room: width and height.
        sizes: largest first.
    """
    wide, high = room
    for letters in sizes:
        lines = _broken(said, wide, letters)
        is_high = len(lines) * letters.line > high
        if not is_high and all(letters.width(line) <= wide for line in lines):
            return letters
    return sizes[-1]


def smaller(letters: Letters, *sizes: float) -> tuple[Letters, ...]:
    """Return the same letters, and then in these sizes."""
    return (letters, *(replace(letters, size=size) for size in sizes))


def written(
    lines: Sequence[str], at: tuple[float, float], letters: Letters, *, anchor: str = "start"
) -> str:
    """Return lines of words below each other.

    Args:
        lines: one or more.
        at: where the first line stands: x, and y of its foot.
        letters: how they are written.
        anchor: `start`, `middle` or `end`: which end of each line stands at x.
    """
    x, y = at
    font = {
        "font_size": letters.size,
        "font_weight": letters.weight,
        "fill": letters.colour,
        "letter_spacing": letters.spacing,
    }
    return "".join(
        words(line, x=x, y=y + number * letters.line, text_anchor=anchor, **font)
        for number, line in enumerate(lines)
    )


def step_of(number: int) -> Step:
    """Return a step by its number, 1 to 5."""
    return steps()[number - 1]


def step_alt(number: int, says: str) -> str:
    """Return in words what a sheet of a step says, its title first."""
    title = step_of(number).title
    return text("beamer.alt_step", step=number, title=title, says=says)


def step_sheet(
    number: int,
    parts: Iterable[str],
    *,
    alt: str,
    top: float = 182.0,
    room: float = WIDTH - 2 * STEP_MARGIN,
) -> Picture:
    """Put the parts between the title of a step and the five steps at the foot.

    Args:
        number: of the step, 1 to 5.
        parts: as for `sheet`.
        alt: as for `sheet`.
        top: where the number of the step stands.
        room: widest line of the title; a long one takes two.
    """
    head = _step_head(step_of(number), top, room)
    return sheet((head, *parts, _step_foot(number)), alt=alt)


def _step_head(step: Step, top: float, room: float) -> str:
    number = text("beamer.step", number=step.number)
    title = wrapped(step.title, room, TITLE, most=2)
    below = written(title, (STEP_MARGIN, top + 66), TITLE)
    return written([number], (STEP_MARGIN, top), QUIET) + below


def _step_foot(now: int) -> str:
    """Return the five steps at the foot; all stay open, so none is marked as done."""
    wide = (WIDTH - 2 * STEP_MARGIN - 4 * _FOOT_GAP) / 5
    return "".join(
        _foot_step(step, STEP_MARGIN + at * (wide + _FOOT_GAP), wide, is_now=step.number == now)
        for at, step in enumerate(steps())
    )


def _foot_step(step: Step, x: float, wide: float, *, is_now: bool) -> str:
    high, colour = (_THICK, PRIMARY) if is_now else (_THIN, LINE)
    letters = replace(SMALL, weight=700, colour=INK) if is_now else SMALL
    bar = tag("rect", x=x, y=_FOOT_TOP, width=wide, height=high, fill=colour)
    return bar + written([step.short], (x, _FOOT_TOP + _FOOT_WORDS), letters)


def _broken(said: str, room: float, letters: Letters) -> list[str]:
    lines: list[str] = []
    for word in said.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and letters.width(longer) <= room:
            lines[-1] = longer
        elif letters.width(word) <= room:
            lines.append(word)
        else:
            lines += _HYPHEN.split(word)
    return lines


def _balanced(said: str, room: float, letters: Letters, lines: list[str]) -> list[str]:
    """Return the lines in the narrowest room that takes no line more."""
    best, low, high = lines, room / 2, room
    while high - low > letters.size / 4:
        middle = (low + high) / 2
        tried = _broken(said, middle, letters)
        if len(tried) == len(lines) and all(letters.width(line) <= room for line in tried):
            best, high = tried, middle
        else:
            low = middle
    return best
