"""What the audit trail states about itself."""

from __future__ import annotations

from simpul.audit.actions import Action
from simpul.platform.domain import Domain, Parts


def _parts() -> Parts:
    from simpul.audit import services
    from simpul.platform import ports

    return Parts(entries=[ports.Plug(ports.record_list, services.record_list), ports.Plug(ports.record_refusal, services.record_refusal)])


DOMAIN = Domain("audit", schema="audit", acts=Action, parts=_parts)
