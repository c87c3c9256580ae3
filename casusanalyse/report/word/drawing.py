"""A picture in a Word text."""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from casusanalyse.report.word.ooxml import OFFICE, printable
from casusanalyse.report.word.section import Room

_EMU_PER_PIXEL = 9525
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PICTURE = f"{_DRAWING}/picture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture with the words that say the same.

    Attributes:
        png: the picture itself.
        width, height: in CSS pixels; shrunk or widened to the room on the page.
        alt: alternative text for who cannot see it.
    """

    png: bytes
    width: float
    height: float
    alt: str

    def fitted(self, room: Room) -> Room:
        """Return the size in EMU that fills the room and keeps the proportions."""
        wide, high = self.width * _EMU_PER_PIXEL, self.height * _EMU_PER_PIXEL
        scale = min(room[0] / wide, room[1] / high) if all(room) else 1.0
        return round(wide * scale), round(high * scale)


def drawing_xml(drawing: Drawing, *, relation: str, number: int, room: Room) -> str:
    """Return the `w:drawing` of a picture.

    Args:
        drawing: what to show.
        relation: id of the relation to the media part.
        number: unique in the package.
        room: in EMU, what the page leaves.
    """
    width, height = drawing.fitted(room)
    name = f'id="{number}" name="Picture {number}" descr={quoteattr(printable(drawing.alt))}'
    return (
        f'<w:drawing><wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0"'
        f' distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:docPr {name}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_DRAWING}/main"'
        ' noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_PICTURE}">'
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{OFFICE}" r:embed="{relation}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing>"
    )
