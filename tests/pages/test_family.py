from casusanalyse.domain.family import Household, Person
from casusanalyse.domain.vocabulary import Bond, KinshipKind, RelationWord
from casusanalyse.store.cases import CaseStore
from tests.builders import a_case
from tests.pages.conftest import Open
from tests.pages.screen import parts, press, put, save, shown, tell, told_to

REFERENCE = "2026-0001"
FAMILY = a_case(
    people=(
        Person(key="noor", name="Noor", bond=Bond.CHILD, rank=1.0),
        Person(key="ine", name="Ine", kin="moeder", generation=-1, rank=2.0),
        Person(key="truus", name="Truus", kin="oma", generation=-2, rank=3.0),
    ),
    households=(Household(key="h1", name="bij oma"),),
)


def test_somebody_joins_the_family_with_one_line(open_page: Open, cases: CaseStore) -> None:
    screen = put(open_page("family", a_case()), "person", "Noor")
    screen = put(screen, "person", "Truus, oma, 1948")
    assert [(one.name, one.kin) for one in cases.get(REFERENCE).people] == [
        ("Noor", ""),
        ("Truus", "oma"),
    ]
    assert "Truus" in told_to(screen, "family")["svg"]
    assert told_to(screen, "person")["blocks"][0]["key"] == cases.get(REFERENCE).people[1].key


def test_a_person_that_is_chosen_opens(open_page: Open) -> None:
    screen = open_page("family", FAMILY)
    screen = tell(screen, "family", open={"shelf": "people", "key": "truus"})
    assert told_to(screen, "person")["blocks"][0]["key"] == "truus"


def test_a_person_is_dragged_and_stays_there(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("family", FAMILY)
    tell(screen, "family", moved={"key": "truus", "x": 0.25, "y": 7.0})
    truus = cases.get(REFERENCE).people[2]
    assert (truus.x, truus.y) == (0.25, 1.0)


def test_nature_saves_itself(open_page: Open, cases: CaseStore) -> None:
    save(
        open_page("family", FAMILY), "person", "people/noor/nature", "vrolijk, houdt van dieren"
    )
    assert cases.get(REFERENCE).people[0].nature == "vrolijk, houdt van dieren"


def test_a_problem_word_is_invited_to_the_parking_place(
    open_page: Open, cases: CaseStore
) -> None:
    screen = save(open_page("family", FAMILY), "person", "people/noor/nature", "agressief")
    aside = told_to(screen, "person")["blocks"][0]["fields"][0]["aside"]
    press(screen, "person", "people/noor/nature", aside["actions"][0]["id"])
    (parked,) = cases.get(REFERENCE).parked
    assert (parked.what.casefold(), parked.about) == ("agressief", "noor")


def test_a_problem_word_may_be_left_standing(open_page: Open, cases: CaseStore) -> None:
    screen = save(open_page("family", FAMILY), "person", "people/noor/nature", "agressief")
    aside = told_to(screen, "person")["blocks"][0]["fields"][0]["aside"]
    screen = press(screen, "person", "people/noor/nature", aside["actions"][1]["id"])
    assert cases.get(REFERENCE).parked == ()
    assert told_to(screen, "person")["blocks"][0]["fields"][0]["aside"] is None


def test_a_pair_gets_a_word_and_a_family_line(open_page: Open, cases: CaseStore) -> None:
    screen = open_page("family", FAMILY, pair=("ine", "noor"))
    words = next(one for one in screen.button_group if one.key.startswith("word-"))
    screen = words.set_value("warm").run()
    lines = next(one for one in screen.button_group if one.key.startswith("kin-"))
    lines.set_value("parent").run()
    case = cases.get(REFERENCE)
    assert [(one.a, one.b, one.word) for one in case.relations] == [
        ("ine", "noor", RelationWord.WARM)
    ]
    assert [(one.a, one.b, one.kind) for one in case.kinships] == [
        ("ine", "noor", KinshipKind.PARENT)
    ]


def test_the_walk_past_all_pairs_goes_on(open_page: Open) -> None:
    screen = open_page("family", FAMILY)
    seen = set()
    for _ in range(3):
        pair = [one for one in screen.selectbox if one.key.startswith("pair-")]
        seen.add(frozenset(one.value for one in pair))
        screen = screen.button(key="next-pair").click().run()
    assert len(seen) == 3


def test_a_pair_of_one_and_the_same_person_is_no_reason_to_fall(open_page: Open) -> None:
    screen = open_page("family", FAMILY, pair=("noor", "noor"))
    assert not screen.exception
    assert not screen.button(key="next-pair").click().run().exception


def test_a_pair_in_a_family_of_one_is_no_reason_to_fall(open_page: Open) -> None:
    alone = a_case(people=FAMILY.people[:1])
    screen = open_page("family", alone, pair=("noor", "noor"))
    assert not screen.exception
    walk = [one for one in screen.button if one.key == "next-pair"]
    assert all(not one.click().run().exception for one in walk)


def test_somebody_moves_in_and_out_of_a_home(open_page: Open, cases: CaseStore) -> None:
    screen = press(open_page("family", FAMILY), "homes", "elsewhere", "in:h1")
    (lives,) = cases.get(REFERENCE).dwellings
    assert (lives.person, lives.household) == ("noor", "h1")
    press(screen, "homes", lives.key, "out:h1")
    assert not any(one.is_current for one in cases.get(REFERENCE).dwellings)


def test_a_home_is_added_and_an_empty_one_goes(open_page: Open, cases: CaseStore) -> None:
    screen = put(open_page("family", FAMILY), "household", "bij papa")
    names = {one.name: one.key for one in cases.get(REFERENCE).households}
    assert set(names) == {"bij oma", "bij papa"}
    press(screen, "homes", "elsewhere", f"drop:{names['bij papa']}")
    assert [one.name for one in cases.get(REFERENCE).households] == ["bij oma"]


def test_a_person_who_is_removed_leaves_the_form_to_the_child(
    open_page: Open, cases: CaseStore
) -> None:
    screen = open_page("family", FAMILY, person="truus")
    screen = press(screen, "person-facts", "truus", "remove")
    assert [one.key for one in cases.get(REFERENCE).people] == ["noor", "ine"]
    assert told_to(screen, "person")["blocks"][0]["key"] == "noor"


def test_the_family_stands_in_words_too(open_page: Open) -> None:
    screen = open_page("family", FAMILY)
    screen = screen.button_group(key="family-mode").set_value("words").run()
    assert "family" not in parts(screen)
    assert "Truus" in shown(screen)


def test_something_is_parked_for_later(open_page: Open, cases: CaseStore) -> None:
    screen = put(open_page("family", FAMILY), "parked", "de ruzie van kerst")
    (parked,) = cases.get(REFERENCE).parked
    assert parked.what == "de ruzie van kerst"
    press(screen, "parking", parked.key, "away")
    assert cases.get(REFERENCE).parked == ()
