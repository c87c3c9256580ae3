"""Between which days something can have begun and ended, for every way to read its dates."""

from dataclasses import dataclass

from casusanalyse.domain.dates import Span


@dataclass(frozen=True, slots=True)
class Reach:
    """Bounds of a stretch of time; days count as `date.toordinal()`.

    Attributes:
        start_low, start_high: earliest and latest first day.
        end_low, end_high: earliest and latest last day, never before the first day.
    """

    start_low: int
    start_high: int
    end_low: int
    end_high: int

    @property
    def core(self) -> tuple[int, int] | None:
        """The days that belong to it in every reading; None when there are none."""
        is_sure = self.start_high <= self.end_low
        return (self.start_high, self.end_low) if is_sure else None

    @property
    def hull(self) -> tuple[int, int]:
        """The days that belong to it in some reading."""
        return self.start_low, self.end_high


def reach(when: Span | None, *, dawn: int, today: int) -> Reach:
    """Return the bounds of a span; what is not known can be any day from `dawn` to `today`.

    Args:
        when: None when nobody knows; with only a start, the end is not known.
        dawn: earliest day that makes sense, such as the birth of the child.
        today: latest day that makes sense.
    """
    since, until = (when.since, when.until) if when else (None, None)
    start_low = since.first.toordinal() if since else dawn
    start_high = since.last.toordinal() if since else today
    end_low = until.first.toordinal() if until else start_low
    end_high = until.last.toordinal() if until else max(today, start_high)
    if when and when.ongoing and not until:
        end_low = end_high
    return Reach(
        start_low=min(start_low, end_high),
        start_high=min(start_high, end_high),
        end_low=max(end_low, start_low),
        end_high=end_high,
    )


def covered(spans: list[tuple[int, int]]) -> int:
    """Return how many days lie in one or more of the spans; both ends count."""
    total, reached = 0, None
    for first, last in sorted(spans):
        begin = first if reached is None else max(first, reached + 1)
        if last >= begin:
            total += last - begin + 1
            reached = last
    return total


def most_at_once(spans: list[tuple[int, int, str]]) -> int:
    """Return how many different names share the busiest day."""
    days = sorted({first for first, _, _ in spans})
    counts = ({name for first, last, name in spans if first <= day <= last} for day in days)
    return max((len(names) for names in counts), default=0)
