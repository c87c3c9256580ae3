"""Freezing what the released cases of a region show together, once it is safe to show."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from casusanalyse.analysis.across import narrowing
from casusanalyse.analysis.attack import Tell
from casusanalyse.analysis.attack_tables import Published
from casusanalyse.analysis.disclosure import disclosed
from casusanalyse.analysis.tally import Tally, tally
from casusanalyse.content.codebook import Book
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.round import dutch_day
from casusanalyse.domain.snapshot import Count, Rules, Snapshot
from casusanalyse.domain.summary import Quarter, SeenCode, Summary, is_invented
from casusanalyse.settings import Settings
from casusanalyse.usecases.codebook import book
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
    counted = _tally(summaries, codes)
    before = [*_published(desk, summaries, codes, earlier)]
    shown = disclosed(counted, quarter, rules, before, tell)
    if desk.national:
        known = narrowing(shown, rules, desk.cases.snapshots.newest_beside(desk.keeper))
        shown = {count: number for count, number in shown.items() if count not in known}
    snapshot = Snapshot(
        region=desk.region,
        number=len(earlier) + 1,
        made_at=desk.now,
        quarter=quarter,
        codes=counted.codes,
        parts=counted.parts,
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


def _tally(summaries: Iterable[Summary], codes: Book) -> Tally:
    counting = [one.id for one in codes.all if codes.current(one.id) == one.id]
    return tally((_current(one, codes) for one in summaries), counting)


def _current(summary: Summary, codes: Book) -> Summary:
    """Return a summary in which a merged code counts as what it was merged into."""
    return replace(summary, codes=tuple(_counting(one, codes) for one in summary.codes))


def _counting(seen: SeenCode, codes: Book) -> SeenCode:
    helped = tuple(map(codes.current, seen.helped))
    return replace(seen, code=codes.current(seen.code), helped=helped)


def _published(
    desk: RegionDesk, summaries: Sequence[Summary], codes: Book, earlier: Sequence[Snapshot]
) -> Iterator[Published]:
    """Yield the snapshots before, with the true numbers while all their cases are here."""
    members = desk.cases.snapshots.members(desk.keeper)
    for snapshot, keys in zip(earlier, members, strict=True):
        then = [one for one in summaries if one.key in keys]
        known = _tally(then, codes).numbers if len(then) == len(keys) else {}
        shown = {Count.read(said): number for said, number in snapshot.shown.items()}
        yield Published(
            codes=snapshot.codes,
            parts=snapshot.parts,
            quarter=snapshot.quarter,
            shown=shown,
            rules=snapshot.rules,
            truth=known if set(shown) <= set(known) else {},
        )
