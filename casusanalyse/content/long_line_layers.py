"""One Dutch sentence per layer of the long line, chosen by rule from what the dates allow."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from casusanalyse.content.long_line import (
    bare_number,
    begun,
    number_words,
    say_figure,
    whole_years,
)
from casusanalyse.content.text import page, text

_LEAST_YEARS = 2
"""Fewer years on the first place are not worth a clause of their own."""
_BOTH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A number with its bounds, as `analysis` counted it.

    Attributes:
        out_of: of how many, where that matters.
    """

    low: float
    high: float
    out_of: int = 0


Facts = Mapping[str, Fact]
"""Facts by code of the figure."""


def say_layer(layer: str, facts: Facts, *, name: str, always: bool = False) -> str:
    """Return the sentence of a layer: what is certain first, then what is strongest.

    Args:
        layer: its code, such as `places`.
        facts: what is known of it; at least one.
        name: how the child is called.
        always: the good moments are spread over the whole life.
    """
    if layer == "good":
        return _good(facts["good_moments"], always=always)
    return begun(_SAID[layer](facts, name))


def layer_name(layer: str) -> str:
    """Return how a layer is called."""
    name: str = page("long_line_layers")["name"][layer]
    return name


def _book(layer: str) -> Mapping[str, Any]:
    book: Mapping[str, Any] = page("long_line_layers")[layer]
    return book


def _places(facts: Facts, name: str) -> str:
    places, first = facts["places_lived"], facts.get("first_place")
    count = number_words("places_lived", places.low, places.high)
    years = whole_years(first.low, first.high) if first else None
    if places.high > 1 and years and years[0] >= _LEAST_YEARS:
        form = _book("places")["sentence_first"]
        return str(form.format(name=name, places=count, years=years[1]))
    return str(_book("places")["sentence"].format(name=name, places=count))


def _figure(code: str) -> Callable[[Facts, str], str]:
    def said(facts: Facts, name: str) -> str:
        found = facts[code]
        return say_figure(code, found.low, found.high, name=name).sentence

    return said


def _moves(facts: Facts, name: str) -> str:
    up, down = facts["steps_up"], facts["steps_down"]
    form = ("both" if down.high else "up") if up.high else ("down" if down.high else "none")
    said = {"up": _times(up), "down": _times(down)}
    return str(_book("moves")[form].format(name=name, **said))


def _direction(facts: Facts, _name: str) -> str:
    holders, blanks = facts["directors"], facts.get("times_without_director")
    book = _book("direction")
    form = "blanks" if blanks and blanks.high else "sentence"
    form += "_one" if holders.high == 1 else ""
    count = say_holders(holders)
    return str(book[form].format(holders=count, blanks=_times(blanks) if blanks else ""))


def say_holders(holders: Fact) -> str:
    """Return how many held the direction; organisations are named when some are no people."""
    nouns = _book("direction")["people" if holders.out_of == holders.high else "parties"]
    count = bare_number(holders.low, holders.high)
    return f"{count} {nouns[0] if holders.high == 1 else nouns[1]}"


def _school(facts: Facts, name: str) -> str:
    schools, blanks = facts.get("schools"), facts.get("times_without_school")
    said = _times(blanks) if blanks and blanks.high else ""
    if schools is None and not said:
        return text("long_line_layers.as_it_went")
    form = "only_blanks" if schools is None else "blanks" if said else "sentence"
    count = number_words("schools", schools.low, schools.high) if schools else ""
    return str(_book("school")[form].format(name=name, schools=count, blanks=said))


def _help(facts: Facts, _name: str) -> str:
    around, people = facts.get("organisations_at_once"), facts.get("professionals_met")
    said = {}
    if around:
        count = number_words("organisations_at_once", around.low, around.high)
        said["organisations"] = count
    if people:
        count = number_words("professionals_met", people.low, people.high)
        said["professionals"] = count
    form = "both" if around and people else "organisations" if around else "professionals"
    form += "_one" if around and around.high == 1 else ""
    return str(_book("help")[form].format(**said))


def _crises(facts: Facts, _name: str) -> str:
    crises = facts["crises"]
    said = [_when_they_fell(crises, facts.get("crises_without_director"))]
    moved = facts.get("crises_then_move")
    if moved and moved.low:
        form = "moved" if moved.low < crises.low else "moved_all"
        form = "moved_one" if crises.high == 1 else form
        said.append(_book("crises")[form].format(part=_times(moved)))
    return ", ".join(said) + "."


def _when_they_fell(crises: Fact, alone: Fact | None) -> str:
    book, total = _book("crises"), round(crises.high)
    count = number_words("crises", total, total)
    if alone is None or not alone.low:
        return str(book["count_one" if total == 1 else "count"].format(crises=count))
    if alone.low == total:
        form = {1: "all_one", _BOTH: "all_two"}.get(total, "all")
        return str(book[form])
    part = bare_number(alone.low, alone.high)
    return str(book["some_one" if alone.high == 1 else "some"].format(part=part, crises=count))


def _analysis(facts: Facts, name: str) -> str:
    return _figure(next(iter(facts)))(facts, name)


def _good(moments: Fact, *, always: bool) -> str:
    count = number_words("good_moments", moments.low, moments.high)
    form = "always" if always else "one" if moments.high == 1 else "some"
    return str(_book("good")[form].format(moments=count))


def _times(fact: Fact) -> str:
    return number_words("crises_then_move", fact.low, fact.high)


_SAID: dict[str, Callable[[Facts, str], str]] = {
    "places": _places,
    "home": _figure("time_at_home"),
    "moves": _moves,
    "direction": _direction,
    "frame": _figure("frame_changes"),
    "school": _school,
    "help": _help,
    "crises": _crises,
    "analysis": _analysis,
}
