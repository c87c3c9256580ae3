"""The line in figures: placeholder until the block lands."""

from casusanalyse.domain.case import Case


def derived_figures(case: Case) -> None:
    """Show nothing yet."""
