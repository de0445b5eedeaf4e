"""What oversight registers with the kernel."""

from __future__ import annotations

from simpul.oversight import datasets, portable
from simpul.oversight.policies import can_watch
from simpul.oversight.selectors.suspicion import alert_labels, rule_labels
from simpul.oversight.services.configuration import PROTECTION_LOWERED
from simpul.oversight.services.suspicion import RULE_BROUGHT, notice_kind
from simpul.oversight.suspicion.rules import RULES
from simpul.platform.actor import Actor
from simpul.platform.notifier import NoticeKind, register_kind
from simpul.platform.subjects import SubjectType, register
from simpul.platform.text import Text

_BODY = Text(id="Catatan di baliknya menunggu tinjauan Kepatuhan.", en="The records behind it wait for review by compliance.")
_BROUGHT = Text(id="Aturan aktivitas mencurigakan diubah lewat berkas konfigurasi", en="A rule of suspicion was changed by a configuration file")
_BROUGHT_BODY = Text(id="Ambang sebelum dan sesudahnya ada di jejak audit.", en="The audit trail has its thresholds before and after.")

_LOWERED = Text(id="Berkas konfigurasi menurunkan perlindungan", en="A configuration file lowered protection")
_LOWERED_BODY = Text(id="Jejak audit menyebut setiap perubahan dan siapa yang mengimpornya.", en="The audit trail names each change and who brought it in.")


def _configurations(actor: Actor, keys: list[str]) -> dict[str, str]:
    """The beginnings of fingerprints, for who may read the configuration."""
    return {key: key[:8] for key in keys} if can_watch(actor) else {}


def register_all() -> None:
    """Offer alerts and rules as subjects, and let compliance be told of each alert."""
    register(SubjectType("SUSPICION_ALERT", Text(id="Aktivitas mencurigakan", en="Suspicious activity"), alert_labels, "/suspicion?alert={id}"))
    register(SubjectType("SUSPICION_RULE", Text(id="Aturan aktivitas mencurigakan", en="Rule of suspicion"), rule_labels, "/suspicion?tab=rules"))
    datasets.register_all()
    portable.register_all()
    register(SubjectType("CONFIGURATION", Text(id="Konfigurasi", en="Configuration"), _configurations, "/audit?action=CHANGE_CONFIG&object_type=CONFIGURATION"))
    register_kind(NoticeKind(PROTECTION_LOWERED, _LOWERED, _LOWERED_BODY))
    register_kind(NoticeKind(RULE_BROUGHT, _BROUGHT, _BROUGHT_BODY))
    for rule in RULES.values():
        register_kind(NoticeKind(notice_kind(rule.key), rule.title, _BODY))
