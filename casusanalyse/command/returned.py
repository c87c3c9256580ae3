"""Tell what a returned draft says, as JSON."""

import json
from argparse import Namespace
from contextlib import closing
from typing import Any

from casusanalyse.command.disk import data_of
from casusanalyse.settings import read_settings
from casusanalyse.ui.clock import now, today
from casusanalyse.usecases.cases import open_store
from casusanalyse.usecases.desk import Desk
from casusanalyse.usecases.returned import MOST_BYTES, Heard, heard
from casusanalyse.usecases.template import own_template


def reactions(chosen: Namespace) -> None:
    """Print what was placed where, and what could not be placed."""
    settings = read_settings()
    data = data_of(chosen.file, MOST_BYTES)
    with closing(open_store(settings)) as store:
        desk = Desk(cases=store, reference=chosen.reference, now=now(), region=settings.region)
        found = heard(desk, data, today=today(), template=own_template(settings))
    placed = [_placed(one) for one in found if one.anchors]
    unplaced = [_said(one) | {"after": one.place} for one in found if not one.anchors]
    told = {"reference": chosen.reference, "placed": placed, "unplaced": unplaced}
    print(json.dumps(told, ensure_ascii=False, indent=2))


def _placed(one: Heard) -> dict[str, Any]:
    where = {"paragraph": one.paragraph, "anchors": one.anchors, "place": one.place}
    return where | {"certain": one.certain} | _said(one)


def _said(one: Heard) -> dict[str, Any]:
    said = one.reaction
    return {
        "kind": said.kind,
        "text": said.text,
        "quote": said.quote,
        "author": said.author,
        "at": said.at.isoformat() if said.at else "",
        "resolved": said.resolved,
        "number": said.number,
        "answers": said.answers,
        "fingerprint": said.fingerprint,
    }
