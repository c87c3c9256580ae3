"""Who stands around the child: the network on a day, and the ties the group draws."""

from functools import partial
from html import escape

import streamlit as st

from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import labels
from casusanalyse.domain.case import Case
from casusanalyse.domain.timeline import Tie
from casusanalyse.domain.vocabulary import TieKind
from casusanalyse.figures.network import network_picture
from casusanalyse.figures.network_marks import network_legend
from casusanalyse.figures.network_people import Cast
from casusanalyse.figures.network_view import say_view
from casusanalyse.figures.network_words import (
    ChangedGroup,
    network_in_words,
    network_question,
    say_counts,
    say_since,
)
from casusanalyse.ui.entry import entry
from casusanalyse.ui.frame import empty, heading, is_wide, mute
from casusanalyse.ui.moment import moment, view
from casusanalyse.ui.party import open_party, party_panel
from casusanalyse.ui.picture import show_legend, show_picture
from casusanalyse.ui.play import play
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.session import desk, picked, recall, remember
from casusanalyse.ui.sheet import Action, Block, field, sheet
from casusanalyse.usecases.network import add_professional, draw_tie, remove_tie


def network_moment(case: Case) -> Cast:
    """Show the views, the day and what changed; return everybody on that day."""
    here = moment(case)
    cast = Cast(case, day=here.day, before=here.before, preset=view())
    play(cast, here)
    return cast


def network_drawing(cast: Cast) -> None:
    """Show who is there on a day, with the same in words one click away."""
    if not cast.parties:
        empty("network_screen.none")
        return
    show_picture("network", network_picture(cast, wide=is_wide()), on_open=open_party)
    show_legend("network-legend", network_legend(wide=is_wide()))
    with st.expander(
        text("network_screen.in_words"), key="network-words", on_change="rerun"
    ) as in_words:
        if not in_words.open:
            return
        told = "".join(f"<li>{escape(one)}</li>" for one in network_in_words(cast))
        st.html(f'<ul class="ca-questions">{told}</ul>')


def network_side(cast: Cast) -> None:
    """Show what changed, one question, and the ties the group draws itself."""
    case = cast.case
    with st.container(border=True):
        party_panel(case)
        said = say_counts(cast.network)
        heading(said[:1].upper() + said[1:])
        since, groups = say_since(cast)
        told = "".join(_group(group) for group in groups)
        st.html(f'<div class="ca-panel"><p class="ca-mute">{escape(since)}</p>{told}</div>')
        st.html(f"<p>{escape(say_view(cast))}</p>")
        st.html(f'<p class="ca-soft">{escape(network_question(case, cast.preset))}</p>')
        heading(text("network_screen.add"))
        entry("professional", case, _add)
        with st.expander(
            text("network_screen.ties"), key="network-ties", on_change="rerun"
        ) as ties:
            if ties.open:
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
