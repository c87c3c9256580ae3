"""The table of contents: a real Word field whose answer is already filled in.

Word asks a frightening question about "fields" when it has to fill the table itself on
opening; so it is written here, clickable, without page numbers, and F9 still works.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from casusanalyse.content.text import text

_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
    ' TOC \\o "1-{levels}" \\n \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading that was written.

    Attributes:
        level: 1 is a chapter.
        numbered: Word writes a number before it.
        said: its words, escaped for XML.
        bookmark: around the heading.
    """

    level: int
    numbered: bool
    said: str
    bookmark: str


def contents_list(entries: Sequence[Entry], styles: Sequence[str]) -> str:
    """Return the paragraphs of the table of contents.

    Args:
        entries: all headings; those of a level without a style stay out.
        styles: id of the paragraph style of each level.
    """
    listed = [one for one in _numbered(entries) if one[0].level <= len(styles)]
    if not listed:
        return _paragraph(styles[0], f"<w:r><w:t>{text('template.no_headings')}</w:t></w:r>")
    lines = [_line(entry, number) for entry, number in listed]
    lines[0] = _BEGIN.format(levels=len(styles)) + lines[0]
    lines[-1] += _END
    return "".join(
        _paragraph(styles[entry.level - 1], line)
        for (entry, _), line in zip(listed, lines, strict=True)
    )


def _paragraph(style: str, inside: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def _numbered(entries: Sequence[Entry]) -> list[tuple[Entry, str]]:
    """Give every heading the number Word will write before it; empty when it has none."""
    counts = [0] * 9
    found = []
    for entry in entries:
        if not entry.numbered:
            found.append((entry, ""))
            continue
        counts[entry.level - 1] += 1
        counts[entry.level :] = [0] * (9 - entry.level)
        found.append((entry, ".".join(map(str, counts[: entry.level]))))
    return found


def _line(entry: Entry, number: str) -> str:
    before = f"<w:r><w:t>{number}</w:t></w:r><w:r><w:tab/></w:r>" if number else ""
    words = f'<w:r><w:t xml:space="preserve">{entry.said}</w:t></w:r>'
    return (
        f'<w:hyperlink w:anchor="{entry.bookmark}" w:history="1">{before}{words}</w:hyperlink>'
    )
