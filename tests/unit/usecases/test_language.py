from casusanalyse.domain.family import Person
from casusanalyse.domain.insight import Coding, Insight, Moment
from casusanalyse.domain.intake import INTAKE_KEY, Intake, Organisation, Professional
from casusanalyse.domain.participant import Agreement, Note, Participant
from casusanalyse.domain.timeline import Perspective
from casusanalyse.domain.vocabulary import Bond
from casusanalyse.usecases.language import asides_of, quiet_aside
from tests.builders import a_case, an_event

NO = "Vader weigert hulp."
FAMILY = (
    Person(key="p1", name="Noor", bond=Bond.CHILD),
    Person(key="p2", name="Mirjam Zandstra", kin="moeder"),
)


def found(case) -> list[tuple[str, str, str]]:
    return [(one.shelf, one.key, one.field) for one in asides_of(case)]


def test_an_event_is_told_with_its_title_and_the_name_of_the_field() -> None:
    (one,) = asides_of(a_case(an_event("2020-01-01", "Melding", key="e1", what=NO)))
    assert (one.shelf, one.key, one.field) == ("events", "e1", "what")
    assert one.where == "Melding · Wat gebeurde er?"
    assert (one.said.word, one.said.sentence) == ("weigert", NO)


def test_own_words_of_child_and_parents_are_never_looked_at() -> None:
    said = an_event("2020-01-01", own_words=NO, source=NO, who=NO)
    table = Participant(
        key="d1", name="Mirjam", check_in=NO, hope=NO, takes_along=NO, learned=NO, relation=NO
    )
    assert found(a_case(said, participants=(table,))) == []


def test_views_of_the_family_are_never_looked_at_and_those_of_others_are() -> None:
    whose = ("Mirjam", "mirjam zandstra", "moeder", "Noor en het wijkteam", "", "wijkteam")
    views = tuple(
        Perspective(key=f"v{at}", rank=at, event="e1", who=who, text=NO)
        for at, who in enumerate(whose)
    )
    case = a_case(an_event("2020-01-01", key="e1"), people=FAMILY, perspectives=views)
    assert found(case) == [("perspectives", "v5", "text")]


def test_quotations_are_never_looked_at() -> None:
    assert found(a_case(an_event("2020-01-01", what=f"Mirjam zei: ‘{NO}’"))) == []


def test_beliefs_are_kept_as_they_were_believed() -> None:
    codings = tuple(
        Coding(key=code.lower(), code=code, own_words="Ouders moeten luisteren")
        for code in ("D3", "SH3")
    )
    assert found(a_case(codings=codings)) == [("codings", "sh3", "own_words")]


def test_only_what_goes_into_the_report_is_looked_at() -> None:
    events = (
        an_event("2020-01-01", key="a", what=NO, starred=False),
        an_event("2020-01-01", key="b", what=NO, hidden=True),
    )
    notes = tuple(
        Note(key=key, text=NO)
        for key in ("process-2", "draft-event", "no-mirror-1", "standing-out")
    )
    insights = (Insight(key="i", text=NO, starred=False),)
    case = a_case(*events, notes=notes, insights=insights)
    assert found(case) == [("notes", "standing-out", "text")]


def test_every_part_of_the_draft_says_where_it_is() -> None:
    case = a_case(
        an_event("2020-01-01", "Melding", key="e1", is_crucial=True),
        intake=Intake(key=INTAKE_KEY, working_name="Noor", reason=NO),
        people=(Person(key="p1", name="Noor", bond=Bond.CHILD, limitation=NO),),
        moments=(Moment(key="e1", thought=NO),),
        insights=(Insight(key="i1", text=NO),),
        agreements=(Agreement(key="a1", what=NO),),
        notes=(Note(key="standing-out", text=NO),),
    )
    assert [one.where for one in asides_of(case)] == [
        "Aanleiding en vraag · Wat is de aanleiding?",
        "Noor · Wat is de beperking van Noor?",
        "Melding · Wat dachten en voelden we?",
        "Inzichten · Ons inzicht",
        "Antwoord van de groep · Wat valt op als we de hele lijn zien?",
        "Afspraken · Wat spreken we af?",
    ]


def test_names_at_work_count_and_ordinary_words_do_not() -> None:
    case = a_case(
        professionals=(Professional(key="w1", name="Bram de Wit"),),
        organisations=(
            Organisation(key="o1", name="Stapsteen"),
            Organisation(key="o2", name="School"),
        ),
        participants=(Participant(key="d1", name="Sanne Smit"),),
    )
    assert quiet_aside(case, "Bram heeft niets gedaan.").startswith("“Bram heeft niets gedaan”")
    for name in ("Bram de Wit", "Stapsteen", "Sanne", "Sanne Smit"):
        assert quiet_aside(case, f"{name} heeft niets gedaan.") != ""
    assert quiet_aside(case, "Joris heeft niets gedaan.") == ""
    assert quiet_aside(case, "") == ""
