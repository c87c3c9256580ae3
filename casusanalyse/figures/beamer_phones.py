"""On the beamer: how a phone takes part, for who wants to."""

from dataclasses import replace
from urllib.parse import urlunsplit

from casusanalyse.content.text import text
from casusanalyse.domain.devices import Phones
from casusanalyse.domain.sitting import Scene
from casusanalyse.figures.beamer_frame import (
    CONTENT,
    QUESTION,
    QUIET,
    STEP_MARGIN,
    WIDTH,
    Letters,
    fitting,
    smaller,
    step_sheet,
    wrapped,
    written,
)
from casusanalyse.figures.qr import qr_parts
from casusanalyse.figures.svg import Picture

_SIDE = 640.0
_LEFT = WIDTH - STEP_MARGIN - _SIDE
_ROOM = _LEFT - STEP_MARGIN - 64.0
_HEADING = replace(QUESTION, size=76)
_ADDRESS = Letters(size=54, weight=700)
_CODE = Letters(size=116, weight=700)
_HALF = 3
_PATH = "/telefoon"


def phones_scene(phones: Phones, scene: Scene) -> Picture:
    """Draw the QR code, the address and the code to type, and that it is optional.

    Args:
        phones: while they are open.
        scene: its step stands at the top and the foot.
    """
    where = f"{phones.address}{_PATH}"
    code = f"{phones.code[:_HALF]} {phones.code[_HALF:]}"
    heading = text("devices.scene_heading")
    letters = fitting(where, (_ROOM, 80.0), smaller(_ADDRESS, 48, 42, 36))
    parts = (
        written(wrapped(heading, _ROOM, _HEADING, most=2), (STEP_MARGIN, 330.0), _HEADING),
        written([text("devices.scene_go")], (STEP_MARGIN, 510.0), CONTENT),
        written([where], (STEP_MARGIN, 576.0), letters),
        written([text("devices.scene_type")], (STEP_MARGIN, 656.0), CONTENT),
        written([code], (STEP_MARGIN, 776.0), _CODE),
        written([text("devices.scene_optional")], (STEP_MARGIN, 876.0), QUIET),
        qr_parts(_link(phones), _LEFT, 176.0, _SIDE),
    )
    alt = text("devices.scene_alt", heading=heading, where=where, code=code)
    return step_sheet(scene.step, parts, alt=alt, top=130.0, room=_ROOM)


def _link(phones: Phones) -> str:
    """Return what a camera reads; the code stays in the browser, it is in no request."""
    return urlunsplit(("http", phones.address, _PATH, "", phones.code))
