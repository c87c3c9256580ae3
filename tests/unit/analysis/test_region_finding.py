import pytest

from casusanalyse.analysis.region_finding import Finding, FindingKind, findings_of
from tests.snapshots import REGION, a_snapshot

PATTERNS = ("AK1", "KG5", "SH2", "SH7", "RO3")


def first(snapshot, codes=PATTERNS) -> Finding | None:
    return next(iter(findings_of(snapshot, codes)), None)


def test_two_patterns_that_are_seen_together_more_than_by_chance_come_first() -> None:
    found = first(REGION)
    assert found == Finding(FindingKind.TOGETHER, ("KG5", "RO3"), 20, 20 - 25 * 25 / 40)


def test_the_pair_that_differs_most_from_chance_is_the_strongest() -> None:
    snapshot = a_snapshot(
        cases=100,
        seen={"AK1": 80, "KG5": 80, "SH2": 30, "SH7": 30},
        pairs={("AK1", "KG5"): 65, ("SH2", "SH7"): 25},
    )
    assert first(snapshot) == Finding(FindingKind.TOGETHER, ("SH2", "SH7"), 25, 16)


@pytest.mark.parametrize(("pair", "is_found"), [(15, True), (10, False)])
def test_a_pair_counts_when_at_least_half_is_sure_whatever_was_rounded(pair, is_found) -> None:
    snapshot = a_snapshot(cases=100, seen={"KG5": 20, "RO3": 20}, pairs={("KG5", "RO3"): pair})
    assert (first(snapshot).kind is FindingKind.TOGETHER) is is_found


def test_two_that_meet_as_often_as_by_chance_are_no_finding() -> None:
    snapshot = a_snapshot(cases=40, seen={"KG5": 40, "RO3": 40}, pairs={("KG5", "RO3"): 40})
    assert first(snapshot) == Finding(FindingKind.COMMON, ("KG5",), 40)


@pytest.mark.parametrize(("number", "kind"), [(25, FindingKind.COMMON), (20, FindingKind.MOST)])
def test_more_than_half_is_only_said_when_it_is_sure(number, kind) -> None:
    snapshot = a_snapshot(cases=40, seen={"SH2": number})
    assert first(snapshot) == Finding(kind, ("SH2",), number)


def test_two_that_the_rounding_does_not_tell_apart_are_named_both() -> None:
    snapshot = a_snapshot(cases=100, seen={"SH2": 20, "RO3": 20, "AK1": 10})
    assert first(snapshot) == Finding(FindingKind.MOST, ("SH2", "RO3"), 20)


def test_a_snapshot_in_which_all_is_hidden_has_no_finding() -> None:
    assert findings_of(a_snapshot(), PATTERNS) == ()
    assert first(a_snapshot(seen={"W1": 30})) is None


def test_a_hidden_pair_is_never_a_finding() -> None:
    found = findings_of(a_snapshot(seen={"KG5": 25, "RO3": 25}), PATTERNS)
    assert FindingKind.TOGETHER not in {one.kind for one in found}
