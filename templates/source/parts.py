"""The small parts of the template: settings, numbering, headers, footers, relations."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument"

_PARTS = {
    "styles": "styles.xml",
    "settings": "settings.xml",
    "numbering": "numbering.xml",
    "fontTable": "fontTable.xml",
    "theme": "theme/theme1.xml",
}
_EDGES = {
    "header": ("header1.xml", "header2.xml"),
    "footer": ("footer1.xml", "footer2.xml"),
}


def _declared() -> str:
    parts = [(f"/word/{target}", kind) for kind, target in _PARTS.items() if kind != "theme"]
    parts += [(f"/word/{target}", kind) for kind, pair in _EDGES.items() for target in pair]
    declared = [(name, f"{_TYPE}.wordprocessingml.{kind}+xml") for name, kind in parts]
    declared += [
        ("/word/document.xml", f"{_TYPE}.wordprocessingml.document.main+xml"),
        ("/word/theme/theme1.xml", f"{_TYPE}.theme+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml", f"{_TYPE}.extended-properties+xml"),
    ]
    return "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in declared
    )


CONTENT_TYPES = (
    f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="png" ContentType="image/png"/>'
    f"{_declared()}</Types>"
)


def _relations(related: list[tuple[str, str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="{identity}" Type="{kind}" Target="{target}"/>'
        for identity, kind, target in related
    )
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'
    )


PACKAGE_RELATIONS = _relations(
    [
        ("rId1", f"{OFFICE}/officeDocument", "word/document.xml"),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("rId3", f"{OFFICE}/extended-properties", "docProps/app.xml"),
    ]
)

DOCUMENT_RELATIONS = _relations(
    [(f"rId{kind}", f"{OFFICE}/{kind}", target) for kind, target in _PARTS.items()]
    + [
        (f"rId{kind}{number}", f"{OFFICE}/{kind}", target)
        for kind, pair in _EDGES.items()
        for number, target in enumerate(pair, 1)
    ]
)

CORE = (
    f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Verslag</dc:title>'
    "<dc:creator>casusanalyse</dc:creator><dc:language>nl-NL</dc:language></cp:coreProperties>"
)

APP = (
    f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006'
    '/extended-properties"><Application>casusanalyse</Application></Properties>'
)

SETTINGS = (
    f'{DECLARATION}<w:settings {NAMES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
    '<w:hyphenationZone w:val="425"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="nl-NL"/><w:clrSchemeMapping w:bg1="light1" w:t1="dark1"'
    ' w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" w:accent3="accent3"'
    ' w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"'
    ' w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val=","/>'
    '<w:listSeparator w:val=";"/></w:settings>'
)

FONT_TABLE = (
    f'{DECLARATION}<w:fonts {NAMES}><w:font w:name="Calibri">'
    '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/>'
    '<w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)


_CHAPTER = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:pStyle w:val="Heading1"/><w:lvlText w:val="%1"/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>'
)
"""Only chapters are numbered: events carry numbers such as 4.12, and a section must not look
like one."""

NUMBERING = (
    f'{DECLARATION}<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0">'
    '<w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/>'
    '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="340" w:hanging="255"/></w:pPr></w:lvl>'
    '</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>'
    f"{_CHAPTER}</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)


def _field(code: str) -> str:
    kinds = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate")
    )
    begin, separate = kinds
    return (
        f'{begin}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>{separate}'
        '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _said(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def _edge_properties(style: str, width: int) -> str:
    return (
        f'<w:pPr><w:pStyle w:val="{style}"/><w:tabs><w:tab w:val="right" w:pos="{width}"/>'
        "</w:tabs></w:pPr>"
    )


def header(width: int) -> str:
    """Return a header: the state on the left, case and date on the right.

    Args:
        width: of the text on the page, in twips.
    """
    state = '<w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>{{ stand }}</w:t></w:r>'
    return (
        f"{DECLARATION}<w:hdr {NAMES}><w:p>{_edge_properties('Header', width)}{state}"
        f"<w:r><w:tab/></w:r>{_said('{{ kenmerk }}')}</w:p></w:hdr>"
    )


def footer(width: int) -> str:
    """Return a footer: what this is on the left, the page on the right.

    Args:
        width: of the text on the page, in twips.
    """
    return (
        f"{DECLARATION}<w:ftr {NAMES}><w:p>{_edge_properties('Footer', width)}"
        f"{_said('{{ soort }} {{ naam }} {{ schuilnaam }}')}<w:r><w:tab/></w:r>"
        f"{_said('Pagina ')}{_field('PAGE')}{_said(' van ')}{_field('NUMPAGES')}</w:p></w:ftr>"
    )
