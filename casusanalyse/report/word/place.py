"""Where in a template something stands, in words the author recognises."""

from collections.abc import Iterator

from casusanalyse.content.text import text
from casusanalyse.report.word.headings import HeadingStyles
from casusanalyse.report.word.ooxml import Element, plain, w
from casusanalyse.report.word.tag import TAG

_LONGEST = 40


def places(root: Element, part: str, styles: HeadingStyles) -> dict[Element, str]:
    """Return the place of every paragraph of a part.

    Args:
        root: the part.
        part: `document`, or `header`, `footer`, `footnotes` when it is one of those.
        styles: which styles are headings.
    """
    if part != "document":
        return dict.fromkeys(root.iter(w("p")), text(f"template.place_{part}"))
    rows = _rows(root)
    return {
        paragraph: under + rows.get(paragraph, "") for paragraph, under in _under(root, styles)
    }


def _under(root: Element, styles: HeadingStyles) -> Iterator[tuple[Element, str]]:
    place = text("template.place_begin")
    for paragraph in root.iter(w("p")):
        said = TAG.sub("…", plain(paragraph)).strip()
        if styles.heading(paragraph) and said:
            place = text("template.place_under", heading=said[:_LONGEST])
        yield paragraph, place


def _rows(root: Element) -> dict[Element, str]:
    found: dict[Element, str] = {}
    for number, table in enumerate(root.iter(w("tbl")), 1):
        for row_number, row in enumerate(table.iterchildren(w("tr")), 1):
            where = text("template.place_row", table=number, row=row_number)
            found.update(dict.fromkeys(row.iter(w("p")), where))
    return found
