"""The marks beside a name and the legend that explains every sign."""

from casusanalyse.analysis.network import EdgeKind, Status
from casusanalyse.content.text import text
from casusanalyse.figures.lettering import width
from casusanalyse.figures.network_ground import NARROW, WIDE
from casusanalyse.figures.network_strokes import stroke
from casusanalyse.figures.palette import INK, INK_SOFT, LINE_STRONG, SURFACE
from casusanalyse.figures.svg import Picture, picture, tag, words

LETTER = 13.0
LEGEND_ROW = 26.0
SIGN, AFTER_SIGN, BETWEEN = 44.0, 8.0, 22.0


def mark(status: Status, x: float, y: float) -> str:
    """Return the mark of a status around a point."""
    if status is Status.WAS_THERE:
        return tag("circle", cx=x, cy=y, r=5, fill=INK)
    pen = {"stroke": INK, "stroke_width": 1.8}
    if status is Status.NEW:
        ring = tag("circle", cx=x, cy=y, r=7, fill=SURFACE, **pen)
        return ring + tag("path", d=f"M{x - 4:.1f} {y:.1f}h8M{x:.1f} {y - 4:.1f}v8", **pen)
    if status is Status.RETURNED:
        turn = tag("path", d=f"M{x + 6:.1f} {y - 1:.1f}a6 6 0 1 0-1.6 5", fill="none", **pen)
        tip = f"M{x + 7.5:.1f} {y - 5.5:.1f}l-1 5-4.6-1.8"
        return turn + tag("path", d=tip, fill="none", **pen)
    ring = tag("circle", cx=x, cy=y, r=6, fill=SURFACE, stroke_dasharray="2.5 2.2", **pen)
    return ring + tag("path", d=f"M{x - 3.4:.1f} {y:.1f}h6.8", **pen)


def network_legend(*, wide: bool = False) -> Picture:
    """Return the legend of the network: every mark and every line with its word."""
    names = [*(status.value for status in Status), *LINES, "alone"]
    parts, x, y = [], 4.0, LEGEND_ROW / 2
    across = WIDE if wide else NARROW
    for name in names:
        said = text(f"network.{name}")
        sign = 18.0 if name in set(Status) else SIGN
        needed = sign + AFTER_SIGN + width(said, LETTER)
        if x + needed > across:
            x, y = 4.0, y + LEGEND_ROW
        parts.append(_sign(name, x, y, sign))
        parts.append(
            words(said, x=x + sign + AFTER_SIGN, y=y + 4.5, font_size=LETTER, fill=INK_SOFT)
        )
        x += needed + BETWEEN
    alt = ", ".join(text(f"network.{name}") for name in names)
    return picture(parts, width=across, height=y + LEGEND_ROW / 2, alt=alt)


LINES = {
    "contact": EdgeKind.TOGETHER,
    "direction": EdgeKind.DIRECTION,
    "support": EdgeKind.SUPPORT,
    "tension": EdgeKind.TENSION,
    "broken": EdgeKind.BROKEN,
}


def _sign(name: str, x: float, y: float, across: float) -> str:
    if name in LINES:
        return stroke(LINES[name], ((x, y), (x + across, y)))
    if name in set(Status):
        return mark(Status(name), x + across / 2, y)
    return tag(
        "rect",
        x=x,
        y=y - 8,
        width=across,
        height=16,
        rx=5,
        fill=SURFACE,
        stroke=LINE_STRONG,
        stroke_width=1.6,
        stroke_dasharray="6 4",
    )
