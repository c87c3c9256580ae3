"""Making a snapshot on the screen: whether it can be made, how far it is, and those before."""

import streamlit as st

from casusanalyse.content.region import say_quarter
from casusanalyse.content.text import counted, text
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.snapshot import EVERYTHING, Rules, Snapshot
from casusanalyse.settings import read_settings
from casusanalyse.ui.frame import heading, mute
from casusanalyse.ui.refusals import sentence
from casusanalyse.ui.session import forget, remember
from casusanalyse.usecases.region import RegionDesk
from casusanalyse.usecases.snapshot import make_snapshot, readiness, rules_of


def snapshot_panel(desk: RegionDesk) -> None:
    """Show what a snapshot is, whether one can be made now, and those before."""
    with st.container(border=True):
        heading(text("snapshot.title"))
        mute(text("snapshot.lead"))
        told = forget("snapshot-told")
        if told:
            st.html(f'<p class="ca-aside" role="status">{told}</p>')
        try:
            rules = rules_of(read_settings())
        except Refusal as refusal:
            mute(sentence(refusal))
            return
        _making(desk, rules)
        _history(desk.cases.snapshots.all(desk.keeper))


def _making(desk: RegionDesk, rules: Rules) -> None:
    ready = readiness(desk, rules)
    if ready.missing:
        mute(counted("snapshot.missing", ready.missing))
    elif st.button(text("snapshot.make"), key="snapshot-make", type="primary"):
        _make(desk, rules)
        st.rerun()


def _make(desk: RegionDesk, rules: Rules) -> None:
    """Make it while a bar tells how far it is; afterwards say what became of it."""
    says = text("snapshot.making_country" if desk.national else "snapshot.making")
    bar = st.progress(0.0, says)

    def tell(share: float) -> None:
        bar.progress(share, says)

    try:
        made = make_snapshot(desk, rules, tell)
        remember("snapshot-told", text("snapshot.made", number=made.number))
    except Refusal as refusal:
        remember("snapshot-told", sentence(refusal))


def _history(snapshots: tuple[Snapshot, ...]) -> None:
    if not snapshots:
        return
    with st.expander(text("snapshot.history")):
        for one in reversed(snapshots):
            mute(
                text(
                    "snapshot.line",
                    number=one.number,
                    quarter=say_quarter(one.quarter),
                    cases=one.get(EVERYTHING) or "–",
                    shown=len(one.shown),
                )
            )
