"""Figures about what happened: the first signal, the analysis, crises and what came after."""

from collections.abc import Sequence

from casusanalyse.analysis.figure import Figure, Line, Unit, keys
from casusanalyse.analysis.reach import Reach
from casusanalyse.domain.timeline import Event, Period
from casusanalyse.domain.vocabulary import EventKind, Lane

SOON = 92
"""Days within which a move counts as following a crisis: three months."""


def signal_to_analysis(line: Line) -> Figure | None:
    """Measure from the first signal to the first broad analysis; undated ones do not count."""
    signals = _dated(line.of_kind(EventKind.SIGNAL))
    analyses = _dated(line.of_kind(EventKind.BROAD_ANALYSIS))
    if not signals or not analyses:
        return None
    signal, analysis = _first(line, signals), _first(line, analyses)
    if analysis[1] < signal[0]:
        return None
    return Figure(
        code="signal_to_analysis",
        low=max(0, analysis[0] - signal[1]),
        high=analysis[1] - signal[0],
        unit=Unit.DAYS,
        evidence=keys(*signals, *analyses),
    )


def signal_until_now(line: Line) -> Figure | None:
    """Measure from the first signal to today, while there is no broad analysis yet."""
    signals = _dated(line.of_kind(EventKind.SIGNAL))
    if not signals or line.of_kind(EventKind.BROAD_ANALYSIS):
        return None
    first = _first(line, signals)
    return Figure(
        code="signal_until_now",
        low=max(0, line.today - first[1]),
        high=max(0, line.today - first[0]),
        unit=Unit.DAYS,
        evidence=keys(*signals),
    )


def good_moments(line: Line) -> Figure | None:
    """Count the good moments, also those without a date."""
    found = line.of_kind(EventKind.GOOD_MOMENT)
    if not found:
        return None
    return Figure(code="good_moments", low=len(found), high=len(found), evidence=keys(*found))


def crises(line: Line) -> Figure | None:
    """Count the crises, also those without a date."""
    found = line.of_kind(EventKind.CRISIS)
    if not found:
        return None
    return Figure(code="crises", low=len(found), high=len(found), evidence=keys(*found))


def crisis_rhythm(line: Line) -> Figure | None:
    """Measure the time between two crises on average, from the first to the last."""
    found = _dated(line.of_kind(EventKind.CRISIS))
    if len(found) < 2:  # noqa: PLR2004 - one crisis has no rhythm
        return None
    reaches = [line.reach(event) for event in found]
    first, last = _first(line, found), max(found.start_low for found in reaches)
    latest = max(found.start_high for found in reaches)
    between = len(found) - 1
    return Figure(
        code="crisis_rhythm",
        low=max(0, last - first[1]) / between,
        high=(latest - first[0]) / between,
        unit=Unit.DAYS,
        evidence=keys(*found),
    )


def crises_then_move(line: Line) -> Figure | None:
    """Count the crises with a move on the same day or within three months after.

    A move is an event of that kind, or the start of a stay after the first one.
    """
    found = _dated(line.of_kind(EventKind.CRISIS))
    sure, possible, evidence = _moves(line)
    if not found or not evidence:
        return None
    reaches = [line.reach(event) for event in found]
    return Figure(
        code="crises_then_move",
        low=sum(any(_surely_soon(crisis, move) for move in sure) for crisis in reaches),
        high=sum(any(_maybe_soon(crisis, move) for move in possible) for crisis in reaches),
        out_of=len(found),
        evidence=keys(*found, *evidence),
    )


def _dated(events: Sequence[Event]) -> tuple[Event, ...]:
    return tuple(event for event in events if event.when)


def _first(line: Line, events: Sequence[Event]) -> tuple[int, int]:
    """Return the earliest and the latest day the first of them can have been on."""
    reaches = [line.reach(event) for event in events]
    return min(found.start_low for found in reaches), min(found.start_high for found in reaches)


def _moves(line: Line) -> tuple[list[Reach], list[Reach], list[Event | Period]]:
    """Return the moves that are one in every reading, those that can be one, and both."""
    events = _dated(line.of_kind(EventKind.MOVE))
    stays = [stay for stay in line.in_lane(Lane.STAY) if stay.when]
    sure = [line.reach(event) for event in events]
    possible = list(sure)
    reaches = [line.reach(stay) for stay in stays]
    for at, found in enumerate(reaches):
        others = reaches[:at] + reaches[at + 1 :]
        if any(other.start_high < found.start_low for other in others):
            sure.append(found)
        if any(other.start_low < found.start_high for other in others):
            possible.append(found)
    is_moved = len(stays) > 1
    return sure, possible, [*events, *(stays if is_moved else [])]


def _surely_soon(crisis: Reach, move: Reach) -> bool:
    is_after = move.start_low >= crisis.start_high
    return is_after and move.start_high - crisis.start_low <= SOON


def _maybe_soon(crisis: Reach, move: Reach) -> bool:
    can_be_after = move.start_high >= crisis.start_low
    return can_be_after and move.start_low - crisis.start_high <= SOON
