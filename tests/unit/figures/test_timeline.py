import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casusanalyse.domain.dates import Span, VagueDate, exactly, whole_month, whole_year
from casusanalyse.domain.family import Person
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.domain.timeline import Event, Period, Perspective
from casusanalyse.domain.vocabulary import Bond, EventKind, FrameKind, Lane, StayKind
from casusanalyse.figures.lettering import width
from casusanalyse.figures.timeline import timeline_picture
from casusanalyse.figures.timeline_legend import timeline_legend
from casusanalyse.figures.timeline_overview import overview_picture
from casusanalyse.figures.timeline_view import View
from tests.builders import a_case, a_span, an_event
from tests.generator import TODAY, a_generated_case

WHOLE, YEARS = View(), View(mode="years", first_year=2018)
CHILD = Person(key="kid", name="Noor", bond=Bond.CHILD, birth=exactly(date(2012, 3, 4)))
SVG = "{http://www.w3.org/2000/svg}"


def root(drawing):
    return ET.fromstring(drawing.picture.svg)


def items(drawing, shelf="events"):
    return [node for node in root(drawing).iter() if node.get("data-shelf") == shelf]


def keys(drawing, shelf="events"):
    return [node.get("data-key") for node in items(drawing, shelf)]


def boxes(node, size=16.0, weight="400", anchor="start"):
    """Every text with the room it takes: words, left, top, right, bottom."""
    size = float(node.get("font-size", size))
    weight, anchor = node.get("font-weight", weight), node.get("text-anchor", anchor)
    found = []
    if node.tag == f"{SVG}text":
        long = width(node.text, size, weight=int(weight))
        left = float(node.get("x")) - {"start": 0, "middle": long / 2, "end": long}[anchor]
        base = float(node.get("y"))
        found.append((node.text, left, base - 0.7 * size, left + long, base + 0.2 * size))
    for child in node:
        found += boxes(child, size, weight, anchor)
    return found


def collisions(picture):
    found = sorted(boxes(ET.fromstring(picture.svg)), key=lambda box: box[1])
    return [
        (one[0], other[0])
        for at, one in enumerate(found)
        for other in found[at + 1 :]
        if other[1] < one[3] - 0.5 and one[2] < other[4] and other[2] < one[4]
    ]


def out_of_field(picture):
    return [
        said
        for said, left, top, right, bottom in boxes(ET.fromstring(picture.svg))
        if left < -0.5 or right > picture.width + 0.5 or top < -0.5 or bottom > picture.height
    ]


def event(key, when, title="Overleg", **fields):
    return Event(key=key, title=title, when=when, **fields)


def test_an_empty_case_has_its_lanes_and_no_items():
    drawing = timeline_picture(a_case(), WHOLE, today=TODAY)
    assert (keys(drawing), drawing.hidden, drawing.undated) == ([], 0, ())
    said = {box[0] for box in boxes(root(drawing))}
    assert {"Verblijf", "Gebeurtenissen", "Kader", "Regie", "Wij eromheen"} <= said


def test_events_stand_in_order_of_time_whatever_the_order_of_entry():
    case = a_case(
        an_event("2021-03-17", key="b"),
        an_event("2019-01-01", key="a"),
        an_event("2023-01-01", key="c"),
    )
    assert keys(timeline_picture(case, WHOLE, today=TODAY)) == ["a", "b", "c"]


def test_undated_events_wait_and_are_not_drawn():
    case = a_case(
        an_event("2021-03-17", key="a"), event("b", None), event("c", None, hidden=True)
    )
    drawing = timeline_picture(case, WHOLE, today=TODAY)
    assert (keys(drawing), drawing.undated) == (["a"], ("b", "c"))


def test_hidden_counts_what_the_chair_hid_and_what_the_filter_removed():
    case = a_case(
        an_event("2020-01-01", key="a", kind=EventKind.CRISIS),
        an_event("2020-02-01", key="b", kind=EventKind.SIGNAL),
        an_event("2020-03-01", key="c", kind=EventKind.CRISIS, hidden=True),
    )
    drawing = timeline_picture(case, View(kinds=frozenset({"crisis"})), today=TODAY)
    assert (keys(drawing), drawing.hidden, drawing.outside) == (["a"], 2, 0)


def test_four_years_tell_what_lies_outside():
    case = a_case(an_event("2015-01-01", key="a"), an_event("2019-01-01", key="b"))
    drawing = timeline_picture(case, YEARS, today=TODAY)
    assert (keys(drawing), drawing.hidden, drawing.outside) == (["b"], 1, 1)
    assert (drawing.first_year, drawing.years[0], drawing.years[-1]) == (2018, 2015, 2023)


def test_four_years_open_around_the_chosen_event():
    case = a_case(an_event("2013-05-01", key="a"), an_event("2016-05-01", key="b"))
    drawing = timeline_picture(case, View(mode="years", chosen="b"), today=TODAY)
    assert drawing.first_year == 2015


def test_the_label_of_an_event_says_date_title_kind_marks_and_age():
    case = replace(
        a_case(
            event(
                "a",
                Span(since=exactly(date(2021, 3, 17))),
                "Crisisplaatsing",
                kind=EventKind.CRISIS,
                is_crucial=True,
            ),
            people=(CHILD,),
        ),
        perspectives=(Perspective(key="v", event="a"),),
    )
    assert items(timeline_picture(case, WHOLE, today=TODAY))[0].get("aria-label") == (
        "17 mrt 2021, Crisisplaatsing, incident of crisis, moment dat ertoe doet,"
        " hier kijken we verschillend naar, 9 jaar"
    )


def shapes(when, **fields):
    drawing = timeline_picture(a_case(event("a", when, **fields)), WHOLE, today=TODAY)
    found = [node for node in items(drawing)[0].iter() if node.get("class") != "hit"]
    return [
        (node.tag.removeprefix(SVG), node.get("r"), node.get("stroke-dasharray") is not None)
        for node in found[1:]
        if node.tag != f"{SVG}text"
    ]


def test_the_shape_tells_how_sure_the_date_is():
    doubted = VagueDate(first=date(2020, 1, 1), last=date(2020, 1, 1), doubt=True)
    assert shapes(Span(since=exactly(date(2020, 1, 1)))) == [("circle", "5", False)]
    assert shapes(Span(since=whole_month(2020, 1))) == [("circle", "5", False)]
    assert shapes(Span(since=whole_year(2020))) == [("rect", None, False)]
    assert shapes(Span(since=doubted)) == [("circle", "5", True)]
    assert shapes(Span(since=whole_month(2020, 1), until=whole_month(2021, 1))) == [
        ("path", None, False),
        ("circle", "5", False),
    ]


def test_a_crucial_moment_is_a_ring_with_a_core_and_bold_words():
    when = Span(since=exactly(date(2020, 1, 1)))
    assert shapes(when, is_crucial=True) == [("circle", "6.5", False), ("circle", "3", False)]
    drawing = timeline_picture(a_case(event("a", when, is_crucial=True)), WHOLE, today=TODAY)
    assert [n.get("font-weight") for n in items(drawing)[0].iter(f"{SVG}text")] == ["700"]


def test_every_item_can_be_hit_with_a_finger():
    drawing = timeline_picture(a_generated_case(events=70), WHOLE, today=TODAY)
    sizes = [
        (float(node.get("width")), float(node.get("height")))
        for node in root(drawing).iter(f"{SVG}rect")
        if node.get("class") == "hit"
    ]
    assert len(sizes) == len(keys(drawing)) + len(keys(drawing, "periods"))
    assert min(min(size) for size in sizes) >= 24


def test_case_words_are_escaped():
    case = a_case(an_event("2020-01-01", "<script>&\"'", key="a"))
    assert [box[0] for box in boxes(items(timeline_picture(case, WHOLE, today=TODAY))[0])] == [
        "<script>&\"'"
    ]


def test_a_long_title_is_shortened_in_the_picture_only():
    title = "een hele lange titel die niet op de lijn past"
    drawing = timeline_picture(a_case(an_event("2020-01-01", title)), WHOLE, today=TODAY)
    found = items(drawing)[0]
    assert [node.text for node in found.iter(f"{SVG}text")] == ["een hele lange titel die ni…"]
    assert title in found.get("aria-label")


def test_the_first_years_bend_only_when_they_are_quiet():
    quiet = a_case(*(an_event(f"{year}-05-01") for year in (2012, *[2020] * 5, *[2022] * 5)))
    busy = a_case(*(an_event(f"{year}-05-01") for year in range(2012, 2026)))
    said = [
        {box[0] for box in boxes(root(timeline_picture(case, WHOLE, today=TODAY)))}
        for case in (quiet, busy)
    ]
    assert ["2012 – 2019, smaller" in each for each in said] == [True, False]


def test_overlapping_periods_each_keep_their_own_row():
    periods = (
        Period(
            key="a", lane=Lane.STAY, kind=StayKind.HOME, when=a_span("2015-01-01", "2022-01-01")
        ),
        Period(
            key="b",
            lane=Lane.STAY,
            kind=StayKind.RESPITE,
            when=a_span("2018-01-01", "2020-01-01"),
        ),
    )
    drawing = timeline_picture(a_case(periods=periods), WHOLE, today=TODAY)
    tops = [float(node[0].get("y")) for node in items(drawing, "periods")]
    assert tops[1] > tops[0]


def test_a_gap_in_the_direction_says_its_months():
    periods = (
        Period(
            key="a", lane=Lane.DIRECTION, title="Petra", when=a_span("2019-01-01", "2022-04-15")
        ),
        Period(
            key="b",
            lane=Lane.DIRECTION,
            title="Bram",
            when=Span(since=exactly(date(2022, 11, 15)), ongoing=True),
        ),
    )
    said = [
        box[0]
        for box in boxes(root(timeline_picture(a_case(periods=periods), WHOLE, today=TODAY)))
    ]
    assert [word for word in said if word in {"7 mnd", "1 gat"}] == ["1 gat", "7 mnd"]


def test_help_has_one_row_per_organisation_with_its_professionals():
    periods = (
        Period(
            key="a", lane=Lane.INVOLVEMENT, party="p1", when=a_span("2019-01-01", "2020-01-01")
        ),
        Period(
            key="b", lane=Lane.INVOLVEMENT, party="o1", when=a_span("2021-01-01", "2022-01-01")
        ),
        Period(
            key="c", lane=Lane.INVOLVEMENT, party="kid", when=a_span("2021-01-01", "2022-01-01")
        ),
    )
    case = a_case(
        periods=periods,
        people=(CHILD,),
        organisations=(Organisation(key="o1", name="Wijkteam"),),
        professionals=(Professional(key="p1", name="Joris", organisation="o1"),),
    )
    whole = [box[0] for box in boxes(root(timeline_picture(case, WHOLE, today=TODAY)))]
    assert (whole.count("Wijkteam"), whole.count("Eigen netwerk"), whole.count("Joris")) == (
        2,
        1,
        0,
    )
    years = [box[0] for box in boxes(root(timeline_picture(case, YEARS, today=TODAY)))]
    assert years.count("Joris") == 1


def test_lanes_that_are_off_are_not_drawn():
    off = View(lanes_off=frozenset({"frame", "direction", "involvement", "professionals"}))
    said = {box[0] for box in boxes(root(timeline_picture(a_case(), off, today=TODAY)))}
    assert {"Kader", "Regie", "Wij eromheen"} & said == set()


def test_a_period_with_one_known_end_is_drawn_and_one_without_dates_waits():
    periods = (
        Period(
            key="a", lane=Lane.FRAME, kind=FrameKind.URGED, when=Span(until=whole_year(2019))
        ),
        Period(
            key="b",
            lane=Lane.FRAME,
            kind=FrameKind.VOLUNTARY,
            when=Span(since=whole_year(2020)),
        ),
        Period(key="c", lane=Lane.FRAME, kind=FrameKind.SUPERVISION),
    )
    drawing = timeline_picture(a_case(periods=periods), WHOLE, today=TODAY)
    assert (keys(drawing, "periods"), drawing.undated) == (["a", "b"], ("c",))


def test_a_new_event_moves_nothing_that_was_settled():
    case = a_generated_case(events=60)
    before = timeline_picture(case, WHOLE, today=TODAY)
    more = replace(case, events=(*case.events, an_event("2021-06-01", "Nieuw", key="new")))
    after = timeline_picture(more, View(settled=before.spots), today=TODAY)
    assert {key: after.spots[key] for key in before.spots} == before.spots
    assert "new" in after.spots


def test_the_drawing_stays_the_same_whichever_event_is_open():
    case = a_case(an_event("2020-01-01", key="a"), an_event("2021-01-01", key="b"))
    plain, chosen = (
        timeline_picture(case, view, today=TODAY).picture.svg
        for view in (WHOLE, View(chosen="a"))
    )
    assert plain == chosen


def test_a_hidden_hairline_waits_for_the_day_of_the_open_event():
    case = a_case(an_event("2020-01-01", key="a"), an_event("2021-01-01", key="b"))
    svg = root(timeline_picture(case, WHOLE, today=TODAY))
    (line,) = svg.findall(f"{SVG}path[@class='hairline']")
    assert line.get("visibility") == "hidden"
    places = [
        float(one.get("data-at", "nan")) for one in svg.iter(f"{SVG}g") if one.get("data-at")
    ]
    assert places == sorted(places)
    assert len(set(places)) == 2


VIEWS = [
    View(),
    View(wide=True),
    View(mode="years", first_year=2019),
    View(mode="years", first_year=2023),
    View(mode="years", wide=True, first_year=2023),
]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("size", [5, 70, 300])
def test_no_words_overlap_or_leave_the_picture(view, size):
    drawing = timeline_picture(a_generated_case(events=size), view, today=TODAY)
    assert collisions(drawing.picture) == []
    assert out_of_field(drawing.picture) == []


TITLES = st.text("abcdefghij klmnop", min_size=1, max_size=40)
WHENS = st.dates(date(2012, 3, 4), date(2026, 11, 1)).flatmap(
    lambda day: st.sampled_from(
        (exactly(day), whole_month(day.year, day.month), whole_year(day.year))
    )
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TITLES, WHENS, st.booleans()), max_size=40), st.sampled_from(VIEWS))
def test_whatever_happened_no_words_overlap(rows, view):
    events = [
        event(f"e{at}", Span(since=when), title, is_crucial=is_crucial)
        for at, (title, when, is_crucial) in enumerate(rows)
    ]
    drawing = timeline_picture(a_case(*events), view, today=TODAY)
    assert collisions(drawing.picture) == []
    assert out_of_field(drawing.picture) == []


STAYS = st.lists(
    st.tuples(st.integers(1, 900), st.sampled_from(StayKind), TITLES), min_size=1, max_size=30
)


@settings(max_examples=40, deadline=None)
@given(STAYS, st.sampled_from(VIEWS))
def test_however_many_stays_no_words_overlap(rows, view):
    day, periods = date(2012, 3, 4).toordinal(), []
    for at, (days, kind, title) in enumerate(rows):
        since, day = date.fromordinal(day), min(TODAY.toordinal(), day + days)
        when = Span(since=exactly(since), until=exactly(date.fromordinal(day)))
        periods.append(Period(key=f"q{at}", lane=Lane.STAY, kind=kind, title=title, when=when))
    drawing = timeline_picture(a_case(periods=tuple(periods)), view, today=TODAY)
    assert collisions(drawing.picture) == []
    assert out_of_field(drawing.picture) == []


def test_many_events_keep_the_names_of_what_matters_and_count_the_rest():
    case = a_generated_case(events=500)
    drawing = timeline_picture(case, WHOLE, today=TODAY)
    crucial = {e.key for e in case.events if e.is_crucial and e.when and not e.hidden}
    assert crucial <= set(drawing.spots)
    assert drawing.nameless == len(keys(drawing)) - len(drawing.spots) > 0
    assert max(drawing.spots.values()) < (22, 0)
    assert f"{drawing.nameless} zonder naam" in {box[0] for box in boxes(root(drawing))}


def test_four_years_name_every_event():
    drawing = timeline_picture(a_generated_case(events=500), YEARS, today=TODAY)
    assert (drawing.nameless, len(drawing.spots)) == (0, len(keys(drawing)))


def test_the_same_case_gives_the_same_picture_with_one_decimal():
    case = a_generated_case(events=120)
    first, second = (timeline_picture(case, WHOLE, today=TODAY).picture.svg for _ in range(2))
    assert first == second
    assert re.findall(r"\d\.\d{3,}", first) == []


def test_the_legend_draws_and_says_every_shape():
    legend = timeline_legend()
    assert [ET.fromstring(picture.svg).get("aria-label") for picture in legend] == [
        picture.alt for picture in legend
    ]
    assert legend[0].alt == "datum zeker"


def test_the_strip_has_a_tick_for_every_event_and_names_what_matters():
    case = a_case(
        an_event("2020-01-01", "gewoon", key="a"),
        an_event("2020-02-01", "keerpunt", key="b", is_crucial=True),
        an_event("2020-03-01", "open", key="c"),
        an_event("2020-04-01", "verborgen", key="d", is_crucial=True, hidden=True),
    )
    picture = overview_picture(case, chosen="c", today=TODAY, wide=False)
    tree = ET.fromstring(picture.svg)
    drawn = [
        (n.get("data-key"), n.get("data-lane")) for n in tree.iter() if n.get("data-shelf")
    ]
    assert drawn == [("a", "events"), ("c", "events"), ("b", "moments")]
    said = [box[0] for box in boxes(tree)]
    assert [word for word in ("gewoon", "keerpunt", "open", "verborgen") if word in said] == [
        "keerpunt",
        "open",
    ]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(TITLES, st.dates(date(2012, 3, 4), TODAY)), max_size=60), st.booleans()
)
def test_names_on_the_strip_never_overlap(rows, wide):
    events = [
        event(f"e{at}", Span(since=exactly(day)), title, is_crucial=True)
        for at, (title, day) in enumerate(rows)
    ]
    picture = overview_picture(a_case(*events), chosen="e3", today=TODAY, wide=wide)
    assert collisions(picture) == []
    assert out_of_field(picture) == []
