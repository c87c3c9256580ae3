from datetime import date

from casusanalyse.analysis.figure import line_of
from casusanalyse.analysis.latest import last_frame, last_stay
from casusanalyse.domain.dates import Span, whole_year
from casusanalyse.domain.summary import FrameGroup, StayGroup
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import FrameKind, Lane, StayKind
from tests.builders import a_case, a_span

TODAY = date(2026, 11, 17)


def a_stay(kind: str, when: Span | None, **fields: object) -> Period:
    key = f"{kind}-{when.start if when else ''}"
    return Period(**({"key": key, "lane": Lane.STAY, "kind": kind, "when": when} | fields))


def stay(*stays: Period) -> StayGroup:
    return last_stay(line_of(a_case(periods=stays), TODAY))


def frame(*frames: Period) -> FrameGroup:
    return last_frame(line_of(a_case(periods=frames), TODAY))


def test_the_last_stay_counts() -> None:
    assert (
        stay(
            a_stay(StayKind.HOME, a_span("2012-01-01", "2020-01-01")),
            a_stay(StayKind.FOSTER_FAMILY, a_span("2020-01-01", "2022-01-01")),
            a_stay(StayKind.CLOSED, a_span("2022-01-01")),
        )
        is StayGroup.HEAVY
    )


def test_what_goes_on_comes_before_what_began_later_and_is_over() -> None:
    assert (
        stay(
            a_stay(StayKind.HOME, a_span("2012-01-01", ongoing=True)),
            a_stay(StayKind.CRISIS_SHELTER, a_span("2020-01-01", "2020-03-01")),
        )
        is StayGroup.HOME
    )


def test_what_began_after_the_group_looked_back_does_not_count() -> None:
    assert (
        stay(
            a_stay(StayKind.HOME, a_span("2012-01-01", ongoing=True)),
            a_stay(StayKind.CLOSED, a_span("2026-12-01", ongoing=True)),
        )
        is StayGroup.HOME
    )


def test_two_groups_that_can_both_be_the_last_are_not_told() -> None:
    vague = Span(since=whole_year(2024))
    assert (
        stay(a_stay(StayKind.HOME, vague), a_stay(StayKind.CLOSED, vague)) is StayGroup.UNTOLD
    )
    assert stay(a_stay(StayKind.HOME, vague), a_stay(StayKind.KIN, vague)) is StayGroup.HOME


def test_without_a_stay_that_can_be_placed_nothing_is_told() -> None:
    assert stay() is StayGroup.UNTOLD
    assert stay(a_stay(StayKind.CLOSED, None)) is StayGroup.UNTOLD
    assert stay(a_stay("Huis van oma", a_span("2020-01-01"))) is StayGroup.UNTOLD
    assert stay(a_stay(StayKind.CLOSED, a_span("2020-01-01"), hidden=True)) is StayGroup.UNTOLD


def test_the_frame_is_with_or_without_a_court() -> None:
    free = Period(
        key="a", lane=Lane.FRAME, kind=FrameKind.URGED, when=a_span("2018-01-01", "2020-01-01")
    )
    court = Period(
        key="b", lane=Lane.FRAME, kind=FrameKind.OUT_OF_HOME, when=a_span("2020-01-01")
    )
    assert frame(free) is FrameGroup.FREE
    assert frame(free, court) is FrameGroup.COMPULSORY
    assert frame() is FrameGroup.UNTOLD
