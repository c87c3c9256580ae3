from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from casusanalyse.content.round import (
    Place,
    say_last_day,
    say_moment,
    state_line,
    state_now,
    state_parts,
)
from casusanalyse.domain.round import Round

OPENED = datetime(2026, 11, 17, 16, 0, tzinfo=UTC)
CLOSED = datetime(2026, 11, 24, 23, 0, tzinfo=UTC)
CONCEPT = Round(made_at=OPENED)
OPEN = replace(CONCEPT, opened_at=OPENED, last_day=date(2026, 11, 24))
FINAL = replace(OPEN, final_at=CLOSED)
REOPENED = replace(OPEN, reopened_at=CLOSED)


@pytest.mark.parametrize(
    ("week", "now", "line"),
    [
        (None, OPENED, "Concept → Ter reactie → Verwerken → Definitief"),
        (CONCEPT, OPENED, "nu: Concept → Ter reactie → Verwerken → Definitief"),
        (
            OPEN,
            OPENED,
            "Concept → nu: Ter reactie t/m di 24 nov 2026 23:59 → Verwerken → Definitief",
        ),
        (
            OPEN,
            CLOSED,
            "Concept → Ter reactie t/m di 24 nov 2026 23:59 → nu: Verwerken → Definitief",
        ),
        (
            REOPENED,
            CLOSED,
            "Concept → Ter reactie t/m di 24 nov 2026 23:59 → "
            "nu: Verwerken (heropend) → Definitief",
        ),
        (
            FINAL,
            CLOSED,
            "Concept → Ter reactie t/m di 24 nov 2026 23:59 → Verwerken → nu: Definitief",
        ),
    ],
)
def test_one_line_says_where_the_report_stands(week, now, line) -> None:
    assert state_line(week, now) == line


def test_where_we_are_now_can_be_said_in_short() -> None:
    assert [state_now(week, OPENED) for week in (None, CONCEPT, OPEN, FINAL)] == [
        "",
        "Concept",
        "Ter reactie t/m di 24 nov",
        "Definitief",
    ]
    assert state_now(REOPENED, CLOSED) == "Verwerken (heropend)"


def test_what_was_comes_before_what_is_and_what_comes() -> None:
    assert [part.place for part in state_parts(OPEN, CLOSED)] == [
        Place.PAST,
        Place.PAST,
        Place.NOW,
        Place.NEXT,
    ]


def test_days_have_their_own_short_name() -> None:
    said = [say_last_day(date(2026, 11, day))[:2] for day in range(23, 30)]

    assert said == ["ma", "di", "wo", "do", "vr", "za", "zo"]


def test_a_moment_is_said_on_a_dutch_clock() -> None:
    assert say_moment(datetime(2026, 7, 1, 22, 5, tzinfo=UTC)) == "2 juli 2026, 00:05"
