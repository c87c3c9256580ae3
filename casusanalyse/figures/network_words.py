"""The network in words: who is there, what changed, and the lines of a view."""

from collections.abc import Iterator
from dataclasses import dataclass

from casusanalyse.analysis.network import EdgeKind, Network, Status, present_counts
from casusanalyse.analysis.network_presets import Preset
from casusanalyse.content.date_words import say_day
from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case, Party
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.figures.network_lines import say_line
from casusanalyse.figures.network_people import Cast, Row, child_name, said, shelf
from casusanalyse.figures.network_places import places

_CHANGED = (Status.NEW, Status.RETURNED, Status.JUST_LEFT)


@dataclass(frozen=True, slots=True)
class Changed:
    """One line of the list beside the picture.

    Attributes:
        shelf, key: of the record, so that a click can open it.
        of: name of the organisation, or empty.
    """

    shelf: str
    key: str
    name: str
    of: str


@dataclass(frozen=True, slots=True)
class ChangedGroup:
    """Who came, came back or left, under one heading; never without anybody."""

    status: Status
    heading: str
    changed: tuple[Changed, ...]


def say_counts(network: Network) -> str:
    """Return how many people of how many organisations are there, as a sentence."""
    people, organisations = present_counts(network)
    return text(
        "network.present",
        people=counted("network.people", people),
        organisations=counted("network.organisations", organisations),
    )


def say_since(cast: Cast) -> tuple[str, tuple[ChangedGroup, ...]]:
    """Return the heading of what changed, and who came and who left since then."""
    before = cast.network.before
    heading = text("network.since_start")
    if before and before < cast.network.day:
        heading = text("network.since", day=say_day(before))
    groups = (_group(cast, status) for status in _CHANGED)
    return heading, tuple(group for group in groups if group.changed)


def network_question(case: Case, preset: str) -> str:
    """Return the one question that goes with a view."""
    return text(f"network.question_{Preset(preset).value}", name=child_name(case))


def network_presets() -> dict[str, str]:
    """Return the Dutch name of every view, in the order the group steps through them."""
    return {preset.value: text(f"network.preset_{preset.value}") for preset in Preset}


def network_in_words(cast: Cast) -> tuple[str, ...]:
    """Return the same content as the picture, every line included, as sentences."""
    day = say_day(cast.network.day)
    return (
        text("network.alt_start", day=day, present=say_counts(cast.network)),
        *_say_cards(cast),
        *(_say_edges(cast) or _say_no_lines(cast)),
        *_say_islands(cast),
        *_say_undated(cast),
    )


def _group(cast: Cast, status: Status) -> ChangedGroup:
    found = [cast.parties[key] for key, stand in cast.status.items() if stand is status]
    homes = {one.organisation for one in found if isinstance(one, Professional)}
    named = tuple(_changed(one, cast.parties) for one in found if one.key not in homes)
    return ChangedGroup(status, text(f"network.heading_{status.value}"), named)


def _changed(party: Party, parties: dict[str, Party]) -> Changed:
    home = parties.get(party.organisation) if isinstance(party, Professional) else None
    return Changed(shelf(party), party.key, party.name, home.name if home else "")


def _say_cards(cast: Cast) -> Iterator[str]:
    ground = places(cast.case, cast.when_there, wide=False)
    family = [cast.parties[key] for key in ground.family if key in cast.status]
    if family:
        title = text("network.family", name=child_name(cast.case))
        yield _say_card(title, [Row(one, cast.status[one.key], 0) for one in family])
    for card in cast.cards(ground):
        yield _say_card(_say_name(card.key, cast), list(cast.rows(card)))


def _say_name(key: str, cast: Cast) -> str:
    party, name = cast.parties.get(key), cast.card_name(key)
    if isinstance(party, Organisation) and key in cast.status:
        return said(party, cast.status[key])
    return name


def _say_card(name: str, rows: list[Row]) -> str:
    if not rows:
        return text("network.card_empty", organisation=name)
    people = ", ".join(said(row.party, row.status) for row in rows)
    return text("network.card", organisation=name, people=people)


def _say_edges(cast: Cast) -> list[str]:
    return [
        _say_direction(edge.a, edge.words, cast)
        if edge.kind is EdgeKind.DIRECTION
        else say_line(edge, cast)
        for edge in cast.lines
    ]


def _say_direction(holder: str, role: str, cast: Cast) -> str:
    form = "held_direction_words" if role else "held_direction"
    return text(f"network.{form}", a=cast.parties[holder].name, words=role)


def _say_no_lines(cast: Cast) -> list[str]:
    return [
        text(f"network.{'no_direction' if cast.preset is Preset.DIRECTION else 'no_lines'}")
    ]


def _say_islands(cast: Cast) -> Iterator[str]:
    if cast.preset is not Preset.ISLANDS:
        return
    for letter, group in cast.islands().items():
        people = ", ".join(cast.parties[key].name for key in group)
        yield text("network.island_members", letter=letter, people=people)


def _say_undated(cast: Cast) -> Iterator[str]:
    waiting = [cast.parties[key].name for key in cast.network.undated]
    if waiting:
        yield text("network.without_date", people=", ".join(waiting))
