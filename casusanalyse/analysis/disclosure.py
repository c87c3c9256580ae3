"""Which numbers a region can show, so that what it hides cannot be computed back."""

from collections.abc import Iterable, Mapping, Sequence

from casusanalyse.analysis.attack import Attack, Narrow, Tell
from casusanalyse.analysis.attack_tables import Published
from casusanalyse.analysis.rounding import rounded
from casusanalyse.analysis.tally import Tally
from casusanalyse.domain.snapshot import Count, Cut, Rules, What

_LOSS = (What.PAIR, What.HELPED, What.LAYER, What.FIGURE, What.CODE, What.ALL)
_LOSS_OF_CUT = (Cut.QUARTER, Cut.MUNICIPALITY, Cut.STAY, Cut.FRAME, Cut.YEAR, None)
"""What is missed least comes first."""


def large_enough(tally: Tally, rules: Rules) -> dict[Count, int]:
    """Return the rounded numbers from the threshold on, before anything else is hidden."""
    shown = ((count, rounded(number, rules)) for count, number in tally.numbers.items())
    return {count: number for count, number in shown if number is not None}


def disclosed(
    tally: Tally, quarter: str, rules: Rules, earlier: Sequence[Published], tell: Tell
) -> dict[Count, int]:
    """Return the numbers that can be shown: rounded, and safe from the attack.

    Every time the attack succeeds, one of the numbers it leaned on is hidden as well: the one
    that is missed least. Hiding only ever makes the attacker know less, so this ends.

    Args:
        tally: the true numbers now.
        quarter: in which the snapshot is made.
        rules: of the region.
        earlier: what was published before, the oldest first.
        tell: hears which share is settled.
    """
    shown = large_enough(tally, rules) if tally.cases >= rules.threshold else {}
    now = Published(
        codes=tally.codes,
        parts=tally.parts,
        quarter=quarter,
        shown=shown,
        rules=rules,
        truth=tally.numbers,
    )
    attack = Attack([*earlier, now], tell)
    while shown and (found := attack.plain() or attack.narrow()):
        missed = _least_missed(found, shown)
        attack.hide(missed)
        shown = {count: number for count, number in shown.items() if count not in missed}
    return shown


def _least_missed(found: Iterable[Narrow], shown: Mapping[Count, int]) -> set[Count]:
    """Choose one number for every sum that is narrow; one that is chosen serves them all."""
    chosen: set[Count] = set()
    for one in found:
        if chosen.isdisjoint(one.leans_on):
            chosen.add(min(one.leans_on, key=lambda count: _loss(count, shown[count])))
    return chosen


def _loss(count: Count, number: int) -> tuple[int, int, int, str]:
    return _LOSS.index(count.what), _LOSS_OF_CUT.index(count.cut), number, str(count)
