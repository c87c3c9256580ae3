"""One line and Enter: the cheapest way to put something down."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.problems import Refusal
from casusanalyse.ui.component import part
from casusanalyse.ui.refusals import sentence, showing_refusals
from casusanalyse.ui.session import desk, open_reference, recall, remember, told_by
from casusanalyse.usecases.drafts import draft_of, keep_draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a line is understood while somebody types it.

    Attributes:
        said: the words that were read.
        understood: what they mean.
    """

    said: str
    understood: str


def entry(
    name: str,
    case: Case | None,
    on_put: Callable[[str], None],
    *,
    reads: Callable[[str], Reading | None] | None = None,
    home: bool = False,
) -> None:
    """Show one line to type in.

    Args:
        name: unique on the page; its words stand in `entry.toml` under the same name.
        case: holds the half-typed line of an earlier moment; None outside a case.
        on_put: what Enter does with the line; a refusal leaves the line in the box.
        reads: how the line is understood, shown while typing.
        home: the cursor starts here, and Escape brings it back.
    """
    key = f"entry-{name}"
    reading = recall(f"{key}.reading")
    part("entry")(
        key=key,
        data={
            "id": f"{open_reference()}|{key}",
            "label": text(f"entry.{name}_label"),
            "says": text(f"entry.{name}_says"),
            "placeholder": text(f"entry.{name}_placeholder"),
            "button": text(f"entry.{name}_button"),
            "draft": draft_of(case, name) if case else "",
            "reads": reads is not None,
            "reading": reading,
            "acked": recall(f"{key}.acked", 0),
            "trouble": recall(f"{key}.trouble", ""),
            "home": home,
        },
        on_act_change=partial(_act, name, on_put, reads),
    )


def _act(
    name: str,
    on_put: Callable[[str], None],
    reads: Callable[[str], Reading | None] | None,
) -> None:
    key = f"entry-{name}"
    told = told_by(key)
    if not told:
        return
    remember(f"{key}.trouble", "")
    if "put" in told:
        _put(name, str(told["put"]), on_put)
    else:
        with showing_refusals():
            _typed(name, str(told["typed"]), reads, keep=bool(told.get("keep")))
    remember(f"{key}.acked", told["n"])


def _put(name: str, line: str, on_put: Callable[[str], None]) -> None:
    try:
        on_put(line.strip())
        if open_reference():
            keep_draft(desk(), name, "")
    except Refusal as refusal:
        remember(f"entry-{name}.trouble", sentence(refusal))
    remember(f"entry-{name}.reading", None)


def _typed(
    name: str, line: str, reads: Callable[[str], Reading | None] | None, *, keep: bool
) -> None:
    if keep and open_reference():
        keep_draft(desk(), name, line)
    read = reads(line) if reads and line.strip() else None
    about = (
        {"about": line.strip(), "said": read.said, "understood": read.understood}
        if read
        else None
    )
    remember(f"entry-{name}.reading", about)
