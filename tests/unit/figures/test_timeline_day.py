"""The day of the network as a thin line through the picture of the line."""

import re
from datetime import date

from casusanalyse.figures.timeline import timeline_picture
from casusanalyse.figures.timeline_view import View
from tests.builders import a_case, an_event

TODAY = date(2020, 6, 1)
CASE = a_case(an_event("2019-01-01"), an_event("2020-01-01"))


def thin_lines(view):
    svg = timeline_picture(CASE, view, today=TODAY).picture.svg
    return [
        float(x)
        for x in re.findall(r'd="M([\d.]+) [^"]*" stroke="[^"]*" stroke-width="1"/', svg)
    ]


def test_the_day_of_the_network_is_a_thin_line_that_moves_with_the_day():
    early, late = (thin_lines(View(day=date(2019, month, 1))) for month in (3, 9))
    assert (len(early), len(late)) == (1, 1)
    assert early < late


def test_without_a_day_or_out_of_view_there_is_no_line():
    assert thin_lines(View()) == []
    assert thin_lines(View(mode="years", day=date(2010, 1, 1))) == []
