"""The long line on the screen of the chair: the picture, the sentence, one step at a time."""

from collections.abc import Callable, Sequence
from functools import partial
from html import escape

import streamlit as st

from casusanalyse.analysis.figure import line_of
from casusanalyse.analysis.long_line_good import good_in_parts
from casusanalyse.analysis.long_line_layers import LineLayer
from casusanalyse.content.long_line_layers import layer_name
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.participant import Note
from casusanalyse.domain.projection import Viewer, as_seen
from casusanalyse.domain.vocabulary import EventKind
from casusanalyse.figures.long_line import long_line_picture
from casusanalyse.figures.long_line_pages import (
    LinePage,
    Shows,
    ToldLayer,
    line_note,
    line_pages,
    page_at,
    told_layers,
)
from casusanalyse.ui.clock import today
from casusanalyse.ui.frame import heading, main_and_side, mute, title
from casusanalyse.ui.long_line import (
    keep_in_address,
    line_page,
    step_line,
    toggle_long_line,
    turn_to,
)
from casusanalyse.ui.picture import show_picture
from casusanalyse.ui.session import desk
from casusanalyse.ui.sheet import Block, field, sheet
from casusanalyse.usecases.desk import CHAIR
from casusanalyse.usecases.long_line import (
    line_as_png,
    line_as_svg,
    line_as_word,
    line_file_name,
)

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FILES: dict[str, tuple[Callable[..., bytes], str, str]] = {
    "word": (line_as_word, "docx", _WORD),
    "png": (line_as_png, "png", "image/png"),
    "svg": (line_as_svg, "svg", "image/svg+xml"),
}


def long_line_view(case: Case) -> None:
    """Show the long line as far as it is revealed, and what moves it on."""
    keep_in_address()
    seen = as_seen(case, Viewer.BEAMER)
    layers = told_layers(seen, today=today())
    now = page_at(layers, line_page())
    main, side = main_and_side()
    with main:
        _head()
        show_picture("long-line", long_line_picture(seen, today=today(), page=line_page()))
    with side:
        if now:
            _steps(layers, now)
            _sentence(case, layers, now)
            _good(seen, now)
            _others(case, layers, now)
            _exports(case)


def _head() -> None:
    name, close = st.columns([3, 1.2], vertical_alignment="center")
    with name:
        title(text("long_line_screen.title"))
    close.button(
        text("long_line_screen.close"),
        key="close-long-line",
        on_click=toggle_long_line,
        width="stretch",
    )


def _steps(layers: Sequence[ToldLayer], now: LinePage) -> None:
    """Show where we are, what comes next, and the buttons; the arrow keys do the same."""
    pages = line_pages(layers)
    at = pages.index(now)
    with st.container(border=True):
        name = layer_name(layers[now.newest].layer.value)
        number, total = now.newest + 1, len(layers)
        heading(text("long_line_screen.now", layer=name, number=number, total=total))
        mute(_following(layers, now))
        back, on = st.columns(2)
        back.button(
            text("long_line_screen.previous"),
            key="line-previous",
            on_click=partial(step_line, -1),
            disabled=at == 0,
            shortcut="Left",
            width="stretch",
        )
        on.button(
            text("long_line_screen.next"),
            key="line-next",
            on_click=partial(step_line, 1),
            disabled=_is_last(layers, now),
            shortcut="Right",
            type="primary",
            width="stretch",
        )
        _national(layers, now)
        if desk().who != CHAIR:
            mute(text("long_line_screen.alone"))


def _is_last(layers: Sequence[ToldLayer], now: LinePage) -> bool:
    return now.newest == len(layers) - 1 and now.shows is not Shows.DRAWING


def _following(layers: Sequence[ToldLayer], now: LinePage) -> str:
    if now.shows is Shows.DRAWING:
        return text("long_line_screen.next_sentence")
    if _is_last(layers, now):
        return text("long_line_screen.next_none")
    name = layer_name(layers[now.newest + 1].layer.value).lower()
    return text("long_line_screen.next_drawing", layer=name)


def _national(layers: Sequence[ToldLayer], now: LinePage) -> None:
    """Show the button to what is known nationally, where something is."""
    if layers[now.newest].national is None:
        return
    wanted = LinePage(now.newest, Shows.NATIONAL)
    st.button(
        text("long_line_screen.national"),
        key="line-national",
        on_click=partial(turn_to, line_pages(layers).index(wanted)),
        disabled=now.shows is not Shows.SENTENCE,
        width="stretch",
    )


def _sentence(case: Case, layers: Sequence[ToldLayer], now: LinePage) -> None:
    with st.container(border=True):
        layer = layers[now.newest]
        label, hint = (text(f"long_line_screen.{key}") for key in ("sentence", "sentence_hint"))
        sheet("line-sentence", [_block(case, layer, label=label, hint=hint)])


def _others(case: Case, layers: Sequence[ToldLayer], now: LinePage) -> None:
    with st.expander(
        text("long_line_screen.others"), key="line-others", on_change="rerun"
    ) as others:
        if others.open:
            rest = [one for at, one in enumerate(layers) if at != now.newest]
            names = [layer_name(one.layer.value) for one in rest]
            blocks = [
                _block(case, one, label=name) for one, name in zip(rest, names, strict=True)
            ]
            sheet("line-sentences", blocks)


def _block(case: Case, layer: ToldLayer, **more: str) -> Block:
    key = line_note(layer.layer)
    saved = next((note for note in case.notes if note.key == key), Note(key=key))
    shown = Note(key=key, version=saved.version, text=layer.sentence)
    words = {"hint": ""} | more
    return Block(key=key, fields=[field(shown, "text", kind="area", rows=2, **words)])


def _good(case: Case, now: LinePage) -> None:
    """Remind the chair in time of the good moments, with which the line ends."""
    line = line_of(case, today())
    key = "no_early_good" if line.of_kind(EventKind.GOOD_MOMENT) else "no_good"
    is_early = good_in_parts(line)[0]
    if not is_early and now.newest >= list(LineLayer).index(LineLayer.HOME):
        st.html(f'<p class="ca-aside">{escape(text(f"long_line_screen.{key}"))}</p>')


def _exports(case: Case) -> None:
    with st.expander(
        text("long_line_screen.exports"), key="line-exports", on_change="rerun"
    ) as exports:
        if not exports.open:
            return
        names = st.toggle(text("long_line_screen.names"), key="line-names")
        mute(
            text("long_line_screen.names_help" if names else "long_line_screen.pseudonyms_help")
        )
        for kind, (_, ending, mime) in _FILES.items():
            st.download_button(
                text(f"long_line_screen.{kind}"),
                data=partial(_made, case, kind, names=names),
                file_name=f"{line_file_name(case)}.{ending}",
                mime=mime,
                key=f"line-{kind}",
                on_click="ignore",
                width="stretch",
            )


def _made(case: Case, kind: str, *, names: bool) -> bytes:
    """Make the file at the moment of the click."""
    made = _FILES[kind][0]
    return made(case, today=today(), names=names)
