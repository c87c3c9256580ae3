"""Phones that lie on the table: each asks every 2.5 seconds what is asked.

Runs as a process of its own, so that it does not share an interpreter with anything measured:
`python -m tests.bench.phones ADDRESS CODE HOW_MANY` joins, prints a line when all have joined,
and goes on until it is stopped.
"""

import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

from casusanalyse.domain.change import Put, Remove
from casusanalyse.domain.devices import PhoneQuestion
from casusanalyse.store.cases import CaseStore
from casusanalyse.usecases.desk import Desk, new_key
from casusanalyse.usecases.phones import ask_phones, close_phones, open_phones

PHONES = 30
EVERY = 2.5
_FORM = "application/x-www-form-urlencoded"


@contextmanager
def phones_open(database: str, reference: str, server: str) -> Iterator[str]:
    """Ask the phones how people sit there; yields the code, with which all of them can join.

    There are as many people at the table as phones: a phone more than a few is refused.
    """
    with closing(CaseStore(database)) as store:
        desk = Desk(cases=store, reference=reference, now=datetime.now(UTC))
        first = desk.case().participants[0]
        others = (replace(first, key=new_key(), version=0) for _ in range(PHONES))
        seated = desk.write("add_participant", *map(Put, others))
        try:
            code = open_phones(desk, server).code
            ask_phones(desk, PhoneQuestion.CHECK_IN)
            yield code
        finally:
            close_phones(desk)
            desk.write("remove_participant", *map(Remove, seated))


def joined(server: str, code: str) -> dict[str, str]:
    """Let a phone take part; return the headers that it sends from then on.

    Raises:
        RuntimeError: it was not let in; what is measured would then mean nothing.
    """
    with closing(HTTPConnection(urlsplit(server).netloc)) as line:
        form = urlencode({"code": code})
        line.request("POST", "/telefoon/mee", form, {"Content-Type": _FORM})
        ticket, _, _ = line.getresponse().headers.get("set-cookie", "").partition(";")
    if not ticket:
        raise RuntimeError("a phone was not let in")
    return {"Cookie": ticket}


def _wait(server: str, phone: dict[str, str]) -> None:
    line = HTTPConnection(urlsplit(server).netloc)
    while True:
        line.request("GET", "/telefoon/stand", headers=phone)
        line.getresponse().read()
        time.sleep(EVERY)


if __name__ == "__main__":
    where, session_code, how_many = sys.argv[1:]
    phones = [joined(where, session_code) for _ in range(int(how_many))]
    print("joined", flush=True)
    with ThreadPoolExecutor(max_workers=len(phones)) as table:
        list(table.map(lambda phone: _wait(where, phone), phones))
