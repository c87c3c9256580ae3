"""Between regions on the screen: send a snapshot, take one in, and see who takes part."""

import re
from functools import partial
from html import escape
from pathlib import Path

import streamlit as st

from casusanalyse.content.region import say_quarter, shown
from casusanalyse.content.text import counted, text
from casusanalyse.domain.exchange import SignedSnapshot, fingerprint
from casusanalyse.domain.snapshot import EVERYTHING, Snapshot
from casusanalyse.settings import read_settings
from casusanalyse.ui.frame import heading, mute
from casusanalyse.ui.navigation import go_to
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.session import picked, recall, region_desk, remember
from casusanalyse.usecases.exchange import (
    export_snapshot,
    is_practice,
    leave_out,
    name_of_region,
    neighbours,
    own_fingerprint,
    take_in,
    unknown_sender,
)
from casusanalyse.usecases.region import RegionDesk, newest_snapshot

_BROUGHT, _SAID = "exchange-brought", "exchange-said"
_NAME, _HEARD, _GONE = "exchange-name", "exchange-heard", "exchange-gone"


def sending(desk: RegionDesk) -> None:
    """Show how the newest snapshot goes to other regions."""
    with st.container(border=True):
        heading(text("exchange.send"))
        snapshot = newest_snapshot(desk)
        if desk.national:
            mute(text("exchange.send_national"))
        elif snapshot is None:
            mute(text("exchange.send_none"))
            words = text("exchange.to_region")
            st.button(words, key="to-region", on_click=go_to, args=("region",))
        elif is_practice(desk):
            mute(text("refusal.practice_stays"))
        elif own_fingerprint(_folder()):
            _ready(desk, snapshot)
        else:
            _first_time(desk)


def taking(desk: RegionDesk) -> None:
    """Show the place for a file of another region, and what is asked of a stranger."""
    with st.container(border=True):
        heading(text("exchange.take"))
        key = f"exchange-file-{recall(_BROUGHT, 0)}"
        brought = st.file_uploader(text("exchange.file"), type=["json"], key=key)
        if brought:
            _look_at(desk, brought.getvalue())
        if recall(_SAID):
            st.html(f'<p class="ca-soft" role="status">{escape(recall(_SAID))}</p>')


def regions(desk: RegionDesk) -> None:
    """Show the regions that take part, and how one is taken out."""
    others = neighbours(desk)
    if not others:
        return
    with st.expander(counted("exchange.regions", len(others))):
        st.html(_regions_table(others))
        names = [one.snapshot.region for one in others]
        st.selectbox(
            text("exchange.gone"),
            names,
            index=None,
            placeholder=text("exchange.gone_choose"),
            key=_GONE,
        )
        st.button(text("exchange.leave_out"), key="leave-out", on_click=_leave_out)
        mute(text("exchange.leave_out_help"))


def _first_time(desk: RegionDesk) -> None:
    st.text_input(
        text("exchange.name"),
        value=name_of_region(desk, _folder()),
        disabled=bool(desk.region),
        key=_NAME,
    )
    mute(text("exchange.name_help"))
    st.button(text("exchange.make"), key="exchange-make", type="primary", on_click=_make)


def _make() -> None:
    with showing_refusals():
        export_snapshot(region_desk(), _folder(), picked(_NAME) or "")


def _ready(desk: RegionDesk, snapshot: Snapshot) -> None:
    region = name_of_region(desk, _folder())
    mute(_holds("exchange.ready", snapshot))
    st.download_button(
        text("exchange.download"),
        data=partial(_file, desk),
        file_name=text("exchange.file_name", region=_plain(region), number=snapshot.number),
        mime="application/json",
        key="exchange-download",
        type="primary",
        on_click="ignore",
    )
    own = text("exchange.own_print", region=region)
    _print(own, own_fingerprint(_folder()))
    mute(text("exchange.own_print_help"))


def _file(desk: RegionDesk) -> bytes:
    return export_snapshot(desk, _folder()).text.encode()


def _look_at(desk: RegionDesk, data: bytes) -> None:
    """Take in what is known; ask about a stranger first."""
    remember(_SAID, None)
    with showing_refusals():
        stranger = unknown_sender(desk, _folder(), data)
        if stranger:
            _ask_about(stranger, data)
            return
        _said(take_in(desk, _folder(), data))
    _next_file()


def _ask_about(stranger: SignedSnapshot, data: bytes) -> None:
    words = text("exchange.stranger", region=stranger.snapshot.region)
    st.html(f'<p class="ca-guard">{_in(words)}</p>')
    mute(_holds("exchange.stranger_holds", stranger.snapshot))
    told = fingerprint(stranger.public_key)
    _print(text("exchange.column_print"), told)
    mute(text("exchange.stranger_help"))
    heard = st.checkbox(text("exchange.heard"), key=f"{_HEARD}-{told}")
    words = text("exchange.take_in")
    st.button(
        words,
        key="take-in",
        type="primary",
        disabled=not heard,
        on_click=_take,
        args=(data, told),
    )


def _take(data: bytes, heard: str) -> None:
    with showing_refusals():
        _said(take_in(region_desk(), _folder(), data, heard))
    remember(_BROUGHT, recall(_BROUGHT, 0) + 1)


def _said(snapshot: Snapshot) -> None:
    facts = {"number": snapshot.number, "region": snapshot.region}
    remember(_SAID, text("exchange.taken", **facts))


def _next_file() -> None:
    remember(_BROUGHT, recall(_BROUGHT, 0) + 1)
    st.rerun()


def _leave_out() -> None:
    sender = picked(_GONE)
    if sender:
        leave_out(region_desk(), sender)


def _regions_table(others: tuple[SignedSnapshot, ...]) -> str:
    names = ("column_region", "column_snapshot", "column_print", "column_all")
    head = "".join(f'<th scope="col">{_in(text(f"exchange.{name}"))}</th>' for name in names)
    rows = "".join(_region_row(one) for one in others)
    name = _in(counted("exchange.regions", len(others)))
    table = f'<table class="ca-table"><tr>{head}</tr>{rows}</table>'
    return f'<div class="ca-wide" tabindex="0" role="region" aria-label="{name}">{table}</div>'


def _region_row(one: SignedSnapshot) -> str:
    snapshot = one.snapshot
    quarter = _holds("exchange.number_quarter", snapshot)
    return (
        f'<tr><th scope="row">{_in(snapshot.region)}</th><td>{_in(quarter)}</td>'
        f"<td><code>{fingerprint(one.public_key)}</code></td>"
        f"<td>{_in(shown(snapshot.get(EVERYTHING)))}</td></tr>"
    )


def _holds(key: str, snapshot: Snapshot) -> str:
    return text(key, number=snapshot.number, quarter=say_quarter(snapshot.quarter))


def _print(name: str, told: str) -> None:
    """Show a fingerprint in two lines of four blocks, under its name."""
    half = len(told) // 2
    lines = f"{told[:half]}<br>{told[half + 1 :]}"
    under = f'<p class="ca-small">{_in(name)}</p><p class="ca-print">{lines}</p>'
    st.html(f'<div class="ca-panel">{under}</div>')


def _plain(region: str) -> str:
    """Return a name that any computer can give a file."""
    return re.sub(r"\W+", "-", region).strip("-").lower()


def _in(words: str) -> str:
    return escape(words)


def _folder() -> Path:
    return read_settings().data_folder
