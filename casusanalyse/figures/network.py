"""Draw who stands around the family on a day."""

from collections.abc import Iterator

from casusanalyse.analysis.network import OUTSIDE
from casusanalyse.analysis.network_presets import Preset
from casusanalyse.content.date_words import say_day
from casusanalyse.content.text import counted, text
from casusanalyse.figures.network_cards import card_parts, family_parts, hull_part
from casusanalyse.figures.network_lines import MOST_LINES, line_parts, lines, plate_parts
from casusanalyse.figures.network_people import Cast, child_name
from casusanalyse.figures.network_places import places
from casusanalyse.figures.network_words import say_counts
from casusanalyse.figures.palette import INK, INK_SOFT
from casusanalyse.figures.svg import Picture, picture, tag, words

LETTER = 13.5
BELOW = 28.0


def network_picture(cast: Cast, *, wide: bool = False, chosen: str = "") -> Picture:
    """Return the network of a case on a day.

    Args:
        cast: who is there on the day, and which lines are drawn.
        wide: for a screen of 1600 pixels or more.
        chosen: key of the record that is open beside the picture.
    """
    ground = places(cast.case, cast.when_there, wide=wide)
    drawn = lines(ground, cast)
    badges = _badges(cast)
    parts = [hull_part(ground.hull), *line_parts(drawn, cast, chosen=chosen)]
    for card in cast.cards(ground):
        badge = badges.get(card.key, "")
        parts += card_parts(card, cast, badge=badge, chosen=chosen)
    parts += family_parts(ground.hull, ground.family, cast, chosen=chosen)
    parts += plate_parts(drawn, ground, cast)
    facts = " · ".join(_facts(cast))
    parts.append(_below(facts, ground.width / 2, ground.height + 20))
    alt = text("network.alt", day=say_day(cast.network.day), present=say_counts(cast.network))
    whole = tag("g", *parts, fill=INK)
    return picture([whole], width=ground.width, height=ground.height + BELOW, alt=alt)


def _badges(cast: Cast) -> dict[str, str]:
    """Give every card of an island of more than one card the letter of that island."""
    if cast.preset is not Preset.ISLANDS:
        return {}
    return {key: letter for letter, keys in cast.islands().items() for key in keys}


def _facts(cast: Cast) -> Iterator[str]:
    """What the picture itself cannot show."""
    if not any(node.kind in OUTSIDE for node in cast.network.nodes):
        yield text("network.nobody", name=child_name(cast.case))
    elif not cast.lines:
        none = "no_direction" if cast.preset is Preset.DIRECTION else "no_lines"
        yield text(f"network.{none}")
    if len(cast.lines) > MOST_LINES:
        yield counted("network.more_lines", len(cast.lines) - MOST_LINES)
    if cast.preset is Preset.ISLANDS and _badges(cast):
        yield text("network.same_letter")
    homes = {one.key for one in cast.case.organisations}
    waiting = [key for key in cast.network.undated if key not in homes]
    if waiting:
        yield counted("network.undated", len(waiting))


def _below(facts: str, x: float, y: float) -> str:
    return words(facts, x=x, y=y, font_size=LETTER, text_anchor="middle", fill=INK_SOFT)
