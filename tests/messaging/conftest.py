"""Notices for the tests of the inbox."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from simpul.platform.db import scope
from simpul.platform.notifier import NoticeKind, notify
from simpul.platform.text import Text
from tests.messaging.templates import act, made, saved
from tests.support import people
from tests.support.registries import holding
from tests.support.sandbox import Mailbox, Sandbox, running_sandbox, webhook_mailbox

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


@pytest.fixture(scope="session")
def providers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """One sandbox of providers for the process."""
    with running_sandbox(tmp_path_factory.mktemp("providers")) as running:
        yield running


@pytest.fixture(scope="session")
def mailbox(providers: Sandbox) -> Iterator[Mailbox]:
    """Where the sandbox reports WhatsApp messages to, for as long as the process runs."""
    with webhook_mailbox(providers.accounts["WHATSAPP_CLOUD"]["secrets"]["verify_token"]) as box:
        assert httpx.put(f"{providers.address}/api/webhooks", json={"WHATSAPP": {"url": box.url}}).json() == {"WHATSAPP": True}
        yield box


@pytest.fixture
def sandbox(providers: Sandbox) -> Sandbox:
    """The sandbox, calm and empty."""
    providers.behave()
    return providers


@pytest.fixture
def approved(client_of: Callable[..., Any]) -> Callable[..., tuple[str, UUID]]:
    """A template whose first version marketing wrote and compliance approved: its key and the version."""

    def approve(content: dict[str, Any], *, purpose: str = "SERVICE", language: str = "id") -> tuple[str, UUID]:
        writer, key = client_of("marketing"), f"t{uuid4().hex[:12]}"
        template = made(writer, content, purpose=purpose, key=key)
        version = saved(writer, template, content, language=language).json()["version"]
        assert act(writer, template, version, "submit").status_code == 200
        assert act(client_of("compliance"), template, version, "approve").status_code == 200
        return key, UUID(version["id"])

    return approve
