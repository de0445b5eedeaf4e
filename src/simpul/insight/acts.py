"""What the trail records of dashboards; handing one out is recorded as EXPORT_DATA."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class InsightAct(AuditAct):
    """What the trail records of dashboards."""

    CREATE_DASHBOARD_SCHEDULE = (
        "CREATE_DASHBOARD_SCHEDULE",
        Text(id="Jadwalkan kiriman dasbor", en="Scheduled a dashboard"),
    )
    UPDATE_DASHBOARD_SCHEDULE = (
        "UPDATE_DASHBOARD_SCHEDULE",
        Text(id="Ubah jadwal dasbor", en="Changed the schedule of a dashboard"),
    )
    DELETE_DASHBOARD_SCHEDULE = (
        "DELETE_DASHBOARD_SCHEDULE",
        Text(id="Hapus jadwal dasbor", en="Deleted the schedule of a dashboard"),
    )
    SEND_DASHBOARD = "SEND_DASHBOARD", Text(id="Kirim dasbor", en="Sent a dashboard")
