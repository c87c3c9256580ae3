"""Read what a screen shows, and do what a browser does with our own parts."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest


def told_to(screen: AppTest, part: str) -> dict[str, Any]:
    """What the server told one of our own parts to show, such as the sheet `event`."""
    return json.loads(_proto(screen, part).json)


def parts(screen: AppTest) -> list[str]:
    """The names of our own parts on the screen."""
    return [re.sub(r"^\$\$ID-\w+-", "", one.proto.id) for one in screen.get("bidi_component")]


def _proto(screen: AppTest, part: str) -> Any:
    found = dict(zip(parts(screen), screen.get("bidi_component"), strict=True))
    return found[part].proto


def tell(screen: AppTest, part: str, **told: object) -> AppTest:
    """Let one of our own parts tell the server something, and wait for the screen after it."""
    event = [
        {"event": "act", "value": {"n": told_to(screen, part).get("acked", 0) + 1, **told}}
    ]
    states = screen._tree.get_widget_states()
    trigger = _make_trigger_id(_proto(screen, part).id, "events")
    states.widgets.append(WidgetState(id=trigger, json_trigger_value=json.dumps(event)))
    return screen._run(states)


def put(screen: AppTest, name: str, line: str) -> AppTest:
    """Type a line and press Enter."""
    return tell(screen, f"entry-{name}", put=line)


def press(screen: AppTest, sheet: str, where: str, action: str) -> AppTest:
    """Press a button in a sheet."""
    return tell(screen, sheet, saves=[], press={"where": where, "action": action})


def save(screen: AppTest, sheet: str, field: str, value: object) -> AppTest:
    """Type in a field of a sheet, such as `events/e1/title`."""
    shown = next(one for one in fields(screen, sheet) if one["id"] == field)
    saved = {"id": field, "value": value, "base": shown["value"], "version": shown["version"]}
    return tell(screen, sheet, saves=[saved], press=None)


def fields(screen: AppTest, sheet: str) -> Iterator[dict[str, Any]]:
    """Every field of a sheet."""
    for block in told_to(screen, sheet)["blocks"]:
        yield from block["fields"]


def troubles(screen: AppTest, sheet: str) -> list[dict[str, Any]]:
    """What went wrong beside the fields of a sheet."""
    return [one["trouble"] for one in fields(screen, sheet) if one["trouble"]]


def shown(screen: AppTest) -> str:
    """All words of the page outside our own parts, without marks."""
    bodies = " ".join(one.proto.body for one in screen.get("html"))
    bare = re.sub(r"<style>.*?</style>|<[^>]+>", " ", bodies, flags=re.DOTALL)
    return " ".join(unescape(bare).split())


def screen_of(screen: AppTest) -> str:
    """Which screen is open, according to the bar on top."""
    bar = told_to(screen, "top")
    steps = [step["slug"] for step in bar["steps"] if step["on"]]
    return next(iter([*steps, *(link["go"] for link in bar["links"] if link["on"])]), "intake")


def edit_grid(screen: AppTest, key: str, rows: dict[int, dict[str, object]]) -> AppTest:
    """Leave cells of a grid changed, as the grid in the browser remembers them."""
    grid = next(one for one in screen.dataframe if one.proto.id.endswith(f"-{key}"))
    kept = {"edited_rows": rows, "added_rows": [], "deleted_rows": []}
    states = screen._tree.get_widget_states()
    states.widgets.append(WidgetState(id=grid.proto.id, string_value=json.dumps(kept)))
    return screen._run(states)
