"""What adapters never do, whatever they are given; and the sandbox itself."""

from __future__ import annotations

import smtplib
import uuid
from datetime import datetime

import httpx
import pytest

from simpul.messaging.services.adapters import adapter_of, smtp, webpush
from simpul.messaging.services.adapters.base import (
    Attachment,
    Outcome,
    Outgoing,
    ProviderAccount,
    ReceiptForged,
    address_problem,
)
from simpul.messaging.vocabulary import Adapter
from tests.support.sandbox import outgoing, read_reports, webhook_mailbox


def test_nothing_in_a_message_or_its_address_begins_another_header(sandbox):
    sandbox.behave(reports=False)
    evil = "Halo\r\nBcc: lain@surel.example\r\n\r\nisi lain"
    for protocol in (Adapter.SMTP, Adapter.ANYMAIL):
        adapter, account = adapter_of(protocol), sandbox.account(protocol)
        addresses = ["a@b.example\r\nRCPT TO:<x@y.example>", "a@b.example, x@y.example", "A <a@b.example>", "a b@c.example", "", "x" * 300 + "@b.example"]
        refused = adapter.send_messages(account, [outgoing(sandbox, protocol, recipient=address) for address in addresses])
        assert [each.outcome for each in refused] == [Outcome.REFUSED] * len(addresses)
        attached = Attachment(f"surat.pdf{evil}", "application/pdf", b"%PDF-1.7")
        told = adapter.send_messages(account, [outgoing(sandbox, protocol, title=evil, html="<p>Halo</p>", attachments=(attached,))])
        assert [each.outcome for each in told] == [Outcome.ACCEPTED]
    assert [each["title"] for each in sandbox.messages()] == ["Halo Bcc: lain@surel.example isi lain"] * 2
    assert {each["recipient"] for each in sandbox.messages()} == {"siti@surel.example"}


def test_an_offer_by_mail_carries_the_way_to_unsubscribe_with_one_click(sandbox):
    url = "https://bank.example/u/abc123"
    mail = smtp.mail_of(outgoing(sandbox, Adapter.SMTP, unsubscribe_url=url), sandbox.accounts["SMTP"]["settings"])
    assert (mail["List-Unsubscribe"], mail["List-Unsubscribe-Post"]) == (f"<{url}>", "List-Unsubscribe=One-Click")
    sandbox.behave(reports=False)
    adapter_of(Adapter.ANYMAIL).send_messages(sandbox.account(Adapter.ANYMAIL), [outgoing(sandbox, Adapter.ANYMAIL, unsubscribe_url=url)])
    page = httpx.get(f"{sandbox.address}/messages", params={"reference": sandbox.messages()[0]["reference"]}).text
    assert "List-Unsubscribe-Post: List-Unsubscribe=One-Click" in page
    assert "List-Unsubscribe" not in smtp.mail_of(outgoing(sandbox, Adapter.SMTP), sandbox.accounts["SMTP"]["settings"])


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("https://graph.facebook.com", None),
        ("http://127.0.0.1:8140/x", None),
        ("http://localhost:1", None),
        ("http://[::1]:1", None),
        ("", "REQUIRED"),
        ("http://10.0.0.8/", "INSECURE"),
        ("http://127.0.0.1.evil.example/", "INSECURE"),
        ("http://graph.facebook.com", "INSECURE"),
        ("file:///etc/passwd", "INVALID"),
        ("ftp://host.example/", "INSECURE"),
        ("https://user:pass@host.example", "INVALID"),
        ("https://host.example:99999", "INVALID"),
        ("https://host .example", "INVALID"),
    ],
)
def test_a_provider_is_called_over_https_or_on_this_machine_only(url, problem):
    assert address_problem(url) == problem
    account = ProviderAccount("s", {"url": url}, {"api_key": "k", "webhook_secret": "w"}, 0.2)
    if problem:
        assert adapter_of(Adapter.SMS_HTTP).send_messages(account, [Outgoing(uuid.uuid4(), "+6281", "", "b", "SERVICE")])[0].outcome is Outcome.STOPPED


def test_a_browsers_endpoint_is_called_only_at_a_push_service_that_is_known():
    known = (
        "https://fcm.googleapis.com/fcm/send/x",
        "https://updates.push.services.mozilla.com/wpush/v2/x",
        "https://web.push.apple.com/x",
        "https://wns2-sg2p.notify.windows.com/w/",
    )
    unknown = (
        "https://evil.example/",
        "http://fcm.googleapis.com/x",
        "https://fcm.googleapis.com.evil.example/",
        "http://127.0.0.1:5432/",
        "https://evilnotify.windows.com/",
        "https://fcm.googleapis.com:8443/",
    )
    assert all(webpush.endpoint_known(url) for url in known)
    assert not any(webpush.endpoint_known(url) for url in unknown)
    assert webpush.endpoint_known("http://127.0.0.1:8140/push/x", ["127.0.0.1:8140"])


@pytest.mark.parametrize("protocol", list(Adapter))
def test_an_account_that_is_not_whole_sends_nothing_and_raises_nothing(protocol):
    message = Outgoing(uuid.uuid4(), "", "", "", "SERVICE")
    broken = [
        ({}, {}),
        (
            {"base_url": 5, "url": [], "port": "x", "esp": 1, "security": None, "endpoint_hosts": 3, "subject": 1},
            {"service_account": "[]", "vapid_private_key": "?"},
        ),
    ]
    for settings, secrets in broken:
        (handed,) = adapter_of(protocol).send_messages(ProviderAccount("x", settings, secrets, 0.2), [message])
        assert handed.outcome is (Outcome.ACCEPTED if protocol is Adapter.IN_APP else Outcome.STOPPED)
        for body in (b"", b"null", b"[]", b'{"entry": 3}', b"\xff" * 50):
            with pytest.raises(ReceiptForged):
                adapter_of(protocol).read_receipts(ProviderAccount("x", settings, secrets), {"X-Signature": "x", "Authorization": "Basic !"}, body)


def test_the_sandbox_answers_this_machine_only_and_says_that_it_is_simulated(sandbox):
    sandbox.behave(reports=False)
    assert httpx.get(sandbox.address, headers={"Host": "evil.example"}).status_code == 421
    assert httpx.put(f"{sandbox.address}/api/behaviour", json={}, headers={"Origin": "https://evil.example"}).status_code == 403
    assert httpx.put(f"{sandbox.address}/api/webhooks", json={"SMS": {"url": "https://elsewhere.example/"}}).status_code == 422
    adapter_of(Adapter.ANYMAIL).send_messages(
        sandbox.account(Adapter.ANYMAIL), [outgoing(sandbox, Adapter.ANYMAIL, html="<script>alert(1)</script><b>Halo</b>")]
    )
    (message,) = sandbox.messages()
    page = httpx.get(f"{sandbox.address}/messages", params={"reference": message["reference"]})
    assert "Simulasi" in page.text
    assert 'iframe sandbox=""' in page.text
    assert "<script" not in page.text
    assert httpx.get(f"{sandbox.address}/messages/html", params={"reference": message["reference"]}).headers["content-security-policy"].startswith("sandbox;")
    assert {httpx.get(f"{sandbox.address}{path}").headers["x-simulated"] for path in ("/", "/behaviour", "/api/counts", "/nothing")} == {"simpul-sandbox"}
    assert "Halo Siti" not in httpx.get(sandbox.address, params={"channel": "SMS"}).text


def test_a_button_of_the_inbox_reports_what_it_says(sandbox):
    with webhook_mailbox() as box:
        sandbox.behave(reports=False)
        httpx.put(f"{sandbox.address}/api/webhooks", json={"EMAIL": {"url": box.url}})
        message, account = outgoing(sandbox, Adapter.ANYMAIL), sandbox.account(Adapter.ANYMAIL)
        adapter_of(Adapter.ANYMAIL).send_messages(account, [message])
        reference = sandbox.messages()[0]["reference"]
        answer = httpx.post(f"{sandbox.address}/messages", params={"reference": reference}, data={"event": "complain"}, headers={"Origin": sandbox.address})
        (receipt,) = read_reports(adapter_of(Adapter.ANYMAIL), account, box.wait_for(1))
    assert (answer.status_code, receipt.kind, receipt.send_key) == (303, "COMPLAINED", message.send_key)
    assert [name for _, name in sandbox.messages()[0]["events"]] == ["complain"]


def test_settings_that_make_no_sense_are_refused_and_change_nothing(sandbox):
    sandbox.behave()
    before = httpx.get(f"{sandbox.address}/api/behaviour").json()
    for given in ({"bounce": 2}, {"bounce": "x"}, {"nothing": 1}, {"repeats": 0}, {"delay_seconds": -1}, [], 5):
        assert httpx.put(f"{sandbox.address}/api/behaviour", json=given).status_code == 422
    assert httpx.get(f"{sandbox.address}/api/behaviour").json() == before


def test_the_mail_server_wants_the_password_and_reads_mail_of_any_shape(sandbox):
    sandbox.behave(reports=False)
    with smtplib.SMTP("127.0.0.1", sandbox.smtp_port) as server:
        with pytest.raises(smtplib.SMTPAuthenticationError):
            server.login("sandbox", "wrong")
        server.sendmail(
            "a@b.example",
            ["c@d.example"],
            b"Subject: =?utf-8?q?Halo=21?=\r\nMessage-ID: <k1@b.example>\r\nContent-Type: text/plain; charset=nonsense\r\n\r\n\xff\xfe",
        )
    (message,) = sandbox.messages()
    assert (message["title"], message["send_key"], datetime.fromisoformat(message["at"]).tzinfo is not None) == ("Halo!", "k1", True)
