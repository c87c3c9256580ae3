"""The plan of the half-day beside the step: times on the wall, never seconds, never a sound."""

from datetime import datetime, timedelta
from html import escape

import streamlit as st

from casusanalyse.content.steps import agenda, steps
from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case
from casusanalyse.domain.participant import AgendaItem
from casusanalyse.domain.plan import TimedLine
from casusanalyse.domain.sitting import Sitting
from casusanalyse.ui.clock import now, wall_time
from casusanalyse.usecases.agenda import Standing, default_plan, standing

EVERY = 30.0
"""Seconds between two looks at the clock; it shows minutes."""

ONE_DAY = timedelta(hours=12)
"""A clock that began longer ago belongs to another day."""

HOUR = 60
"""From here on minutes say nothing: the group looks at another part of the day."""

CHECK_IN = 1
"""The step in which nobody sees a clock."""


def clock_runs(sitting: Sitting, moment: datetime) -> bool:
    """Tell whether the clock of this half-day runs; that of another day no longer does."""
    return sitting.started_at is not None and moment - sitting.started_at < ONE_DAY


def agenda_list(case: Case, sitting: Sitting, step: int) -> None:
    """Show the plan with its times, and whether the group is on schedule."""
    runs = clock_runs(sitting, now())
    st.fragment(_told, run_every=EVERY if runs and step != CHECK_IN else None)(
        case, sitting, step
    )


def _told(case: Case, sitting: Sitting, step: int) -> None:
    moment = now()
    if not clock_runs(sitting, moment):
        st.html(_not_begun(case, moment))
        return
    here = standing(case, sitting, step, moment)
    rows = _list(here, step)
    if step == CHECK_IN:
        plan = escape(text("agenda.list"))
        told = f"<details><summary>{plan}</summary>{rows}</details>"
    else:
        told = _head(here, sitting, moment) + rows
    st.html(f'<div class="ca-panel"><div class="ca-plan">{told}</div></div>')


def _not_begun(case: Case, moment: datetime) -> str:
    ends = wall_time(standing(case, Sitting(), CHECK_IN, moment).ends)
    return (
        f'<div class="ca-plan"><h2 class="ca-title">{escape(text("agenda.not_begun"))}</h2>'
        f"<p>{escape(text('agenda.would_end', time=ends))}</p></div>"
    )


def _head(here: Standing, sitting: Sitting, moment: datetime) -> str:
    line = next(one for one in here.lines if one.item.key == here.here)
    title = text("agenda.title", step=line.item.step, time=wall_time(line.ends))
    state = text("agenda.stopped") if sitting.is_stopped else say_lateness(here.late)
    said = text("agenda.now", time=wall_time(moment), state=state)
    return f'<h2 class="ca-title">{escape(title)}</h2><p>{escape(said)}</p>'


def say_lateness(late: int) -> str:
    """Return whether the group is on schedule, in words; whole minutes."""
    if not late:
        return text("agenda.on_schedule")
    if abs(late) >= HOUR:
        return text("agenda.much_later" if late > 0 else "agenda.much_earlier")
    return counted("agenda.later" if late > 0 else "agenda.earlier", abs(late))


def _list(here: Standing, step: int) -> str:
    keys = [line.item.key for line in here.lines]
    at = keys.index(here.here)
    clock = keys.index(here.by_clock) if here.by_clock else len(keys)
    past = here.lines[: min(at, clock)]
    coming = here.lines[len(past) :]
    rows = "".join(_row(line, here, quiet=step == CHECK_IN) for line in coming)
    end = f"<b>{wall_time(here.ends)}</b> {escape(text('agenda.end'))}"
    label = escape(text("agenda.list"))
    return f'{_been(past)}<ul class="ca-agenda" aria-label="{label}">{rows}<li>{end}</li></ul>'


def _been(past: tuple[TimedLine, ...]) -> str:
    """What is over, without times: a changed plan never moves what already happened."""
    if not past:
        return ""
    names = ", ".join(line_name(line.item) for line in past)
    return f'<p class="ca-mute ca-small">{escape(text("agenda.been", names=names))}</p>'


def _row(line: TimedLine, here: Standing, *, quiet: bool) -> str:
    name, key = line_name(line.item), line.item.key
    is_here = key == here.here
    if line.item.key == "break":
        name = text("agenda.fixed", name=name)
    if key == here.by_clock and not is_here and not quiet:
        name = text("agenda.by_clock", name=name)
    mark = ' class="now" aria-current="step"' if is_here else ""
    begins = "" if is_here and quiet else wall_time(line.begins)
    return f"<li{mark}><b>{begins}</b> {escape(name)}</li>"


def line_name(item: AgendaItem) -> str:
    """Return the short name of a line."""
    if item.step:
        return steps()[item.step - 1].short
    titles = zip(default_plan(), agenda(), strict=True)
    return next(told.title for own, told in titles if own.key == item.key)
