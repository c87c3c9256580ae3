"""What the family and professionals mirror in each other, as the group tied it."""

from collections.abc import Mapping

from casusanalyse.analysis.mirror import Side, Sight, mirror_sides, visible_mirrors
from casusanalyse.content.mirror import mirror_word
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.case import Case
from casusanalyse.domain.timeline import Event, Mirror
from casusanalyse.report.anchor import anchor, told
from casusanalyse.report.chapters.wording import Fields, event_numbers, upper_first


def mirrors(case: Case) -> list[Fields]:
    """Return the tied pairs; a place without a mirror asks what can help."""
    numbers = event_numbers(case)
    events = {event.key: event for event in case.events}
    return [_mirror(one, numbers, events) for one in visible_mirrors(case)]


def _mirror(mirror: Mirror, numbers: Mapping[str, str], events: Mapping[str, Event]) -> Fields:
    family, team, organisation = (
        _seen(one, events[one.event], numbers) if one else "" for one in mirror_sides(mirror)
    )
    said = (
        ("woord", "words", upper_first(mirror_word(mirror))),
        ("gezin", "family", family),
        ("ons", "team", team or text("mirror.help")),
        ("organisatie", "organisation", organisation),
    )
    return {
        "id": anchor("mirrors", mirror.key),
        **{name: told(words, "mirrors", mirror.key, field) for name, field, words in said},
    }


def _seen(sight: Sight, event: Event, numbers: Mapping[str, str]) -> str:
    """Return where something showed; for us with what it did to us.

    The words of a code stand in the chapter of what the group recognised.
    """
    where = text("report.seen_at", title=event.title, number=numbers[event.key])
    if sight.dynamic is None:
        return upper_first(where)
    said = text("mirror.says", word=upper_first(label(sight.dynamic)), said=where)
    if sight.side is Side.TEAM and event.effect:
        return text("report.seen_with_effect", seen=said, effect=event.effect)
    return said
