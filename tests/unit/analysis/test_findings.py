from casusanalyse.analysis.findings import (
    Counted,
    Part,
    both,
    helped,
    helped_against,
    in_classes,
    in_layers,
    most_seen,
    neighbours,
    number_in,
    over_time,
    published,
    seen,
)
from casusanalyse.domain.snapshot import EVERYTHING, Count, Cut, What
from tests.snapshots import CODES, REGION, a_snapshot

YEAR = Part(Cut.YEAR, "2026")


def test_what_is_seen_most_comes_first_and_what_is_hidden_last_in_the_order_of_the_book() -> (
    None
):
    snapshot = a_snapshot(seen={"AK3": 10, "KG1": 25})
    assert most_seen(snapshot, ("AK1", "AK2", "AK3", "KG1")) == (
        Counted("KG1", 25),
        Counted("AK3", 10),
        Counted("AK1", None),
        Counted("AK2", None),
    )


def test_a_part_has_numbers_of_its_own() -> None:
    assert (number_in(REGION, YEAR), seen(REGION, "KG5", YEAR)) == (20, 15)
    assert (number_in(REGION, Part()), seen(REGION, "KG5")) == (40, 25)
    assert number_in(REGION, Part(Cut.YEAR, "2025")) is None


def test_a_pair_is_found_whichever_code_is_named_first() -> None:
    assert both(REGION, "RO3", "KG5") == both(REGION, "KG5", "RO3") == 20
    assert both(REGION, "RO3", "SH2") is None


def test_neighbours_are_those_that_are_published() -> None:
    assert neighbours(REGION, "RO3") == (
        Counted("KG5", 20),
        Counted("AK1", 15),
        Counted("SH7", 15),
        Counted("W8", 15),
    )


def test_a_code_that_came_after_the_snapshot_has_no_neighbours() -> None:
    assert neighbours(REGION, "GV-1") == ()


def test_help_is_read_from_both_sides() -> None:
    assert helped(REGION, "KG5", ("W7", "W8")) == (Counted("W8", 15), Counted("W7", None))
    assert helped_against(REGION, "W8", ("AK1", "KG5")) == (
        Counted("KG5", 15),
        Counted("AK1", None),
    )


def test_layers_years_and_classes_keep_their_order() -> None:
    assert in_layers(REGION, "KG5")[:2] == (
        Counted("family", 15),
        Counted("professional", None),
    )
    assert over_time(REGION, "KG5", Cut.YEAR) == (Counted("2025", 10), Counted("2026", 15))
    assert in_classes(REGION, "crises") == (
        Counted("0-1", 10),
        Counted("2-4", 15),
        Counted("5+", 10),
        Counted("unsure", 10),
    )


def test_everything_that_is_published_is_told_once() -> None:
    told = list(published(REGION))
    assert len({count for count, _ in told}) == len(told)
    known = {str(count): number for count, number in told if number is not None}
    assert known == REGION.shown


def test_what_is_hidden_is_told_too() -> None:
    told = dict(published(a_snapshot(seen={"AK1": 10, "AK2": 10})))
    assert told[EVERYTHING] == 40
    assert told[Count(What.CODE, "KG5")] is None
    assert told[Count(What.PAIR, "AK1", "AK2")] is None
    assert Count(What.PAIR, "AK1", "AK3") not in told
    assert sum(count.what is What.CODE for count in told) == len(CODES) * (1 + 19)
