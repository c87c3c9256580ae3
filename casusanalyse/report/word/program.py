"""A template as a program of a few kinds of steps: what to write, repeat and leave out."""

from dataclasses import dataclass, field

from casusanalyse.report.word.tag import Condition, Field, Loop


@dataclass(frozen=True, slots=True)
class Raw:
    """XML that goes into the report as it stands."""

    xml: str


@dataclass(frozen=True, slots=True)
class Fill:
    """A field inside the text of a run.

    Attributes:
        place: where it stands, in Dutch.
        room: width and height a picture may take here, in EMU.
    """

    field: Field
    place: str
    room: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Repeat:
    """Its body, once per item of a list."""

    loop: Loop
    place: str
    body: list["Step"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Choose:
    """One of its two bodies."""

    condition: Condition
    place: str
    body: list["Step"] = field(default_factory=list)
    otherwise: list["Step"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Anchored:
    """The inside of a paragraph, which gets a bookmark when there is something to react to.

    Attributes:
        name: of a field that stands alone outside a loop, or empty.
    """

    name: str
    body: list["Step"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Heading:
    """The inside of a heading, which the table of contents repeats.

    Attributes:
        level: 1 is a chapter.
        numbered: Word writes a number before it.
    """

    level: int
    numbered: bool
    body: list["Step"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Table:
    """A table, left out when it has no rows."""

    body: list["Step"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Cell:
    """The inside of a cell; gets an empty paragraph when it would end without one."""

    body: list["Step"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ContentsList:
    """The place of the table of contents.

    Attributes:
        styles: id of the paragraph style of each level, the first level first.
    """

    styles: tuple[str, ...]


Around = Anchored | Heading | Table | Cell
Step = Raw | Fill | Repeat | Choose | Around | ContentsList
