"""The door to advice: register alert rules, read alerts."""

from simpul.advice.registry import AlertSubject, Finding, Look, Rule, Severity, register
from simpul.advice.schemas import AlertOut
from simpul.advice.selectors import alerts, alerts_among

__all__ = ["AlertOut", "AlertSubject", "Finding", "Look", "Rule", "Severity", "alerts", "alerts_among", "register"]
