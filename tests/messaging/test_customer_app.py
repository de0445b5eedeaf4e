"""The organisation's own app, as a program with a key: devices for push messages, and messages that it shows and reports on."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from simpul.iam.public import system_actor
from simpul.messaging.models import MessageProvider
from simpul.messaging.public import Channel, Purpose, message_failed, message_queue, message_queue_template
from simpul.messaging.selectors.customer_app import device_addresses
from simpul.messaging.services.customer_app import MOST_DEVICES
from simpul.messaging.services.receiving import receipts_apply
from simpul.messaging.services.sending import send_due
from simpul.messaging.services.templates.rendering import Rendered, render_messages
from simpul.messaging.tasks import end_device
from simpul.messaging.vocabulary import Adapter
from simpul.platform import events
from simpul.platform.db import query, scope
from simpul.platform.events import listening
from tests.iam import test_service_accounts as service_accounts
from tests.support import customers, people
from tests.support.database import rows

pytestmark = pytest.mark.django_db

OPERATIONS = ("push_subscriptions_register", "push_subscriptions_remove", "inapp_messages_list", "inapp_messages_report")
KEYS = {"p256dh": "B" * 87, "auth": "a" * 22}


@pytest.fixture
def ask(client_of: Any) -> Any:
    """The app of the branch Medan, with a key for these operations."""
    admin = client_of("admin")
    key = service_accounts.key(admin, service_accounts.account(admin, "aplikasi")["id"], OPERATIONS)["key"]

    def call(method: str, path: str, body: Any = None) -> Any:
        options = {} if body is None else {"data": body, "content_type": "application/json"}
        return people.ApiClient(enforce_csrf_checks=True).generic_json(
            method, f"/api/v1/customers/{path}", headers={"Authorization": f"Bearer {key}"}, **options
        )

    return call


def provider(key: str, channel: Channel, adapter: Adapter, settings: Any = None) -> None:
    with rows():
        MessageProvider.objects.create(
            key=key, name=key, channel=channel.value, adapter=adapter.value, settings=settings or {}, updated_by=people.user_id("admin")
        )


def register(ask: Any, customer: Any, **body: Any) -> Any:
    return ask("POST", f"{customer.id}/push-subscriptions", body)


def devices() -> list[tuple[str, str | None]]:
    with rows():
        return [
            (str(row["customer_id"]), row["ended_reason"])
            for row in query("SELECT customer_id, ended_reason FROM crm.push_subscriptions ORDER BY subscription_id")
        ]


def test_a_device_is_one_customers_at_a_time_and_its_address_is_sealed(ask, trace):
    siti, budi = customers.customer("Siti Lubis", "MDN"), customers.customer("Budi Hutapea", "MDN")
    token = "token-of-one-device"
    first = register(ask, siti, kind="FCM", endpoint=token)
    trace.start()

    assert register(ask, siti, kind="FCM", endpoint=token).json() == first.json()
    second = register(ask, budi, kind="FCM", endpoint=token)

    assert (first.status_code, second.status_code) == (201, 201)
    assert devices() == [(str(siti.id), "REPLACED"), (str(budi.id), None)]
    assert trace()["audit"] == ["REGISTER_DEVICE"]
    with rows():
        assert token not in json.dumps(query("SELECT sealed, address_hash::text FROM crm.push_subscriptions"))
    removed = [ask("POST", f"{budi.id}/push-subscriptions/{second.json()['subscription_id']}/remove", {}).status_code for _ in range(2)]
    assert (removed, devices()[1]) == ([204, 404], (str(budi.id), "REMOVED"))


def test_a_customer_has_so_many_devices_and_the_oldest_gives_way(ask):
    siti = customers.customer("Siti Lubis", "MDN")
    for number in range(MOST_DEVICES + 1):
        assert register(ask, siti, kind="FCM", endpoint=f"token-number-{number}").status_code == 201
    assert [reason for _, reason in devices()] == ["REPLACED"] + [None] * MOST_DEVICES


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"kind": "WEB", "endpoint": "https://fcm.googleapis.com/fcm/send/abc", "keys": KEYS}, 201),
        ({"kind": "WEB", "endpoint": "https://evil.example/push", "keys": KEYS}, 422),
        ({"kind": "WEB", "endpoint": "http://127.0.0.1:5432/", "keys": KEYS}, 422),
        ({"kind": "WEB", "endpoint": "https://fcm.googleapis.com/fcm/send/abc"}, 422),
        ({"kind": "FCM", "endpoint": "token with spaces"}, 422),
        ({"kind": "FCM", "endpoint": "token-of-a-device", "keys": KEYS}, 422),
    ],
)
def test_only_devices_of_known_push_services_are_taken(ask, body, status):
    assert register(ask, customers.customer("Siti Lubis", "MDN"), **body).status_code == status


def test_no_person_and_no_other_branchs_program_serves_the_app(ask, client_of):
    siti, far = customers.customer("Siti Lubis", "MDN"), customers.customer("Budi Hutapea", "BNJ")
    body = {"kind": "FCM", "endpoint": "token-of-a-device"}
    for username in ("agent_mdn", "supervisor_mdn"):
        refused = client_of(username).api("POST", f"/customers/{siti.id}/push-subscriptions", body)
        assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    assert register(ask, far, **body).status_code == 404
    assert devices() == []


def test_a_push_message_goes_to_the_newest_device_of_the_kind_that_is_served(ask):
    siti = customers.customer("Siti Lubis", "MDN")
    endpoint = "https://fcm.googleapis.com/fcm/send/abc"
    register(ask, siti, kind="WEB", endpoint=endpoint, keys=KEYS)
    register(ask, siti, kind="FCM", endpoint="token-of-a-device")

    def goes_to() -> str:
        with scope(system_actor()):
            return device_addresses([siti.id]).get(siti.id, "")

    assert goes_to() == ""
    provider("fcm", Channel.PUSH, Adapter.FCM)
    assert goes_to() == "token-of-a-device"
    provider("a-web", Channel.PUSH, Adapter.WEB_PUSH)
    assert json.loads(goes_to()) == {"endpoint": endpoint, "keys": KEYS}


def test_a_device_that_is_gone_ends_when_its_message_fails(ask):
    siti = customers.customer("Siti Lubis", "MDN")
    register(ask, siti, kind="FCM", endpoint="token-of-a-device")
    register(ask, siti, kind="FCM", endpoint="token-of-another")
    with scope(system_actor()), listening() as news:
        message = queue(siti, Channel.PUSH, "token-of-a-device")
        message_failed(message.id, "SUBSCRIPTION_GONE", datetime.now(UTC))
    (failed,) = [one for one in news if type(one).__name__ == "MessageFailed"]
    with scope(system_actor()):
        end_device(events.encode(failed))
    assert devices() == [(str(siti.id), "GONE"), (str(siti.id), None)]


def queue(customer: Any, channel: Channel, recipient: str, **more: Any) -> Any:
    with scope(system_actor()):
        return message_queue(
            actor=system_actor(), customer_id=customer.id, branch_code=customer.home_branch_code, channel=channel, purpose=Purpose.SERVICE,
            subject_type="CUSTOMER", subject_id=str(customer.id), resource="customer", tier=1, title="Kartu baru", body="Kartu Anda siap diambil.",
            recipient=recipient, **more,
        )  # fmt: skip


def test_a_message_in_the_app_leads_where_its_template_says(ask, approved):
    siti = customers.customer("Siti Lubis", "MDN")
    provider("aplikasi", Channel.IN_APP, Adapter.IN_APP)
    buttons = [{"label": "Lihat", "link": "https://bank.example/kartu?ref={{promo.code}}"}]
    _, in_app = approved({"channel": "IN_APP", "title": "Kartu baru", "body": "Siap diambil.", "buttons": buttons})
    _, push = approved({"channel": "PUSH", "title": "Kartu baru", "body": "Siap diambil.", "link": "https://bank.example/kartu"})
    with scope(system_actor()):
        message_queue_template(
            actor=system_actor(), customer_id=siti.id, branch_code="MDN", channel=Channel.IN_APP, purpose=Purpose.SERVICE, subject_type="CUSTOMER",
            subject_id=str(siti.id), resource="customer", tier=1, template_version_id=in_app, values={"promo.code": "A 1"},
        )  # fmt: skip
        pushed = render_messages(push, [(siti.id, {})])[siti.id]
    send_due(Channel.IN_APP)

    (item,) = ask("GET", f"{siti.id}/in-app-messages").json()["items"]
    assert (item["title"], item["buttons"]) == ("Kartu baru", [{"label": "Lihat", "link": "https://bank.example/kartu?ref=A%201"}])
    assert isinstance(pushed, Rendered)
    assert pushed.links == (("", "https://bank.example/kartu"),)


def statuses() -> list[tuple[str, str]]:
    with scope(system_actor()):
        receipts_apply()
    with rows():
        return [(row["channel"], row["status"]) for row in query("SELECT channel, status FROM crm.outbound_messages ORDER BY message_id")]


def test_the_app_shows_a_message_until_it_was_clicked_or_put_away_and_each_is_known(ask):
    siti, other = customers.customer("Siti Lubis", "MDN"), customers.customer("Budi Hutapea", "MDN")
    provider("aplikasi", Channel.IN_APP, Adapter.IN_APP)
    first, second = queue(siti, Channel.IN_APP, str(siti.id)), queue(siti, Channel.IN_APP, str(siti.id))

    def listed(customer: Any = siti) -> list[str]:
        return [item["message_id"] for item in ask("GET", f"{customer.id}/in-app-messages").json()["items"]]

    def report(message: Any, event: str, customer: Any = siti, **more: Any) -> Any:
        return ask("POST", f"{customer.id}/in-app-messages/{message.id}/report", {"event": event, **more})

    assert listed() == []
    assert report(first, "SHOWN").status_code == 404
    send_due(Channel.IN_APP)
    assert listed() == [str(second.id), str(first.id)]
    assert listed(other) == []
    assert ask("GET", f"{siti.id}/in-app-messages").json()["items"][1] | {"sent_at": ""} == {
        "message_id": str(first.id), "title": "Kartu baru", "body": "Kartu Anda siap diambil.", "purpose": "SERVICE", "sent_at": "", "expires_at": None, "buttons": [],
    }  # fmt: skip
    assert [report(first, "SHOWN").json(), report(first, "SHOWN").json()] == [{"is_new": True}, {"is_new": False}]
    assert report(first, "SHOWN", other).status_code == 404
    assert (listed(), statuses()) == ([str(second.id), str(first.id)], [("IN_APP", "OPENED"), ("IN_APP", "SENT")])
    assert report(first, "CLICKED", occurred_at="2020-01-01T00:00:00Z").json() == {"is_new": True}
    assert report(second, "DISMISSED").json() == {"is_new": True}
    assert (listed(), statuses()) == ([], [("IN_APP", "CLICKED"), ("IN_APP", "OPENED")])
