"""How often a wrong link comes from somewhere; in memory only, and soon forgotten."""

from collections import OrderedDict, deque
from datetime import datetime, timedelta
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network
from typing import TypeVar

T = TypeVar("T")

MOST_WRONG = 10
"""Wrong links from one place in `WINDOW`; after that no link from there is looked at."""

WINDOW = timedelta(minutes=1)
_MOST_PLACES = 10_000
_HOME = 64
"""Bits of an IPv6 address that one home or office shares."""


class Guesses:
    """Who tries links; a link that worked here before is never held up by somebody else."""

    def __init__(self) -> None:
        self._wrong: OrderedDict[str, deque[datetime]] = OrderedDict()
        self._right: OrderedDict[str, None] = OrderedDict()

    def may_try(self, place: str, token: str, now: datetime) -> bool:
        """Tell whether a link from a place is looked at.

        Args:
            place: see `place_of`.
            token: of the link.
            now: aware, UTC.
        """
        if _print(token) in self._right:
            return True
        recent = [at for at in self._wrong.get(place, ()) if at > now - WINDOW]
        return len(recent) < MOST_WRONG

    def note_wrong(self, place: str, token: str, now: datetime) -> None:
        """Count a link that opened nothing."""
        self._right.pop(_print(token), None)
        self._wrong.setdefault(place, deque(maxlen=MOST_WRONG)).append(now)
        _shorten(self._wrong, place)

    def note_right(self, token: str) -> None:
        """Remember a link that worked."""
        self._right[_print(token)] = None
        _shorten(self._right, _print(token))


def place_of(address: str) -> str:
    """Return where an address is: itself, or the network of a home for IPv6."""
    try:
        found = ip_address(address)
    except ValueError:
        return ""
    if not isinstance(found, IPv6Address):
        return str(found)
    return str(found.ipv4_mapped or ip_network((found, _HOME), strict=False))


def _print(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _shorten(known: OrderedDict[str, T], newest: str) -> None:
    known.move_to_end(newest)
    if len(known) > _MOST_PLACES:
        known.popitem(last=False)
