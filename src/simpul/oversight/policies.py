"""Who oversees what: operations, suspicion, and the trail."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.exports import DataSet
from simpul.platform.text import Text

_NOT_READER = Text(id="Operasi sistem hanya untuk pembaca konfigurasi.", en="The operations are for readers of the configuration.")
_NOT_MANAGER = Text(id="Hanya pengelola konfigurasi yang mengimpornya.", en="Only configuration managers can import one.")
_NOT_OPERATOR = Text(id="Hanya pengelola konfigurasi yang menjalankan ulang pekerjaan.", en="Only configuration managers can run jobs again.")
_NOT_WATCHER = Text(id="Aktivitas mencurigakan hanya untuk Kepatuhan.", en="Suspicious activity is for compliance.")
_NOT_READER_OF_ALL = Text(id="Laporan akses hanya untuk pembaca seluruh jejak audit.", en="The report of access is for readers of the whole audit trail.")
_NOT_OWN = Text(id="Temuan tentang diri sendiri ditinjau oleh orang lain.", en="An alert about yourself is reviewed by somebody else.")
_NOT_EXPORTER = Text(id="Peran Anda tidak boleh mengekspor data ini.", en="Your role may not export this data.")
_NOT_YOUR_FILTER = Text(id="Hanya pemilik yang mengubah filter ini.", en="Only its owner changes this filter.")


def can_watch(actor: Actor) -> Verdict:
    """Readers and managers of the configuration see timers, jobs and dead letters."""
    reach = max(actor.reach("configuration", Act.READ), actor.reach("configuration", Act.MANAGE))
    return ALLOW if reach is Reach.ALL else deny(_NOT_READER)


def can_configure(actor: Actor) -> Verdict:
    """Managers of the configuration bring one in."""
    return ALLOW if actor.reach("configuration", Act.MANAGE) is Reach.ALL else deny(_NOT_MANAGER)


def can_operate(actor: Actor) -> Verdict:
    """Managers of the configuration fire and cancel timers and run dead letters again."""
    return ALLOW if actor.reach("configuration", Act.MANAGE) is Reach.ALL else deny(_NOT_OPERATOR)


def can_read_suspicion(actor: Actor) -> Verdict:
    """Alerts and rules are read by whom the grant opens them to everywhere."""
    return ALLOW if actor.reach("suspicion", Act.READ) is Reach.ALL else deny(_NOT_WATCHER)


def can_report_access(actor: Actor) -> Verdict:
    """Who could open a customer is told to readers of the whole trail."""
    return ALLOW if actor.reach("audit", Act.READ) is Reach.ALL else deny(_NOT_READER_OF_ALL)


def can_set_rules(actor: Actor) -> Verdict:
    """Rules are switched and tuned by whom the grant lets change them everywhere."""
    return ALLOW if actor.reach("suspicion", Act.UPDATE) is Reach.ALL else deny(_NOT_WATCHER)


def can_bring_rules(actor: Actor) -> Verdict:
    """With a configuration file rules come along, by whoever may bring it in; whoever sets them otherwise is told."""
    return ALLOW if can_set_rules(actor) or can_configure(actor) else deny(_NOT_WATCHER)


def can_review(actor: Actor, user_id: UUID) -> Verdict:
    """Alerts are judged by the same people, but never one about themself."""
    if not can_set_rules(actor):
        return deny(_NOT_WATCHER)
    return deny(_NOT_OWN) if user_id == actor.id else ALLOW


def can_change_filter(actor: Actor, owner_id: UUID) -> Verdict:
    """A saved filter is its owner's, whoever else may use it."""
    return ALLOW if owner_id == actor.id else deny(_NOT_YOUR_FILTER)


def can_export(actor: Actor, data_set: DataSet, wanted: Any = None) -> Verdict:
    """A data set is exported by whoever holds EXPORT on its resource and meets its own conditions, of any filter or of this one."""
    return data_set.may(actor, wanted) if actor.may(data_set.resource, Act.EXPORT) else deny(_NOT_EXPORTER)


def configuration_labels(actor: Actor, keys: list[str]) -> dict[str, str]:
    """The beginnings of fingerprints of configurations, for who may read them."""
    return {key: key[:8] for key in keys} if can_watch(actor) else {}
