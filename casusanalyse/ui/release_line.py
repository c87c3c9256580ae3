"""One line of a release in a sheet: chosen or not, or with the region and taken back."""

from typing import Any

from casusanalyse.content.text import text
from casusanalyse.domain.release import QUARTER_LINE, LineKind, ReleaseLine
from casusanalyse.ui.release_view import View
from casusanalyse.ui.session import desk
from casusanalyse.ui.sheet import Action, Block
from casusanalyse.usecases.release import withdraw

_TAKE = "take"


def line_block(view: View, line: ReleaseLine) -> Block:
    """Return a line of a release as a block of a sheet."""
    before = view.given.get(line.id)
    if before is None:
        return _new(view, line)
    if view.is_same(line) or line not in view.offered:
        return given_block(view, before)
    return Block(
        key=line.id,
        lines=[view.say(line), text("release.was", line=view.say(before))],
        fields=[check(f"line {line.id}", text("release.renew"), value=view.is_chosen(line))],
        actions=_take(view, before),
        look="line",
    )


def given_block(view: View, line: ReleaseLine) -> Block:
    """Return a line that is with the region, and the way back."""
    is_lost = view.is_final and line.id not in {one.id for one in view.offered}
    return Block(
        key=line.id,
        lines=[view.say(line)],
        meta=text("release.lost" if is_lost else "release.with_region"),
        actions=_take(view, line),
        look="line",
    )


def _new(view: View, line: ReleaseLine) -> Block:
    if line.id == QUARTER_LINE:
        stays = text("release.quarter_stays")
        return Block(key=line.id, lines=[view.say(line)], meta=stays, look="line")
    is_words = line.kind is LineKind.WORDS
    said = text("release.may_go") if is_words else view.say(line)
    fields = [check(f"line {line.id}", said, value=view.is_chosen(line))]
    if line.kind is LineKind.CODE and line.evidence:
        number = text("release.with_number", number=line.evidence)
        fields.append(check(f"number {line.id}", number, value=view.counts(line)))
    return Block(key=line.id, fields=fields, columns=2 - is_words, look="line")


def check(key: str, said: str, *, value: bool) -> dict[str, Any]:
    """Return something to tick that is no field of a record."""
    return {
        "id": key,
        "kind": "check",
        "value": value,
        "version": 0,
        "label": said,
        "hint": "",
        "placeholder": "",
    }


def _take(view: View, line: ReleaseLine) -> list[Action]:
    """Return the way back; the quarter goes with the last line."""
    if line.id == QUARTER_LINE:
        return []
    says = text("release.take_back_says", line=view.say(line))
    return [Action(id=_TAKE, label=text("release.take_back"), look="quiet", says=says)]


def take_back(key: str, action: str) -> None:
    """Take a line back when that was asked."""
    if action == _TAKE:
        withdraw(desk(), [key])
