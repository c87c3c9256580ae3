import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casusanalyse.domain.case import Case, shelves
from casusanalyse.domain.dates import exactly, whole_year
from casusanalyse.domain.family import Person
from casusanalyse.domain.insight import Coding, Insight, Moment
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.domain.participant import Note, Participant
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.timeline import Involved, Period
from casusanalyse.domain.vocabulary import Bond, Dynamic, EventKind, Lane, Layer
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.history import past_of
from casusanalyse.usecases.writing import LONGEST_TEXT, FieldName, Plain, shown, write_field
from tests.builders import a_case, a_span, an_event
from tests.generator import a_generated_case
from tests.unit.usecases.family_desk import a_desk

FULL = a_case(
    an_event("2019-05-01", key="e1", title="Melding"),
    an_event("2020-05-01", key="e2", involved=(Involved("p1", "voogd"),)),
    people=(
        Person(key="kind", name="Noor", bond=Bond.CHILD, birth=exactly(date(2010, 3, 1))),
        Person(key="oma", name="Truus", generation=-2),
    ),
    organisations=(Organisation(key="o1", name="Wijkteam"),),
    professionals=(Professional(key="p1", name="Kees"),),
    participants=(Participant(key="d1", name="Ida"),),
    periods=(
        Period(key="q1", lane=Lane.STAY),
        Period(key="q2", lane=Lane.FAMILY),
    ),
    insights=(Insight(key="i1", text="Samen gaat het beter"),),
    codings=(Coding(key="c1", code="RO3"),),
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with a_desk(tmp_path, FULL) as desk:
        yield desk


def write(desk: Desk, where: str, value: Plain, *, base: Plain = "", version: int = 1) -> None:
    shelf, key, field = where.split("/")
    name = FieldName(shelf=shelf, key=key, field=field)
    write_field(desk, name, value, base=base, version=version)


def refusal(desk: Desk, where: str, value: Plain, *, base: Plain = "", version: int = 1) -> str:
    """The code of the refusal; whatever is refused leaves the case as it was."""
    before = desk.case()
    with pytest.raises(Refusal) as found:
        write(desk, where, value, base=base, version=version)
    assert desk.case() == before
    return found.value.code


def held(desk: Desk, where: str) -> object:
    shelf, key, field = where.split("/")
    return getattr(record(desk.case(), shelf, key), field)


def record(case: Case, shelf: str, key: str):
    if shelf == "intake":
        return case.intake
    return next(one for one in getattr(case, shelf) if one.key == key)


@pytest.mark.parametrize(
    ("where", "value", "kept"),
    [
        ("events/e1/title", "Eerste melding", "Eerste melding"),
        ("events/e1/what", "regel\r\nregel", "regel\nregel"),
        ("events/e1/kind", "crisis", EventKind.CRISIS),
        ("events/e1/is_crucial", True, True),
        ("events/e1/starred", False, False),
        ("events/e1/in_family", ["fear", "trust"], (Dynamic.FEAR, Dynamic.TRUST)),
        ("intake/intake/planned_on", "17-11-2026", date(2026, 11, 17)),
        ("people/kind/birth", "2011", whole_year(2011)),
        ("people/oma/generation", -3, -3),
        ("participants/d1/calm", 0, 0),
        ("participants/d1/calm", None, None),
        ("periods/q1/kind", "kin", "kin"),
        ("periods/q1/kind", "", ""),
        ("periods/q1/party", "o1", "o1"),
        ("insights/i1/layer", "region", Layer.REGION),
    ],
)
def test_a_field_keeps_what_was_typed_or_chosen(
    desk: Desk, where: str, value: Plain, kept: object
) -> None:
    write(desk, where, value)
    assert held(desk, where) == kept


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("events/e1/title", 5),
        ("events/e1/title", None),
        ("events/e1/title", ["a"]),
        ("events/e1/said", 2019),
        ("events/e1/said", None),
        ("events/e1/who", ["Kees"]),
        ("events/e1/kind", "ruzie"),
        ("events/e1/kind", ["crisis"]),
        ("events/e1/is_crucial", "ja"),
        ("events/e1/is_crucial", 1),
        ("events/e1/is_crucial", None),
        ("events/e1/in_family", "fear"),
        ("events/e1/in_family", ["boosheid"]),
        ("events/e1/in_family", [["fear"]]),
        ("people/kind/birth", 2010),
        ("people/oma/generation", "oma"),
        ("people/oma/generation", 10**30),
        ("people/oma/generation", True),
        ("people/oma/generation", 1.5),
        ("participants/d1/calm", 5),
        ("participants/d1/calm", -1),
        ("participants/d1/calm", False),
        ("participants/d1/position", 99),
        ("periods/q1/kind", "supervision"),
        ("periods/q2/kind", "home"),
        ("periods/q1/kind", None),
        ("intake/intake/planned_on", True),
        ("intake/intake/state", "klaar"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(desk: Desk, where: str, value: Plain) -> None:
    assert refusal(desk, where, value) == "not_understood"


@pytest.mark.parametrize(
    ("where", "value"),
    [
        ("events/e1/key", "e9"),
        ("events/e1/version", 9),
        ("events/e1/rank", 9),
        ("events/e1/involved", []),
        ("events/e1/__class__", "x"),
        ("intake/intake/archived_at", None),
        ("intake/intake/is_sample", True),
        ("people/kind/x", 0.5),
        ("periods/q1/lane", "frame"),
        ("codings/c1/code", "ZZ9"),
        ("insights/i1/evidence", ["e1"]),
        ("insights/i1/codes", ["ZZ9"]),
        ("dozen/e1/title", "x"),
        ("key/e1/title", "x"),
        ("events/e1/", "x"),
        ("events/e1/boos", "x"),
    ],
)
def test_what_is_no_field_to_type_in_is_refused(desk: Desk, where: str, value: Plain) -> None:
    assert refusal(desk, where, value) == "not_understood"


@pytest.mark.parametrize("shelf", [*shelves()])
def test_nobody_writes_a_key_a_version_or_a_rank(desk: Desk, shelf: str) -> None:
    for field in ("key", "version", "rank"):
        assert refusal(desk, f"{shelf}/e1/{field}", "x") == "not_understood"


@pytest.mark.parametrize("where", ["events/e1/what", "events/e1/said", "events/e1/who"])
def test_a_text_may_have_20_000_letters_and_not_one_more(desk: Desk, where: str) -> None:
    assert refusal(desk, where, "a" * (LONGEST_TEXT + 1)) == "text_too_long"
    write(desk, where, "a" * LONGEST_TEXT)
    assert held(desk, where) == "a" * LONGEST_TEXT


def test_a_pasted_book_in_a_date_is_refused_at_once(desk: Desk) -> None:
    began = time.perf_counter()
    assert refusal(desk, "people/oma/birth", "12 maart " * 3_000) == "text_too_long"
    assert time.perf_counter() - began < 5


def test_who_writes_the_same_field_from_an_old_screen_is_refused(desk: Desk) -> None:
    write(desk, "events/e1/what", "van de een")
    assert refusal(desk, "events/e1/what", "van de ander") == "changed_elsewhere"
    assert held(desk, "events/e1/what") == "van de een"


def test_who_writes_another_field_from_an_old_screen_loses_nothing(desk: Desk) -> None:
    write(desk, "events/e1/what", "van de een")
    write(desk, "events/e1/effect", "van de ander")
    event = desk.case().events[0]
    assert (event.what, event.effect, event.version) == ("van de een", "van de ander", 3)


def test_an_old_screen_may_write_a_field_that_holds_what_it_shows(desk: Desk) -> None:
    write(desk, "events/e1/title", "Melding school", base="Melding")
    write(desk, "events/e1/title", "Melding", base="Melding school", version=1)
    write(desk, "events/e1/title", "Zorgmelding", base="Melding", version=1)
    assert held(desk, "events/e1/title") == "Zorgmelding"


def test_two_hands_that_begin_one_answer_do_not_overwrite_each_other(desk: Desk) -> None:
    write(desk, "notes/hopes-together/text", "rust", version=0)
    assert refusal(desk, "notes/hopes-together/text", "haast", version=0) == "changed_elsewhere"
    assert desk.case().notes == (Note(key="hopes-together", version=1, text="rust"),)


def test_writing_what_is_there_already_leaves_no_trace(desk: Desk) -> None:
    newest = past_of(desk).newest
    write(desk, "events/e1/title", "Melding", base="Overleg", version=0)
    assert past_of(desk).newest == newest


def test_a_record_that_was_taken_away_cannot_be_written(desk: Desk) -> None:
    assert refusal(desk, "events/e9/title", "x") == "gone"
    assert refusal(desk, "intake/e9/nope", "x") == "not_understood"


def test_writing_makes_an_answer_and_a_deepening_but_no_event(desk: Desk) -> None:
    write(desk, "moments/e1/knew", "weinig", version=0)
    assert desk.case().moments == (Moment(key="e1", version=1, knew="weinig"),)


@pytest.mark.parametrize("key", ["", "e9", "../e1"])
def test_a_deepening_belongs_to_an_event_that_is_there(desk: Desk, key: str) -> None:
    name = FieldName(shelf="moments", key=key, field="knew")
    with pytest.raises(Refusal) as found:
        write_field(desk, name, "x", base="", version=0)
    assert (found.value.code, desk.case().moments) == ("gone", ())


@pytest.mark.parametrize("where", ["periods/q1/party", "professionals/p1/organisation"])
def test_a_field_names_nobody_who_is_not_there(desk: Desk, where: str) -> None:
    assert refusal(desk, where, "weg") == "gone"
    write(desk, where, "o1")
    write(desk, where, "", base="o1", version=2)
    assert held(desk, where) == ""


def test_a_loose_end_of_before_does_not_stop_the_writing(tmp_path: Path) -> None:
    loose = a_case(an_event("2019-05-01", key="e1", involved=(Involved("weg"),)))
    with a_desk(tmp_path, loose) as desk:
        write(desk, "events/e1/what", "gewoon door")
        assert held(desk, "events/e1/what") == "gewoon door"


@pytest.mark.parametrize("where", ["people/oma/birth", "people/oma/died"])
def test_a_date_field_refuses_words_that_are_no_date(desk: Desk, where: str) -> None:
    assert refusal(desk, where, "toen oma ziek was") == "date_not_read"
    write(desk, where, "1948")
    write(desk, where, "", base="1948", version=2)
    assert held(desk, where) is None


def test_a_day_to_meet_is_a_whole_day(desk: Desk) -> None:
    assert refusal(desk, "intake/intake/planned_on", "november 2026") == "date_needs_day"
    assert refusal(desk, "intake/intake/planned_on", "tot 2019") == "date_needs_day"


def test_the_words_of_an_event_stay_when_they_are_no_date(desk: Desk) -> None:
    write(desk, "events/e1/said", "toen oma ziek was")
    event = desk.case().events[0]
    assert (event.said, event.when) == ("toen oma ziek was", None)


def test_the_words_of_an_event_are_read_as_its_date(desk: Desk) -> None:
    write(desk, "events/e1/said", "2 mei 2021")
    event = desk.case().events[0]
    assert (event.said, event.when) == ("2 mei 2021", a_span("2021-05-02"))


def test_names_at_an_event_are_recognised_with_their_role(desk: Desk) -> None:
    write(desk, "events/e1/who", "Kees (voogd), de buurvrouw, truus")
    event = desk.case().events[0]
    assert event.who == "Kees (voogd), de buurvrouw, truus"
    assert event.involved == (Involved("p1", "voogd"), Involved("oma"))


def test_an_old_screen_that_shows_who_was_there_by_name_may_write_it(desk: Desk) -> None:
    write(desk, "events/e2/what", "overleg")
    write(desk, "events/e2/who", "Kees (voogd), Truus", base="Kees (voogd)", version=1)
    assert held(desk, "events/e2/involved") == (Involved("p1", "voogd"), Involved("oma"))


PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=30),
    st.lists(st.text(max_size=5), max_size=3),
    st.lists(st.lists(st.integers(), max_size=2), max_size=2),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
    st.sampled_from(["fear", "home", "2019", "o1", "e1", "sinds 2020"]),
)
FIELDS = [
    (shelf, key, field)
    for shelf, key in [
        ("events", "e1"),
        ("people", "oma"),
        ("participants", "d1"),
        ("periods", "q1"),
        ("intake", "intake"),
        ("insights", "i1"),
        ("codings", "c1"),
        ("moments", "e1"),
        ("professionals", "p1"),
    ]
    for field in shelves()[shelf].__dataclass_fields__
]


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(where=st.sampled_from(FIELDS), value=PLAIN)
def test_any_value_for_any_field_is_kept_or_kindly_refused(
    desk: Desk, where: tuple[str, str, str], value: Plain
) -> None:
    shelf, key, field = where
    before = desk.case()
    seen = next(one for one in (before.intake, *records(before, shelf)) if one.key == key)
    name = FieldName(shelf=shelf, key=key, field=field)
    try:
        write_field(desk, name, value, base=shown(seen, field), version=seen.version)
    except Refusal:
        assert desk.case() == before


def records(case: Case, shelf: str) -> tuple:
    if shelf == "moments":
        return (Moment(key="e1"), *case.moments)
    return () if shelf == "intake" else getattr(case, shelf)


def test_every_date_is_shown_so_that_it_is_read_back_the_same(tmp_path: Path) -> None:
    case = a_generated_case(events=40)
    bare = replace(case, events=tuple(replace(one, said="") for one in case.events))
    with a_desk(tmp_path, bare) as desk:
        for event in (one for one in desk.case().events if one.when):
            said = shown(event, "when")
            write(desk, f"events/{event.key}/said", said)
            assert held(desk, f"events/{event.key}/when") == event.when
