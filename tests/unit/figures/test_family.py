import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casusanalyse.analysis.family_room import Box
from casusanalyse.domain.case import Case
from casusanalyse.domain.dates import VagueDate, exactly, whole_year
from casusanalyse.domain.family import Dwelling, Household, Kinship, Person, Relation
from casusanalyse.domain.vocabulary import Bond, KinshipKind, RelationWord
from casusanalyse.figures.family import family_picture
from casusanalyse.figures.family_face import SCREEN, face, named
from casusanalyse.figures.family_legend import family_legend
from casusanalyse.figures.lettering import width
from casusanalyse.figures.svg import Picture
from tests.builders import a_case

TODAY = date(2026, 11, 17)
SVG = "{http://www.w3.org/2000/svg}"

NOOR = Person(key="noor", name="Noor", bond=Bond.CHILD, nature="Ziet alles. Zacht, trouw.")
MIRJAM = Person(key="mirjam", name="Mirjam", kin="moeder", generation=-1, rank=1.0)
ERIK = Person(
    key="erik", name="Erik", kin="stiefvader", bond=Bond.STEP, generation=-1, rank=2.0
)
HENK = Person(
    key="henk", name="Henk", kin="opa", generation=-2, died=whole_year(2019), rank=3.0
)
FAMILY = (NOOR, MIRJAM, ERIK, HENK)


def elements(picture: Picture, name: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(picture.svg).iter(SVG + name))


def items(picture: Picture) -> list[tuple[str | None, str | None]]:
    found = [one for one in elements(picture, "g") if one.get("class") == "item"]
    return [(one.get("data-shelf"), one.get("data-key")) for one in found]


def said(picture: Picture) -> list[str | None]:
    return [one.text for one in elements(picture, "text")]


def relation(word: RelationWord, a: str = "noor", b: str = "mirjam") -> Relation:
    return Relation(key=f"{a}-{b}", a=a, b=b, word=word)


def lives(household: str, *people: str) -> tuple[Dwelling, ...]:
    return tuple(
        Dwelling(key=f"{household}-{person}", person=person, household=household, rank=rank)
        for rank, person in enumerate(people)
    )


def test_an_empty_case_asks_who_belongs() -> None:
    picture = family_picture(a_case())
    assert said(picture) == ["Wie hoort erbij?"]
    assert (picture.width, picture.height) == (964, 520)


def test_everybody_is_an_item_that_can_be_dragged_from_its_middle() -> None:
    picture = family_picture(a_case(people=(NOOR,)))
    (item,) = [one for one in elements(picture, "g") if one.get("class") == "item"]
    assert (item.get("data-drag"), item.get("data-lane")) == ("1", "0")
    assert (item.get("data-x"), item.get("data-y")) == ("482", "292")
    assert item.get("aria-label") == "Noor, om wie het gaat: Ziet alles. Zacht, trouw"


def test_people_come_by_generation_and_then_the_relations() -> None:
    relations = (relation(RelationWord.WARM), relation(RelationWord.TENSE, "erik", "henk"))
    picture = family_picture(a_case(people=FAMILY, relations=relations))
    assert [key for shelf, key in items(picture) if shelf == "people"] == [
        "henk",
        "mirjam",
        "erik",
        "noor",
    ]
    assert sorted(key or "" for shelf, key in items(picture) if shelf == "relations") == [
        "erik-henk",
        "noor-mirjam",
    ]


@pytest.mark.parametrize("word", RelationWord)
def test_every_relation_word_stands_on_its_line_with_its_own_shape(word: RelationWord) -> None:
    case = a_case(people=FAMILY[:2], relations=(relation(word),))
    other = next(one for one in RelationWord if one is not word)
    changed = replace(case, relations=(relation(other),))
    assert legend()[word.value] in said(family_picture(case))
    assert lines(family_picture(case)) != lines(family_picture(changed))


def legend() -> dict[str, str]:
    return {entry.word: entry.words for entry in family_legend() if entry.word}


def lines(picture: Picture) -> list[tuple[str | None, ...]]:
    """How many strokes of which make there are; not where they run."""
    return [
        (one.get("stroke-width"), one.get("stroke-dasharray"), commands(one.get("d") or ""))
        for one in elements(picture, "path")
    ]


def commands(way: str) -> str:
    return re.sub(r"[^A-Za-z]", "", way)


def test_the_legend_has_seven_words_each_with_another_line() -> None:
    samples = [entry.svg for entry in family_legend() if entry.word]
    assert len(set(samples)) == len(RelationWord)


def test_the_legend_says_whose_home_is_coloured() -> None:
    assert family_legend("Noor")[-1].words == "hier woont Noor nu"
    assert family_legend()[-1].words == "hier woont het kind nu"


def test_a_person_who_died_has_a_dashed_circle_and_a_drawn_cross() -> None:
    alive = family_picture(a_case(people=(replace(HENK, died=None),)))
    died = family_picture(a_case(people=(HENK,)))
    dashes = [one.get("stroke-dasharray") for one in elements(died, "circle")]
    assert dashes == ["4 3"]
    assert len(elements(died, "path")) == len(elements(alive, "path")) + 1
    assert not any("†" in (words or "") for words in said(died))


@pytest.mark.parametrize(
    ("bond", "dashes"),
    [
        (Bond.STEP, "7 4"),
        (Bond.HALF, "7 4"),
        (Bond.FOSTER, "1.5 4"),
        (Bond.ADOPTIVE, "1.5 4"),
        (Bond.OWN, None),
        (Bond.NETWORK, None),
    ],
)
def test_the_kin_word_is_underlined_for_the_bond(bond: Bond, dashes: str | None) -> None:
    picture = family_picture(a_case(people=(replace(ERIK, bond=bond),)))
    found = [one.get("stroke-dasharray") for one in elements(picture, "path")]
    assert found == ([dashes] if dashes else [])


@pytest.mark.parametrize(
    ("birth", "name"),
    [
        (exactly(date(2012, 3, 4)), "Noor, 14"),
        (whole_year(2012), "Noor, 13 of 14"),
        (VagueDate(first=date(2009, 1, 1), last=date(2013, 1, 1)), "Noor"),
        (None, "Noor"),
    ],
)
def test_the_age_stands_with_the_name_when_it_is_known(
    birth: VagueDate | None, name: str
) -> None:
    assert named(replace(NOOR, birth=birth), TODAY) == name
    assert named(replace(NOOR, birth=birth), None) == "Noor"


def test_who_died_has_no_age() -> None:
    assert named(replace(HENK, birth=exactly(date(1940, 1, 1))), TODAY) == "Henk"


@given(
    st.text(max_size=300), st.text(min_size=1, max_size=60), st.text(max_size=60), st.booleans()
)
def test_all_words_fit_below_the_circle(
    nature: str, name: str, kin: str, is_child: bool
) -> None:
    bond = Bond.CHILD if is_child else Bond.OWN
    person = Person(key="p", name=name, kin=kin, nature=nature, bond=bond)
    made = face(person, (100.0, 100.0), name=name, home="", hand=SCREEN)
    assert max(width(line, 13) for line in ("", made.kin, *made.lines)) <= 130
    assert width(made.name, 14, weight=700) <= 130
    assert made.block.bottom <= 100 + 94
    assert made.block.right - made.block.left <= 136


def test_a_second_home_is_named_in_words() -> None:
    case = a_case(
        people=(
            replace(NOOR, nature="Ziet alles, en zegt het pas veel later, bij het bakken"),
        ),
        households=(Household(key="mam", name="Mam"), Household(key="pap", name="Pap")),
        dwellings=lives("mam", "noor") + lives("pap", "noor"),
    )
    assert "ook: Pap" in said(family_picture(case))


def test_the_home_of_the_child_has_its_own_colour() -> None:
    case = a_case(
        people=(NOOR, MIRJAM),
        households=(Household(key="linde", name="De Linde"), Household(key="mam", name="Mam")),
        dwellings=lives("linde", "noor") + lives("mam", "mirjam"),
    )
    fills = [one.get("fill") for one in elements(family_picture(case), "rect")]
    assert (fills.count("#F6ECD9"), fills.count("#F3F1EB")) == (1, 1)
    assert {"De Linde", "Mam"} <= set(said(family_picture(case)))


def test_a_home_where_nobody_lives_is_drawn_too() -> None:
    picture = family_picture(a_case(households=(Household(key="mam", name="Bij mama"),)))
    assert said(picture) == ["Bij mama", "Wie hoort erbij?"]


def test_former_partners_have_a_broken_line() -> None:
    def strokes(kind: KinshipKind) -> int:
        line = Kinship(key="k", a="mirjam", b="erik", kind=kind)
        case = a_case(people=(MIRJAM, replace(ERIK, bond=Bond.OWN)), kinships=(line,))
        return len(elements(family_picture(case), "path"))

    assert strokes(KinshipKind.PARTNER) == 1
    assert strokes(KinshipKind.FORMER_PARTNER) == 4


def test_a_relation_takes_the_place_of_the_family_line_between_the_same_two() -> None:
    line = Kinship(key="k", a="mirjam", b="noor", kind=KinshipKind.PARENT)
    case = a_case(people=(NOOR, MIRJAM), kinships=(line,))
    assert len(elements(family_picture(case), "path")) == 1
    tied = replace(case, relations=(relation(RelationWord.SUPPORTS),))
    assert len(elements(family_picture(tied), "path")) == 1


def test_the_chosen_person_and_the_pair_are_ringed() -> None:
    case = a_case(people=(MIRJAM, ERIK))

    def rings(picture: Picture) -> int:
        return sum(one.get("stroke-width") == "3" for one in elements(picture, "circle"))

    assert rings(family_picture(case)) == 0
    assert rings(family_picture(case, chosen="erik")) == 1
    assert rings(family_picture(case, pair=("erik", "mirjam"))) == 2


def test_the_words_of_the_case_are_escaped() -> None:
    hostile = '<script>"&</script>'
    people = (replace(NOOR, name=hostile, nature=hostile), replace(MIRJAM, kin=hostile))
    case = a_case(people=people, households=(Household(key="h", name=hostile),))
    assert elements(family_picture(case), "script") == []


def test_the_wide_picture_has_the_same_things_in_it() -> None:
    case = a_case(people=FAMILY, relations=(relation(RelationWord.WARM),))
    narrow, wide = family_picture(case), family_picture(case, wide=True)
    assert wide.width == 1190
    assert (items(narrow), said(narrow)) == (items(wide), said(wide))


def test_the_alternative_text_says_what_is_drawn() -> None:
    case = a_case(people=FAMILY, households=(Household(key="h", name="Thuis"),))
    assert family_picture(case).alt == (
        "Familietekening van Noor. 4 mensen in 1 huis. Dezelfde inhoud staat er ook in woorden."
    )


NATURES = ["", "zacht", "vlug, warm, gevoelig, en altijd onderweg"]
KINDS = st.lists(st.sampled_from(KinshipKind), max_size=8)
WORDS = st.lists(st.sampled_from(RelationWord), max_size=8)


@st.composite
def tied_families(draw: st.DrawFn) -> Case:
    """Families of every make, with lines between anybody, also to people who are not there."""
    count = draw(st.integers(0, 12))
    keys = [f"p{number}" for number in range(count)]
    spots = st.floats(0, 1) | st.none()
    people = tuple(
        Person(
            key=key,
            name=draw(st.text(min_size=1, max_size=12)),
            bond=draw(st.sampled_from(list(Bond)[1:])),
            kin=draw(st.sampled_from(["", "tante", "een heel eind weg van moeders kant"])),
            generation=draw(st.integers(-2, 1)),
            nature=draw(
                st.sampled_from(["", "zacht", "vlug, warm, gevoelig, en altijd onderweg"])
            ),
            x=draw(spots),
            y=draw(spots),
        )
        for key in keys
    )
    anybody = st.sampled_from([*keys, "weg"])
    houses = (Household(key="a", name="Thuis"), Household(key="b", name=draw(st.text())))
    return a_case(
        people=people,
        households=houses,
        dwellings=lives("a", *draw(st.lists(anybody, max_size=6, unique=True)))
        + lives("b", *draw(st.lists(anybody, max_size=6, unique=True))),
        kinships=tuple(
            Kinship(key=f"k{number}", a=draw(anybody), b=draw(anybody), kind=kind)
            for number, kind in enumerate(draw(KINDS))
        ),
        relations=tuple(
            Relation(key=f"r{number}", a=draw(anybody), b=draw(anybody), word=word)
            for number, word in enumerate(draw(WORDS))
        ),
    )


@given(tied_families())
def test_any_family_can_be_drawn_with_everybody_in_it(case: Case) -> None:
    picture = family_picture(case, today=TODAY)
    drawn = [key for shelf, key in items(picture) if shelf == "people"]
    assert sorted(drawn, key=str) == sorted(person.key for person in case.people)


@given(tied_families())
def test_every_word_on_a_line_stays_in_the_picture(case: Case) -> None:
    picture = family_picture(case)
    frame = Box(0, 0, picture.width, picture.height)
    plates = [
        one
        for group in elements(picture, "g")
        if group.get("data-shelf") == "relations"
        for one in group.iter(SVG + "rect")
        if one.get("rx")
    ]
    boxes = [
        Box(x, y, x + float(one.get("width") or 0), y + float(one.get("height") or 0))
        for one in plates
        for x, y in [(float(one.get("x") or 0), float(one.get("y") or 0))]
    ]
    assert [box for box in boxes if not frame.contains(box)] == []
