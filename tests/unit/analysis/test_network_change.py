"""What changed around the family, and how sure that is."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.analysis.network import Status, network_on, present
from casusanalyse.analysis.network_change import NetworkChange, network_change
from casusanalyse.domain.dates import Span, VagueDate, exactly, whole_month, whole_year
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.domain.timeline import Involved, Period
from casusanalyse.domain.vocabulary import Bond, Lane
from tests.builders import a_case, a_span, an_event

NOOR = Person(key="noor", name="Noor", bond=Bond.CHILD)


def involved(party, *spans):
    return tuple(
        Period(key=f"{party}{place}", lane=Lane.INVOLVEMENT, party=party, when=when)
        for place, when in enumerate(spans)
    )


def case_of(*spans, **shelves):
    """Kees with these involvements."""
    given_shelves = {
        "professionals": (Professional(key="kees", name="Kees"),),
        "periods": involved("kees", *spans),
    }
    return a_case(**(given_shelves | shelves))


def changed(case, before, day):
    network = network_on(case, date.fromisoformat(day), before=date.fromisoformat(before))
    return network_change(case, network)


FROM_2018 = a_span("2018-03-05", "2019-03-05")


def test_who_surely_came_is_new_and_who_surely_went_has_left():
    case = case_of(FROM_2018)
    assert changed(case, "2018-01-01", "2018-06-01") == NetworkChange(new=("kees",))
    assert changed(case, "2018-06-01", "2020-01-01") == NetworkChange(left=("kees",))
    assert changed(case, "2018-06-01", "2019-01-01") == NetworkChange(stayed=("kees",))


def test_who_left_and_came_back_is_a_returner():
    case = case_of(FROM_2018, a_span("2021-01-01", ongoing=True))
    assert changed(case, "2020-01-01", "2021-02-01") == NetworkChange(returned=("kees",))
    assert changed(case, "2018-06-01", "2021-02-01") == NetworkChange(returned=("kees",))


def test_a_start_somewhere_in_a_year_is_no_sure_change_within_that_year():
    case = case_of(Span(since=whole_year(2018), ongoing=True))
    assert changed(case, "2018-03-01", "2018-09-01") == NetworkChange(appeared=("kees",))
    assert changed(case, "2017-12-31", "2018-09-01") == NetworkChange(appeared=("kees",))
    assert changed(case, "2017-12-31", "2018-12-31") == NetworkChange(new=("kees",))


def test_an_end_somewhere_in_a_year_is_no_sure_change_within_that_year():
    case = case_of(Span(since=exactly(date(2015, 1, 1)), until=whole_year(2018)))
    assert changed(case, "2017-12-31", "2018-09-01") == NetworkChange(faded=("kees",))
    assert changed(case, "2018-03-01", "2019-01-01") == NetworkChange(faded=("kees",))
    assert changed(case, "2017-12-31", "2019-01-01") == NetworkChange(left=("kees",))


def test_a_month_counts_as_known_unless_it_is_doubted():
    month = whole_month(2018, 3)
    case = case_of(Span(since=month, ongoing=True))
    assert changed(case, "2018-03-02", "2018-03-20") == NetworkChange(new=("kees",))
    case = case_of(Span(since=replace(month, doubt=True), ongoing=True))
    assert changed(case, "2018-03-02", "2018-03-20") == NetworkChange(appeared=("kees",))


def test_a_way_back_that_may_have_no_gap_is_no_sure_return():
    first = Span(since=exactly(date(2015, 1, 1)), until=whole_year(2018))
    case = case_of(first, Span(since=exactly(date(2018, 12, 1)), ongoing=True))
    assert changed(case, "2018-09-01", "2018-12-10") == NetworkChange(appeared=("kees",))


def test_who_is_only_known_from_events_comes_into_view_and_goes_out_of_it():
    event = an_event("2018-03-05", involved=(Involved("kees"),))
    case = case_of(events=(event,))
    assert changed(case, "2018-01-01", "2018-03-05") == NetworkChange(appeared=("kees",))
    assert changed(case, "2018-03-05", "2018-06-01") == NetworkChange(faded=("kees",))


def test_until_without_a_start_gives_no_sure_start():
    case = case_of(Span(until=exactly(date(2018, 3, 5))))
    assert changed(case, "2018-01-01", "2018-03-05") == NetworkChange(appeared=("kees",))


def test_an_organisation_comes_with_the_first_of_its_people():
    case = case_of(
        FROM_2018,
        professionals=(Professional(key="kees", name="Kees", organisation="gi"),),
        organisations=(Organisation(key="gi", name="GI"),),
    )
    assert changed(case, "2018-01-01", "2018-06-01") == NetworkChange(new=("kees", "gi"))


def test_a_sister_is_new_when_she_is_born_and_a_grandfather_leaves_when_he_dies():
    family = (
        replace(NOOR, birth=exactly(date(2012, 5, 14))),
        Person(key="liv", name="Liv", birth=exactly(date(2020, 6, 8))),
        Person(key="opa", name="Henk", birth=whole_year(1950), died=whole_year(2020)),
    )
    case = a_case(people=family)
    assert changed(case, "2019-12-31", "2020-06-08") == NetworkChange(
        new=("liv",), stayed=("noor", "opa")
    )
    assert changed(case, "2019-12-31", "2021-01-01") == NetworkChange(
        new=("liv",), left=("opa",), stayed=("noor",)
    )


BEGIN = date(2019, 1, 1)
days = st.integers(0, 120).map(lambda number: BEGIN + timedelta(days=number))


@st.composite
def vague(draw):
    first = draw(days)
    last = first + timedelta(days=draw(st.integers(0, 40)))
    return VagueDate(first=first, last=last, doubt=True)


@st.composite
def vague_spans(draw):
    one, other = sorted((draw(vague()), draw(vague())), key=lambda it: it.middle)
    ends = draw(st.sampled_from(["until", "ongoing", "moment", "tot"]))
    if ends == "moment":
        return Span(since=one)
    if ends == "ongoing":
        return Span(since=one, ongoing=True)
    return Span(since=None if ends == "tot" else one, until=other)


def read(draw, moment):
    """One day a vague date may stand for."""
    return exactly(draw(st.dates(moment.first, moment.last))) if moment else None


def sharpened(draw, span):
    """One reading of a span; a moment becomes the stretch it may have lasted."""
    if not span.is_stretch:
        first, last = sorted((read(draw, span.since).first, read(draw, span.since).first))
        return Span(since=exactly(first), until=exactly(last))
    since, until = read(draw, span.since), read(draw, span.until)
    if since is None:
        back = timedelta(days=draw(st.integers(0, 400)))
        since = exactly(until.first - back)
    if until and until.first < since.first:
        until = since
    return Span(since=since, until=until, ongoing=span.ongoing)


def is_there(spans, day):
    return any(
        span.since.first <= day and (span.until is None or day <= span.until.first)
        for span in spans
    )


@given(st.lists(vague_spans(), max_size=3), days, days, st.data())
def test_what_is_claimed_holds_for_every_reading_of_the_dates(spans, one, other, data):
    before, day = sorted((one, other))
    case = case_of(*spans)
    change = network_change(case, network_on(case, day, before=before))
    meant = [sharpened(data.draw, span) for span in spans]
    if change.new or change.returned:
        days_between = ((day - before).days, before)
        assert is_there(meant, day)
        assert not all(
            is_there(meant, days_between[1] + timedelta(days=number))
            for number in range(days_between[0])
        )
    if change.returned:
        assert any(span.since.first < day and not is_there([span], day) for span in meant)
    if change.left:
        assert (is_there(meant, before), is_there(meant, day)) == (True, False)


@given(st.lists(vague_spans(), max_size=3), days, days)
def test_nothing_is_told_exactly_when_the_same_people_are_there(spans, one, other):
    before, day = sorted((one, other))
    case = case_of(*spans, people=(NOOR,))
    network = network_on(case, day, before=before)
    assert network_change(case, network).is_empty == all(
        node.status is Status.WAS_THERE for node in network.nodes
    )


@given(st.lists(vague_spans(), max_size=3), days, days)
def test_everybody_is_in_exactly_one_group(spans, one, other):
    before, day = sorted((one, other))
    case = case_of(*spans, people=(NOOR,))
    network = network_on(case, day, before=before)
    change = network_change(case, network)
    here = [*change.new, *change.returned, *change.appeared, *change.stayed]
    assert sorted(here) == sorted(node.key for node in present(network))
    assert sorted([*here, *change.left, *change.faded]) == sorted(
        node.key for node in network.nodes
    )
