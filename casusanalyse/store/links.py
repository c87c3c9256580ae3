"""Which fields of a record name another record, and what to do when it is not there."""

from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, replace
from functools import cached_property
from typing import Any

from casusanalyse.domain.case import Case, shelves
from casusanalyse.domain.record import Record
from casusanalyse.domain.timeline import Involved

PEOPLE = ("people",)
PARTIES = ("people", "professionals", "organisations")
EVENTS = ("events",)


@dataclass(frozen=True)
class Link:
    """A field that holds the key, or the keys, of records on other shelves."""

    shelf: str
    field: str
    targets: tuple[str, ...]

    @cached_property
    def is_required(self) -> bool:
        """A record cannot do without it, because the field has no default."""
        kind = shelves()[self.shelf]
        return next(f.default is MISSING for f in fields(kind) if f.name == self.field)


LINKS = (
    Link("professionals", "organisation", ("organisations",)),
    Link("parked", "about", PEOPLE),
    Link("parked", "event", EVENTS),
    Link("dwellings", "person", PEOPLE),
    Link("dwellings", "household", ("households",)),
    Link("kinships", "a", PEOPLE),
    Link("kinships", "b", PEOPLE),
    Link("relations", "a", PEOPLE),
    Link("relations", "b", PEOPLE),
    Link("events", "involved", PARTIES),
    Link("perspectives", "event", EVENTS),
    Link("periods", "party", PARTIES),
    Link("ties", "a", PARTIES),
    Link("ties", "b", PARTIES),
    Link("mirrors", "family_event", EVENTS),
    Link("mirrors", "team_event", EVENTS),
    Link("mirrors", "organisation_event", EVENTS),
    Link("moments", "key", EVENTS),
    Link("insights", "evidence", EVENTS),
    Link("codings", "evidence", EVENTS),
)


def loose_links(case: Case) -> Iterator[str]:
    """Yield the places, such as `events[3].involved`, that name a record that is not there."""
    for link in LINKS:
        known = _known(case, link)
        for number, record in enumerate(getattr(case, link.shelf)):
            if _is_loose(getattr(record, link.field), known, link):
                yield f"{link.shelf}[{number}].{link.field}"


def mended(case: Case) -> Case:
    """Return the case without loose links; records that are nothing without one are left out.

    They arise when one person takes a record away while another links to it.
    """
    whole: dict[str, Any] = {}
    for link in LINKS:
        shelf = whole.get(link.shelf, getattr(case, link.shelf))
        whole[link.shelf] = _mended_shelf(shelf, link, _known(case, link))
    return replace(case, **whole)


def _known(case: Case, link: Link) -> set[str]:
    return {record.key for shelf in link.targets for record in getattr(case, shelf)}


def _is_loose(value: Any, known: set[str], link: Link) -> bool:  # noqa: ANN401 - key or keys
    if isinstance(value, tuple):
        return any(_key(one) not in known for one in value)
    return value not in known and (bool(value) or link.is_required)


def _mended_shelf(shelf: tuple[Record, ...], link: Link, known: set[str]) -> tuple[Record, ...]:
    kept = []
    for record in shelf:
        value = getattr(record, link.field)
        if not _is_loose(value, known, link):
            kept.append(record)
        elif not link.is_required:
            kept.append(replace(record, **{link.field: _without_loose(value, known)}))
    return tuple(kept)


def _without_loose(value: Any, known: set[str]) -> Any:  # noqa: ANN401 - key or keys
    if isinstance(value, tuple):
        return tuple(one for one in value if _key(one) in known)
    return ""


def _key(one: str | Involved) -> str:
    return one.party if isinstance(one, Involved) else one
