"""The changes of oversight that take a second person: the configuration as a file, and the rules of suspicion."""

from __future__ import annotations

from typing import Any

from simpul.oversight.schemas.configuration import ConfigurationImportIn
from simpul.oversight.schemas.suspicion import SuspicionRuleIn
from simpul.oversight.services import configuration, suspicion
from simpul.platform.actor import Actor
from simpul.platform.guarding import GuardedChange
from simpul.platform.text import Text


def guarded_changes() -> tuple[GuardedChange, ...]:
    """Each under the id of its operation."""
    return (
        GuardedChange("configuration_import", Text(id="Impor berkas konfigurasi", en="Import a configuration file"), ConfigurationImportIn, _import_file),
        GuardedChange(
            "suspicion_rules_update",
            Text(id="Ubah aturan aktivitas mencurigakan", en="Change a rule of suspicion"),
            SuspicionRuleIn,
            _update_rule,
            resource="suspicion",
            act="U",
        ),
    )


def _import_file(actor: Actor, body: ConfigurationImportIn) -> Any:
    return configuration.configuration_import(actor=actor, document=body.document, stands=body.stands, reason=body.reason, lowering_seen=body.lowering_seen)


def _update_rule(actor: Actor, body: SuspicionRuleIn, key: str) -> Any:
    return suspicion.rule_update(actor=actor, key=key, enabled=body.enabled, thresholds=body.thresholds, version=body.version)
