from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from casusanalyse.analysis.mirror import Side, Sight
from casusanalyse.domain.change import Put
from casusanalyse.domain.insight import Coding
from casusanalyse.domain.vocabulary import Dynamic, Layer
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.history import undo
from casusanalyse.usecases.mirror import (
    answer_mirror,
    decline_mirror,
    echo_mirror,
    open_suggestions,
    show_mirror,
    shown_mirror,
    tie_mirror,
    untie_mirror,
)
from casusanalyse.usecases.timeline import remove_event
from casusanalyse.usecases.writing import FieldName, write_field
from tests.builders import a_case, an_event
from tests.refusals import refusal
from tests.unit.usecases.family_desk import a_desk

TODAY = date(2026, 11, 22)
FEAR, HASTE = Dynamic.FEAR, Dynamic.HASTE
HOME, HOME_2 = (Sight(Side.FAMILY, key, FEAR) for key in ("e1", "e2"))
US, US_HASTE = Sight(Side.TEAM, "e2", FEAR), Sight(Side.TEAM, "e1", HASTE)
POLICY = Sight(Side.ORGANISATION, "e3", HASTE)
CODE = Sight(Side.ORGANISATION, "e1", coding="c1")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    case = a_case(
        an_event("2021-05-02", key="e1", in_family=(FEAR,), in_team=(HASTE,)),
        an_event("2021-05-03", key="e2", in_family=(FEAR,), in_team=(FEAR,)),
        an_event("2021-05-04", key="e3", in_organisation=(HASTE,)),
        codings=(Coding(key="c1", code="RO3", layer=Layer.ORGANISATION, evidence=("e1",)),),
    )
    with a_desk(tmp_path, case) as desk:
        yield desk


def told(desk: Desk) -> list[tuple[str, str, Dynamic | None, str, Dynamic | None]]:
    return [
        (
            one.family_event,
            one.team_event,
            one.team,
            one.organisation_event,
            one.organisation,
        )
        for one in desk.case().mirrors
    ]


def test_a_dynamic_is_tied_to_its_mirror_and_undone_in_one_step(desk: Desk) -> None:
    tie_mirror(desk, HOME, US)
    assert told(desk) == [("e1", "e2", FEAR, "", None)]
    undo(desk)
    assert told(desk) == []


def test_another_word_among_professionals_may_mirror_it_too(desk: Desk) -> None:
    tie_mirror(desk, HOME, US_HASTE)
    assert told(desk) == [("e1", "e1", HASTE, "", None)]


def test_ties_stand_in_the_order_they_were_made(desk: Desk) -> None:
    for family, team in ((HOME_2, US), (HOME, US), (HOME, US_HASTE)):
        tie_mirror(desk, family, team)
    assert [one.rank for one in desk.case().mirrors] == [1.0, 2.0, 3.0]


def test_an_open_mirror_is_answered_and_not_made_twice(desk: Desk) -> None:
    key = tie_mirror(desk, HOME)
    assert told(desk) == [("e1", "", None, "", None)]
    assert tie_mirror(desk, HOME, US) == key
    assert told(desk) == [("e1", "e2", FEAR, "", None)]


def test_the_same_pair_is_not_tied_twice(desk: Desk) -> None:
    tie_mirror(desk, HOME, US)
    key = tie_mirror(desk, HOME, US_HASTE)
    assert refusal(lambda: tie_mirror(desk, HOME, US)) == "mirror_tied"
    assert refusal(lambda: answer_mirror(desk, key, US)) == "mirror_tied"
    tie_mirror(desk, HOME_2)
    assert refusal(lambda: tie_mirror(desk, HOME_2)) == "mirror_tied"


def test_an_answer_can_be_given_differently(desk: Desk) -> None:
    key = tie_mirror(desk, HOME, US)
    answer_mirror(desk, key, US_HASTE)
    answer_mirror(desk, key, US_HASTE)
    assert told(desk) == [("e1", "e1", HASTE, "", None)]


@pytest.mark.parametrize(
    ("echo", "found"), [(POLICY, ("e3", HASTE)), (CODE, ("e1", None)), (None, ("", None))]
)
def test_an_organisation_echoes_with_a_tag_or_a_code(desk: Desk, echo, found) -> None:
    key = tie_mirror(desk, HOME, US)
    echo_mirror(desk, key, POLICY)
    echo_mirror(desk, key, echo)
    assert told(desk) == [("e1", "e2", FEAR, *found)]


def test_sides_do_not_change_places(desk: Desk) -> None:
    key = tie_mirror(desk, HOME)
    assert refusal(lambda: tie_mirror(desk, US, HOME)) == "mirror_needs_both"
    assert refusal(lambda: tie_mirror(desk, HOME, POLICY)) == "mirror_needs_both"
    assert refusal(lambda: answer_mirror(desk, key, POLICY)) == "mirror_needs_both"
    assert refusal(lambda: echo_mirror(desk, key, US)) == "mirror_needs_both"


def test_what_no_longer_stands_at_its_event_is_not_tied(desk: Desk) -> None:
    (first, *_) = desk.case().events
    desk.write("write_events", Put(replace(first, in_family=(), in_team=())))
    assert refusal(lambda: tie_mirror(desk, HOME, US)) == "mirror_untagged"
    assert refusal(lambda: tie_mirror(desk, HOME_2, US_HASTE)) == "mirror_untagged"
    key = tie_mirror(desk, HOME_2, US)
    loose = replace(CODE, event="e2")
    assert refusal(lambda: echo_mirror(desk, key, loose)) == "mirror_untagged"
    remove_event(desk, "e1")
    assert refusal(lambda: tie_mirror(desk, HOME, US)) == "gone"
    assert refusal(lambda: answer_mirror(desk, "nothing", US)) == "gone"
    assert refusal(lambda: echo_mirror(desk, "nothing", None)) == "gone"


def test_without_its_family_event_a_mirror_goes_and_comes_back_with_it(desk: Desk) -> None:
    tie_mirror(desk, HOME, US)
    remove_event(desk, "e1")
    assert told(desk) == []
    undo(desk)
    assert told(desk) == [("e1", "e2", FEAR, "", None)]


def test_without_the_other_event_a_mirror_is_open_again_and_can_be_answered(
    desk: Desk,
) -> None:
    key = tie_mirror(desk, HOME, US)
    remove_event(desk, "e2")
    assert [one.team_event for one in desk.case().mirrors] == [""]
    assert tie_mirror(desk, HOME, US_HASTE) == key


def test_a_mirror_is_untied_and_its_events_stay(desk: Desk) -> None:
    untie_mirror(desk, tie_mirror(desk, HOME, US))
    assert (desk.case().mirrors, len(desk.case().events)) == ((), 3)
    untie_mirror(desk, "nothing")


def test_the_group_puts_its_own_words_and_a_star_but_not_another_event(desk: Desk) -> None:
    key = tie_mirror(desk, HOME, US)

    def write(field: str, value: object, base: object) -> None:
        name = FieldName(shelf="mirrors", key=key, field=field)
        write_field(desk, name, value, base=base, version=1)

    write("words", "bang", "")
    write("starred", False, True)
    (mirror,) = desk.case().mirrors
    assert (mirror.words, mirror.starred) == ("bang", False)
    for field in ("family_event", "family", "team_event", "team", "organisation_event"):
        assert refusal(lambda field=field: write(field, "e3", "")) == "not_understood"


def test_a_declined_suggestion_does_not_come_back_until_that_is_undone(desk: Desk) -> None:
    first, second = open_suggestions(desk.case(), TODAY)
    decline_mirror(desk, first)
    assert open_suggestions(desk.case(), TODAY) == (second,)
    decline_mirror(desk, second)
    assert open_suggestions(desk.case(), TODAY) == ()
    undo(desk)
    assert open_suggestions(desk.case(), TODAY) == (second,)


def test_the_mirror_is_shown_no_further_than_its_last_stage(desk: Desk) -> None:
    assert shown_mirror(desk) is None
    tie_mirror(desk, HOME, US)
    show_mirror(desk, 50)
    assert shown_mirror(desk) == (4, 4)
    show_mirror(desk, -3)
    assert shown_mirror(desk) == (1, 4)


def test_only_the_chair_shows_the_mirror(desk: Desk) -> None:
    scribe = replace(desk, who="notulist")
    assert refusal(lambda: show_mirror(scribe, 0)) == "chair_only"
