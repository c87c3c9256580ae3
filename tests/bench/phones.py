"""Phones that lie on the table: each asks every 2.5 seconds what is asked.

Runs as a process of its own, so that it does not share an interpreter with anything measured:
`python -m tests.bench.phones ADDRESS CODE HOW_MANY` joins, prints a line when all have joined,
and goes on until it is stopped.
"""

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener

_EVERY = 2.5


def _joined(address: str, code: str) -> OpenerDirector:
    phone = build_opener(HTTPCookieProcessor(CookieJar()))
    phone.open(f"{address}/telefoon/mee", urlencode({"code": code}).encode()).read()
    return phone


def _wait(phone: OpenerDirector, address: str) -> None:
    while True:
        phone.open(f"{address}/telefoon/stand").read()
        time.sleep(_EVERY)


if __name__ == "__main__":
    where, session_code, how_many = sys.argv[1:]
    phones = [_joined(where, session_code) for _ in range(int(how_many))]
    print("joined", flush=True)
    with ThreadPoolExecutor(max_workers=len(phones)) as table:
        list(table.map(lambda phone: _wait(phone, where), phones))
