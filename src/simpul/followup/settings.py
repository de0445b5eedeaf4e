"""What the organisation decides about the follow-up programme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from simpul.followup.vocabulary import DEPOSIT_KIND_NAMES
from simpul.platform import configuration
from simpul.platform.actor import current_actor
from simpul.platform.configuration import Group, Kind, Setting
from simpul.platform.text import Text

WINDOW_DAYS, ADVANCE_HOURS = "followup.window_days", "followup.advance_hours"
DEPOSIT_KINDS, DEPOSIT_MINIMUM = "followup.deposit_kinds", "followup.deposit_minimum"
SEGMENT_ID, RETURN_DAYS = "followup.segment_id", "followup.return_days"
_DAYS = Text(id="hari", en="days")

GROUP = Group("followup", Text(id="Tindak lanjut", en="Follow-up"))
SETTINGS = (
    Setting(
        key=WINDOW_DAYS,
        group="followup",
        kind=Kind.INTEGER,
        default=2,
        minimum=1,
        maximum=30,
        unit=_DAYS,
        label=Text(id="Jendela tindak lanjut", en="Follow-up window"),
        help=Text(
            id="Tanpa setoran selama ini anggota berpindah ke petugas berikutnya. Jendela yang berjalan tetap.",
            en="Without a deposit for so long a member moves to the next agent. Running windows stay.",
        ),
    ),
    Setting(
        key=ADVANCE_HOURS,
        group="followup",
        kind=Kind.INTEGER,
        default=24,
        minimum=1,
        maximum=168,
        unit=Text(id="jam", en="hours"),
        label=Text(id="Pemberitahuan sebelum berpindah", en="Notice before a rotation"),
        help=Text(
            id="Sekian jam sebelum jendela berakhir petugas diberi tahu, sekali untuk tiap jendela.",
            en="So many hours before a window ends its agent gets a notice, once for each window.",
        ),
    ),
    Setting(
        key=DEPOSIT_KINDS,
        group="followup",
        kind=Kind.CHOICES,
        default=["CASH_DEPOSIT", "DEPOSIT", "TRANSFER", "TRANSFER_IN"],
        choices=DEPOSIT_KIND_NAMES,
        label=Text(id="Jenis setoran", en="Kinds of deposits"),
        help=Text(
            id="Transaksi masuk dari jenis ini memulai jendela baru dan anggota tetap pada petugasnya.",
            en="Incoming transactions of these kinds begin a new window, and the member keeps the agent.",
        ),
    ),
    Setting(
        key=DEPOSIT_MINIMUM,
        group="followup",
        kind=Kind.INTEGER,
        default=50_000,
        minimum=0,
        maximum=2_000_000_000,
        unit=Text(id="rupiah", en="rupiah"),
        label=Text(id="Setoran paling kecil", en="Smallest deposit"),
        help=Text(id="Setoran di bawah jumlah ini tidak dihitung.", en="A deposit below this does not count."),
    ),
    Setting(
        key=SEGMENT_ID,
        group="followup",
        kind=Kind.TEXT,
        default="",
        minimum=0,
        maximum=36,
        label=Text(id="Segmen program tindak lanjut", en="Segment of the follow-up programme"),
        help=Text(
            id="Nomor (ID) segmen: nasabah yang masuk segmen masuk program, yang keluar segmen keluar. Kosong: tidak ada.",
            en="Id of a segment: who enters it enters the programme, who leaves it leaves. Empty: none.",
        ),
    ),
    Setting(
        key=RETURN_DAYS,
        group="followup",
        kind=Kind.INTEGER,
        default=30,
        minimum=0,
        maximum=365,
        unit=_DAYS,
        label=Text(id="Kembali ke petugas yang sama", en="Return to the same agent"),
        help=Text(
            id="Yang masuk lagi dalam waktu ini kembali ke petugas sebelumnya bila ia bebas.",
            en="Who enters again within this time returns to the agent they left, if that agent is free.",
        ),
    ),
)


@dataclass(frozen=True)
class Rules:
    """What holds for the programme at this moment."""

    window: timedelta
    advance: timedelta
    deposit_kinds: list[str]
    deposit_minimum: int
    return_within: timedelta


def programme_rules() -> Rules:
    """What the organisation decided, as the running scope knows it: nothing is read again within a request."""
    actor = current_actor()
    return Rules(
        timedelta(days=configuration.number(WINDOW_DAYS, actor)),
        timedelta(hours=configuration.number(ADVANCE_HOURS, actor)),
        list(configuration.value(DEPOSIT_KINDS, actor)),
        configuration.number(DEPOSIT_MINIMUM, actor),
        timedelta(days=configuration.number(RETURN_DAYS, actor)),
    )
