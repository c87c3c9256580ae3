"""One professional or organisation, opened in the network."""

from typing import Any

from casusanalyse.content.text import text
from casusanalyse.content.vocabulary import labels
from casusanalyse.domain.case import Case
from casusanalyse.domain.intake import Organisation, Professional
from casusanalyse.domain.vocabulary import OrganisationKind
from casusanalyse.ui.frame import heading
from casusanalyse.ui.session import desk, recall, remember
from casusanalyse.ui.sheet import Action, Block, field, sheet
from casusanalyse.usecases.network import remove_organisation, remove_professional


def open_party(_shelf: str, key: str) -> None:
    """Open whoever somebody chose in the picture."""
    remember("party", key)


def party_panel(case: Case) -> None:
    """Show the professional or organisation that is open; nothing when there is none."""
    party = case.parties().get(recall("party", ""))
    if not isinstance(party, Professional | Organisation):
        return
    heading(party.name)
    actions = [
        Action(id=one, label=text(f"network_screen.{one}"), look="quiet")
        for one in ("remove", "close")
    ]
    sheet(
        "party",
        [Block(key=party.key, fields=_fields(case, party), actions=actions)],
        on_press=_press,
    )


def _fields(case: Case, party: Professional | Organisation) -> list[dict[str, Any]]:
    if isinstance(party, Organisation):
        kinds = list(labels(OrganisationKind).items())
        return [
            field(party, "name", hint=""),
            field(party, "kind", kind="choice", options=kinds),
            field(party, "alias"),
        ]
    homes = [("", text("periods.nobody")), *((one.key, one.name) for one in case.organisations)]
    return [
        field(party, "name", hint=""),
        field(party, "function"),
        field(party, "organisation", kind="choice", options=homes),
        field(party, "alias"),
    ]


def _press(key: str, action: str) -> None:
    if action == "remove":
        professional = any(one.key == key for one in desk().case().professionals)
        (remove_professional if professional else remove_organisation)(desk(), key)
    remember("party", None)
