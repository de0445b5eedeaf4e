"""The names of what is recorded, with their wording for the explorer."""

from __future__ import annotations

from enum import StrEnum

from simpul.platform.text import Text


class Action(StrEnum):
    """One kind of recorded act. Later domains add theirs here: the trail has one vocabulary."""

    SIGN_IN = "SIGN_IN"
    SIGN_IN_FAILED = "SIGN_IN_FAILED"
    SIGN_OUT = "SIGN_OUT"
    SESSION_ENDED = "SESSION_ENDED"
    CHANGE_PASSWORD = "CHANGE_PASSWORD"
    CHANGE_PREFERENCES = "CHANGE_PREFERENCES"
    CHANGE_AUTHENTICATOR = "CHANGE_AUTHENTICATOR"
    CONFIRM_IDENTITY = "CONFIRM_IDENTITY"
    UNLOCK_SIGN_IN = "UNLOCK_SIGN_IN"
    CHANGE_SERVICE_ACCOUNT = "CHANGE_SERVICE_ACCOUNT"
    USE_SERVICE_KEY = "USE_SERVICE_KEY"
    SEARCH_CUSTOMER = "SEARCH_CUSTOMER"
    VIEW_PROFILE = "VIEW_PROFILE"
    VIEW_TIMELINE = "VIEW_TIMELINE"
    VIEW_SENSITIVE = "VIEW_SENSITIVE"
    REVEAL_FIELD = "REVEAL_FIELD"
    VIEW_LIST = "VIEW_LIST"
    VIEW_DENIED = "VIEW_DENIED"
    WRITE_DENIED = "WRITE_DENIED"
    VIEW_AUDIT = "VIEW_AUDIT"
    BREAK_GLASS_LOOKUP = "BREAK_GLASS_LOOKUP"
    BREAK_GLASS_REQUEST = "BREAK_GLASS_REQUEST"
    BREAK_GLASS_APPROVE = "BREAK_GLASS_APPROVE"
    BREAK_GLASS_SELF_APPROVE = "BREAK_GLASS_SELF_APPROVE"
    BREAK_GLASS_REJECT = "BREAK_GLASS_REJECT"
    BREAK_GLASS_WITHDRAW = "BREAK_GLASS_WITHDRAW"
    BREAK_GLASS_LAPSE = "BREAK_GLASS_LAPSE"
    BREAK_GLASS_END = "BREAK_GLASS_END"
    BREAK_GLASS_REVOKE = "BREAK_GLASS_REVOKE"
    BREAK_GLASS_EXPIRE = "BREAK_GLASS_EXPIRE"
    BREAK_GLASS_REVIEW = "BREAK_GLASS_REVIEW"
    BREAK_GLASS_SAMPLE = "BREAK_GLASS_SAMPLE"
    BREAK_GLASS_FINDING = "BREAK_GLASS_FINDING"
    UPDATE_CUSTOMER = "UPDATE_CUSTOMER"
    REQUEST_CUSTOMER_CHANGE = "REQUEST_CUSTOMER_CHANGE"
    APPROVE_CUSTOMER_CHANGE = "APPROVE_CUSTOMER_CHANGE"
    REJECT_CUSTOMER_CHANGE = "REJECT_CUSTOMER_CHANGE"
    WITHDRAW_CUSTOMER_CHANGE = "WITHDRAW_CUSTOMER_CHANGE"
    ASSIGN_PORTFOLIO = "ASSIGN_PORTFOLIO"
    ACKNOWLEDGE_ALERT = "ACKNOWLEDGE_ALERT"
    RESTORE_ALERT = "RESTORE_ALERT"
    IMPORT_DATA = "IMPORT_DATA"
    SYNTHESISE_DATA = "SYNTHESISE_DATA"
    EXPORT_DATA = "EXPORT_DATA"
    CHANGE_RBAC = "CHANGE_RBAC"
    CHANGE_ABSENCE = "CHANGE_ABSENCE"
    CHANGE_CONFIG = "CHANGE_CONFIG"
    CHANGE_WORKFLOW = "CHANGE_WORKFLOW"
    RECOUNT_CASES = "RECOUNT_CASES"
    CLIMB_LADDER = "CLIMB_LADDER"
    CREATE_CASE = "CREATE_CASE"
    VIEW_CASE = "VIEW_CASE"
    UPDATE_CASE = "UPDATE_CASE"
    ASSIGN_CASE = "ASSIGN_CASE"
    ESCALATE_CASE = "ESCALATE_CASE"
    FINAL_RESPONSE = "FINAL_RESPONSE"
    CLOSE_CASE = "CLOSE_CASE"
    REOPEN_CASE = "REOPEN_CASE"
    RECEIVE_INTAKE = "RECEIVE_INTAKE"
    ACCEPT_INTAKE = "ACCEPT_INTAKE"
    DISCARD_INTAKE = "DISCARD_INTAKE"
    KEEP_REPLY = "KEEP_REPLY"
    FIRE_TIMER = "FIRE_TIMER"
    CANCEL_TIMER = "CANCEL_TIMER"
    RERUN_WORK = "RERUN_WORK"
    DISCARD_WORK = "DISCARD_WORK"
    MOVE_ITEM = "MOVE_ITEM"
    ROLL_BACK_ITEM = "ROLL_BACK_ITEM"
    MIGRATE_ITEMS = "MIGRATE_ITEMS"
    DROP_AUDIT_MONTH = "DROP_AUDIT_MONTH"
    RUN_TIMER = "RUN_TIMER"
    MARK_NOTICES = "MARK_NOTICES"
    REVIEW_SUSPICION = "REVIEW_SUSPICION"
    EXPORT_AUDIT = "EXPORT_AUDIT"
    SAVE_FILTER = "SAVE_FILTER"
    ATTACH_DOCUMENT = "ATTACH_DOCUMENT"
    RENDER_DOCUMENT = "RENDER_DOCUMENT"
    DOWNLOAD_DOCUMENT = "DOWNLOAD_DOCUMENT"
    HIDE_DOCUMENT = "HIDE_DOCUMENT"
    SCAN_DOCUMENT = "SCAN_DOCUMENT"
    PURGE_DOCUMENT = "PURGE_DOCUMENT"


LABELS: dict[str, Text] = {
    "SIGN_IN": Text(id="Masuk", en="Signed in"),
    "SIGN_IN_FAILED": Text(id="Gagal masuk", en="Failed sign-in"),
    "SIGN_OUT": Text(id="Keluar", en="Signed out"),
    "SESSION_ENDED": Text(id="Sesi diakhiri", en="Session ended"),
    "CHANGE_PASSWORD": Text(id="Ganti kata sandi", en="Changed password"),
    "CHANGE_PREFERENCES": Text(id="Ubah preferensi", en="Changed preferences"),
    "CHANGE_AUTHENTICATOR": Text(id="Ubah verifikasi dua langkah", en="Changed a second factor"),
    "CONFIRM_IDENTITY": Text(id="Pastikan diri kembali", en="Confirmed who they are"),
    "UNLOCK_SIGN_IN": Text(id="Buka kunci masuk", en="Unlocked signing in"),
    "CHANGE_SERVICE_ACCOUNT": Text(id="Ubah akun layanan", en="Changed a service account"),
    "USE_SERVICE_KEY": Text(id="Pakai kunci layanan", en="Used a service key"),
    "SEARCH_CUSTOMER": Text(id="Cari nasabah", en="Searched customers"),
    "VIEW_PROFILE": Text(id="Buka profil", en="Opened profile"),
    "VIEW_TIMELINE": Text(id="Buka linimasa", en="Opened timeline"),
    "VIEW_SENSITIVE": Text(id="Buka data sensitif", en="Opened sensitive data"),
    "REVEAL_FIELD": Text(id="Tampilkan data tersamar", en="Revealed a field"),
    "VIEW_LIST": Text(id="Lihat daftar", en="Viewed a list"),
    "VIEW_DENIED": Text(id="Akses ditolak", en="Access denied"),
    "WRITE_DENIED": Text(id="Perubahan ditolak", en="Change refused"),
    "VIEW_AUDIT": Text(id="Buka jejak audit", en="Opened the audit trail"),
    "BREAK_GLASS_LOOKUP": Text(id="Cari nasabah untuk akses darurat", en="Looked a customer up for emergency access"),
    "BREAK_GLASS_REQUEST": Text(id="Minta akses darurat", en="Asked for emergency access"),
    "BREAK_GLASS_APPROVE": Text(id="Setujui akses darurat", en="Approved emergency access"),
    "BREAK_GLASS_SELF_APPROVE": Text(id="Buka akses darurat sendiri", en="Opened emergency access alone"),
    "BREAK_GLASS_REJECT": Text(id="Tolak akses darurat", en="Refused emergency access"),
    "BREAK_GLASS_WITHDRAW": Text(id="Tarik permintaan akses darurat", en="Withdrew a request for emergency access"),
    "BREAK_GLASS_LAPSE": Text(id="Permintaan akses darurat gugur", en="A request for emergency access lapsed"),
    "BREAK_GLASS_END": Text(id="Akhiri akses darurat", en="Ended emergency access"),
    "BREAK_GLASS_REVOKE": Text(id="Cabut akses darurat", en="Revoked emergency access"),
    "BREAK_GLASS_EXPIRE": Text(id="Akses darurat berakhir", en="Emergency access expired"),
    "BREAK_GLASS_REVIEW": Text(id="Telaah akses darurat", en="Reviewed emergency access"),
    "BREAK_GLASS_SAMPLE": Text(id="Ambil uji petik", en="Drew a sample"),
    "BREAK_GLASS_FINDING": Text(id="Catat temuan uji petik", en="Noted a finding of a sample"),
    "UPDATE_CUSTOMER": Text(id="Ubah data nasabah", en="Changed customer data"),
    "REQUEST_CUSTOMER_CHANGE": Text(id="Ajukan perubahan data", en="Requested a data change"),
    "APPROVE_CUSTOMER_CHANGE": Text(id="Setujui perubahan data", en="Approved a data change"),
    "REJECT_CUSTOMER_CHANGE": Text(id="Tolak perubahan data", en="Rejected a data change"),
    "WITHDRAW_CUSTOMER_CHANGE": Text(id="Tarik pengajuan perubahan", en="Withdrew a data change"),
    "ASSIGN_PORTFOLIO": Text(id="Bagi portofolio", en="Assigned a portfolio"),
    "ACKNOWLEDGE_ALERT": Text(id="Sembunyikan peringatan", en="Acknowledged an alert"),
    "RESTORE_ALERT": Text(id="Munculkan lagi peringatan", en="Restored an alert"),
    "IMPORT_DATA": Text(id="Impor data", en="Imported data"),
    "SYNTHESISE_DATA": Text(id="Buat data sintetis", en="Made synthetic data"),
    "EXPORT_DATA": Text(id="Ekspor data", en="Exported data"),
    "CHANGE_ABSENCE": Text(id="Catat ketidakhadiran", en="Entered or cancelled an absence"),
    "CHANGE_RBAC": Text(id="Ubah hak akses", en="Changed access rights"),
    "CHANGE_CONFIG": Text(id="Ubah konfigurasi", en="Changed configuration"),
    "CHANGE_WORKFLOW": Text(id="Ubah alur kerja", en="Changed a workflow"),
    "CLIMB_LADDER": Text(id="Tangga eskalasi kasus berjalan", en="Climbed the ladder of escalation"),
    "RECOUNT_CASES": Text(id="Hitung ulang tenggat kasus", en="Recounted due times of cases"),
    "CREATE_CASE": Text(id="Catat kasus", en="Opened a case"),
    "VIEW_CASE": Text(id="Lihat kasus", en="Viewed a case"),
    "UPDATE_CASE": Text(id="Kerjakan kasus", en="Worked on a case"),
    "ASSIGN_CASE": Text(id="Tugaskan kasus", en="Assigned a case"),
    "ESCALATE_CASE": Text(id="Eskalasi kasus", en="Escalated a case"),
    "FINAL_RESPONSE": Text(id="Jawaban akhir kasus", en="Final response of a case"),
    "CLOSE_CASE": Text(id="Tutup kasus", en="Closed a case"),
    "REOPEN_CASE": Text(id="Buka kembali kasus", en="Reopened a case"),
    "RECEIVE_INTAKE": Text(id="Terima pesan dari luar", en="Received a message from outside"),
    "ACCEPT_INTAKE": Text(id="Buka kasus dari pesan masuk", en="Opened a case from an incoming message"),
    "DISCARD_INTAKE": Text(id="Kesampingkan pesan masuk", en="Put an incoming message aside"),
    "KEEP_REPLY": Text(id="Atur balasan siap pakai", en="Kept a reply"),
    "FIRE_TIMER": Text(id="Jalankan pewaktu sekarang", en="Fired a timer early"),
    "CANCEL_TIMER": Text(id="Batalkan pewaktu", en="Cancelled a timer"),
    "RERUN_WORK": Text(id="Jalankan ulang pekerjaan", en="Ran failed work again"),
    "DISCARD_WORK": Text(id="Buang pekerjaan gagal", en="Discarded failed work"),
    "MOVE_ITEM": Text(id="Pindahkan langkah alur", en="Moved along a workflow"),
    "ROLL_BACK_ITEM": Text(id="Batalkan langkah alur", en="Rolled a step back"),
    "RUN_TIMER": Text(id="Pewaktu alur berjalan", en="A workflow's timer ran"),
    "REVIEW_SUSPICION": Text(id="Tinjau aktivitas mencurigakan", en="Reviewed suspicious activity"),
    "EXPORT_AUDIT": Text(id="Ekspor jejak audit", en="Exported the audit trail"),
    "SAVE_FILTER": Text(id="Simpan filter audit", en="Saved an audit filter"),
    "MARK_NOTICES": Text(id="Tandai pemberitahuan", en="Marked notices"),
    "ATTACH_DOCUMENT": Text(id="Lampirkan dokumen", en="Attached a document"),
    "RENDER_DOCUMENT": Text(id="Buat dokumen", en="Made a document"),
    "DOWNLOAD_DOCUMENT": Text(id="Unduh dokumen", en="Downloaded a document"),
    "HIDE_DOCUMENT": Text(id="Hapus dokumen dari tampilan", en="Took a document out of sight"),
    "SCAN_DOCUMENT": Text(id="Pindai dokumen", en="Scanned a document"),
    "PURGE_DOCUMENT": Text(id="Musnahkan isi dokumen", en="Destroyed a document's content"),
    "MIGRATE_ITEMS": Text(id="Pindahkan ke versi alur lain", en="Migrated to another version"),
    "DROP_AUDIT_MONTH": Text(id="Hapus bulan jejak audit", en="Dropped a month of the trail"),
}


def label(action: str) -> str:
    """The action in the reader's language; an unknown one keeps its name."""
    return str(LABELS[action]) if action in LABELS else action
