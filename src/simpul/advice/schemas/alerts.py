"""What the operations on alerts give."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from ninja import Schema


class AlertCanOut(Schema):
    acknowledge: bool


class AlertReasonOut(Schema):
    code: str
    title: str
    reason: str
    since: datetime | None


class AlertSubjectOut(Schema):
    """The record that an alert is about, with the address of its page."""

    label: str
    address: str


class AlertOut(Schema):
    """What stands out, in the words of the weightiest of its `reasons`; what several rules say of one record is one alert."""

    code: str
    severity: Literal["critical", "warning", "info"]
    title: str
    reason: str
    since: datetime | None
    reasons: list[AlertReasonOut]
    subject: AlertSubjectOut | None
    acknowledged: bool
    can: AlertCanOut
