"""What the audit trail records: each domain names its acts, with their wording, in an enumeration of its own."""

from __future__ import annotations

from enum import StrEnum

from simpul.platform.text import Text


class AuditAct(StrEnum):
    """One kind of recorded act; a member is written as its name in the trail and its wording."""

    label: Text

    def __new__(cls, name: str, label: Text) -> AuditAct:
        """The member, which is its name."""
        act = str.__new__(cls, name)
        act._value_ = name
        act.label = label
        return act
