"""Browser tests: the real server on the loaded demonstration, driven through Chromium."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.conftest import WORKER
from tests.e2e.harness.browser import DESKTOP, TIMEOUT_MS, Contexts, Opened, launch
from tests.e2e.harness.site import Login, Server, Site

RESULTS = Path(__file__).resolve().parents[2] / "test-results"
expect.set_options(timeout=TIMEOUT_MS)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    if call.when == "call":
        item.stash[_FAILED] = report.failed
    return report


_FAILED = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def _server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(f"simpul_test_{WORKER}_site", tmp_path_factory.mktemp("site"))
    yield server
    server.stop()


@pytest.fixture
def site(_server: Server) -> Site:
    """The running site, with every rate limit forgotten."""
    _server.site.forget_limits()
    return _server.site


# For this package only: Playwright's event loop in the main thread would forbid Django's queries to the tests that follow.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for the package."""
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def contexts(browser: Browser) -> Contexts:
    """The browser's contexts, which tests take in turn."""
    return Contexts(browser)


OpenPage = Callable[..., Page]


@pytest.fixture
def open_as(site: Site, contexts: Contexts, request: pytest.FixtureRequest) -> Iterator[OpenPage]:
    """Opens a page as somebody: `open_as("AGENT", "/customers", size=PHONE, theme="dark", answers={404})`.

    Somebody is a role of the demonstration, a Login, or None for nobody. `answers` names the refusals (HTTP status) that
    the test provokes; any other refusal, console error, or request to another machine fails it. With `alone` the context
    is the test's own, to be changed at will.
    """
    opened: list[Opened] = []

    def open_one(
        who: str | Login | None,
        path: str = "/",
        *,
        size: tuple[int, int] = DESKTOP,
        theme: str = "light",
        answers: Collection[int] = (),
        keeps: bool = False,
        alone: bool = False,
    ) -> Page:
        login = site.login(who) if isinstance(who, str) else who
        # Nobody asks who they are and is told to sign in.
        allowed = {401, *answers} if login is None else answers
        cookies = site.sign_in(login) if login else []
        one = contexts.open_page(site.url, cookies, size=size, theme=theme, answers=allowed, keeps=keeps, alone=alone)
        opened.append(one)
        one.page.goto(path)
        return one.page

    yield open_one
    failed = request.node.stash.get(_FAILED, True)
    for number, one in enumerate(opened):
        if failed:
            _picture(request.node.nodeid, number, one.page)
    complaints = [complaint for one in opened for complaint in one.watch.complaints]
    for one in opened:
        contexts.leave(one, failed=failed or bool(complaints))
    assert not complaints, "\n".join(complaints)


def _picture(nodeid: str, number: int, page: Any) -> None:
    RESULTS.mkdir(exist_ok=True)
    name = re.sub(r"[^A-Za-z0-9]+", "-", nodeid.rpartition("/")[2]).strip("-")
    page.screenshot(path=RESULTS / f"{name}-{number}.png")
