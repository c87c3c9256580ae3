"""What was asked about a case: until somebody writes, asking again gives the same value.

Only for values without case content, such as the list of deeds.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """The values that were used last; any thread may use them.

    A value is found by the number of the newest deed of its case, and by what else was asked:
    numbers are never used twice, and every write has one. So a write by anybody, also from
    another process, is never missed.
    """

    def __init__(self, most: int) -> None:
        self._values: OrderedDict[Hashable, Value] = OrderedDict()
        self._most = most
        self._lock = Lock()

    def get(self, since: Hashable, load: Callable[[], Value]) -> Value:
        """Return the value as it is since a deed; load it when it is not kept."""
        with self._lock:
            if since in self._values:
                self._values.move_to_end(since)
                return self._values[since]
        value = load()
        with self._lock:
            self._values[since] = value
            while len(self._values) > self._most:
                self._values.popitem(last=False)
        return value
