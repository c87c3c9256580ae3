from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.analysis.packing import fewest_rows, longest_first, pack, spread, strewn

EXTENTS = st.tuples(st.integers(140, 900), st.integers(8, 180)).map(
    lambda pair: (float(pair[0]), float(pair[0] + pair[1]))
)
WAYS = st.lists(st.lists(EXTENTS, min_size=1, max_size=2).map(tuple), max_size=40)


def overlaps(ways, packed):
    taken = [
        (spot[0], *ways[at][spot[1]])
        for at, spot in enumerate(packed.spots)
        if spot is not None
    ]
    return [
        (one, other)
        for at, one in enumerate(taken)
        for other in taken[at + 1 :]
        if one[0] == other[0] and one[1] < other[2] and other[1] < one[2]
    ]


@given(WAYS)
def test_nothing_overlaps_on_a_row(ways):
    assert overlaps(ways, fewest_rows(ways)) == []
    assert overlaps(ways, pack(ways, longest_first(ways))) == []


@given(WAYS)
def test_everything_finds_a_row_when_there_is_no_limit(ways):
    assert None not in fewest_rows(ways).spots


@given(WAYS, st.integers(1, 5))
def test_a_limit_of_rows_holds(ways, most):
    packed = pack(ways, range(len(ways)), most=most)
    assert packed.rows <= most
    assert overlaps(ways, packed) == []


def test_the_second_way_is_taken_before_a_new_row():
    ways = [[(0.0, 50.0)], [(30.0, 90.0), (60.0, 120.0)]]
    assert pack(ways, [0, 1]).spots == ((0, 0), (0, 1))


def test_what_was_settled_keeps_its_spot_and_the_new_takes_the_first_free_one():
    ways = [[(0.0, 50.0)], [(100.0, 150.0)], [(20.0, 80.0)]]
    packed = pack(ways, [0, 1, 2], settled=[(2, 0), (1, 0), None])
    assert packed.spots == ((2, 0), (1, 0), (0, 0))


def test_a_settled_spot_that_is_taken_gives_way():
    ways = [[(0.0, 50.0)], [(20.0, 80.0)]]
    assert pack(ways, [0, 1], settled=[(0, 0), (0, 0)]).spots == ((0, 0), (1, 0))


@given(st.integers(0, 300))
def test_strewn_numbers_are_all_there_once(count):
    assert sorted(strewn(count)) == list(range(count))


@given(
    st.lists(st.tuples(st.floats(0, 800), st.floats(10, 60)), max_size=12),
)
def test_spread_names_keep_their_order_and_their_distance(wanted):
    wanted = sorted(wanted)
    lefts = spread(wanted, field=(0, 1000), gap=8)
    ends = [left + width for left, (_, width) in zip(lefts, wanted, strict=True)]
    assert all(left >= end + 8 - 1e-6 for end, left in zip(ends, lefts[1:], strict=False))
    assert all(left >= -1e-6 for left in lefts)
    assert all(end <= 1000 + 1e-6 for end in ends)


def test_names_that_do_not_touch_stay_where_they_want_to_be():
    assert spread([(10, 20), (50, 20)], field=(0, 100), gap=8) == [10, 50]


def test_two_names_on_one_spot_move_aside_equally():
    assert spread([(40, 20), (40, 20)], field=(0, 100), gap=8) == [26, 54]
