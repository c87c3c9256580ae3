"""Making a snapshot safe: how long it takes, what it hides, what is computed back after all."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace

from casusanalyse.analysis.attack import Attack
from casusanalyse.analysis.attack_tables import Published
from casusanalyse.analysis.disclosure import candidate, disclosed
from casusanalyse.analysis.tally import tally
from casusanalyse.content.codebook import codes
from casusanalyse.domain.snapshot import Count, Rules
from casusanalyse.domain.summary import Summary
from casusanalyse.usecases.invented import invented_summaries
from tests.bench.table import Row

_SIZES = {200: (12, 10_000), 1_000: (20, 10_000), 2_000: (40, 10_000), 42_000: (600, 60_000)}
"""Cases in the first snapshot; how many come in before the second, and the aim in ms."""

_COUNTRIES = {(5, 40): 10_000, (42, 12): 10_000, (10, 100): 60_000}
"""Regions, cases in each, and the aim in ms."""

_QUARTER, _RULES = "2026-4", Rules()


def attack_rows() -> Iterator[Row]:
    """Measure with the whole code book: one snapshot, a second beside it, and what leaks."""
    for number, (new, aim) in _SIZES.items():
        cases = list(invented_summaries(number=number + new, seed=1, region_number=1))
        first, took = _made(cases[:number], ())
        yield _timed("snapshot", first, took, aim)
        yield from _leaks("snapshot", first)
        second, took = _made(cases, (first,))
        yield _timed("second snapshot", second, took, aim)
        yield from _leaks("second snapshot", first, second)
        yield from _leaks("hiding nothing more", _large(cases), most=None)


def country_rows() -> Iterator[Row]:
    """Measure the country beside its regions, each of which published by itself."""
    for (regions, number), aim in _COUNTRIES.items():
        cases = [
            list(invented_summaries(number=number, seed=1, region_number=at))
            for at in range(1, regions + 1)
        ]
        rows = [[_made(one, ())[0]] for one in cases]
        alone = _large([one for some in cases for one in some])
        began = time.perf_counter()
        made = replace(alone, shown=disclosed(alone, (), _told, rows))
        took = (time.perf_counter() - began) * 1_000
        what = f"country of {regions} regions"
        yield _timed(what, made, took, aim)
        yield from _leaks(what, made, regions=rows)
        if number == 40:
            yield from _leaks(f"{what}, hiding nothing more", alone, regions=rows, most=None)


def _made(cases: Sequence[Summary], earlier: Sequence[Published]) -> tuple[Published, float]:
    began = time.perf_counter()
    now = _large(cases)
    shown = disclosed(now, earlier, _told)
    return replace(now, shown=shown), (time.perf_counter() - began) * 1_000


def _large(cases: Sequence[Summary]) -> Published:
    return candidate(tally(cases, [code.id for code in codes()]), _QUARTER, _RULES)


def _timed(what: str, made: Published, took: float, aim: float) -> Row:
    hidden = len(made.truth) - len(made.shown)
    size = f"{made.truth[Count.read('all////')]} cases, {hidden} hidden"
    return Row(what=f"{what} made", size=size, values=[took], most=aim)


def _leaks(
    what: str,
    *snapshots: Published,
    regions: Sequence[Sequence[Published]] = (),
    most: float | None = 0,
) -> Iterator[Row]:
    """Count what an attacker who starts anew knows too well; looking stops at some twenty."""
    attack = Attack(snapshots, _told, regions)
    found = len({one.said for one in (*attack.plain(), *attack.narrow())})
    size = f"{snapshots[-1].truth[Count.read('all////')]} cases"
    yield Row(what=f"{what}, computed back", size=size, values=[found], unit="sums", most=most)


def _told(_share: float) -> None:
    """Nobody looks on."""
