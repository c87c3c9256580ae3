"""The invented cases that ship with the product: sound, plausible and readable."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from casusanalyse.analysis.gaps import gaps
from casusanalyse.analysis.stretch import joined, stretches
from casusanalyse.content.codebook import method_book
from casusanalyse.content.date_reading import read_when
from casusanalyse.content.steps import question
from casusanalyse.domain.case import Case
from casusanalyse.domain.dates import VagueDate
from casusanalyse.domain.vocabulary import (
    FREE_FRAMES,
    AgreementMoment,
    Bond,
    CaseState,
    EducationKind,
    EventKind,
    FrameKind,
    KinshipKind,
    Lane,
    StayKind,
    TieKind,
)
from casusanalyse.store.casefile import read_case, write_case
from casusanalyse.usecases.involvement import read_who

TODAY = date(2026, 11, 22)
FOLDER = Path(__file__).parents[2] / "sample_cases"
FILES = ("eerste-sessie", "lange-lijn", "samengesteld-gezin")
KINDS = {Lane.STAY: StayKind, Lane.FRAME: FrameKind, Lane.EDUCATION: EducationKind}
LONGEST_TITLE = 26
"""Characters that fit on the line beside a mark."""


def sample(name: str) -> Case:
    return read_case((FOLDER / f"{name}.json").read_bytes())


def born(case: Case) -> VagueDate:
    assert case.child is not None
    assert case.child.birth is not None
    return case.child.birth


@pytest.fixture(params=FILES)
def case(request: pytest.FixtureRequest) -> Case:
    return sample(request.param)


def test_the_folder_holds_exactly_these_files():
    assert sorted(path.name for path in FOLDER.iterdir()) == [f"{name}.json" for name in FILES]


@pytest.mark.parametrize("name", FILES)
def test_a_sample_comes_back_byte_for_byte(name: str):
    data = (FOLDER / f"{name}.json").read_bytes()
    assert write_case(read_case(data)) == data


def test_samples_are_marked_and_have_their_own_references():
    cases = [sample(name) for name in FILES]
    assert [one.reference for one in cases] == ["2026-0002", "2026-0001", "2026-0003"]
    assert [one.intake.is_sample for one in cases] == [True, True, True]
    assert len({one.key for one in cases}) == 3


def test_region_and_municipality_are_clearly_invented(case: Case):
    assert case.intake.region == "Voorbeeldregio Oostvaart"
    assert case.intake.municipality in {"Voorbeeldstad", "Verzonnendam"}


def test_mail_addresses_cannot_exist(case: Case):
    real = [one.email for one in case.participants if one.email and ".example" not in one.email]
    assert real == []


def test_every_date_is_what_its_words_say(case: Case):
    dated = (*case.events, *case.periods)
    read = {one.key: read_when(one.said, birth=born(case), today=TODAY) for one in dated}
    assert read == {one.key: one.when for one in dated}


def test_the_words_of_a_date_mean_the_same_next_year(case: Case):
    later = date(2027, 11, 22)
    dated = (*case.events, *case.periods)
    read = {one.key: read_when(one.said, birth=born(case), today=later) for one in dated}
    assert read == {one.key: one.when for one in dated}


def test_nothing_lies_wholly_before_the_birth_or_begins_after_today(case: Case):
    for one in (*case.events, *case.periods):
        if one.when:
            assert one.when.until is None or one.when.until.last >= born(case).first
            assert one.when.since is None or one.when.since.last >= born(case).first
            assert one.when.first <= TODAY


def test_titles_fit_on_the_line(case: Case):
    titled = (*case.events, *case.periods)
    assert [one.title for one in titled if len(one.title) > LONGEST_TITLE] == []


def test_only_a_frame_goes_without_a_title(case: Case):
    assert [event.key for event in case.events if not event.title] == []
    untitled = {period.lane for period in case.periods if not period.title}
    assert untitled <= {Lane.FRAME}


def test_names_of_events_are_recognised(case: Case):
    understood = {event.key: read_who(case, event.who)[0] for event in case.events}
    assert understood == {event.key: event.involved for event in case.events}


def test_everybody_has_a_name_of_their_own(case: Case):
    names = [party.name for party in case.parties().values()]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("name", ["lange-lijn", "samengesteld-gezin"])
def test_every_professional_has_a_place_in_time(name: str):
    told = sample(name)
    seen = {one.party for event in told.events for one in event.involved}
    seen |= {period.party for period in told.periods}
    assert [one.name for one in told.professionals if one.key not in seen] == []


def test_codes_and_questions_exist(case: Case):
    told = [key for insight in case.insights for key in insight.codes]
    told += [coding.code for coding in case.codings]
    assert [method_book().get(key).id for key in told] == told
    assert [question(note.key).id for note in case.notes] == [note.key for note in case.notes]


def test_kinds_of_periods_belong_to_their_lane(case: Case):
    for period in case.periods:
        if period.lane in KINDS:
            assert KINDS[period.lane](period.kind) == period.kind
        else:
            assert period.kind == ""


def test_parents_are_older_than_their_children(case: Case):
    births = {person.key: person.birth for person in case.people}
    for line in case.kinships:
        older, younger = births[line.a], births[line.b]
        if line.kind is KinshipKind.PARENT and older and younger:
            assert older.last.year + 15 <= younger.first.year


def test_nobody_dies_before_being_born(case: Case):
    for person in case.people:
        if person.died and person.birth:
            assert person.birth.last < person.died.first


def test_the_child_lives_somewhere_now(case: Case):
    assert case.child is not None
    homes = [home for home in case.dwellings if home.person == case.child.key]
    assert any(home.is_current for home in homes)


LONG = sample("lange-lijn")


def test_the_long_line_is_a_case_of_size():
    counts = {
        "people": len(LONG.people),
        "organisations": len(LONG.organisations),
        "professionals": len(LONG.professionals),
        "organisations of professionals": len(
            {one.organisation for one in LONG.professionals if one.organisation}
        ),
        "events": len(LONG.events),
        "participants": len(LONG.participants),
        "insights": len(LONG.insights),
        "moments": len(LONG.moments),
    }
    assert counts == {
        "people": 12,
        "organisations": 19,
        "professionals": 53,
        "organisations of professionals": 19,
        "events": 91,
        "participants": 11,
        "insights": 11,
        "moments": 7,
    }


def test_noor_is_fourteen_and_moved_ten_times():
    assert born(LONG).first == date(2012, 5, 14)
    stays = [period for period in LONG.periods if period.lane is Lane.STAY]
    homes = [stay for stay in stays if stay.kind != StayKind.RESPITE]
    assert len(homes) - 1 == 10
    assert len({stay.title for stay in stays}) == 11


def test_there_is_no_day_without_a_place():
    stays = (period for period in LONG.periods if period.lane is Lane.STAY)
    line = joined(stretches(stays, today=TODAY))
    assert gaps(line, until=TODAY.toordinal()) == ()


def test_the_direction_fell_away_five_times():
    held = (period for period in LONG.periods if period.lane is Lane.DIRECTION)
    found = gaps(joined(stretches(held, today=TODAY)), until=TODAY.toordinal())
    assert [gap.months for gap in found] == [6, 8, 5, 4, 3]


def test_education_stood_still_three_times():
    taught = (period for period in LONG.periods if period.lane is Lane.EDUCATION)
    found = gaps(joined(stretches(taught, today=TODAY)), until=TODAY.toordinal())
    assert [gap.months for gap in found] == [6, 3, 6]


def test_the_frame_changed_twice_between_free_and_compulsory():
    frames = [period for period in LONG.periods if period.lane is Lane.FRAME and period.when]
    turns = sorted({period.when.start for period in frames if period.when})
    free = [
        all(
            period.kind in FREE_FRAMES
            for period in frames
            if period.when and period.when.start <= day < period.when.end(date.max)
        )
        for day in turns
    ]
    assert sum(one != other for one, other in pairwise(free)) == 2


def test_many_dates_on_the_long_line_are_vague():
    dated = [event.when for event in LONG.events if event.when]
    vague = [when for when in dated if when.since and not when.since.is_sharp]
    assert len(vague) == 27
    assert [event.said for event in LONG.events if event.when is None] == [
        "toen oma de schuur opruimde",
        "in de tijd van de flat",
    ]


def test_the_long_line_holds_good_moments_and_crises():
    kinds = [event.kind for event in LONG.events]
    assert kinds.count(EventKind.GOOD_MOMENT) == 13
    assert kinds.count(EventKind.CRISIS) == 5
    assert kinds.count(EventKind.BROAD_ANALYSIS) == 1


def test_every_crucial_moment_was_deepened():
    crucial = {event.key for event in LONG.events if event.is_crucial}
    assert {moment.key for moment in LONG.moments} == crucial
    told = [moment.see_now and moment.differently and moment.knew for moment in LONG.moments]
    assert all(told)


def test_every_insight_of_the_long_line_has_evidence_and_a_code():
    assert all(insight.evidence and insight.codes for insight in LONG.insights)
    assert all(coding.evidence and coding.own_words for coding in LONG.codings)


def test_everybody_in_the_long_line_is_a_person_first():
    for person in LONG.people:
        told = (
            person.nature,
            person.joy,
            person.characteristic,
            person.strength,
            person.limitation,
            person.need,
            person.place,
        )
        assert all(told)


def test_every_kind_of_tie_and_both_moments_of_agreement_are_there():
    assert {tie.kind for tie in LONG.ties} == set(TieKind)
    assert {one.moment for one in LONG.agreements} == set(AgreementMoment)


def test_most_parked_words_came_back_on_the_long_line():
    assert [bool(parked.event) for parked in LONG.parked] == [True, True, True, True, False]


def test_the_first_session_is_in_progress():
    first = sample("eerste-sessie")
    assert first.intake.state is CaseState.IN_SESSION
    assert (len(first.participants), len(first.people), len(first.events)) == (6, 5, 5)
    assert (first.moments, first.insights, first.codings) == ((), (), ())


def test_the_blended_family_is_awkward_in_every_way():
    blended = sample("samengesteld-gezin")
    assert {person.bond for person in blended.people} == set(Bond) - {Bond.ADOPTIVE}
    undated = [one for one in (*blended.events, *blended.periods) if one.when is None]
    assert len(undated) == 7
    child_homes = [
        home for home in blended.dwellings if home.person == "p-pip" and home.is_current
    ]
    assert len(child_homes) == 3
    seen = [view.event for view in blended.perspectives]
    assert len({event for event in seen if seen.count(event) >= 2}) == 7


def test_stays_of_the_blended_family_overlap():
    blended = sample("samengesteld-gezin")
    stays = [
        period.when for period in blended.periods if period.lane is Lane.STAY and period.when
    ]
    assert len([when for when in stays if when.ongoing]) == 3
