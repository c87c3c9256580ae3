"""A picture as PNG, for Word and paper; drawn with the typeface that ships with the product."""

from resvg_py import svg_to_bytes

from casusanalyse.figures.lettering import FAMILY, FONT_FILES
from casusanalyse.figures.svg import Picture

_FONTS = [str(file) for file in FONT_FILES.values()]


def png(picture: Picture, *, zoom: float = 2.0) -> bytes:
    """Return a picture as PNG.

    Args:
        picture: what to draw.
        zoom: pixels per unit of its view box; 2 is sharp on paper at the width of a page.
    """
    drawn = svg_to_bytes(
        svg_string=picture.svg,
        zoom=zoom,
        font_files=_FONTS,
        font_family=FAMILY,
        sans_serif_family=FAMILY,
        skip_system_fonts=True,
    )
    return bytes(drawn)
