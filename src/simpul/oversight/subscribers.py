"""What oversight registers with the kernel."""

from __future__ import annotations

from simpul.oversight import datasets
from simpul.oversight.selectors.suspicion import alert_labels, rule_labels
from simpul.oversight.services.suspicion import notice_kind
from simpul.oversight.suspicion.rules import RULES
from simpul.platform.notifier import NoticeKind, register_kind
from simpul.platform.subjects import SubjectType, register
from simpul.platform.text import Text

_BODY = Text(id="Catatan di baliknya menunggu tinjauan Kepatuhan.", en="The records behind it wait for review by compliance.")


def register_all() -> None:
    """Offer alerts and rules as subjects, and let compliance be told of each alert."""
    register(SubjectType("SUSPICION_ALERT", Text(id="Aktivitas mencurigakan", en="Suspicious activity"), alert_labels, "/suspicion?alert={id}"))
    register(SubjectType("SUSPICION_RULE", Text(id="Aturan aktivitas mencurigakan", en="Rule of suspicion"), rule_labels))
    datasets.register_all()
    for rule in RULES.values():
        register_kind(NoticeKind(notice_kind(rule.key), rule.title, _BODY))
