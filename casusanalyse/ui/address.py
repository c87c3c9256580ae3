"""Where other devices find this computer, when it listens to the network at all."""

import socket
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from casusanalyse.settings import read_settings

_TOWARDS = ("192.168.255.255", "10.255.255.255", "172.31.255.255", "192.0.2.1")
"""Addresses of networks at home, at work and in documents; nothing is sent to them."""

_ALONE = "127.0.0.1"


def own_address() -> str | None:
    """Return the address of this computer on its network, such as `192.168.1.7`, or None."""
    return next((one for one in _addresses() if not ip_address(one).is_loopback), None)


def listens_to_network() -> bool:
    """Tell whether other devices could reach this computer."""
    listens_at: str | None = st.get_option("server.address")
    return listens_at != _ALONE


def shared_address() -> str | None:
    """Return address and port for other devices; None when there is no network to share."""
    own = own_address() if listens_to_network() else None
    return f"{own}:{st.get_option('server.port')}" if own else None


def links_base() -> str:
    """Return where personal links lead: scheme and host, without a page.

    The address somebody set comes first, then the one this browser came by; one that only
    works on this computer gives way to the one on the network.
    """
    came = urlsplit(st.context.url or "")
    here = urlunsplit((came.scheme, came.netloc, "", "", ""))
    shared = None if works_elsewhere(here) else shared_address()
    there = urlunsplit(("http", shared, "", "", "")) if shared else here
    return read_settings().address or there


def works_elsewhere(address: str) -> bool:
    """Tell whether another computer can follow a link to this address."""
    host = urlsplit(address).hostname or ""
    try:
        return not ip_address(host).is_loopback
    except ValueError:
        return host not in {"", "localhost"}


def _addresses() -> Iterator[str]:
    for far in _TOWARDS:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as door:
            try:
                door.connect((far, 9))  # only chooses the way; a datagram is not a call
            except OSError:
                continue
            yield door.getsockname()[0]
    try:
        yield from socket.gethostbyname_ex(socket.gethostname())[2]
    except OSError:
        return
