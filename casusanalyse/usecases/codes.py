"""Codes that people read from one screen and type on another, and tokens nobody reads."""

import secrets
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from casusanalyse.domain.devices import CODE_LENGTH, CODE_SIGNS
from casusanalyse.domain.problems import Refusal
from casusanalyse.store.cases import CaseStore

T = TypeVar("T")

TOKEN_BYTES = 32


def new_code() -> str:
    """Return a random code; one of 47 million."""
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))


def new_token() -> str:
    """Return a random token that fits in a cookie."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def read_code(typed: str) -> str:
    """Return what somebody typed as a code: capitals, without spaces and dashes."""
    return "".join(typed.split()).replace("-", "").upper()[: CODE_LENGTH + 1]


def tried(store: CaseStore, now: datetime, attempt: Callable[[], T | None]) -> T:
    """Return what a code opens.

    After ten wrong codes in a minute no code is looked at for a while. The answer is always
    the same, so that it says nothing about why.

    Args:
        store: the cases of this installation.
        now: aware, UTC.
        attempt: looks at the code; None when it opens nothing.

    Raises:
        Refusal: `code_wrong`.
    """
    if store.devices.is_guessed_at(now):
        raise Refusal("code_wrong")
    found = attempt()
    if found is None:
        store.devices.note_wrong(now)
        raise Refusal("code_wrong")
    return found
