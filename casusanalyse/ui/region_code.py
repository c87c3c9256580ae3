"""One code as the region sees it: what it means, where, when, with what, and in words."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from casusanalyse.analysis.findings import Counted
from casusanalyse.content.codebook import Code
from casusanalyse.content.region import say_part, say_time, shown
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.snapshot import Cut
from casusanalyse.domain.summary import RegionWords, WordsKind
from casusanalyse.domain.vocabulary import Layer
from casusanalyse.figures.region_charts import QUIET, Moment, time_alt, time_chart
from casusanalyse.ui.frame import heading, mute, rule
from casusanalyse.usecases.findings import MOST_WORDS, Findings, words_on
from casusanalyse.usecases.region import RegionDesk

_AT_FIRST = 6
MOST_BESIDE = 6


def region_code(look: Findings, desk: RegionDesk) -> None:
    """Show the chosen code."""
    code = look.book.get(look.chosen)
    if code is None:
        return
    rule()
    meaning, numbers, moments = st.columns([370, 300, 602], gap="medium")
    with meaning:
        heading(text("region.about_code", label=code.label))
        code_meaning(code)
        _layers(look.layers)
    with numbers:
        _beside(look)
    with moments:
        _through_time(look)
    _words(look, desk)


def code_meaning(code: Code) -> None:
    """Show what a code means, what can stand against it, and where it comes from."""
    lines = [code.explanation, code.addition]
    if code.helping:
        lines.append(text("region.helping", belief=code.helping))
    told = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    source = escape(text("region.source", source=code.source)) if code.source else ""
    st.html(f'<div class="ca-panel">{told}<p class="ca-mute ca-small">{source}</p></div>')


def _layers(layers: Sequence[Counted]) -> None:
    heading(text("region.layers"))
    if any(one.number is not None for one in layers):
        _numbers([(label(Layer(one.name)), one.number) for one in layers])
    else:
        mute(text("region.layers_hidden"))


def _beside(look: Findings) -> None:
    heading(text("region.with_code"))
    beside = look.neighbours[:MOST_BESIDE]
    if beside:
        _numbers([(look.book.label(one.name), one.number) for one in beside])
    else:
        mute(text("region.with_none"))


def _numbers(rows: Sequence[tuple[str, int | None]]) -> None:
    told = "".join(_number(name, number) for name, number in rows)
    st.html(f'<ul class="ca-helped">{told}</ul>')


def _number(name: str, number: int | None) -> str:
    tag = "i" if number is None else "b"
    return f"<li><span>{escape(name)}</span><{tag}>{escape(shown(number))}</{tag}></li>"


def _through_time(look: Findings) -> None:
    heading(text("region.time"))
    cut, told = look.through_time()
    if told:
        _chart(cut, told)
    else:
        mute(text("region.time_hidden"))


def _chart(cut: Cut, told: Sequence[Counted]) -> None:
    moments = [
        Moment(*say_time(cut, one.name), say_part(cut, one.name), one.number) for one in told
    ]
    alt = time_alt(moments)
    st.plotly_chart(time_chart(moments), theme=None, config=QUIET, alt=alt, key="region-time")


def _words(look: Findings, desk: RegionDesk) -> None:
    heading(text("region.words"))
    show_words(words_on(desk, look.chosen), none="region.words_none")


def show_words(told: Sequence[RegionWords], *, none: str) -> None:
    """Show sentences for the region, a few first.

    Args:
        told: sorted by text.
        none: key of the sentence that says there are none.
    """
    if not told:
        mute(text(none))
        return
    st.html(_listed(told[:_AT_FIRST]))
    rest = told[_AT_FIRST:]
    if not rest:
        return
    with st.expander(text("region.words_more"), key="region-words", on_change="rerun") as more:
        if more.open:
            st.html(_listed(rest))
            if len(told) == MOST_WORDS:
                mute(text("region.words_first", number=MOST_WORDS))


def _listed(told: Sequence[RegionWords]) -> str:
    return f'<ul class="ca-said">{"".join(map(_said, told))}</ul>'


def _said(one: RegionWords) -> str:
    is_quote = one.kind is WordsKind.QUOTE
    said = text("region.quoted", label=one.text) if is_quote else one.text
    return f"<li>{escape(said)}</li>"
