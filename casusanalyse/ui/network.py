"""Who stands around the child: the network on a day, and the ties the group draws."""

from datetime import date
from functools import partial
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from casusanalyse.analysis.network import changes
from casusanalyse.content.date_words import say_day
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import labels
from casusanalyse.domain.case import Case
from casusanalyse.domain.timeline import Tie
from casusanalyse.domain.vocabulary import TieKind
from casusanalyse.figures.network import network_picture
from casusanalyse.figures.network_marks import network_legend
from casusanalyse.figures.network_words import (
    ChangedGroup,
    network_in_words,
    network_presets,
    network_question,
    say_present,
    say_since,
)
from casusanalyse.ui.clock import today
from casusanalyse.ui.entry import entry
from casusanalyse.ui.frame import empty, heading, is_wide, mute, title
from casusanalyse.ui.party import open_party, party_panel
from casusanalyse.ui.picture import show_legend, show_picture
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.session import desk, picked, recall, remember
from casusanalyse.ui.sheet import Action, Block, field, sheet
from casusanalyse.usecases.network import add_professional, draw_tie, remove_tie


def preset_choice() -> str:
    """Show the title with the views to step through; return the chosen one."""
    names = network_presets()
    head, choice = st.columns([1, 2.6], vertical_alignment="center")
    with head:
        title(text("network_screen.title"))
    chosen = choice.segmented_control(
        text("network_screen.preset"),
        list(names),
        default="organisations",
        format_func=lambda one: names[one],
        key="preset",
        label_visibility="collapsed",
        required=True,
    )
    return chosen or "organisations"


def day_choice(case: Case) -> date:
    """Show the slider over all days on which somebody came or went; return the day."""
    days = sorted({*changes(case), today()})
    day = recall("network-day") or today()
    place = max((at for at, one in enumerate(days) if one <= day), default=0)
    back, slider, on = st.columns([1, 4, 1], vertical_alignment="bottom")
    _step(back, "previous", days[max(place - 1, 0)], is_on=place > 0)
    _step(on, "next", days[min(place + 1, len(days) - 1)], is_on=place < len(days) - 1)
    if len(days) == 1:
        return days[0]
    chosen = slider.select_slider(
        text("network_screen.day"),
        days,
        value=days[place],
        format_func=say_day,
        key=f"day-{place}-{len(days)}",
    )
    if chosen != days[place]:
        remember("network-day", chosen)
        st.rerun()
    return days[place]


def _step(column: DeltaGenerator, name: str, day: date, *, is_on: bool) -> None:
    column.button(
        text(f"network_screen.{name}"),
        key=f"network-{name}",
        disabled=not is_on,
        on_click=partial(remember, "network-day", day),
        width="stretch",
    )


def network_drawing(case: Case, day: date, preset: str) -> None:
    """Show who is there on a day, with the same in words one click away."""
    if not case.parties():
        empty("network_screen.none")
        return
    drawing = network_picture(case, day=day, preset=preset, wide=is_wide())
    show_picture("network", drawing, on_open=open_party)
    show_legend("network-legend", network_legend(wide=is_wide()))
    with st.expander(
        text("network_screen.in_words"), key="network-words", on_change="rerun"
    ) as in_words:
        if not in_words.open:
            return
        told = "".join(f"<li>{escape(one)}</li>" for one in network_in_words(case, day, preset))
        st.html(f'<ul class="ca-questions">{told}</ul>')


def network_side(case: Case, day: date, preset: str) -> None:
    """Show what changed, one question, and the ties the group draws itself."""
    with st.container(border=True):
        party_panel(case)
        said = say_present(case, day)
        heading(said[:1].upper() + said[1:])
        since, groups = say_since(case, day)
        told = "".join(_group(group) for group in groups)
        st.html(f'<div class="ca-panel"><p class="ca-mute">{escape(since)}</p>{told}</div>')
        st.html(f'<p class="ca-soft">{escape(network_question(case, preset))}</p>')
        heading(text("network_screen.add"))
        entry("professional", case, _add)
        with st.expander(text("network_screen.ties")):
            _tie_form(case)
            _ties(case)


def _group(group: ChangedGroup) -> str:
    items = "".join(
        f'<li>{escape(one.name)} <span class="ca-mute">{escape(one.of)}</span></li>'
        for one in group.changed
    )
    return f'<div><b>{escape(group.heading)}</b><ul class="ca-todo">{items}</ul></div>'


def _add(line: str) -> None:
    open_party("professionals", add_professional(desk(), line))


def _tie_form(case: Case) -> None:
    """Show the three choices that draw a tie."""
    names = {key: party.name for key, party in case.parties().items()}
    keys = sorted(names, key=names.__getitem__)
    chosen = [
        st.selectbox(
            text(f"network_screen.{side}"),
            keys,
            index=None,
            format_func=names.__getitem__,
            placeholder=text("network_screen.choose"),
            key=f"tie-{side}-{len(case.ties)}",
        )
        for side in ("a", "b")
    ]
    kinds = labels(TieKind)
    st.segmented_control(
        text("network_screen.kind"),
        list(kinds),
        format_func=lambda one: kinds[one],
        key=f"tie-kind-{len(case.ties)}",
        on_change=partial(_draw, chosen, f"tie-kind-{len(case.ties)}"),
        disabled=None in chosen,
    )


def _draw(chosen: list[str | None], key: str) -> None:
    a, b = chosen
    kind = picked(key)
    if a and b and kind:
        with showing_refusals():
            draw_tie(desk(), (a, b), TieKind(kind))


def _ties(case: Case) -> None:
    names = {key: party.name for key, party in case.parties().items()}
    if not case.ties:
        mute(text("network_screen.no_ties"))
    sheet("ties", [_tie(tie, names) for tie in case.ties], on_press=_press)


def _tie(tie: Tie, names: dict[str, str]) -> Block:
    """One tie in a line; its fields show when it is open."""
    kinds = labels(TieKind)
    opened = recall("tie") == tie.key
    fields = [
        field(tie, "kind", kind="choice", options=list(kinds.items())),
        field(tie, "words"),
        field(tie, "when", kind="date"),
    ]
    actions = ("remove", "close") if opened else ("open",)
    said = f"{names.get(tie.a, '')} – {names.get(tie.b, '')}"
    return Block(
        key=tie.key,
        lines=[said, " · ".join(word for word in (kinds[tie.kind.value], tie.words) if word)],
        fields=fields if opened else (),
        actions=[
            Action(id=one, label=text(f"network_screen.{one}"), look="quiet") for one in actions
        ],
        look="line",
    )


def _press(key: str, action: str) -> None:
    if action == "remove":
        remove_tie(desk(), key)
    remember("tie", key if action == "open" else None)
