"""What a region does without screens: fill invented regions, and swap snapshots."""

from argparse import Namespace
from itertools import count
from time import perf_counter

from casusanalyse.content.text import text
from casusanalyse.settings import read_settings
from casusanalyse.usecases.invented import invent_regions


def invent(chosen: Namespace) -> None:
    """Fill regions with invented cases, and print how far it is and how long it took."""
    began, numbers = perf_counter(), count(1)

    def tell(region: str) -> None:
        facts = {"number": next(numbers), "all": chosen.regios, "region": region}
        print(text("command.invented_filled", **facts), flush=True)

    invent_regions(
        read_settings(),
        regions=chosen.regios,
        cases=chosen.casussen,
        over_real_ones=chosen.toch,
        tell=tell,
    )
    took = f"{perf_counter() - began:.1f}".replace(".", ",")
    first = text("command.invented_name", number=1)
    total = chosen.regios * chosen.casussen
    print(text("command.invented_done", all=total, seconds=took, region=first))
