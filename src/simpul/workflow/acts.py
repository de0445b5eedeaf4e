"""What the trail records of workflows, timers and calendars."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class WorkflowAct(AuditAct):
    """What the trail records of workflows, timers and calendars."""

    CHANGE_WORKFLOW = "CHANGE_WORKFLOW", Text(id="Ubah alur kerja", en="Changed a workflow")
    FIRE_TIMER = "FIRE_TIMER", Text(id="Jalankan pewaktu sekarang", en="Fired a timer early")
    CANCEL_TIMER = "CANCEL_TIMER", Text(id="Batalkan pewaktu", en="Cancelled a timer")
    MOVE_ITEM = "MOVE_ITEM", Text(id="Pindahkan langkah alur", en="Moved along a workflow")
    ROLL_BACK_ITEM = "ROLL_BACK_ITEM", Text(id="Batalkan langkah alur", en="Rolled a step back")
    MIGRATE_ITEMS = "MIGRATE_ITEMS", Text(id="Pindahkan ke versi alur lain", en="Migrated to another version")
    RUN_TIMER = "RUN_TIMER", Text(id="Pewaktu alur berjalan", en="A workflow's timer ran")
