"""On the beamer: who left, who stayed and who came, around the child."""

from collections.abc import Iterator
from datetime import date

from casusanalyse.analysis.network import EdgeKind
from casusanalyse.analysis.network_presets import Preset
from casusanalyse.analysis.network_stops import stop_at, stop_before, stops
from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.sitting import Scene
from casusanalyse.figures.beamer_frame import (
    MARGIN,
    QUIET,
    SMALL,
    WIDTH,
    Letters,
    fitting,
    sheet,
    smaller,
    written,
)
from casusanalyse.figures.lettering import shortened
from casusanalyse.figures.network_people import Cast, child_name
from casusanalyse.figures.network_seats import child_part, sample, seat_parts
from casusanalyse.figures.network_story import say_story
from casusanalyse.figures.network_track import say_period, track
from casusanalyse.figures.network_words import network_question
from casusanalyse.figures.network_zones import Zones, zones
from casusanalyse.figures.palette import LINE_STRONG
from casusanalyse.figures.svg import Picture, tag

SENTENCE = Letters(size=54, weight=700)
ZONE = Letters(size=36, weight=700)
ROOM = WIDTH - 2 * MARGIN
HEAD, SAID, NAMES, LEGEND = 72.0, 146.0, 238.0, 890.0
BORDERS = (500.0, 1420.0)
MIDDLES = {"left": 280.0, "stayed": 960.0, "came": 1640.0}
_LEAST_WORDS = 260.0
_LEGEND = {
    "support": EdgeKind.SUPPORT,
    "tension": EdgeKind.TENSION,
    "contact": EdgeKind.TOGETHER,
    "direction": EdgeKind.DIRECTION,
    "broken": EdgeKind.BROKEN,
}


def network_scene(case: Case, scene: Scene, today: date) -> Picture:
    """Draw the network of a day beside that of an earlier day.

    Without a day it is the last stop up to today; without an earlier day the stop before it.
    """
    line = stops(case, today)
    day = scene.day or stop_at(line, today)
    before = scene.before or stop_before(line, day)
    views = list(Preset)
    cast = Cast(case, day=day, before=before, preset=views[scene.page % len(views)])
    found = zones(cast)
    said = say_story(cast, lambda words: SENTENCE.width(words) <= ROOM)
    letters = fitting(said, (ROOM, SENTENCE.line), smaller(SENTENCE, 48, 42))
    parts = (
        *_head(cast),
        written([shortened(said, ROOM, letters.size, weight=700)], (MARGIN, SAID), letters),
        *_ground(cast, found),
        *seat_parts(found),
        child_part(child_name(case)),
        *_legend(found),
        track(before, day, reach=(min(line[0], before), max(line[-1], day))),
    )
    return sheet(parts, alt=_alt(said, cast, found))


def _head(cast: Cast) -> Iterator[str]:
    """The question of the view, and beside it who the child is."""
    asked = shortened(network_question(cast.case, cast.preset), ROOM, QUIET.size)
    yield written([asked], (MARGIN, HEAD), QUIET)
    child = cast.case.child
    room = ROOM - QUIET.width(asked) - 80
    nature = " ".join(child.nature.split()) if child else ""
    if nature and room > _LEAST_WORDS:
        said = shortened(nature, room, QUIET.size)
        yield written([said], (WIDTH - MARGIN, HEAD), QUIET, anchor="end")


def _named(cast: Cast, found: Zones) -> dict[str, str]:
    """The zones with somebody in them, and what they are called."""
    is_first = cast.network.before == cast.network.day
    names = {
        "left": text("network_beamer.left") if found.left else "",
        "stayed": text("network_beamer.stayed") if found.stayed else "",
        "came": text("network_beamer.came") if found.came else "",
    }
    if is_first:
        names["stayed"] = text("network_beamer.there", name=child_name(cast.case))
    return {zone: name for zone, name in names.items() if name}


def _ground(cast: Cast, found: Zones) -> Iterator[str]:
    for border, is_needed in zip(BORDERS, (found.left, found.came), strict=True):
        if is_needed:
            yield tag(
                "path",
                d=f"M{border} 206V880",
                stroke=LINE_STRONG,
                stroke_width=2.5,
                stroke_dasharray="14 8",
            )
    for zone, name in _named(cast, found).items():
        yield written([name], (MIDDLES[zone], NAMES), ZONE, anchor="middle")


def _legend(found: Zones) -> Iterator[str]:
    """The kinds of line that are drawn, each with its word."""
    said = {
        text(f"network.{name}"): kind for name, kind in _LEGEND.items() if kind in found.ties
    }
    sign, after, between = 70.0, 14.0, 44.0
    whole = sum(sign + after + SMALL.width(word) + between for word in said) - between
    x = (WIDTH - whole) / 2
    for word, kind in said.items():
        yield sample(kind, x, LEGEND - 10)
        yield written([word], (x + sign + after, LEGEND), SMALL)
        x += sign + after + SMALL.width(word) + between


def _alt(said: str, cast: Cast, found: Zones) -> str:
    people = {"left": found.left, "stayed": found.stayed, "came": found.came}
    told = " ".join(
        text(
            "network_beamer.zone",
            zone=name[:1].upper() + name[1:],
            people=", ".join(seat.title for seat in people[zone]),
        )
        for zone, name in _named(cast, found).items()
        if people[zone]
    )
    assert cast.network.before is not None  # noqa: S101 - the scene always compares two days
    period = say_period(cast.network.before, cast.network.day)
    return text("network_beamer.alt", period=period, sentence=said, zones=told)
