"""What the report says about itself: draft or final, since when, and what readers said."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby

from casusanalyse.content.date_words import say_long_day
from casusanalyse.content.round import say_last_day, state_line
from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import label
from casusanalyse.domain.final import FinalReport, PrintedRemark, Response
from casusanalyse.domain.round import Round
from casusanalyse.report.chapters.wording import Fields, upper_first

_SHORT = 12
"""Signs of the fingerprint in the header of every page; the whole is on the front page."""

_LATER: Fields = {
    "definitief_op": "",
    "vingerafdruk": "",
    "deelname": [],
    "reacties": [],
    "blijvend_verschil": [],
    "wijzigingen": [],
}


def draft_standing(
    reference: str, today: date, *, week: Round | None = None, now: datetime | None = None
) -> Fields:
    """Return the fields of a draft.

    Args:
        reference: of the case.
        today: when the draft is made.
        week: the round it is sent out in, if there is one yet.
        now: aware, UTC; goes with the round.
    """
    day = say_long_day(today)
    mark = text("report.mark", reference=reference, day=day)
    if week and week.last_day:
        until = say_last_day(week.last_day)
        mark = text("report.mark_open", reference=reference, moment=until)
    return {
        **_LATER,
        "concept": True,
        "stand": text("report.draft_line"),
        "standregel": state_line(week, now) if week and now else "",
        "kenmerk": mark,
    }


def final_standing(final: FinalReport, week: Round, now: datetime) -> Fields:
    """Return the fields of a final report, with remarks, answers and changes.

    Args:
        final: what was frozen.
        week: the round as it is now, with the fingerprint.
        now: aware, UTC.
    """
    day = say_long_day(final.made_on)
    short = week.fingerprint[:_SHORT]
    return {
        "concept": False,
        "stand": text("report.final_line"),
        "standregel": state_line(week, now),
        "kenmerk": text("report.mark_final", reference=final.reference, day=day, print=short),
        "definitief_op": day,
        "vingerafdruk": week.fingerprint,
        "deelname": [_response(one) for one in final.responses],
        "reacties": _remarks(one for one in final.remarks if one.answer or one.said.words),
        "blijvend_verschil": _remarks(
            one for one in final.remarks if one.differs and not one.event
        ),
        "wijzigingen": [
            {
                "plek": one.place,
                "eerst": one.before or text("report.not_yet_there"),
                "nu": one.after or text("report.no_longer_there"),
            }
            for one in final.alterations
        ],
    }


def _response(response: Response) -> Fields:
    key = "silent"
    if response.reacted:
        key = "recognises" if response.recognises else "reacted"
    return {"naam": upper_first(response.who), "reactie": text(f"report.{key}")}


def _remarks(remarks: Iterable[PrintedRemark]) -> list[Fields]:
    """Return the remarks by paragraph, in the order of the report."""
    grouped = groupby(remarks, key=lambda one: (one.paragraph, one.place, one.quoted))
    return [
        {
            "plek": place or text("report.whole"),
            "citaat": quoted,
            "stemmen": [*map(_voice, here)],
        }
        for (_, place, quoted), here in grouped
    ]


def _voice(remark: PrintedRemark) -> Fields:
    answer = remark.answer
    said = upper_first(label(answer.kind)) if answer and answer.kind else ""
    return {
        "wie": upper_first(remark.who),
        "soort": label(remark.said.kind),
        "woorden": remark.said.words,
        "antwoord": said,
        "reden": answer.reason.strip() if answer else "",
    }
