"""Notices for the tests of the inbox."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from simpul.platform.db import scope
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text
from tests.support import people
from tests.support.registries import holding
from tests.support.sandbox import Sandbox, running_sandbox

KIND = "tests.told"


@pytest.fixture(autouse=True)
def kind() -> Iterator[str]:
    """A kind of notice of the tests' own."""
    with holding(NoticeKind(KIND, Text(id="Judul {name}", en="Title {name}"), Text(id="Isi {name}", en="Body {name}"))):
        yield KIND


@pytest.fixture
def tell(organisation: None) -> Callable[..., None]:
    """Tell colleagues, by user name, about themselves."""

    def send(*usernames: str, by: str = "admin", subject: str = "USER", subject_id: str = "", name: str = "satu") -> None:
        with scope(people.actor(by)):
            for username in usernames:
                notify(KIND, [people.user_id(username)], subject_type=subject, subject_id=subject_id or people.user_id(username), name=name)

    return send


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """The simulated providers, in a process of their own."""
    with running_sandbox(tmp_path_factory.mktemp("sandbox")) as running:
        yield running
