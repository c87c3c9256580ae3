"""What of a snapshot somebody looks at: kind of code, code, and one cut at a time."""

from functools import partial

import streamlit as st

from casusanalyse.analysis.findings import WHOLE, Part
from casusanalyse.content.codebook import kinds
from casusanalyse.content.region import say_part
from casusanalyse.content.text import text
from casusanalyse.domain.region_code import CodeKind
from casusanalyse.domain.snapshot import Cut, Snapshot
from casusanalyse.ui.frame import mute
from casusanalyse.ui.session import pick, picked
from casusanalyse.usecases.codebook import book
from casusanalyse.usecases.findings import Findings, findings
from casusanalyse.usecases.region import RegionDesk

_ALL = "all"


def region_choice(desk: RegionDesk, snapshot: Snapshot) -> Findings:
    """Show what can be chosen; return what that makes of the snapshot."""
    kind, code, cut, part = st.columns([2.5, 1.9, 1.2, 1.4], gap="small")
    with kind:
        of_kind = kind_choice()
    with cut:
        chosen_cut = _cut()
    with part:
        of_part = _part(snapshot, chosen_cut)
    wanted = picked(_key(of_kind)) or ""
    look = findings(snapshot, book(desk), of_kind, chosen=wanted, part=of_part)
    with code:
        _code(look)
    mute(text("region.one_cut"))
    return look


def look_at(kind: CodeKind, code: str) -> None:
    """Choose a code; call this from a callback."""
    pick("region-kind", kind)
    pick(_key(kind), code)


def _key(kind: CodeKind) -> str:
    return f"region-code-{kind}"


def kind_choice() -> CodeKind:
    """Show which kind of codes is looked at; return it."""
    names = kinds()
    chosen: CodeKind | None = st.segmented_control(
        text("region.kind"),
        list(names),
        format_func=lambda one: names[one],
        key="region-kind",
        default="pattern",
        required=True,
    )
    return chosen or "pattern"


def _code(look: Findings) -> None:
    pick(_key(look.kind), look.chosen)
    st.selectbox(
        text("region.chosen_code"),
        look.codes,
        format_func=look.book.label,
        key=_key(look.kind),
    )


def _cut() -> Cut | None:
    chosen: str = st.selectbox(
        text("region.cut"),
        [_ALL, *(cut.value for cut in Cut)],
        format_func=lambda cut: text(f"region.cut_{cut}"),
        key="region-cut",
    )
    return None if chosen == _ALL else Cut(chosen)


def _part(snapshot: Snapshot, cut: Cut | None) -> Part:
    if cut is None:
        return WHOLE
    part = st.selectbox(
        text("region.part"),
        snapshot.parts.get(cut, ()),
        format_func=partial(say_part, cut),
        key=f"region-part-{cut.value}",
    )
    return Part(cut, part) if part else WHOLE
