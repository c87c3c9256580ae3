"""Invented regions for the tests of counting and hiding: few codes, many cases."""

from collections.abc import Sequence
from dataclasses import replace

from casusanalyse.analysis.attack import Attack, Narrow
from casusanalyse.analysis.attack_tables import Published
from casusanalyse.analysis.disclosure import candidate, disclosed
from casusanalyse.analysis.tally import Tally, tally
from casusanalyse.domain.snapshot import Rules
from casusanalyse.domain.summary import Summary
from casusanalyse.usecases.invented import invented_summaries

CODES = ("AK1", "KG1", "KG5", "RO3", "RO7", "D14", "W5", "W9", "C4")
QUARTER = "2026-4"


class Loose(Rules):
    """Rules that may be looser than the method's, to show what each of them is for."""

    def __post_init__(self) -> None:
        """Refuse nothing."""


def some_cases(number: int, seed: int) -> list[Summary]:
    return list(invented_summaries(number=number, seed=seed, region_number=1))


def counted(cases: Sequence[Summary]) -> Tally:
    return tally(cases, CODES)


def told(_share: float) -> None:
    """Nobody looks on."""


def safe(
    cases: Sequence[Summary], *earlier: Published, rules: Rules | None = None
) -> Published:
    """What a region publishes."""
    rules = rules or Rules()
    now = careless(cases, rules)
    return replace(now, shown=disclosed(now, earlier, told))


def careless(cases: Sequence[Summary], rules: Rules | None = None) -> Published:
    """What a region would publish that hides small numbers and looks no further."""
    rules = rules or Rules()
    return candidate(counted(cases), QUARTER, rules)


def attacked(*snapshots: Published) -> list[Narrow]:
    """Everything an attacker who starts anew knows too well."""
    attack = Attack(snapshots, told)
    return [*attack.plain(), *attack.narrow()]
