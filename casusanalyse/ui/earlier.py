"""What the region saw before, beside what the group found; only when the chair opens it."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from casusanalyse.content.region import say_number
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.ui.frame import heading, mute
from casusanalyse.ui.session import desk, note_taker
from casusanalyse.usecases.earlier import Beside, Earlier, seen_earlier


def earlier_part(case: Case) -> None:
    """Offer what the region saw before, once the group has an insight of its own."""
    if not case.insights or note_taker():
        return
    with st.expander(text("earlier.title"), key="earlier", on_change="rerun") as part:
        found = seen_earlier(desk()) if part.open else None
        if found:
            _earlier(found)


def _earlier(found: Earlier) -> None:
    telling = [one for one in found.ours if one.tells]
    if not telling and not found.others:
        mute(text("earlier.nothing"))
        return
    mute(text("earlier.lead" if found.whole else "earlier.few"))
    if telling:
        heading(text("earlier.ours"))
        st.html(_listed(telling, found.whole))
    quiet = [one.label for one in found.ours if not one.tells]
    if quiet:
        mute(text("earlier.quiet", names="; ".join(quiet)))
    if found.others:
        heading(text("earlier.others"))
        mute(text("earlier.others_help"))
        st.html(_listed(found.others, found.whole))


def _listed(some: Iterable[Beside], whole: int | None) -> str:
    return f'<div class="ca-read">{"".join(_article(one, whole) for one in some)}</div>'


def _article(one: Beside, whole: int | None) -> str:
    lines = list(_lines(one, whole))
    title = f"<h3>{escape(one.own_words or one.label)}</h3>"
    told = "".join(f"<p>{escape(line)}</p>" for line in lines)
    said = "".join(
        f'<p class="ca-voice">{escape(text("earlier.said", text=word.text))}</p>'
        for word in one.words
    )
    return f"<article>{title}{told}{said}</article>"


def _lines(one: Beside, whole: int | None) -> Iterable[str]:
    if one.own_words:
        yield one.label
    if one.number is not None and whole is not None:
        facts = {"number": say_number(one.number), "whole": say_number(whole)}
        yield text("earlier.number", **facts)
    if one.helped:
        names = [
            text("earlier.helped_one", label=each.name, number=each.number)
            for each in one.helped
        ]
        yield text("earlier.helped", names=", ".join(names))
