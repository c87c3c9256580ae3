"""What a region does without screens: fill invented regions, and swap snapshots."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count
from time import perf_counter

from casusanalyse.command.disk import data_of, lay_down
from casusanalyse.content.text import counted, text
from casusanalyse.domain.exchange import fingerprint
from casusanalyse.settings import Settings, read_settings
from casusanalyse.ui.clock import now
from casusanalyse.usecases.cases import open_store
from casusanalyse.usecases.exchange import LARGEST_SNAPSHOT, export_snapshot, take_in
from casusanalyse.usecases.invented import invent_regions, take_invented_away
from casusanalyse.usecases.region import RegionDesk


def region(chosen: Namespace) -> None:
    """Carry out what was asked of the region."""
    {"momentopname": _send, "inlezen": _take}[chosen.deed](chosen)


def _send(chosen: Namespace) -> None:
    """Write the newest snapshot to a file, signed."""
    settings = read_settings()
    with _desk(settings) as desk:
        signed = export_snapshot(desk, settings.data_folder, chosen.naam)
    lay_down(chosen.naar, signed.text.encode())
    facts = {"number": signed.snapshot.number, "region": signed.snapshot.region}
    told = fingerprint(signed.public_key)
    print(text("command.region_sent", **facts, file=chosen.naar, fingerprint=told))


def _take(chosen: Namespace) -> None:
    """Take in the snapshot of another region."""
    settings = read_settings()
    data = data_of(chosen.file, LARGEST_SNAPSHOT)
    with _desk(settings) as desk:
        snapshot = take_in(desk, settings.data_folder, data, chosen.vingerafdruk)
    print(text("command.region_taken", number=snapshot.number, region=snapshot.region))


@contextmanager
def _desk(settings: Settings) -> Iterator[RegionDesk]:
    name, national = settings.region, settings.national
    with closing(open_store(settings)) as store:
        yield RegionDesk(cases=store, region=name, national=national, now=now())


def invent(chosen: Namespace) -> None:
    """Fill regions with invented cases, or take all of those away; print how far it is."""
    if chosen.weg:
        _take_away()
    else:
        _fill(chosen)


def _take_away() -> None:
    names: list[str] = []
    take_invented_away(read_settings(), tell=names.append)
    print(counted("command.invented_gone", len(names)))


def _fill(chosen: Namespace) -> None:
    began, numbers = perf_counter(), count(1)

    def tell(name: str) -> None:
        facts = {"number": next(numbers), "all": chosen.regios, "region": name}
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
