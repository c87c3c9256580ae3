"""The paragraph styles of the template."""

from dataclasses import dataclass

INK = '<w:color w:val="1F2933" w:themeColor="text1"/>'
_SOFT = '<w:color w:val="414C57" w:themeColor="text2"/>'
PRIMARY = '<w:color w:val="0F5C5C" w:themeColor="accent1"/>'
_CALLOUT = (
    '<w:pBdr><w:left w:val="single" w:sz="36" w:space="10" w:color="8A5A0B"'
    ' w:themeColor="accent2"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="FBF6EC"/>'
)
_DASHED = "".join(
    f'<w:{side} w:val="dashed" w:sz="8" w:space="6" w:color="414C57" w:themeColor="text2"/>'
    for side in ("top", "left", "bottom", "right")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph style.

    Attributes:
        id: in the XML.
        name: as Word knows it; Word translates its own names.
        points: size of the letter; 0 keeps that of the style it is based on.
        before, after: white around it, in points.
        more: other paragraph properties, those that come before and after the white.
        letters: other properties of the letters.
    """

    id: str
    name: str
    based: str = "Normal"
    following: str = ""
    points: float = 0
    before: float = 0
    after: float = 6
    more: tuple[str, str] = ("", "")
    letters: str = ""
    own: bool = False


_KEEP = "<w:keepNext/><w:keepLines/>"
_CHAPTER_NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'


def _level(number: int) -> str:
    return f'<w:outlineLvl w:val="{number}"/>'


def _indent(left: int, hanging: int = 0, right: int = 0) -> str:
    return f'<w:ind w:left="{left}" w:right="{right}" w:hanging="{hanging}"/>'


_RULE = (
    '<w:pBdr><w:{side} w:val="single" w:sz="{size}" w:space="{space}"'
    ' w:color="{colour}"/></w:pBdr>'
)
_TITLE_RULE = (
    '<w:pBdr><w:bottom w:val="single" w:sz="36" w:space="10" w:color="0F5C5C"'
    ' w:themeColor="accent1"/></w:pBdr>'
)
_HEADER_RULE = _RULE.format(side="bottom", size=6, space=4, colour="7C8187")
_FOOTER_RULE = _RULE.format(side="top", size=4, space=4, colour="D9D5CC")

STYLES = (
    Style(
        id="Soort", name="Soort verslag", points=13, before=24, after=2, letters=_SOFT, own=True
    ),
    Style(
        id="Title",
        name="Title",
        following="Normal",
        points=28,
        after=14,
        more=(f"<w:keepLines/>{_TITLE_RULE}", ""),
        letters=f"<w:b/>{INK}",
    ),
    Style(
        id="Heading1",
        name="heading 1",
        following="Normal",
        points=20,
        before=26,
        after=6,
        more=(_KEEP + _CHAPTER_NUMBER, _level(0)),
        letters=f"<w:b/>{INK}",
    ),
    Style(
        id="Heading2",
        name="heading 2",
        following="Normal",
        points=15,
        before=16,
        after=4,
        more=(_KEEP, _level(1)),
        letters=f"<w:b/>{PRIMARY}",
    ),
    Style(
        id="Heading3",
        name="heading 3",
        following="Normal",
        points=12,
        before=10,
        after=3,
        more=(_KEEP, _level(2)),
        letters=f"<w:b/>{INK}",
    ),
    Style(
        id="Bijlagekop",
        name="Bijlagekop",
        based="Heading1",
        following="Normal",
        points=16,
        before=26,
        more=('<w:numPr><w:numId w:val="0"/></w:numPr>', _indent(0)),
        own=True,
    ),
    Style(
        id="Tussenkop",
        name="Tussenkop",
        following="Normal",
        points=13,
        before=16,
        after=3,
        more=(_KEEP, ""),
        letters=f"<w:b/>{INK}",
        own=True,
    ),
    Style(
        id="Onderkop",
        name="Onderkop",
        following="Normal",
        after=4,
        more=("<w:keepNext/>", ""),
        letters=_SOFT,
        own=True,
    ),
    Style(
        id="TOCHeading",
        name="TOC Heading",
        following="Normal",
        points=20,
        after=8,
        more=("<w:keepNext/><w:pageBreakBefore/>", ""),
        letters=f"<w:b/>{INK}",
    ),
    Style(
        id="TOC1",
        name="toc 1",
        before=4,
        after=1,
        more=('<w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>', ""),
        letters="<w:b/>",
    ),
    Style(id="TOC2", name="toc 2", after=0, more=("", _indent(567))),
    Style(id="TOC3", name="toc 3", after=0, more=("", _indent(850))),
    Style(
        id="Kaderkop",
        name="Kaderkop",
        following="Kader",
        points=12,
        before=14,
        after=0,
        more=(f"<w:keepNext/>{_CALLOUT}", _indent(227)),
        letters="<w:b/>",
        own=True,
    ),
    Style(
        id="Kader",
        name="Kader",
        after=0,
        more=(f"<w:keepLines/>{_CALLOUT}", _indent(227)),
        own=True,
    ),
    Style(id="Quote", name="Quote", more=("<w:keepLines/>", _indent(340)), after=4),
    Style(
        id="ListBullet",
        name="List Bullet",
        after=3,
        more=('<w:numPr><w:numId w:val="1"/></w:numPr>', ""),
    ),
    Style(
        id="Eigenschap",
        name="Eigenschap",
        after=2,
        more=('<w:tabs><w:tab w:val="left" w:pos="2155"/></w:tabs>', _indent(2155, 2155)),
        own=True,
    ),
    Style(
        id="Vraag",
        name="Vraag",
        following="Normal",
        before=4,
        after=1,
        more=("<w:keepNext/>", ""),
        letters=f"<w:b/>{_SOFT}",
        own=True,
    ),
    Style(
        id="Herkend", name="Herkend", before=4, after=0, more=("<w:keepNext/>", ""), own=True
    ),
    Style(id="Uitleg", name="Uitleg", after=6, letters=_SOFT, own=True),
    Style(id="Gelezen", name="Gelezen", after=6, more=(_KEEP, ""), letters=_SOFT, own=True),
    Style(id="Stem", name="Stem", after=6, more=(_KEEP, ""), own=True),
    Style(id="Stil", name="Stil", letters=_SOFT, own=True),
    *(
        Style(
            id=f"{kind}bijeen",
            name=f"{kind} bijeen",
            based=kind,
            after=after,
            more=(_KEEP, ""),
            own=True,
        )
        for kind, after in (("Stil", 6), ("Eigenschap", 2))
    ),
    Style(id="Tekstbijeen", name="Tekst bijeen", before=4, more=(_KEEP, ""), own=True),
    Style(
        id="Citaatbijeen",
        name="Citaat bijeen",
        based="Quote",
        after=4,
        more=(_KEEP, ""),
        own=True,
    ),
    Style(
        id="Verschilkop",
        name="Verschilkop",
        following="Verschil",
        before=10,
        after=0,
        more=(f"<w:keepNext/><w:pBdr>{_DASHED}</w:pBdr>", _indent(142, right=142)),
        letters="<w:b/>",
        own=True,
    ),
    Style(
        id="Verschil",
        name="Verschil",
        after=0,
        more=(
            f"<w:keepNext/><w:keepLines/><w:pBdr>{_DASHED}</w:pBdr>",
            _indent(142, right=142),
        ),
        own=True,
    ),
    Style(id="Figuur", name="Figuur", before=6, after=2, more=("<w:keepNext/>", ""), own=True),
    Style(id="Caption", name="caption", points=10, after=10, letters=INK),
    Style(id="Tabeltekst", name="Tabeltekst", points=10, after=0, own=True),
    Style(
        id="Tabelkop",
        name="Tabelkop",
        based="Tabeltekst",
        after=0,
        more=("<w:keepNext/>", ""),
        letters="<w:b/>",
        own=True,
    ),
    Style(id="Scheiding", name="Scheiding", points=1, after=6, own=True),
    Style(id="Sectie", name="Sectie-einde", points=1, after=0, own=True),
    Style(id="Header", name="header", points=10, after=0, more=(_HEADER_RULE, ""), letters=INK),
    Style(id="Footer", name="footer", points=10, after=0, more=(_FOOTER_RULE, ""), letters=INK),
)
