from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.analysis.mirror import (
    CLOSE,
    Side,
    Sight,
    mirror_sides,
    room_mirrors,
    sights,
    suggestions,
    visible_mirrors,
)
from casusanalyse.domain.dates import Span, VagueDate, whole_month, whole_year
from casusanalyse.domain.insight import Coding
from casusanalyse.domain.timeline import Mirror
from casusanalyse.domain.vocabulary import Dynamic, Layer
from tests.builders import a_case, a_span, an_event

TODAY = date(2026, 11, 22)
FEAR, BLAME, TRUST = Dynamic.FEAR, Dynamic.BLAME, Dynamic.TRUST


def asked(case) -> list[tuple[str, str, int]]:
    return [
        (one.family.event, one.team.event, one.days) for one in suggestions(case, today=TODAY)
    ]


def two(family_when: Span | None, team_when: Span | None):
    return a_case(
        an_event("2020-01-01", key="f", in_family=(FEAR,), when=family_when),
        an_event("2020-01-01", key="t", in_team=(FEAR,), when=team_when),
    )


def test_every_tag_is_seen_on_its_own_side_in_order_of_time():
    case = a_case(
        an_event("2021-01-01", key="b", in_organisation=(BLAME,)),
        an_event("2020-01-01", key="a", in_family=(FEAR, TRUST), in_team=(FEAR,)),
    )
    assert sights(case) == (
        Sight(Side.FAMILY, "a", FEAR),
        Sight(Side.FAMILY, "a", TRUST),
        Sight(Side.TEAM, "a", FEAR),
        Sight(Side.ORGANISATION, "b", BLAME),
    )


def test_codes_beyond_the_professional_stand_with_organisations():
    codings = tuple(
        Coding(key=layer.value, code="RO3", layer=layer, evidence=("a",)) for layer in Layer
    )
    seen = sights(a_case(an_event("2020-01-01", key="a"), codings=codings))
    assert [one.coding for one in seen] == ["organisation", "region", "country"]
    assert {one.side for one in seen} == {Side.ORGANISATION}


def test_what_the_chair_hides_is_not_seen():
    case = a_case(an_event("2020-01-01", in_family=(FEAR,), in_team=(FEAR,), hidden=True))
    assert (sights(case), suggestions(case, today=TODAY)) == ((), ())


def test_the_same_tag_within_three_months_is_asked_about():
    assert asked(two(a_span("2020-01-01"), a_span("2020-04-02"))) == [("f", "t", CLOSE)]
    assert asked(two(a_span("2020-04-02"), a_span("2020-01-01"))) == [("f", "t", CLOSE)]


def test_a_day_later_it_is_not():
    assert asked(two(a_span("2020-01-01"), a_span("2020-04-03"))) == []


def test_another_tag_is_not_asked_about():
    case = a_case(an_event("2020-01-01", in_family=(FEAR,), in_team=(BLAME,)))
    assert suggestions(case, today=TODAY) == ()


def test_a_year_nobody_can_narrow_down_gives_no_ground_to_ask():
    assert asked(two(Span(since=whole_year(2020)), a_span("2020-06-01"))) == []


def test_two_months_in_a_row_are_close_in_every_reading():
    april, may = (Span(since=whole_month(2020, month)) for month in (4, 5))
    assert asked(two(april, may)) == [("f", "t", 60)]


def test_one_event_is_at_the_same_time_whatever_its_date():
    case = a_case(an_event("2020-01-01", key="a", in_family=(FEAR,), in_team=(FEAR,)))
    undated = replace(case, events=(replace(case.events[0], when=None),))
    vague = replace(case, events=(replace(case.events[0], when=Span(since=whole_year(2020))),))
    assert asked(undated) == asked(vague) == [("a", "a", 0)]


def test_an_event_without_a_date_is_close_to_no_other():
    assert asked(two(None, a_span("2020-01-01"))) == []


def test_what_goes_on_is_there_until_today():
    lasting = a_span("2020-01-01", ongoing=True)
    assert asked(two(lasting, a_span("2025-01-01"))) == [("f", "t", 0)]
    assert asked(two(a_span("2020-01-01", "2020-12-01"), a_span("2025-01-01"))) == []


def test_the_closest_pair_is_asked_about_first():
    case = a_case(
        an_event("2020-01-01", key="a", in_family=(FEAR,)),
        an_event("2020-03-01", key="b", in_team=(FEAR,)),
        an_event("2020-01-05", key="c", in_team=(FEAR,)),
    )
    assert asked(case) == [("a", "c", 4), ("a", "b", 60)]


def test_a_tied_pair_is_not_asked_about_again():
    case = two(a_span("2020-01-01"), a_span("2020-01-01"))
    tied = Mirror(key="m", family_event="f", family=FEAR, team_event="t", team=FEAR)
    assert asked(replace(case, mirrors=(tied,))) == []
    still_open = Mirror(key="m", family_event="f", family=FEAR)
    assert asked(replace(case, mirrors=(still_open,))) == [("f", "t", 0)]


DAYS = st.dates(date(2019, 1, 1), date(2021, 12, 31))
VAGUE = st.builds(
    lambda first, more: VagueDate(first=first, last=first + timedelta(days=more)),
    DAYS,
    st.integers(0, 200),
)


@given(VAGUE, VAGUE, st.data())
def test_what_is_asked_about_holds_for_every_reading_of_the_dates(one, other, data):
    asking = asked(two(Span(since=one), Span(since=other)))
    first, second = (
        data.draw(st.dates(vague.first, vague.last), label="reading") for vague in (one, other)
    )
    apart = abs((first - second).days)
    furthest = max((one.last - other.first).days, (other.last - one.first).days)
    assert asking == ([("f", "t", furthest)] if furthest <= CLOSE else [])
    assert not asking or apart <= asking[0][2]


def test_a_mirror_on_a_hidden_event_is_not_shown_and_a_hidden_echo_falls_away():
    events = [an_event("2020-01-01", key=key, hidden=key == "x") for key in "abx"]
    mirrors = (
        Mirror(key="1", family_event="a", family=FEAR, team_event="b", team=FEAR),
        Mirror(key="2", family_event="x", family=FEAR),
        Mirror(key="3", family_event="a", family=FEAR, team_event="x", team=FEAR),
        Mirror(
            key="4", family_event="a", family=BLAME, organisation_event="x", organisation=FEAR
        ),
    )
    shown = visible_mirrors(a_case(*events, mirrors=mirrors))
    assert [one.key for one in shown] == ["1", "4"]
    assert mirror_sides(shown[1]) == (Sight(Side.FAMILY, "a", BLAME), None, None)


def a_mirror(key: str, family: Dynamic, *, starred: bool = True) -> Mirror:
    return Mirror(key=key, rank=int(key), family_event="a", family=family, starred=starred)


def for_the_room(*mirrors: Mirror) -> list[str]:
    case = a_case(an_event("2020-01-01", key="a"), mirrors=mirrors)
    return [one.key for one in room_mirrors(case)]


def test_at_most_three_starred_mirrors_go_to_the_room():
    mirrors = [a_mirror(str(number), FEAR, starred=number != 2) for number in range(1, 7)]
    assert for_the_room(*mirrors) == ["1", "3", "4"]


def test_one_of_them_carries_when_there_is_one_that_does():
    burdens = [a_mirror(str(number), FEAR) for number in range(1, 5)]
    assert for_the_room(*burdens, a_mirror("5", TRUST)) == ["1", "2", "5"]
    assert for_the_room(a_mirror("1", TRUST), *burdens[1:]) == ["1", "2", "3"]
