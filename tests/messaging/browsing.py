"""Messages and providers in the running demonstration, for looks at its pages and for journeys: written by the product itself."""

from __future__ import annotations

import subprocess
import sys
from uuid import UUID

from tests.e2e.harness.pages import BUDI, customer_id
from tests.e2e.harness.site import Site

_START = """
import django; django.setup()
from uuid import UUID
from simpul.iam.public import system_actor
from simpul.messaging.public import *
from simpul.platform.clock import now
from simpul.platform.db import scope
customer = UUID({customer!r})
about = dict(actor=system_actor(), customer_id=customer, branch_code={branch!r}, subject_type="CUSTOMER", subject_id=str(customer), resource="customer", tier=1)
"""
_SEVERAL = """
with scope(system_actor()):
    def written(channel, purpose, recipient):
        made = message_queue(**about, channel=Channel[channel], purpose=Purpose[purpose], title="Data diperbarui", body="Alamat Anda sudah diperbarui.", recipient=recipient)
        return made.id
    message_delivered(written("WHATSAPP", "SERVICE", "+6281260001002"), now())
    message_failed(written("EMAIL", "SERVICE", "budi@surel.example"), "SUPPRESSED", now())
    written("SMS", "COLLECTION", "+6281260001002")
"""
_MAIL = """
from simpul.messaging.services.sending import send_due
with scope(system_actor()):
    version = approved_version("jawaban_akhir_pengaduan", Channel.EMAIL, "id")
    message_queue_template(**about, channel=Channel.EMAIL, purpose=Purpose.SERVICE, template_version_id=version.id, values={values!r})
send_due(Channel.EMAIL)
"""


def _run(site: Site, script: str, **words: object) -> UUID:
    customer = customer_id(site, BUDI.cif)
    branch = site.rows("SELECT home_branch_code AS branch FROM crm.customers WHERE customer_id = %s", customer)[0]["branch"]
    source = (_START + script).format(customer=str(customer), branch=branch, **words)
    subprocess.run([sys.executable, "-W", "ignore", "-c", source], env=site.background, check=True, timeout=120)
    return customer


def several_messages(site: Site) -> str:
    """One message that arrived, one that did not, and one that waits, all to Budi, whose mail address bounced; made once."""
    if found := site.rows("SELECT message_id FROM crm.outbound_messages WHERE failed_reason = 'SUPPRESSED'"):
        return str(found[0]["message_id"])
    customer = _run(site, _SEVERAL)
    site.write(
        """INSERT INTO crm.suppressed_addresses (suppression_id, channel, address_hash, hint, reason, customer_id, added_by)
           SELECT gen_random_uuid(), 'EMAIL', '\\x01'::bytea, '', 'BOUNCE', %s, user_id FROM iam.users WHERE username = %s""",
        customer,
        site.login("ADMIN").username,
    )
    return several_messages(site)


def mail_sent(site: Site, values: dict[str, str]) -> None:
    """A mail by an approved template to Budi, sent by the accounts that there are."""
    _run(site, _MAIL, values=values)


def several_providers(site: Site) -> str:
    """Four accounts: one that works, one that rests, one that was stopped and one out of use; the key of the first."""
    for key, name, channel, adapter, settings, more in (
        ("gerbang-sms", "Gerbang SMS utama", "SMS", "SMS_HTTP", '{"url": "https://sms.example/kirim", "sender": "BANK"}', "is_active = true, last_success_at = now()"),
        ("gerbang-cadangan", "Gerbang SMS cadangan", "SMS", "SMS_HTTP", '{"url": "https://sms2.example/kirim"}', "resumes_at = now() + interval '9 minutes', last_failure = 'NO_CONNECTION', last_failure_at = now()"),
        ("nomor-wa", "Nomor WhatsApp layanan", "WHATSAPP", "WHATSAPP_CLOUD", '{"phone_number_id": "1002003004"}', "stopped_reason = 'WHATSAPP_190', last_failure = 'WHATSAPP_190', last_failure_at = now()"),
        ("aplikasi", "Aplikasi nasabah", "IN_APP", "IN_APP", "{}", "is_active = false"),
    ):  # fmt: skip
        site.write(
            """INSERT INTO crm.message_providers (provider_key, name, channel, adapter, settings, updated_by)
               SELECT %s, %s, %s, %s, %s::jsonb, user_id FROM iam.users WHERE username = %s ON CONFLICT DO NOTHING""",
            key, name, channel, adapter, settings, site.login("ADMIN").username,
        )  # fmt: skip
        site.write(f"UPDATE crm.message_providers SET {more} WHERE provider_key = %s", key)
    return "gerbang-sms"
