"""A picture as a file of its own: it brings the typeface along."""

from base64 import b64encode
from functools import cache

from casusanalyse.figures.lettering import FAMILY, FONT_FILES
from casusanalyse.figures.svg import Picture, tag


def standing_alone(picture: Picture) -> str:
    """Return the SVG of a picture with its size and its typeface inside."""
    size = f'<svg width="{picture.width:.0f}" height="{picture.height:.0f}" '
    opening, _, rest = picture.svg.partition(">")
    return f"{opening.replace('<svg ', size, 1)}>{tag('style', _faces())}{rest}"


@cache
def _faces() -> str:
    return "".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};'
        f"src:url(data:font/ttf;base64,{b64encode(file.read_bytes()).decode()})}}"
        for weight, file in FONT_FILES.items()
    )
