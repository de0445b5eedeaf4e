"""What the organisation decides about campaigns."""

from __future__ import annotations

from simpul.marketing.vocabulary import OBJECTIVE_NAMES
from simpul.platform.configuration import Group, Kind, Setting
from simpul.platform.text import Text

COMPLIANCE_KINDS = "marketing.compliance_kinds"

GROUP = Group("marketing", Text(id="Kampanye", en="Campaigns"))
SETTINGS = (
    Setting(
        key=COMPLIANCE_KINDS,
        group="marketing",
        kind=Kind.CHOICES,
        default=[],
        choices=OBJECTIVE_NAMES,
        label=Text(id="Tujuan kampanye yang disetujui kepatuhan", en="Objectives that compliance approves"),
        help=Text(
            id="Kampanye dengan tujuan ini tidak dapat disetujui supervisor; kepatuhan yang memutuskan.",
            en="A supervisor cannot approve a campaign with such an objective; compliance decides.",
        ),
    ),
)
