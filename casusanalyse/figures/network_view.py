"""What a view of the network shows, in one sentence of facts."""

from collections import Counter

from casusanalyse.analysis.network import (
    OUTSIDE,
    EdgeKind,
    Status,
    islands,
    present,
    present_counts,
)
from casusanalyse.analysis.network_presets import Preset
from casusanalyse.content.text import counted, text
from casusanalyse.figures.network_people import Cast, child_name, said


def say_view(cast: Cast) -> str:
    """Return the one sentence of the open view on this day."""
    if not any(node.kind in OUTSIDE for node in present(cast.network)):
        return text("network.nobody", name=child_name(cast.case))
    if cast.preset is Preset.DIRECTION:
        return _direction(cast)
    if cast.preset is Preset.ORGANISATIONS:
        return _organisations(cast)
    if cast.preset is Preset.ISLANDS:
        return counted("network.view_islands", len(islands(cast.network)))
    return _lines(cast) if cast.lines else text("network.no_lines")


def _direction(cast: Cast) -> str:
    holders = {edge.a: cast.parties[edge.a] for edge in cast.lines}
    if not holders:
        return text("network.no_direction")
    people = ", ".join(said(holder, Status.WAS_THERE) for holder in holders.values())
    form = "view_direction" if len(holders) == 1 else "view_direction_shared"
    return text(f"network.{form}", people=people)


def _organisations(cast: Cast) -> str:
    _, every = present_counts(cast.network)
    joined = {key for edge in cast.lines for key in (edge.a, edge.b)}
    some = sum(node.key in joined for node in present(cast.network) if not node.home)
    if not every:
        return text("network.no_lines")
    if not some:
        return counted("network.view_organisations_none", every)
    return counted("network.view_organisations", some, all=every)


def _lines(cast: Cast) -> str:
    if cast.preset is Preset.FAMILY:
        name = child_name(cast.case)
        return counted("network.view_family", len(cast.lines), name=name)
    kinds = Counter(edge.kind for edge in cast.lines)
    numbers = {"support": kinds[EdgeKind.SUPPORT], "tension": kinds[EdgeKind.TENSION]}
    return text(
        "network.view_support_and_tension",
        **{name: _number(number) for name, number in numbers.items()},
    )


def _number(lines: int) -> str:
    return counted("network.view_lines", lines) if lines else text("network.view_lines_none")
