"""The Dutch labels of the fixed words of the method."""

import re
from enum import StrEnum

from casusanalyse.content.text import page


def label(word: StrEnum) -> str:
    """Return the Dutch label of a fixed word, in lower case."""
    name: str = page("vocabulary")[_table(type(word))][word.value]
    return name


def labels(kind: type[StrEnum]) -> dict[str, str]:
    """Return the Dutch label of every value of a kind, in the order of the kind."""
    return {word.value: label(word) for word in kind}


def _table(kind: type[StrEnum]) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()
