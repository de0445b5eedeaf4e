"""The walk of docs/going-live.md: its own blocks, run in a shell, and its people, who come through the TLS proxy."""

from __future__ import annotations

import csv
import http.client
import json
import re
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from simpul.config.supervisor import Child
from tests.support.demo import until
from tests.support.second_factor import BASE, totp

ROOT = Path(__file__).resolve().parents[2]
HOST = "crm.example"
_BLOCK = re.compile(r"<!-- step: (\w+) -->\n```sh\n(.*?)```", re.DOTALL)
# Where the guide puts things, and a test's own directory does.
_PLACES = re.compile(r"(?<![\w.-])/(etc/simpul|var/lib/simpul)\b")


def steps() -> dict[str, str]:
    """The blocks of the guide that are run, by name."""
    return dict(_BLOCK.findall((ROOT / "docs" / "going-live.md").read_text()))


@dataclass
class Installation:
    """An installation that is being walked through in `place`, by the `simpul` in `programs` alone."""

    place: Path
    programs: Path
    server: str
    admin: str
    port: int = 0
    running: list[Child] = field(default_factory=list)

    def __post_init__(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = int(probe.getsockname()[1])

    def environment(self) -> dict[str, str]:
        """What a shell on a server has: its own programs and the system's basic ones, no Node, nothing of ours."""
        return {"PATH": str(self.programs), "HOME": str(self.place), "LANG": "C.UTF-8"}

    def shell(self, script: str) -> subprocess.CompletedProcess[str]:
        """Run lines of the guide, with its values and its function before them."""
        whole = f"ADMIN='{self.admin}'\nSERVER='{self.server}'\n{steps()['function']}\n{script}"
        moved = _PLACES.sub(lambda found: f"{self.place}/{found.group(1)}", whole)
        return subprocess.run(
            ["/bin/sh", "-euc", moved], cwd=self.place / "bundle", env=self.environment(), capture_output=True, text=True, timeout=180, check=False
        )

    def step(self, name: str) -> str:
        """Run one step of the guide; gives what it printed."""
        done = self.shell(steps()[name])
        assert done.returncode == 0, f"{name}: {done.stdout}{done.stderr}"
        return done.stdout

    def adjust(self) -> None:
        """What the guide lets one write into the settings: here the port alone, everything else is taken as it is."""
        file = self.place / "etc" / "simpul" / "simpul.env"
        file.write_text(self._moved(file.read_text()).replace("SIMPUL_PORT=8000", f"SIMPUL_PORT={self.port}"))

    def start(self, process: str) -> None:
        """Start what the systemd unit starts, under the settings that it reads; what it hides is not there."""
        unit = (self.place / "bundle" / "deploy" / "systemd" / f"simpul-{process}.service").read_text()

        def lines(name: str) -> list[str]:
            return [self._moved(value) for value in re.findall(rf"^{name}=(.*)$", unit, re.MULTILINE)]

        settings = dict(line.split("=", 1) for line in lines("Environment"))
        for file in lines("EnvironmentFile"):
            settings |= {key: value.strip("'") for key, value in re.findall(r"^(\w+)=(.*)$", Path(file).read_text(), re.MULTILINE)}
        hidden = {path.removeprefix("-") for line in lines("InaccessiblePaths") for path in line.split()}
        settings = {name: "/nowhere" if value in hidden else value for name, value in settings.items()}
        program, *arguments = lines("ExecStart")[0].split()
        assert program == "/opt/simpul/bin/simpul"
        child = Child(process, [str(self.programs / "simpul"), *arguments], self.environment() | settings, self.place / f"{process}.log")
        child.start()
        self.running.append(child)

    def _moved(self, text: str) -> str:
        return _PLACES.sub(lambda found: f"{self.place}/{found.group(1)}", text)

    def await_ready(self) -> None:
        """Until the web server answers for the database."""
        until(lambda: Person(self).ask("GET", "/readyz")[0] == 200 or self._ended(), 120, "the web server is ready")
        assert not self._ended(), (self.place / "web.log").read_text()

    def _ended(self) -> bool:
        return any(child.process is not None and child.process.poll() is not None for child in self.running)

    def stop(self) -> None:
        """Ask every process to end, as systemd does."""
        for child in self.running:
            child.signal(15)  # type: ignore[arg-type]
        for child in self.running:
            if child.process:
                try:
                    child.process.wait(30)
                except subprocess.TimeoutExpired:
                    child.signal_family(9)  # type: ignore[arg-type]
                    child.process.wait()

    def links(self) -> dict[str, str]:
        """The token of each new person."""
        with (self.place / "bundle" / "tautan.csv").open() as file:
            return {row["username"]: row["link"].rpartition("#")[2] for row in csv.DictReader(file)}


class Person:
    """Somebody at a browser: what they send reaches the server as the proxy of deploy/nginx hands it on."""

    def __init__(self, installation: Installation) -> None:
        self.installation = installation
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        """One request; gives the status and the JSON, or the text, of the answer."""
        headers = {"Host": HOST, "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.7", "Accept": "application/json", "Origin": f"https://{HOST}"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            headers["X-CSRFToken"] = next((value for name, value in self.cookies.items() if "csrf" in name), "")
        content = None if body is None else json.dumps(body)
        if content is not None:
            headers["Content-Type"] = "application/json"
        connection = http.client.HTTPConnection("127.0.0.1", self.installation.port, timeout=30)
        try:
            connection.request(method, path, content, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
        except OSError:
            return 0, ""
        finally:
            connection.close()
        for cookie in answer.headers.get_all("Set-Cookie", []):
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        try:
            return answer.status, json.loads(text)
        except ValueError:
            return answer.status, text

    def api(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        """One operation of the API."""
        return self.ask(method, f"/api/v1{path}", body)

    def opens_link(self, token: str, password: str) -> None:
        """Look at the page of the link, choose a password by it."""
        page = self.ask("GET", "/set-password")
        assert (page[0], "<script" in page[1]) == (200, True), page
        assert self.api("POST", "/password-links/check", {"token": token})[0] == 200
        assert self.api("POST", "/password-links/redeem", {"token": token, "new_password": password}) == (204, "")

    def signs_in(self, username: str, password: str) -> tuple[int, Any]:
        """Name and password on the page to sign in."""
        self.ask("GET", f"{BASE}/config")
        return self.ask("POST", f"{BASE}/auth/login", {"username": username, "password": password})

    def sets_up_a_second_step(self) -> str:
        """An authenticator application; gives its secret."""
        secret: str = self.ask("GET", f"{BASE}/account/authenticators/totp")[1]["meta"]["secret"]
        status, told = self.ask("POST", f"{BASE}/account/authenticators/totp", {"code": totp(secret, time.time() - 30)})
        assert status == 200, told
        return secret


def programs(place: Path, simpul: Path) -> Path:
    """A directory with `simpul` and the system's basic tools, as the whole PATH of the walk."""
    place.mkdir()
    (place / "simpul").symlink_to(simpul)
    for name in ("sh", "cat", "cp", "mkdir", "echo", "env"):
        found = next(path for folder in ("/bin", "/usr/bin") if (path := Path(folder, name)).exists())
        (place / name).symlink_to(found)
    assert not any((place / name).exists() for name in ("node", "npm", "python3"))
    return place
