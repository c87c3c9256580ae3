"""Understand somebody of the family from one line: "Erik, stiefvader, 1979"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from casusanalyse.content.date_reading import read_when
from casusanalyse.content.text import page
from casusanalyse.domain.dates import Precision, VagueDate
from casusanalyse.domain.vocabulary import Bond, KinshipKind

_AGE = re.compile(r"(\d{1,3})(?: ?(?P<unit>[a-z.]+))?")
_OLDEST = 120
_STRANGER = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """What a kin word says.

    Attributes:
        bond: `Bond.CHILD` when it says this is the child itself.
        generation: -2 grandparents, -1 parents, 0 the child's own, 1 the child's children.
        parent: how a parent is one; None for everybody else.
        is_offspring: a child of the child.
    """

    bond: Bond = Bond.NETWORK
    generation: int = 0
    parent: KinshipKind | None = None
    is_offspring: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Somebody as one line says them; `kin` is empty when the line has no kin word."""

    name: str
    kin: str = ""
    birth: VagueDate | None = None
    died: VagueDate | None = None


_PARENT_KINDS = {
    Bond.OWN: KinshipKind.PARENT,
    Bond.STEP: KinshipKind.STEP_PARENT,
    Bond.FOSTER: KinshipKind.FOSTER_PARENT,
    Bond.ADOPTIVE: KinshipKind.ADOPTIVE_PARENT,
}


def read_newcomer(line: str, *, today: date) -> Newcomer:
    """Take a line apart: the name first, then in any order a kin word, birth and death.

    Birth is a date, a year or an age. What is neither a date nor an age is the kin word.

    Args:
        line: parts with commas; the first is the name, empty when nothing stands there.
        today: for ages.
    """
    name, *others = (" ".join(part.split()) for part in line.split(","))
    kin: list[str] = []
    dates: dict[str, VagueDate] = {}
    for part in filter(None, others):
        what, moment = _dated(part, today)
        if moment is None or what in dates:
            kin.append(part)
        else:
            dates[what] = moment
    return Newcomer(
        name=name, kin=", ".join(kin), birth=dates.get("birth"), died=dates.get("died")
    )


def read_kin(words: str) -> Kin:
    """Return what a kin word says, such as "halfzus" or "beste vriendin van moeder".

    Words nobody knows are somebody of the own network, as old as the child.
    """
    said, _, other = words.casefold().partition(f" {page('kin')['phrase']['of']} ")
    known = _first_known(said)
    beyond = _first_known(other) if other else None
    if known is None:
        return Kin(generation=beyond.generation if beyond else _STRANGER)
    if beyond is None or beyond.bond is Bond.CHILD:
        return known
    if known.bond is Bond.NETWORK:
        return Kin(generation=beyond.generation)
    bond = beyond.bond if known.bond is Bond.OWN else known.bond
    return Kin(bond=bond, generation=known.generation + beyond.generation)


def _first_known(words: str) -> Kin | None:
    found = (_kin(word) for word in re.findall(r"[\w-]+", words))
    return next((kin for kin in found if kin), None)


def _kin(word: str) -> Kin | None:
    plain = word.replace("-", "")
    for prefix, bond in _prefixes().items():
        base = _bases().get(plain.removeprefix(prefix)) if plain.startswith(prefix) else None
        if base and base.bond is Bond.OWN:
            return _as(base, Bond(bond))
    return _bases().get(plain)


def _as(base: Kin, bond: Bond) -> Kin:
    parent = _PARENT_KINDS.get(bond) if base.parent else None
    return Kin(bond=bond, generation=base.generation, parent=parent)


@cache
def _prefixes() -> Mapping[str, str]:
    return dict(page("kin")["prefix"])


@cache
def _bases() -> Mapping[str, Kin]:
    found = dict.fromkeys(page("kin")["child"]["words"], Kin(bond=Bond.CHILD))
    for entry in page("kin")["kin"]:
        kin = Kin(
            bond=Bond(entry["bond"]),
            generation=entry["generation"],
            parent=KinshipKind.PARENT if entry.get("is") == "parent" else None,
            is_offspring=entry.get("is") == "child",
        )
        found |= dict.fromkeys(entry["words"], kin)
    return found


def _dated(part: str, today: date) -> tuple[str, VagueDate | None]:
    phrase = page("kin")["phrase"]
    first, _, rest = part.partition(" ")
    if first.casefold() in phrase["died"]:
        return "died", _moment(rest, today)
    if part.startswith("†"):
        return "died", _moment(part[1:], today)
    if first.casefold() in phrase["born"]:
        return "birth", _moment(rest, today)
    return "birth", _aged(part, today) or _moment(part, today)


def _moment(words: str, today: date) -> VagueDate | None:
    when = read_when(words, birth=None, today=today)
    return when.since if when and not when.is_stretch else None


def _aged(part: str, today: date) -> VagueDate | None:
    found = _AGE.fullmatch(part.casefold())
    if found is None or int(found[1]) > _OLDEST:
        return None
    if found["unit"] and found["unit"] not in page("kin")["phrase"]["years"]:
        return None
    years = int(found[1])
    last = _years_before(today, years)
    first = _years_before(today, years + 1)
    return VagueDate(
        first=date.fromordinal(first.toordinal() + 1), last=last, precision=Precision.YEAR
    )


def _years_before(day: date, years: int) -> date:
    """The same day years earlier; 29 February becomes 28 February."""
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year - years)
