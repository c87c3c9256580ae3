"""The line at the foot of the beamer: which time is compared."""

from datetime import date

from casusanalyse.content.date_words import say_date, say_span
from casusanalyse.domain.dates import Span, whole_month
from casusanalyse.figures.beamer_frame import CONTENT, SMALL, Letters, written
from casusanalyse.figures.palette import INK_SOFT, LINE_STRONG, PAPER, PRIMARY
from casusanalyse.figures.svg import tag

LEFT, RIGHT, Y = 330.0, 1590.0, 972.0
PERIOD = Letters(size=CONTENT.size, weight=700)
MOST_YEARS = 11


def track(before: date, day: date, *, reach: tuple[date, date]) -> str:
    """Return the line with the years, and the time between two days on it.

    Args:
        before: the day that is compared with.
        day: the day that is shown.
        reach: the first and the last day of the line.
    """
    at, began = _x(day, reach), _x(before, reach)
    said = say_period(before, day)
    half = PERIOD.width(said) / 2
    middle = min(max((at + began) / 2, LEFT + half - 90), RIGHT - half + 90)
    passed = {"stroke": PRIMARY, "stroke_width": 12, "stroke_linecap": "round"}
    whole = {"stroke": LINE_STRONG, "stroke_width": 4, "stroke_linecap": "round"}
    ring = {"fill": PAPER, "stroke": PRIMARY, "stroke_width": 8}
    return "".join(
        (
            tag("path", d=f"M{LEFT} {Y}H{RIGHT}", **whole),
            *(_year(year, reach) for year in _years(reach)),
            tag("path", d=f"M{began:.1f} {Y}H{at:.1f}", **passed),
            tag("circle", cx=at, cy=Y, r=17, **ring),
            written([said], (middle, Y - 34), PERIOD, anchor="middle"),
        )
    )


def say_period(before: date, day: date) -> str:
    """Return the time between two days in months."""
    since, until = (whole_month(one.year, one.month) for one in (before, day))
    return say_date(until) if since == until else say_span(Span(since=since, until=until))


def _x(day: date, reach: tuple[date, date]) -> float:
    first, last = reach
    part = (day - first).days / max(1, (last - first).days)
    return LEFT + (RIGHT - LEFT) * min(1.0, max(0.0, part))


def _years(reach: tuple[date, date]) -> list[int]:
    first, last = reach[0].year + 1, reach[1].year
    every = next(
        (step for step in (1, 2, 5, 10, 20) if (last - first) / step <= MOST_YEARS), 50
    )
    return [year for year in range(first, last + 1) if year % every == 0]


def _year(year: int, reach: tuple[date, date]) -> str:
    x = _x(date(year, 1, 1), reach)
    tick = tag("path", d=f"M{x:.1f} {Y - 8}v16", stroke=INK_SOFT, stroke_width=3)
    return tick + written([str(year)], (x, Y + 52), SMALL, anchor="middle")
