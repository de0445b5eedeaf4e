"""What the operations on alerts give."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ninja import Schema


class AlertCanOut(Schema):
    acknowledge: bool


class AlertOut(Schema):
    code: str
    severity: Literal["critical", "warning", "info"]
    title: str
    reason: str
    since: datetime | None
    acknowledged: bool
    can: AlertCanOut
