"""Several regions together, computed from nothing but what each of them published."""

from collections.abc import Iterator, Sequence

from casusanalyse.analysis.rounding import bounds_of
from casusanalyse.domain.exchange import Pool
from casusanalyse.domain.snapshot import Count, Snapshot


def pooled(snapshots: Sequence[Snapshot], count: Count) -> Pool:
    """Return a count over all regions; a region that hides it adds nothing.

    A published number was rounded, so each region adds the lowest number it can stand for; the
    sum is said in the roundest step of them all, so never finer than what was published.
    """
    lowest = list(_lowest(snapshots, count))
    step = max((one.rules.rounding for one in snapshots), default=1)
    return Pool(
        at_least=sum(lowest) // step * step,
        shown=len(lowest),
        hidden=len(snapshots) - len(lowest),
    )


def _lowest(snapshots: Sequence[Snapshot], count: Count) -> Iterator[int]:
    for one in snapshots:
        shown = one.get(count)
        if shown is not None:
            yield bounds_of(shown, one.rules)[0]
