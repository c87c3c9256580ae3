"""The report as data: what readers see, with something to hang a remark on."""

from dataclasses import dataclass

WHOLE = ""
"""The place of a remark about the report as a whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A piece of the report that somebody can react to: one record, or one of its fields.

    Attributes:
        id: follows from shelf, key and field, and never from its place; written like a
            bookmark of the Word file: letters, digits and `_`.
        anchors: the bookmarks of the Word file that belong to this piece.
        chapter: title of the chapter it stands in.
        section: title of the section within the chapter, or empty.
        heading: what it is about, such as a name or the title of an event; may be empty.
        number: of an event, such as `4.12`; empty for everything else.
        text: the words, line by line; of a picture its description.
        picture: the field that holds the picture, such as `beeld_gezin`; empty for words.
        shelf, key, fields: the words that stand behind it; no fields when it is computed.
    """

    id: str
    anchors: tuple[str, ...] = ()
    chapter: str
    section: str = ""
    heading: str = ""
    number: str = ""
    text: str = ""
    picture: str = ""
    shelf: str = ""
    key: str = ""
    fields: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """How people call it: number and heading, or the section or chapter it is in."""
        said = " ".join(part for part in (self.number, self.heading) if part)
        return said or self.section or self.chapter


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPicture:
    """A picture in the report.

    Attributes:
        name: the field that holds it, such as `beeld_gezin`.
        svg: the drawing; it draws nothing from elsewhere.
        alt: what is on it, in a sentence.
        width, height: in the sheet's own units.
    """

    name: str
    svg: str
    alt: str
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The report as it was at one moment, in the order of the Word file."""

    paragraphs: tuple[Paragraph, ...] = ()
    pictures: tuple[DraftPicture, ...] = ()

    def get(self, paragraph: str) -> Paragraph | None:
        """Return a paragraph by its id."""
        return next((one for one in self.paragraphs if one.id == paragraph), None)
