"""What oversight states about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.oversight.acts import OversightAct
from simpul.platform.domain import Domain, Parts, Resource
from simpul.platform.text import Text

if TYPE_CHECKING:
    from ninja import Router

_BODY = Text(id="Catatan di baliknya menunggu tinjauan Kepatuhan.", en="The records behind it wait for review by compliance.")
_BROUGHT = Text(id="Aturan aktivitas mencurigakan diubah lewat berkas konfigurasi", en="A rule of suspicion was changed by a configuration file")
_BROUGHT_BODY = Text(id="Ambang sebelum dan sesudahnya ada di jejak audit.", en="The audit trail has its thresholds before and after.")
_LOWERED = Text(id="Berkas konfigurasi menurunkan perlindungan", en="A configuration file lowered protection")
_LOWERED_BODY = Text(id="Jejak audit menyebut setiap perubahan dan siapa yang mengimpornya.", en="The audit trail names each change and who brought it in.")

RESOURCES = {
    "suspicion": Resource(
        Text(id="Peringatan kegiatan mencurigakan", en="Suspicious-activity alerts"),
        "control",
        "RU",
        grants={
            "COMPLIANCE": "RU ALL",
            "SYSTEM": "RCU ALL",
        },
    ),
}


def _parts() -> Parts:
    from simpul.oversight import datasets, guarding, portable
    from simpul.oversight.policies import configuration_labels
    from simpul.oversight.selectors.suspicion import alert_labels, rule_labels
    from simpul.oversight.services.configuration import PROTECTION_LOWERED
    from simpul.oversight.services.suspicion import RULE_BROUGHT, notice_kind
    from simpul.oversight.suspicion.rules import RULES
    from simpul.platform.notifier import NoticeKind
    from simpul.platform.subjects import SubjectType

    return Parts(
        entries=[
            SubjectType("SUSPICION_ALERT", Text(id="Aktivitas mencurigakan", en="Suspicious activity"), alert_labels, "/suspicion?alert={id}"),
            SubjectType("SUSPICION_RULE", Text(id="Aturan aktivitas mencurigakan", en="Rule of suspicion"), rule_labels, "/suspicion?tab=rules"),
            SubjectType(
                "CONFIGURATION", Text(id="Konfigurasi", en="Configuration"), configuration_labels, "/audit?action=CHANGE_CONFIG&object_type=CONFIGURATION"
            ),
            *datasets.data_sets(),
            portable.section(),
            *guarding.guarded_changes(),
            NoticeKind(PROTECTION_LOWERED, _LOWERED, _LOWERED_BODY),
            NoticeKind(RULE_BROUGHT, _BROUGHT, _BROUGHT_BODY),
            *(NoticeKind(notice_kind(rule.key), rule.title, _BODY) for rule in RULES.values()),
        ],
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.oversight.api import access_reports, audit, configuration, exports, operations, suspicion

    return [
        ("oversight", audit.router),
        ("oversight", access_reports.router),
        ("exports", exports.router),
        ("oversight", suspicion.router),
        ("oversight", operations.router),
        ("configuration", configuration.router),
    ]


# What the trail names and no page of its own shows.
OBJECTS = {
    "AUDIT_FILTER": Text(id="Filter tersimpan", en="Saved filter"),
    "CONFIGURATION": Text(id="Konfigurasi", en="Configuration"),
    "JOB": Text(id="Tugas latar", en="Job"),
}

DOMAIN = Domain("oversight", resources=RESOURCES, acts=OversightAct, parts=_parts, routers=_routers, objects=OBJECTS)
