"""Several regions together on the screen."""

from functools import partial
from html import escape

import streamlit as st

from casusanalyse.content.codebook import kinds
from casusanalyse.content.text import counted, text
from casusanalyse.domain.exchange import Pool
from casusanalyse.domain.region_code import CodeKind
from casusanalyse.ui.frame import empty, heading, mute
from casusanalyse.usecases.exchange import (
    PooledCode,
    Together,
    neighbours,
    say_pool,
    together,
    together_file,
)
from casusanalyse.usecases.region import RegionDesk


def pooled_view(desk: RegionDesk) -> None:
    """Show the numbers of all regions together, for one kind of code at a time."""
    others = len(neighbours(desk))
    if not others:
        empty("exchange.none")
        return
    kind = _kind()
    seen = together(desk, kind)
    with_us = seen.regions > others
    heading(counted("exchange.together" if with_us else "exchange.together_others", others))
    mute(_all(seen.all))
    st.html(_table(kind, seen))
    mute(text("exchange.hidden_help"))
    if seen.own:
        mute(text("exchange.own_codes", codes=", ".join(dict.fromkeys(seen.own))))
    st.download_button(
        text("exchange.table_file"),
        data=partial(together_file, desk),
        file_name=text("exchange.table_name"),
        mime="text/csv",
        key="exchange-csv",
        on_click="ignore",
    )


def _all(pool: Pool) -> str:
    if not pool.shown:
        return text("exchange.together_hidden")
    return text("exchange.together_all", number=say_pool(pool))


def _kind() -> CodeKind:
    names = kinds()
    chosen: CodeKind | None = st.segmented_control(
        text("exchange.kind"),
        list(names),
        format_func=lambda one: names[one],
        key="exchange-kind",
        default="pattern",
        required=True,
        label_visibility="collapsed",
    )
    return chosen or "pattern"


def _table(kind: CodeKind, seen: Together) -> str:
    names = (kinds()[kind], text("exchange.column_at_least"), text("exchange.column_hidden"))
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    rows = "".join(map(_row, seen.lines))
    return f'<table class="ca-table ca-pooled"><tr>{head}</tr>{rows}</table>'


def _row(line: PooledCode) -> str:
    return (
        f'<tr><th scope="row">{escape(line.label)}</th>'
        f"<td>{escape(say_pool(line.pool))}</td>"
        f"<td>{escape(counted('exchange.hidden_in', line.pool.hidden))}</td></tr>"
    )
