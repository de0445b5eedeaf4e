"""What the trail records of notices and message templates."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class NoticeAct(AuditAct):
    """What the trail records of notices and message templates."""

    MARK_NOTICES = "MARK_NOTICES", Text(id="Tandai pemberitahuan", en="Marked notices")
    CREATE_TEMPLATE = "CREATE_TEMPLATE", Text(id="Buat templat pesan", en="Created a message template")
    EDIT_TEMPLATE = "EDIT_TEMPLATE", Text(id="Ubah templat pesan", en="Edited a message template")
    SUBMIT_TEMPLATE = "SUBMIT_TEMPLATE", Text(id="Ajukan templat pesan", en="Submitted a message template")
    APPROVE_TEMPLATE = "APPROVE_TEMPLATE", Text(id="Setujui templat pesan", en="Approved a message template")
    REJECT_TEMPLATE = "REJECT_TEMPLATE", Text(id="Tolak templat pesan", en="Rejected a message template")
    RETIRE_TEMPLATE = "RETIRE_TEMPLATE", Text(id="Hentikan templat pesan", en="Retired a message template")
    RENDER_TEMPLATE = "RENDER_TEMPLATE", Text(id="Coba templat pesan", en="Tried a message template")
    TEMPLATE_STATUS = "TEMPLATE_STATUS", Text(id="Kabar penyedia tentang templat", en="News of a template from its provider")
