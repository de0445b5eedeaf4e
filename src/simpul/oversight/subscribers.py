"""What oversight registers with the kernel."""

from __future__ import annotations

from simpul.oversight import datasets, portable
from simpul.oversight.selectors.suspicion import alert_labels, rule_labels
from simpul.oversight.services.suspicion import RULE_BROUGHT, notice_kind
from simpul.oversight.suspicion.rules import RULES
from simpul.platform.notifier import NoticeKind, register_kind
from simpul.platform.subjects import SubjectType, register
from simpul.platform.text import Text

_BODY = Text(id="Catatan di baliknya menunggu tinjauan Kepatuhan.", en="The records behind it wait for review by compliance.")
_BROUGHT = Text(id="Aturan aktivitas mencurigakan diubah lewat berkas konfigurasi", en="A rule of suspicion was changed by a configuration file")
_BROUGHT_BODY = Text(id="Ambang sebelum dan sesudahnya ada di jejak audit.", en="The audit trail has its thresholds before and after.")


def register_all() -> None:
    """Offer alerts and rules as subjects, and let compliance be told of each alert."""
    register(SubjectType("SUSPICION_ALERT", Text(id="Aktivitas mencurigakan", en="Suspicious activity"), alert_labels, "/suspicion?alert={id}"))
    register(SubjectType("SUSPICION_RULE", Text(id="Aturan aktivitas mencurigakan", en="Rule of suspicion"), rule_labels, "/suspicion?tab=rules"))
    datasets.register_all()
    portable.register_all()
    register_kind(NoticeKind(RULE_BROUGHT, _BROUGHT, _BROUGHT_BODY))
    for rule in RULES.values():
        register_kind(NoticeKind(notice_kind(rule.key), rule.title, _BODY))
