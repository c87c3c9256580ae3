"""Draw who stands around the family on a day."""

from collections.abc import Iterator
from datetime import date
from string import ascii_uppercase

from casusanalyse.analysis.network import islands, undated
from casusanalyse.analysis.network_presets import Preset
from casusanalyse.content.date_words import say_day
from casusanalyse.content.text import counted, text
from casusanalyse.domain.case import Case
from casusanalyse.figures.network_cards import card_parts, family_parts, hull_part
from casusanalyse.figures.network_lines import MOST_LINES, line_parts, lines, plate_parts
from casusanalyse.figures.network_people import Cast
from casusanalyse.figures.network_places import places
from casusanalyse.figures.network_words import say_present
from casusanalyse.figures.palette import INK_SOFT
from casusanalyse.figures.svg import Picture, picture, words

LETTER = 13.5
BELOW = 28.0


def network_picture(
    case: Case, *, day: date, preset: str, wide: bool = False, chosen: str = ""
) -> Picture:
    """Return the network of a case on a day.

    Args:
        case: what the group knows.
        day: the date on the slider.
        preset: value of a `Preset`: which lines are drawn.
        wide: for a screen of 1600 pixels or more.
        chosen: key of the record that is open beside the picture.
    """
    ground, cast = places(case, wide=wide), Cast(case, day=day, preset=preset)
    drawn = lines(ground, cast)
    badges = _badges(cast)
    parts = [hull_part(ground.hull), *line_parts(drawn, cast, chosen=chosen)]
    for card in ground.cards:
        if cast.is_there(card):
            badge = badges.get(card.key, "")
            parts += card_parts(card, cast, badge=badge, chosen=chosen)
    parts += family_parts(ground.hull, ground.family, cast, chosen=chosen)
    parts += plate_parts(drawn, ground)
    facts = " · ".join(_facts(cast))
    parts.append(_below(facts, ground.width / 2, ground.height + 20))
    alt = text("network.alt", day=say_day(day), present=say_present(case, day))
    return picture(parts, width=ground.width, height=ground.height + BELOW, alt=alt)


def _badges(cast: Cast) -> dict[str, str]:
    """Give every island of more than one organisation a letter, on each of its cards."""
    if cast.preset is not Preset.ISLANDS:
        return {}
    homes = {one.key for one in cast.case.organisations}
    groups = [homes & set(group) for group in islands(cast.network)]
    joined = [group for group in groups if len(group) > 1]
    return {
        key: text("network.island", letter=letter)
        for letter, group in zip(ascii_uppercase, joined, strict=False)
        for key in group
    }


def _facts(cast: Cast) -> Iterator[str]:
    """What the picture itself cannot show."""
    if len(cast.lines) > MOST_LINES:
        yield counted("network.more_lines", len(cast.lines) - MOST_LINES)
    if not cast.lines:
        none = "no_direction" if cast.preset is Preset.DIRECTION else "no_lines"
        yield text(f"network.{none}")
    waiting = undated(cast.case)
    if waiting:
        yield counted("network.undated", len(waiting))


def _below(facts: str, x: float, y: float) -> str:
    return words(facts, x=x, y=y, font_size=LETTER, text_anchor="middle", fill=INK_SOFT)
