"""Mark in a sentence what can point to somebody: names of the case, dates, places and more.

It finds much and never everything, and the story itself can point to somebody too. So it only
marks; a human being looks at every mark and decides.
"""

from collections.abc import Iterable, Sequence

from casusanalyse.content.identifying_capitals import capital_marks
from casusanalyse.content.identifying_names import known_marks
from casusanalyse.content.identifying_patterns import pattern_marks
from casusanalyse.content.mark import Known, Mark
from casusanalyse.content.phrases import composed


def marks(text: str, known: Sequence[Known] = ()) -> tuple[Mark, ...]:
    """Return what can point to somebody, in order; no two overlap.

    Args:
        text: places count in its composed form, see `composed`.
        known: everybody and everything with a name in the case.
    """
    whole = composed(text)
    finders = (known_marks(whole, known), pattern_marks(whole), capital_marks(whole))
    found = [(trust, mark) for trust, some in enumerate(finders) for mark in some]
    return tuple(mark for _, mark in _joined(found))


def _joined(found: Iterable[tuple[int, Mark]]) -> list[tuple[int, Mark]]:
    """Join marks that overlap; the join says what the one says that is trusted most."""
    joined: list[tuple[int, Mark]] = []
    for trust, mark in sorted(found, key=lambda one: (one[1].start, -one[1].end, one[0])):
        if joined and mark.start < joined[-1][1].end:
            joined[-1] = _join(joined[-1], (trust, mark))
        else:
            joined.append((trust, mark))
    return joined


def _join(one: tuple[int, Mark], other: tuple[int, Mark]) -> tuple[int, Mark]:
    trust, telling = min((one, other), key=lambda each: each[0])
    end = max(one[1].end, other[1].end)
    return trust, Mark(start=one[1].start, end=end, kind=telling.kind, label=telling.label)
