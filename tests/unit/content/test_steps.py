"""The five steps as data: complete, in how and what, and named after the domain."""

import re
from dataclasses import fields

import pytest

from casusanalyse.content.steps import (
    agenda,
    check_out_questions,
    event_questions,
    field_hint,
    field_label,
    question,
    reminders,
    steps,
)
from casusanalyse.content.text import page
from casusanalyse.domain.case import shelves
from casusanalyse.domain.vocabulary import EventKind

# Kept with the record, but typed nowhere: set by the tool, or by dragging.
NOT_TYPED = {
    "intake": {"archived_at", "is_sample"},
    "people": {"x", "y"},
    "agenda": {"minutes", "step"},
    "dynamics": {"at", "step"},
    "mirrors": {
        *("family_event", "family", "team_event", "team"),
        *("organisation_event", "organisation"),
    },
    "perspectives": {"event"},
    "notes": {"text"},  # the question of the step is its label
}
RECORD = {"key", "version", "rank"}


def test_the_five_steps_stand_in_the_order_of_the_method():
    assert [(step.number, step.slug, step.short, step.title) for step in steps()] == [
        (1, "checkin", "Inchecken", "Voorstellen en inchecken"),
        (2, "together", "Samen", "Hoe doen we het met elkaar?"),
        (3, "family", "Gezin", "De gezinsleden in beeld"),
        (4, "timeline", "Tijdlijn", "De tijdlijn"),
        (5, "insights", "Inzichten", "Inzichten, verdieping en werkzame elementen"),
    ]


def test_the_plan_of_the_half_day_takes_four_hours_with_the_break_after_step_three():
    assert [(item.step, item.minutes) for item in agenda()] == [
        (1, 30),
        (2, 30),
        (3, 50),
        (None, 15),
        (4, 70),
        (5, 40),
        (None, 5),
    ]
    assert [item.title for item in agenda() if item.step is None] == ["Pauze", "Check-out"]


def test_note_ids_never_change_because_saved_answers_hang_on_them():
    assert {step.slug: [note.id for note in step.notes] for step in steps()} == {
        "checkin": ["hopes-together", "process-1"],
        "together": ["dynamics-notice", "dynamics-bend", "process-2"],
        "family": ["family-history", "process-3"],
        "timeline": ["process-4"],
        "insights": ["standing-out", "process-5", "checkout-together"],
    }


def test_a_question_is_found_by_the_key_of_its_note():
    assert question("family-history") == steps()[2].notes[0]


def test_a_key_no_step_asks_is_a_bug():
    with pytest.raises(KeyError):
        question("hopes")


def test_every_step_has_five_to_seven_questions_and_one_or_two_reminders():
    assert [5 <= len(step.questions) <= 7 for step in steps()] == [True] * 5
    assert [1 <= len(step.guard) <= 2 for step in steps()] == [True] * 5


def test_every_kind_of_event_has_one_or_two_questions():
    assert {kind: 1 <= len(event_questions(kind)) <= 2 for kind in EventKind} == dict.fromkeys(
        EventKind, True
    )
    assert set(page("steps")["event_questions"]) == {kind.value for kind in EventKind}


def all_questions():
    spoken = [asked for step in steps() for asked in step.questions]
    kept = [note.text for step in steps() for note in step.notes]
    deepening = [asked for kind in EventKind for asked in event_questions(kind)]
    return [*spoken, *kept, *deepening, *check_out_questions()]


def test_every_question_is_a_question():
    assert [asked for asked in all_questions() if not asked.endswith("?")] == []


def test_no_text_asks_why():
    words = str(page("steps")).casefold()
    assert re.findall(r"\bwaarom\b|\bwiens schuld\b|\bhoe komt het\b", words) == []


def test_every_field_a_user_fills_in_has_a_name_and_no_other():
    named = {shelf: set(labels) for shelf, labels in page("steps")["labels"].items()}
    filled = {
        shelf: {field.name for field in fields(kind)} - RECORD - NOT_TYPED.get(shelf, set())
        for shelf, kind in shelves().items()
    }
    assert named == {shelf: names for shelf, names in filled.items() if names}


def test_every_hint_belongs_to_a_field_with_a_name():
    labels = page("steps")["labels"]
    hints = page("steps")["hints"]
    lost = [(s, f) for s, found in hints.items() for f in found if f not in labels[s]]
    assert lost == []


def test_the_name_of_a_field_can_hold_the_name_of_a_person():
    assert field_label("people", "nature", name="Noor") == "Aard: wie is Noor?"
    assert field_label("events", "what") == "Wat gebeurde er?"


def test_a_field_without_help_has_an_empty_hint():
    assert field_hint("events", "own_words") == "Precies zoals het gezegd is."
    assert field_hint("events", "what") == ""
    assert field_hint("households", "name") == ""


def test_a_field_users_never_see_has_no_name():
    with pytest.raises(KeyError):
        field_label("people", "version")


def test_the_chair_gets_the_six_reminders_of_the_role():
    assert len(set(reminders())) == 6
