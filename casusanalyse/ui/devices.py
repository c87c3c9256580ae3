"""The chair's panel for other devices: where they find us, who takes part, and phones."""

import streamlit as st

from casusanalyse.content.text import text
from casusanalyse.domain.case import Case
from casusanalyse.domain.devices import CODE_LENGTH, CODE_LIFETIME, Device, DeviceRole
from casusanalyse.ui.address import listens_to_network, shared_address
from casusanalyse.ui.clock import now, wall_time
from casusanalyse.ui.frame import heading, mute
from casusanalyse.ui.phones import phones_panel
from casusanalyse.ui.refusals import showing_refusals
from casusanalyse.ui.session import desk, forget, note_taker, recall, remember
from casusanalyse.usecases.devices import devices_of, make_code, unpair

_CODE = "device-code"
_PULSE = 3.0
"""Seconds between two looks at who came in and what phones sent."""


def device_panel(case: Case) -> None:
    """Show the button that opens the panel; only the chair has it."""
    if note_taker():
        return
    # Always the same words: with others the platform would shut the panel.
    label = text("devices.panel")
    with st.popover(label, key="devices", width="stretch", on_change="rerun") as panel:
        if panel.open:
            _panel(case.reference)


@st.fragment(run_every=_PULSE)
def _panel(reference: str) -> None:
    mute(_where())
    heading(text("devices.second"))
    _pair()
    for device in devices_of(desk(reference)):
        _device(device)
    heading(text("devices.phones"))
    phones_panel(reference)


def _where() -> str:
    if not listens_to_network():
        return text("devices.alone")
    address = shared_address()
    return text("devices.listens", address=address) if address else text("devices.no_network")


def _pair() -> None:
    for column, role in zip(st.columns(2), DeviceRole, strict=True):
        label = text(f"devices.code_{role}")
        column.button(label, key=f"pair-{role}", on_click=_make, args=(role,), width="stretch")
    made = recall(_CODE)
    if made and now() < made["at"] + CODE_LIFETIME:
        _code(made["code"])


def _make(role: DeviceRole) -> None:
    with showing_refusals():
        remember(_CODE, {"code": make_code(desk(), role), "at": now()})


def _code(code: str) -> None:
    half = CODE_LENGTH // 2
    address = shared_address()
    says = (
        text("devices.code", address=f"{address}/koppelen")
        if address
        else text("devices.code_here", address="/koppelen")
    )
    st.html(f'<p class="ca-code" role="status">{code[:half]} {code[half:]}</p>')
    mute(says)


def _device(device: Device) -> None:
    role = text(f"devices.role_{device.role}")
    words = text("devices.unpair", role=role, time=wall_time(device.paired_at))
    key = f"unpair-{device.key}"
    st.button(words, key=key, on_click=_unpair, args=(device.key,))


def _unpair(key: str) -> None:
    forget(_CODE)
    with showing_refusals():
        unpair(desk(), key)
