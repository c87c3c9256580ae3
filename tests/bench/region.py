"""Forty-two regions of a thousand cases on one PostgreSQL server, beside plain SQL.

Nothing is hidden by the attack here: more numbers are shown than a region would publish, so the
screens have more to draw.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import psycopg
from sqlalchemy import make_url

from casusanalyse.analysis.disclosure import large_enough
from casusanalyse.analysis.tally import Tally, tally
from casusanalyse.content.codebook import codes
from casusanalyse.domain.snapshot import Rules, Snapshot
from casusanalyse.settings import Settings
from casusanalyse.store.cases import CaseStore
from casusanalyse.store.isolation import ALL_REGIONS
from casusanalyse.usecases.invented import invent_regions
from tests.bench.crowding import clicks
from tests.bench.screens import EMPTY, runs
from tests.bench.served import fill, folder, measured_server, reference
from tests.bench.table import Row, grown
from tests.postgres import OWNER, Server, running_server

_REGIONS, _CASES = 42, 1_000
_FEW = 200
_FIRST = "Voorbeeldregio 1"
_REGION_AIM, _NATIONAL_AIM, _LOAD_AIM = 200.0, 300.0, 60.0
_USERS, _SECONDS = 8, 10.0
_LOADS = 30

_SEEN = """
    SELECT one ->> 'code' AS code, one ->> 'layer' AS layer, count(*)
    FROM summary, jsonb_array_elements(body::jsonb -> 'codes') one
    WHERE region = ANY (%s) GROUP BY GROUPING SETS ((1), (1, 2))
"""
_TOGETHER = """
    WITH seen AS (
        SELECT key, one ->> 'code' AS code
        FROM summary, jsonb_array_elements(body::jsonb -> 'codes') one WHERE region = ANY (%s)
    )
    SELECT a.code, b.code, count(*) FROM seen a JOIN seen b USING (key)
    WHERE a.code < b.code GROUP BY 1, 2
"""
"""What the heart of the screen shows: codes, their layers, and which are seen together."""


def region_rows() -> Iterator[Row]:
    """Measure filling, counting, the screens, eight users, and the price of policies."""
    with running_server() as server, folder() as data:
        address = server.new_database()
        yield _filling(data, address)
        counted = _counted(address, _bare(server, address))
        yield from counted.values()
        for few, many in pairwise(counted.values()):
            times = int(many.size.split()[0]) / int(few.size.split()[0])
            size = f"{few.size.split()[0]} to {many.size}"
            yield grown("counting, growth", size, few, many, times=times)
        _publish_all(address)
        yield from _screen(data, address, counted[1].floor, REGIO=_FIRST)
        yield from _screen(data, address, counted[_REGIONS].floor, LANDELIJK="ja")
        yield from _policies(server)
    yield _laptop()


def _regions(number: int) -> tuple[str, ...]:
    return tuple(f"Voorbeeldregio {one}" for one in range(1, number + 1))


def _bare(server: Server, address: str) -> str:
    """Return where the same database is for a role that policies do not hold for."""
    url = make_url(address).set(username=OWNER, drivername="postgresql")
    return url.render_as_string(hide_password=False)


def _filling(data: Path, address: str) -> Row:
    settings = Settings(data_folder=data, database_url=address)
    began = time.perf_counter()
    invent_regions(
        settings, regions=_REGIONS, cases=_CASES, over_real_ones=False, tell=lambda _name: None
    )
    took = [time.perf_counter() - began]
    size = f"{_REGIONS} x {_CASES} cases"
    return Row(what="invented regions", size=size, values=took, unit="s", most=_LOAD_AIM)


def _counted(address: str, bare: str) -> dict[int, Row]:
    """Count everything a snapshot can publish, for more and more regions."""
    rows = {}
    with closing(CaseStore(address, ALL_REGIONS)) as store:
        for number in (1, 10, _REGIONS):
            asked = _regions(number)
            rows[number] = Row(
                what="counting for a snapshot",
                size=f"{number * _CASES} cases",
                values=[_timed(lambda asked=asked: _tally(store, asked)) for _ in range(2)],
                floor=[_asked(bare, asked)],
            )
    return rows


def _publish_all(address: str) -> None:
    for keeper, number in ((ALL_REGIONS, _REGIONS), (_FIRST, 1)):
        with closing(CaseStore(address, keeper)) as store:
            _publish(store, keeper, _tally(store, _regions(number)))


def _tally(store: CaseStore, regions: tuple[str, ...]) -> Tally:
    ids = [code.id for code in codes()]
    if len(regions) == _REGIONS:
        return tally(store.summaries.all(None), ids)
    return tally((one for name in regions for one in store.summaries.all(name)), ids)


def _publish(store: CaseStore, keeper: str, counted: Tally) -> None:
    shown = large_enough(counted, Rules())
    snapshot = Snapshot(
        region=keeper,
        number=1,
        made_at=datetime(2026, 10, 1, tzinfo=UTC),
        quarter="2026-4",
        codes=counted.codes,
        parts=counted.parts,
        shown={str(count): number for count, number in shown.items()},
    )
    store.snapshots.add(keeper, snapshot, frozenset())


def _asked(bare: str, regions: tuple[str, ...]) -> float:
    """Time the plain SQL of the same question, over a connection that stands."""
    with psycopg.connect(bare) as connection:
        connection.execute("SELECT 1")

        def ask() -> None:
            for query in (_SEEN, _TOGETHER):
                connection.execute(query, [list(regions)]).fetchall()

        return _timed(ask)


def _screen(data: Path, address: str, floor: Sequence[float], **settings: str) -> Iterator[Row]:
    """Measure the screen alone, and with eight who click every three seconds."""
    national = "LANDELIJK" in settings
    who, most = ("national", _NATIONAL_AIM) if national else ("region", _REGION_AIM)
    size = f"{_REGIONS * _CASES if national else _CASES} cases"
    with measured_server(data, address, **settings) as server:
        values = runs(server, "regio", "")
        yield Row(what=f"script {who}", size=size, values=values, floor=floor, most=most)
        empty = runs(server, *EMPTY)
        yield Row(what=f"script {who}, empty page", size=size, values=values, floor=empty)
        took = clicks(server, _USERS, _SECONDS, "regio")
        nothing = clicks(server, _USERS, _SECONDS, "?leeg=1")
        for word, is_p95 in (("median", False), ("p95", True)):
            what = f"click {who}, {_USERS} users, {word}"
            yield Row(what=what, size=size, values=took, floor=nothing, most=most, p95=is_p95)


def _laptop() -> Row:
    """Measure the screen of a region on one computer, with SQLite."""
    with folder() as data:
        address = f"sqlite:///{data / 'casussen.db'}"
        settings = Settings(data_folder=data, database_url=address)
        invent_regions(
            settings, regions=1, cases=_FEW, over_real_ones=False, tell=lambda _name: None
        )
        with closing(CaseStore(address)) as store:
            _publish(store, _FIRST, _tally(store, _regions(1)))
        with measured_server(data, address, REGIO=_FIRST) as server:
            empty, values = runs(server, *EMPTY), runs(server, "regio", "")
    what, size = "script region, SQLite", f"{_FEW} cases"
    return Row(what=what, size=size, values=values, floor=empty, most=_REGION_AIM)


def _policies(server: Server) -> Iterator[Row]:
    """Load a case as the plain role, beside a role that policies do not hold for."""
    address = server.new_database()
    fill(address, (500,))
    free = address.replace(make_url(address).username or "", OWNER, 1)
    with closing(CaseStore(address)) as kept, closing(CaseStore(free)) as open_to_all:
        pairs = [(_loaded(open_to_all), _loaded(kept)) for _ in range(_LOADS)]
    without, with_them = zip(*pairs, strict=True)
    what = "case load, regions apart"
    yield Row(what=what, size="500 events", values=with_them, floor=without, times=2)


def _loaded(store: CaseStore) -> float:
    return _timed(lambda: store.get(reference(500)))


def _timed(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return (time.perf_counter() - began) * 1000
