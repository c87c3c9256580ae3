"""What a reader does in Word 365 or Google Docs, read back at the right paragraph."""

from datetime import datetime

import pytest

from casusanalyse.report.returned.draft import sent
from casusanalyse.report.returned.reading import read_returned
from casusanalyse.report.returned.result import Kind
from tests.unit.report.returned.drafts import CASE, DRAFT
from tests.unit.report.returned.hostile import with_part
from tests.unit.report.returned.word import (
    KIM,
    NAMES,
    bold,
    changed,
    comment,
    comments,
    cut,
    delete,
    delete_row,
    extended,
    in_google_docs,
    insert,
    insert_row,
    made,
    move,
    paragraph,
    rewrite,
    said,
    take_away,
    take_away_row,
    without_anchors,
)

SENT = sent(DRAFT)
WHEN = "ca_events_e2_when"
WHAT = "ca_notes_standing_out_text"
WORDS = "Zeven rustige jaren, daarna elk jaar een plek."
AT = datetime.fromisoformat("2026-11-24T10:00:00")


def back(*steps, **more):
    return read_returned(changed(DRAFT, *steps, **more), SENT)


def placed(returned):
    """Kind, first anchor, what came and what it was about."""
    assert returned.unplaced == ()
    return [
        (one.reaction.kind, one.anchors[0], one.reaction.text, one.reaction.quote)
        for one in returned.placed
    ]


def test_an_untouched_draft_says_nothing_and_names_its_case():
    returned = back()

    assert (returned.case, returned.placed, returned.unplaced) == (CASE.key, (), ())


def test_a_thread_comes_back_with_who_answers_whom_and_what_was_ticked_off():
    returned = back(
        comment(0, WHEN),
        comments=comments((0, "Dit was 12 juli.", "11111111"), (1, "Klopt.", "22222222")),
        commentsExtended=extended(("11111111", "", 1), ("22222222", "11111111", 1)),
    )
    first, reply = (one.reaction for one in returned.placed)

    assert placed(returned) == [
        (Kind.COMMENT, WHEN, "Dit was 12 juli.", "3 mrt 2014 (22 mnd)"),
        (Kind.COMMENT, WHEN, "Klopt.", "3 mrt 2014 (22 mnd)"),
    ]
    assert (first.author, first.at, first.resolved) == (KIM["author"], AT, True)
    assert (first.answers, reply.answers) == ("", first.number)


def test_a_comment_over_three_rows_is_about_everything_in_them():
    returned = back(
        comment(0, "ca_events_e3", "ca_events_e5_next_step"),
        comments=comments((0, "Deze drie horen bij elkaar.", "33333333")),
    )
    [one] = returned.placed

    assert one.anchors[0] == "ca_events_e3"
    assert {name.split("_")[2] for name in one.anchors} == {"e3", "e4", "e5"}
    assert one.reaction.quote[:20] == "4.4 4 apr 2015 (2 ja"


def test_a_date_that_makes_no_sense_is_no_date():
    strange = comments((0, "Ja.", "1")).replace(KIM["date"], "0-00-00T00:00:00Z")

    assert [one.reaction.at for one in back(comment(0, WHEN), comments=strange).placed] == [
        None
    ]


def test_a_line_break_that_libreoffice_leaves_out_comes_back():
    glued = comments((0, "Eerste regel</w:t><w:t>Tweede regel", "1"))

    assert [one.reaction.text for one in back(comment(0, WHEN), comments=glued).placed] == [
        "Eerste regel\nTweede regel"
    ]


def test_a_comment_that_hangs_nowhere_is_told_all_the_same():
    returned = back(comments=comments((7, "Waar stond ik?", "1")))

    assert [one.reaction.text for one in returned.unplaced] == ["Waar stond ik?"]


def test_what_came_and_went_is_told_with_who_and_when():
    returned = back(insert(WHAT, " En toen?"), delete("ca_insights_i2_text"))

    assert placed(returned) == [
        (Kind.INSERTED, WHAT, "En toen?", ""),
        (Kind.DELETED, "ca_insights_i2_text", "", "Moeder droeg het alleen."),
    ]
    assert {(one.reaction.author, one.reaction.at) for one in returned.placed} == {
        (KIM["author"], AT)
    }


def test_what_came_in_the_place_of_what_went_is_one_change():
    returned = back(delete(WHAT), insert(WHAT, "Acht jaren."))

    assert placed(returned) == [(Kind.REPLACED, WHAT, "Acht jaren.", WORDS)]


def test_what_two_people_did_stays_apart():
    returned = back(delete(WHAT, author="Jan"), insert(WHAT, "Acht jaren."))

    assert [(one.reaction.kind, one.reaction.author) for one in returned.placed] == [
        (Kind.DELETED, "Jan"),
        (Kind.INSERTED, KIM["author"]),
    ]


def test_words_that_moved_are_told_where_they_went_and_where_they_are():
    assert placed(back(move(WHAT, "ca_insights_i2_text"))) == [
        (Kind.MOVED_AWAY, WHAT, "", WORDS),
        (Kind.MOVED_HERE, "ca_insights_i2_text", WORDS, ""),
    ]


def test_another_look_is_told_as_such():
    assert placed(back(bold(WHAT))) == [(Kind.FORMATTED, WHAT, WORDS, WORDS)]


def test_a_row_that_goes_is_one_change():
    [(kind, anchor, _, quote)] = placed(back(delete_row("ca_events_e9")))

    assert (kind, anchor, quote[:11]) == (Kind.ROW_DELETED, "ca_events_e9", "4.10 | 10 o")


def test_a_row_of_which_every_word_was_deleted_is_a_row_that_goes():
    def forgotten(root):
        for here in [*root.iter(f"{W_P[:-1]}trPr")]:
            for mark in [*here.iter(f"{W_P[:-1]}del")]:
                here.remove(mark)

    [(kind, anchor, _, quote)] = placed(back(delete_row("ca_events_e9"), forgotten))

    assert (kind, anchor, quote[:11]) == (Kind.ROW_DELETED, "ca_events_e9", "4.10 | 10 o")


def test_a_row_that_comes_has_its_place_after_the_one_before():
    returned = back(insert_row("ca_agreements_a2_what", "nieuw"))
    [one] = returned.unplaced

    assert (one.reaction.kind, one.reaction.text, one.after, returned.placed) == (
        Kind.ROW_INSERTED,
        "nieuw | nieuw | nieuw",
        "ca_agreements_a2_due",
        (),
    )


def test_a_paragraph_that_was_cut_says_the_same_until_words_come_in():
    assert back(cut(WHAT, 6)).placed == ()
    assert placed(back(cut(WHAT, 6), insert(WHAT, "Zo."))) == [(Kind.INSERTED, WHAT, "Zo.", "")]


def test_words_in_an_empty_cell_belong_to_that_cell():
    assert placed(back(insert("ca_participants_d2_organisation", "De school"))) == [
        (Kind.INSERTED, "ca_participants_d2_organisation", "De school", "")
    ]


def test_the_wrappers_of_google_docs_change_nothing_and_hide_nothing():
    assert back(in_google_docs("ca_events_e8")).placed == ()
    assert placed(back(in_google_docs("ca_events_e8"), rewrite("ca_events_e8_who", "Oma"))) == [
        (Kind.REWRITTEN, "ca_events_e8_who", "Oma", _said("ca_events_e8_who"))
    ]


def _said(anchor):
    return next(one.text for one in SENT.paragraphs if one.anchor == anchor)


def test_typing_without_tracking_is_found_too():
    assert placed(back(rewrite(WHAT, "Acht jaren."))) == [
        (Kind.REWRITTEN, WHAT, "Acht jaren.", WORDS)
    ]


def test_what_was_taken_away_without_tracking_is_found_too():
    returned = back(take_away(WHAT), take_away_row("ca_agreements_a2_what"))

    assert placed(returned) == [
        (Kind.GONE, WHAT, "", WORDS),
        (
            Kind.GONE,
            "ca_agreements_a2_what",
            "",
            "Elke week bellen met moeder. | Jeugdbeschermer 1 | vrijdag",
        ),
    ]


def test_a_new_paragraph_without_tracking_is_told_with_what_stands_before_it():
    def typed(root):
        here = made("<w:p/>")
        here.append(said("Hier mist iets."))
        paragraph(root, WHAT).addnext(here)

    [one] = back(typed).unplaced

    assert (one.reaction.kind, one.reaction.text, one.after) == (
        Kind.ADDED,
        "Hier mist iets.",
        WHAT,
    )


def test_without_any_bookmark_words_tell_the_place():
    returned = back(
        comment(0, WHEN),
        rewrite(WHAT, "Zeven rustige jaren, en daarna elk jaar een plek."),
        without_anchors,
        comments=comments((0, "Klopt dit?", "1")),
    )

    assert [(one.anchors[0], one.certain) for one in returned.placed] == [
        (WHEN, True),
        (WHAT, False),
    ]


def test_words_that_are_too_different_get_no_place_and_are_not_lost():
    returned = back(rewrite(WHAT, "Iets heel anders."), without_anchors)

    assert [one.reaction.text for one in returned.unplaced] == ["Iets heel anders."]
    assert [one.reaction.quote for one in returned.placed] == [WORDS]


def test_a_footnote_and_a_text_box_are_told_where_they_hang():
    def noted(root):
        paragraph(root, WHAT).append(made('<w:r><w:footnoteReference w:id="2"/></w:r>'))
        paragraph(root, WHEN).append(
            made(
                "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Klopt niet</w:t></w:r></w:p>"
                "</w:txbxContent></w:pict></w:r>"
            )
        )

    note = "<w:p><w:r><w:t>Zie dossier.</w:t></w:r></w:p>"
    notes = f'<w:footnotes {NAMES}><w:footnote w:id="2">{note}</w:footnote></w:footnotes>'

    assert placed(back(noted, footnotes=notes)) == [
        (Kind.NOTE, WHEN, "Klopt niet", ""),
        (Kind.NOTE, WHAT, "Zie dossier.", ""),
    ]


def test_words_in_a_header_are_told_and_page_numbers_are_not():
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>'
    line = f"<w:p><w:r><w:t>Niet akkoord, Kim</w:t></w:r>{page}</w:p>"
    file = with_part(DRAFT, "word/header9.xml", f"<w:hdr {NAMES}>{line}</w:hdr>".encode())

    [one] = read_returned(file, SENT).unplaced
    assert (one.reaction.kind, one.reaction.text) == (Kind.ADDED, "Niet akkoord, Kim")


def test_a_table_of_contents_that_was_updated_is_no_change():
    def numbered(root):
        for one in root.iter(W_P):
            if _is_contents(one):
                one.append(said(" 12"))

    assert back(numbered) == back()


W_P = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"


def _is_contents(element):
    style = element.find(f"{W_P}Pr/{W_P}Style")
    return style is not None and style.get(W_P[:-1] + "val") in {"TOC1", "TOC2"}


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [("Wat werkt", ""), ("4.1 Overleg 1 bij moeder", "ca_moments_e0")],
    ids=["chapter", "one of two places with the same words"],
)
def test_a_comment_in_the_table_of_contents_is_about_the_heading_it_names(heading, anchor):
    def remarked(root):
        [line] = [
            one
            for one in root.iter(W_P)
            if _is_contents(one) and "".join(one.itertext()).endswith(heading)
        ]
        line.append(made('<w:r><w:commentReference w:id="0"/></w:r>'))

    [one] = back(remarked, comments=comments((0, "Mooi hoofdstuk.", "1"))).placed
    [named] = [one.anchor for one in SENT.paragraphs if one.heading and one.text == heading]

    assert one.anchors == (named,)
    assert anchor in {"", named}


@pytest.mark.parametrize("times", [1, 2])
def test_the_same_file_again_gives_the_same_fingerprints_and_equal_reactions_differ(times):
    def all_of_it():
        return back(
            comment(0, WHEN),
            comment(1, WHEN),
            insert(WHAT, "Zo."),
            take_away("ca_insights_i2_text"),
            comments=comments((0, "Ja.", "1"), (1, "Ja.", "2")),
        )

    prints = [one.reaction.fingerprint for one in all_of_it().placed]

    assert prints == [one.reaction.fingerprint for one in all_of_it().placed]
    assert len(set(prints)) == len(prints) == 4
