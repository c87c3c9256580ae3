"""What finished cases show together: how often, together with what, and what helped."""

from html import escape

import streamlit as st

from casusanalyse.analysis.findings import Counted, both
from casusanalyse.analysis.region_together import tied_codes
from casusanalyse.content.long_line import bare_number
from casusanalyse.content.region import named, say_number, say_quarter, shown
from casusanalyse.content.text import counted, text
from casusanalyse.domain.snapshot import Cut, Snapshot
from casusanalyse.figures.region_bars import Bar, bars_picture
from casusanalyse.figures.region_hidden import hidden_sign
from casusanalyse.figures.region_pairs import MOST_CODES, Step, pairs_picture
from casusanalyse.figures.region_together import MOST_CODES as MOST_IN_NETWORK
from casusanalyse.figures.region_together import together_picture
from casusanalyse.ui.frame import heading, mute
from casusanalyse.ui.picture import show_choice, show_sheet, show_signs
from casusanalyse.ui.region_choice import look_at
from casusanalyse.usecases.findings import Findings

MOST_HELPED = 5
_LOOKS = ("stairs", "network")


def region_finding(look: Findings, *, national: bool) -> None:
    """Show the finding as a sentence, and how much lies under it."""
    over = [text("region.all_regions")] if national else []
    told = [*over, *_about(look.snapshot, look.whole)]
    st.html(
        f'<div class="ca-over"><div><h1>{escape(look.sentence)}</h1>'
        f"<p>{escape(look.under)}</p></div>"
        f"<p>{'<br>'.join(map(escape, told))}</p></div>"
    )


def _about(snapshot: Snapshot, whole: int | None) -> list[str]:
    quarter = say_quarter(snapshot.quarter)
    made = text("region.snapshot", number=snapshot.number, quarter=quarter)
    years = snapshot.parts.get(Cut.YEAR, ())
    if whole is None or not years:
        return [made]
    number, since, until = say_number(whole), years[0], years[-1]
    if since == until:
        return [text("region.about_one_year", number=number, since=since), made]
    return [text("region.about", number=number, since=since, until=until), made]


def region_columns(look: Findings) -> None:
    """Show how often, together with what, and what helped, beside each other."""
    often, together, helped = st.columns([370, 582, 320], gap="medium")
    with often:
        _often(look)
    with together:
        _together(look)
    with helped:
        _helped(look)


def _often(look: Findings) -> None:
    heading(text(f"region.often_{look.kind}"))
    if look.number is None:
        mute(text("region.part_hidden"))
    else:
        mute(text("region.often_under", whole=say_number(look.number)))
    bars = [Bar(one.name, look.book.label(one.name), one.number) for one in look.bars]
    drawing = bars_picture(bars, whole=look.number, chosen=look.chosen)
    show_choice(
        "region-bars",
        drawing,
        lambda _, key: look_at(look.kind, key),
        chosen=look.chosen,
    )
    if look.rest:
        mute(counted("region.others", look.rest))


def _together(look: Findings) -> None:
    heading(text("region.pairs"))
    mute(text("region.pairs_under"))
    threshold = _threshold(look.snapshot)
    if len(look.stairs) > 1:
        _pairs(look)
    else:
        mute(text("region.pairs_none", threshold=threshold))
    show_signs([(hidden_sign(), text("region.hidden_why", threshold=threshold))])


def _pairs(look: Findings) -> None:
    chosen = st.segmented_control(
        text("region.look"),
        _LOOKS,
        default=_LOOKS[0],
        format_func=lambda one: text(f"region.look_{one}"),
        key="region-look",
        label_visibility="collapsed",
        required=True,
    )
    if chosen == "network":
        _network(look)
    else:
        _stairs(look)


def _threshold(snapshot: Snapshot) -> str:
    least = snapshot.rules.threshold
    return bare_number(least, least)


def _stairs(look: Findings) -> None:
    steps = [Step(key, look.book.label(key)) for key in look.stairs[:MOST_CODES]]
    lit = look.finding.codes if look.finding else ()
    drawing = pairs_picture(steps, lambda one, other: both(look.snapshot, one, other), lit=lit)
    show_sheet("region-stairs", drawing)


def _network(look: Findings) -> None:
    ties = tied_codes(look.snapshot, look.codes, most=MOST_IN_NETWORK)
    if not ties:
        mute(text("region.pairs_none", threshold=_threshold(look.snapshot)))
        return
    numbers = {one.name: one.number or 0 for one in look.ranked}
    labels = {key: look.book.label(key) for key in look.codes}
    drawing = together_picture(ties, labels, numbers, chosen=look.chosen)
    show_sheet("region-network", drawing)
    mute(text("region.together_help"))


def _helped(look: Findings) -> None:
    code = look.book.get(look.chosen)
    if code is None:
        return
    heading(text(f"region.helped_{look.kind}", named=named(code)))
    if look.kind == "belief":
        st.html(f'<p class="ca-soft">{escape(code.helping)}</p>')
    else:
        mute(text("region.helped_under"))
        _what_helped(look)
    st.html(f'<p class="ca-ask">{escape(look.question)}</p>')


def _what_helped(look: Findings) -> None:
    known = [one for one in look.helped if one.number is not None]
    if not known:
        mute(text("region.helped_none"))
        return
    hidden = [one for one in look.helped if one.number is None]
    rows = "".join(_row(one, look) for one in (*known[:MOST_HELPED], *hidden[:1]))
    st.html(f'<ul class="ca-helped">{rows}</ul>')


def _row(one: Counted, look: Findings) -> str:
    label = f"<span>{escape(look.book.label(one.name))}</span>"
    if one.number is None:
        return f"<li>{label}<i>{escape(shown(None))}</i></li>"
    number = shown(one.number)
    if look.seen is not None and look.kind == "pattern":
        number = text("region.out_of", number=number, whole=say_number(look.seen))
    return f"<li>{label}<b>{escape(number)}</b></li>"
