"""How much room a page leaves for a picture."""

from casusanalyse.report.word.ooxml import Element, w

Room = tuple[int, int]
"""Width and height in EMU, of which 360,000 make one centimetre."""

_EMU_PER_TWIP = 635
_A4 = (11906, 16838)
_MARGIN = 1134
_SHARE_OF_HEIGHT = 0.72


def rooms(body: Element) -> dict[Element, Room]:
    """Return for every paragraph the room of the section it stands in."""
    found: dict[Element, Room] = {}
    waiting: list[Element] = []
    for child in body:
        waiting += child.iter(w("p"))
        section = child if child.tag == w("sectPr") else child.find(f"{w('pPr')}/{w('sectPr')}")
        if section is not None:
            found.update(dict.fromkeys(waiting, _room(section)))
            waiting = []
    return found


def _room(section: Element) -> Room:
    size, margin = section.find(w("pgSz")), section.find(w("pgMar"))
    width = _twips(size, "w", _A4[0]) - _twips(margin, "left") - _twips(margin, "right")
    height = _twips(size, "h", _A4[1]) - _twips(margin, "top") - _twips(margin, "bottom")
    return width * _EMU_PER_TWIP, int(height * _SHARE_OF_HEIGHT) * _EMU_PER_TWIP


def _twips(element: Element | None, name: str, default: int = _MARGIN) -> int:
    return default if element is None else int(element.get(w(name), default))
