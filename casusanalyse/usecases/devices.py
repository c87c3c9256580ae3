"""A second computer: the chair makes a code, the other computer types it, and it is let in."""

from datetime import datetime

from casusanalyse.domain.devices import CODE_LIFETIME, Device, DeviceRole
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.codes import new_code, new_token, read_code, tried
from casusanalyse.usecases.desk import Desk, new_key

DEVICE_COOKIE = "casusanalyse_apparaat"
"""Where a second computer keeps its token."""

HERE = "x-casusanalyse-hier"
"""Header by which our own door tells the screens that a request is from this computer."""


def make_code(desk: Desk, role: DeviceRole) -> str:
    """Return a code that lets one computer in, once, within ten minutes.

    Raises:
        Refusal: `chair_only`, `unknown_case`.
    """
    desk.refuse_others()
    code = new_code()
    expires_at = desk.now + CODE_LIFETIME
    desk.cases.devices.put_code(desk.reference, role, code, expires_at=expires_at)
    return code


def redeem(store: CaseStore, typed: str, now: datetime) -> str:
    """Let the computer in that shows a code.

    Args:
        store: the cases of this installation.
        typed: the code as somebody typed it.
        now: aware, UTC.

    Returns:
        The token this computer shows from now on.

    Raises:
        Refusal: `code_wrong`, always the same.
    """
    token, key, code = new_token(), new_key(), read_code(typed)
    tried(store, now, lambda: store.devices.spend_code(code, token, key, now))
    return token


def device_of(store: CaseStore, token: str | None, now: datetime) -> Device | None:
    """Return the computer that shows a token; None when it is not paired (any more)."""
    return store.devices.get(token, now) if token else None


def devices_of(desk: Desk) -> tuple[Device, ...]:
    """Return the computers that take part in the case on the desk."""
    return desk.cases.devices.of(desk.reference, desk.now)


def unpair(desk: Desk, key: str) -> None:
    """Send a computer away; from its next request on it is a stranger.

    Raises:
        Refusal: `chair_only`, `unknown_case`.
    """
    desk.refuse_others()
    desk.cases.devices.remove(desk.reference, key)


def leave(store: CaseStore, token: str) -> None:
    """Let a computer go by itself."""
    store.devices.leave(token)
