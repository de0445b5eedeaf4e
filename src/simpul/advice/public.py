"""The door to advice: the alerts that stand for customers."""

from simpul.advice.schemas import AlertOut
from simpul.advice.selectors import alerts, alerts_among

__all__ = ["AlertOut", "alerts", "alerts_among"]
