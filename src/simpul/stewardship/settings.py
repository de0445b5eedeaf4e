"""What the organisation decides about the rights of the person."""

from __future__ import annotations

from simpul.platform.configuration import Group, Kind, Setting, Stricter
from simpul.platform.text import Text

PACK_DAYS, TRANSACTION_YEARS = "stewardship.pack_days", "stewardship.transaction_years"

GROUP = Group("stewardship", Text(id="Hak data pribadi", en="Personal data rights"))
SETTINGS = (
    Setting(
        key=PACK_DAYS,
        group="stewardship",
        kind=Kind.INTEGER,
        default=7,
        minimum=1,
        maximum=30,
        unit=Text(id="hari", en="days"),
        stricter=Stricter.LOWER,
        label=Text(id="Paket data nasabah dapat diunduh", en="A pack of a person's data can be downloaded"),
        help=Text(
            id="Sesudah itu isinya dimusnahkan; paket baru memerlukan permintaan baru.", en="Then its content is destroyed; a new pack takes a new request."
        ),
    ),
    Setting(
        key=TRANSACTION_YEARS,
        group="stewardship",
        kind=Kind.INTEGER,
        default=10,
        minimum=5,
        maximum=30,
        unit=Text(id="tahun", en="years"),
        label=Text(id="Transaksi menahan penghapusan data", en="Transactions keep data from being erased"),
        help=Text(
            id="Selama itu sejak transaksi terakhir, data nasabah tidak dihapus walau diminta.",
            en="For so long after the last transaction a person's data is not erased, also on request.",
        ),
    ),
)
