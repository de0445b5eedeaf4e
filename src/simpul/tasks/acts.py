"""What the trail records of tasks."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class TaskAct(AuditAct):
    """What the trail records of tasks."""

    CREATE_TASK = "CREATE_TASK", Text(id="Buat tugas", en="Created a task")
    UPDATE_TASK = "UPDATE_TASK", Text(id="Ubah tugas", en="Changed a task")
    COMPLETE_TASK = "COMPLETE_TASK", Text(id="Selesaikan tugas", en="Completed a task")
    SKIP_TASK = "SKIP_TASK", Text(id="Lewati tugas", en="Skipped a task")
    REOPEN_TASK = "REOPEN_TASK", Text(id="Buka kembali tugas", en="Reopened a task")
    # scaffold: leave out
    CREATE_ACTIVITY = "CREATE_ACTIVITY", Text(id="Catat kegiatan", en="Logged an activity")
    UPDATE_ACTIVITY = "UPDATE_ACTIVITY", Text(id="Ubah kegiatan", en="Changed an activity")
    WITHDRAW_ACTIVITY = (
        "WITHDRAW_ACTIVITY",
        Text(id="Tarik kegiatan", en="Withdrew an activity"),
    )
    CREATE_CALENDAR_FEED = (
        "CREATE_CALENDAR_FEED",
        Text(id="Buat langganan kalender", en="Made a calendar feed"),
    )
    REVOKE_CALENDAR_FEED = (
        "REVOKE_CALENDAR_FEED",
        Text(id="Cabut langganan kalender", en="Revoked a calendar feed"),
    )
    # scaffold: end
