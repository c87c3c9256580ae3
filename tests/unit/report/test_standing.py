from datetime import date

from casusanalyse.report.chapters.standing import draft_standing
from tests.unit.report.finals import OPEN_WEEK, OPENED, a_final_standing

TODAY = date(2026, 11, 17)


def test_a_draft_that_was_not_sent_out_says_its_day():
    told = draft_standing("2026-0014", TODAY)

    assert told["stand"] == "CONCEPT — vertrouwelijk"
    assert told["kenmerk"] == "Casus 2026-0014 · 17 november 2026"
    assert told["standregel"] == ""
    assert told["concept"] is True


def test_a_draft_that_was_sent_out_says_until_when_people_can_react():
    told = draft_standing("2026-0014", TODAY, week=OPEN_WEEK, now=OPENED)

    assert told["stand"] == "CONCEPT — vertrouwelijk"
    assert told["kenmerk"] == "Casus 2026-0014 · ter reactie t/m di 24 nov 2026 23:59"
    assert told["standregel"] == (
        "Concept → nu: Ter reactie t/m di 24 nov 2026 23:59 → Verwerken → Definitief"
    )


def test_a_final_report_has_its_date_and_the_fingerprint():
    told = a_final_standing()

    assert told["stand"] == "DEFINITIEF — vertrouwelijk"
    assert told["kenmerk"] == "Casus 2026-0014 · 25 november 2026 · 0123456789ab"
    assert told["vingerafdruk"] == "0123456789abcdef" * 4
    assert told["standregel"] == (
        "Concept → Ter reactie t/m di 24 nov 2026 23:59 → Verwerken → nu: Definitief"
    )
    assert told["concept"] is False


def test_silence_is_printed_as_silence():
    assert a_final_standing()["deelname"] == [
        {"naam": "Moeder", "reactie": "reageerde"},
        {"naam": "Leerkracht", "reactie": "herkent het verslag"},
        {"naam": "Huisarts", "reactie": "geen opmerkingen ontvangen"},
    ]


def test_remarks_stand_by_paragraph_with_their_answer_and_plain_agreement_stays_out():
    found = a_final_standing()["reacties"]

    assert [(one["plek"], one["citaat"]) for one in found] == [
        ("4.1 Overleg", "Eén zin."),
        ("Het hele verslag", ""),
    ]
    assert found[0]["stemmen"] == [
        {
            "wie": "Moeder",
            "soort": "liever zo verwoord",
            "woorden": "Ik vroeg zelf om hulp.",
            "antwoord": "Niet verwerkt",
            "reden": "Beide blikken blijven staan.",
        }
    ]


def test_a_lasting_difference_is_printed_in_the_words_of_the_reader():
    (found,) = a_final_standing()["blijvend_verschil"]

    assert found["plek"] == "4.1 Overleg"
    assert [voice["woorden"] for voice in found["stemmen"]] == ["Ik vroeg zelf om hulp."]


def test_what_went_away_is_said_as_not_there():
    assert a_final_standing()["wijzigingen"] == [
        {"plek": "4.1 Overleg", "eerst": "Eén zin.", "nu": "Dit staat er niet meer."}
    ]
