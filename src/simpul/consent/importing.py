"""Consents from another system: what customers said there, each with its day and how it was verified."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from simpul.consent.models import ConsentPurpose
from simpul.consent.vocabulary import BY_STAFF, CapturedChannel, ConsentStatus, MessageChannel
from simpul.customers.public import Reference, reference_fields, reference_keys
from simpul.imports.public import Field, Merged, Problem, Problems, Setting, TableLoader, Target, bad, fields
from simpul.platform import clock
from simpul.platform.db import execute, query
from simpul.platform.text import Text

_FUTURE = Text(id="Ada di masa depan.", en="It lies in the future.")
_PURPOSE = Text(
    id="Tujuan ini tidak dikenal. Tambahkan di Konfigurasi › Tujuan persetujuan.",
    en="This purpose is not known. Add it under Configuration › Purposes of consent.",
)
_TWICE = Text(
    id="Nasabah ini sudah punya catatan lain untuk tujuan ini pada saat yang sama.", en="This customer has another record for this purpose at the same instant."
)
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


def _purposes() -> list[str]:
    return list(ConsentPurpose.objects.order_by("position", "key").values_list("key", flat=True))


def read_moment(value: Any) -> datetime:
    """An instant with or without its offset, or a day, which counts from its noon in Jakarta."""
    try:
        read = value if isinstance(value, date) else datetime.fromisoformat(str(value))
    except ValueError:
        raise bad("Bukan waktu: tulis 2026-03-31 atau 2026-03-31T14:05.", "This is no time: write 2026-03-31 or 2026-03-31T14:05.") from None
    if not isinstance(read, datetime) or (len(str(value)) <= 10 and not isinstance(value, datetime)):
        read = datetime(read.year, read.month, read.day, 12, tzinfo=clock.JAKARTA)
    read = read if read.tzinfo else read.replace(tzinfo=clock.JAKARTA)
    if read < _EARLIEST:
        raise bad("Terlalu lampau.", "It lies too far back.")
    return read.astimezone(UTC)


FIELDS = {
    **reference_fields("customer_"),
    "consent_type": Field(fields.text(30), required=True, few=True, listed=_purposes),
    "status": Field(fields.choice(ConsentStatus.values), required=True, few=True),
    "channel": Field(fields.choice(MessageChannel.values), few=True),
    "effective_at": Field(read_moment, required=True),
    "captured_channel": Field(fields.choice(CapturedChannel.values), required=True, few=True),
    # How the source made sure: nobody here verified the customer, so the record is the system's.
    "verification_method": Field(fields.choice([method.value for method in BY_STAFF]), required=True, few=True),
    "source_reference": Field(fields.text(200)),
    "reason": Field(fields.text(300)),
    "notes": Field(fields.text(1000)),
}


class ConsentLoader(TableLoader):
    """Adds what customers said. A word that stands already is left as it is; a second one at the same instant is refused."""

    name = "import_consents"

    def __init__(self, setting: Setting) -> None:
        self.customer = Reference(setting, "customer_", "customer_id")
        self.columns = {
            **self.customer.columns, "consent_type": "text", "status": "text", "channel": "text", "effective_at": "timestamptz", "captured_channel": "text",
            "verification_method": "text", "source_reference": "text", "reason": "text", "notes": "text",
        }  # fmt: skip
        super().__init__(setting)
        self.purposes = frozenset(_purposes())

    def prepare(self, rows: Sequence[int], columns: Mapping[str, Sequence[Any]], problems: Problems) -> dict[str, Sequence[Any]]:
        latest = clock.now()
        for place, purpose, at in zip(rows, columns["consent_type"], columns["effective_at"], strict=True):
            if purpose not in self.purposes:
                problems.setdefault(place, []).append(Problem("consent_type", _PURPOSE))
            if at > latest:
                problems.setdefault(place, []).append(Problem("effective_at", _FUTURE))
        empty: Sequence[Any] = [None] * len(rows)
        optional = {name: columns.get(name, empty) for name in ("channel", "source_reference", "reason", "notes")}
        return {**columns, **optional, **self.customer.prepare(columns)}

    def settle(self, result: Merged) -> None:
        self.customer.resolve(self, result)
        # The same instant twice, in the file or against what stands, would leave to chance what holds.
        said = "(s.status, coalesce(s.channel, ''))"
        first = (
            f"SELECT place, first_value(row(status, coalesce(channel, ''))) OVER w IS DISTINCT FROM row(status, coalesce(channel, '')) AS other "
            f"FROM {self.name} WINDOW w AS (PARTITION BY customer_id, consent_type, effective_at ORDER BY place)"
        )
        self.refuse(result, f"s.place IN (SELECT place FROM ({first}) f WHERE other)", "effective_at", _TWICE)
        standing = "c.customer_id = s.customer_id AND c.consent_type = s.consent_type AND c.effective_at = s.effective_at"
        self.refuse(result, f"EXISTS (SELECT FROM crm.consents c WHERE {standing} AND (c.status, coalesce(c.channel, '')) <> {said})", "effective_at", _TWICE)
        staged = query(f"SELECT count(*) AS n FROM {self.name}")[0]["n"]
        execute("SELECT set_config('app.consents_by_set', 'on', true)")
        result.added = execute(
            f"INSERT INTO crm.consents (consent_id, customer_id, branch_code, consent_type, channel, status, effective_at, captured_channel, captured_by, "
            f"  verification_method, source_reference, reason, notes) "
            f"SELECT uuidv7(), s.customer_id, k.home_branch_code, s.consent_type, s.channel, s.status, s.effective_at, s.captured_channel, iam.uid(), "
            f"  s.verification_method, coalesce(s.source_reference, %s), coalesce(s.reason, ''), coalesce(s.notes, '') "
            f"FROM {self.name} s JOIN crm.customers k ON k.customer_id = s.customer_id ORDER BY s.effective_at, s.place "
            f"ON CONFLICT (consent_type, customer_id, effective_at) DO NOTHING",
            (f"import:{self.setting.source_system}",),
        )
        execute("SELECT set_config('app.consents_by_set', '', true)")
        result.unchanged = staged - result.added


TARGET = Target("consents", FIELDS, ConsentLoader, keys=reference_keys("customer_"))
