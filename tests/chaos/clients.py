"""People who keep working while processes are killed, and remember what the server acknowledged."""

from __future__ import annotations

import http.client
import itertools
import json
import threading
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any


@dataclass
class Ledger:
    """What was acknowledged (status 2xx) and therefore must exist for ever, and what came back instead."""

    requests: set[str] = field(default_factory=set)
    change_requests: dict[str, str] = field(default_factory=dict)
    themes: dict[str, list[str]] = field(default_factory=dict)
    failures: dict[int, int] = field(default_factory=dict)
    unexpected: list[tuple[str, int, str]] = field(default_factory=list)


class Person(threading.Thread):
    """One signed-in user who opens customers, asks for changes and switches the theme, without a pause."""

    def __init__(self, port: int, username: str, password: str, customers: list[str], ledger: Ledger) -> None:
        super().__init__(daemon=True)
        self.port, self.username, self.password, self.customers, self.ledger = port, username, password, customers, ledger
        self.cookies: dict[str, str] = {}
        self.ending = threading.Event()

    def sign_in(self) -> None:
        """Raises: AssertionError when the front door stays shut."""
        self.call("GET", "/_allauth/browser/v1/config")
        status, answer, _ = self.call("POST", "/_allauth/browser/v1/auth/login", {"username": self.username, "password": self.password})
        assert status == 200, f"{self.username} cannot sign in: {status} {answer}"

    def run(self) -> None:
        for customer, theme in zip(itertools.cycle(self.customers), itertools.cycle(("dark", "light")), strict=False):
            if self.ending.is_set():
                return
            self.attempt("GET", f"/api/v1/customers/{customer}/360")
            marker = uuid.uuid4().hex
            made = self.attempt("POST", f"/api/v1/customers/{customer}/change-requests", {"changes": {"email": f"{marker}@contoh.id"}, "note": marker})
            if made:
                self.ledger.change_requests[made["request_id"]] = marker
            # A request without an answer may have been carried out: both themes are then right.
            known = self.ledger.themes.setdefault(self.username, [])
            known.append(theme)
            if self.attempt("PATCH", "/api/v1/me/preferences", {"theme": theme}, audited=False):
                self.ledger.themes[self.username] = [theme]

    def attempt(self, method: str, path: str, body: Any = None, *, audited: bool = True, headers: Mapping[str, str] = MappingProxyType({})) -> Any:
        """One operation; its answer if it was acknowledged. Choosing the theme that one has leaves no audit row."""
        status, answer, request_id = self.call(method, path, body, headers)
        if 200 <= status < 300:
            if audited:
                self.ledger.requests.add(request_id)
            return json.loads(answer)
        self.ledger.failures[status] = self.ledger.failures.get(status, 0) + 1
        if 400 <= status < 500:
            self.ledger.unexpected.append((f"{method} {path}", status, answer))
        self.ending.wait(0.05)
        return None

    def call(self, method: str, path: str, body: Any = None, more: Mapping[str, str] = MappingProxyType({})) -> tuple[int, str, str]:
        """Status (0 for a connection that broke), text and request id."""
        request_id = str(uuid.uuid4())
        headers = {
            **more,
            "X-Request-Id": request_id,
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "X-CSRFToken": next((value for name, value in self.cookies.items() if name.startswith("csrftoken")), ""),
        }
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request(method, path, json.dumps(body) if body is not None else None, headers | {"Content-Type": "application/json"})
            answer = connection.getresponse()
            text = answer.read().decode(errors="replace")
            self.cookies.update(line.split(";")[0].split("=", 1) for line in answer.headers.get_all("Set-Cookie") or ())
            return answer.status, text, request_id
        except (OSError, http.client.HTTPException):
            return 0, "", request_id
        finally:
            connection.close()
