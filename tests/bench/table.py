"""One table of what was measured, beside its floor and its aim."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import nan
from statistics import median, quantiles

_HEAD = ("what", "size", "measured", "n", "floor", "ratio", "aim", "met")


@dataclass(frozen=True, kw_only=True)
class Row:
    """One thing that was measured.

    Attributes:
        size: of the case, or how many did it.
        values: every measurement, in `unit`; empty when it could not be measured.
        floor: the same unit, measured in the same run; empty when there is none.
        p95: measure the slowest twentieth instead of the median.
        most: aim for the value; `times`: aim for value through floor.
    """

    what: str
    size: str
    values: Sequence[float]
    floor: Sequence[float] = field(default=())
    unit: str = "ms"
    p95: bool = False
    most: float | None = None
    times: float | None = None

    @property
    def value(self) -> float:
        """What is compared with floor and aim."""
        return self._middle(self.values)

    @property
    def ratio(self) -> float | None:
        """How many times the floor it is."""
        return self.value / self._middle(self.floor) if self.floor and self.values else None

    def _middle(self, values: Sequence[float]) -> float:
        if not values:
            return nan
        if self.p95 and len(values) > 1:
            return quantiles(values, n=20, method="inclusive")[-1]
        return median(values)

    def cells(self) -> tuple[str, ...]:
        """Return the words of this row."""
        return (
            self.what,
            self.size,
            f"{_said(self.value)} {self.unit}",
            str(len(self.values)),
            f"{_said(self._middle(self.floor))} {self.unit}" if self.floor else "-",
            f"{self.ratio:.3g}x" if self.ratio is not None else "-",
            self._aim(),
            self._met(),
        )

    def _aim(self) -> str:
        value = [f"<= {_said(self.most)} {self.unit}"] if self.most is not None else []
        ratio = [f"<= {self.times:.3g}x"] if self.times is not None else []
        return ", ".join(value + ratio) or "-"

    def _met(self) -> str:
        checks = []
        if self.most is not None:
            checks.append(self.value <= self.most)
        if self.times is not None and self.ratio is not None:
            checks.append(self.ratio <= self.times)
        if not checks:
            return "-"
        return "yes" if all(checks) else "NO"


def _said(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}"


def grown(what: str, size: str, small: Row, large: Row, *, times: float) -> Row:
    """Return how much longer the large one takes than the small one.

    Args:
        times: how many times larger it is; the aim is linear or better.
    """
    return Row(
        what=what,
        size=size,
        values=[large.value],
        floor=[small.value],
        unit=small.unit,
        times=times,
    )


def print_table(rows: Iterable[Row]) -> None:
    """Print the rows below each other."""
    cells = [_HEAD, *(row.cells() for row in rows)]
    widths = [max(len(line[at]) for line in cells) for at in range(len(_HEAD))]
    for number, line in enumerate(cells):
        print("  ".join(word.ljust(width) for word, width in zip(line, widths, strict=True)))
        if number == 0:
            print("  ".join("-" * width for width in widths))
