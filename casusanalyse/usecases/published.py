"""What was published before, and the true numbers behind it while all its cases are here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from casusanalyse.analysis.attack_tables import Published
from casusanalyse.analysis.disclosure import candidate
from casusanalyse.analysis.rounding import rounded
from casusanalyse.analysis.tally import Tally, tally
from casusanalyse.content.codebook import Book
from casusanalyse.domain.snapshot import EVERYTHING, Count, Rules
from casusanalyse.domain.summary import SeenCode, Summary
from casusanalyse.usecases.region import RegionDesk


def counted(summaries: Iterable[Summary], codes: Book) -> Tally:
    """Count cases by the code book of a desk; a merged code counts as what it became."""
    counting = [one.id for one in codes.all if codes.current(one.id) == one.id]
    return tally((_current(one, codes) for one in summaries), counting)


def _current(summary: Summary, codes: Book) -> Summary:
    """Return a summary in which a merged code counts as what it was merged into."""
    return replace(summary, codes=tuple(_counting(one, codes) for one in summary.codes))


def _counting(seen: SeenCode, codes: Book) -> SeenCode:
    helped = tuple(map(codes.current, seen.helped))
    return replace(seen, code=codes.current(seen.code), helped=helped)


def published(
    desk: RegionDesk, region: str, summaries: Sequence[Summary], codes: Book
) -> Iterator[Published]:
    """Yield the snapshots of a region, the oldest first.

    Args:
        desk: that may read them.
        region: whose they are.
        summaries: its cases now.
        codes: by which it is counted.
    """
    members = desk.cases.snapshots.members(region)
    for snapshot, keys in zip(desk.cases.snapshots.all(region), members, strict=True):
        then = [one for one in summaries if one.key in keys]
        known = counted(then, codes).numbers if len(then) == len(keys) else {}
        shown = {Count.read(said): number for said, number in snapshot.shown.items()}
        yield Published(
            codes=snapshot.codes,
            parts=snapshot.parts,
            quarter=snapshot.quarter,
            shown=shown,
            rules=snapshot.rules,
            truth=known if set(shown) <= set(known) else {},
        )


def beside(
    desk: RegionDesk, codes: Book, quarter: str, rules: Rules
) -> Iterator[Sequence[Published]]:
    """Yield what every region of the country published, and last what it has now.

    Args:
        desk: of the country.
        codes: its code book.
        quarter: now.
        rules: of the country.
    """
    for region in desk.cases.summaries.regions():
        summaries = tuple(desk.cases.summaries.all(region))
        before = tuple(published(desk, region, summaries, codes))
        now = _unpublished(candidate(counted(summaries, codes), quarter, rules))
        yield before if before and _is_now(before[-1], now) else (*before, now)


def _unpublished(now: Published) -> Published:
    """Return cases of which nothing was told but, to whoever counts, how many there are."""
    shown = {count: number for count, number in now.shown.items() if count == EVERYTHING}
    return replace(now, shown=shown)


def _is_now(newest: Published, now: Published) -> bool:
    """Tell whether the newest snapshot counted just what is counted now, by the same codes."""
    same = newest.truth == now.truth
    return same and all(
        rounded(newest.truth[count], newest.rules) == number
        for count, number in newest.shown.items()
    )
