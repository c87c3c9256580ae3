import re
from dataclasses import fields, replace
from itertools import count

from casusanalyse.domain.case import Case, shelves
from casusanalyse.report.chapters.selection import starred_part
from casusanalyse.report.chapters.standing import draft_standing
from casusanalyse.report.paragraphs import paragraphs
from casusanalyse.usecases.report import as_read, as_word, telling
from tests.builders import a_case
from tests.unit.report.control import WP
from tests.unit.report.full_case import TODAY, full_case
from tests.unit.report.reading import W, document

MARK = re.compile(r"qx\d+")
WORDS = {
    "reason",
    "question",
    "rules",
    "region",
    "relation",
    "check_in",
    "hope",
    "takes_along",
    "learned",
    "text",
    "what",
    "due",
    "nature",
    "joy",
    "characteristic",
    "strength",
    "limitation",
    "need",
    "place",
    "words",
    "title",
    "parents",
    "effect",
    "next_step",
    "then",
    "own_words",
    "source",
    "knew",
    "thought",
    "made_sense",
    "see_now",
    "differently",
    "asks_of_me",
    "asks_of_others",
    "conditions",
    "role",
    "function",
    "organisation",
    "line",
}
"""Fields of free text; names and keys stay as they are."""


def marked(case: Case) -> Case:
    """The same case with another mark in every free text."""
    numbers = count(100)

    def in_marks(record):
        return replace(
            record,
            **{
                one.name: f"qx{next(numbers)}"
                for one in fields(record)
                if one.name in WORDS
                and isinstance(getattr(record, one.name), str)
                and not (shelf_of_pointer(record, one.name))
            },
        )

    inside = {
        shelf: tuple(in_marks(record) for record in getattr(case, shelf))
        for shelf in shelves()
        if shelf != "intake"
    }
    return replace(case, intake=in_marks(case.intake), **inside)


def shelf_of_pointer(record, name: str) -> bool:
    return type(record).__name__ == "Professional" and name == "organisation"


def told():
    return telling(marked(full_case()), today=TODAY, names=True)


def in_word() -> list[tuple[str, list[str]]]:
    """The marks of the Word file with the bookmark they stand in, in order."""
    report = as_word(told(), draft_standing("2026-0014", TODAY))
    found = []
    for paragraph in document(report).iter(W + "p"):
        names = [one.get(W + "name") for one in paragraph.iter(W + "bookmarkStart")]
        own = [name for name in names if name.startswith("ca_")]
        said = "".join(text.text or "" for text in paragraph.iter(W + "t"))
        said += "".join(picture.get("descr") for picture in paragraph.iter(WP + "docPr"))
        found.append((re.sub(r"_again\d+$", "", own[0]) if own else "", MARK.findall(said)))
    return [(name, marks) for name, marks in found if marks]


def as_paragraphs():
    return [
        (one, MARK.findall(f"{one.heading} {one.text}")) for one in as_read(told()).paragraphs
    ]


def test_the_word_file_and_the_paragraphs_say_the_same() -> None:
    word = {mark for _, marks in in_word() for mark in marks}
    data = {mark for _, marks in as_paragraphs() for mark in marks}

    assert len(data) > 60
    assert word == data


def test_everything_in_the_word_file_belongs_to_the_paragraph_with_its_bookmark() -> None:
    owners = {anchor: marks for one, marks in as_paragraphs() for anchor in one.anchors}
    lost = [
        (name, mark)
        for name, marks in in_word()
        for mark in marks
        if mark not in owners.get(name, ())
    ]

    assert lost == []


def test_the_paragraphs_stand_in_the_order_of_the_word_file() -> None:
    first_seen: dict[str, int] = {}
    for name, _ in in_word():
        first_seen.setdefault(name, len(first_seen))
    places, taken = [], set()
    for one, _ in as_paragraphs():
        own = (set(one.anchors) & first_seen.keys()) - taken
        places += [min(first_seen[anchor] for anchor in own)] if own else []
        taken |= own

    assert len(places) > 35
    assert places == sorted(places)


def test_every_paragraph_has_its_own_id_that_does_not_follow_from_its_place() -> None:
    case = starred_part(full_case())
    turned = replace(case, people=case.people[::-1], codings=case.codings[::-1])
    ids = [one.id for one in of(case)]

    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"\w{1,40}", one) for one in ids)
    assert {one.id for one in of(turned)} == set(ids)
    assert [one.id for one in of(turned)] != ids


def of(case: Case):
    return paragraphs(case, today=TODAY, names=True, pictures={})


def test_an_empty_case_has_nothing_to_react_to_but_who_it_is_about() -> None:
    assert [(one.heading, one.text) for one in of(a_case())] == [("Over wie", "Vlinder.")]


def test_chapters_are_called_as_in_the_word_file() -> None:
    styles = {"Heading1", "Bijlagekop"}
    report = as_word(told(), draft_standing("2026-0014", TODAY))
    titles = [
        "".join(text.text or "" for text in paragraph.iter(W + "t"))
        for paragraph in document(report).iter(W + "p")
        for style in paragraph.iter(W + "pStyle")
        if style.get(W + "val") in styles
    ]
    chapters = list(dict.fromkeys(one.chapter for one, _ in as_paragraphs()))

    assert [*chapters[1:], "Over deze manier van werken"] == titles


def test_a_missing_piece_takes_its_joint_along() -> None:
    (person,) = [one for one in of(starred_part(full_case())) if one.id == "ca_people_p1"]

    assert person.text.splitlines()[0] == "14 jaar. Woont: Huis van Mirjam"


def test_a_paragraph_knows_where_its_words_stand_in_the_case() -> None:
    known = {name: {one.name for one in fields(kind)} for name, kind in shelves().items()}
    case = starred_part(full_case())
    keys = {
        shelf: {one.key for one in getattr(case, shelf)}
        for shelf in shelves()
        if shelf != "intake"
    }
    keys |= {"intake": {"intake"}, "moments": keys["events"]}
    wrong = [
        (one.id, name)
        for one in of(case)
        for name in one.fields
        if name not in known[one.shelf] or one.key not in keys[one.shelf]
    ]

    assert wrong == []
