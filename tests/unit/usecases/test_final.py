from dataclasses import replace
from datetime import date, timedelta

import pytest

from casusanalyse.domain.draft import WHOLE
from casusanalyse.domain.final import fingerprint
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.remark import AnswerKind, RemarkKind, Said
from casusanalyse.usecases.final import final_file, final_of, make_final
from casusanalyse.usecases.invitations import invite
from casusanalyse.usecases.reading import react
from casusanalyse.usecases.remarks import answer, keep_differing, remarks_of
from casusanalyse.usecases.round import reopen, round_of
from casusanalyse.usecases.writing import FieldName, write_field
from tests.unit.report.control import broken_rules
from tests.unit.report.full_case import REAL_NAMES
from tests.unit.report.reading import everything, parts, rows
from tests.unit.report.reading import paragraphs as words_of
from tests.unit.usecases.test_report import mentioned
from tests.unit.usecases.week import (
    AFTERWARDS,
    AGREES,
    MISSES,
    RATHER,
    RECOGNISES,
    a_desk,
    a_reader,
    an_open_round,
    said,
)


def refused(act) -> Refusal:
    with pytest.raises(Refusal) as found:
        act()
    return found.value


def write(desk, shelf: str, key: str, field: str, words: str) -> None:
    case = desk.case()
    records = (case.intake,) if shelf == "intake" else getattr(case, shelf)
    record = next(one for one in records if one.key == key)
    name = FieldName(shelf=shelf, key=key, field=field)
    write_field(desk, name, words, base=getattr(record, field), version=record.version)


def a_finished_week(store, *, names: bool = False):
    """Two who react, one who stays silent, everything answered, one text changed."""
    an_open_round(store, names=names)
    said(store, RATHER)
    said(store, Said(kind=RemarkKind.MISSES, words="Fatima was ziek."), on="ca_insights_i1")
    invite(a_desk(store), "d2")
    desk = a_desk(store, AFTERWARDS)
    for remark in remarks_of(desk):
        answer(desk, remark.key, AnswerKind.NOT, "We zien dit anders dan Fatima.")
        keep_differing(desk, remark.key, differs=True)
    write(desk, "intake", "intake", "question", "Hoe doen we dit voortaan?")
    make_final(desk)
    return desk


def test_final_is_refused_while_remarks_wait_for_an_answer(store) -> None:
    an_open_round(store)
    said(store, MISSES)
    said(store, RATHER, participant="d2")
    refusal = refused(lambda: make_final(a_desk(store, AFTERWARDS)))

    assert (refusal.code, refusal.facts) == ("remarks_unanswered", {"number": 2})


def test_nothing_is_final_before_the_clock_closed_the_round(store) -> None:
    desk = an_open_round(store)

    assert refused(lambda: make_final(desk)).code == "round_not_closed"
    assert refused(lambda: make_final(a_desk(store, AFTERWARDS, who="notulist"))).code == (
        "chair_only"
    )


def test_a_final_report_has_its_fingerprint_and_its_date(store) -> None:
    desk = a_finished_week(store)
    final, week = final_of(desk), round_of(desk)

    assert final.made_on == date(2026, 11, 25)
    assert week.fingerprint == fingerprint(final)
    assert week.fingerprint in words_in(desk)
    assert "DEFINITIEF — vertrouwelijk" in words_in(desk)
    assert "CONCEPT" not in words_in(desk)


def test_what_only_the_calendar_changed_is_no_change(store) -> None:
    an_open_round(store)
    desk = a_desk(store, AFTERWARDS + timedelta(days=400))
    make_final(desk)
    final = final_of(desk)

    assert (final.alterations, final.made_on) == ((), date(2027, 12, 30))
    assert b"2027-12-30T" in parts(final_file(desk))["docProps/core.xml"]


def words_in(desk) -> str:
    return everything(final_file(desk))


def test_another_word_gives_another_fingerprint(store) -> None:
    final = final_of(a_finished_week(store))
    (first, *others) = final.report.paragraphs
    other = replace(final.report, paragraphs=(replace(first, text="x"), *others))

    assert fingerprint(replace(final, report=other)) != fingerprint(final)
    assert fingerprint(replace(final, remarks=())) != fingerprint(final)
    assert fingerprint(replace(final, alterations=())) != fingerprint(final)


def test_the_final_file_is_a_sound_word_file_in_which_nothing_is_tracked(store) -> None:
    file = final_file(a_finished_week(store))

    assert broken_rules(file) == []
    assert b"trackRevisions" not in parts(file)["word/settings.xml"]


def test_no_real_name_slips_in_with_remarks_answers_or_silence(store) -> None:
    desk = a_finished_week(store)
    names = [*REAL_NAMES, "Koos Ulrum", "Ulrum"]

    assert mentioned(names, final_file(desk)) == set()
    assert [name for name in names if name in repr(final_of(desk))] == []


def test_real_names_stay_when_the_chair_chose_them(store) -> None:
    assert "Fatima was ziek." in words_in(a_finished_week(store, names=True))


def test_a_difference_about_an_event_stands_beside_the_event_in_the_words_of_the_reader(
    store,
) -> None:
    desk = a_finished_week(store)
    said_so = [
        words for words in words_of(final_file(desk)) if "Ik vroeg zelf om hulp, zegt" in words
    ]

    assert said_so[0] == "Jeugdbeschermer 1: ‘Ik vroeg zelf om hulp, zegt moeder.’"
    views = [one for one in final_of(desk).report.paragraphs if one.shelf == "perspectives"]
    assert [one.number or one.heading for one in views] == ["4.1 Overleg 1 bij moeder"] * 3


def test_every_other_lasting_difference_stands_in_a_chapter_of_its_own(store) -> None:
    found = words_of(final_file(a_finished_week(store)))

    assert "Hier kwamen we niet op één lijn. Beide blikken blijven staan." in found
    assert "Jeugdbeschermer 1: ‘Jeugdbeschermer 1 was ziek.’" in found
    assert found.count("Jeugdbeschermer 1: ‘Ik vroeg zelf om hulp, zegt moeder.’") == 2, (
        "once beside the event, once among the changes"
    )


def test_remarks_are_printed_with_their_answer(store) -> None:
    found = words_of(final_file(a_finished_week(store)))
    at = found.index("Reacties en antwoorden", found.index("Over deze manier van werken") + 1)
    told = found[at:]

    assert (
        "Jeugdbeschermer 1, liever zo verwoord: ‘Ik vroeg zelf om hulp, zegt moeder.’" in told
    )
    assert "Antwoord: Niet verwerkt. We zien dit anders dan jeugdbeschermer 1." in told


def test_silence_is_printed_as_silence(store) -> None:
    assert ["Leerkracht", "geen opmerkingen ontvangen"] in rows(
        final_file(a_finished_week(store))
    )


def test_who_recognises_the_report_is_said_to(store) -> None:
    an_open_round(store)
    said(store, RECOGNISES, on=WHOLE)
    said(store, AGREES, participant="d2")
    desk = a_desk(store, AFTERWARDS)
    make_final(desk)

    assert [(one.reacted, one.recognises) for one in final_of(desk).responses] == [
        (True, True),
        (True, False),
    ]


def test_the_changes_since_the_concept_are_frozen_and_printed(store) -> None:
    desk = a_finished_week(store)
    changed = {one.place: (one.before, one.after) for one in final_of(desk).alterations}

    assert changed == {
        "Onze vraag": (
            "Hoe doen we dit samen, en wat houdt ons daarin tegen?",
            "Hoe doen we dit voortaan?",
        ),
        "4.1 Overleg 1 bij moeder": (
            "",
            "Jeugdbeschermer 1: ‘Ik vroeg zelf om hulp, zegt moeder.’",
        ),
    }


def test_later_work_on_the_case_does_not_touch_the_final_report(store) -> None:
    desk = a_finished_week(store)
    final, file = final_of(desk), final_file(desk)
    write(desk, "intake", "intake", "question", "Nog later.")

    assert (final_of(desk), final_file(desk)) == (final, file)


def test_a_final_report_is_reopened_on_purpose_and_made_final_again(store) -> None:
    desk = a_finished_week(store)
    first = round_of(desk).fingerprint
    assert refused(lambda: make_final(desk)).code == "round_not_closed"

    reopen(desk)
    assert round_of(desk).final_at is None
    later = a_desk(store, AFTERWARDS + timedelta(days=2))
    write(later, "intake", "intake", "reason", "Herschreven.")
    make_final(later)
    assert round_of(later).fingerprint not in {"", first}
    assert final_of(later).report.get("ca_intake_intake_reason").text == "Herschreven."


def test_what_was_only_typed_is_nowhere_in_the_final_report(store) -> None:
    an_open_round(store)
    reader = a_reader(store)
    react(reader, "ca_events_e0", Said(kind=RemarkKind.MISSES, words="ONVERSTUURD"))
    desk = a_desk(store, AFTERWARDS)
    make_final(desk)

    assert "ONVERSTUURD" not in words_in(desk)
    assert "ONVERSTUURD" not in repr(final_of(desk))
