from dataclasses import replace
from datetime import UTC, datetime, timedelta

from casusanalyse.domain.change import Put, Remove
from casusanalyse.domain.insight import Coding
from casusanalyse.domain.release import ReleaseDeed
from casusanalyse.domain.summary import (
    FrameGroup,
    MunicipalityKind,
    RegionWords,
    SeenCode,
    StayGroup,
    Summary,
    WordsKind,
)
from casusanalyse.domain.vocabulary import Layer
from casusanalyse.usecases.cases import archive_case, destroy_case
from casusanalyse.usecases.history import past_of, undo
from casusanalyse.usecases.release import (
    has_released,
    offer,
    release,
    released,
    withdraw,
    withdraw_all,
)
from casusanalyse.usecases.release_words import confirm, rewritings
from tests.refusals import refusal
from tests.unit.report.full_case import full_case
from tests.unit.usecases.finished import FINAL, a_finished_case, final_again, note, reopened

SENTENCE = "Als wij haast hadden, volgde weer een andere plek."


def lines(desk, *ids):
    return [line for line in offer(desk) if line.id in ids]


def summaries(desk) -> list[Summary]:
    return list(desk.cases.summaries.all("Zuiderkust"))


def test_every_line_that_can_leave_is_offered(store) -> None:
    desk = a_finished_case(store)

    assert [(line.id, line.value, line.evidence) for line in offer(desk)] == [
        ("about/quarter", "2026-4", 0),
        ("about/stay", "residential", 0),
        ("code/KG5", "family", 1),
        ("code/SH6", "professional", 1),
        ("code/D12", "professional", 2),
        ("code/W10", "professional", 0),
        ("code/W17", "professional", 0),
        ("code/C4", "professional", 0),
        ("figure/places_lived", "2-4", 0),
        ("figure/professionals_met", "0-19", 0),
        ("figure/steps_up", "1-2", 0),
        ("figure/times_without_director", "1-2", 0),
        ("figure/organisations_at_once", "0-2", 0),
    ]


def test_only_the_chosen_lines_leave_and_the_quarter_with_them(store) -> None:
    desk = a_finished_case(store)
    done = release(desk, lines(desk, "about/stay", "code/SH6", "figure/steps_up"))

    assert summaries(desk) == [
        Summary(
            key=done.summary,
            quarter="2026-4",
            stay=StayGroup.RESIDENTIAL,
            codes=(SeenCode(code="SH6", layer=Layer.PROFESSIONAL),),
            figures={"steps_up": "1-2"},
        )
    ]
    assert (summaries(desk)[0].frame, summaries(desk)[0].municipality) == (
        FrameGroup.UNTOLD,
        MunicipalityKind.UNTOLD,
    )


def test_the_number_of_events_leaves_only_when_that_was_chosen(store) -> None:
    desk = a_finished_case(store)
    done = release(desk, lines(desk, "code/SH6", "code/D12"), counted=["D12"])

    assert {one.code: one.evidence for one in summaries(desk)[0].codes} == {
        "D12": 2,
        "SH6": None,
    }
    assert done.lines["code/SH6"].evidence == 0


def test_what_helped_leaves_with_the_pattern(store) -> None:
    helped = Coding(key="c9", code="KG5", helped=("W10", "Jan Jansen", "C4"))
    case = replace(full_case(events=2), codings=(helped,))
    desk = a_finished_case(store, case)
    release(desk, lines(desk, "code/KG5"))

    assert summaries(desk)[0].codes[0].helped == ("W10", "C4")


def test_a_code_that_no_book_has_never_leaves(store) -> None:
    case = replace(
        full_case(events=2), codings=(Coding(key="c9", code="Mirjam Zandstra"),), insights=()
    )
    desk = a_finished_case(store, case)

    assert [line.id for line in offer(desk) if line.id.startswith("code/")] == []


def test_the_chair_says_how_large_the_municipality_is_and_never_which(store) -> None:
    desk = a_finished_case(store)
    note(desk, "region-municipality", "Kustdorp")
    assert lines(desk, "about/municipality") == []

    note(desk, "region-municipality", "large")
    release(desk, lines(desk, "about/municipality"))
    assert summaries(desk)[0].municipality is MunicipalityKind.LARGE


def test_nothing_can_leave_before_the_report_is_final(store) -> None:
    desk = a_finished_case(store)
    chosen = lines(desk, "code/SH6")
    reopened(desk)

    assert refusal(offer, desk) == "not_final"
    assert refusal(release, desk, chosen) == "not_final"


def test_the_note_taker_decides_nothing_about_the_region(store) -> None:
    chair = a_finished_case(store)
    chosen = lines(chair, "code/SH6")
    release(chair, chosen)
    desk = replace(chair, who="notulist")

    assert refusal(offer, desk) == "chair_only"
    assert refusal(release, desk, chosen) == "chair_only"
    assert refusal(withdraw, desk, ["code/SH6"]) == "chair_only"
    assert refusal(confirm, desk, "words/i1", "x", may_stay=True) == "chair_only"


def test_a_quarter_alone_is_nothing_to_release(store) -> None:
    desk = a_finished_case(store)

    assert refusal(release, desk, lines(desk, "about/quarter")) == "nothing_to_release"
    assert summaries(desk) == []


def test_a_line_that_changed_since_the_chair_saw_it_does_not_leave(store) -> None:
    desk = a_finished_case(store)
    (seen,) = lines(desk, "code/SH6")
    coding = next(one for one in desk.case().codings if one.code == "SH6")
    desk.write("write_codings", Put(replace(coding, layer=Layer.REGION)))

    assert refusal(release, desk, [seen]) == "release_changed"
    assert refusal(release, desk, [replace(seen, value="Mirjam")]) == "release_changed"
    assert summaries(desk) == []


def test_a_sentence_leaves_only_as_it_was_written_for_the_region(store) -> None:
    desk = a_finished_case(store)
    note(desk, "region-i1", f"  {SENTENCE}\n")
    done = release(desk, lines(desk, "words/i1", "code/SH6"))
    (words,) = summaries(desk)[0].words

    assert words == RegionWords(
        key=words.key, kind=WordsKind.INSIGHT, text=SENTENCE, codes=("SH6",)
    )
    assert "i1" not in words.key
    assert done.confirmed == {"words/i1": ()}


def test_a_sentence_names_no_code_that_was_not_released(store) -> None:
    desk = a_finished_case(store)
    note(desk, "region-i1", SENTENCE)
    release(desk, lines(desk, "words/i1", "code/KG5"))

    assert summaries(desk)[0].words[0].codes == ()


def test_words_of_the_group_become_a_quote_when_they_are_rewritten(store) -> None:
    desk = a_finished_case(store)
    note(desk, "region-codings-c3", "Alles moest nu.")
    note(desk, "region-perspectives-v1", "Hulp vragen kostte moed.")
    release(desk, lines(desk, "words/codings-c3", "words/perspectives-v1", "code/D12"))

    assert {one.text: (one.kind, one.codes) for one in summaries(desk)[0].words} == {
        "Alles moest nu.": (WordsKind.QUOTE, ("D12",)),
        "Hulp vragen kostte moed.": (WordsKind.QUOTE, ()),
    }


def test_a_name_in_a_sentence_is_looked_at_by_hand_before_it_leaves(store) -> None:
    desk = a_finished_case(store)
    note(desk, "region-i1", "Met Mirjam raakten wij de lijn kwijt.")
    seen = lines(desk, "words/i1")
    assert refusal(release, desk, seen) == "words_unconfirmed"
    assert summaries(desk) == []

    confirm(desk, "words/i1", "Mirjam", may_stay=True)
    confirm(desk, "words/i1", "Mirjam", may_stay=True)
    assert release(desk, seen).confirmed == {"words/i1": ("Mirjam",)}


def test_what_was_confirmed_can_be_taken_back_and_undone(store) -> None:
    desk = a_finished_case(store)
    note(desk, "region-i1", "Met Mirjam raakten wij de lijn kwijt.")
    confirm(desk, "words/i1", "Mirjam", may_stay=True)
    later = replace(desk, now=FINAL + timedelta(minutes=1))
    confirm(later, "words/i1", "Mirjam", may_stay=False)
    assert waiting(desk) == ["Mirjam"]

    undo(later)
    assert waiting(desk) == []


def waiting(desk) -> list[str]:
    found = next(one for one in rewritings(desk.case()) if one.id == "words/i1")
    return [found.piece(mark) for mark in found.waiting]


def test_only_what_is_marked_can_be_confirmed(store) -> None:
    desk = a_finished_case(store)
    note(desk, "region-i1", SENTENCE)

    assert refusal(confirm, desk, "words/i1", "haast", may_stay=True) == "gone"


def test_an_empty_or_a_long_sentence_does_not_leave(store) -> None:
    desk = a_finished_case(store)
    note(desk, "region-i1", "lang " * 80)
    (seen,) = lines(desk, "words/i1")

    assert refusal(release, desk, [seen]) == "words_long"
    assert refusal(release, desk, [replace(seen, value="")]) == "words_empty"


def test_a_line_is_taken_back(store) -> None:
    desk = a_finished_case(store)
    release(desk, lines(desk, "code/SH6", "code/D12"), counted=["SH6"])
    done = withdraw(desk, ["code/SH6"])

    assert [one.code for one in summaries(desk)[0].codes] == ["D12"]
    assert (set(done.lines), done.counted) == ({"about/quarter", "code/D12"}, ())
    assert refusal(withdraw, desk, ["code/SH6"]) == "not_released"


def test_the_last_line_takes_the_whole_row_along(store) -> None:
    desk = a_finished_case(store)
    note(desk, "region-i1", SENTENCE)
    release(desk, lines(desk, "words/i1"))
    done = withdraw(desk, ["words/i1"])

    assert (done.lines, done.confirmed, summaries(desk)) == ({}, {}, [])
    assert has_released(desk) is False


def test_a_case_that_comes_back_counts_as_the_same_case(store) -> None:
    desk = a_finished_case(store)
    first = release(desk, lines(desk, "code/SH6"))
    withdraw_all(desk)
    assert summaries(desk) == []

    again = release(desk, lines(desk, "code/D12"))
    assert again.summary == first.summary
    assert [one.key for one in summaries(desk)] == [first.summary]


def test_the_row_of_the_region_does_not_carry_the_key_of_the_case(store) -> None:
    desk = a_finished_case(store)
    done = release(desk, lines(desk, "code/SH6"))

    assert len(done.summary) == 24
    assert desk.case().key not in done.summary


def test_every_time_is_kept_and_logged_and_is_no_step_to_undo(store) -> None:
    desk = a_finished_case(store)
    note(desk, "region-municipality", "small")
    release(desk, lines(desk, "code/SH6"))
    withdraw(desk, ["code/SH6"])

    assert released(desk).deeds == (
        ReleaseDeed(at=FINAL, released=("code/SH6", "about/quarter")),
        ReleaseDeed(at=FINAL, withdrawn=("code/SH6", "about/quarter")),
    )
    verbs = [deed.verb for deed in desk.cases.deeds(desk.reference)]
    assert verbs[:3] == ["lines_withdrawn", "lines_released", "write_notes"]
    assert past_of(desk).undo.verb == "write_notes"


def test_an_opened_report_leaves_the_release_as_it_was(store) -> None:
    desk = a_finished_case(store)
    release(desk, lines(desk, "code/SH6", "code/D12"))
    reopened(desk)

    assert len(summaries(desk)[0].codes) == 2
    withdraw(desk, ["code/SH6"])
    assert [one.code for one in summaries(desk)[0].codes] == ["D12"]


def test_a_report_that_is_final_again_changes_the_line_in_place_and_keeps_its_quarter(
    store,
) -> None:
    desk = a_finished_case(store)
    first = release(desk, lines(desk, "code/SH6", "code/D12"), counted=["D12"])
    reopened(desk)
    final_again(desk, at=datetime(2027, 2, 1, tzinfo=UTC))
    coding = next(one for one in desk.case().codings if one.code == "SH6")
    desk.write("write_codings", Put(replace(coding, layer=Layer.REGION)))
    later = replace(desk, now=datetime(2027, 2, 1, tzinfo=UTC))
    second = release(later, lines(later, "code/SH6"))

    assert (first.fingerprint[0], second.fingerprint[0]) == ("f", "e")
    (row,) = summaries(later)
    assert row.quarter == "2026-4"
    assert {one.code: (one.layer, one.evidence) for one in row.codes} == {
        "SH6": (Layer.REGION, None),
        "D12": (Layer.PROFESSIONAL, 2),
    }


def test_what_left_stays_when_the_case_goes_unless_it_was_taken_back(store) -> None:
    desk = a_finished_case(store)
    release(desk, lines(desk, "code/SH6"))
    archive_case(desk)
    destroy_case(desk)
    assert len(summaries(desk)) == 1

    other = a_finished_case(store, replace(full_case(events=1), key="other"))
    release(other, lines(other, "code/SH6"))
    archive_case(other)
    withdraw_all(other)
    destroy_case(other)
    assert len(summaries(desk)) == 1


def test_a_code_that_is_gone_from_the_case_stays_until_it_is_taken_back(store) -> None:
    desk = a_finished_case(store)
    release(desk, lines(desk, "code/W10", "code/D12"))
    coding = next(one for one in desk.case().codings if one.code == "W10")
    desk.write("drop_code", Remove(coding))

    assert lines(desk, "code/W10") == []
    assert "code/W10" in released(desk).lines
    withdraw(desk, ["code/W10"])
    assert [one.code for one in summaries(desk)[0].codes] == ["D12"]
