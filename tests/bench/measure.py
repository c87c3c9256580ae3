"""All measurements of one run, in one table."""

import os
import platform
import sys
import time
from collections.abc import Iterator

from tests.bench.arriving import cold_start_rows, first_load_rows, new_line_rows
from tests.bench.attack import attack_rows, country_rows
from tests.bench.browser import chromium
from tests.bench.clicking import click_rows
from tests.bench.crowding import crowd_rows
from tests.bench.following import following_rows
from tests.bench.halfday import halfday_rows
from tests.bench.region import region_rows
from tests.bench.screens import script_rows
from tests.bench.served import fill, folder, measured_server
from tests.bench.table import Row, print_table
from tests.bench.working import load_rows, report_rows


def _all_rows() -> Iterator[Row]:
    yield from load_rows()
    yield from report_rows()
    yield from region_rows()
    yield from attack_rows()
    yield from country_rows()
    with folder() as data:
        address = f"sqlite:///{data / 'casussen.db'}"
        fill(address)
        with measured_server(data, address) as server:
            yield from script_rows(server)
            with chromium() as browser:
                yield from click_rows(browser, server)
                yield from first_load_rows(browser, server)
                yield from new_line_rows(browser, server)
                yield from following_rows(browser, server, address)
        with chromium() as browser:
            yield from cold_start_rows(browser)
        with measured_server(data, address) as server:
            yield from halfday_rows(server, address)
        with measured_server(data, address) as server:
            yield from crowd_rows(server)


def _machine() -> str:
    load = os.getloadavg()[0]
    processors, python = os.cpu_count(), platform.python_version()
    return f"{processors} processors, Python {python}, {platform.system()}, load {load:.1f}"


def main() -> None:
    """Measure, then print the machine, the table and how long it took."""
    before, began = _machine(), time.monotonic()
    rows: list[Row] = []
    try:
        for row in _all_rows():
            print(f"{row.what}, {row.size}", file=sys.stderr)
            rows.append(row)
    finally:  # what was measured is shown, also when something broke halfway
        print(f"{before} before, {os.getloadavg()[0]:.1f} after")
        print_table(rows)
    print(f"measured in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
