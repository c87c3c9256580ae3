"""The story of the network: view by view and day by day, by hand or by itself."""

from datetime import date

from casusanalyse.content.date_words import say_day
from casusanalyse.content.text import page, text
from casusanalyse.figures.network_people import Cast, child_name
from casusanalyse.figures.network_sentence import say_change
from casusanalyse.figures.network_words import network_presets
from casusanalyse.ui.component import part
from casusanalyse.ui.moment import Moment, ask_for
from casusanalyse.ui.navigation import go_to
from casusanalyse.ui.session import recall, remember, told_by

_NAME = "play"
_WORDS = (
    "views",
    "previous_view",
    "next_view",
    "back",
    "day",
    "previous",
    "next",
    "play",
    "pause",
)


def play(cast: Cast, here: Moment) -> None:
    """Show the views, the day on the line and what changed since the last stop.

    Args:
        cast: everybody on the day.
        here: the day, and every day the line stops at.
    """
    part("play")(
        key=_NAME,
        data={
            "title": text("network_screen.title", name=child_name(cast.case)),
            "views": list(network_presets().items()),
            "view": cast.preset.value,
            "stops": [day.toordinal() for day in here.line],
            "at": here.day.toordinal(),
            "since": _since(here),
            "told": say_change(cast),
            "months": _months(),
            "words": {word: text(f"network_screen.{word}") for word in _WORDS},
            "acked": recall(f"{_NAME}.acked", 0),
        },
        on_act_change=_act,
    )


def _since(here: Moment) -> str:
    if here.before == here.day:
        return ""
    return text("network_screen.since", day=say_day(here.before))


def _months() -> list[str]:
    return [words[1] for words in page("date")["months"].values()]


def _act() -> None:
    told = told_by(_NAME)
    if not told:
        return
    remember(f"{_NAME}.acked", told["n"])
    if "to" in told:
        ask_for(date.fromordinal(int(told["to"])))
    if "view" in told:
        remember("preset", str(told["view"]))
    if "go" in told:
        go_to("timeline")
