"""Which numbers a region can show, so that what it hides cannot be computed back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from casusanalyse.analysis.across import narrowing
from casusanalyse.analysis.attack import Attack, Narrow, Tell
from casusanalyse.analysis.attack_tables import Published
from casusanalyse.analysis.rounding import rounded
from casusanalyse.analysis.tally import Tally
from casusanalyse.domain.snapshot import Count, Cut, Rules, What

_LOSS = (What.PAIR, What.HELPED, What.LAYER, What.FIGURE, What.CODE, What.ALL)
_LOSS_OF_CUT = (Cut.QUARTER, Cut.MUNICIPALITY, Cut.STAY, Cut.FRAME, Cut.YEAR, None)
"""What is missed least comes first."""


_ALONE = 0.1
"""The share of the work that is done once the country is safe by itself."""


def large_enough(tally: Tally, rules: Rules) -> dict[Count, int]:
    """Return the rounded numbers from the threshold on, before anything else is hidden."""
    shown = ((count, rounded(number, rules)) for count, number in tally.numbers.items())
    return {count: number for count, number in shown if number is not None}


def candidate(tally: Tally, quarter: str, rules: Rules) -> Published:
    """Return what would be published when nothing but small numbers had to be hidden.

    Args:
        tally: the true numbers now; with fewer cases than the threshold nothing is shown.
        quarter: in which it is made.
        rules: of the region.
    """
    return Published(
        codes=tally.codes,
        parts=tally.parts,
        quarter=quarter,
        shown=large_enough(tally, rules) if tally.cases >= rules.threshold else {},
        rules=rules,
        truth=tally.numbers,
    )


def disclosed(
    now: Published,
    earlier: Sequence[Published],
    tell: Tell,
    regions: Sequence[Sequence[Published]] = (),
) -> dict[Count, int]:
    """Return the numbers that can be shown: rounded, and safe from the attack.

    Every time the attack succeeds, one of the numbers it leaned on is hidden as well: the one
    that is missed least. Hiding only ever makes the attacker know less, so this ends.

    Args:
        now: the candidate.
        earlier: what was published before, the oldest first.
        tell: hears which share is settled.
        regions: of the country: what each of them published, and last what it has now.
    """
    if regions:  # by itself first: what the country alone gives away is found soonest so
        now = replace(now, shown=disclosed(now, earlier, lambda share: tell(_ALONE * share)))
    known = narrowing(now.shown, now.rules, [row[-1] for row in regions])
    shown = {count: number for count, number in now.shown.items() if count not in known}
    attack = Attack([*earlier, replace(now, shown=shown)], _rest_of(tell, regions), regions)
    while shown and (found := attack.plain() or attack.narrow()):
        missed = _least_missed(found, shown)
        attack.hide(missed)
        shown = {count: number for count, number in shown.items() if count not in missed}
    return shown


def _rest_of(tell: Tell, regions: Sequence[object]) -> Tell:
    """Return what hears of the share that is left after the country by itself."""
    return (lambda share: tell(_ALONE + (1 - _ALONE) * share)) if regions else tell


def _least_missed(found: Iterable[Narrow], shown: Mapping[Count, int]) -> set[Count]:
    """Choose one number for every sum that is narrow; one that is chosen serves them all."""
    chosen: set[Count] = set()
    for one in found:
        if chosen.isdisjoint(one.leans_on):
            chosen.add(min(one.leans_on, key=lambda count: _loss(count, shown[count])))
    return chosen


def _loss(count: Count, number: int) -> tuple[int, int, int, str]:
    return _LOSS.index(count.what), _LOSS_OF_CUT.index(count.cut), number, str(count)
