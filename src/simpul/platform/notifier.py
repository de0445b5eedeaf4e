"""Telling colleagues something, from any domain, without knowing how it reaches them.

A domain states the kinds of notice it gives; whoever can deliver states a channel. A notice is handed to
every channel in the caller's transaction, so it exists exactly when the change does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from uuid import UUID

from simpul.platform import events
from simpul.platform.registry import Registry
from simpul.platform.text import Text


@dataclass(frozen=True)
class NoticeKind:
    """A kind of notice with its wording; `{names}` are filled from a notice's values.

    `by_mail`: it comes by mail as well, whatever its reader chose, because whoever reads the inbox may be somebody else.
    """

    key: str
    title: Text
    body: Text
    by_mail: bool = False


@dataclass(frozen=True)
class Notice:
    """One notice to some colleagues about a subject. `values` hold no personal data: the subject's page shows it."""

    kind: str
    to: tuple[UUID, ...]
    subject_type: str
    subject_id: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class StaffNotified:
    """Colleagues were told something."""

    kind: str
    to: tuple[UUID, ...]
    subject_type: str
    subject_id: str


@dataclass(frozen=True)
class Channel:
    """A way to deliver. It gets notices in sets, each with at least one receiver."""

    name: str
    deliver: Callable[[Sequence[Notice]], None]


class NoticeUnknown(LookupError):
    """No domain has stated this kind of notice."""


kinds: Registry[NoticeKind] = Registry(NoticeKind, lambda kind: kind.key)
channels: Registry[Channel] = Registry(Channel, lambda channel: channel.name)


def notify(kind: str, to: Iterable[UUID], *, subject_type: str, subject_id: object, **values: str) -> None:
    """Tell each colleague once, in the caller's transaction.

    Raises: NoticeUnknown.
    """
    notify_many([Notice(kind, tuple(to), subject_type, str(subject_id), values)])


def notify_many(notices: Iterable[Notice]) -> None:
    """Give a set of notices, each receiver of one once; how many statements that takes does not grow with the set.

    Raises: NoticeUnknown.
    """
    given = list(notices)
    if unknown := {notice.kind for notice in given} - kinds.keys():
        raise NoticeUnknown(f"No domain has stated the notice {min(unknown)}.")
    told = [replace(notice, to=tuple(dict.fromkeys(notice.to))) for notice in given if notice.to]
    for channel in channels.values() if told else ():
        channel.deliver(told)


def _news(notices: Sequence[Notice]) -> None:
    """A notice becomes an event."""
    for notice in notices:
        events.emit(StaffNotified(notice.kind, notice.to, notice.subject_type, notice.subject_id))


NEWS = Channel("events", _news)
