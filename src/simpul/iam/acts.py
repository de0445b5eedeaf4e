"""What the trail records of people, their rights and how they sign in."""

from __future__ import annotations

from simpul.platform.acts import AuditAct
from simpul.platform.text import Text


class IamAct(AuditAct):
    """What the trail records of people, their rights and how they sign in."""

    SIGN_IN = "SIGN_IN", Text(id="Masuk", en="Signed in")
    SIGN_IN_FAILED = "SIGN_IN_FAILED", Text(id="Gagal masuk", en="Failed sign-in")
    SIGN_OUT = "SIGN_OUT", Text(id="Keluar", en="Signed out")
    SESSION_ENDED = "SESSION_ENDED", Text(id="Sesi diakhiri", en="Session ended")
    CHANGE_PASSWORD = "CHANGE_PASSWORD", Text(id="Ganti kata sandi", en="Changed password")
    CHANGE_PREFERENCES = "CHANGE_PREFERENCES", Text(id="Ubah preferensi", en="Changed preferences")
    CHANGE_AUTHENTICATOR = "CHANGE_AUTHENTICATOR", Text(id="Ubah verifikasi dua langkah", en="Changed a second factor")
    CONFIRM_IDENTITY = "CONFIRM_IDENTITY", Text(id="Pastikan diri kembali", en="Confirmed who they are")
    UNLOCK_SIGN_IN = "UNLOCK_SIGN_IN", Text(id="Buka kunci masuk", en="Unlocked signing in")
    CHANGE_SERVICE_ACCOUNT = "CHANGE_SERVICE_ACCOUNT", Text(id="Ubah akun layanan", en="Changed a service account")
    USE_SERVICE_KEY = "USE_SERVICE_KEY", Text(id="Pakai kunci layanan", en="Used a service key")
    CHANGE_RBAC = "CHANGE_RBAC", Text(id="Ubah hak akses", en="Changed access rights")
    CHANGE_ABSENCE = "CHANGE_ABSENCE", Text(id="Catat ketidakhadiran", en="Entered or cancelled an absence")
