"""Where in the case the words of the report come from, so that a remark finds them again."""

from typing import Self


class Told(str):
    """Words for the report that know where in the case they come from.

    Attributes:
        anchor: see `anchor`.
    """

    __slots__ = ("anchor",)

    anchor: str

    def __new__(cls, words: str, anchor: str) -> Self:
        """Return words with their place in the case."""
        said = super().__new__(cls, words)
        said.anchor = anchor
        return said


def anchor(shelf: str, key: str, field: str = "") -> str:
    """Return the name of a field of a record, or of the whole record.

    It never follows from the place in a list, so it stays when the list changes.

    Args:
        shelf: such as `events`.
        key: of the record.
        field: of the record, as the domain calls it; empty for the whole record.
    """
    return "-".join(filter(None, (shelf, key, field)))


def told(words: str, shelf: str, key: str, field: str) -> Told:
    """Return the words of a field; empty ones too, since a reader may fill them in."""
    return Told(words, anchor(shelf, key, field))
