"""A final report with every sort of remark in it."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from casusanalyse.domain.draft import Draft, Paragraph
from casusanalyse.domain.final import Alteration, FinalReport, PrintedRemark, Response
from casusanalyse.domain.remark import Answer, AnswerKind, RemarkKind, Said
from casusanalyse.domain.round import Round
from casusanalyse.report.chapters.standing import final_standing

OPENED = datetime(2026, 11, 17, 16, 0, tzinfo=UTC)
CLOSED = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
OPEN_WEEK = Round(made_at=OPENED, opened_at=OPENED, last_day=date(2026, 11, 24))
FINAL_WEEK = replace(OPEN_WEEK, final_at=CLOSED, fingerprint="0123456789abcdef" * 4)

SHORT = "Eén zin."

FINAL = FinalReport(
    reference="2026-0014",
    made_on=date(2026, 11, 25),
    report=Draft(paragraphs=(Paragraph(id="ca_events_e0", chapter="De tijdlijn", text=SHORT),)),
    remarks=(
        PrintedRemark(
            paragraph="ca_events_e0",
            place="4.1 Overleg",
            quoted=SHORT,
            who="moeder",
            said=Said(kind=RemarkKind.RATHER, words="Ik vroeg zelf om hulp."),
            answer=Answer(kind=AnswerKind.NOT, reason="Beide blikken blijven staan."),
            differs=True,
        ),
        PrintedRemark(
            paragraph="ca_events_e0",
            place="4.1 Overleg",
            quoted=SHORT,
            who="leerkracht",
            said=Said(kind=RemarkKind.AGREES),
        ),
        PrintedRemark(
            paragraph="",
            place="",
            quoted="",
            who="leerkracht",
            said=Said(kind=RemarkKind.GENERAL, words="Dank."),
            answer=Answer(kind=AnswerKind.PROCESSED),
        ),
    ),
    alterations=(Alteration(place="4.1 Overleg", before=SHORT, after=""),),
    responses=(
        Response(who="moeder", reacted=True),
        Response(who="leerkracht", reacted=True, recognises=True),
        Response(who="huisarts", reacted=False),
    ),
)


def a_final_standing() -> dict[str, Any]:
    """The fields of that report."""
    return final_standing(FINAL, FINAL_WEEK, CLOSED)
