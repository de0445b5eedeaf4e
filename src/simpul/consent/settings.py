"""What the organisation decides about verifying customers and approving their consents."""

from __future__ import annotations

from simpul.platform.configuration import Group, Kind, Setting, Stricter
from simpul.platform.text import Text

KNOWLEDGE_APPROVED, VERIFICATION_MINUTES = "consent.knowledge_needs_approval", "consent.verification_minutes"

GROUP = Group("consent", Text(id="Persetujuan nasabah", en="Customers' consent"))
SETTINGS = (
    Setting(
        key=KNOWLEDGE_APPROVED,
        group="consent",
        kind=Kind.BOOLEAN,
        default=True,
        stricter=Stricter.TRUE,
        label=Text(id="Persetujuan lewat pertanyaan verifikasi menunggu supervisor", en="Grants by verification questions wait for a supervisor"),
        help=Text(
            id="Pemberian persetujuan yang hanya diverifikasi dengan pertanyaan berlaku setelah supervisor menyetujui. Penarikan tidak pernah menunggu.",
            en="A grant that was verified by questions alone holds once a supervisor approved it. A withdrawal never waits.",
        ),
    ),
    Setting(
        key=VERIFICATION_MINUTES,
        group="consent",
        kind=Kind.INTEGER,
        default=15,
        minimum=5,
        maximum=60,
        unit=Text(id="menit", en="minutes"),
        stricter=Stricter.LOWER,
        label=Text(id="Verifikasi nasabah berlaku", en="A verification of a customer holds"),
        help=Text(
            id="Selama itu petugas yang sama dapat mencatat beberapa perubahan persetujuan.",
            en="For so long the same colleague can record several changes of consent.",
        ),
    ),
)
