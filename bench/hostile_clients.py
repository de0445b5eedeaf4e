"""How much four hostile anonymous clients slow everybody else: large bodies, many fields, guessed passwords, slow bodies."""

from __future__ import annotations

import argparse
import http.client
import json
import multiprocessing
import os
import socket
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from bench.environment import Size, machine, percentile, prepare
from bench.http_load import Browser, await_server
from bench.people import measurers

MOST = 3.0
_OPEN, _SIGN_IN = "/api/v1/password-links/check", "/_allauth/browser/v1/auth/login"
_SLOW_CONNECTIONS = 40


class Attacker:
    """One client from an address of its own, which goes on as fast as it is answered."""

    def __init__(self, port: int, number: int) -> None:
        self.port, self.address = port, f"10.{os.getpid() % 250}.{os.urandom(1)[0]}.{number}"  # never one that an earlier run closed
        self.answers: Counter[int] = Counter()
        self.cookie, self.token = "csrftoken", ""
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def begin(self) -> None:
        """Take the token that the sign-in page gives to everybody."""
        answer = self._request("GET", "/_allauth/browser/v1/config", b"")
        for header in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = header.split(";")[0].partition("=")
            self.cookie, self.token = (name, value) if name.startswith("csrftoken") else (self.cookie, self.token)

    def post(self, path: str, body: bytes) -> None:
        """Send a body; a connection that the server closed is opened again."""
        try:
            self.answers[self._request("POST", path, body).status] += 1
        except (OSError, http.client.HTTPException):
            self.answers[0] += 1
            self.connection.close()

    def _request(self, method: str, path: str, body: bytes) -> http.client.HTTPResponse:
        headers = {
            "Content-Type": "application/json",
            "X-Forwarded-For": self.address,
            "Cookie": f"{self.cookie}={self.token}",
            "X-CSRFToken": self.token,
        }
        self.connection.request(method, path, body or None, headers)
        answer = self.connection.getresponse()
        answer.read()
        return answer


# As many fields as just pass, and as many as were once read for thirteen seconds.
_LARGE = b'{"token": "' + b"x" * 2_000_000 + b'"}'
_FEW, _MANY = (json.dumps(dict.fromkeys(map(str, range(count)), 1)).encode() for count in (190, 210_000))


def _large(attacker: Attacker, number: int) -> None:
    attacker.post(_OPEN, _LARGE)


def _fields(attacker: Attacker, number: int) -> None:
    attacker.post(_OPEN, _FEW if number % 2 else _MANY)


def _guesses(attacker: Attacker, number: int) -> None:
    attacker.post(_SIGN_IN, json.dumps({"username": f"pegawai.{number}", "password": f"tebakan-ke-{number}"}).encode())


def _slow(attacker: Attacker, number: int) -> None:
    """Many bodies at once, of which a byte comes now and then."""
    head = f"POST {_OPEN} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 10000\r\nX-Forwarded-For: {attacker.address}\r\n\r\n"
    held = []
    for _ in range(_SLOW_CONNECTIONS):
        connection = socket.create_connection(("127.0.0.1", attacker.port), timeout=10)
        connection.sendall(head.encode())
        held.append(connection)
    for _ in range(20):
        time.sleep(0.1)
        for connection in held:
            try:
                connection.sendall(b" ")
            except OSError:
                attacker.answers[0] += 1
    for connection in held:
        connection.close()


ATTACKS: dict[str, Callable[[Attacker, int], None]] = {"large bodies": _large, "many fields": _fields, "guessed passwords": _guesses, "slow bodies": _slow}


def main() -> None:
    """Print p95 of `/api/v1/me` alone and beside the four, and how they compare."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--customers", type=int, default=2_000)
    arguments.add_argument("--rounds", type=int, default=3_000)
    given = arguments.parse_args()
    prepare(Size(given.customers, given.customers, given.customers))
    import django

    django.setup()
    from django.db import connection

    username = measurers()[0].username
    connection.close()
    with _server() as port:
        browser = Browser(port)
        browser.sign_in(username)
        _measured(browser, 100)
        alone = _measured(browser, given.rounds)
        with _attacked(port) as answers:
            beside = _measured(browser, given.rounds)
        print(machine())
        for name in ATTACKS:
            print(f"{name:<18} answered {dict(sorted(answers[name].items()))}")
        before, after = percentile(alone, 0.95), percentile(beside, 0.95)
        print(f"/api/v1/me alone   p50 {percentile(alone, 0.5):6.1f} ms  p95 {before:6.1f} ms")
        print(f"/api/v1/me beside  p50 {percentile(beside, 0.5):6.1f} ms  p95 {after:6.1f} ms   ratio of p95 {after / before:.2f} (budget {MOST:.0f})")


@contextmanager
def _server() -> Iterator[int]:
    from simpul.config import web

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    environment = {**os.environ, "SIMPUL_PORT": str(port), "SIMPUL_TRUSTED_PROXIES": "1", "SIMPUL_LOG_LEVEL": "ERROR"}
    server = subprocess.Popen(web.command(environment), env=environment)
    try:
        await_server(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def attack(port: int, number: int, name: str, over: Any, answers: Any) -> None:
    """Attack until it is over, at the lowest priority: in truth this work is done on other machines."""
    os.nice(19)
    attacker, count = Attacker(port, number), 0
    attacker.begin()
    while not over.is_set():
        count += 1
        ATTACKS[name](attacker, count)
    answers.put((name, dict(attacker.answers)))


@contextmanager
def _attacked(port: int) -> Iterator[dict[str, dict[int, int]]]:
    """All attacks at once, each in a process of its own, until the end of what is measured; then what each was answered."""
    from bench import hostile_clients  # by its own name: this module is run as __main__, where other processes do not find it

    spawn = multiprocessing.get_context("spawn")
    over, answers, found = spawn.Event(), spawn.Queue(), dict[str, dict[int, int]]()
    processes = [spawn.Process(target=hostile_clients.attack, args=(port, number, name, over, answers)) for number, name in enumerate(ATTACKS, 1)]
    for process in processes:
        process.start()
    time.sleep(3)
    try:
        yield found
    finally:
        over.set()
        found.update(answers.get(timeout=60) for _ in processes)
        for process in processes:
            process.join()


def _measured(browser: Browser, rounds: int) -> list[float]:
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        status, answer = browser.send("GET", "/api/v1/me")
        times.append((time.perf_counter() - began) * 1000)
        assert status == 200, answer
        time.sleep(0.01)
    return times


if __name__ == "__main__":
    main()
