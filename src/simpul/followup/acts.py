"""What the trail records of the follow-up programme."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class FollowupAct(AuditAct):
    """What the trail records of the follow-up programme."""

    ADD_FOLLOWUP_AGENT = (
        "ADD_FOLLOWUP_AGENT",
        Text(id="Tambah petugas tindak lanjut", en="Added a follow-up agent"),
    )
    CHANGE_FOLLOWUP_AGENT = (
        "CHANGE_FOLLOWUP_AGENT",
        Text(id="Ubah petugas tindak lanjut", en="Changed a follow-up agent"),
    )
    REORDER_FOLLOWUP_AGENTS = (
        "REORDER_FOLLOWUP_AGENTS",
        Text(id="Ubah urutan petugas tindak lanjut", en="Changed the order of follow-up agents"),
    )
    CHANGE_FOLLOWUP_DAYS_OFF = (
        "CHANGE_FOLLOWUP_DAYS_OFF",
        Text(id="Ubah hari libur petugas tindak lanjut", en="Changed days off of a follow-up agent"),
    )
    ADD_FOLLOWUP_ENTRIES = (
        "ADD_FOLLOWUP_ENTRIES",
        Text(id="Masukkan anggota tindak lanjut", en="Entered follow-up members"),
    )
    LOG_FOLLOWUP = "LOG_FOLLOWUP", Text(id="Catat tindak lanjut", en="Logged a follow-up")
    REVEAL_FOLLOWUP_PHONE = (
        "REVEAL_FOLLOWUP_PHONE",
        Text(id="Tampilkan telepon anggota", en="Revealed the phone of a member"),
    )
    START_FOLLOWUP_RUN = (
        "START_FOLLOWUP_RUN",
        Text(id="Minta rotasi tindak lanjut", en="Requested a follow-up run"),
    )
    RUN_FOLLOWUP = "RUN_FOLLOWUP", Text(id="Jalankan rotasi tindak lanjut", en="Ran the follow-up rotation")
