"""`simpul demo` from outside: the first start, later ones, refusals, and kill -9 of every part."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import urllib.request

import psycopg

from simpul.platform.embedded import binaries
from tests.support.demo import Demo, until


def running(demo: Demo) -> Demo:
    if demo.process is None or demo.process.poll() is not None:
        demo.start()
    return demo


def test_the_first_start_serves_and_tells_who_can_sign_in(demo):
    demo.start()

    document = json.loads((demo.directory / "demo-logins.json").read_text())
    assert document["url"] == demo.url
    assert {tuple(sorted(each)) for each in document["logins"]} == {("branches", "password", "role", "username")}
    roles = [each["role"] for each in document["logins"]]
    assert (roles.count("SUPERVISOR"), roles.count("COMPLIANCE"), roles.count("ADMIN"), len(roles)) == (2, 2, 2, len(set(roles)) + 3)
    for login in document["logins"]:
        assert login["username"] in demo.output
        assert login["password"] in demo.output
    assert f"Simpul runs at {demo.url}" in demo.output
    assert {path: demo.status(path) for path in ("/healthz", "/readyz", "/", "/api/v1/me", "/api/v1/nothing")} == {
        "/healthz": 200,
        "/readyz": 200,
        "/": 200,
        "/api/v1/me": 401,
        "/api/v1/nothing": 404,
    }


def test_secrets_are_readable_by_their_owner_only(demo):
    running(demo)

    assert {
        name: (demo.directory / name).stat().st_mode & 0o077 for name in ("keys", "keys/keys.json", "demo-logins.json", "run.json", "logs", "postgres")
    } == dict.fromkeys(("keys", "keys/keys.json", "demo-logins.json", "run.json", "logs", "postgres"), 0)


def test_the_data_is_as_large_as_promised(demo):
    running(demo)

    with psycopg.connect(demo.database()) as connection:
        customers, transactions, branches = (
            connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("crm.customers", "crm.transactions", "iam.branches")
        )
    assert customers >= 5_000
    assert transactions >= 200_000
    assert branches == 5


def test_a_second_demonstration_on_the_directory_or_the_port_is_refused(demo, tmp_path):
    running(demo)
    assert demo.process is not None

    same = demo.command("demo", "--data", str(demo.directory), "--port", str(demo.port + 1), "--no-browser")
    assert (same.returncode, same.stderr) == (
        1,
        f"simpul: Simpul already runs on {demo.directory} (process {demo.process.pid}). Stop it first, or choose another --data DIR.\n",
    )
    other = demo.command("demo", "--data", str(tmp_path / "other"), "--port", str(demo.port), "--no-browser")
    assert (other.returncode, other.stderr) == (
        1,
        f"simpul: Port {demo.port} is in use by another program. Choose another: ./simpul demo --port {demo.port + 1}\n",
    )
    assert demo.status() == 200


def test_other_commands_share_the_running_database(demo):
    running(demo)

    assert demo.command("migrate", "--check", "--data", str(demo.directory)).returncode == 0
    address = demo.command("db_url", "--data", str(demo.directory)).stdout.strip()
    with psycopg.connect(address) as connection:
        assert connection.execute("SELECT current_user").fetchone() == ("simpul_backup",)
    until(lambda: demo.command("audit_verify", "--data", str(demo.directory)).returncode == 0, 60, "the trail is sealed and holds")
    assert demo.status() == 200


def test_stopping_is_orderly_and_the_next_start_is_quick(demo):
    running(demo)
    before = (demo.directory / "demo-logins.json").read_text()
    for number in (signal.SIGTERM, signal.SIGINT):
        assert demo.stop(number) == 0
        assert demo.output.endswith("Simpul has stopped.\n")
        control = subprocess.run(
            [str(binaries.packaged() / "bin" / "pg_controldata"), str(demo.directory / "postgres" / "data")], capture_output=True, text=True, check=True
        )
        assert "Database cluster state:               shut down\n" in control.stdout

        demo.start()

    assert (demo.directory / "demo-logins.json").read_text() == before


def test_web_server_worker_and_database_are_restarted_when_killed(demo):
    running(demo)
    for part, pid in (
        ("web server", demo.child("granian")),
        ("worker", demo.child("simpul.config.worker")),
        ("sealer", demo.child("simpul.config.sealer")),
        ("PostgreSQL", demo.cluster.pid()),
    ):
        assert pid
        os.kill(pid, signal.SIGKILL)
        until(lambda part=part: f"{part} ended" in demo.output, 60, f"the restart of {part} is told")
        until(lambda: demo.status() == 200, 120, f"ready after {part} was killed")
    until(lambda: demo.child("simpul.config.worker") != 0, 60, "a worker")


def test_messages_end_at_simulated_providers_that_report_to_the_web_server(demo):
    running(demo)
    port, smtp_port = json.loads((demo.directory / "sandbox-ports.json").read_text())

    def answered(path: str) -> dict[str, str]:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
            return dict(json.load(answer))

    assert f"http://127.0.0.1:{port}" in demo.output
    assert set(answered("/api/webhooks").values()) == {f"{demo.url}/hooks/messages/simulasi-{name}" for name in ("email", "sms", "whatsapp")}
    with psycopg.connect(demo.database()) as connection:
        rows = connection.execute("SELECT provider_key, settings::text FROM crm.message_providers ORDER BY provider_key").fetchall()
    assert [key for key, _ in rows] == ["dalam-aplikasi", *(f"simulasi-{name}" for name in ("email", "fcm", "sms", "smtp", "web-push", "whatsapp"))]
    assert all(str(smtp_port if key == "simulasi-smtp" else port) in settings for key, settings in rows if key != "dalam-aplikasi")
    assert (demo.directory / "sandbox.json").stat().st_mode & 0o077 == 0


def test_after_kill_9_of_the_whole_demonstration_the_next_start_recovers(demo):
    running(demo)
    assert demo.process is not None

    demo.process.kill()
    demo.process.wait()
    demo.start()
    assert demo.status() == 200

    demo.kill_everything()
    demo.start()
    assert demo.status() == 200
    assert demo.stop() == 0
