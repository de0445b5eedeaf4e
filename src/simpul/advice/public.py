"""The door to advice: the alerts that stand for customers."""

from simpul.advice.schemas import AlertOut
from simpul.advice.selectors import AlertName, alert_names, alerts, alerts_among

__all__ = ["AlertName", "AlertOut", "alert_names", "alerts", "alerts_among"]
