"""Moments and rules as pages of cases name them, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from simpul.cases.models import LegalRules, ServiceLevel
from simpul.cases.vocabulary import wording
from simpul.platform.clock import zone_name
from simpul.platform.text import Text, language

_WEEKDAYS = {"id": ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"), "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}
_MONTHS = {
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
_VERSION = Text(id="{title}, versi {number}", en="{title}, version {number}")


def day_words(at: datetime, zone: ZoneInfo) -> str:
    """The day of an instant: 1 Jul 2027."""
    local = at.astimezone(zone)
    return f"{local.day} {_MONTHS[language()][local.month - 1]} {local.year}"


def weekday_words(at: datetime, zone: ZoneInfo) -> str:
    """The same with its weekday: Kam, 1 Jul 2027."""
    return f"{_WEEKDAYS[language()][at.astimezone(zone).weekday()]}, {day_words(at, zone)}"


def clock_words(at: datetime, zone: ZoneInfo) -> str:
    """The time of day with its zone: 12.00 WIB."""
    local = at.astimezone(zone)
    return f"{local:%H.%M} {zone_name(at, zone)}" if language() == "id" else f"{local:%H:%M} {zone_name(at, zone)}"


def rule_names(rules: Iterable[str]) -> dict[str, str]:
    """What service levels and sets of legal limits are called, by `key number`; those that the reader cannot see are left out."""
    wanted = {rule: rule.rpartition(" ") for rule in rules}
    keys = sorted({key for key, _, _ in wanted.values()})
    titles = {level.key: level.title for level in ServiceLevel.objects.filter(key__in=keys)}
    laws = {f"{law.key} {law.number}": law.title for law in LegalRules.objects.filter(key__in=keys)}
    found = {rule: laws.get(rule) or titles.get(key) for rule, (key, _, _) in wanted.items()}
    return {rule: str(_VERSION.format(title=wording(title), number=wanted[rule][2])) for rule, title in found.items() if title}
