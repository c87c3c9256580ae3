"""A linear program that stays, while what is asked of it changes."""

from collections.abc import Iterable, Sequence

import highspy
import numpy as np
from numpy.typing import ArrayLike, NDArray

_DUAL, _PRIMAL = 1, 4
"""The two ways of the simplex method, as the solver numbers them."""

Numbers = NDArray[np.float64]
Line = tuple[Sequence[int], Sequence[float], float, float]
"""Columns, their weights, and the lowest and highest of the weighted sum."""


class Program:
    """Unknown numbers, each between bounds, and sums of them between bounds.

    Every question starts from the answer to the one before. One thread and fixed seeds: the
    same questions give the same answers.
    """

    def __init__(
        self, low: Sequence[float], high: Sequence[float], lines: Iterable[Line]
    ) -> None:
        columns, weights, least, most = zip(*lines, strict=True)
        self._all = np.arange(len(low), dtype=np.int32)
        self._highs = highspy.Highs()  # type: ignore[no-untyped-call] # - types left out there
        self._highs.setOptionValue("output_flag", "false")
        self._highs.setOptionValue("threads", 1)
        self._highs.addVars(len(low), np.array(low, float), np.array(high, float))
        starts = np.cumsum([0, *map(len, columns)])[:-1].astype(np.int32)
        index, value = np.concatenate(columns).astype(np.int32), np.concatenate(weights)
        bounds = (np.array(least, float), np.array(most, float))
        self._highs.addRows(
            len(starts), *bounds, len(index), starts, index, value.astype(np.float64)
        )

    def least(self, cost: Numbers, *, near: bool = False) -> tuple[Numbers, Numbers]:
        """Make the sum of cost times number as small as it can be.

        Args:
            cost: of every number.
            near: the answer lies near the one before, as when few numbers count.

        Returns:
            The numbers there, and for each of them how much the answer leans on its bounds.

        Raises:
            ArithmeticError: there is no answer.
        """
        self._highs.changeColsCost(len(cost), self._all, cost)
        self._highs.setOptionValue("simplex_strategy", _PRIMAL if near else _DUAL)
        if not self._run():
            raise ArithmeticError(self._highs.modelStatusToString(self._highs.getModelStatus()))
        answer = self._highs.getSolution()
        return np.array(answer.col_value), np.array(answer.col_dual)

    def inside(self, push: Numbers) -> Numbers | None:
        """Return numbers that fit and keep clear of their bounds, except where they are pushed.

        Far quicker than `least` when nothing is held; what it gives is no corner, so the next
        question begins anew.

        Args:
            push: of every number; towards its lowest when it is above nought.

        Returns:
            None when they were not found precisely enough.
        """
        return self._by_the_middle(push, to_a_corner=False)

    def corner(self, cost: Numbers) -> None:
        """Begin anew at a place from where `least` has not far to go, along the middle."""
        self._by_the_middle(cost, to_a_corner=True)

    def _by_the_middle(self, cost: Numbers, *, to_a_corner: bool) -> Numbers | None:
        self._highs.clearSolver()
        self._highs.changeColsCost(len(cost), self._all, cost)
        self._highs.setOptionValue("solver", "ipm")
        self._highs.setOptionValue("run_crossover", "on" if to_a_corner else "off")
        found = self._run()
        numbers = np.array(self._highs.getSolution().col_value)
        self._highs.setOptionValue("solver", "choose")
        if not to_a_corner:
            self._highs.clearSolver()
        return numbers if found else None

    def fits(self) -> bool:
        """Tell whether there are numbers at all."""
        self._highs.changeColsCost(len(self._all), self._all, np.zeros(len(self._all)))
        return self._run()

    def bound(self, columns: Sequence[int], low: ArrayLike, high: ArrayLike) -> None:
        """Give numbers other bounds."""
        where = np.array(columns, np.int32)
        least, most = np.array(low, float), np.array(high, float)
        self._highs.changeColsBounds(len(where), where, least, most)

    def _run(self) -> bool:
        self._highs.run()
        return bool(self._highs.getModelStatus() == highspy.HighsModelStatus.kOptimal)
