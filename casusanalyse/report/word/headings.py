"""Which paragraphs are headings; asked from the styles, whose names differ per language."""

from dataclasses import dataclass

from casusanalyse.report.word.ooxml import Element, value_of, w

_BODY_TEXT = 9
_STYLE = f"{w('pPr')}/{w('pStyle')}"
_OUTLINE = f"{w('pPr')}/{w('outlineLvl')}"
_NUMBERING = f"{w('pPr')}/{w('numPr')}/{w('numId')}"


@dataclass(frozen=True, slots=True)
class HeadingStyle:
    """How a heading style behaves.

    Attributes:
        level: 1 is a chapter.
        numbered: Word writes a number before it.
    """

    level: int
    numbered: bool


class HeadingStyles:
    """The heading styles of one template."""

    def __init__(self, styles: Element) -> None:
        self._styles = {style.get(w("styleId"), ""): style for style in styles.iter(w("style"))}
        self._known: dict[str, HeadingStyle | None] = {
            name: self._read(name) for name in self._styles
        }

    def heading(self, paragraph: Element) -> HeadingStyle | None:
        """Return the heading style of a paragraph, or None for ordinary text."""
        return self._known.get(value_of(paragraph.find(_STYLE)))

    def contents_style(self, level: int) -> str:
        """Return the id of a style of the table of contents; every office has its own ids."""
        ids = {
            value_of(style.find(w("name"))).lower(): name
            for name, style in self._styles.items()
        }
        return ids.get(f"toc {level}", f"TOC{level}")

    def _read(self, name: str) -> HeadingStyle | None:
        level = int(self._inherited(name, _OUTLINE) or _BODY_TEXT)
        if level >= _BODY_TEXT:
            return None
        return HeadingStyle(level + 1, self._inherited(name, _NUMBERING) not in {"", "0"})

    def _inherited(self, name: str, path: str) -> str:
        seen: set[str] = set()
        while name in self._styles and name not in seen:
            seen.add(name)
            found = self._styles[name].find(path)
            if found is not None:
                return value_of(found)
            name = value_of(self._styles[name].find(w("basedOn")))
        return ""
