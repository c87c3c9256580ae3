"""Freezing what the released cases of a region show together, once it is safe to show."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from casusanalyse.analysis.attack import Tell
from casusanalyse.analysis.disclosure import candidate, disclosed
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.round import dutch_day
from casusanalyse.domain.snapshot import Rules, Snapshot
from casusanalyse.domain.summary import Quarter, Summary, is_invented
from casusanalyse.settings import Settings
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.published import beside, counted, published
from casusanalyse.usecases.region import RegionDesk


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether a snapshot can be made now.

    Attributes:
        cases: that released something.
        new: of those, how many the newest snapshot did not count.
        missing: how many new ones it still takes; 0 when it can be made.
    """

    cases: int
    new: int
    missing: int


def rules_of(settings: Settings) -> Rules:
    """Return the rules of this installation.

    Raises:
        Refusal: `rules_looser` when they are looser than the method's.
    """
    chosen = {
        name: number
        for name in ("threshold", "rounding", "batch")
        if (number := int(getattr(settings, name)))
    }
    return Rules(**chosen)


def readiness(desk: RegionDesk, rules: Rules) -> Readiness:
    """Return whether a snapshot can be made now, and what it still takes."""
    return _readiness(desk.cases.summaries.keys(desk.feeders), _counted(desk), rules)


def _counted(desk: RegionDesk) -> frozenset[str]:
    members = desk.cases.snapshots.members(desk.keeper)
    return members[-1] if members else frozenset()


def _readiness(keys: Sequence[str], counted: frozenset[str], rules: Rules) -> Readiness:
    new = sum(key not in counted for key in keys)
    missing = max(rules.threshold - len(keys), rules.batch - new, 0)
    return Readiness(cases=len(keys), new=new, missing=missing)


def make_snapshot(desk: RegionDesk, rules: Rules, tell: Tell) -> Snapshot:
    """Count, hide what could point to a child, attack it, and freeze what is left.

    Args:
        desk: of the region.
        rules: for small numbers.
        tell: hears which share is done, from 0 to 1.

    Raises:
        Refusal: `too_few_cases` or `too_few_new` with how many are `missing`;
            `practice_mixed` when some cases are invented, here or in an earlier one;
            `changed_elsewhere` when somebody made one in the meantime.
    """
    summaries, earlier = tuple(_summaries(desk)), desk.cases.snapshots.all(desk.keeper)
    ready = _readiness([one.key for one in summaries], _counted(desk), rules)
    if ready.missing:
        raise Refusal("too_few_new" if earlier else "too_few_cases", missing=ready.missing)
    keys = frozenset(one.key for one in summaries)
    _refuse_mixed(keys.union(*desk.cases.snapshots.members(desk.keeper)))
    codes, quarter = book(desk), str(Quarter.of(dutch_day(desk.now)))
    now = counted(summaries, codes)
    before = [*published(desk, desk.keeper, summaries, codes)]
    regions = [*beside(desk, codes, quarter, rules)] if desk.national else ()
    shown = disclosed(candidate(now, quarter, rules), before, tell, regions)
    snapshot = Snapshot(
        region=desk.region,
        number=len(earlier) + 1,
        made_at=desk.now,
        quarter=quarter,
        codes=now.codes,
        parts=now.parts,
        shown={str(count): number for count, number in shown.items()},
        rules=rules,
        edition=str(codes.edition or ""),
    )
    desk.cases.snapshots.add(desk.keeper, snapshot, keys)
    return snapshot


def _refuse_mixed(keys: Iterable[str]) -> None:
    if len(set(map(is_invented, keys))) > 1:
        raise Refusal("practice_mixed")


def _summaries(desk: RegionDesk) -> Iterator[Summary]:
    return desk.cases.summaries.all(desk.feeders)
