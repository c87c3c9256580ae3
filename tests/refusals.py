"""What somebody hears who may not do something."""

from collections.abc import Callable

import pytest

from casusanalyse.domain.problems import Refusal


def refusal(act: Callable[..., object], *given: object, **named: object) -> str:
    """The code an act is refused with; an act that is let through fails the test."""
    with pytest.raises(Refusal) as found:
        act(*given, **named)
    return found.value.code
