from dataclasses import replace

import pytest

from casusanalyse.domain.bearers import PseudonymWords
from casusanalyse.domain.family import Household, Person
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.domain.participant import Participant
from casusanalyse.domain.pseudonyms import pseudonymised
from casusanalyse.domain.timeline import Involved, Period
from casusanalyse.domain.vocabulary import Bond, EventKind, Lane, OrganisationKind, StayKind
from tests.builders import a_case, an_event

WORDS = PseudonymWords(
    somebody="iemand",
    professional="professional",
    participant="deelnemer",
    shared_name="[naam]",
    organisations={kind: kind.value for kind in OrganisationKind}
    | {OrganisationKind.CARE_PROVIDER: "zorgaanbieder"},
    ordinary=frozenset({"oma", "mevrouw", "dokter", "politie", "wijkteam", "school"}),
)
MOTHER = Person(key="p2", name="Mirjam de Vries", kin="moeder")


def told(text: str, *people: Person, **shelves: object) -> str:
    """What becomes of a text in a case with these people."""
    case = a_case(an_event("2019-01-01", text), people=people or (MOTHER,), **shelves)
    return pseudonymised(case, WORDS).events[0].title


def worker(name: str, function: str = "jeugdbeschermer", **fields: str) -> Professional:
    return Professional(key=name, name=name, function=function, **fields)


def renamed(*people: Person, **shelves: object) -> list[str]:
    case = pseudonymised(a_case(people=people, **shelves), WORDS)
    return [
        party.name
        for party in (
            *case.people,
            *case.professionals,
            *case.participants,
            *case.organisations,
        )
    ]


@pytest.mark.parametrize(
    ("said", "reads"),
    [
        ("Mirjam belde.", "Moeder belde."),
        ("Toen belde Mirjam", "Toen belde moeder"),
        ("Stil. Mirjam huilt", "Stil. Moeder huilt"),
        ("met Mirjam de Vries erbij", "met moeder erbij"),
        ("met mevrouw de Vries erbij", "met mevrouw moeder erbij"),
        ("met mevrouw Vries erbij", "met mevrouw moeder erbij"),
        ("bij Mirjams huis", "bij moeders huis"),
        ("bij Mirjam's huis", "bij moeders huis"),
        ("bij MIRJAM thuis", "bij moeder thuis"),
        ("bij mirjam thuis", "bij moeder thuis"),
        ("bij moeder Mirjam thuis", "bij moeder thuis"),
        ("het vries\u2010weer", "het vries\u2010weer"),
        ("de Mirjamschool", "de Mirjamschool"),
        ("Mirjam/vader", "Moeder/vader"),
        ("‘Mirjam belt’", "‘Moeder belt’"),
    ],
)
def test_a_name_is_replaced_wherever_it_stands_as_a_word(said, reads):
    assert told(said) == reads


def test_longer_names_go_first():
    people = (
        Person(key="1", name="Jan", kin="vader"),
        Person(key="2", name="Jan Willem", kin="oom"),
    )

    assert told("met Jan Willem en Jan", *people) == "met oom en vader"


def test_a_first_name_that_two_people_share_points_to_nobody():
    people = (
        Person(key="1", name="Anne Bos", kin="moeder"),
        Person(key="2", name="Anne Kuiper", kin="tante"),
    )

    assert told("met Anne en Kuiper", *people) == "met [naam] en tante"


def test_a_short_name_that_is_also_a_word_needs_its_capital():
    people = (
        Person(key="1", name="Ben", kin="oom"),
        Person(key="2", name="Mei", kin="buurvrouw"),
    )

    assert (
        told("ik ben er in mei, met Ben en Mei", *people)
        == "ik ben er in mei, met oom en buurvrouw"
    )


def test_accents_match_however_they_were_typed():
    people = (Person(key="1", name="Ren\u00e9e", kin="tante"),)

    assert told("bij Rene\u0301e", *people) == "bij tante"


def test_names_with_signs_in_them_are_replaced():
    people = (Person(key="1", name="K. (Koos) O'Neil+", kin="opa"),)

    assert told("van K. (Koos) O'Neil+ en Koos", *people) == "van opa en opa"


@pytest.mark.parametrize(
    ("kin", "reads"),
    [("oma", "bij oma’s huis"), ("Thomas", "bij Thomas’ huis"), ("broer", "bij broers huis")],
)
def test_possessives_follow_the_new_name(kin, reads):
    assert told("bij Truus' huis", Person(key="1", name="Truus", kin=kin)) == reads


def test_kin_words_are_numbered_when_there_are_more():
    people = (
        Person(key="1", name="Anke", kin="pleegmoeder"),
        Person(key="2", name="Gonnie", kin="Pleegmoeder"),
        Person(key="3", name="Joost", kin="pleegvader"),
        Person(key="4", name="Wie"),
    )

    assert renamed(*people) == ["pleegmoeder 1", "Pleegmoeder 2", "pleegvader", "iemand"]


def test_professionals_are_called_after_their_function():
    workers = (worker("Petra"), worker("Bram"), worker("Ron", "huisarts"), worker("Zus", ""))

    assert renamed(professionals=workers) == [
        "jeugdbeschermer 1",
        "jeugdbeschermer 2",
        "huisarts",
        "professional",
    ]


def test_organisations_are_called_after_their_kind():
    kinds = (
        OrganisationKind.CARE_PROVIDER,
        OrganisationKind.CARE_PROVIDER,
        OrganisationKind.COURT,
    )
    known = tuple(
        Organisation(key=str(number), name=f"Zwaluw{number}hof", kind=kind)
        for number, kind in enumerate(kinds)
    )

    assert renamed(organisations=known) == ["zorgaanbieder 1", "zorgaanbieder 2", "court"]


def test_the_name_the_chair_chose_wins_and_is_used_once():
    people = (Person(key="1", name="Anke", kin="tante", alias="tante Roos"),)
    workers = (worker("Petra", alias="jeugdbeschermer"), worker("Bram"))

    assert renamed(*people, professionals=workers) == [
        "tante Roos",
        "jeugdbeschermer",
        "jeugdbeschermer 1",
    ]


def test_the_child_keeps_its_working_name():
    child = Person(key="1", name="Sterre Jansen", bond=Bond.CHILD)

    assert renamed(child) == ["Vlinder"]
    assert told("Sterre en Vlinder, kind Jansen", child) == "Vlinder en Vlinder, kind Vlinder"


def test_somebody_who_is_called_like_the_working_name_does_not_change_the_child():
    people = (Person(key="1", name="Vlinder", kin="tante"),)

    assert told("Vlinder danst", *people) == "Vlinder danst"
    assert renamed(*people) == ["tante"]


def test_a_participant_who_is_known_already_gets_the_same_name():
    table = (Participant(key="d", name="Petra", function="voorzitter"),)

    assert (
        renamed(professionals=(worker("Petra"),), participants=table) == ["jeugdbeschermer"] * 2
    )


def test_a_participant_has_no_name_no_organisation_and_no_mail():
    somebody = Participant(
        key="d",
        name="Petra Dam",
        organisation="Zwaluwhof",
        email="p@x.example",
        function="mentor",
    )
    [found] = pseudonymised(a_case(participants=(somebody,)), WORDS).participants

    assert (found.name, found.organisation, found.email) == ("mentor", "Other", "")


def test_the_short_name_of_an_organisation_goes_too():
    school = Organisation(key="o", name="School Het Sterrenpad", alias="de school")

    assert (
        told("naar Het Sterrenpad of Sterrenpad", organisations=(school,))
        == "naar de school of de school"
    )


def test_a_word_that_the_new_name_repeats_goes():
    house = Organisation(key="o", name="De Toverlinde", alias="het gezinshuis")

    assert told("bij gezinshuis De Toverlinde", organisations=(house,)) == "bij het gezinshuis"
    assert told("bij het Toverlinde", organisations=(house,)) == "bij het gezinshuis"


def test_the_words_behind_a_comma_are_looked_at_too():
    group = Organisation(key="o", name="Sterrenveld, gesloten", alias="de groep")

    assert (
        told("bij Sterrenveld, gesloten of open", organisations=(group,))
        == "bij de groep of open"
    )
    assert told("bij Sterrenveld", organisations=(group,)) == "bij de groep"


def test_an_ordinary_word_as_a_name_stays():
    police = Organisation(key="o", name="Politie", kind=OrganisationKind.POLICE)
    case = a_case(an_event("2019-01-01", "De politie kwam"), organisations=(police,))
    found = pseudonymised(case, WORDS)

    assert (found.organisations[0].name, found.events[0].title) == (
        "Politie",
        "De politie kwam",
    )


def test_a_function_with_a_name_in_it_gives_no_name_away():
    lawyer = worker("Meester Kok", "advocaat van Mirjam")

    assert renamed(MOTHER, professionals=(lawyer,)) == ["moeder", "advocaat van moeder"]


def test_every_text_of_every_record_is_read():
    case = a_case(
        an_event(
            "2019-01-01",
            what="Mirjam",
            parents="Mirjam",
            own_words="Mirjam",
            involved=(Involved("p2", "steun van Mirjam"),),
        ),
        people=(replace(MOTHER, nature="Mirjam zingt"),),
        households=(Household(key="h", name="bij Mirjam"),),
        periods=(Period(key="s", lane=Lane.STAY, kind=StayKind.HOME, title="bij Mirjam"),),
    )
    case = replace(case, intake=replace(case.intake, reason="Mirjam vroeg het"))
    found = pseudonymised(case, WORDS)

    assert "Mirjam" not in repr(found)
    assert found.events[0].involved == (Involved("p2", "steun van moeder"),)
    assert found.intake.reason == "Moeder vroeg het"


def test_keys_and_codes_stay_so_that_everything_still_fits_together():
    case = a_case(
        an_event("2019-01-01", kind=EventKind.MOVE, involved=(Involved("home"),)),
        people=(Person(key="home", name="Home", kin="moeder"),),
        periods=(Period(key="home", lane=Lane.STAY, kind="home", party="home"),),
        professionals=(worker("Petra", organisation="home"),),
    )
    found = pseudonymised(case, WORDS)

    assert found.events == case.events
    assert found.periods == case.periods
    assert found.professionals[0].organisation == "home"


def test_a_case_without_names_stays_as_it_is():
    case = a_case(an_event("2019-01-01", "Overleg"))

    assert pseudonymised(case, WORDS) == case
