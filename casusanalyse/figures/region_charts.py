"""A code through time, as a chart of Plotly: its numbers can be pointed at."""

from collections.abc import Sequence
from typing import NamedTuple

from plotly.graph_objects import Bar, Figure, Layout

from casusanalyse.content.region import shown
from casusanalyse.content.text import text
from casusanalyse.figures.lettering import FAMILY
from casusanalyse.figures.palette import HATCH, INK, LINE, PAPER, PRIMARY

HEIGHT = 250
_LETTER = 15
QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "locale": "nl"}
"""How the chart behaves: nothing to zoom, no row of buttons."""


class Moment(NamedTuple):
    """A year or a quarter.

    Attributes:
        year: it lies in.
        short: its name within that year; empty for the year itself.
        label: its full name.
        number: None when that is hidden.
    """

    year: str
    short: str
    label: str
    number: int | None


def time_chart(moments: Sequence[Moment]) -> Figure:
    """Return the chart; a hidden number is a hatched bar of full height.

    Args:
        moments: in order of time.
    """
    top = max((one.number or 0 for one in moments), default=0) * 1.2 or 1
    names = _names(moments)
    said = [f"{one.label}: {shown(one.number)}" for one in moments]
    known = [one.number for one in moments]
    hidden = [top if one.number is None else None for one in moments]
    bars = [
        Bar(x=names, y=known, marker={"color": PRIMARY}, **_said(said, known)),
        Bar(x=names, y=hidden, marker=_HATCHED, **_said(said, [None] * len(moments))),
    ]
    return Figure(data=bars, layout=_layout(top))


def _names(moments: Sequence[Moment]) -> Sequence[str] | Sequence[Sequence[str]]:
    """Return what stands under the bars; quarters stand under their year."""
    years, shorts = [one.year for one in moments], [one.short for one in moments]
    return [years, shorts] if all(shorts) else years


def time_alt(moments: Sequence[Moment]) -> str:
    """Return the sentence that says the same as the chart."""
    listed = ", ".join(f"{one.label} {shown(one.number)}" for one in moments)
    return text("region.time_alt", listed=listed)


_AXIS = {
    "fixedrange": True,
    "linecolor": LINE,
    "dividercolor": LINE,
    "automargin": True,
    "tickangle": 0,
}
_HATCHED = {
    "color": PAPER,
    "line": {"color": HATCH, "width": 1.5},
    "pattern": {"shape": "/", "fgcolor": HATCH, "size": 7, "solidity": 0.25},
}


def _said(said: Sequence[str], numbers: Sequence[int | None]) -> dict[str, object]:
    """Return what a bar says when it is pointed at, and the number that stands on it."""
    return {
        "hovertext": said,
        "hoverinfo": "text",
        "text": ["" if one is None else shown(one) for one in numbers],
        "textposition": "outside",
        "cliponaxis": False,
    }


def _layout(top: float) -> Layout:
    return Layout(
        barmode="overlay",
        bargap=0.35,
        height=HEIGHT,
        showlegend=False,
        dragmode=False,
        margin={"l": 4, "r": 4, "t": 8, "b": 4},
        paper_bgcolor=PAPER,
        plot_bgcolor=PAPER,
        font={"family": f"{FAMILY}, sans-serif", "size": _LETTER, "color": INK},
        hoverlabel={"bgcolor": PAPER, "bordercolor": HATCH, "font": {"size": _LETTER}},
        xaxis=_AXIS,
        yaxis={"visible": False, "fixedrange": True, "range": [0, top]},
        uniformtext={"minsize": 13, "mode": "show"},
    )
