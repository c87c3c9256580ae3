import math

from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.analysis.family_room import Box
from casusanalyse.figures.family_line import between
from casusanalyse.figures.family_route import Terrain

FRAME = Box(0, 0, 900, 500)
SPOTS = st.tuples(st.floats(0, 900), st.floats(0, 500))
LEFT, RIGHT = (100.0, 250.0), (500.0, 250.0)
FACE = Box(280, 230, 320, 270)


def crosses(points: list[tuple[float, float]], box: Box) -> bool:
    return any(box.holds(x, y) for x, y in points)


@given(SPOTS, SPOTS, st.floats(-300, 300))
def test_a_line_starts_and_ends_four_away_from_its_circles(
    a: tuple[float, float], b: tuple[float, float], bend: float
) -> None:
    curve = between(a, b, (20.0, 33.0), bend)
    if math.dist(a, curve.pull) > 1 and math.dist(b, curve.pull) > 1:
        assert math.isclose(math.dist(a, curve.a), 24.0)
        assert math.isclose(math.dist(b, curve.b), 37.0)


def test_a_free_line_is_straight() -> None:
    curve = Terrain(FRAME, [], []).route((LEFT, RIGHT), (20.0, 20.0))
    assert {round(y, 6) for _, y in curve.points()} == {250.0}


def test_a_line_bends_round_a_face_and_round_a_name() -> None:
    straight = between(LEFT, RIGHT, (20.0, 20.0))
    assert crosses(straight.points(), FACE)
    for terrain in (Terrain(FRAME, [FACE], []), Terrain(FRAME, [], [FACE])):
        assert not crosses(terrain.route((LEFT, RIGHT), (20.0, 20.0)).points(), FACE)


def test_a_line_does_not_leave_the_picture() -> None:
    names = [Box(200, 0, 400, 600)]
    low = Terrain(Box(0, 240, 900, 260), [], names)
    curve = low.route((LEFT, RIGHT), (20.0, 20.0))
    assert {round(y, 6) for _, y in curve.points()} == {250.0}


def test_two_lines_between_the_same_people_do_not_lie_on_each_other() -> None:
    terrain = Terrain(FRAME, [], [])
    first = terrain.route((LEFT, RIGHT), (20.0, 20.0))
    terrain.take(first, terrain.plate((60.0, 20.0), first))
    second = terrain.route((LEFT, RIGHT), (20.0, 20.0))
    assert first.at(0.5) != second.at(0.5)


def test_a_word_stands_in_the_middle_and_slides_away_from_what_is_there() -> None:
    curve = between(LEFT, RIGHT, (20.0, 20.0))
    free = Terrain(FRAME, [], []).plate((60.0, 20.0), curve)
    assert free == Box(270, 240, 330, 260)

    taken = Box(290, 240, 310, 260)
    slid = Terrain(FRAME, [], [taken]).plate((60.0, 20.0), curve)
    assert slid.is_free_of([taken])
    middle = (slid.left + slid.right) / 2
    assert 124 + 0.3 * 352 <= middle <= 124 + 0.7 * 352
    assert (slid.top, slid.bottom) == (240, 260)


def test_a_word_longer_than_its_line_stands_just_beside_it() -> None:
    curve = between(LEFT, (200.0, 250.0), (20.0, 20.0))
    box = Terrain(FRAME, [], []).plate((60.0, 20.0), curve)
    assert (box.top, box.bottom) == (223, 243)


@given(SPOTS, SPOTS)
def test_a_word_never_leaves_the_picture(
    a: tuple[float, float], b: tuple[float, float]
) -> None:
    curve = between(a, b, (20.0, 20.0))
    assert FRAME.grown(1e-6).contains(Terrain(FRAME, [], []).plate((86.0, 20.0), curve))
