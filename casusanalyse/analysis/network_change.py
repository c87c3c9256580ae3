"""What changed around the family between two days, and how sure that is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from casusanalyse.analysis.network import Network, Node, Status
from casusanalyse.analysis.network_presence import (
    ALWAYS,
    COME_AND_GO,
    PARTY_LANES,
    STILL,
    Stretch,
    is_there,
    merged,
)
from casusanalyse.domain.case import Case
from casusanalyse.domain.dates import Span, VagueDate
from casusanalyse.domain.family import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkChange:
    """Who came, came back, left and stayed, as keys of parties; everybody is in one group.

    Attributes:
        new, returned, left: sure, whatever day a vague date stands for.
        appeared, faded: on the line they come or go here, but their dates are too vague to be
            sure, or they are only known from events.
        stayed: there on both days, and in between as far as known.
    """

    new: tuple[str, ...] = ()
    returned: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    appeared: tuple[str, ...] = ()
    faded: tuple[str, ...] = ()
    stayed: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nobody came and nobody left."""
        groups = (self.new, self.returned, self.left, self.appeared, self.faded)
        return not any(groups)


@dataclass(frozen=True, slots=True)
class _Bounds:
    """The days somebody may be there, and the days they are there whatever the dates mean."""

    widest: tuple[Stretch, ...]
    narrowest: tuple[Stretch, ...]

    def came(self, before: date, day: date) -> bool:
        """Surely there on `day`, and surely came since `before`."""
        term = self._term(day)
        return term is not None and is_there(self.narrowest, day) and not term.holds(before)

    def came_back(self, day: date) -> bool:
        """Surely was there in an earlier term too."""
        return self._term(day) != self.widest[0]

    def left(self, before: date, day: date) -> bool:
        """Surely there on `before` and surely gone on `day`."""
        return is_there(self.narrowest, before) and self._term(day) is None

    def _term(self, day: date) -> Stretch | None:
        return next((one for one in self.widest if one.holds(day)), None)


def network_change(case: Case, network: Network) -> NetworkChange:
    """Return what changed in a network since the day it is compared with."""
    moved = [node.key for node in network.nodes if node.status is not Status.WAS_THERE]
    bounds = _bounds(case) if moved else {}
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for node in network.nodes:
        groups[_group(node, network, bounds.get(node.key))].append(node.key)
    return NetworkChange(**{group: tuple(keys) for group, keys in groups.items()})


def _group(node: Node, network: Network, bounds: _Bounds | None) -> str:
    if node.status is Status.WAS_THERE or network.before is None:
        return "stayed"
    before, day = network.before, network.day
    if node.status is Status.JUST_LEFT:
        return "left" if bounds and bounds.left(before, day) else "faded"
    if not bounds or not bounds.came(before, day):
        return "appeared"
    if node.status is Status.NEW:
        return "new"
    return "returned" if bounds.came_back(day) else "appeared"


def _bounds(case: Case) -> Mapping[str, _Bounds]:
    """Return the bounds of everybody with dates of their own; events alone give none."""
    spans: defaultdict[str, list[Span]] = defaultdict(list)
    for period in case.periods:
        if period.when and period.party and period.lane in PARTY_LANES:
            spans[period.party].append(period.when)
    for one in case.professionals:
        if one.organisation and one.key in spans:
            spans[one.organisation] += spans[one.key]
    found = {key: _bounds_of(when) for key, when in spans.items()}
    lives = {one.key: _life(one) for one in case.people if not _comes_and_goes(one, found)}
    return found | lives


def _comes_and_goes(person: Person, found: Mapping[str, _Bounds]) -> bool:
    return person.bond in COME_AND_GO and person.key in found


def _bounds_of(spans: Iterable[Span]) -> _Bounds:
    spans = list(spans)
    narrowest = [stretch for span in spans if (stretch := _narrowest(span))]
    return _Bounds(merged(_widest(span) for span in spans), merged(narrowest))


def _life(person: Person) -> _Bounds:
    born, died = person.birth, person.died
    widest = Stretch(_early(born) if born else ALWAYS, _late(died) if died else STILL)
    narrowest = Stretch(_late(born) if born else ALWAYS, _early(died) if died else STILL)
    return _Bounds((widest,), (narrowest,) if narrowest.first <= narrowest.last else ())


def _widest(span: Span) -> Stretch:
    if not span.is_stretch and span.since:
        return Stretch(span.since.first, span.since.last)
    first = _early(span.since) if span.since else ALWAYS
    return Stretch(first, max(first, _late(span.until)) if span.until else STILL)


def _narrowest(span: Span) -> Stretch | None:
    """Nothing when the dates leave no day on which it surely was so."""
    if not span.is_stretch and span.since:
        moment = Stretch(span.since.first, span.since.last)
        return moment if span.since.is_sharp else None
    last = _early(span.until) if span.until else STILL
    first = _late(span.since) if span.since else last
    return Stretch(first, last) if first <= last else None


def _early(moment: VagueDate) -> date:
    """The earliest day; of a month the middle, as far as stops can tell days apart."""
    return moment.middle if moment.is_sharp else moment.first


def _late(moment: VagueDate) -> date:
    return moment.middle if moment.is_sharp else moment.last
