"""Which number a region shows for a count, and what a shown number gives away."""

from casusanalyse.domain.snapshot import Rules


def rounded(number: int, rules: Rules) -> int | None:
    """Return the number that is shown; None below the threshold."""
    if number < rules.threshold:
        return None
    step = rules.rounding
    return max(rules.threshold, (2 * number + step) // (2 * step) * step)


def bounds_of(shown: int, rules: Rules) -> tuple[int, int]:
    """Return the lowest and the highest number that are shown as this one."""
    step = rules.rounding
    return max(rules.threshold, shown - step // 2), shown + (step - 1) // 2
