"""What documents state about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simpul.documents.acts import DocumentAct
from simpul.platform.domain import Domain, Parts
from simpul.platform.text import Text

if TYPE_CHECKING:
    from ninja import Router


def _parts() -> Parts:
    from simpul.documents import settings
    from simpul.documents.selectors.documents import document_labels
    from simpul.documents.services.keeping import INFECTED
    from simpul.platform.notifier import NoticeKind
    from simpul.platform.subjects import SubjectType

    return Parts(
        entries=[
            settings.GROUP,
            settings.SETTING,
            SubjectType("DOCUMENT", Text(id="Dokumen", en="Document"), document_labels),
            NoticeKind(
                INFECTED,
                Text(id="Malware dalam dokumen Anda", en="Malware in your document"),
                Text(
                    id="Pemindai menemukan malware dalam berkas yang Anda lampirkan. Berkas itu dikunci.",
                    en="The scanner found malware in a file that you attached. The file is locked.",
                ),
            ),
        ],
    )


def _routers() -> list[tuple[str, Router]]:
    from simpul.documents import api

    return [("documents", api.router)]


DOMAIN = Domain("documents", acts=DocumentAct, parts=_parts, routers=_routers)
