"""Chromium for the tests: isolated pages that fail on console errors, foreign requests and unexpected answers."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, BrowserContext, CDPSession, ConsoleMessage, Page, Playwright, Request, Response

from tests.e2e.harness.site import known_browser

TIMEOUT_MS = 30_000
DESKTOP = (1440, 900)
PHONE = (390, 844)
_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
# This switch replaces Playwright's own, whose features stand in the first lines. The last line: the browser's toolbar, which nobody sees, is a page
# of its own, made anew for each context.
_DISABLED_FEATURES = (
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "LensOverlay",
    "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "TcpPortRandomizationWin",
    "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch",
    "InitialWebUI", "WebUIToolbarProcessOverheadExperiment", "PreloadTopChromeWebUI", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup",
)  # fmt: skip


def chromium() -> str:
    """The browser's path.

    Raises: RuntimeError with the remedy.
    """
    given = os.environ.get("CHROMIUM", "")
    found = given or next((path for name in _NAMES if (path := shutil.which(name))), "") or "/usr/bin/chromium"
    if not os.access(found, os.X_OK):
        raise RuntimeError(f"Chromium was not found at {found}. Install it (Debian: apt-get install chromium), or set CHROMIUM to its path.")
    return found


def launch(playwright: Playwright) -> Browser:
    """A headless browser that talks to nobody but the server under test."""
    flags = [*_FLAGS, f"--disable-features={','.join(_DISABLED_FEATURES)}", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    return playwright.chromium.launch(executable_path=chromium(), args=flags, timeout=60_000)


@dataclass
class Watch:
    """What went wrong on a page, beside what the test asserts; `answers` names the HTTP refusals that it provokes."""

    answers: Collection[int]
    complaints: list[str] = field(default_factory=list)
    under_way: set[Request] = field(default_factory=set)
    quiet_since: float = 0.0

    def over(self, context: BrowserContext) -> None:
        """Listen to every page of the context."""
        _WATCHES[context] = self
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(f"page error: {error.error}"))
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("requestfinished", self._ended)
        context.on("requestfailed", self._ended)

    def restless_for(self, seconds: float) -> float:
        """How much longer nothing may be asked for until nothing was for so many seconds."""
        return seconds if self.under_way else max(0.0, self.quiet_since + seconds - time.monotonic())

    def _console(self, message: ConsoleMessage) -> None:
        # A refused request is judged by its status below; the console repeats it in words.
        # An answer of 0 is none at all: the test takes the connection away, and the page says so.
        if 0 in self.answers and message.text.startswith("ApiError: TypeError: Failed to fetch"):
            return
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.complaints.append(f"console: {message.text}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.hostname not in ("127.0.0.1", "localhost"):
            self.complaints.append(f"request left the machine: {request.url}")
        # The stream of news stays open for as long as the page does.
        if request.resource_type != "eventsource":
            self.under_way.add(request)
        self.quiet_since = time.monotonic()

    def _ended(self, request: Request) -> None:
        self.under_way.discard(request)
        self.quiet_since = time.monotonic()

    def _response(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.answers:
            self.complaints.append(f"{response.request.method} {response.url} answered {response.status}")


_WATCHES: WeakKeyDictionary[BrowserContext, Watch] = WeakKeyDictionary()


def watch_over(page: Page) -> Watch:
    """The watch over the page's context."""
    return _WATCHES[page.context]


@dataclass
class Opened:
    """A context with its page and its watch."""

    context: BrowserContext
    page: Page
    watch: Watch


class Contexts:
    """The contexts of one Chromium, each used by one page at a time.

    A context that a test leaves serves the next one, in a new tab: cookies and what pages stored are gone, the loaded program
    stays, so that it is not fetched and compiled anew for each test. A tab that serves many tests grows by a gigabyte.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[tuple[Any, ...], list[Opened]] = {}
        self._taken: dict[BrowserContext, tuple[Any, ...]] = {}

    def open_page(
        self,
        url: str,
        cookies: list[dict[str, Any]],
        *,
        size: tuple[int, int] = DESKTOP,
        theme: str = "light",
        answers: Collection[int] = (),
        keeps: bool = False,
        alone: bool = False,
    ) -> Opened:
        """A page; the theme is the computer's, which the product follows by default.

        `keeps` keeps the program for offline; `alone` is a context of its own, for a test that changes the context itself,
        such as its clock.
        """
        key = (url, size, theme)
        free = [] if keeps or alone else self._free.setdefault(key, [])
        opened = free.pop() if free else self._make(url, size, theme, keeps)
        opened.watch.answers, opened.watch.complaints = answers, []
        if not (keeps or alone):
            self._taken[opened.context] = key
        known = [{"name": name, "value": value, "url": url} for name, value in known_browser(url).items()]
        opened.context.add_cookies([*known, *cookies])  # type: ignore[arg-type]
        return opened

    def leave(self, opened: Opened, *, failed: bool) -> None:
        """Take a context back; one in which a test failed, or that a test kept to itself, is closed."""
        key = self._taken.pop(opened.context, None)
        if key is None or failed:
            opened.context.close()
            return
        for page in opened.context.pages:
            page.close()
        opened.watch.under_way.clear()
        opened.context.clear_cookies()
        page = opened.context.new_page()
        stored = {"origin": key[0], "storageTypes": "local_storage,indexeddb,cache_storage"}
        _session(page).send("Storage.clearDataForOrigin", stored)
        self._free[key].append(Opened(opened.context, page, opened.watch))

    def _make(self, url: str, size: tuple[int, int], theme: str, keeps: bool) -> Opened:
        phone = size == PHONE
        context = self._browser.new_context(
            base_url=url,
            viewport={"width": size[0], "height": size[1]},
            locale="id-ID",
            timezone_id="Asia/Jakarta",
            color_scheme=theme,  # type: ignore[arg-type]
            reduced_motion="reduce",
            has_touch=phone,
            is_mobile=phone,
            service_workers="allow" if keeps else "block",
        )
        context.set_default_timeout(TIMEOUT_MS)
        watch = Watch(())
        watch.over(context)
        return Opened(context, context.new_page(), watch)


# What speaks to a tab beside Playwright.
_SESSIONS: WeakKeyDictionary[Page, CDPSession] = WeakKeyDictionary()


def _session(page: Page) -> CDPSession:
    if page not in _SESSIONS:
        _SESSIONS[page] = page.context.new_cdp_session(page)
    return _SESSIONS[page]


def show_in_theme(page: Page, theme: str) -> None:
    """Change the computer's theme, and wait until the page follows."""
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    page.wait_for_function("(theme) => document.documentElement.getAttribute('data-mantine-color-scheme') === theme", arg=theme)


def show_at(page: Page, size: tuple[int, int]) -> None:
    """Take an open page to the desktop or to a phone: its screen, its touch, and its reading of the page's width."""
    (width, height), phone = size, size == PHONE
    session = _session(page)
    metrics = {"width": width, "height": height, "screenWidth": width, "screenHeight": height, "deviceScaleFactor": 1, "mobile": phone}
    session.send("Emulation.setDeviceMetricsOverride", metrics)
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": phone, "maxTouchPoints": 5 if phone else 1})
    page.wait_for_function(
        "([width, phone]) => document.documentElement.clientWidth === width && matchMedia('(pointer: coarse)').matches === phone", arg=[width, phone]
    )
