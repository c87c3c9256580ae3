"""What the family and professionals mirror in each other, as the group tied it."""

from collections.abc import Mapping

from casusanalyse.analysis.mirror import Sight, mirror_sides, visible_mirrors
from casusanalyse.content.mirror import mirror_word
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.case import Case
from casusanalyse.domain.timeline import Mirror
from casusanalyse.report.anchor import anchor, told
from casusanalyse.report.chapters.wording import Fields, event_numbers, upper_first


def mirrors(case: Case) -> list[Fields]:
    """Return the tied pairs; a place without a mirror asks what can help."""
    numbers = event_numbers(case)
    titles = {event.key: event.title for event in case.events}
    return [_mirror(one, numbers, titles) for one in visible_mirrors(case)]


def _mirror(mirror: Mirror, numbers: Mapping[str, str], titles: Mapping[str, str]) -> Fields:
    family, team, organisation = (
        _seen(one, numbers, titles) if one else "" for one in mirror_sides(mirror)
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


def _seen(sight: Sight, numbers: Mapping[str, str], titles: Mapping[str, str]) -> str:
    """Return where something showed; the words of a code stand in its own chapter."""
    where = text("report.seen_at", title=titles[sight.event], number=numbers[sight.event])
    if sight.dynamic is None:
        return upper_first(where)
    return text("mirror.says", word=upper_first(label(sight.dynamic)), said=where)
