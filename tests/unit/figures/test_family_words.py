from casusanalyse.domain.dates import Span, whole_year
from casusanalyse.domain.family import Dwelling, Household, Kinship, Person, Relation
from casusanalyse.domain.vocabulary import Bond, KinshipKind, RelationWord
from casusanalyse.figures.family_words import FamilyInWords, family_in_words
from tests.builders import a_case


def test_the_picture_is_said_in_sentences() -> None:
    past = Span(since=whole_year(2014), until=whole_year(2016))
    case = a_case(
        people=(
            Person(key="noor", name="Noor", bond=Bond.CHILD, nature="Ziet alles."),
            Person(key="mirjam", name="Mirjam", kin="moeder", generation=-1, rank=1.0),
            Person(
                key="henk",
                name="Henk",
                kin="opa",
                generation=-2,
                nature="verteller",
                died=whole_year(2019),
                rank=2.0,
            ),
        ),
        households=(
            Household(key="mam", name="Bij mama"),
            Household(key="linde", name="De Linde", rank=1.0),
            Household(key="leeg", name="Bij papa", rank=2.0),
        ),
        dwellings=(
            Dwelling(key="1", person="noor", household="linde"),
            Dwelling(key="2", person="noor", household="mam", rank=1.0),
            Dwelling(key="3", person="mirjam", household="mam"),
            Dwelling(key="4", person="mirjam", household="leeg", when=past),
        ),
        kinships=(Kinship(key="k", a="mirjam", b="noor", kind=KinshipKind.PARENT),),
        relations=(
            Relation(
                key="r1",
                a="noor",
                b="mirjam",
                word=RelationWord.CHANGING,
                words="lief, kort",
            ),
            Relation(key="r2", a="mirjam", b="noor", word=RelationWord.CARES_FOR, rank=1.0),
        ),
    )
    assert family_in_words(case) == FamilyInWords(
        homes=(
            "De Linde, waar Noor nu woont: Noor.",
            "Bij mama: Mirjam.",
            "Bij papa: nog niemand.",
            "Nog zonder huis: Henk.",
            "Noor woont ook hier: Bij mama.",
            "Mirjam woonde hier eerder: Bij papa (2014 tot 2016).",
        ),
        people=(
            "Henk, opa, overleden: verteller.",
            "Mirjam, moeder.",
            "Noor, om wie het gaat: Ziet alles.",
        ),
        kin=("Mirjam is ouder van Noor.",),
        relations=("Noor en Mirjam: wisselend (lief, kort).", "Mirjam zorgt voor Noor."),
    )


def test_an_empty_family_has_no_sentences() -> None:
    assert family_in_words(a_case()) == FamilyInWords(homes=(), people=(), kin=(), relations=())
