"""What a reader does in a real LibreOffice, read back; also when the file went through .odt."""

import json
from pathlib import Path

import pytest

from casusanalyse.report.returned.draft import sent
from casusanalyse.report.returned.reading import read_returned
from casusanalyse.report.returned.result import Kind, Returned
from casusanalyse.usecases.report import draft_report
from tests.unit.report.full_case import TODAY, full_case
from tests.unit.report.returned.reader import react

pytestmark = pytest.mark.office

EVENTS = 60

PLAN = [
    {"do": "comment", "at": "Zeven rustige jaren", "say": "Dit herken ik."},
    {"do": "comment", "at": "Staat altijd weer op", "say": "Mooi.", "resolved": True},
    {"do": "comment", "at": "Zo kun je reageren", "say": "Fijn."},
    {"do": "comment", "at": "Ik bel oma eerst", "say": "Goed idee."},
    *(
        {"do": "comment", "at": f"Overleg {number} bij", "time": 1, "say": f"Bij {number}"}
        for number in range(10, EVENTS + 1)
    ),
    {"do": "replace", "at": "Zeven rustige", "by": "Acht rustige", "tracked": True},
    {"do": "insert", "at": "Moeder droeg het alleen.", "say": " Niet.", "tracked": True},
    {"do": "empty", "at": "2 feb 2013", "tracked": True},
    {"do": "fill", "at": "Groep 8.", "column": 2, "say": "De school", "tracked": True},
    {"do": "bold", "at": "Iemand zegt", "tracked": True},
    {"do": "cut", "at": "Ook oma woonde", "tracked": True},
    {"do": "delete_row", "at": "Overleg 5 bij", "tracked": True},
    {"do": "insert_row", "at": "Overleg 8 bij", "say": "Nieuw moment", "tracked": True},
    {"do": "replace", "at": "Stiller dan", "by": "Rustiger dan"},
    {"do": "delete_row", "at": "Overleg 7 bij"},
    {"do": "cut", "at": "Elke week bellen"},
]

CASE = full_case(events=EVENTS)
SENT_FILE = draft_report(CASE, today=TODAY)
SENT = sent(SENT_FILE)
ROUTES = {"Word file": [".docx"], "by way of .odt": [".docx", ".odt", ".docx"]}


@pytest.fixture(scope="module", params=ROUTES.values(), ids=ROUTES)
def returned(request, tmp_path_factory) -> Returned:
    """The draft after a reader reacted and saved it, one or more times."""
    folder = tmp_path_factory.mktemp("reader")
    file, plan = folder / "draft.docx", PLAN
    file.write_bytes(SENT_FILE)
    for number, suffix in enumerate(request.param):
        target = folder / f"back{number}{suffix}"
        react(file, target, plan)
        file, plan = target, []
    return read_returned(file.read_bytes(), SENT)


def test_tracking_is_on_when_the_draft_is_opened(tmp_path: Path):
    draft = tmp_path / "draft.docx"
    draft.write_bytes(SENT_FILE)

    assert json.loads(react(draft, tmp_path / "back.docx", [])) == {"tracking": True}


def test_every_comment_lands_on_its_own_paragraph(returned: Returned):
    anchors = {one.text.split(" ◆")[0]: one.anchor for one in SENT.paragraphs}
    wanted = {
        "Dit herken ik.": "ca_notes_standing_out_text",
        "Mooi.": "ca_people_p2_strength",
    } | {
        "Fijn.": anchors["Zo kun je reageren"],
        "Goed idee.": "ca_participants_d1_takes_along",
    }
    wanted |= {
        f"Bij {number}": anchors[f"Overleg {number} bij moeder"]
        for number in range(10, EVENTS + 1)
    }
    landed = {
        one.reaction.text: one.anchors[0]
        for one in returned.placed
        if one.reaction.kind is Kind.COMMENT
    }

    assert landed == wanted
    assert [one for one in returned.placed if not one.certain] == []


def test_comments_keep_who_when_and_whether_they_are_done(returned: Returned):
    remarks = [one.reaction for one in returned.placed if one.reaction.kind is Kind.COMMENT]

    assert {(one.author, str(one.at)) for one in remarks} == {
        ("Kim de Vries", "2026-11-24 10:15:30")
    }
    assert [one.text for one in remarks if one.resolved] == ["Mooi."]


def test_every_change_lands_on_its_own_paragraph(returned: Returned):
    changes = {
        (one.reaction.kind, one.anchors[0], one.reaction.text, one.reaction.quote[:25])
        for one in returned.placed
        if one.reaction.kind is not Kind.COMMENT
    }

    assert changes == {
        (Kind.REPLACED, "ca_notes_standing_out_text", "Acht rustige", "Zeven rustige"),
        (Kind.INSERTED, "ca_insights_i2_text", "Niet.", ""),
        (Kind.DELETED, "ca_events_e1_when", "", "2 feb 2013 (9 mnd)"),
        (Kind.INSERTED, "ca_participants_d2_organisation", "De school", ""),
        (Kind.FORMATTED, "ca_notes_dynamics_bend_text_again2", "Iemand zegt", "Iemand zegt"),
        (Kind.ROW_DELETED, "ca_events_e4", "", "4.21 | 5 mei 2016 (4 jaar"),
        (
            Kind.REWRITTEN,
            "ca_notes_checkout_together_text",
            "Rustiger dan we kwamen.",
            "Stiller dan we kwamen.",
        ),
        (Kind.GONE, "ca_events_e6", "", "4.30 | 7 jul 2018 (6 jaar"),
    }


def test_a_new_row_is_told_with_what_stands_before_it(returned: Returned):
    told = [(one.reaction.kind, one.reaction.text, one.after) for one in returned.unplaced]

    assert told == [(Kind.ROW_INSERTED, "Nieuw moment", "ca_events_e7_next_step")]
