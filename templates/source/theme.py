"""The theme: the colours and fonts a region changes under Ontwerp, in one place."""

from templates.source.parts import DECLARATION

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FONT = "Calibri"
_COLOURS = {
    "dk1": "1F2933",
    "lt1": "FFFFFF",
    "dk2": "414C57",
    "lt2": "F3F1EB",
    "accent1": "0F5C5C",
    "accent2": "8A5A0B",
    "accent3": "2A7F7F",
    "accent4": "7A4E8A",
    "accent5": "3C5A99",
    "accent6": "A8553A",
    "hlink": "0F5C5C",
    "folHlink": "414C57",
}
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme_xml() -> str:
    """Return word/theme/theme1.xml."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items()
    )
    return (
        f'{DECLARATION}<a:theme xmlns:a="{_MAIN}" name="Casusanalyse"><a:themeElements>'
        f'<a:clrScheme name="Casusanalyse">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Casusanalyse">{_font("majorFont")}{_font("minorFont")}'
        "</a:fontScheme>"
        f'<a:fmtScheme name="Casusanalyse"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def _font(kind: str) -> str:
    others = '<a:ea typeface=""/><a:cs typeface=""/>'
    return f'<a:{kind}><a:latin typeface="{_FONT}"/>{others}</a:{kind}>'
