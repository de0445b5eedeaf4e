"""What is known of one person, section by section, for a pack: read as SYSTEM, on an approved request alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from simpul.audit.public import labels
from simpul.customers.public import mask_name, unseal_identifier
from simpul.platform.db import query
from simpul.platform.text import Text

Rows = list[Mapping[str, Any]]
_MOST = 20_000  # rows of one section; a pack says where it was cut

# Names of other people stay out: a tie says its kind, and the other one masked.
_SECTIONS: dict[str, tuple[Text, str]] = {
    "person": (
        Text(id="Data diri", en="Person"),
        "SELECT full_name, birth_date, gender, phone_e164 AS phone, email::text AS email, segment_code, status, is_vip, home_branch_code AS branch, preferred_language, "
        "preferred_channel, array_to_string(tags, ', ') AS tags, created_at, updated_at FROM crm.customers WHERE customer_id = %(id)s",
    ),
    "identifiers": (
        Text(id="Nomor identitas", en="Identifiers"),
        "SELECT id_type AS type, id_value AS value, id_hash, is_primary, verified_at FROM crm.customer_identifiers WHERE customer_id = %(id)s ORDER BY id_type, created_at",
    ),
    "addresses": (
        Text(id="Alamat", en="Addresses"),
        "SELECT kind, street, rt, rw, kelurahan, kecamatan, city, province, postcode FROM crm.customer_addresses WHERE customer_id = %(id)s ORDER BY kind",
    ),
    "relationships": (
        Text(id="Relasi", en="Relationships"),
        "SELECT r.kind, r.role, o.full_name AS other FROM crm.customer_relationships r JOIN crm.customers o "
        "ON o.customer_id = CASE WHEN r.customer_id = %(id)s THEN r.related_customer_id ELSE r.customer_id END WHERE %(id)s IN (r.customer_id, r.related_customer_id) ORDER BY 1, 2",
    ),
    "products": (Text(id="Produk", en="Products"), "SELECT product, held, as_of FROM crm.customer_products WHERE customer_id = %(id)s ORDER BY product"),
    "transactions": (
        Text(id="Transaksi", en="Transactions"),
        "SELECT occurred_at, booked_on, direction, amount, currency, kind, channel, account_hint AS account_ends FROM crm.transactions WHERE customer_id = %(id)s "
        "ORDER BY occurred_at DESC",
    ),
    "consents": (
        Text(id="Persetujuan", en="Consents"),
        "SELECT effective_at, consent_type AS purpose, channel, status, captured_channel, verification_method, reason FROM crm.consents WHERE customer_id = %(id)s ORDER BY effective_at",
    ),
    "cases": (
        Text(id="Pengaduan dan layanan", en="Cases"),
        "SELECT case_no AS number, created_at, kind, category_code AS category, status, description, final_response, closed_at FROM crm.cases WHERE customer_id = %(id)s ORDER BY created_at",
    ),
    "messages": (
        Text(id="Pesan kepada nasabah", en="Messages"),
        "SELECT queued_at, channel, purpose, status, sent_at FROM crm.outbound_messages WHERE customer_id = %(id)s ORDER BY queued_at",
    ),
    "documents": (
        Text(id="Dokumen", en="Documents"),
        "SELECT kind, title, uploaded_at, keep_until FROM crm.documents WHERE customer_id = %(id)s AND hidden_at IS NULL ORDER BY uploaded_at",
    ),
    "rights": (
        Text(id="Permintaan hak", en="Rights requests"),
        "SELECT kind, received_at, received_by, status, closed_at FROM crm.rights_requests WHERE customer_id = %(id)s ORDER BY received_at",
    ),
}
_TRAIL = """
SELECT a.created_at AS at, a.action, a.outcome, a.actor_role_key AS role, u.full_name AS who, a.meta ->> 'reason' AS why
FROM audit.audit_logs a LEFT JOIN iam.users u ON u.user_id = a.actor_user_id
WHERE a.customer_id = %(id)s ORDER BY a.created_at DESC LIMIT %(most)s
"""
TRAIL_NAME = Text(id="Jejak akses dan pemrosesan", en="Trail of access and processing")


def person_contents(customer_id: UUID) -> dict[str, Rows]:
    """The rows of every section."""
    found: dict[str, Rows] = {}
    for key, (_, sql) in _SECTIONS.items():
        rows: Rows = [dict(row) for row in query(f"{sql} LIMIT {_MOST}", {"id": customer_id})]
        if key == "identifiers":
            rows = [_opened(row) for row in rows]
        elif key == "relationships":
            rows = [{**row, "other": mask_name(str(row["other"]))} for row in rows]
        found[key] = rows
    return found


def processing_trail(customer_id: UUID) -> Rows:
    """Who did or viewed what of a person, when and why, newest first."""
    words = labels()
    return [{**row, "action": str(words.get(row["action"], row["action"]))} for row in query(_TRAIL, {"id": customer_id, "most": _MOST})]


def section_names() -> dict[str, str]:
    """What each section is called."""
    return {**{key: str(name) for key, (name, _) in _SECTIONS.items()}, "trail": str(TRAIL_NAME)}


def _opened(row: Mapping[str, Any]) -> Mapping[str, Any]:
    opened = unseal_identifier(row["type"], row["value"], bytes(row["id_hash"]))
    return {"type": row["type"], "value": opened, "is_primary": row["is_primary"], "verified_at": row["verified_at"]}
