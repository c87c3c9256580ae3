"""The dark look of the beamer: every colour stands off as much as it did on paper."""

import colorsys
import re
from dataclasses import replace
from functools import cache

from casusanalyse.figures.palette import DIM_GROUND, DIM_INK, DIM_INK_SOFT, INK, INK_SOFT, PAPER
from casusanalyse.figures.svg import Picture

_TAG = re.compile("<[^>]*>")
_COLOUR = re.compile('(?<=")#[0-9A-Fa-f]{6}(?=")')
_CHOSEN = {PAPER: DIM_GROUND, INK: DIM_INK, INK_SOFT: DIM_INK_SOFT}
_FINE = 0.001
_CALMER = 0.55
_DARK_PART = 0.04045

_RED, _GREEN, _BLUE = 0.2126, 0.7152, 0.0722


def dimmed(picture: Picture) -> Picture:
    """Return the same drawing on a dark ground; words of the case are left alone."""
    return replace(picture, svg=_TAG.sub(_dimmed_tag, picture.svg))


def contrast(one: str, other: str) -> float:
    """Return how much two colours stand off, 1 to 21.

    Source: WCAG 2.2, contrast ratio.
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@cache
def dim(colour: str) -> str:
    """Return the counterpart of a colour of the light look: same hue, light for dark.

    It stands off from the dark ground as the given one does from paper; so what could be read
    can be read, whatever lies behind it.
    """
    if colour in _CHOSEN:
        return _CHOSEN[colour]
    wanted = contrast(colour, PAPER)
    hue, _, saturation = colorsys.rgb_to_hls(*_parts(colour))
    saturation *= _CALMER
    low, high = 0.0, 1.0
    while high - low > _FINE:
        middle = (low + high) / 2
        tried = _hex(colorsys.hls_to_rgb(hue, middle, saturation))
        is_enough = _luminance(tried) > _luminance(DIM_GROUND) and (
            contrast(tried, DIM_GROUND) >= wanted
        )
        low, high = (low, middle) if is_enough else (middle, high)
    return _hex(colorsys.hls_to_rgb(hue, high, saturation))


def _dimmed_tag(found: re.Match[str]) -> str:
    return _COLOUR.sub(lambda colour: dim(colour[0].upper()), found[0])


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part) for part in _parts(colour))
    return _RED * red + _GREEN * green + _BLUE * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _DARK_PART else ((part + 0.055) / 1.055) ** 2.4


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return red / 255, green / 255, blue / 255


def _hex(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02X}" for part in parts)
