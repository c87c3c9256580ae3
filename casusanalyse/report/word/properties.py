"""What a Word file says about itself: title, language, status, and which case it belongs to."""

from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from casusanalyse.report.word.ooxml import DECLARATION, printable

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


CASE_PROPERTY = "casusanalyse_casus"
"""Names the case in the file, so that a file that comes back finds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """The properties of one report.

    Attributes:
        title: of the document; screen readers say it.
        subject: what sort of document it is.
        status: such as "concept".
        case: key of the case, so that a file that comes back finds its case; empty for a file
            about no single case.
        made_on: day it was made.
        tracked: Word keeps track of changes; not in a final report.
    """

    title: str
    subject: str
    status: str
    case: str
    made_on: date
    tracked: bool = True


def core_xml(properties: Properties) -> bytes:
    """Return docProps/core.xml."""
    moment = f"{properties.made_on.isoformat()}T00:00:00Z"
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_said(properties.title)}</dc:title>"
        f"<dc:subject>{_said(properties.subject)}</dc:subject>"
        "<dc:creator>casusanalyse</dc:creator><dc:language>nl-NL</dc:language>"
        f"<cp:contentStatus>{_said(properties.status)}</cp:contentStatus>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        "</cp:coreProperties>"
    ).encode()


def custom_xml(properties: Properties) -> bytes:
    """Return docProps/custom.xml."""
    case = quoteattr(CASE_PROPERTY)
    return (
        f'{DECLARATION}<Properties xmlns="{_CUSTOM}/custom-properties"'
        f' xmlns:vt="{_CUSTOM}/docPropsVTypes">'
        f'<property fmtid="{_FORMAT_ID}" pid="2" name={case}>'
        f"<vt:lpwstr>{_said(properties.case)}</vt:lpwstr></property></Properties>"
    ).encode()


def _said(words: str) -> str:
    return escape(printable(words))
