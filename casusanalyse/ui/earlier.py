"""What the region saw before, beside what the group found; only when the chair opens it."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from casusanalyse.content.region import say_number
from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case
from casusanalyse.domain.summary import RegionWords, WordsKind
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
    _quiet(found, len(found.ours) - len(telling))
    if found.others:
        heading(text("earlier.others"))
        mute(text("earlier.others_help"))
        st.html(_listed(found.others, found.whole))


def _quiet(found: Earlier, number: int) -> None:
    """Say how many codes have nothing beside them, and why a number is hidden."""
    rest = [counted("earlier.quiet", number)] if number else []
    if found.whole and any(one.number is None for one in found.ours):
        rest.append(text("region.hidden_why", threshold=found.threshold))
    if rest:
        mute(" ".join(rest))


def _listed(some: Iterable[Beside], whole: int | None) -> str:
    return f'<div class="ca-beside">{"".join(_article(one, whole) for one in some)}</div>'


def _article(one: Beside, whole: int | None) -> str:
    """Return a code in two columns: what the group says, and what the region saw."""
    label = f'<p class="ca-mute">{escape(one.label)}</p>' if one.own_words else ""
    own = f"<h3>{escape(one.own_words or one.label)}</h3>{label}"
    lines = "".join(f"<p>{escape(line)}</p>" for line in _lines(one, whole))
    said = "".join(f'<p class="ca-voice">{escape(_said(word))}</p>' for word in one.words)
    return f"<article><div>{own}</div><div>{lines}{said}</div></article>"


def _lines(one: Beside, whole: int | None) -> Iterable[str]:
    if one.number is not None and whole is not None:
        facts = {"number": say_number(one.number), "whole": say_number(whole)}
        yield text("earlier.number", **facts)
    elif whole is not None:
        yield text("earlier.hidden")
    if one.helped:
        names = [
            text("earlier.helped_one", label=each.name, number=each.number)
            for each in one.helped
        ]
        yield text("earlier.helped", names=" · ".join(names))


def _said(words: RegionWords) -> str:
    is_quote = words.kind is WordsKind.QUOTE
    return text("earlier.quoted", text=words.text) if is_quote else words.text
