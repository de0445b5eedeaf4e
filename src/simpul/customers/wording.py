"""How customers' fields, changes and requests are worded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simpul.platform.notifier import NoticeKind
from simpul.platform.text import Text
from simpul.timeline.public import Kind

FIELD_NAMES: dict[str, Text] = {
    "full_name": Text(id="nama", en="name"),
    "birth_date": Text(id="tanggal lahir", en="birth date"),
    "gender": Text(id="jenis kelamin", en="gender"),
    "phone_e164": Text(id="telepon", en="phone"),
    "email": Text(id="e-mail", en="e-mail"),
    "segment_code": Text(id="segmen", en="segment"),
    "status": Text(id="status", en="status"),
    "is_vip": Text(id="VIP", en="VIP"),
    "preferred_language": Text(id="bahasa", en="language"),
    "preferred_channel": Text(id="kanal pilihan", en="preferred channel"),
    "tags": Text(id="label", en="tags"),
    "home_address": Text(id="alamat rumah", en="home address"),
    "home_branch_code": Text(id="cabang", en="branch"),
    "identifiers": Text(id="nomor identitas", en="identifiers"),
    "relationships": Text(id="hubungan", en="relationships"),
}
_OUTCOMES = {
    "approved": Text(id="Perubahan data disetujui", en="A change of data was approved"),
    "rejected": Text(id="Perubahan data ditolak", en="A change of data was rejected"),
    "withdrawn": Text(id="Permintaan perubahan ditarik kembali", en="A request for change was withdrawn"),
}
_OUTCOME = Text(id="Permintaan perubahan yang Anda ajukan sudah diputuskan.", en="The change that you asked for has been decided.")
_CHANGED = Text(id="Data nasabah diubah", en="Customer data changed")


def _words(data: Mapping[str, Any]) -> tuple[Text, Text | None]:
    names = [FIELD_NAMES[name] for name in data.get("fields", ()) if name in FIELD_NAMES]
    return _CHANGED, Text(id=", ".join(name.id for name in names), en=", ".join(name.en for name in names)) if names else None


CHANGE = Kind("CustomerEvent", Text(id="Perubahan data", en="Data changes"), render=_words, area="CHANGES")
NOTICES = tuple(NoticeKind(f"customers.change_{state}", title=title, body=_OUTCOME) for state, title in _OUTCOMES.items())
