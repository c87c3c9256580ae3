"""The styles of the template: real Word styles that follow the theme."""

from templates.source.paragraph_styles import INK, PRIMARY, STYLES, Style
from templates.source.parts import DECLARATION, NAMES


def style_xml(style: Style) -> str:
    """Return a paragraph style; the order of the elements is Word's."""
    before, after = style.more
    own = ' w:customStyle="1"' if style.own else ""
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    white = f'<w:spacing w:before="{style.before * 20:.0f}" w:after="{style.after * 20:.0f}"/>'
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based}"/>{following}<w:qFormat/>'
        f"<w:pPr>{before}{white}{after}</w:pPr>"
        f"<w:rPr>{style.letters}{_size(style.points)}</w:rPr></w:style>"
    )


def _size(points: float) -> str:
    if not points:
        return ""
    return f'<w:sz w:val="{points * 2:.0f}"/><w:szCs w:val="{points * 2:.0f}"/>'


def styles_xml() -> str:
    """Return word/styles.xml."""
    return (
        f"{DECLARATION}<w:styles {NAMES}>{_DEFAULTS}{_BASE}"
        f"{''.join(map(style_xml, STYLES))}{_LETTERS}{_TABLES}</w:styles>"
    )


_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi"'
    ' w:eastAsiaTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>'
    f'{INK}<w:sz w:val="22"/><w:szCs w:val="22"/>'
    '<w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="271" w:lineRule="auto"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
)

_BASE = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:qFormat/></w:style><w:style w:type="character" w:default="1"'
    ' w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
    '<w:name w:val="Normal Table"/>'
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)

_LETTERS = (
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/>'
    '<w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="Hyperlink">'
    f'<w:name w:val="Hyperlink"/><w:rPr>{PRIMARY}<w:u w:val="single"/></w:rPr></w:style>'
)


def _table(name: str, line: str, first_row: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
        '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblBorders>'
        f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{line}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{line}"/></w:tblBorders>'
        '<w:tblCellMar><w:top w:w="70" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="70" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr>{first_row}</w:style>"
    )


_TABLES = _table("Kerngegevens", "D9D5CC", "") + _table(
    "Lijst",
    "7C8187",
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>'
    '<w:bottom w:val="single" w:sz="12" w:space="0" w:color="1F2933"/></w:tcBorders>'
    '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>',
)
