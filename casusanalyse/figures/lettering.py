"""How wide words are, measured with the typeface that ships with the product."""

from functools import cache
from pathlib import Path

from PIL import ImageFont

FAMILY = "Atkinson Hyperlegible Next"
FONTS = Path(__file__).parent / "fonts"
FONT_FILES = {400: FONTS / "ahn-400.ttf", 700: FONTS / "ahn-700.ttf"}
_MEASURED_AT = 100


@cache
def _face(weight: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONT_FILES[weight]), _MEASURED_AT)


@cache
def _advance(letter: str, weight: int) -> float:
    return _face(weight).getlength(letter) / _MEASURED_AT


def width(words: str, size: float, *, weight: int = 400) -> float:
    """Return the width of words on one line, in the unit of `size`.

    Signs without a shape, such as a line end, take no room. Letters are added up one by one,
    so nothing of a case is kept in memory; without kerning
    the answer is at most a few percent too wide, which is the safe side.

    Args:
        words: one line.
        size: height of the letter.
        weight: 400 or 700.
    """
    return size * sum(_advance(letter, weight) for letter in words if letter.isprintable())


def shortened(words: str, room: float, size: float, *, weight: int = 400) -> str:
    """Return the words, cut at the end with an ellipsis when they do not fit in `room`."""
    if width(words, size, weight=weight) <= room:
        return words
    kept = words
    while kept and width(kept + "…", size, weight=weight) > room:
        kept = kept[:-1].rstrip()
    return kept + "…" if kept else ""


def ended(words: str, room: float, size: float, *, weight: int = 400) -> str:
    """Return the words, ended after a whole word when they do not fit in `room`.

    A first word that is too wide by itself is cut.
    """
    kept = shortened(words, room, size, weight=weight)
    if kept == words:
        return words
    cut = len(kept) - 1
    whole = words[:cut] if words[cut].isspace() else words[:cut].rpartition(" ")[0]
    return whole.rstrip(" ,;:") + "…" if whole else kept
