"""A server that other machines reach, and windows of such machines."""

import pytest
from playwright.sync_api import Browser, Page, expect

from casusanalyse.ui.address import own_address
from tests.browser.server import Server, served
from tests.browser.window import Window

PHONE = (390, 844)


class Network:
    """The server as this computer and as another machine see it."""

    def __init__(self, server: Server, own: str) -> None:
        self.server = server
        self.there = f"http://{own}:{server.port}"


def networked(folder):
    """Start a server that listens to the network of this computer, when there is one."""
    own = own_address()
    if own is None:
        pytest.skip("this computer is on no network")
    with served(folder, network=True) as server:
        yield Network(server, own)


class Chair(Window):
    """The chair's window, with the panel for devices open."""

    def __init__(self, browser: Browser, network: Network, reference: str) -> None:
        super().__init__(browser, network.server.address, reference, size=(1366, 900))
        self.go("inchecken")
        self.unfold_devices()

    def unfold_devices(self) -> None:
        """Open the panel."""
        self.page.get_by_role("button", name="Apparaten").click()
        expect(self.page.get_by_role("heading", name="Een tweede apparaat")).to_be_visible()

    def code_for(self, who: str) -> str:
        """Make a code and read it from the screen."""
        code = self.page.locator(".ca-code")
        before = code.inner_text() if code.count() else ""
        self.press(f"Code voor de {who}")
        expect(code).to_be_visible()
        expect(code).not_to_have_text(before)
        return code.inner_text()

    def open_phones(self) -> str:
        """Let phones take part; return the code."""
        self.press("Telefoons mogen meedoen")
        line = self.says("De code is")
        expect(line).to_be_visible()
        return line.inner_text().removeprefix("De code is ")[:7]

    def ask(self, question: str) -> None:
        self.pick("Wat vragen we nu?", question)


def pair(page: Page, there: str, code: str) -> None:
    """Type a code on another computer."""
    page.goto(there)
    page.get_by_label("De code van de voorzitter").fill(code)
    page.get_by_role("button", name="Koppelen").click()
