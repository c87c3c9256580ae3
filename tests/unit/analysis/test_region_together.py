from math import hypot

import pytest

from casusanalyse.analysis.region_together import Tied, circle, tied_codes
from tests.snapshots import CODES, REGION, a_snapshot


def test_the_published_pairs_among_the_codes_seen_most_are_ties() -> None:
    assert tied_codes(REGION, ("AK1", "KG5", "SH7", "RO3", "SH2"), most=3) == (
        Tied("KG5", "RO3", 20),
        Tied("RO3", "AK1", 15),
    )


def test_hidden_pairs_and_hidden_codes_have_no_tie() -> None:
    assert tied_codes(a_snapshot(seen={"KG5": 25, "RO3": 25}), CODES, most=8) == ()
    ties = tied_codes(REGION, CODES, most=8)
    assert {tie.number for tie in ties} <= set(REGION.shown.values())


def test_every_tied_code_gets_a_place_of_its_own_on_the_circle() -> None:
    ties = tied_codes(REGION, CODES, most=8)
    spots = circle(ties)
    assert set(spots) == {code for tie in ties for code in tie[:2]}
    assert len({(round(x, 6), round(y, 6)) for x, y in spots.values()}) == len(spots)
    assert all(abs(hypot(*at) - 1) < 1e-9 for at in spots.values())


def test_the_same_ties_always_give_the_same_circle() -> None:
    ties = tied_codes(REGION, CODES, most=8)
    assert circle(ties) == circle(ties)
    assert circle(()) == {}


def test_those_seen_together_most_stand_beside_each_other() -> None:
    ties = [
        *(Tied("a", "b", 50), Tied("c", "d", 50), Tied("e", "f", 50)),
        *(Tied("b", "c", 5), Tied("d", "e", 5), Tied("f", "a", 5)),
        *(Tied("a", "d", 2), Tied("b", "e", 2), Tied("c", "f", 2)),
    ]
    spots = circle(ties)

    def apart(one: str, other: str) -> float:
        return hypot(*(a - b for a, b in zip(spots[one], spots[other], strict=True)))

    nearest = min(apart("a", other) for other in "bcdef")
    assert [apart(*pair) for pair in ("ab", "cd", "ef")] == pytest.approx([nearest] * 3)
