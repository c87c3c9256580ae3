"""A draft to react to."""

from casusanalyse.usecases.report import draft_report
from tests.unit.report.full_case import TODAY, full_case

CASE = full_case()
DRAFT = draft_report(CASE, today=TODAY)
