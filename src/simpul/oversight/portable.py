"""What of oversight travels to another installation: how the rules of suspicion are set; alerts stay where they were raised."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter

from simpul.oversight.models import SuspicionRule
from simpul.oversight.services.suspicion import rule_bring
from simpul.oversight.suspicion.rules import RULES
from simpul.platform.actor import Actor
from simpul.platform.portable import Report, Section
from simpul.platform.text import Text

RuleKey = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,59}$")]
ThresholdKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,59}$")]

_BECOMES = Text(id="{rule}: {name}: {before} menjadi {after}.", en="{rule}: {name}: {before} becomes {after}.")
_ON = Text(id="{rule}: dinyalakan.", en="{rule}: switched on.")
_OFF = Text(id="{rule}: dimatikan.", en="{rule}: switched off.")
_UNKNOWN = Text(id="Rilis ini tidak mengenal aturan ini.", en="This release knows no such rule.")


class RulePart(BaseModel):
    """A rule in the file; what it does not know is refused."""

    model_config = ConfigDict(extra="forbid", strict=True)

    enabled: bool
    thresholds: dict[ThresholdKey, Annotated[float, Field(allow_inf_nan=False)]]


def section() -> Section:
    """The rules."""
    title = Text(id="Aturan aktivitas mencurigakan", en="Rules of suspicion")
    return Section("suspicion", 200, title, TypeAdapter(dict[RuleKey, RulePart]), _rules, _bring)


def _rules() -> dict[str, Any]:
    rows = SuspicionRule.objects.filter(pk__in=list(RULES)).order_by("pk")
    return {row.key: {"enabled": row.enabled, "thresholds": RULES[row.key].checked(row.thresholds)} for row in rows}


def _bring(actor: Actor, content: dict[str, RulePart], report: Report) -> None:
    standing = _rules()
    for key, part in content.items():
        if key not in standing:
            report.refused(f"/{key}", _UNKNOWN)
            continue
        with report.attempt(f"/{key}"):
            after = RULES[key].checked(part.thresholds)
            _tell(key, standing[key], {"enabled": part.enabled, "thresholds": after}, report)
            rule_bring(actor=actor, key=key, enabled=part.enabled, thresholds=after)


def _tell(key: str, before: dict[str, Any], after: dict[str, Any], report: Report) -> None:
    title = RULES[key].title
    if before["enabled"] != after["enabled"]:
        report.changed(f"/{key}/enabled", (_ON if after["enabled"] else _OFF).format(rule=title), lowers=not after["enabled"])
    for threshold in RULES[key].thresholds:
        was, becomes = before["thresholds"][threshold.key], after["thresholds"][threshold.key]
        if was != becomes:
            sentence = _BECOMES.format(rule=title, name=threshold.label, before=f"{was:g}", after=f"{becomes:g}")
            # Every threshold is one that work must pass to be noticed.
            report.changed(f"/{key}/thresholds/{threshold.key}", sentence, lowers=becomes > was)
