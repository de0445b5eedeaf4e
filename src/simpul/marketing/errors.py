"""What segments and campaigns refuse."""

from __future__ import annotations

from simpul.platform.errors import Conflict, Forbidden, NotFound
from simpul.platform.text import Text


class SegmentNotFound(NotFound):
    """No such segment."""

    title = Text(id="Segmen tidak ditemukan", en="Segment not found")


class SegmentIsArchived(Conflict):
    """An archived segment is restored before it is changed or used."""

    title = Text(id="Segmen ini sudah diarsipkan", en="This segment is archived")


class SegmentIsNotArchived(Conflict):
    """Only an archived segment is restored."""

    title = Text(id="Segmen ini tidak diarsipkan", en="This segment is not archived")


class SegmentNameTaken(Conflict):
    """Another segment that is not archived has this name."""

    title = Text(id="Nama segmen sudah dipakai", en="The name of the segment is taken")


class SegmentIsAList(Conflict):
    """The customers of a static list are uploaded, not looked for."""

    title = Text(id="Segmen ini berupa daftar tetap", en="This segment is a static list")


class SegmentIsARule(Conflict):
    """The customers of a rule are looked for, not uploaded or removed."""

    title = Text(id="Segmen ini berupa aturan", en="This segment is a rule")


class SelectingIsNotAllowed(Conflict):
    """No impact assessment of segmentation is in force, so nobody is selected."""

    title = Text(id="Pemilihan nasabah belum diizinkan", en="Selecting customers is not allowed yet")


class CampaignNotFound(NotFound):
    """No such campaign."""

    title = Text(id="Kampanye tidak ditemukan", en="Campaign not found")


class CampaignForbidsThis(Conflict):
    """The state of the campaign does not allow this step; read it again."""

    title = Text(id="Langkah ini tidak berlaku pada keadaan kampanye sekarang", en="The campaign is not in a state for this step")


class OwnCampaign(Forbidden):
    """Who wrote, changed or submitted a campaign never decides about it."""

    title = Text(id="Kampanye Anda diputuskan orang lain", en="Somebody else decides about your campaign")


class CampaignNeedsApproval(Conflict):
    """Segment or template changed after the approval; the campaign is approved again before it starts."""

    title = Text(id="Segmen atau templat berubah sesudah disetujui", en="Segment or template changed after the approval")
