"""What the region sees of this case, before and after the chair gave it; when that was."""

from html import escape

import streamlit as st

from casusanalyse.analysis.release import summary_of
from casusanalyse.content.date_words import say_long_day
from casusanalyse.content.release import Part, say_summary
from casusanalyse.content.text import counted, text
from casusanalyse.domain.problems import Refusal
from casusanalyse.domain.release import Release, ReleaseDeed
from casusanalyse.ui.clock import wall_date, wall_time
from casusanalyse.ui.frame import heading, mute
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.release_view import View, forget_choices
from casusanalyse.ui.session import desk
from casusanalyse.usecases.release import release, withdraw_all


def release_panel(view: View) -> None:
    """Show exactly what the region has when this is done, and the button that does it."""
    with st.container(key="release-side", border=True):
        heading(text("release.preview"))
        _preview(view)
        number = len(view.chosen)
        if number:
            st.button(
                counted("release.give", number),
                key="release-give",
                type="primary",
                on_click=_give,
                args=(view,),
                width="stretch",
            )
        mute(text("release.later"))


def _preview(view: View) -> None:
    summary = summary_of(view.becomes)
    if summary is None:
        mute(text("release.nothing"))
        return
    told = "".join(_part(part) for part in say_summary(summary, view.book))
    says = escape(text("release.preview"))
    st.html(
        f'<div class="ca-leaves" role="region" tabindex="0" aria-label="{says}">{told}</div>'
    )
    mute(text("release.only_these" if summary.words else "release.only_this"))


def _part(part: Part) -> str:
    lines = "".join(f"<li>{escape(line)}</li>" for line in part.lines)
    return f'<h3>{escape(part.title)}</h3><ul class="ca-questions">{lines}</ul>'


def _give(view: View) -> None:
    with showing_refusals():
        if not view.is_fresh:  # chosen otherwise after this screen was drawn
            raise Refusal("release_changed")
        release(desk(), view.chosen, counted=view.counted)
        forget_choices(view.case)


def released_line(done: Release) -> None:
    """Show since when the region has what it has, and the way to take all of it back."""
    at = max(deed.at for deed in done.deeds if deed.released)
    day = say_long_day(wall_date(at), weekday=True)
    with st.container(border=True, key="release-done"):
        said, back = st.columns([3, 1], vertical_alignment="center")
        with said:
            heading(text("release.given", day=day))
            mute(text("release.withdrawn_later"))
        back.button(
            text("release.take_all"),
            key="release-take-all",
            on_click=_take_all,
            width="stretch",
        )


def release_story(done: Release) -> None:
    """Show every time something went to the region or came back."""
    told = "".join(f"<li>{escape(_deed(deed))}</li>" for deed in reversed(done.deeds))
    with st.expander(text("release.story")):
        st.html(f'<ul class="ca-questions">{told}</ul>')


def _deed(deed: ReleaseDeed) -> str:
    when = {"day": say_long_day(wall_date(deed.at)), "time": wall_time(deed.at)}
    if deed.released:
        return counted("release.released", len(deed.released), **when)
    return counted("release.withdrawn", len(deed.withdrawn), **when)


def _take_all() -> None:
    with showing_refusals():
        withdraw_all(desk())
