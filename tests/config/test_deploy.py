"""The files in deploy/ fit the product and each other: units, settings, the TLS proxy and the container."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from simpul.config.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
NGINX = (DEPLOY / "nginx" / "simpul.conf").read_text()
GUIDE = (ROOT / "docs" / "going-live.md").read_text()
OPERATIONS = (ROOT / "docs" / "operations.md").read_text()
UNITS = sorted(DEPLOY.glob("systemd/*.service"))
SAMPLE = dict(re.findall(r"^#?(SIMPUL_\w+)=(.*)$", (DEPLOY / "simpul.env").read_text(), re.MULTILINE))
NAMES = {command.name for command in COMMANDS}


def values(unit: Path, name: str) -> list[str]:
    return re.findall(rf"^{name}=(.*)$", unit.read_text(), re.MULTILINE)


def servers() -> tuple[str, str]:
    """The server for plain HTTP and the one for TLS."""
    plain, tls = re.findall(r"^server \{\n(.*?)^\}", NGINX, re.DOTALL | re.MULTILINE)
    assert ("listen 80;" in plain, "listen 443 ssl" in tls) == (True, True)
    return plain, tls


def locations(server: str) -> dict[str, str]:
    return {name.strip(): " ".join(body.split()) for name, body in re.findall(r"location ([^{]+)\{([^}]*)\}", server)}


def test_there_is_a_unit_for_each_process_that_runs_all_the_time():
    assert [(unit.stem, values(unit, "ExecStart"), values(unit, "User")) for unit in UNITS] == [
        ("simpul-sealer", ["/opt/simpul/bin/simpul sealer"], ["simpul-sealer"]),
        ("simpul-web", ["/opt/simpul/bin/simpul serve"], ["simpul-web"]),
        ("simpul-worker", ["/opt/simpul/bin/simpul worker"], ["simpul-worker"]),
    ]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.stem)
def test_a_unit_restarts_with_limits_under_a_closed_user_and_reads_the_files_that_the_guide_makes(unit):
    one = {
        name: values(unit, name) for name in ("Restart", "StartLimitBurst", "NoNewPrivileges", "CapabilityBoundingSet", "ProtectSystem", "ProtectHome", "UMask")
    }
    process = unit.stem.removeprefix("simpul-")

    assert one == {
        "Restart": ["on-failure"], "StartLimitBurst": ["5"], "NoNewPrivileges": ["yes"], "CapabilityBoundingSet": [""], "ProtectSystem": ["strict"],
        "ProtectHome": ["yes"], "UMask": ["0077"],
    }  # fmt: skip
    assert values(unit, "EnvironmentFile") == ["/etc/simpul/simpul.env", f"/etc/simpul/{process}.env"]
    assert re.search(rf"for login in [^;]*\b{process}\b", GUIDE)
    assert f"useradd --system --home-dir /var/lib/{values(unit, 'User')[0]} " in GUIDE


def test_only_the_sealer_reaches_its_key_and_its_checkpoints():
    places = {str(Path(SAMPLE[f"SIMPUL_{name}"]).parent) for name in ("SEAL_KEY_FILE", "CHECKPOINTS_FILE")}
    assert places == {"/etc/simpul-sealer", "/var/lib/simpul-sealer"}
    assert "chmod 700 /etc/simpul-sealer /var/lib/simpul-sealer" in GUIDE
    for unit in UNITS:
        closed = {path.lstrip("-") for line in values(unit, "InaccessiblePaths") for path in line.split()}
        opened = {path for line in values(unit, "ReadWritePaths") for path in line.split()}
        assert ((places <= opened), (places <= closed)) == ((True, False) if unit.stem == "simpul-sealer" else (False, True)), unit.stem

    services = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    mounting = {name for name, service in services.items() if any(volume.partition(":")[2] in places for volume in service.get("volumes", []))}
    users = [service["user"] for service in services.values()]
    assert (mounting, len(users)) == ({"sealer"}, len(set(users)))


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not on this machine")
def test_systemd_finds_nothing_wrong_with_the_units(tmp_path):
    program = shutil.which("true")
    for unit in UNITS:
        (tmp_path / unit.name).write_text(unit.read_text().replace("/opt/simpul/bin/simpul", str(program)))

    done = subprocess.run(["systemd-analyze", "verify", *map(str, sorted(tmp_path.glob("*.service")))], capture_output=True, text=True, check=False)

    assert (done.returncode, [line for line in done.stderr.splitlines() if "simpul-" in line]) == (0, [])


def test_every_setting_of_the_sample_exists_and_what_matters_is_in_it():
    assert [name for name in SAMPLE if f"`{name}`" not in OPERATIONS] == []
    wanted = (
        "KEYS_FILE",
        "DATA_DIR",
        "UPLOADS",
        "HOST",
        "PORT",
        "BEHIND_TLS_PROXY",
        "TRUSTED_PROXIES",
        "ALLOWED_HOSTS",
        "TRUSTED_ORIGINS",
        "SEAL_KEY_FILE",
        "CHECKPOINTS_FILE",
    )
    assert [name for name in wanted if f"SIMPUL_{name}" not in SAMPLE] == []
    assert not [name for name in SAMPLE if "INSECURE" in name or "DEMO" in name]


def test_plain_http_is_led_to_tls_for_pages_and_refused_where_programs_call():
    assert locations(servers()[0]) == {"/api/": "return 403;", "/_allauth/": "return 403;", "/": "return 301 https://crm.example$request_uri;"}


def test_the_proxy_ends_tls_and_tells_who_called():
    tls = servers()[1]

    assert "ssl_protocols       TLSv1.2 TLSv1.3;" in tls
    for header in ("Host $host", "X-Forwarded-Proto $scheme", "X-Forwarded-For $proxy_add_x_forwarded_for"):
        assert f"proxy_set_header {header};" in tls
    # One header set inside a location would take all of these away there.
    assert [name for name, body in locations(tls).items() if "proxy_set_header" in body] == []
    assert locations(tls)["= /metrics"] == "return 404;"
    assert (SAMPLE["SIMPUL_BEHIND_TLS_PROXY"], SAMPLE["SIMPUL_TRUSTED_PROXIES"]) == ("1", "1")
    assert f"server {SAMPLE['SIMPUL_HOST']}:{SAMPLE['SIMPUL_PORT']};" in NGINX
    assert f"server_name {SAMPLE['SIMPUL_ALLOWED_HOSTS']};" in tls
    assert "$request_uri" not in re.findall(r"log_format[^;]*;", NGINX)[0]


def test_nothing_holds_back_server_sent_events_and_the_largest_file_passes():
    streams = [path for path, operations in json.loads((ROOT / "openapi.json").read_text())["paths"].items() if "text/event-stream" in json.dumps(operations)]
    unbuffered = {name.removeprefix("~ "): body for name, body in locations(servers()[1]).items() if "proxy_buffering off;" in body}

    assert len(unbuffered) == 1
    pattern, _ = unbuffered.popitem()
    assert [path for path in streams if not re.match(pattern, path)] == []
    assert not re.match(pattern, "/api/v1/cases")
    megabytes = int(re.findall(r"client_max_body_size (\d+)m;", NGINX)[0])
    assert int(SAMPLE["SIMPUL_MAX_UPLOAD_BYTES"]) < megabytes * 1_048_576


def test_the_container_is_made_from_the_bundle_alone_and_starts_a_command_that_exists():
    text = (DEPLOY / "Containerfile").read_text()
    instructions = dict(re.findall(r"^(\w+) (.*)$", re.sub(r"\\\n\s*", "", text), re.MULTILINE))

    assert instructions["FROM"] == "docker.io/library/python:${PYTHON}-slim-bookworm"
    assert "source=dist/bundle,target=/bundle" in instructions["RUN"]
    assert "--no-index --find-links /bundle/wheels --require-hashes -r /bundle/runtime.lock" in instructions["RUN"]
    assert (instructions["USER"], instructions["ENTRYPOINT"], instructions["CMD"]) == ("simpul", '["/opt/simpul/bin/simpul"]', '["serve"]')
    assert json.loads(instructions["CMD"])[0] in NAMES
    assert [name for name in re.findall(r"SIMPUL_\w+", instructions["ENV"]) if f"`{name}`" not in OPERATIONS] == []
    named = re.findall(r"simpul (\w+) \(default\), ([\w, ]+)\.", text)[0]
    assert {named[0], *named[1].split(", ")} - NAMES == set()


def test_in_containers_too_each_process_is_a_user_of_its_own_that_holds_its_own_secrets():
    composed = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
    services = composed["services"]
    ours = {name: one for name, one in services.items() if name != "database"}

    assert {name: (one["command"], one["user"], [secret["source"] for secret in one.get("secrets", [])]) for name, one in ours.items()} == {
        "web": (["serve"], "10002:10100", ["web-keys"]),
        "worker": (["worker"], "10003:10100", ["worker-keys"]),
        "sealer": (["sealer"], "10004:10004", []),
        "migrate": (["migrate"], "10006:10006", ["keys"]),
    }
    assert len({one["user"] for one in services.values()}) == len(services)
    assert {(one["read_only"], *one["cap_drop"], *one["security_opt"]) for one in ours.values()} == {(True, "ALL", "no-new-privileges:true")}
    assert {name for name, one in services.items() if "ports" in one} == {"web"}
    assert services["web"]["ports"] == ["127.0.0.1:8000:8000"]
    assert composed["networks"]["inside"] == {"internal": True}
    assert [one["command"][0] for one in ours.values() if one["command"][0] not in NAMES] == []


def test_the_guide_names_commands_and_files_that_exist():
    commands = set(
        re.findall(r"(?:simpul_as \w+|^simpul|\bsimpul) ([a-z_]+)(?= |$)", "\n".join(re.findall(r"```sh\n(.*?)```", GUIDE, re.DOTALL)), re.MULTILINE)
    )
    assert {"keys", "db_bootstrap", "db_url", "migrate", "create_admin", "branches_import", "units_import", "users_import", "import"} <= commands
    assert commands - NAMES == set()
    files = re.findall(r"(?:deploy|examples)/[\w./-]*\w\.[a-z]+\b", GUIDE)
    assert (len(files) > 8, [path for path in files if not (ROOT / path).exists() and not (ROOT / "docs" / path).exists()]) == (True, [])
