"""Sentences for the region: beside what the group said, with what stands out to look at."""

from functools import partial
from hashlib import sha256
from html import escape

import streamlit as st

from casusanalyse.content.text import text
from casusanalyse.domain.release import LineKind
from casusanalyse.ui.frame import heading, mute
from casusanalyse.ui.marked import marked
from casusanalyse.ui.release_line import check, given_block, line_block, take_back
from casusanalyse.ui.release_view import View, choose
from casusanalyse.ui.session import desk
from casusanalyse.ui.sheet import Block, field, sheet
from casusanalyse.usecases.release_words import MOST_SIGNS, Rewriting, confirm
from casusanalyse.usecases.writing import Plain


def words_part(view: View) -> None:
    """Show the sentences for the region, and what of the case they may come from."""
    lost = _lost(view)
    if not view.is_final and not lost:
        return
    heading(text("release.words"))
    if view.is_final:
        mute(text("release.words_help" if view.rewritings else "release.no_words"))
    first = [one for one in view.rewritings if one.is_insight and one.starred]
    rest = [one for one in view.rewritings if one not in first]
    for one in first:
        _rewriting(view, one)
    if rest:
        _others(view, rest)
    if lost:
        sheet("release-lost", lost, look="tight", on_press=take_back)


def _others(view: View, rest: list[Rewriting]) -> None:
    """Show what the group did not star, and quotes; drawn only when somebody opens it."""
    others = st.expander(
        text("release.others", number=len(rest)),
        key="release-others",
        expanded=any(one.sentence for one in rest),
        on_change="rerun",
    )
    if others.open:
        with others:
            for one in rest:
                _rewriting(view, one)


def _lost(view: View) -> list[Block]:
    """Return the sentences the region has that are no longer written in the case."""
    here = {one.id for one in view.rewritings if one.sentence}
    lost = [line for key, line in view.given.items() if key not in here]
    return [line_block(view, line) for line in lost if line.kind is LineKind.WORDS]


def _rewriting(view: View, one: Rewriting) -> None:
    """Show what the group said, and beside it the sentence that may leave instead."""
    with st.container(border=True):
        said, own = st.columns([1, 1.6], gap="small")
        stays = escape(text("release.stays"))
        lines = "".join(f"<p>{escape(line)}</p>" for line in one.said.split("\n"))
        said.html(
            '<div class="ca-quote ca-stays">'
            f'<p class="ca-mute ca-small">{stays}</p>{lines}</div>'
        )
        with own:
            label = text("release.own_words")
            typed = field(one.note, "text", kind="area", rows=2, label=label, hint="")
            sheet(f"words-{one.note.key}", [Block(key=one.note.key, fields=[typed])])
            if one.sentence:
                _looking(view, one)


def _looking(view: View, one: Rewriting) -> None:
    """Show what stands out in a sentence; only when all was looked at it may be chosen."""
    if one.marks:
        st.html(marked(one.sentence, one.marks, one.waiting))
    mute(_advice(one))
    if one.marks:
        keep_marks = partial(_confirm, one)
        sheet(f"marks-{one.note.key}", [_pieces(one)], look="tight", keep=keep_marks)
    is_ready = not one.waiting and len(one.sentence) <= MOST_SIGNS
    line = next(line for line in view.offered if line.id == one.id)
    before = view.given.get(one.id)
    blocks = [line_block(view, line)] if is_ready else []
    if before and not is_ready:
        blocks = [given_block(view, before)]
    keep = partial(choose, view.case, view.offered)
    sheet(f"pick-{one.note.key}", blocks, look="tight", on_press=take_back, keep=keep)


def _advice(one: Rewriting) -> str:
    if one.waiting:
        return text("release.looks")
    if len(one.sentence) > MOST_SIGNS:
        return text("refusal.words_long", most=MOST_SIGNS)
    return text("release.all_marks" if one.marks else "release.no_marks")


def _pieces(one: Rewriting) -> Block:
    """Return one thing to tick per piece that stands out, with what it seems to be."""
    labels = {one.piece(mark): mark.label for mark in reversed(one.marks)}
    fields = [
        check(
            _id(piece),
            text("release.may_stay", piece=piece, label=label),
            value=piece in one.confirmed,
        )
        for piece, label in reversed(labels.items())
    ]
    return Block(key=one.note.key, fields=fields)


def _confirm(one: Rewriting, asked: str, value: Plain, _before: Plain) -> None:
    piece = next(found for mark in one.marks if _id(found := one.piece(mark)) == asked)
    confirm(desk(), one.id, piece, may_stay=bool(value))


def _id(piece: str) -> str:
    """Return a name for a piece that does not say it."""
    return sha256(piece.encode()).hexdigest()
