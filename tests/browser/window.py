"""One window of one person on one case, in words of what that person does."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, expect

from tests.browser.server import until

STEPS = ("inchecken", "samen", "gezin", "tijdlijn", "inzichten")
SCREENS = (
    "voorbereiden",
    *STEPS,
    "netwerk",
    "spiegel",
    "verslag",
    "terugkoppeling",
    "vrijgeven",
    "uitleg",
)
REGION_SCREENS = ("regio", "kwartaalstuk", "codeboek", "tussen-regios")
"""Screens across cases."""

PARTS = {
    "Inzichten": "insights",
    "Wat we herkennen": "codings",
    "Afspraken": "agreement_afterwards",
    "Check-out": "check-out",
}
"""The parts of the last step after the moments, each with the sheet it shows."""

PATIENCE = 8000
"""Milliseconds a screen gets; on a calm computer it needs a few hundred."""

expect.set_options(timeout=PATIENCE)

# The platform looks for itself below the address of a page before it looks at the root.
_PROBE = re.compile(r"/[a-z-]+/_stcore/(health|host-config)$")


class Window:
    """A window; it remembers what the browser complained about and asked for."""

    def __init__(
        self,
        browser: Browser,
        address: str,
        reference: str = "",
        *,
        size: tuple[int, int] = (1366, 768),
    ) -> None:
        width, height = size
        self.address, self.reference = address, reference
        self.context = browser.new_context(
            viewport={"width": width, "height": height}, locale="nl-NL"
        )
        self.context.set_default_timeout(PATIENCE)
        self.deaf = False
        self.complaints: list[str] = []
        self.hosts: set[str] = set()
        self.page = self.context.new_page()
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda mistake: self.complaints.append(str(mistake)))
        self.page.on("request", lambda asked: self._asked(asked.url))
        self.page.on("websocket", lambda line: self._asked(line.url))

    def _console(self, message) -> None:
        if message.type == "error" and not _PROBE.search(message.location["url"]):
            self.complaints.append(f"{message.text} {message.location['url']}")

    def _asked(self, url: str) -> None:
        host = urlsplit(url).hostname
        if host:
            self.hosts.add(host)

    def deafen(self) -> None:
        """From the next screen on, `self.deaf` keeps back what the server says."""
        self.page.route_web_socket("**/_stcore/stream", self._line)

    def _line(self, line) -> None:
        server = line.connect_to_server()
        server.on_message(lambda told: None if self.deaf else line.send(told))

    def close(self) -> None:
        self.context.close()

    # -- going somewhere
    def go(self, screen: str) -> None:
        """Open a screen of the case by its address."""
        self.page.goto(f"{self.address}/{screen}?casus={self.reference}")
        self.ready()

    def go_home(self) -> None:
        """Open the list of cases."""
        self.page.goto(self.address)
        expect(self.entry("Schuilnaam van het kind in een nieuwe casus")).to_be_visible()

    def ready(self) -> None:
        """Wait until the screen is there and nothing is being drawn any more."""
        expect(self.page.locator(".bar .brand")).to_be_visible()
        self.calm()

    def calm(self) -> None:
        """Wait until the server has nothing left to tell."""
        running = self.page.locator("[data-test-script-state=running]")
        expect(running).to_have_count(0)
        expect(self.page.locator("[data-stale=true]")).to_have_count(0)

    def at(self, screen: str) -> None:
        """See that this screen is open."""
        self.page.wait_for_url(re.compile(rf"/{screen}\?casus="))
        self.ready()

    # -- finding something
    def entry(self, says: str) -> Locator:
        return self.page.get_by_role("textbox", name=says, exact=True)

    def field(self, label: str, within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_label(label).first

    def card(self, title: str) -> Locator:
        """The card or line of a sheet with this heading."""
        heading = self.page.get_by_role("heading", name=title, exact=True, level=3)
        return self.page.locator("section.block").filter(has=heading)

    def button(self, name: str, within: Locator | None = None) -> Locator:
        return (within or self.page).get_by_role("button", name=name, exact=True)

    def says(self, words: str) -> Locator:
        return self.page.get_by_text(words).first

    def item(self, words: str) -> Locator:
        """Something in a drawing that can be chosen."""
        return self.page.get_by_role("group").get_by_role("button", name=words).first

    def choose(self, option: str, within: str | None = None) -> None:
        """Choose one of a row of words."""
        row = (
            self.page.get_by_role("radiogroup", name=within, exact=True)
            if within
            else self.page
        )
        row.get_by_role("radio", name=option, exact=True).click()
        self.calm()

    # -- doing something
    def put(self, says: str, line: str) -> None:
        """Type a line and press Enter; the box is empty when the server has it."""
        box = self.entry(says)
        box.click()
        self.page.keyboard.type(line)
        self.page.keyboard.press("Enter")
        expect(box).to_have_value("")

    def write(self, label: str, words: str, within: Locator | None = None) -> None:
        """Type in a field and go on to the next."""
        box = self.field(label, within)
        box.click()
        self.page.keyboard.type(words)
        self.page.keyboard.press("Tab")

    def press(self, name: str, within: Locator | None = None) -> None:
        self.button(name, within).first.click()

    def choose_part(self, part: str) -> None:
        """Choose a part of the last step and wait until it is there."""
        self.choose(part)
        expect(self.page.locator(f".st-key-{PARTS[part]} section.block").first).to_be_visible()

    def open(self, words: str) -> None:
        """Open something in a drawing with the keyboard; small signs may lie on each other."""
        self.item(words).focus()
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(re.compile("gebeurtenis="))
        self.calm()

    def unfold(self, words: str) -> None:
        """Open what is folded under these words."""
        self.page.locator("summary").filter(has_text=words).first.click()
        self.calm()

    def pick(self, choice: str, option: str) -> None:
        """Pick from a list of the platform."""
        box = self.page.get_by_role("combobox", name=choice).first
        wanted = self.page.get_by_role("option", name=option, exact=True)
        until(lambda: self._opened(box, wanted), lambda: f"no {option} to pick", seconds=20)
        wanted.click()
        self.calm()

    def _opened(self, box: Locator, wanted: Locator) -> bool:
        """Open a list; one that opens while the page still moves may shut again."""
        box.scroll_into_view_if_needed()
        self.page.wait_for_timeout(300)
        box.click()
        self.page.wait_for_timeout(500)
        return wanted.is_visible()
