"""The head of the long line: who it is about, and one sentence."""

from dataclasses import replace
from datetime import date

from casusanalyse.content.date_words import say_age
from casusanalyse.content.long_line import Reference
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.figures.beamer_frame import (
    MARGIN,
    WIDTH,
    Letters,
    fitting,
    smaller,
    wrapped,
    written,
)
from casusanalyse.figures.lettering import shortened, width
from casusanalyse.figures.long_line_pages import line_name
from casusanalyse.figures.palette import INK, INK_SOFT
from casusanalyse.figures.svg import words

_TOP = 72.0
_SIZE = 30.0
_APART = 80.0
_ROOM = (WIDTH - 2 * MARGIN, 136.0)
_SENTENCE = Letters(size=54, weight=700, leading=1.15)
_SMALLER = smaller(_SENTENCE, 48, 44, 40)
_FIRST_LINE = 138.0
_NATIONAL = Letters(size=36, leading=1.2)
_SOURCE = Letters(size=28, colour=INK_SOFT)


def drawn_who(case: Case, today: date) -> str:
    """Return the name and age, and on the right who this child is."""
    birth = case.child.birth if case.child else None
    age = f", {say_age(birth, today)}" if birth else ""
    name = line_name(case)
    before = text("long_line_layers.head", name="")
    x = MARGIN + width(before, _SIZE)
    after = x + width(name, _SIZE, weight=700)
    font = {"y": _TOP, "font_size": _SIZE, "fill": INK_SOFT}
    said = words(before.rstrip(), x=MARGIN, **font)
    said += words(name, x=x, **font | {"fill": INK, "font_weight": 700})
    said += words(age, x=after, **font) if age else ""
    room = WIDTH - MARGIN - _APART - after - width(age, _SIZE)
    nature = shortened(case.child.nature if case.child else "", room, _SIZE)
    right = words(nature, x=WIDTH - MARGIN, text_anchor="end", **font) if nature else ""
    return said + right


def drawn_sentence(sentence: str) -> str:
    """Return the sentence of a layer, on two lines at most unless it is very long."""
    letters = fitting(sentence, _ROOM, _SMALLER)
    most = int(_ROOM[1] // letters.line)
    lines = _halves(sentence, letters) or wrapped(sentence, _ROOM[0], letters, most=most)
    return written(lines, (MARGIN, _FIRST_LINE), letters)


def _halves(sentence: str, letters: Letters) -> list[str]:
    """Return the two lines of a sentence with one comma, when each fits; else nothing."""
    if letters.width(sentence) <= _ROOM[0] or sentence.count(", ") != 1:
        return []
    first, second = sentence.split(", ")
    lines = [f"{first},", second]
    return lines if all(letters.width(line) <= _ROOM[0] for line in lines) else []


def drawn_national(sentence: str, known: Reference) -> str:
    """Return what is known nationally, with the sentence of this child above it."""
    said = wrapped(sentence, _ROOM[0], replace(_NATIONAL, weight=700), most=1)
    own = written(said, (MARGIN, _TOP), replace(_NATIONAL, weight=700))
    lines = wrapped(known.text, _ROOM[0], _NATIONAL, most=2)
    told = written(lines, (MARGIN, 122.0), _NATIONAL)
    year = f", {known.year}" if known.year else ""
    source = text("long_line_layers.source", source=f"{known.source}{year}")
    lines = wrapped(source, _ROOM[0], _SOURCE, most=1)
    return own + told + written(lines, (MARGIN, 204.0), _SOURCE)
