"""Messages a second from the outbox to a provider, and provider's reports a second; beside bare calls to the same sandbox.

The set is written by one call, rendered from a template when it leaves, and handed over by several processes; the sandbox runs beside them on the same
machine. Reports come three times, shuffled.
"""

from __future__ import annotations

import argparse
import hashlib
import hmac
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bench.environment import Size, machine, prepare

SIZE = Size(customers=20_000, transactions=10_000, timeline=0)
KEY, SUBJECT = "bench", "BENCH"
_TOGETHER = 50


def main() -> None:
    """Print what writing, sending and reporting a set take."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--messages", type=int, default=20_000)
    arguments.add_argument("--senders", type=int, default=2)
    arguments.add_argument("--batch", type=int, default=200)
    arguments.add_argument("--send", action="store_true", help=argparse.SUPPRESS)
    given = arguments.parse_args()
    prepare(SIZE)
    import django

    django.setup()
    if given.send:
        print(_send())
        return
    print(machine())
    with _sandbox() as (address, secrets):
        _account(address, secrets, given.batch)
        written, ids = _write(given.messages)
        print(f"written      {written:>10,.0f} messages/s, one set")
        bare = _bare(address, secrets["api_key"], min(5_000, given.messages))
        print(f"bare calls   {bare:>10,.0f} messages/s, one process, nothing else done")
        sent = _sent(given.messages, given.senders)
        print(f"sent         {sent:>10,.0f} messages/s, {given.senders} processes (goal 1,000), {sent / bare:.2f} of bare calls by one")
        reported = _reported(ids, secrets["webhook_secret"])
        print(f"reported     {reported:>10,.0f} reports/s, three times and shuffled (goal 3,000)")


@contextmanager
def _sandbox() -> Iterator[tuple[str, dict[str, str]]]:
    from simpul.config.sandbox.accounts import accounts_of, provider_accounts
    from tests.support.sandbox import free_port

    with tempfile.TemporaryDirectory() as place:
        port, smtp, file = free_port(), free_port(), Path(place) / "sandbox.json"
        command = [sys.executable, "-m", "simpul.config.cli", "sandbox", "--port", str(port), "--smtp-port", str(smtp), "--accounts", str(file)]
        command[1:3] = ["-c", "from simpul.config.cli import main; raise SystemExit(main())"]
        process = subprocess.Popen([*command, "--behaviour", "delay_seconds=0"], stdout=subprocess.PIPE, text=True)
        try:
            assert process.stdout is not None
            process.stdout.readline()
            address = f"http://127.0.0.1:{port}"
            yield address, {name: str(value) for name, value in provider_accounts(accounts_of(file), address, smtp)["SMS_HTTP"]["secrets"].items()}
        finally:
            process.terminate()
            process.wait(20)


def _account(address: str, secrets: dict[str, str], batch: int) -> None:
    from simpul.iam.public import system_actor
    from simpul.messaging.models import MessageProvider
    from simpul.messaging.selectors.accounts import sealing_context
    from simpul.platform.clock import now
    from simpul.platform.crypto import encrypt
    from simpul.platform.db import execute, scope

    with scope(system_actor()):
        execute("UPDATE crm.message_providers SET is_active = false WHERE channel = 'SMS'")
        MessageProvider.objects.update_or_create(
            key=KEY,
            defaults={
                "name": "Bench", "channel": "SMS", "adapter": "SMS_HTTP", "is_active": True, "per_second": 5_000, "batch_size": batch, "updated_by": system_actor().id,
                "settings": {"url": f"{address}/sms/messages", "sender": "BENCH"}, "secrets": encrypt(json.dumps(secrets), sealing_context(KEY)), "updated_at": now(),
                "failures": 0, "resumes_at": None, "stopped_reason": None, "paced_until": None,
            },
        )  # fmt: skip


def _write(number: int) -> tuple[float, list[str]]:
    from simpul.iam.public import system_actor
    from simpul.messaging.public import Channel, Purpose, messages_queue
    from simpul.platform.db import execute, query, scope

    actor, version = system_actor(), _template()
    with scope(actor):
        execute(
            "UPDATE crm.outbound_messages SET handover = 'DONE', status = 'FAILED', failed_at = now(), failed_reason = 'WITHDRAWN' WHERE handover = 'WAITING'"
        )
        found = query("SELECT customer_id, home_branch_code FROM crm.customers WHERE phone_e164 IS NOT NULL LIMIT %s", (SIZE.customers,))
    values = {"value.amount": "Rp1.250.000", "value.due_on": "5 Desember 2026"}
    ids: list[str] = []
    began = time.perf_counter()
    for turn in range(-(-number // len(found))):
        part = found[: number - turn * len(found)]
        with scope(actor):
            made = messages_queue(
                actor=actor, customers=[(row["customer_id"], row["home_branch_code"], values) for row in part], channel=Channel.SMS, purpose=Purpose.SERVICE,
                subject_type=SUBJECT, subject_id=f"{time.time_ns()}", resource="customer", tier=1, template_version_id=version,
            )  # fmt: skip
        ids += [str(each) for each in made.values()]
    return len(ids) / (time.perf_counter() - began), ids


def _template():  # type: ignore[no-untyped-def]
    """An approved version of an SMS with two values of its own and two of the customer."""
    import psycopg

    from simpul.iam.public import system_actor
    from simpul.platform.ids import uuid7

    template, version, at, one = uuid7(), uuid7(), datetime.now(UTC), system_actor().id
    content = {"channel": "SMS", "body": 'Yth. {{customer.first_name|"Bapak/Ibu"}}, angsuran {{value.amount}} jatuh tempo {{value.due_on}}. {{branch.name}}'}
    with psycopg.connect(_owner_url()) as owner:
        owner.execute("SET session_replication_role = replica")
        owner.execute(
            "INSERT INTO crm.message_templates (template_id, template_key, name, channel, purpose, created_at, created_by) VALUES (%s, %s, 'Bench', 'SMS', 'SERVICE', %s, %s)",
            (template, f"bench{time.time_ns()}"[:40], at, one),
        )
        owner.execute(
            "INSERT INTO crm.message_template_versions (version_id, template_id, language, number, content, content_hash, status, author_id, writers, edited_at, submitted_at,"
            " submitted_by, approved_at, approved_by) VALUES (%s, %s, 'id', 1, %s, %s, 'APPROVED', %s, %s, %s, %s, %s, %s, (SELECT user_id FROM iam.users WHERE user_id <> %s ORDER BY 1 LIMIT 1))",
            (version, template, json.dumps(content), hashlib.sha256(str(version).encode()).hexdigest(), one, [one], at, at, one, at, one),
        )
    return version


def _owner_url() -> str:
    return prepare(SIZE).admin_url.rsplit("/", 1)[0] + "/simpul"


def _bare(address: str, key: str, number: int) -> float:
    from simpul.messaging.services.adapters.base import Handed, Outcome
    from simpul.messaging.services.adapters.calling import Call, call_all

    calls = [
        Call(f"{address}/sms/messages", {"Authorization": f"Bearer {key}"}, {"to": "+628123456789", "text": "Angsuran jatuh tempo.", "client_ref": str(each)})
        for each in range(number)
    ]
    began = time.perf_counter()
    call_all(calls, lambda answer: Handed(Outcome.ACCEPTED), timeout_seconds=30)
    return number / (time.perf_counter() - began)


def _send() -> int:
    from simpul.messaging.services.sending import send_due
    from simpul.messaging.vocabulary import Channel

    return send_due(Channel.SMS)


def _sent(number: int, senders: int) -> float:
    processes = [subprocess.Popen([sys.executable, "-m", "bench", "messages", "--send"], stdout=subprocess.PIPE, text=True) for _ in range(senders)]
    # Their start is not what is measured: from the first message sent to the last.
    done = sum(int((process.communicate()[0] or "0").strip().splitlines()[-1]) for process in processes)
    assert done == number, (done, number)
    from simpul.iam.public import system_actor
    from simpul.platform.db import query, scope

    with scope(system_actor()):
        row = query(
            "SELECT count(*) AS sent, extract(epoch FROM max(claimed_at) - min(claimed_at)) AS seconds FROM crm.outbound_messages WHERE provider_key = %s AND status = 'SENT'"
            " AND queued_at >= (SELECT max(queued_at) - interval '10 minutes' FROM crm.outbound_messages)", (KEY,),
        )[0]  # fmt: skip
    return float(row["sent"] / row["seconds"])


def _reported(ids: list[str], secret: str) -> float:
    from simpul.messaging.services.receiving import receipts_apply, receipts_take

    reports = [
        {"id": f"sms-{each}", "client_ref": each, "to": "+628123456789", "status": status, "at": datetime.now(UTC).isoformat()}
        for each in ids
        for status in ("SENT", "DELIVERED")
    ] * 3
    random.Random(1).shuffle(reports)  # noqa: S311 - the same disorder every time
    bodies = [json.dumps({"reports": reports[start : start + _TOGETHER]}).encode() for start in range(0, len(reports), _TOGETHER)]
    began = time.perf_counter()
    for body in bodies:
        receipts_take(provider_key=KEY, headers={"x-signature": hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}, body=body)
    receipts_apply()
    return len(reports) / (time.perf_counter() - began)


if __name__ == "__main__":
    main()
