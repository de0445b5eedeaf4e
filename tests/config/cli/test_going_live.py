"""docs/going-live.md walked from an empty server to the first case, from the built wheel and from a checkout, by its own commands."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from simpul.config import frontend_build
from simpul.platform.embedded.server import Cluster
from tests.config.cli.test_commands import simpul
from tests.support.demo import until
from tests.support.scale import WHOLE
from tests.support.second_factor import BASE, totp
from tests.support.walk import ROOT, Installation, Person, programs, steps
from tools import wheel as wheels

PASSWORD = "perahu-biru-di-danau-toba"


@pytest.fixture(scope="module")
def server() -> Iterator[Cluster]:
    """An empty PostgreSQL server of its own: roles and their passwords belong to a whole server."""
    place = Path(tempfile.mkdtemp(prefix="simpul-server-"))
    place.chmod(0o755)
    cluster = Cluster(place / "postgres", password="administrator", durable=False)
    cluster.start()
    yield cluster
    cluster.destroy()
    shutil.rmtree(place, ignore_errors=True)


@pytest.fixture(scope="module")
def front_end() -> Path:
    """The built front end of this checkout, built once for each state of its sources."""
    built = frontend_build.build(ROOT / "web", ROOT / ".simpul" / "test-front-end.log", print)
    assert built.problem == ""
    return ROOT / "web" / "dist"


@pytest.fixture(scope="module")
def wheel(front_end: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    return wheels.wheel(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`simpul` of a fresh environment that has the wheel, what the runtime lock names, and nothing else."""
    place = tmp_path_factory.mktemp("installed")
    python = place / "venv" / "bin" / "python"
    for command in (
        ["venv", "--quiet", "--python", sys._base_executable, str(place / "venv")],
        ["pip", "sync", "--quiet", "--python", str(python), "--require-hashes", str(ROOT / "requirements" / "runtime.lock")],
        ["pip", "install", "--quiet", "--python", str(python), "--no-deps", "--no-index", str(wheel)],
        ["pip", "check", "--quiet", "--python", str(python)],
    ):
        done = subprocess.run([wheels.uv(), *command], env=wheels.environment(), capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    return python.with_name("simpul")


def test_the_guide_has_every_step_that_is_walked():
    assert list(steps()) == ["keys", "database", "function", "tables", "administrator", "people", "customers", "verify"]


def test_the_wheel_carries_every_file_of_the_product_its_front_end_and_what_a_server_needs(wheel, front_end):
    def files(folder: Path, below: str) -> set[str]:
        return {f"{below}/{path.relative_to(folder)}" for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts}

    wanted = files(ROOT / "src" / "simpul", "simpul") | files(front_end, "simpul/config/front_end") | files(ROOT / "deploy", "simpul/config/deploy")
    with zipfile.ZipFile(wheel) as archive:
        carried = {name for name in archive.namelist() if name.startswith("simpul/")}

    assert (sorted(wanted - carried), sorted(carried - wanted)) == ([], [])


@pytest.mark.parametrize("given", [("--keys", "FILE"), ("--server", "db/simpul"), ("--keys", "FILE", "--server", "postgresql://somebody@db/simpul")])
def test_the_address_of_a_given_server_is_refused_without_its_two_parts(given, tmp_path):
    keys = tmp_path / "keys.json"
    assert simpul("keys", "create", str(keys))[0] == 0

    assert simpul("db_url", *(str(keys) if each == "FILE" else each for each in given))[0] == 2

    password = json.loads(keys.read_text())["database"]["simpul_worker"]
    told = simpul("db_url", "--keys", str(keys), "--server", "db:5432/simpul?sslmode=verify-full", "--as", "worker")[1]
    assert told == f"postgresql://simpul_worker:{password}@db:5432/simpul?sslmode=verify-full\n"


# What an installation is made of is walked here; from a checkout the same program is walked by `make whole`.
@pytest.mark.parametrize("kind", ["checkout", "wheel"] if WHOLE else ["wheel"])
def test_an_empty_server_leads_to_the_first_case(kind, server, request, tmp_path):
    request.getfixturevalue("front_end")
    program = Path(sys.executable).with_name("simpul") if kind == "checkout" else request.getfixturevalue("installed")
    name = f"simpul_{kind}"
    admin = server.url()
    installation = Installation(tmp_path, programs(tmp_path / "bin", program), f"127.0.0.1:{server.port}/{name}", admin)
    for folder in ("deploy", "docs/examples"):
        shutil.copytree(ROOT / folder, tmp_path / "bundle" / Path(folder).name)
    try:
        _walk(installation, name)
    finally:
        installation.stop()


def _walk(installation: Installation, database: str) -> None:
    installation.step("keys")
    installation.adjust()
    # The guide's installation is called simpul; two of them share this test's server.
    told = installation.shell(steps()["database"].replace("--run", f"--run --database {database}"))
    assert told.returncode == 0, told.stderr
    assert installation.step("tables") == "migrated\n"
    link = installation.step("administrator").strip()
    assert link.startswith("https://crm.example/set-password#")
    for process in ("web", "worker", "sealer"):
        installation.start(process)
    installation.await_ready()

    rina = Person(installation)
    rina.opens_link(link.rpartition("#")[2], PASSWORD)
    assert rina.signs_in("rina.hutabarat", PASSWORD)[0] == 200
    assert rina.api("GET", "/settings")[0] == 403
    secret = rina.sets_up_a_second_step()
    rina = Person(installation)
    assert rina.signs_in("rina.hutabarat", PASSWORD)[0] == 401
    assert rina.ask("POST", f"{BASE}/auth/2fa/authenticate", {"code": totp(secret)})[0] == 200
    version = rina.api("GET", "/settings")[1]["version"]
    named = {"version": version, "changes": {"organisation.name": "Bank Contoh"}, "resets": [], "reason": "Pengisian awal saat pemasangan"}
    assert rina.api("PUT", "/settings", named)[0] == 200

    assert installation.step("people").splitlines() == [
        "3 added, 0 changed, 0 unchanged.",
        "1 added, 0 changed, 0 unchanged.",
        "Would be: 4 added, 0 changed, 0 unchanged.",
        "4 added, 0 changed, 0 unchanged.",
    ]
    assert "added 3" in installation.step("customers")

    dewi = Person(installation)
    dewi.opens_link(installation.links()["dewi.sinaga"], PASSWORD)
    assert dewi.signs_in("dewi.sinaga", PASSWORD)[0] == 200
    found = dewi.api("POST", "/customers/search", {"q": "rotua manurung"})
    assert (found[0], [item["name"] for item in found[1]["items"]]) == (200, ["ROTUA MAGDALENA MANURUNG"]), found
    complaint = {
        "customer_id": found[1]["items"][0]["customer_id"],
        "channel": "CALL_CENTER",
        "category_code": "TRX_FAIL",
        "priority": "HIGH",
        "description": "Transfer ke bank lain gagal, saldo terpotong.",
    }
    status, case = dewi.api("POST", "/cases", complaint)
    assert status == 201, case
    assert re.fullmatch(r"CASE-\d{4}-MDN-000001", case["case_no"])

    until(lambda: (installation.place / "var/lib/simpul-sealer/audit.ndjson").exists(), 120, "the sealer has published a checkpoint")
    assert "INTACT: " in installation.step("verify")
