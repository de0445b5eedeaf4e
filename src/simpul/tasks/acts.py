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
