from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.analysis.family_pairs import pairs_to_walk
from casusanalyse.domain.case import Case
from casusanalyse.domain.family import Dwelling, Household, Kinship, Person, Relation
from casusanalyse.domain.vocabulary import Bond, KinshipKind, RelationWord
from tests.builders import a_case

MIRJAM = Person(key="mirjam", name="Mirjam", generation=-1)
NOOR = Person(key="noor", name="Noor", bond=Bond.CHILD, rank=1.0)
TRUUS = Person(key="truus", name="Truus", generation=-2, rank=2.0)
LIV = Person(key="liv", name="Liv", rank=3.0)


def walked(case: Case) -> list[str]:
    return [f"{a.name}-{b.name}" for a, b in pairs_to_walk(case)]


def test_the_childs_own_pairs_come_first_and_then_who_stands_close() -> None:
    case = a_case(
        people=(MIRJAM, NOOR, TRUUS, LIV),
        kinships=(
            Kinship(key="k1", a="mirjam", b="noor", kind=KinshipKind.PARENT),
            Kinship(key="k2", a="mirjam", b="liv", kind=KinshipKind.PARENT),
        ),
        households=(Household(key="h", name="Thuis"),),
        dwellings=tuple(
            Dwelling(key=key, person=key, household="h") for key in ("mirjam", "liv")
        ),
    )
    assert walked(case) == [
        "Noor-Mirjam",
        "Noor-Liv",
        "Noor-Truus",
        "Mirjam-Liv",
        "Mirjam-Truus",
        "Truus-Liv",
    ]


def test_pairs_with_a_word_come_last() -> None:
    relation = Relation(key="r", a="liv", b="noor", word=RelationWord.WARM)
    case = a_case(people=(MIRJAM, NOOR, LIV), relations=(relation,))
    assert walked(case) == ["Noor-Mirjam", "Mirjam-Liv", "Noor-Liv"]


@given(st.integers(0, 9))
def test_every_pair_is_walked_once(count: int) -> None:
    people = tuple(Person(key=f"p{n}", name=f"P{n}", rank=float(n)) for n in range(count))
    found = [frozenset((a.key, b.key)) for a, b in pairs_to_walk(a_case(people=people))]
    assert sorted(found, key=sorted) == sorted(
        (frozenset((a.key, b.key)) for a, b in combinations(people, 2)), key=sorted
    )
