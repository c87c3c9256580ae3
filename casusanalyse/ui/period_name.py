"""What a period is called: its title, its kind and the party, as far as known."""

from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import labels
from casusanalyse.domain.case import Case
from casusanalyse.domain.timeline import Period
from casusanalyse.domain.vocabulary import EducationKind, FrameKind, Lane, StayKind

KINDS = {Lane.STAY: StayKind, Lane.FRAME: FrameKind, Lane.EDUCATION: EducationKind}
"""The lanes whose periods have a kind."""


def period_name(case: Case, period: Period) -> str:
    """Return the words on a period: its title, kind and party, as far as known."""
    party = case.parties().get(period.party)
    kind = KINDS.get(period.lane)
    known = labels(kind).get(period.kind, "") if kind else period.role
    names = [period.title, known, party.name if party else ""]
    said = [name for place, name in enumerate(names) if name and name not in names[:place]]
    return ", ".join(said) or text("periods.nameless")
