"""One code of the code book: its words, retiring, merging, and what stood there before."""

from collections.abc import Callable
from functools import partial
from html import escape

import streamlit as st

from casusanalyse.content.codebook import Code
from casusanalyse.content.date_words import say_long_day
from casusanalyse.content.text import text
from casusanalyse.domain.region_code import CodeEdition, CodeWords
from casusanalyse.domain.round import dutch_day
from casusanalyse.ui.frame import heading, mute
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.region_codes import close_code, meaning_of, meta_of, standing_of
from casusanalyse.ui.session import picked, region_desk
from casusanalyse.ui.sheet import Block, sheet
from casusanalyse.usecases.region import RegionDesk
from casusanalyse.usecases.region_codes import (
    Work,
    merge_code,
    offer_code,
    retire_code,
    write_code,
)
from casusanalyse.usecases.writing import Plain

_INTO = "code-into"


def code_work(work: Work, code: Code) -> None:
    """Show one code with everything the region can do with it."""
    st.button(text("region_codes.back"), key="code-back", type="tertiary", on_click=close_code)
    with st.container(border=True, key="code"):
        heading(code.label)
        mute(meta_of(code))
        _words(work, code)
        if not code.into:
            with st.expander(text("region_codes.out_of_use")):
                _standing(code)
                if code.owner != "method":
                    _merging(work, code)
        _history(work, code)


def _words(work: Work, code: Code) -> None:
    """Show what the code says, as fields where the region may change it."""
    is_draft = work.shelf.find(code.id).is_draft
    fixed = code.owner == "elsewhere" or bool(code.into)
    lines = meaning_of(code) if fixed or code.owner == "method" else []
    if fixed:
        why = "merged_fixed" if code.into else "elsewhere_fixed"
        lines.append(text(f"region_codes.{why}"))
    told = [*lines, *standing_of(work, code, is_draft=is_draft)]
    fields = [] if fixed else _fields(code)
    block = Block(key=code.id, fields=fields, lines=told)
    sheet(f"code-{code.id}", [block], keep=_keep)


def _fields(code: Code) -> list[dict[str, object]]:
    if code.owner == "method":
        hint = text("region_codes.addition_hint")
        return [_field(code, "explanation", "addition", "area", hint=hint)]
    fields = [
        _field(code, "label", "label", "line"),
        _field(code, "explanation", "explanation", "area"),
    ]
    if code.kind == "belief":
        fields.append(_field(code, "helping", "helping", "line"))
    return [*fields, _field(code, "source", "source", "line")]


_LABELS = {
    "label": "label",
    "explanation": "explanation",
    "helping": "helping_label",
    "source": "source",
    "addition": "addition_label",
}


def _field(code: Code, name: str, part: str, kind: str, hint: str = "") -> dict[str, object]:
    """Return a field; `name` is what is written, `part` what of the code it shows."""
    return {
        "id": f"{code.id}/{name}",
        "kind": kind,
        "value": getattr(code, part),
        "version": 0,
        "label": text(f"region_codes.{_LABELS[part]}"),
        "hint": hint,
        "placeholder": "",
        "rows": 3 if kind == "area" else None,
    }


def _keep(field: str, value: Plain, base: Plain) -> None:
    id_, _, name = field.rpartition("/")
    write_code(region_desk(), id_, name, str(value), base=str(base or ""))


def _standing(code: Code) -> None:
    change = offer_code if code.retired else retire_code
    name = "offer" if code.retired else "retire"
    st.button(
        text(f"region_codes.{name}"), key="code-stand", on_click=partial(_do, change, code.id)
    )
    mute(text("region_codes.retire_help"))


def _merging(work: Work, code: Code) -> None:
    targets = {
        one.id: one.label
        for one in work.book.all
        if one.kind == code.kind and one.is_offered and one.id != code.id
    }
    into = st.selectbox(
        text("region_codes.merge"),
        list(targets),
        index=None,
        format_func=lambda key: f"{targets[key]} ({key})",
        placeholder=text("region_codes.merge_choose"),
        key=f"{_INTO}-{code.id}",
    )
    mute(text("region_codes.merge_help", label=code.label))
    st.button(
        text("region_codes.merge_do"),
        key="code-merge",
        disabled=into is None,
        on_click=partial(_merge, code.id),
    )


def _merge(id_: str) -> None:
    with showing_refusals():
        merge_code(region_desk(), id_, picked(f"{_INTO}-{id_}") or "")


def _do(change: Callable[[RegionDesk, str], None], id_: str) -> None:
    with showing_refusals():
        change(region_desk(), id_)


def _history(work: Work, code: Code) -> None:
    """Show how the code stood in every edition, the newest first."""
    if code.owner == "method" and not work.history(code.id):
        return
    with st.expander(text("region_codes.history")):
        editions = work.history(code.id)
        if not editions:
            mute(text("region_codes.history_none"))
        told = "".join(_told(work, one) for one in editions)
        st.html(f'<div class="ca-panel">{told}</div>')


def _told(work: Work, one: CodeEdition) -> str:
    day = say_long_day(dutch_day(one.at))
    head = text("region_codes.history_line", number=one.edition, day=day)
    lines = [*_said(one.words)]
    if one.retired:
        lines.append(text("region_codes.history_retired"))
    if one.into:
        lines.append(text("region_codes.history_merged", now=work.book.label(one.into)))
    told = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f"<div><b>{escape(head)}</b>{told}</div>"


def _said(words: CodeWords) -> list[str]:
    helping = text("region_codes.helping", belief=words.helping) if words.helping else ""
    return [line for line in (words.label, words.explanation, helping, words.source) if line]
