"""Put the parts of a template together; the same sources give the same bytes."""

import io
import zipfile
from pathlib import Path

from templates.source.markup import body_xml
from templates.source.parts import (
    APP,
    CONTENT_TYPES,
    CORE,
    DOCUMENT_RELATIONS,
    FONT_TABLE,
    NUMBERING,
    PACKAGE_RELATIONS,
    SETTINGS,
    footer,
    header,
)
from templates.source.styles import styles_xml
from templates.source.theme import theme_xml

NAMES = ("verslag", "kwartaalstuk")
"""The templates: of the report, and of the quarterly piece of a region."""

_HERE = Path(__file__).parent
_DATE = (1980, 1, 1, 0, 0, 0)
_PORTRAIT, _LANDSCAPE = 10092, 15024
"""Widths of the text in twips, which are twentieths of a point."""


def template_file(name: str) -> Path:
    """Return where a template lies."""
    return _HERE.parent / f"{name}.docx"


def built_template(name: str = "verslag") -> bytes:
    """Return a template as a .docx."""
    return template_of((_HERE / f"{name}.txt").read_text("utf-8"))


def template_of(source: str) -> bytes:
    """Return a template with another text in the same style."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in _parts(source).items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, content)
    return out.getvalue()


def _parts(source: str) -> dict[str, str]:
    return {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE_RELATIONS,
        "docProps/core.xml": CORE,
        "docProps/app.xml": APP,
        "word/document.xml": body_xml(source),
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
        "word/styles.xml": styles_xml(),
        "word/settings.xml": SETTINGS,
        "word/numbering.xml": NUMBERING,
        "word/fontTable.xml": FONT_TABLE,
        "word/theme/theme1.xml": theme_xml(),
        "word/header1.xml": header(_PORTRAIT),
        "word/header2.xml": header(_LANDSCAPE),
        "word/footer1.xml": footer(_PORTRAIT),
        "word/footer2.xml": footer(_LANDSCAPE),
    }
