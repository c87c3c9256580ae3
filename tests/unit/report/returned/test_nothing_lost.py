"""Whatever a reader does with the words, all of it is told: at its place, or without one."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from casusanalyse.domain.case import Case
from casusanalyse.report.returned.block import normal
from casusanalyse.report.returned.draft import sent
from casusanalyse.report.returned.reading import read_returned
from casusanalyse.report.returned.result import Placed
from casusanalyse.usecases.report import as_word, draft_standing, telling
from tests.unit.report.full_case import TODAY, full_case
from tests.unit.report.returned.word import (
    Step,
    changed,
    cut,
    delete,
    insert,
    made,
    paragraph,
    rewrite,
    said,
    take_away,
    without_anchors,
)


def without_pictures(case: Case) -> bytes:
    told = telling(case, today=TODAY)
    told.pictures.clear()
    return as_word(told, draft_standing(case.reference, TODAY))


DRAFT = without_pictures(full_case(events=3))
SENT = sent(DRAFT)
SAID = {one.anchor: one.text for one in SENT.paragraphs if one.anchor}
ANCHORS = [name for name, words in SAID.items() if words]
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=60
)


@dataclass(frozen=True)
class Edit:
    """One thing a reader does; what must be told is `came` or `went`."""

    anchor: str
    step: Step
    came: str = ""
    went: str = ""


def typed_over(anchor: str, words: str) -> Edit:
    same = normal(words) == SAID[anchor]
    went = "" if same or normal(words) else SAID[anchor]
    return Edit(anchor, rewrite(anchor, _xml(words)), "" if same else normal(words), went)


def one_word(anchor: str, words: str) -> Edit:
    """One word of the paragraph becomes other words."""
    first, *rest = SAID[anchor].split()
    return typed_over(anchor, " ".join([words or "x", *rest]) if rest else first + words)


def typed_after(anchor: str, words: str) -> Edit:
    """A paragraph of one's own."""

    def step(root) -> None:
        here = made("<w:p/>")
        here.append(said(""))
        here[-1][-1].text = _xml(words)
        paragraph(root, anchor).addnext(here)

    return Edit(anchor, step, came=normal(words))


def tracked_in(anchor: str, words: str) -> Edit:
    def step(root) -> None:
        insert(anchor, "")(root)
        paragraph(root, anchor)[-1][-1][-1].text = _xml(words)

    return Edit(anchor, step, came=normal(words))


def tracked_out(anchor: str, _words: str) -> Edit:
    return Edit(anchor, delete(anchor), went=SAID[anchor])


def taken_away(anchor: str, _words: str) -> Edit:
    return Edit(anchor, take_away(anchor), went=SAID[anchor])


def cut_in_two(anchor: str, words: str) -> Edit:
    return Edit(anchor, cut(anchor, len(words)))


def _xml(words: str) -> str:
    return "".join(sign for sign in words if sign not in "\ufffe\uffff")


DEEDS = (typed_over, one_word, typed_after, tracked_in, tracked_out, taken_away, cut_in_two)
EDITS = st.lists(
    st.builds(
        lambda deed, anchor, words: deed(anchor, words),
        st.sampled_from(DEEDS),
        st.sampled_from(ANCHORS),
        WORDS,
    ),
    max_size=12,
    unique_by=lambda edit: edit.anchor,
)


@settings(max_examples=60, deadline=None)
@given(EDITS, st.booleans())
def test_all_that_came_and_went_is_told(edits: list[Edit], bare: bool) -> None:
    steps = [edit.step for edit in edits] + ([without_anchors] if bare else [])
    back = read_returned(changed(DRAFT, *steps), SENT)
    told = [one.reaction for one in (*back.placed, *back.unplaced)]
    texts, quotes = [one.text for one in told], [one.quote for one in told]

    assert [one for one in edits if one.came and not is_in(one.came, texts)] == []
    assert [one for one in edits if one.went and not is_in(one.went, quotes)] == []


def is_in(words: str, told: list[str]) -> bool:
    return any(words in one for one in told)


@settings(max_examples=40, deadline=None)
@given(EDITS)
def test_nothing_lands_on_a_paragraph_that_nobody_touched(edits: list[Edit]) -> None:
    back = read_returned(changed(DRAFT, *(edit.step for edit in edits)), SENT)
    touched = {edit.anchor for edit in edits}

    assert all(isinstance(one, Placed) and set(one.anchors) & touched for one in back.placed)
