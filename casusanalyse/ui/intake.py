"""Before the session: who, why, and which organisations take part on which rules."""

from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import labels
from casusanalyse.domain.case import Case
from casusanalyse.domain.vocabulary import OrganisationKind
from casusanalyse.ui.entry import entry
from casusanalyse.ui.frame import mute
from casusanalyse.ui.session import desk
from casusanalyse.ui.sheet import Action, Block, field, sheet
from casusanalyse.usecases.network import add_organisation, remove_organisation


def intake_sheet(case: Case) -> None:
    """Show the front page of the case."""
    intake = case.intake
    who = [
        field(intake, "working_name"),
        field(intake, "planned_on", kind="date"),
        field(intake, "region"),
        field(intake, "municipality"),
    ]
    why = [
        field(intake, "reason", kind="area", rows=3),
        field(intake, "question", kind="area", rows=2),
        field(intake, "rules", kind="area", rows=3),
    ]
    sheet(
        "intake",
        [
            Block(key="who", fields=who, columns=2, look="card"),
            Block(key="why", fields=why, look="card"),
        ],
    )


def organisation_list(case: Case) -> None:
    """Show the organisations around the family, and which of them agreed to take part."""
    entry("organisation", case, _add)
    if not case.organisations:
        mute(text("intake.no_organisations"))
    kinds = list(labels(OrganisationKind).items())
    blocks = [
        Block(
            key=one.key,
            title=one.name,
            actions=[Action(id="remove", label=text("intake.remove"), look="quiet")],
            fields=[
                field(one, "takes_part", kind="check"),
                field(one, "kind", kind="choice", options=kinds, label=""),
            ],
            look="card",
            columns=2,
        )
        for one in case.organisations
    ]
    sheet("organisations", blocks, look="row2", on_press=_press)


def _add(line: str) -> None:
    add_organisation(desk(), line)


def _press(key: str, _action: str) -> None:
    remove_organisation(desk(), key)
