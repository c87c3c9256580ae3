import pytest

from casusanalyse.content.codebook import method_book
from casusanalyse.content.release import Part, say_line, say_summary
from casusanalyse.domain.release import LineKind, ReleaseLine
from casusanalyse.domain.summary import (
    FIGURE_CLASSES,
    UNSURE,
    FrameGroup,
    MunicipalityKind,
    RegionWords,
    SeenCode,
    StayGroup,
    Summary,
    WordsKind,
    class_name,
)
from casusanalyse.domain.vocabulary import Layer

EVERY_CLASS = [
    (figure, value)
    for figure, classes in FIGURE_CLASSES.items()
    for value in (*map(class_name, classes), UNSURE)
]


def a_code(**fields: object) -> ReleaseLine:
    given = {"id": "code/KG5", "kind": LineKind.CODE, "value": "professional"} | fields
    return ReleaseLine(**given)


@pytest.mark.parametrize(
    ("line", "with_number", "says"),
    [
        (
            a_code(evidence=4),
            True,
            "Van plek naar plek · laag: professional · 4 gebeurtenissen",
        ),
        (a_code(evidence=1), True, "Van plek naar plek · laag: professional · 1 gebeurtenis"),
        (a_code(evidence=4), False, "Van plek naar plek · laag: professional"),
        (
            a_code(helped=("W10", "C4")),
            False,
            "Van plek naar plek · laag: professional"
            " · hielp: Neem de tijd, Rugdekking van leidinggevenden",
        ),
        (a_code(id="code/GV-7"), False, "GV-7 · laag: professional"),
    ],
)
def test_a_code_says_everything_that_leaves_with_it(line, with_number, says) -> None:
    assert say_line(line, method_book(), with_number=with_number) == says


@pytest.mark.parametrize(("figure", "value"), EVERY_CLASS)
def test_every_class_of_every_figure_has_words(figure, value) -> None:
    line = ReleaseLine(id=f"figure/{figure}", kind=LineKind.FIGURE, value=value)
    title, _, words = say_line(line, method_book(), with_number=False).partition(": ")

    assert title
    assert (words == "niet zeker") == (value == UNSURE)


def test_a_summary_is_said_part_by_part_in_the_order_of_the_book() -> None:
    summary = Summary(
        key="s",
        quarter="2026-4",
        municipality=MunicipalityKind.SMALL,
        stay=StayGroup.HOME,
        frame=FrameGroup.COMPULSORY,
        codes=(
            SeenCode(code="C4", layer=Layer.ORGANISATION),
            SeenCode(code="SH6", layer=Layer.PROFESSIONAL, evidence=0),
        ),
        figures={"crises": "2-4"},
        words=(
            RegionWords(
                key="w", kind=WordsKind.INSIGHT, text="We renden harder.", codes=("SH6",)
            ),
        ),
    )

    assert say_summary(summary, method_book()) == (
        Part(
            "Over de casus",
            (
                "Definitief in het vierde kwartaal 2026",
                "Gemeente: kleine gemeente",
                "Het kind woonde: thuis of bij familie",
                "Kader: met rechter",
            ),
        ),
        Part(
            "Wat we herkenden",
            (
                "Meer van hetzelfde · laag: professional · 0 gebeurtenissen",
                "Rugdekking van leidinggevenden · laag: organisatie",
            ),
        ),
        Part("Cijfers", ("Crises: twee tot vier",)),
        Part(
            "Zinnen voor de regio",
            ("‘We renden harder.’ · hoort bij: Meer van hetzelfde",),
        ),
    )


def test_what_is_not_told_is_no_line() -> None:
    assert say_summary(Summary(key="s", quarter="2026-1"), method_book()) == (
        Part("Over de casus", ("Definitief in het eerste kwartaal 2026",)),
    )
