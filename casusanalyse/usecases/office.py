"""The final report in the open formats, when there is a LibreOffice to make them."""

from casusanalyse.domain.problems import Refusal
from casusanalyse.report.office import OfficeKind, converted, office_program
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.final import final_file

__all__ = ["OfficeKind", "final_as", "has_office"]


def has_office() -> bool:
    """Tell whether this computer can make a PDF or ODT."""
    return office_program() is not None


def final_as(desk: Desk, kind: OfficeKind) -> bytes:
    """Return the newest final report as PDF/A or ODT; takes a few seconds.

    Raises:
        Refusal: `chair_only`; `office_failed`, also without a final report or LibreOffice.
    """
    desk.refuse_others()
    file, program = final_file(desk), office_program()
    if not (file and program):
        raise Refusal("office_failed")
    return converted(file, kind, program)
