"""Mail to colleagues: handed over once, put off while a provider is busy, never sent again when nobody answered, and never to who has left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest

from simpul.iam.models import User
from simpul.iam.public import system_actor
from simpul.messaging.public import Attachment, staff_mail_queue
from simpul.messaging.services.notice_mails import notices_write_mails
from simpul.messaging.services.staff_mail import staff_mails_forget, staff_mails_send
from simpul.messaging.vocabulary import Adapter
from simpul.platform.clock import shifted
from simpul.platform.db import execute, query, scope
from simpul.platform.notifier import notify
from tests.messaging.sending import provider
from tests.support import people
from tests.support.database import rows
from tests.support.sandbox import Sandbox

pytestmark = pytest.mark.django_db
FILE = Attachment("dasbor-service.pdf", "application/pdf", b"%PDF-1.7 contoh")


def queue(username: str = "director") -> bool:
    with scope(system_actor()):
        return staff_mail_queue(
            user_id=people.user_id(username), title="Dasbor Layanan", body="Kepatuhan SLA 91 %", subject_type="DASHBOARD", subject_id="service", attachment=FILE
        )


def standing() -> list[tuple[str, str | None, bool]]:
    with rows():
        found = query("SELECT handover, failed_reason, sent_at IS NOT NULL AS sent FROM crm.staff_mails ORDER BY queued_at")
    return [(row["handover"], row["failed_reason"], row["sent"]) for row in found]


@pytest.fixture
def addressed(organisation: None) -> None:
    with rows():
        User.objects.filter(username="director").update(email="direksi@bank.example")


@pytest.mark.usefixtures("addressed")
def test_a_mail_goes_once_with_its_file_and_is_forgotten_after_its_time(sandbox: Sandbox) -> None:
    provider(sandbox, Adapter.SMTP)
    assert (queue(), queue("agent_mdn")) == (True, False)

    assert (staff_mails_send(), staff_mails_send()) == (1, 0)

    [came] = sandbox.messages()
    assert (came["recipient"], came["title"], came["text"].strip()) == ("direksi@bank.example", "Dasbor Layanan", "Kepatuhan SLA 91 %")
    assert came["attachments"] == [{"name": FILE.name, "size": len(FILE.content), "sha256": sha256(FILE.content).hexdigest()}]
    assert standing() == [("DONE", None, True)]
    with rows():
        assert b"Kepatuhan" not in query("SELECT sealed FROM crm.staff_mails")[0]["sealed"].encode()
    with shifted(timedelta(days=93)), scope(system_actor()):
        assert staff_mails_forget(days=92) == 1


@pytest.mark.usefixtures("addressed")
def test_a_busy_provider_gets_it_later_and_a_lost_answer_is_not_asked_for_again(sandbox: Sandbox) -> None:
    provider(sandbox, Adapter.SMTP)
    queue()
    sandbox.behave(busy=1.0)
    assert (staff_mails_send(), staff_mails_send(), standing()) == (1, 0, [("WAITING", None, False)])
    sandbox.behave()
    with shifted(timedelta(minutes=5)):
        assert staff_mails_send() == 1
    assert standing() == [("DONE", None, True)]

    queue()
    with scope(system_actor()):
        # As a worker leaves it that was killed after it had claimed.
        execute("UPDATE crm.staff_mails SET handover = 'CLAIMED', claimed_at = now() WHERE handover = 'WAITING'")
    with shifted(timedelta(minutes=5)):
        assert (staff_mails_send(), len(sandbox.messages())) == (0, 1)
    assert [each[0] for each in standing()] == ["DONE", "UNKNOWN"]


@pytest.mark.usefixtures("addressed")
def test_who_has_left_meanwhile_is_not_written_to_and_each_reads_of_the_own_ones(sandbox: Sandbox) -> None:
    provider(sandbox, Adapter.SMTP)
    queue()
    for username, number in (("director", 1), ("admin", 0)):
        with scope(people.actor(username)):
            assert len(query("SELECT 1 FROM crm.staff_mails")) == number
            assert execute("UPDATE crm.staff_mails SET handover = 'DONE'") == 0
    with rows():
        User.objects.filter(username="director").update(status=User.Status.SUSPENDED)
    assert (staff_mails_send(), sandbox.messages(), standing()) == (1, [], [("DONE", "NO_ADDRESS", False)])


@pytest.mark.usefixtures("addressed")
def test_chosen_notices_come_by_mail_once_several_in_one(sandbox: Sandbox, client_of: Callable[..., Any], settings: Any) -> None:
    provider(sandbox, Adapter.SMTP)
    settings.PUBLIC_URL = "https://crm.bank.example"
    reader = client_of("supervisor_mdn")
    with rows():
        User.objects.filter(username="supervisor_mdn").update(email="supervisor@bank.example", language="en")

    def send(count: int) -> None:
        with scope(people.actor("agent_mdn")):
            for number in range(count):
                notify("followup.report", [people.user_id("supervisor_mdn"), people.user_id("agent_mdn")], subject_type="FOLLOWUP_RUN", subject_id=str(number))

    send(1)
    assert (notices_write_mails(), reader.api("GET", "/inbox/mail").json()["every"]) == (0, False)
    unknown = reader.api("PUT", "/inbox/mail", {"every": False, "kinds": ["followup.report", "none.such"]})
    assert (unknown.status_code, list(unknown.json()["errors"])) == (422, ["kinds"])
    chosen = reader.api("PUT", "/inbox/mail", {"every": False, "kinds": ["followup.report"]}).json()
    assert (chosen["has_address"], [(kind["key"], kind["is_chosen"]) for kind in chosen["kinds"]]) == (True, [("followup.report", True)])
    send(2)
    assert (notices_write_mails(), notices_write_mails(), staff_mails_send()) == (2, 0, 1)

    [came] = sandbox.messages()
    assert (came["recipient"], came["title"], came["text"].count("https://crm.bank.example/followup/runs/")) == ("supervisor@bank.example", "2 new notices", 2)
    with rows():
        assert query("SELECT DISTINCT user_id FROM crm.staff_mails") == [{"user_id": people.user_id("supervisor_mdn")}]
    reader.api("PUT", "/inbox/mail", {"every": False, "kinds": []})
    send(1)
    assert notices_write_mails() == 0
