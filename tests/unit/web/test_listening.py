import socket

import pytest

from casusanalyse.web.listening import answer_at_once

LOCAL = {socket.AF_INET: "127.0.0.1", socket.AF_INET6: "::1"}


def at_once(connection: socket.socket) -> bool:
    return connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0


@pytest.mark.parametrize("family", LOCAL)
def test_whoever_comes_in_afterwards_is_answered_at_once(family):
    with socket.socket(family) as door:  # as the platform makes it: without naming TCP
        try:
            door.bind((LOCAL[family], 0))
        except OSError:
            pytest.skip("this computer does not have this kind of address")
        door.listen()
        answer_at_once()
        with socket.create_connection(door.getsockname()[:2]), door.accept()[0] as connection:
            assert at_once(connection)


def test_sockets_that_let_nobody_in_stay_as_they_are():
    with socket.socket() as calling, socket.socket(type=socket.SOCK_DGRAM) as letters:
        closed = socket.socket()
        closed.close()
        answer_at_once()
        assert [at_once(calling), letters.fileno() >= 0, closed.fileno()] == [False, True, -1]
