"""The closed lists of emergency access."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices

from simpul.platform.text import Text

SUBJECT = "BREAK_GLASS"
WORKFLOW = "break_glass"
RESOURCE = "break_glass"

LEAST_REASON, MOST_REASON = 20, 1_000
LEAST_MINUTES, MOST_MINUTES = 15, 240
LARGEST_SAMPLE = 50
LONGEST_PERIOD_DAYS = 92


class Status(TextChoices):
    REQUESTED = "REQUESTED"
    ACTIVE = "ACTIVE"
    REJECTED = "REJECTED"
    WITHDRAWN = "WITHDRAWN"
    LAPSED = "LAPSED"  # nobody decided in time
    ENDED = "ENDED"  # by who asked
    REVOKED = "REVOKED"  # by somebody else
    EXPIRED = "EXPIRED"


STANDING = (Status.REQUESTED, Status.ACTIVE)
OPENED = (Status.ACTIVE, Status.ENDED, Status.REVOKED, Status.EXPIRED)


class Finding(TextChoices):
    FINE = "FINE"
    CONCERN = "CONCERN"


@dataclass(frozen=True)
class Reason:
    """Why somebody may ask, and which roles may give it; `sample` is for samples only."""

    name: Text
    roles: frozenset[str]
    sample: bool = False


_COMPLIANCE, _ADMIN = frozenset({"COMPLIANCE"}), frozenset({"ADMIN"})
REASONS: dict[str, Reason] = {
    "FRAUD": Reason(Text(id="Dugaan fraud atau penyalahgunaan", en="Suspected fraud or misuse"), _COMPLIANCE),
    "MONEY_LAUNDERING": Reason(Text(id="Telaah APU-PPT", en="Anti-money-laundering review"), _COMPLIANCE),
    "COMPLAINT": Reason(Text(id="Telaah pengaduan atau sengketa", en="Review of a complaint or dispute"), _COMPLIANCE),
    "AUTHORITY": Reason(Text(id="Permintaan regulator atau penegak hukum", en="Request of a regulator or law enforcement"), _COMPLIANCE),
    "INCIDENT": Reason(Text(id="Penanganan insiden data", en="Handling of a data incident"), _COMPLIANCE | _ADMIN),
    "TROUBLESHOOTING": Reason(Text(id="Penelusuran gangguan sistem", en="Troubleshooting of the system"), _ADMIN),
    "SAMPLING": Reason(Text(id="Uji petik kepatuhan", en="Compliance sampling"), _COMPLIANCE, sample=True),
}
TIERS: dict[int, Text] = {
    1: Text(id="Tingkat 1: profil tersamar", en="Tier 1: the profile, masked"),
    2: Text(id="Tingkat 2: identitas dan kontak boleh ditampilkan", en="Tier 2: identifiers and contacts may be revealed"),
    3: Text(id="Tingkat 3: termasuk isi pengaduan sensitif", en="Tier 3: sensitive case content as well"),
}
