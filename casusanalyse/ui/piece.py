"""The quarterly piece on the screen: fixed figures, words that save themselves, the file."""

from functools import partial

import streamlit as st

from casusanalyse.content.region import say_quarter
from casusanalyse.content.text import text
from casusanalyse.domain.piece import MOST_FINDINGS
from casusanalyse.domain.snapshot import Snapshot
from casusanalyse.report.piece import PieceFinding
from casusanalyse.report.word.template import PIECE
from casusanalyse.settings import read_settings
from casusanalyse.ui.frame import empty, heading, mute
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.session import picked, region_desk
from casusanalyse.ui.sheet import Block, sheet
from casusanalyse.ui.template import template_choice
from casusanalyse.usecases.piece import (
    PieceView,
    choose_findings,
    piece_file,
    piece_file_name,
    piece_of,
    write_words,
)
from casusanalyse.usecases.region import RegionDesk, newest_snapshot
from casusanalyse.usecases.template import own_template
from casusanalyse.usecases.writing import Plain

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def open_piece(desk: RegionDesk) -> PieceView | None:
    """Return the piece around the newest snapshot, or say what has to happen first."""
    mute(text("piece.lead"))
    snapshot = newest_snapshot(desk)
    if snapshot is None:
        empty("piece.no_snapshot")
        return None
    view = piece_of(desk, snapshot)
    if not view.choices:
        empty("piece.nothing_shown")
        return None
    return view


def piece_words(view: PieceView) -> None:
    """Show the piece from top to bottom: what stands fixed, and what can be written."""
    mute(view.told.under)
    number = view.snapshot.number
    _sheet(number, "frame", [_frame(view)])
    for one in view.told.findings:
        _sheet(number, one.code, [_finding(view, one)])


def _sheet(number: int, name: str, blocks: list[Block]) -> None:
    sheet(f"piece-{number}-{name}", blocks, keep=partial(_keep, number))


def _frame(view: PieceView) -> Block:
    title = text("piece.empty_title", title=view.default_title)
    return Block(
        key="frame",
        title=text("piece.frame"),
        fields=[
            _field(view, "title", "title", kind="line", placeholder=title),
            _field(view, "opening", "opening", placeholder=text("piece.opening")),
            _field(view, "closing", "closing"),
        ],
        look="card",
    )


def _finding(view: PieceView, one: PieceFinding) -> Block:
    return Block(
        key=one.code,
        title=one.title,
        lines=[one.explanation, *_figures(one), *(f"‘{said}’" for said in one.sentences)],
        fields=[
            _field(view, f"{one.code}/note", "note"),
            _field(view, f"{one.code}/question", "question", placeholder=one.question),
        ],
        look="card",
    )


def _figures(one: PieceFinding) -> list[str]:
    told = {"often": one.often, "together": one.together, "helped": one.helped}
    return [text(f"piece.line_{name}", said=said) for name, said in told.items() if said]


def _field(
    view: PieceView, name: str, what: str, *, kind: str = "area", placeholder: str = ""
) -> dict[str, object]:
    return {
        "id": name,
        "kind": kind,
        "label": text(f"piece.{what}_label"),
        "hint": "",
        "value": view.piece.words.get(name, ""),
        "version": 1,
        "placeholder": placeholder,
        "rows": 2,
        "wide": True,
    }


def _keep(number: int, name: str, value: Plain, base: Plain) -> None:
    write_words(region_desk(), number, name, str(value), base=str(base))


def piece_panel(desk: RegionDesk, view: PieceView) -> None:
    """Show the choice of findings, the button that makes the file, and the template."""
    with st.container(border=True):
        heading(text("piece.findings"))
        key = f"piece-findings-{view.snapshot.number}"
        st.multiselect(
            text("piece.findings"),
            list(view.choices),
            default=list(view.codes),
            format_func=view.choices.__getitem__,
            key=key,
            max_selections=MOST_FINDINGS,
            label_visibility="collapsed",
            placeholder=text("piece.choose"),
            on_change=partial(_choose, view.snapshot.number, key),
        )
        mute(text("piece.findings_help", most=MOST_FINDINGS))
    with st.container(border=True):
        if view.codes:
            _download(desk, view)
        else:
            mute(text("piece.none_chosen"))
    template_choice(PIECE)


def _choose(number: int, key: str) -> None:
    with showing_refusals():
        choose_findings(region_desk(), number, picked(key) or ())


def _download(desk: RegionDesk, view: PieceView) -> None:
    st.download_button(
        text("piece.download"),
        data=partial(_made, desk, view.snapshot),
        file_name=piece_file_name(view.snapshot),
        mime=_WORD,
        key="piece-download",
        type="primary",
        on_click="ignore",
        width="stretch",
    )
    quarter = say_quarter(view.snapshot.quarter)
    mute(text("piece.mark", number=view.snapshot.number, quarter=quarter))


def _made(desk: RegionDesk, snapshot: Snapshot) -> bytes:
    """Make the file at the moment of the click, so that no word is missing."""
    template = own_template(read_settings(), of=PIECE)
    return piece_file(piece_of(desk, snapshot), desk, template)
