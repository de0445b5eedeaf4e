"""What dashboards refuse."""

from __future__ import annotations

from simpul.platform.errors import Conflict, NotFound
from simpul.platform.text import Text


class DashboardNotFound(NotFound):
    """There is no such dashboard for the caller's roles."""

    title = Text(id="Dasbor tidak ditemukan", en="Dashboard not found")


class DashboardScheduleNotFound(NotFound):
    """The caller has no such schedule."""

    title = Text(id="Jadwal dasbor tidak ditemukan", en="Schedule of a dashboard not found")


class DashboardSchedulesAreEnough(Conflict):
    """The caller has as many schedules as one person may have; delete one first."""

    title = Text(
        id="Jadwal dasbor sudah sebanyak yang diizinkan",
        en="There are as many schedules of dashboards as one person may have",
    )
