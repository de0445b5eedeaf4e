"""The first page in the browser: script loaded, and the time until it can be worked with, on this processor and on one four times slower."""

from __future__ import annotations

import argparse
import gzip
import http.client
import os
import socket
import subprocess
import time
from dataclasses import dataclass
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page, Response, sync_playwright

from bench.environment import Size, machine, prepare
from bench.people import PASSWORD, measurers

BUDGET_KB = 250
BUDGET_MS = 2000
THROTTLE = 4
_USER = "bench.branch"
_FLAGS = ("--disable-background-networking", "--disable-component-update", "--no-first-run", "--no-pings")

# Notes when the page can be used (what it is for stands there, was painted and takes input) and every stretch of work over 50 ms.
_WATCH = """(selector) => {
  const seen = (window.__first = { usable: 0, busy: [] })
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) seen.busy.push(task.startTime + task.duration)
  }).observe({ type: 'longtask', buffered: true })
  const look = () => {
    const found = document.querySelector(selector)
    if (found && found.checkVisibility() && !found.disabled && document.querySelector('h1')) {
      // A task of its own after the frame: whatever the frame still had to do is done.
      requestAnimationFrame(() => setTimeout(() => (seen.usable = performance.now())))
    } else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}"""
_QUIET = "() => window.__first.usable > 0 && performance.now() - Math.max(window.__first.usable, ...window.__first.busy) > 1000"
_INTERACTIVE = "() => Math.max(window.__first.usable, ...window.__first.busy)"


@dataclass(frozen=True)
class Visit:
    """One cold opening of a page."""

    interactive_ms: float
    script_kb: float
    scripts: int
    requests: int


@dataclass(frozen=True)
class First:
    """A page that people open first, and what they do there."""

    label: str
    path: str
    selector: str
    signed_in: bool


PAGES = (
    First("sign-in", "/sign-in", "input[autocomplete=username]", signed_in=False),
    First("search, signed in", "/customers", "[data-page-search]", signed_in=True),
)


def main() -> None:
    """Print script and time of each first page, and their ratio to the unthrottled time."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--customers", type=int, default=2_000)
    arguments.add_argument("--transactions", type=int, default=20_000)
    arguments.add_argument("--timeline", type=int, default=10_000)
    arguments.add_argument("--runs", type=int, default=5)
    given = arguments.parse_args()
    prepare(Size(given.customers, given.transactions, given.timeline))
    import django

    django.setup()
    from django.db import connection

    from simpul.config import web

    measurers()
    connection.close()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "SIMPUL_PORT": str(port), "SIMPUL_SIGN_INS_PER_MINUTE": "1000", "SIMPUL_LOG_LEVEL": "ERROR"}
    server = subprocess.Popen(web.command(environment), env=environment)
    try:
        _await(port)
        print(machine())
        _report(f"http://127.0.0.1:{port}", given.runs)
    finally:
        server.terminate()
        server.wait()


def _report(url: str, runs: int) -> None:
    with sync_playwright() as playwright:
        browser = _launch(playwright)
        cookies = _sign_in(browser, url)
        for first in PAGES:
            known = cookies if first.signed_in else []
            _visit(browser, url, first, known, 1)  # the server's own first answers are no part of it
            visits: dict[int, list[Visit]] = {1: [], THROTTLE: []}
            for _ in range(runs):
                for rate, done in visits.items():
                    done.append(_visit(browser, url, first, known, rate))
            plain, slow = (median(visit.interactive_ms for visit in done) for done in visits.values())
            some = visits[THROTTLE][0]
            print(
                f"{first.label:<18} script {some.script_kb:5.1f} kB gzip in {some.scripts} files (budget {BUDGET_KB}), {some.requests} requests;"
                f" interactive {slow:5.0f} ms at {THROTTLE}x (budget {BUDGET_MS}), {plain:5.0f} ms at 1x, ratio {slow / plain:.2f}"
                f"   {'ok' if some.script_kb <= BUDGET_KB and slow <= BUDGET_MS else 'OVER'}"
            )
        browser.close()


def _visit(browser: Browser, url: str, first: First, cookies: list[Any], rate: int) -> Visit:
    """Open the page with nothing cached; loopback stands for the network."""
    context = browser.new_context(base_url=url, viewport={"width": 1366, "height": 768}, locale="id-ID", timezone_id="Asia/Jakarta")
    context.add_cookies(cookies)
    page = context.new_page()
    page.goto("/readyz")  # the same renderer, so that the slow-down holds from the first byte
    page.add_init_script(f"({_WATCH})({first.selector!r})")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": rate})
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # Playwright marks its handlers, which a method of a list refuses
    page.goto(first.path, wait_until="commit")
    page.wait_for_function(_QUIET, timeout=60_000)
    visit = _counted(page, answers)
    context.close()
    return visit


def _counted(page: Page, answers: list[Response]) -> Visit:
    scripts = {answer.url: answer for answer in answers if answer.request.resource_type == "script"}
    weight = sum(len(gzip.compress(answer.body())) for answer in scripts.values())
    return Visit(page.evaluate(_INTERACTIVE), weight / 1000, len(scripts), len(answers))


def _launch(playwright: Any) -> Browser:
    from simpul.config.chromium import find_chromium

    chromium, remedy = find_chromium()
    if not chromium:
        raise SystemExit(f"No Chromium was found. {remedy}")
    flags = [*_FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    browser: Browser = playwright.chromium.launch(executable_path=chromium, args=flags)
    return browser


def _sign_in(browser: Browser, url: str) -> list[Any]:
    context = browser.new_context(base_url=url)
    context.request.get("/_allauth/browser/v1/config")
    token = next(cookie["value"] for cookie in context.cookies() if cookie["name"].startswith("csrftoken"))
    answer = context.request.post(
        "/_allauth/browser/v1/auth/login", data={"username": _USER, "password": PASSWORD}, headers={"X-CSRFToken": token, "Referer": url}
    )
    assert answer.ok, answer.text()
    cookies = list(context.cookies())
    context.close()
    return cookies


def _await(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/readyz")
            if connection.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError("The server does not answer.")


if __name__ == "__main__":
    main()
