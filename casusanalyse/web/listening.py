"""The socket on which the server listens."""

import gc
import socket


def answer_at_once() -> None:
    """Let every answer leave at once, instead of about 40 ms later.

    The platform makes its socket without naming TCP. asyncio then leaves Nagle's algorithm on,
    which keeps the body of every answer back until the visitor confirmed its head.
    Connections take the option over from the socket on which they came in.

    Source: issue 3149 of uvicorn, "loses TCP_NODELAY".
    """
    for listening in _listening():
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _listening() -> list[socket.socket]:
    """Return the open sockets that wait for visitors; the platform hands them to nobody."""
    known = (one for one in gc.get_objects() if issubclass(type(one), socket.socket))
    return [one for one in known if one.fileno() >= 0 and _waits_for_visitors(one)]


def _waits_for_visitors(one: socket.socket) -> bool:
    on_network = one.family in {socket.AF_INET, socket.AF_INET6}
    return on_network and bool(one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
