"""A real server and a real browser; each file gets a fresh data folder."""

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser.chromium import open_browser
from tests.browser.network import networked
from tests.browser.server import served
from tests.browser.window import Window

SAMPLE = "2026-0001"
"""Reference of the long line, the fullest of the sample cases."""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """A server without any case."""
    with served(tmp_path_factory.mktemp("data")) as server:
        yield server


@pytest.fixture(scope="module")
def network(tmp_path_factory):
    """A server without any case, that other machines reach too."""
    yield from networked(tmp_path_factory.mktemp("network"))


@pytest.fixture(scope="session")
def full_server(tmp_path_factory):
    """A server with the sample cases, for tests that only look."""
    with served(tmp_path_factory.mktemp("full"), samples=True) as server:
        yield server


@pytest.fixture(scope="module")
def own_server(tmp_path_factory):
    """A server with the sample cases for one file: with a beamer, looking changes something."""
    with served(tmp_path_factory.mktemp("full"), samples=True) as server:
        yield server


@pytest.fixture(scope="session")
def playwright() -> Playwright:
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright) -> Browser:
    with open_browser(playwright) as opened:
        yield opened


@pytest.fixture
def windows(browser):
    """Open a window on a case, with a memory of its own; all close afterwards."""
    opened = []

    def new(server, reference="", *, size=(1366, 768)):
        window = Window(browser, server.address, reference, size=size)
        opened.append(window)
        return window

    yield new
    for window in opened:
        window.close()


@pytest.fixture(scope="module")
def looking(browser, full_server):
    """Windows on the full sample case, one per size: a loaded window opens screens faster.

    They close with the file: what stays open on a chart takes from what the next file times.
    """
    opened = {}
    yield opened
    for window in opened.values():
        window.close()


@pytest.fixture
def look(looking, browser, full_server):
    """Look at the full sample case; who looks changes nothing."""

    def at(size=(1366, 768)):
        if size not in looking:
            looking[size] = Window(browser, full_server.address, SAMPLE, size=size)
        looking[size].complaints.clear()
        looking[size].hosts.clear()
        return looking[size]

    return at
