from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from casusanalyse.domain.case import Case
from casusanalyse.domain.dates import Span, whole_year
from casusanalyse.domain.family import Person
from casusanalyse.domain.insight import Coding, Insight, Moment
from casusanalyse.domain.participant import Parked
from casusanalyse.domain.timeline import Event, Perspective, in_order
from casusanalyse.domain.vocabulary import Bond, Lane
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.history import past_of, redo, undo
from casusanalyse.usecases.timeline import (
    LONGEST_TITLE,
    add_event,
    add_event_after,
    add_period,
    add_perspective,
    event_of,
    move_event,
    read_typed,
    remove_event,
    remove_period,
    remove_perspective,
)
from tests.builders import a_case, a_span, an_event
from tests.refusals import refusal
from tests.unit.usecases.family_desk import a_desk

CHILD = Person(
    key="kind",
    name="Noor",
    bond=Bond.CHILD,
    birth=whole_year(2010),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, a_case(people=(CHILD,))) as desk:
        yield desk


def order(desk: Desk) -> str:
    return "".join(event.title for event in in_order(desk.case().events))


def without_versions(case: Case) -> Case:
    """The same case as if every record was saved once."""
    shelves = ("events", "perspectives", "moments", "insights", "codings", "parked")
    return replace(
        case,
        **{
            name: tuple(replace(one, version=1) for one in getattr(case, name))
            for name in shelves
        },
    )


@pytest.mark.parametrize(
    ("line", "title", "said", "when"),
    [
        ("2 mei 2021 melding school", "Melding school", "2 mei 2021", a_span("2021-05-02")),
        ("melding school, 2 mei 2021", "Melding school", "2 mei 2021", a_span("2021-05-02")),
        ("2019", "2019", "2019", Span(since=whole_year(2019))),
        ("gaat naar oma", "Gaat naar oma", "", None),
    ],
)
def test_a_line_becomes_an_event_with_its_date(
    desk: Desk, line: str, title: str, said: str, when: Span | None
) -> None:
    key = add_event(desk, line)
    added = Event(key=key, version=1, rank=1.0, title=title, said=said, when=when)
    assert desk.case().events == (added,)


def test_an_event_needs_words_and_not_too_many(desk: Desk) -> None:
    assert refusal(lambda: add_event(desk, "  ")) == "event_empty"
    assert refusal(lambda: add_event(desk, "a" * (LONGEST_TITLE + 1))) == "event_long"
    add_event(desk, "a" * LONGEST_TITLE)
    assert len(desk.case().events) == 1


def test_events_on_one_day_stand_in_the_order_they_were_typed(desk: Desk) -> None:
    for title in ("a", "b", "c"):
        add_event(desk, f"2 mei 2021 {title}")
    assert order(desk) == "ABC"


def test_an_event_after_another_stands_right_after_it_at_the_same_time(
    tmp_path: Path,
) -> None:
    case = a_case(
        an_event("2021-05-02", "a", key="a", rank=1.0, said="2 mei 2021"),
        an_event("2021-05-02", "b", key="b", rank=2.0),
        an_event("2019-01-01", "z", key="z", rank=3.0),
    )
    with a_desk(tmp_path, case) as desk:
        key = add_event_after(desk, "a")
        assert order(desk) == "za…b"
        new = event_of(desk.case(), key)
        assert (new.when, new.said) == (a_span("2021-05-02"), "2 mei 2021")
        add_event_after(desk, "b")
        assert order(desk) == "za…b…"


def test_an_event_after_one_without_a_date_waits_for_a_date_too(desk: Desk) -> None:
    add_event(desk, "b")
    add_event(desk, "c")
    add_event_after(desk, desk.case().events[0].key)
    assert order(desk) == "B…C"


def test_two_events_of_one_time_change_places(desk: Desk) -> None:
    keys = [add_event(desk, f"2 mei 2021 {title}") for title in ("a", "b", "c")]
    move_event(desk, keys[0], later=True)
    assert order(desk) == "BAC"
    move_event(desk, keys[2], later=False)
    assert order(desk) == "BCA"
    undo(desk)
    assert order(desk) == "BAC"


def test_events_with_one_rank_change_places_too(tmp_path: Path) -> None:
    same = [an_event("2021-05-02", title, key=title) for title in ("a", "b", "c")]
    with a_desk(tmp_path, a_case(*same)) as desk:
        move_event(desk, "a", later=True)
        assert order(desk) == "bac"


def test_an_event_never_moves_past_another_date(desk: Desk) -> None:
    first, second = add_event(desk, "2020 a"), add_event(desk, "2021 b")
    for key, later in ((first, True), (second, False), (first, False), (second, True)):
        assert refusal(lambda key=key, later=later: move_event(desk, key, later=later)) == (
            "order_follows_date"
        )
    assert refusal(lambda: move_event(desk, "weg", later=True)) == "gone"
    assert order(desk) == "AB"


def an_event_with_everything() -> Case:
    return a_case(
        an_event("2021-05-02", key="e1"),
        an_event("2021-05-03", key="e2"),
        perspectives=(
            Perspective(key="v1", event="e1", who="moeder"),
            Perspective(key="v2", event="e2", who="school"),
        ),
        moments=(Moment(key="e1", knew="weinig"), Moment(key="e2", knew="veel")),
        insights=(
            Insight(key="i1", text="Samen", evidence=("e1", "e2")),
            Insight(key="i2", text="Apart", evidence=("e2",)),
        ),
        codings=(Coding(key="c1", code="RO3", evidence=("e1",)),),
        parked=(Parked(key="k1", what="boos", event="e1"),),
    )


def test_a_removed_event_takes_along_what_is_nothing_without_it(tmp_path: Path) -> None:
    with a_desk(tmp_path, an_event_with_everything()) as desk:
        remove_event(desk, "e1")
        case = desk.case()
        assert [one.key for one in case.events] == ["e2"]
        assert [one.key for one in case.perspectives] == ["v2"]
        assert [one.key for one in case.moments] == ["e2"]
        assert [one.evidence for one in case.insights] == [("e2",), ("e2",)]
        assert [one.evidence for one in case.codings] == [()]
        assert [one.event for one in case.parked] == [""]


def test_undo_brings_a_removed_event_back_with_all_of_it(tmp_path: Path) -> None:
    with a_desk(tmp_path, an_event_with_everything()) as desk:
        before = desk.case()
        remove_event(desk, "e1")
        after = desk.case()
        undo(desk)
        assert without_versions(desk.case()) == without_versions(before)
        redo(desk)
        assert without_versions(desk.case()) == without_versions(after)


def test_an_event_that_is_not_there_cannot_be_removed_or_followed(desk: Desk) -> None:
    assert refusal(lambda: remove_event(desk, "weg")) == "gone"
    assert refusal(lambda: add_event_after(desk, "weg")) == "gone"


def test_a_line_becomes_a_period_in_its_lane(desk: Desk) -> None:
    key = add_period(desk, Lane.STAY, "2 mei 2019 tot 3 juni 2021 bij oma")
    (period,) = desk.case().periods
    assert (period.key, period.lane, period.title) == (key, Lane.STAY, "Bij oma")
    assert (period.said, period.when) == (
        "2 mei 2019 tot 3 juni 2021",
        a_span("2019-05-02", "2021-06-03"),
    )


def test_a_period_may_have_only_dates_or_only_words(desk: Desk) -> None:
    add_period(desk, Lane.FRAME, "2019")
    add_period(desk, Lane.FRAME, "vrijwillig")
    found = [(one.title, one.when) for one in desk.case().periods]
    assert found == [("", Span(since=whole_year(2019))), ("Vrijwillig", None)]
    assert refusal(lambda: add_period(desk, Lane.FRAME, "  ")) == "period_empty"


def test_a_removed_period_comes_back_with_undo(desk: Desk) -> None:
    key = add_period(desk, Lane.STAY, "2019 bij oma")
    before = desk.case().periods
    remove_period(desk, key)
    assert desk.case().periods == ()
    undo(desk)
    assert [replace(one, version=1) for one in desk.case().periods] == list(before)


def test_removing_what_is_gone_already_leaves_no_trace(desk: Desk) -> None:
    newest = past_of(desk).newest
    remove_period(desk, "weg")
    remove_perspective(desk, "weg")
    assert past_of(desk).newest == newest


def test_perspectives_on_an_event_stand_side_by_side(desk: Desk) -> None:
    event = add_event(desk, "melding")
    add_perspective(desk, event, "moeder")
    add_perspective(desk, event, "school")
    assert [(one.event, one.who) for one in desk.case().perspectives] == [
        (event, "moeder"),
        (event, "school"),
    ]
    remove_perspective(desk, desk.case().perspectives[0].key)
    assert [one.who for one in desk.case().perspectives] == ["school"]


def test_nobody_sees_an_event_that_is_gone(desk: Desk) -> None:
    assert refusal(lambda: add_perspective(desk, "weg", "moeder")) == "gone"
    assert desk.case().perspectives == ()


def test_a_half_typed_line_tells_which_words_are_its_date(desk: Desk) -> None:
    assert read_typed(desk, "2019 bij oma") == ("2019", "heel 2019")
    assert read_typed(desk, "bij oma") == ("", "")


def test_an_age_is_read_against_the_birth_of_the_child(desk: Desk) -> None:
    add_event(desk, "toen hij 5 was naar school")
    (event,) = desk.case().events
    assert event.when is not None
    assert event.when.since is not None
    days = event.when.since.first, event.when.since.last
    assert days == (date(2015, 1, 1), date(2016, 12, 31))
