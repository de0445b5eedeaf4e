"""Search, exact look-up, Customer 360 and timeline through HTTP: one after another, and with eight clients at once."""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import socket
import subprocess
import threading
import time
from collections.abc import Callable
from typing import Any

from bench.environment import Size, machine, percentile, prepare
from bench.people import PASSWORD, measurers


class Browser:
    """One signed-in connection."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self.cookies: dict[str, str] = {}

    def send(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        """The status and the decoded body."""
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "X-CSRFToken": next((value for name, value in self.cookies.items() if name.startswith("csrftoken")), ""),
            "Content-Type": "application/json",
        }
        self.connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = self.connection.getresponse()
        raw = answer.read()
        for header in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = header.split(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, json.loads(raw) if raw else None

    def sign_in(self, username: str) -> None:
        """Through the front door."""
        self.send("GET", "/_allauth/browser/v1/config")
        status, answer = self.send("POST", "/_allauth/browser/v1/auth/login", {"username": username, "password": PASSWORD})
        assert status == 200, answer


def main() -> None:
    """Print p50, p95 and requests a second for each operation and each width of scope."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--customers", type=int, default=1_000_000)
    arguments.add_argument("--transactions", type=int, default=10_000_000)
    arguments.add_argument("--timeline", type=int, default=5_000_000)
    arguments.add_argument("--rounds", type=int, default=150)
    given = arguments.parse_args()
    prepare(Size(given.customers, given.transactions, given.timeline))
    import django

    django.setup()
    from django.db import connection

    from simpul.config import web
    from simpul.iam.public import actor_for
    from simpul.platform.db import query, scope

    people = measurers()
    samples: dict[str, list[dict[str, Any]]] = {}
    for person in people:
        actor = actor_for(person.id)
        assert actor is not None
        with scope(actor):
            samples[person.username] = query("SELECT customer_id, full_name, phone_e164 FROM crm.customers WHERE phone_e164 IS NOT NULL LIMIT 3000")
    connection.close()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        "SIMPUL_PORT": str(port),
        "SIMPUL_SEARCH_PER_MINUTE": "1000000",
        "SIMPUL_ROWS_PER_HOUR": "1000000000",
        "SIMPUL_SIGN_INS_PER_MINUTE": "1000",
        "SIMPUL_LOG_LEVEL": "ERROR",
    }
    server = subprocess.Popen(web.command(environment), env=environment)
    try:
        await_server(port)
        print(machine())
        for person in people:
            rows = samples[person.username]
            for name, call in _calls(rows).items():
                alone = _measure(port, person.username, call, given.rounds, clients=1)
                eight = _measure(port, person.username, call, given.rounds, clients=8)
                print(
                    f"{name:<22} {person.label:<20} p50 {percentile(alone[0], 0.5):6.1f} ms  p95 {percentile(alone[0], 0.95):6.1f} ms"
                    f"  {alone[1]:6.0f}/s   8 clients: p95 {percentile(eight[0], 0.95):6.1f} ms  {eight[1]:6.0f}/s"
                )
    finally:
        server.terminate()
        server.wait()


Call = tuple[str, str, Any]


def _calls(rows: list[dict[str, Any]]) -> dict[str, Callable[[], Call]]:
    rng = random.Random(11)  # noqa: S311 - a benchmark, not a secret

    def one() -> dict[str, Any]:
        return rng.choice(rows)

    def typo(name: str) -> str:
        place = rng.randrange(len(name))
        return name[:place] + name[place + 1 :]

    def search(text: str) -> Call:
        return "POST", "/api/v1/customers/search", {"q": text}

    return {
        "search, name": lambda: search(one()["full_name"]),
        "search, one typo": lambda: search(typo(one()["full_name"])),
        "search, local phone": lambda: search("0" + one()["phone_e164"][3:]),
        "customer 360": lambda: ("GET", f"/api/v1/customers/{one()['customer_id']}/360", None),
        "timeline, first page": lambda: ("GET", f"/api/v1/customers/{one()['customer_id']}/timeline", None),
    }


def await_server(port: int) -> None:
    """Wait until the server answers.

    Raises: TimeoutError.
    """
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            if Browser(port).send("GET", "/readyz")[0] == 200:
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError("The server does not answer.")


def _measure(port: int, username: str, call: Callable[[], Call], rounds: int, *, clients: int) -> tuple[list[float], float]:
    times: list[float] = []
    lock = threading.Lock()
    calls = [call() for _ in range(rounds)]
    browsers = []
    for _ in range(clients):
        browser = Browser(port)
        browser.sign_in(username)
        browsers.append(browser)

    def work(browser: Browser) -> None:
        while True:
            with lock:
                if not calls:
                    return
                target = calls.pop()
            began = time.perf_counter()
            status, answer = browser.send(*target)
            took = (time.perf_counter() - began) * 1000
            assert status == 200, answer
            with lock:
                times.append(took)

    began = time.perf_counter()
    threads = [threading.Thread(target=work, args=(browser,)) for browser in browsers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times, rounds / (time.perf_counter() - began)


if __name__ == "__main__":
    main()
