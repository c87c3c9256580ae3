from dataclasses import replace

import pytest

from casusanalyse.content.codebook import method_book
from casusanalyse.domain.dates import Span, exactly, whole_year
from casusanalyse.domain.insight import Coding
from casusanalyse.domain.participant import Participant
from casusanalyse.domain.timeline import Event, Mirror
from casusanalyse.domain.vocabulary import Dynamic
from casusanalyse.report.chapters.circle import circle, closing
from casusanalyse.report.chapters.cover import cover
from casusanalyse.report.chapters.family import family
from casusanalyse.report.chapters.lessons import lessons
from casusanalyse.report.chapters.overview import overview
from casusanalyse.report.chapters.selection import starred_part
from casusanalyse.report.chapters.stops import stops
from casusanalyse.report.chapters.timeline import timeline
from tests.builders import a_case, an_event
from tests.unit.report.full_case import TODAY, full_case


def chosen():
    return starred_part(full_case())


def test_only_starred_and_visible_material_goes_in():
    case = chosen()

    assert {event.key for event in full_case().events} - {
        event.key for event in case.events
    } == {"x1", "x2"}
    assert [seen.key for seen in case.perspectives] == ["v1", "v2"]
    assert [insight.key for insight in case.insights] == ["i1", "i2"]
    assert [coding.key for coding in case.codings] == ["c1", "c2", "c3", "c4", "c5"]
    assert [agreement.key for agreement in case.agreements] == ["a1", "a2"]


def test_records_stand_in_the_order_people_gave_them():
    first, second = (
        Participant(key=key, name=key, rank=rank) for key, rank in (("b", 1), ("a", 2))
    )

    told = circle(starred_part(a_case(participants=(second, first))))
    assert [person["naam"] for person in told["deelnemers"]] == ["B", "A"]


def test_the_front_page_says_who_and_when():
    told = cover(full_case(), today=TODAY, names=False)

    assert told["titel"] == "De lange lijn van Vlinder"
    assert told["over_wie"] == "Vlinder, 14 jaar. Alle namen zijn schuilnamen."
    assert told["bijeenkomst"] == "Dinsdag 17 november 2026"
    assert told["erbij"] == "Jeugdbeschermer, leerkracht"


def test_a_report_with_real_names_does_not_speak_of_pseudonyms():
    told = cover(a_case(), today=TODAY, names=True)

    assert (told["over_wie"], told["schuilnaam"]) == ("Vlinder.", "")


def test_positions_are_told_as_a_spread_in_words_and_without_names():
    people = tuple(
        Participant(key=str(number), name="x", position=place)
        for number, place in enumerate((0, 1, 2, 4, 4, 3, None))
    )

    assert circle(a_case(participants=people))["spreiding"] == [
        "Aan het begin zaten er twee tegenover elkaar, één ertussenin en drie naast elkaar."
    ]


def test_a_spread_nobody_gave_is_not_told():
    told = closing(a_case(participants=(Participant(key="1", name="x"),)))

    assert told["spreiding_na"] == ""


def test_check_in_is_a_quote_with_a_name():
    assert circle(full_case())["checkins"][1] == {
        "id": "participants-d2-check_in",
        "naam": "Koos Ulrum",
        "woorden": "Nieuwsgierig.",
    }


def test_private_notes_of_the_chair_stay_out():
    asked = [note["id"] for note in circle(full_case())["dynamiek"]]

    assert asked == ["notes-hopes-together", "notes-dynamics-notice", "notes-dynamics-bend"]


def test_agreements_of_today_and_of_afterwards_stand_apart():
    case = chosen()

    assert [agreed["wat"] for agreed in circle(case)["afspraken_vandaag"]] == [
        "Eén praat tegelijk."
    ]
    assert closing(case)["afspraken"] == [
        {
            "id": "agreements-a2",
            "wat": "Elke week bellen met Mirjam.",
            "wie": "Fatima",
            "wanneer": "vrijdag",
        }
    ]


def test_the_child_comes_first_and_everybody_has_a_nature():
    people = family(full_case(), today=TODAY)["personen"]

    assert [person["naam"] for person in people] == [
        "Vlinder",
        "Mirjam Zandstra",
        "Truus Wiggers",
        "Sem",
    ]
    assert people[1] == {
        "id": "people-p2",
        "naam": "Mirjam Zandstra",
        "wie": "moeder",
        "leeftijd": "39 of 40 jaar",
        "aard": "Warm en snel. Mirjam zingt als het stil wordt.",
        "blij": "",
        "typerend": "",
        "kracht": "Staat altijd weer op.",
        "beperking": "",
        "behoefte": "Dat iemand het haar voordoet.",
        "plek": "",
        "woont": "Huis van Mirjam",
    }


def test_relations_are_told_with_their_word():
    assert family(full_case(), today=TODAY)["relaties"][0] == {
        "id": "relations-r1",
        "wie": "Vlinder",
        "met": "Mirjam Zandstra",
        "woord": "warm",
        "woorden": "en soms te dichtbij",
    }


def test_events_stand_in_order_with_numbers_and_undated_ones_apart():
    late, early = an_event("2020-01-01", "Later"), an_event("2019-01-01", "Eerder")
    told = timeline(a_case(late, Event(key="u", title="Ooit"), early))

    assert [(e["nummer"], e["titel"]) for e in told["gebeurtenissen"]] == [
        ("4.1", "Eerder"),
        ("4.2", "Later"),
    ]
    assert [(e["nummer"], e["titel"]) for e in told["niet_gedateerd"]] == [("4.3", "Ooit")]


def test_an_event_is_told_with_everything_the_group_wrote():
    assert timeline(chosen())["gebeurtenissen"][0] == {
        "id": "events-e0",
        "nummer": "4.1",
        "wanneer": "1 jan 2012",
        "leeftijd": "voor de geboorte",
        "soort": "overleg",
        "titel": "Overleg 1 bij Mirjam",
        "wat": "Mirjam en Fatima spreken elkaar & zoeken een plek bij Stichting Kwartelhof.",
        "wie": "Mirjam Zandstra, moeder; Fatima el Hadioui, jeugdbeschermer, voorzitter namens"
        " Sjoerd Brakema",
        "ouders": "Vader is stil; Mirjam praat.",
        "effect": "Wij gaan harder lopen.",
        "vervolg": "Een nieuwe plek.",
        "toen": "We dachten: Truus kan het niet meer.",
        "bron": "",
        "eigen_woorden": "‘Laat mij nou eens.’",
        "dynamiek_gezin": "angst",
        "dynamiek_ons": "haast, brandjes blussen",
        "dynamiek_organisatie": "",
        "bepalend": True,
    }


@pytest.mark.parametrize(
    ("said", "reads"),
    [
        ("Noor: 'Ik ga niet.'", "Noor: 'Ik ga niet.'"),
        ("“Nee”", "“Nee”"),
        ("opa's boot is foto's waard", "‘opa's boot is foto's waard’"),
        ("", ""),
    ],
)
def test_words_that_are_quoted_already_are_not_quoted_again(said, reads):
    [told] = timeline(a_case(an_event("2019-01-01", own_words=said)))["gebeurtenissen"]

    assert told["eigen_woorden"] == reads


def test_views_that_differ_stand_side_by_side():
    assert timeline(chosen())["verschillen"] == [
        {
            "id": "views-e0",
            "nummer": "4.1",
            "titel": "Overleg 1 bij Mirjam",
            "stemmen": [
                {"id": "perspectives-v1", "wie": "Mirjam", "woorden": "Ik vroeg zelf om hulp."},
                {
                    "id": "perspectives-v2",
                    "wie": "Fatima",
                    "woorden": "Wij zagen vooral gevaar.",
                },
            ],
        }
    ]


def test_periods_are_told_lane_by_lane():
    told = timeline(chosen())["perioden"]

    assert [(lane["laag"], [p["wat"] for p in lane["perioden"]]) for lane in told] == [
        (
            "Verblijf",
            ["Bij Mirjam, thuis", "Stichting Kwartelhof, open residentiële leefgroep"],
        ),
        ("Regie", ["Fatima el Hadioui, jeugdbeschermer"]),
    ]
    assert [p["wie"] for lane in told for p in lane["perioden"]] == ["", "", "Regie"]


def test_a_crucial_moment_first_tells_then_and_afterwards_now():
    first, second = lessons(chosen())["momenten"]

    assert [answer["antwoord"] for answer in first["toen"]] == [
        "Dat Mirjam alleen stond.",
        "Nu moet er iets gebeuren.",
        "Er was geen plek.",
    ]
    assert [answer["antwoord"] for answer in first["nu"]] == [
        "Truus werd niet gevraagd.",
        "Eerst bellen.",
        "Verdragen.",
        "Rugdekking van Stichting Kwartelhof.",
        "Tijd.",
    ]
    assert [answer["antwoord"] for answer in second["toen"]] == [
        "We dachten: Truus kan het niet meer."
    ]


def test_insights_stand_by_layer_with_the_numbers_of_their_evidence():
    told = lessons(chosen())["inzichten"]

    assert [layer["laag"] for layer in told] == ["Gezin", "Professional"]
    assert told[1]["inzichten"] == [
        {
            "id": "insights-i1",
            "tekst": "Elke keer als wij haast hadden, verhuisde Vlinder.",
            "bewijs": "4.1, 4.4",
            "herkend": "Meer van hetzelfde",
        }
    ]


def test_a_mirror_is_told_side_by_side_and_an_open_place_asks_what_can_help():
    numbers = {one["id"]: one["nummer"] for one in timeline(chosen())["gebeurtenissen"]}

    assert lessons(chosen())["spiegels"] == [
        {
            "id": "mirrors-m1",
            "woord": "Angst · haast",
            "gezin": f"Angst: Overleg 1 bij Mirjam ({numbers['events-e0']})",
            "ons": f"Haast, brandjes blussen: Overleg 4 bij Mirjam ({numbers['events-e3']})."
            " Wij gaan harder lopen.",
            "organisatie": "",
        },
        {
            "id": "mirrors-m2",
            "woord": "Naar Truus",
            "gezin": f"Angst: Overleg 1 bij Mirjam ({numbers['events-e0']})",
            "ons": "Wat kan hier helpen?",
            "organisatie": "",
        },
    ]


def test_what_an_organisation_echoes_by_a_code_names_its_event():
    mirror = Mirror(key="m", family_event="a", family=Dynamic.FEAR, organisation_event="a")
    case = a_case(an_event("2020-01-01", "wachten", key="a"), mirrors=(mirror,))
    assert lessons(case)["spiegels"][0]["organisatie"] == "Wachten (4.1)"


def test_own_words_come_before_the_words_of_the_code_book():
    told = lessons(chosen())

    assert [code["tekst"] for code in told["patronen_gezin"]] == ["Van plek naar plek"]
    assert [(code["tekst"], code["boek"]) for code in told["patronen_ons"]] == [
        ("Nog een keer hetzelfde", "Meer van hetzelfde")
    ]
    assert [(code["tekst"], code["bewijs"]) for code in told["overtuigingen"]] == [
        ("Nu, nu, nu", "4.1, 4.4")
    ]
    assert told["overtuigingen"][0]["helpend"] != ""
    assert (len(told["elementen"]), len(told["condities"])) == (1, 1)


def test_a_pattern_tells_what_helped_to_break_it():
    case = a_case(codings=(Coding(key="c", code="RO3", helped=("W9", "C4")),))
    (pattern,) = lessons(case)["patronen_ons"]
    assert pattern["hielp"] == "; ".join(map(method_book().label, ("W9", "C4")))


def test_a_code_that_left_the_book_still_reads():
    [coding] = [coding for coding in full_case().codings if coding.key == "c4"]
    told = lessons(replace(full_case(), codings=(replace(coding, code="ZZ9"),)))

    assert [code["tekst"] for code in told["patronen_ons"]] == ["ZZ9"]


def test_evidence_that_stays_out_is_not_mentioned():
    case = full_case()
    without = replace(
        case, events=tuple(replace(e, starred=e.key != "e3") for e in case.events)
    )
    told = lessons(starred_part(without))["inzichten"]

    assert told[1]["inzichten"][0]["bewijs"] == "4.1"


def test_a_vague_date_is_told_as_vague_as_it_is():
    event = Event(key="e", title="x", when=Span(since=whole_year(2019), ongoing=True))
    sharp = Event(key="f", title="y", when=Span(since=exactly(TODAY)))
    told = timeline(a_case(event, sharp))["gebeurtenissen"]

    assert [e["wanneer"] for e in told] == ["sinds 2019", "22 nov 2026"]


def test_starred_stops_stand_in_order_of_the_day_with_their_movement():
    told = stops(starred_part(full_case()))["stilgestaan"]

    assert told == [
        {
            "id": "dynamics-y2",
            "stap": "stap 2, Hoe doen we het met elkaar?",
            "woorden": "Zwijgen",
            "beweging": "",
        },
        {
            "id": "dynamics-y1",
            "stap": "stap 4, De tijdlijn",
            "woorden": "We gingen sneller praten over Mirjam.",
            "beweging": "haast, brandjes blussen, verwijt",
        },
    ]


def test_a_stop_without_a_star_stays_out_with_its_reason():
    chapters = {chapter.title: chapter.items for chapter in overview(full_case())}
    items = chapters["Wie deden mee en hoe waren wij?"]
    kept = [(one.key, one.reason) for one in items if one.shelf == "dynamics"]

    assert kept == [("y1", ""), ("y2", ""), ("y3", "Zonder ster")]
