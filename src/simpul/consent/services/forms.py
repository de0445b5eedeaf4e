"""What customers signed on the form of their account, as a set."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from simpul.consent.errors import ConsentPurposeNotFound
from simpul.consent.selectors.purposes import latest_wording
from simpul.platform.actor import Actor
from simpul.platform.db import atomic, execute

# By the source's key, so that the same customers have agreed wherever the same data is made.
_SIGNED = """
INSERT INTO crm.consents (consent_id, customer_id, branch_code, consent_type, status, effective_at, captured_channel, captured_by, verification_method,
                          wording_id, wording_hash, source_reference)
SELECT uuidv7(), c.customer_id, c.home_branch_code, %(purpose)s, 'GRANTED', %(at)s, 'BRANCH', %(system)s, 'DIGITAL_SIGNATURE', %(wording)s, %(hash)s, 'account-form'
FROM crm.customers c
WHERE mod(hashtext(coalesce(c.source_key, c.customer_id::text))::bigint + 2147483648, 10) < %(tenths)s AND c.status = 'ACTIVE'
  AND NOT coalesce(c.source_key = ANY (%(without)s), false)
  AND NOT EXISTS (SELECT FROM crm.consents k WHERE k.customer_id = c.customer_id AND k.consent_type = %(purpose)s)
"""


@atomic
def forms_record(*, actor: Actor, consent_type: str, at: datetime, tenths: int, without: Sequence[str] = ()) -> int:
    """Record that so many tenths of the active customers agreed on a form: for the demonstration and for measurements. Says how many.

    `without` names customers, by the source's keys, who did not.

    Raises: ConsentPurposeNotFound when the purpose has no text.
    """
    wording = latest_wording(consent_type)
    if wording is None:
        raise ConsentPurposeNotFound()
    execute("SELECT set_config('app.consents_by_set', 'on', true)")
    written = execute(
        _SIGNED,
        {"purpose": consent_type, "at": at, "system": actor.id, "wording": wording.id, "hash": wording.text_hash, "tenths": tenths, "without": list(without)},
    )
    execute("SELECT set_config('app.consents_by_set', '', true)")
    return written
