import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casusanalyse.domain.intake import Professional
from casusanalyse.domain.problems import Refusal
from casusanalyse.report.word.template import check_template
from casusanalyse.store.casefile import read_case
from casusanalyse.usecases.report import (
    TEMPLATE,
    draft_report,
    file_name,
    pseudonym_words,
    report_contents,
)
from templates.source.building import template_of
from tests.builders import a_case, an_event
from tests.unit.report.full_case import REAL_NAMES, TODAY, full_case
from tests.unit.report.reading import everything, paragraphs


def mentioned(names, report: bytes) -> set[str]:
    said = everything(report)
    return {
        name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?:['’]?s)?(?!\w)", said)
    }


def test_no_name_is_left_anywhere_in_the_file():
    report = draft_report(full_case(), today=TODAY)

    assert (
        mentioned([*REAL_NAMES, "Koos Ulrum", "Ulrum", "kwartelhof.example"], report) == set()
    )


def test_names_are_there_when_the_chair_wants_them():
    report = draft_report(full_case(), today=TODAY, names=True)

    assert mentioned(REAL_NAMES, report) == set(REAL_NAMES)
    assert mentioned(["kwartelhof.example"], report) == set()


def test_what_stays_with_the_chair_is_not_in_the_file():
    said = everything(draft_report(full_case(), today=TODAY, names=True))

    assert [
        words
        for words in ("GEHEIM", "Zonder ster", "Verborgen", "Nog niet rijp")
        if words in said
    ] == []


SAMPLES = sorted((Path(__file__).parents[3] / "sample_cases").glob("*.json"))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda file: file.stem)
def test_no_name_of_a_sample_case_is_left(sample: Path):
    case = read_case(sample.read_bytes())
    humans = (*case.people, *case.professionals, *case.participants)
    ordinary = pseudonym_words().ordinary | {case.intake.working_name.casefold()}
    said = {word for human in humans for word in human.name.split() if word[0].isupper()}
    names = {word for word in said if word.casefold() not in ordinary}
    names |= {known.name for known in case.organisations}
    report = draft_report(case, today=TODAY)
    kept = {alias for alias in (known.alias for known in case.organisations) if alias}

    assert len(names) > 5
    assert mentioned(names - kept, report) == set()


NAMES = st.lists(
    st.text("bdfglmnprtvz", min_size=3, max_size=7).map(lambda letters: f"Qo{letters}"),
    min_size=3,
    max_size=5,
    unique=True,
).filter(lambda names: not any(a != b and a in b for a in names for b in names))
SENTENCES = (
    "{0}",
    "{0}s huis",
    "{0}'s fiets en {0}.",
    "bij {0}, en ({1})",
    "{0}-{1}",
    "{1}\n{0}",
)


@settings(max_examples=25, deadline=None)
@given(NAMES, st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4))
def test_no_name_is_left_whatever_the_names_and_the_sentences(names, sentences):
    written = [sentence.format(*names) for sentence in sentences]
    events = (
        an_event("2019-01-01", said, what=said.upper(), parents=said.lower())
        for said in written
    )
    people = tuple(Professional(key=name, name=name, function="mentor") for name in names)
    said = everything(
        draft_report(a_case(*events, professionals=people), today=TODAY)
    ).casefold()

    assert [name for name in names if name.casefold() in said] == []


def test_an_empty_case_gives_calm_sentences_instead_of_empty_chapters():
    said = paragraphs(draft_report(a_case(), today=TODAY))

    assert [line for line in said if "nog" in line.casefold()] == [
        "De aanleiding en de hoofdvraag schrijven we nog op.",
        "Over hoe wij samen waren is nog niets opgeschreven.",
        "De gezinsleden leren we nog kennen.",
        "Er staan nog geen gebeurtenissen met een datum op de lijn.",
    ]


def test_a_region_may_bring_its_own_template():
    own = template_of("Kop 1: Van {{ naam }}\nslot")

    assert paragraphs(draft_report(a_case(), today=TODAY, template=own)) == ["Van Vlinder"]


def test_a_broken_template_is_refused():
    with pytest.raises(Refusal) as refused:
        draft_report(a_case(), today=TODAY, template=b"geen Word")

    assert refused.value.code == "template_broken"


def test_our_own_template_has_no_mistakes():
    assert check_template(TEMPLATE.read_bytes()) == ()


def test_the_name_of_the_file_says_nothing_about_the_child():
    assert file_name(full_case()) == "verslag-2026-0014.docx"


def chapter(title: str):
    return next(chapter for chapter in report_contents(full_case()) if chapter.title == title)


def test_the_chair_sees_which_events_go_in_and_which_stay_out():
    items = chapter("De tijdlijn").items

    assert [(item.title, item.reason) for item in items if not item.included] == [
        ("Zonder ster", "Zonder ster"),
        ("Verborgen", "Verborgen"),
        ("Hoe was de groep in deze stap?", "Nog leeg"),
    ]
    assert chapter("De tijdlijn").included == 13


def test_the_chair_sees_that_process_notes_stay_private():
    items = chapter("Wie deden mee en hoe waren wij?").items

    assert [(item.key, item.reason) for item in items if not item.included] == [
        ("process-1", "Nog leeg"),
        ("process-2", "Blijft bij de voorzitter"),
        ("y3", "Zonder ster"),
    ]


def test_the_chair_sees_every_shelf_that_can_have_a_star():
    found = {
        (item.shelf, item.key) for part in report_contents(full_case()) for item in part.items
    }
    case = full_case()
    wanted = {("events", event.key) for event in case.events}
    wanted |= {("insights", insight.key) for insight in case.insights}
    wanted |= {("codings", coding.key) for coding in case.codings}
    wanted |= {("agreements", agreement.key) for agreement in case.agreements}

    assert wanted - found == set()


def test_a_mirror_goes_in_with_a_star_and_only_beside_its_events():
    items = chapter("Parallelspiegel").items

    assert [(item.key, item.title, item.reason) for item in items] == [
        ("m3", "angst: Overleg 1 bij Mirjam", "Zonder ster"),
        ("m1", "angst · haast: Overleg 1 bij Mirjam · Overleg 4 bij Mirjam", ""),
        ("m2", "naar Truus: Overleg 1 bij Mirjam", ""),
        ("m4", "angst: Zonder ster", "De gebeurtenis blijft achter"),
    ]


def test_every_chapter_is_listed_also_when_empty():
    assert [(part.title, part.included) for part in report_contents(a_case())] == [
        ("Aanleiding en vraag", 0),
        ("Wie deden mee en hoe waren wij?", 0),
        ("De gezinsleden", 0),
        ("De tijdlijn", 0),
        ("Bepalende momenten", 0),
        ("Inzichten", 0),
        ("Parallelspiegel", 0),
        ("Wat wij herkennen", 0),
        ("Afspraken", 0),
        ("Uitchecken", 0),
    ]


def test_pictures_follow_the_day_of_the_session():
    early = replace(full_case().intake, planned_on=date(2019, 6, 1))
    said = everything(draft_report(replace(full_case(), intake=early), today=TODAY))

    assert "1 jun 2019" in said
