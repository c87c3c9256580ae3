from dataclasses import replace
from datetime import UTC, datetime

import pytest

from casusanalyse.domain.change import Put
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.remark import RemarkKind, Said
from casusanalyse.report.returned.result import Kind
from casusanalyse.usecases.remarks import remarks_of
from casusanalyse.usecases.report import draft_report
from casusanalyse.usecases.returned import heard, take_back
from casusanalyse.usecases.round import draft_file
from tests.builders import a_case
from tests.unit.report.reading import W
from tests.unit.report.returned.word import (
    bold,
    changed,
    comment,
    comments,
    delete,
    extended,
    insert,
    insert_row,
    rewrite,
    take_away,
    without_anchors,
)
from tests.unit.usecases.week import TODAY, a_desk, an_open_round

WHAT = "ca_notes_standing_out_text"
WORDS = "Zeven rustige jaren, daarna elk jaar een plek."


def returned(desk, *steps, **more) -> bytes:
    return changed(draft_file(desk), *steps, **more)


def told(desk, *steps, **more):
    take_back(desk, "d2", returned(desk, *steps, **more), today=TODAY)
    return [(one.paragraph, one.sent) for one in remarks_of(desk)]


def test_what_came_back_stands_at_the_paragraph_people_read(store) -> None:
    desk = an_open_round(store)
    file = returned(
        desk,
        comment(0, "ca_events_e1_what"),
        comments=comments((0, "Dit was in mei.", "1")),
    )
    [one] = heard(desk, file, today=TODAY)

    assert (one.paragraph, one.place, one.certain) == (
        "ca_events_e1",
        "4.2 Overleg 2 bij moeder",
        True,
    )
    assert "Moeder en jeugdbeschermer 1 spreken elkaar" in one.read


def test_words_that_come_twice_belong_to_the_place_where_they_were_read(store) -> None:
    desk = an_open_round(store)
    file = returned(
        desk,
        comment(0, "ca_events_e0_what"),
        comment(1, "ca_events_e0_what_again2"),
        comments=comments((0, "Op de lijn.", "1"), (1, "Bij het moment.", "2")),
    )
    found = {one.reaction.text: one.paragraph for one in heard(desk, file, today=TODAY)}

    assert found == {"Op de lijn.": "ca_events_e0", "Bij het moment.": "ca_moments_e0"}


def test_what_is_about_a_heading_is_about_the_whole_with_the_heading_as_its_place(
    store,
) -> None:
    desk = an_open_round(store)

    def remarked(root) -> None:
        [anchor] = [
            name
            for one in root.iter(f"{W}bookmarkStart")
            if "".join(one.getparent().itertext()) == "Wat werkt"
            and (name := one.get(f"{W}name")).startswith("ca_")
        ]
        comment(0, anchor)(root)

    file = returned(desk, remarked, comments=comments((0, "Mooi.", "1")))
    [one] = heard(desk, file, today=TODAY)

    assert (one.paragraph, one.place, one.read) == ("", "Wat werkt", "Wat werkt")


def test_the_draft_that_was_sent_counts_and_not_the_case_as_it_is_now(store) -> None:
    desk = an_open_round(store)
    note = next(one for one in desk.case().notes if one.key == "standing-out")
    file = returned(desk)
    desk.write("write_notes", Put(replace(note, text="Intussen iets anders.")))

    assert heard(desk, file, today=TODAY) == ()


def test_before_there_is_a_concept_the_report_of_now_counts(store) -> None:
    desk = a_desk(store)
    report = draft_report(desk.case(), today=TODAY)
    [one] = heard(desk, changed(report, rewrite(WHAT, "Acht jaren.")), today=TODAY)

    assert (one.reaction.kind, one.reaction.text, one.anchors) == (
        Kind.REWRITTEN,
        "Acht jaren.",
        (WHAT,),
    )


def test_a_file_of_another_case_is_refused(store) -> None:
    desk = an_open_round(store)
    with pytest.raises(Refusal) as refused:
        heard(desk, draft_report(a_case(), today=TODAY), today=TODAY)

    assert refused.value.code == "returned_other_case"


def test_a_comment_and_its_reply_become_remarks_in_their_own_words(store) -> None:
    desk = an_open_round(store)
    found = told(
        desk,
        comment(0, WHAT),
        comments=comments((0, "Zes jaren.", "11"), (1, "Zeven, zie dossier.", "22")),
        commentsExtended=extended(("11", "", 0), ("22", "11", 0)),
    )

    assert {said for _, said in found} == {
        Said(kind=RemarkKind.COMMENT, words="Zes jaren."),
        Said(kind=RemarkKind.COMMENT, words="Antwoord op ‘Zes jaren.’: Zeven, zie dossier."),
    }
    assert {place for place, _ in found} == {WHAT}


@pytest.mark.parametrize(
    ("step", "words"),
    [
        (insert(WHAT, "En toen?"), "Erbij: ‘En toen?’"),
        (delete(WHAT), f"Weg: ‘{WORDS}’"),
        (bold(WHAT), f"Andere opmaak: ‘{WORDS}’"),
        (rewrite(WHAT, "Acht jaren."), "Dit wordt: ‘Acht jaren.’"),
        (rewrite(WHAT, ""), f"Weggehaald: ‘{WORDS}’"),
        (take_away(WHAT), f"Weggehaald: ‘{WORDS}’"),
    ],
)
def test_a_change_is_put_into_words(store, step, words) -> None:
    desk = an_open_round(store)

    assert told(desk, step) == [(WHAT, Said(kind=RemarkKind.REWORDED, words=words))]


def test_a_remark_says_who_made_it_and_when(store) -> None:
    desk = an_open_round(store)
    told(desk, insert(WHAT, "En toen?"), rewrite("ca_insights_i2_text", "Samen."))
    tracked, silent = remarks_of(desk)

    assert (tracked.author, tracked.sent_at) == (
        "Kim de Vries",
        datetime(2026, 11, 24, 9, tzinfo=UTC),  # ten o'clock in the Netherlands
    )
    assert (silent.author, silent.sent_at) == ("Koos Ulrum", desk.now)


def test_what_could_not_be_placed_is_a_remark_about_the_whole(store) -> None:
    desk = an_open_round(store)
    found = told(desk, rewrite(WHAT, "Iets heel anders."), without_anchors)

    assert (
        "",
        Said(kind=RemarkKind.REWORDED, words="Nieuwe tekst: ‘Iets heel anders.’"),
    ) in found


def test_a_new_row_says_what_it_was_put_after(store) -> None:
    desk = an_open_round(store)
    file = returned(desk, insert_row("ca_events_e0_title", "Koffie"))
    take_back(desk, "d2", file, today=TODAY)

    assert {(one.paragraph, one.quoted) for one in remarks_of(desk)} == {
        ("", "4.1 Overleg 1 bij moeder")
    }


def test_the_same_file_twice_adds_nothing(store) -> None:
    desk = an_open_round(store)
    file = returned(desk, insert(WHAT, "En toen?"), rewrite("ca_insights_i2_text", "Samen."))

    assert [take_back(desk, "d2", file, today=TODAY) for _ in range(2)] == [2, 0]


def test_a_later_file_adds_only_what_is_new(store) -> None:
    desk = an_open_round(store)
    first = insert(WHAT, "En toen?")
    take_back(desk, "d2", returned(desk, first), today=TODAY)
    later = returned(desk, first, rewrite("ca_insights_i2_text", "Samen."))

    assert take_back(desk, "d2", later, today=TODAY) == 1


def test_two_people_may_change_the_same_words_in_the_same_way(store) -> None:
    desk = an_open_round(store)
    file = returned(desk, rewrite(WHAT, "Acht jaren."))

    assert [take_back(desk, who, file, today=TODAY) for who in ("d1", "d2")] == [1, 1]


def test_a_comment_of_somebody_else_in_a_file_counts_once(store) -> None:
    desk = an_open_round(store)
    file = returned(desk, comment(0, WHAT), comments=comments((0, "Zes jaren.", "11")))

    assert [take_back(desk, who, file, today=TODAY) for who in ("d1", "d2")] == [1, 0]
