"""What the organisation decides about the value of customers."""

from __future__ import annotations

from simpul.platform.configuration import Group, Kind, Setting
from simpul.platform.text import Text
from simpul.value.vocabulary import ENGINE_NAMES, MEASURE_NAMES, METHOD_NAMES, MonetaryMeasure, RfmEngine, RfmMethod

MONTHS, METHOD, MEASURE = "value.rfm_months", "value.rfm_method", "value.rfm_measure"
CURRENCY, ASKS_CONSENT, ENGINE = "value.rfm_currency", "value.rfm_asks_consent", "value.rfm_engine"

GROUP = Group("value", Text(id="Nilai nasabah", en="Customer value"))
SETTINGS = (
    Setting(
        key=MONTHS,
        group="value",
        kind=Kind.INTEGER,
        default=12,
        minimum=1,
        maximum=60,
        unit=Text(id="bulan", en="months"),
        label=Text(id="Jendela RFM", en="RFM window"),
        help=Text(
            id="Transaksi selama ini yang dihitung untuk frekuensi dan nilai.",
            en="Transactions of so long count for frequency and monetary value.",
        ),
    ),
    Setting(
        key=METHOD,
        group="value",
        kind=Kind.CHOICE,
        default=RfmMethod.THRESHOLDS.value,
        choices=METHOD_NAMES,
        label=Text(id="Cara memberi skor RFM", en="Method of RFM scores"),
        help=Text(
            id="Ambang tetap membandingkan angka nasabah dengan ambang; seperlima membandingkannya dengan nasabah lain dan berlaku sejak penghitungan malam.",
            en="Fixed thresholds compare a customer's figure with bounds; fifths compare it with the other customers, from the next count at night.",
        ),
    ),
    Setting(
        key=MEASURE,
        group="value",
        kind=Kind.CHOICE,
        default=MonetaryMeasure.TURNOVER.value,
        choices=MEASURE_NAMES,
        label=Text(id="Ukuran nilai RFM", en="Monetary measure of RFM"),
        help=Text(
            id="Jumlah nilai transaksi dalam jendela, atau rata-rata saldo harian selama jendela.",
            en="The value of the transactions in the window, or the average daily balance over it.",
        ),
    ),
    Setting(
        key=CURRENCY,
        group="value",
        kind=Kind.TEXT,
        default="IDR",
        minimum=3,
        maximum=3,
        label=Text(id="Mata uang nilai RFM", en="Currency of the RFM value"),
        help=Text(
            id="Hanya jumlah dalam mata uang ini yang dijumlahkan; kode tiga huruf.",
            en="Only amounts in this currency are added up; a code of three letters.",
        ),
    ),
    Setting(
        key=ASKS_CONSENT,
        group="value",
        kind=Kind.BOOLEAN,
        default=False,
        label=Text(
            id="Skor RFM hanya tampil dengan persetujuan pemrofilan",
            en="RFM scores show with consent to profiling only",
        ),
        help=Text(
            id="Tanpa ini skor tampil atas dasar kepentingan yang sah bagi yang boleh membuka nasabah.",
            en="Without it, scores show under legitimate interest to whoever may open the customer.",
        ),
    ),
    Setting(
        key=ENGINE,
        group="value",
        kind=Kind.CHOICE,
        default=RfmEngine.DUCKDB.value,
        choices=ENGINE_NAMES,
        label=Text(id="Mesin penghitung RFM", en="Engine of RFM"),
        help=Text(
            id="Ketiganya memberi jawaban yang sama; Spark memerlukan paket dan Java di mesin pekerja.",
            en="All three give the same answer; Spark takes its package and Java where the worker runs.",
        ),
    ),
)
