from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.analysis.family import FamilyLayout, places
from casusanalyse.analysis.family_room import MARGIN, WIDTH, Box
from casusanalyse.analysis.family_spot import cell
from casusanalyse.domain.case import Case
from casusanalyse.domain.dates import Span, whole_year
from casusanalyse.domain.family import Dwelling, Household, Kinship, Person
from casusanalyse.domain.vocabulary import Bond, KinshipKind
from tests.builders import a_case

INSIDE_X = st.floats(0.09, 0.91)
INSIDE_Y = st.floats(0.13, 0.79)


def a_person(number: int, **fields: object) -> Person:
    bond = Bond.CHILD if number == 0 else Bond.OWN
    given = {"key": f"p{number}", "name": f"P{number}", "bond": bond, "rank": float(number)}
    return Person(**(given | fields))


def lives(person: str, household: str, number: int = 0, when: Span | None = None) -> Dwelling:
    key = f"{person}-{household}"
    return Dwelling(key=key, rank=float(number), person=person, household=household, when=when)


def house(key: str, number: int = 0) -> Household:
    return Household(key=key, name=f"Bij {key}", rank=float(number))


@st.composite
def families(draw: st.DrawFn, most: int = 12, *, is_dragged: bool = False) -> Case:
    """Families of any make: households, loose people, couples; dragged at random if asked."""
    count = draw(st.integers(0, most))
    people = []
    for number in range(count):
        spot = draw(st.none() | st.tuples(INSIDE_X, INSIDE_Y)) if is_dragged else None
        x, y = spot or (None, None)
        generation = draw(st.integers(-3, 2))
        people.append(a_person(number, generation=generation, x=x, y=y))
    houses = tuple(house(f"h{number}", number) for number in range(draw(st.integers(0, 6))))
    dwellings = tuple(
        lives(person.key, home, number)
        for number, person in enumerate(people)
        if houses and (home := draw(st.sampled_from(["", *(one.key for one in houses)])))
    )
    return a_case(people=tuple(people), households=houses, dwellings=dwellings)


def cells(case: Case, layout: FamilyLayout) -> dict[str, Box]:
    """The room of every person in units of a picture 964 wide."""
    return {
        person.key: cell(
            person,
            (layout.places[person.key].x * WIDTH, layout.places[person.key].y * layout.height),
        )
        for person in case.people
    }


def in_units(layout: FamilyLayout) -> dict[str, tuple[float, float]]:
    """Every place in units of a picture 964 wide."""
    return {
        key: (round(place.x * WIDTH, 6), round(place.y * layout.height, 6))
        for key, place in layout.places.items()
    }


def overlaps(case: Case, layout: FamilyLayout) -> list[tuple[str, str]]:
    """Pairs that stand in each other's way, of whom at least one was not dragged."""
    rooms = cells(case, layout)
    dragged = {person.key for person in case.people if person.x is not None}
    return [
        (a, b)
        for a in rooms
        for b in rooms
        if a < b and not {a, b} <= dragged and rooms[a].meets(rooms[b], -0.1)
    ]


@given(families())
def test_nobody_stands_in_anybodys_way(case: Case) -> None:
    assert overlaps(case, places(case)) == []


@given(families(most=30))
def test_a_large_family_gets_a_higher_picture_and_still_room_for_all(case: Case) -> None:
    layout = places(case)
    assert overlaps(case, layout) == []
    rooms = cells(case, layout).values()
    frame = Box(MARGIN, 0, WIDTH - MARGIN, layout.height).grown(0.1)
    assert [box for box in rooms if not frame.contains(box)] == []


@given(families(is_dragged=True))
def test_who_was_dragged_stays_and_the_others_make_room(case: Case) -> None:
    layout = places(case)
    assert overlaps(case, layout) == []
    moved = [
        person.key
        for person in case.people
        if person.x is not None
        and person.y is not None
        and (
            abs(layout.places[person.key].x - person.x) > 1e-9
            or abs(layout.places[person.key].y - person.y) > 1e-9
        )
    ]
    assert moved == []


@given(families(is_dragged=True), st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(case: Case, random: object) -> None:
    people, dwellings = list(case.people), list(case.dwellings)
    random.shuffle(people)
    random.shuffle(dwellings)
    shuffled = replace(case, people=tuple(people), dwellings=tuple(dwellings))
    assert places(shuffled) == places(case)


@given(families(is_dragged=True), st.integers(-2, 1))
def test_a_newcomer_moves_nobody_who_was_dragged(case: Case, generation: int) -> None:
    newcomer = a_person(99, bond=Bond.OWN, generation=generation)
    before, after = places(case), places(replace(case, people=(*case.people, newcomer)))
    assert [
        person.key
        for person in case.people
        if person.x is not None and before.places[person.key].x != after.places[person.key].x
    ] == []


@given(families(most=8), st.integers(-2, 1))
def test_a_loose_newcomer_moves_nobody(case: Case, generation: int) -> None:
    newcomer = a_person(99, bond=Bond.OWN, generation=generation)
    before, after = places(case), places(replace(case, people=(*case.people, newcomer)))
    assert {key: box for key, box in in_units(after).items() if key != "p99"} == in_units(
        before
    )


def test_dragging_one_person_moves_nobody_else_when_there_is_room() -> None:
    people = tuple(a_person(number) for number in range(4))
    case = a_case(people=people, households=(house("h"),), dwellings=(lives("p0", "h"),))
    before = places(case).places
    moved = replace(people[3], x=0.9, y=0.2)
    after = places(replace(case, people=(*people[:3], moved))).places
    assert {key: after[key] for key in ("p0", "p1", "p2")} == {
        key: before[key] for key in ("p0", "p1", "p2")
    }


def test_the_childs_household_stands_in_the_middle_with_generations_downwards() -> None:
    people = (
        a_person(0),
        a_person(1, generation=-1),
        a_person(2, generation=-2),
        a_person(3, generation=0),
        a_person(4, generation=-1),
    )
    dwellings = tuple(lives(f"p{number}", "h", number) for number in range(4))
    case = a_case(
        people=people,
        households=(house("other"), house("h", 1)),
        dwellings=(*dwellings, lives("p4", "other")),
    )
    layout = places(case)
    assert [(home.household, home.is_childs) for home in layout.homes] == [
        ("h", True),
        ("other", False),
    ]
    assert layout.homes[0].members == ("p2", "p1", "p0", "p3")
    assert layout.homes[0].middle.x == 0.5
    heights = [layout.places[key].y for key in layout.homes[0].members]
    assert heights == sorted(heights)


def test_partners_stand_side_by_side() -> None:
    people = (
        a_person(0),
        *(a_person(number, generation=-1) for number in (1, 2, 3)),
    )
    case = a_case(
        people=people,
        households=(house("h"),),
        dwellings=tuple(lives(person.key, "h") for person in people),
        kinships=(Kinship(key="k", a="p3", b="p1", kind=KinshipKind.PARTNER),),
    )
    assert places(case).homes[0].members == ("p1", "p3", "p2", "p0")


def test_somebody_with_two_homes_is_drawn_once_and_named_at_the_second() -> None:
    case = a_case(
        people=(a_person(0), a_person(1)),
        households=(house("mam"), house("pap", 1)),
        dwellings=(lives("p1", "pap", 1), lives("p1", "mam", 2), lives("p1", "weg", 0)),
    )
    layout = places(case)
    assert [(home.household, home.members) for home in layout.homes] == [
        ("mam", ()),
        ("pap", ("p1",)),
    ]
    assert layout.also_at == {"p1": ("mam",)}


def test_a_home_of_the_past_is_no_home_now() -> None:
    past = Span(since=whole_year(2014), until=whole_year(2016))
    case = a_case(
        people=(a_person(0),), households=(house("h"),), dwellings=(lives("p0", "h", 0, past),)
    )
    layout = places(case)
    assert (layout.homes[0].members, layout.homes[0].is_childs) == ((), False)


def test_a_place_outside_the_picture_is_pulled_in() -> None:
    case = a_case(people=(a_person(0, x=0.0, y=1.0), a_person(1, x=1.0, y=0.0)))
    layout = places(case)
    assert layout.height == 520
    frame = Box(0, 0, WIDTH, layout.height)
    assert [key for key, box in cells(case, layout).items() if not frame.contains(box)] == []
