from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.domain.dates import Span, whole_year
from casusanalyse.domain.timeline import Event, in_order
from tests.builders import a_span, an_event

WHENS = st.sampled_from(
    [None, a_span("2019-05-01"), a_span("2020-05-01"), a_span("2021-01-01")]
)
EVENTS = st.lists(
    st.builds(
        Event,
        key=st.text("abc", min_size=3, max_size=3),
        title=st.just("x"),
        when=WHENS,
        rank=st.sampled_from([0.0, 1.0, 2.0]),
    ),
    unique_by=lambda one: one.key,
    max_size=8,
)


def titles(*events: Event) -> str:
    return "".join(event.title for event in in_order(events))


def test_events_stand_by_start_and_those_without_a_date_last():
    late, early = an_event("2021-01-01", "b"), an_event("2020-01-01", "a")
    assert titles(an_event("2020-01-01", "c", when=None), late, early) == "abc"


def test_a_vague_event_stands_at_its_middle():
    year = an_event("2020-01-01", "b", when=Span(since=whole_year(2020)))
    assert titles(an_event("2020-07-02", "c"), year, an_event("2020-06-30", "a")) == "abc"


def test_events_of_one_day_stand_by_rank_then_key():
    same = [
        an_event("2020-01-01", "c", key="y", rank=2.0),
        an_event("2020-01-01", "b", key="x", rank=2.0),
        an_event("2020-01-01", "a", key="z", rank=1.0),
    ]
    assert titles(*same) == "abc"


@given(EVENTS, st.randoms())
def test_the_order_does_not_depend_on_how_events_came_in(events, chance):
    shuffled = events.copy()
    chance.shuffle(shuffled)
    assert in_order(shuffled) == in_order(events)
    assert sorted(one.key for one in in_order(events)) == sorted(one.key for one in events)
