"""Look up the Dutch sentences in nl/."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def page(noun: str) -> Mapping[str, Any]:
    """Return one whole page of content as plain data, such as the code book or the steps.

    Args:
        noun: file name without `.toml`.
    """
    file = files("casusanalyse.content") / "nl" / f"{noun}.toml"
    return tomllib.loads(file.read_text("utf-8"))


def text(key: str, **facts: object) -> str:
    """Return the sentence with its facts filled in.

    Args:
        key: file name and key, such as `feedback.open`.
        facts: values for the `{names}` in the sentence.

    Raises:
        KeyError: the sentence does not exist; a bug, which the house tests catch.
    """
    noun, _, name = key.partition(".")
    sentence: str = page(noun)[name]
    return sentence.format(**facts) if facts else sentence


def counted(key: str, number: int, **facts: object) -> str:
    """Return the sentence for one or for several, with `{number}` filled in.

    Args:
        key: key of the plural sentence; the singular stands under `<key>_one`.
        number: how many; 1 takes the singular, 0 the plural.
        **facts: values for the other `{names}` in the sentence.
    """
    return text(f"{key}_one" if number == 1 else key, number=number, **facts)
