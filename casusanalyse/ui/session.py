"""What the browser session holds: where somebody is, never what a case says."""

from typing import Any

import streamlit as st

from casusanalyse.domain.devices import Device, DeviceRole
from casusanalyse.domain.problems import Refusal
from casusanalyse.settings import read_settings
from casusanalyse.ui.clock import now
from casusanalyse.usecases.cases import CaseStore, open_store
from casusanalyse.usecases.desk import CHAIR, NOTE_TAKER, Desk
from casusanalyse.usecases.devices import DEVICE_COOKIE, HERE, device_of
from casusanalyse.usecases.region import RegionDesk

CASE_IN_URL = "casus"
ONLOOKER = "meekijker"


@st.cache_resource(show_spinner=False, on_release=lambda store: store.close())
def case_store() -> CaseStore:
    """Return the one store of this process."""
    return open_store(read_settings())


def desk(reference: str | None = None) -> Desk:
    """Return the desk of whoever works in this browser, on the open case.

    Raises:
        Refusal: `not_paired` in a browser of another machine that was sent away.
    """
    device = note_taker()
    if device:
        return _desk(device.reference, NOTE_TAKER)
    return _desk(reference or _chosen_reference() or "")


def _desk(reference: str, who: str = CHAIR) -> Desk:
    store, region = case_store(), read_settings().region
    return Desk(cases=store, reference=reference, who=who, now=now(), region=region)


def region_desk() -> RegionDesk:
    """Return the desk of whoever works for the region in this browser.

    Raises:
        Refusal: `chair_only` at the computer of a note-taker; `not_paired`.
    """
    if note_taker():
        raise Refusal("chair_only")
    settings = read_settings()
    return RegionDesk(
        cases=case_store(),
        region=settings.region,
        national=settings.national,
        now=now(),
    )


def note_taker() -> Device | None:
    """Return the computer of the note-taker that this browser is on; None for the chair.

    Raises:
        Refusal: `not_paired` in a browser of another machine that was sent away.
    """
    token = st.context.cookies.to_dict().get(DEVICE_COOKIE)
    device = device_of(case_store(), token, now())
    if device and device.role is DeviceRole.NOTE_TAKER:
        return device
    if not _is_here():
        raise Refusal("not_paired")
    return None


def _is_here() -> bool:
    """Tell whether our own door says so; what has no headers at all came by no network."""
    told = {name.lower() for name in st.context.headers.to_dict()}
    return not told or HERE in told


def onlooker(reference: str) -> Desk:
    """Return the desk of whoever looks on from outside the pages; it decides nothing."""
    return _desk(reference, ONLOOKER)


def open_reference() -> str | None:
    """Return the reference of the open case; a note-taker has only one."""
    device = note_taker()
    return device.reference if device else _chosen_reference()


def _chosen_reference() -> str | None:
    return st.query_params.get(CASE_IN_URL) or recall("reference")


def recall(name: str, default: Any = None) -> Any:  # noqa: ANN401 - it keeps any small value
    """Return what this browser session remembers under a name."""
    return st.session_state.get(f"ca.{name}", default)


def remember(name: str, value: object) -> None:
    """Keep a small value (a key, a choice, a sentence) for this browser session."""
    st.session_state[f"ca.{name}"] = value


def forget(name: str) -> Any:  # noqa: ANN401 - it returns any small value
    """Return what was remembered and drop it; None when there was nothing."""
    return st.session_state.pop(f"ca.{name}", None)


def told_by(part: str) -> dict[str, Any] | None:
    """Return what one of our own parts just told, or None."""
    state = st.session_state.get(part)
    told: dict[str, Any] | None = state.get("act") if state else None
    return told


def edited(grid: str) -> dict[int, dict[str, Any]]:
    """Return the cells somebody changed in a grid: row number, column, value."""
    rows: dict[int, dict[str, Any]] = st.session_state[grid]["edited_rows"]
    return {int(row): cells for row, cells in rows.items()}


def picked(widget: str) -> Any:  # noqa: ANN401 - a widget holds any plain value
    """Return what somebody picked in a widget of the platform."""
    return st.session_state.get(widget)


def pick(widget: str, value: object, *, first: bool = False) -> None:
    """Pick for somebody in a widget of the platform; only before it is shown.

    Args:
        widget: its key.
        value: what is picked.
        first: only when nobody picked anything yet.
    """
    if not first or widget not in st.session_state:
        st.session_state[widget] = value
