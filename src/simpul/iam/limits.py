"""The settings of signing in and of sessions, and what holds for one user."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.conf import settings

from simpul.platform import budget, configuration
from simpul.platform.actor import Actor
from simpul.platform.configuration import Group, Kind, Setting, Stricter
from simpul.platform.db import query
from simpul.platform.text import Text

ORGANISATION = "organisation.name"
HOURS = "access.hours"
IDLE, ABSOLUTE = "session.idle_seconds", "session.absolute_seconds"
FACTOR_ROLES, UNKNOWN_SSO = "signin.mfa_roles", "signin.unknown_sso_user"
FORMER_PASSWORDS, MOST_FORMER_PASSWORDS = "signin.former_passwords", 24
_ROWS = Text(id="baris", en="rows")
_SECONDS = Text(id="detik", en="seconds")
_TIMES = Text(id="kali", en="times")


def _roles() -> dict[str, Text]:
    rows = query("SELECT role_key, role_name, name_en FROM iam.roles WHERE is_assignable ORDER BY rank, role_key")
    return {row["role_key"]: Text(id=row["role_name"], en=row["name_en"]) for row in rows}


GROUPS = (
    Group("organisation", Text(id="Organisasi", en="Organisation")),
    Group("session", Text(id="Sesi", en="Sessions")),
    Group("signin", Text(id="Masuk", en="Signing in")),
    Group("access", Text(id="Jam akses", en="Hours of access")),
    Group("limits", Text(id="Batas pemakaian", en="Limits of use")),
    Group("export", Text(id="Ekspor", en="Exports")),
)

SETTINGS = (
    Setting(
        key=ORGANISATION,
        group="organisation",
        kind=Kind.TEXT,
        default="",
        minimum=0,
        maximum=80,
        label=Text(id="Nama organisasi", en="Name of the organisation"),
        help=Text(id="Dicetak pada tanda terima dan surat kepada nasabah.", en="Printed on receipts and letters to customers."),
    ),
    Setting(
        key=IDLE,
        group="session",
        kind=Kind.INTEGER,
        default=lambda: settings.SESSION_IDLE_SECONDS,
        minimum=60,
        maximum=14_400,
        unit=_SECONDS,
        stricter=Stricter.LOWER,
        label=Text(id="Keluar otomatis bila tidak dipakai", en="Sign out when idle"),
        help=Text(id="Sesi berakhir setelah selama ini tanpa kegiatan.", en="A session ends after so long without activity."),
    ),
    Setting(
        key=ABSOLUTE,
        group="session",
        kind=Kind.INTEGER,
        default=lambda: settings.SESSION_COOKIE_AGE,
        minimum=600,
        maximum=86_400,
        unit=_SECONDS,
        stricter=Stricter.LOWER,
        label=Text(id="Lama sesi paling panjang", en="Longest session"),
        help=Text(id="Sesi berakhir setelah selama ini, dipakai atau tidak.", en="A session ends after so long, used or not."),
    ),
    Setting(
        key="signin.failures",
        group="signin",
        kind=Kind.INTEGER,
        default=lambda: settings.SIGN_IN_FAILURES,
        minimum=3,
        maximum=20,
        unit=_TIMES,
        safer=Stricter.LOWER,
        label=Text(id="Gagal masuk sebelum dikunci", en="Failed sign-ins before a lock-out"),
        help=Text(
            id="Percobaan gagal untuk satu nama pengguna dalam sehari; tiap gagal berikutnya menggandakan waktu tunggu.",
            en="Failed attempts for one user name within a day; each further one doubles the wait.",
        ),
    ),
    Setting(
        key="signin.attempts_per_minute",
        group="signin",
        kind=Kind.INTEGER,
        default=lambda: settings.SIGN_INS_PER_MINUTE,
        minimum=5,
        maximum=1_000,
        unit=_TIMES,
        safer=Stricter.LOWER,
        label=Text(id="Percobaan masuk tiap menit", en="Sign-in attempts a minute"),
        help=Text(id="Percobaan masuk dari satu alamat jaringan.", en="Sign-in attempts from one network address."),
    ),
    Setting(
        key="signin.address_failures",
        group="signin",
        kind=Kind.INTEGER,
        default=lambda: settings.SIGN_IN_FAILURES_PER_ADDRESS,
        minimum=10,
        maximum=1_000,
        unit=_TIMES,
        safer=Stricter.LOWER,
        label=Text(id="Gagal masuk dari satu alamat sebelum ditutup", en="Failed sign-ins from one address before it is closed"),
        help=Text(
            id="Percobaan gagal dari satu alamat jaringan dalam lima belas menit; satu kantor sering memakai satu alamat.",
            en="Failed attempts from one network address within fifteen minutes; a whole office often shares one.",
        ),
    ),
    Setting(
        key=FACTOR_ROLES,
        group="signin",
        kind=Kind.CHOICES,
        default=lambda: list(settings.SECOND_FACTOR_ROLES),
        choices=_roles,
        safer=Stricter.MORE,
        label=Text(id="Peran yang wajib verifikasi dua langkah", en="Roles that must have a second step"),
        help=Text(
            id="Pengguna dengan peran ini tidak dapat bekerja sebelum memasang aplikasi autentikator atau passkey.",
            en="Users with these roles cannot work before they set up an authenticator application or a passkey.",
        ),
    ),
    Setting(
        key=UNKNOWN_SSO,
        group="signin",
        kind=Kind.CHOICE,
        default="REFUSE",
        choices={
            "REFUSE": Text(id="Ditolak", en="Refused"),
            "CREATE": Text(id="Dibuatkan akun tanpa peran", en="Given an account without roles"),
        },
        safest="REFUSE",
        label=Text(id="Masuk lewat SSO oleh orang yang belum dikenal", en="Single sign-on of somebody unknown"),
        help=Text(
            id="Bila pemetaan klaim memberi peran, akun selalu dibuat; pengaturan ini untuk yang lainnya.",
            en="Where the mapping of claims gives a role, an account is always made; this setting is about the others.",
        ),
    ),
    Setting(
        key="signin.link_hours",
        group="signin",
        kind=Kind.INTEGER,
        default=24,
        minimum=1,
        maximum=72,
        unit=Text(id="jam", en="hours"),
        safer=Stricter.LOWER,
        label=Text(id="Masa berlaku tautan kata sandi", en="Life of a password link"),
        help=Text(
            id="Tautan sekali pakai untuk membuat kata sandi berakhir setelah selama ini.", en="A one-time link for setting a password ends after so long."
        ),
    ),
    Setting(
        key=FORMER_PASSWORDS,
        group="signin",
        kind=Kind.INTEGER,
        default=5,
        minimum=0,
        maximum=MOST_FORMER_PASSWORDS,
        unit=Text(id="kata sandi", en="passwords"),
        safer=Stricter.HIGHER,
        label=Text(id="Kata sandi terakhir yang tidak boleh dipakai lagi", en="Latest passwords that may not be used again"),
        help=Text(
            id="Kata sandi yang baru tidak sama dengan sekian kata sandi terakhir, yang sekarang termasuk; 0 berarti tidak diperiksa. Hanya sidiknya yang disimpan.",
            en="A new password is none of so many latest ones, the present one included; 0 means that it is not checked. Only hashes are kept.",
        ),
    ),
    Setting(
        key="signin.dormant_days",
        group="signin",
        kind=Kind.INTEGER,
        default=90,
        minimum=0,
        maximum=730,
        unit=Text(id="hari", en="days"),
        safer=Stricter.LOWER,
        label=Text(id="Akun yang tidak dipakai ditutup", en="Accounts that are not used are closed"),
        help=Text(
            id="Akun yang pemiliknya tidak masuk selama ini dinonaktifkan setiap malam; 0 berarti tidak pernah. Mengaktifkannya kembali memerlukan orang kedua.",
            en="An account whose person did not sign in for so long is suspended every night; 0 means never. Activating it again takes a second person.",
        ),
    ),
    budget.SETTING,
    Setting(
        key="export.allowed",
        group="export",
        kind=Kind.BOOLEAN,
        default=True,
        stricter=Stricter.FALSE,
        label=Text(id="Ekspor diizinkan", en="Exports are allowed"),
        help=Text(id="Bila tidak, tidak seorang pun mengekspor, apa pun haknya.", en="If not, nobody exports, whatever their grants."),
    ),
    Setting(
        key="export.per_hour",
        group="export",
        kind=Kind.INTEGER,
        default=10,
        minimum=1,
        maximum=1_000,
        unit=_TIMES,
        stricter=Stricter.LOWER,
        label=Text(id="Ekspor tiap jam", en="Exports an hour"),
        help=Text(id="Berkas yang diekspor satu pengguna.", en="Files that one user exports."),
    ),
    Setting(
        key="export.rows_max",
        group="export",
        kind=Kind.INTEGER,
        default=1_000_000,
        minimum=100,
        maximum=10_000_000,
        unit=_ROWS,
        stricter=Stricter.LOWER,
        label=Text(id="Baris terbanyak satu ekspor", en="Most rows of one export"),
        help=Text(id="Ekspor yang lebih besar ditolak; persempit saringannya.", en="A larger export is refused; narrow its filter."),
    ),
    Setting(
        key=HOURS,
        group="access",
        kind=Kind.HOURS,
        default=None,
        stricter=Stricter.WITHIN,
        label=Text(id="Jam akses", en="Hours of access"),
        help=Text(
            id="Di luar jam ini permintaan ditolak, menurut waktu cabang pengguna. Administrator tidak dibatasi.",
            en="Outside these hours requests are refused, by the time of the user's branch. Administrators are not limited.",
        ),
    ),
)


# Settings that guard access, by the group that their key begins with; `iam.is_guarding_setting` knows the same.
_GUARDING = frozenset({"break_glass", "signin", "session", "access", "limits", "export", "control"})


def is_guarding(key: str) -> bool:
    """Whether changing this setting takes a second person."""
    return key.partition(".")[0] in _GUARDING


def stored() -> Mapping[str, Any]:
    """What the organisation changed."""
    return {row["key"]: row["value"] for row in query("SELECT key, value FROM iam.settings")}


def effective(held: Mapping[str, Any]) -> dict[str, Any]:
    """What holds for a user, out of `iam.held_settings`."""
    return configuration.effective(held["organisation"], held["units"])


def session_limits(user_id: UUID) -> tuple[int, int]:
    """After how many seconds a user's session ends: idle, and in any case."""
    held = effective(query("SELECT iam.held_settings(%s) AS held", (user_id,))[0]["held"])
    return tuple(int(held[key] if key in held else configuration.find(key).default_value()) for key in (IDLE, ABSOLUTE))  # type: ignore[return-value]


def organisation_name(actor: Actor | None = None) -> str:
    """How letters call the organisation; blank until it is named. An actor carries what holds, and nothing is read."""
    return str(configuration.value(ORGANISATION, actor))
