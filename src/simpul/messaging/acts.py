"""What the trail records of notices, messages and their templates."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class NoticeAct(AuditAct):
    """What the trail records of notices and messages."""

    MARK_NOTICES = "MARK_NOTICES", Text(id="Tandai pemberitahuan", en="Marked notices")
    CHOOSE_MAIL = "CHOOSE_MAIL", Text(id="Pilih pemberitahuan lewat surel", en="Chose notices by mail")
    CHANGE_PROVIDER = "CHANGE_PROVIDER", Text(id="Ubah penyedia pesan", en="Changed a message provider")
    TEST_PROVIDER = "TEST_PROVIDER", Text(id="Uji penyedia pesan", en="Tested a message provider")
    VIEW_MESSAGE = "VIEW_MESSAGE", Text(id="Buka isi pesan", en="Opened a message")
    CHANGE_PREFERENCE = "CHANGE_PREFERENCE", Text(id="Ubah pilihan kanal", en="Changed a contact preference")
    LIFT_SUPPRESSION = "LIFT_SUPPRESSION", Text(id="Buka blokir alamat", en="Lifted a suppression")
    REGISTER_DEVICE = "REGISTER_DEVICE", Text(id="Daftarkan perangkat nasabah", en="Registered a customer's device")
    REMOVE_DEVICE = "REMOVE_DEVICE", Text(id="Hapus perangkat nasabah", en="Removed a customer's device")
    CREATE_TEMPLATE = "CREATE_TEMPLATE", Text(id="Buat templat pesan", en="Created a message template")
    EDIT_TEMPLATE = "EDIT_TEMPLATE", Text(id="Ubah templat pesan", en="Edited a message template")
    SUBMIT_TEMPLATE = "SUBMIT_TEMPLATE", Text(id="Ajukan templat pesan", en="Submitted a message template")
    APPROVE_TEMPLATE = "APPROVE_TEMPLATE", Text(id="Setujui templat pesan", en="Approved a message template")
    REJECT_TEMPLATE = "REJECT_TEMPLATE", Text(id="Tolak templat pesan", en="Rejected a message template")
    RETIRE_TEMPLATE = "RETIRE_TEMPLATE", Text(id="Hentikan templat pesan", en="Retired a message template")
    RENDER_TEMPLATE = "RENDER_TEMPLATE", Text(id="Coba templat pesan", en="Tried a message template")
    TEMPLATE_STATUS = "TEMPLATE_STATUS", Text(id="Kabar penyedia tentang templat", en="News of a template from its provider")
