"""Every test runs on real PostgreSQL as the application's own role."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Callable, Iterator

from tests.support import database

# Several runs may share one checkout's server: each process has databases of its own.
WORKER = f"{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"
UPLOADS = tempfile.mkdtemp(prefix="simpul-uploads-")
atexit.register(shutil.rmtree, UPLOADS, ignore_errors=True)
os.environ.update(
    SIMPUL_UPLOADS=UPLOADS,
    DJANGO_SETTINGS_MODULE="simpul.config.settings",
    SIMPUL_TESTING="1",
    SIMPUL_PROCESS="web",
    SIMPUL_KEYS_FILE=str(database.keys_file()),
    DATABASE_URL=database.login_address(f"simpul_test_{WORKER}"),
)

import django  # noqa: E402
import pytest  # noqa: E402
from django.conf import settings  # noqa: E402

# A worker inherits the controller's environment, and Django may have read it before this line: the name is set here.
settings.DATABASES["default"]["NAME"] = f"simpul_test_{WORKER}"
settings.DATABASES["default"]["OPTIONS"].pop("pool", None)
PRODUCT_HASHERS, settings.PASSWORD_HASHERS = settings.PASSWORD_HASHERS, ["tests.support.hashing.LightArgon2"]
django.setup()

from django.contrib.auth.hashers import make_password  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from simpul.platform import events  # noqa: E402
from simpul.platform.actor import Actor  # noqa: E402
from simpul.platform.db import query  # noqa: E402
from tests.support import people, schedule  # noqa: E402
from tests.support.demo import Demo  # noqa: E402


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    schedule.longest_first(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Our own distribution in place of xdist's by file."""
    if config.getvalue("dist") != "loadfile":
        return None
    config.option.loadscopereorder = False
    return schedule.Schedule(config, log)


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any) -> Iterator[None]:
    """This process's clone of the template."""
    name = f"simpul_test_{WORKER}"
    database.clone(name)
    yield
    connection.close()
    database.drop(name)


@contextmanager
def _database_of_its_own(blocker: Any) -> Iterator[str]:
    before = connection.settings_dict["NAME"]
    name = f"simpul_test_{WORKER}_own"
    address = database.clone(name)
    with blocker.unblock():
        connection.close()
        connection.settings_dict["NAME"] = name
        try:
            yield address
        finally:
            connection.close()
            connection.settings_dict["NAME"] = before
    database.drop(name)


@pytest.fixture
def committed(django_db_blocker: Any, django_db_setup: None) -> Iterator[str]:
    """A database of its own whose commits stay, for tests of several connections; gives its address."""
    with _database_of_its_own(django_db_blocker) as address:
        yield address


@pytest.fixture(scope="module")
def kept(django_db_blocker: Any, django_db_setup: None) -> Iterator[str]:
    """The same for all tests of a file, where what takes long to arrange is only read; the file's tests take no other database."""
    with _database_of_its_own(django_db_blocker) as address:
        yield address


@pytest.fixture(scope="session")
def demonstration() -> Iterator[Demo]:
    """The directory and port of one demonstration for the process: loaded by its first start, started and ended by who uses it."""
    place = Path(tempfile.mkdtemp(prefix="simpul-demo-"))
    place.chmod(0o755)
    demo = Demo(place)
    yield demo
    demo.kill_everything()
    shutil.rmtree(place, ignore_errors=True)


@pytest.fixture
def organisation(db: None) -> None:
    """Three branches, one unit, and one user for each role (see `tests.support.people`)."""
    people.organisation()


@pytest.fixture
def product_hashing(organisation: None, settings: Any) -> None:
    """Passwords as expensive as the product makes them, those of the organisation included."""
    settings.PASSWORD_HASHERS = PRODUCT_HASHERS
    with database.rows():
        people.User.objects.update(password=make_password(people.PASSWORD))


@pytest.fixture
def actor(organisation: None) -> Callable[[str], Actor]:
    """The Actor of a user of the organisation, by user name."""
    return people.actor


@pytest.fixture
def client_of(organisation: None) -> Callable[..., Client]:
    """A signed-in HTTP client of a user, by user name; it sends the CSRF token with every request."""
    return people.client


@pytest.fixture
def trace(db: None) -> Iterator[Callable[[], dict[str, list[str]]]]:
    """What happened since the test began: events emitted, audit rows written, jobs deferred, in order.

    Call `trace.start()` after the arrangement to leave that out.
    """
    with events.listening() as heard:
        tracer = _Tracer(heard)
        tracer.start()
        yield tracer


class _Tracer:
    def __init__(self, heard: list[Any]) -> None:
        self.heard = heard

    def start(self) -> None:
        self.heard.clear()
        with database.rows():
            self.audited = {row["audit_id"] for row in query("SELECT audit_id FROM audit.audit_logs")}
            self.jobs = {row["id"] for row in query("SELECT id FROM jobs.procrastinate_jobs")}

    def __call__(self) -> dict[str, list[str]]:
        with database.rows():
            audit = query("SELECT audit_id, action, outcome FROM audit.audit_logs ORDER BY created_at, audit_id")
            jobs = query("SELECT id, task_name FROM jobs.procrastinate_jobs ORDER BY id")
        found = {
            "events": [type(event).__name__ for event in self.heard],
            "audit": [
                row["action"] if row["outcome"] == "ALLOWED" else f"{row['action']}:{row['outcome']}" for row in audit if row["audit_id"] not in self.audited
            ],
            "jobs": [row["task_name"] for row in jobs if row["id"] not in self.jobs],
        }
        return {name: value for name, value in found.items() if value}
