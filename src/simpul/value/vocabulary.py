"""Closed lists of customer value: segments, methods, and which kinds of bookings are whose."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices

from simpul.platform.text import Text

RESOURCE, THRESHOLDS, SCORES = "customer_value", "RFM_THRESHOLDS", "RFM_SCORES"
SCORING = "SCORING"  # the kind of the impact assessment that scoring takes
BEST, WORST = 5, 1


class RfmSegment(TextChoices):
    """Where a customer stands by recency, frequency and monetary value, from best to worst."""

    CHAMPION = "CHAMPION"
    LOYAL = "LOYAL"
    POTENTIAL = "POTENTIAL"
    AT_RISK = "AT_RISK"
    LOST = "LOST"
    HIBERNATING = "HIBERNATING"


class ClvProxy(TextChoices):
    """What a segment lets expect of a customer's future value."""

    VERY_HIGH = "VERY_HIGH"
    HIGH = "HIGH"
    GROWING = "GROWING"
    DECLINING = "DECLINING"
    MINIMAL = "MINIMAL"
    LOW = "LOW"


class RfmMethod(TextChoices):
    """How a figure becomes a score: by fixed thresholds, or by fifths of all customers."""

    THRESHOLDS = "THRESHOLDS"
    PERCENTILES = "PERCENTILES"


class MonetaryMeasure(TextChoices):
    """What the monetary value is: what moved in the window, or what lay on the accounts."""

    TURNOVER = "TURNOVER"
    BALANCE = "BALANCE"


class RfmEngine(TextChoices):
    """Where all customers are scored: DuckDB in the worker, Spark, or PostgreSQL itself."""

    DUCKDB = "DUCKDB"
    SPARK = "SPARK"
    POSTGRES = "POSTGRES"


@dataclass(frozen=True)
class SegmentRule:
    """One of the six rules; the first that matches decides. `condition` is SQL over r, f and m."""

    number: int
    segment: RfmSegment
    clv_proxy: ClvProxy
    condition: str
    words: str


# Source: product chapter 7.1. LOST stands before HIBERNATING, which takes everything else.
RULES: tuple[SegmentRule, ...] = (
    SegmentRule(
        1,
        RfmSegment.CHAMPION,
        ClvProxy.VERY_HIGH,
        "r >= 4 AND f >= 4 AND m >= 4",
        "R >= 4, F >= 4, M >= 4",
    ),
    SegmentRule(2, RfmSegment.LOYAL, ClvProxy.HIGH, "f >= 4", "F >= 4"),
    SegmentRule(3, RfmSegment.POTENTIAL, ClvProxy.GROWING, "r >= 4", "R >= 4"),
    SegmentRule(
        4,
        RfmSegment.AT_RISK,
        ClvProxy.DECLINING,
        "r <= 3 AND f <= 3 AND r + f + m >= 6",
        "R <= 3, F <= 3, R + F + M >= 6",
    ),
    SegmentRule(5, RfmSegment.LOST, ClvProxy.MINIMAL, "r = 1 AND f = 1", "R = 1, F = 1"),
    SegmentRule(6, RfmSegment.HIBERNATING, ClvProxy.LOW, "", ""),
)
RULE_OF: dict[int, SegmentRule] = {rule.number: rule for rule in RULES}

# Bookings that the organisation makes by itself, and bookings that take another one back. All other
# kinds are transactions of the customer.
FEE_KINDS = ("FEE", "ADMIN_FEE", "CHARGE", "TAX", "PENALTY")
INTEREST_KINDS = ("INTEREST", "INTEREST_CREDIT", "INTEREST_CHARGE", "PROFIT_SHARING")
REVERSAL_KINDS = ("REVERSAL", "CORRECTION", "REFUND")

SEGMENT_NAMES: dict[str, Text] = {
    "CHAMPION": Text(id="Champion", en="Champion"),
    "LOYAL": Text(id="Loyal", en="Loyal"),
    "POTENTIAL": Text(id="Potensial", en="Potential"),
    "AT_RISK": Text(id="Berisiko pergi", en="At risk"),
    "LOST": Text(id="Hilang", en="Lost"),
    "HIBERNATING": Text(id="Tidur", en="Hibernating"),
}
CLV_NAMES: dict[str, Text] = {
    "VERY_HIGH": Text(id="Sangat tinggi", en="Very high"),
    "HIGH": Text(id="Tinggi", en="High"),
    "GROWING": Text(id="Tumbuh", en="Growing"),
    "DECLINING": Text(id="Menurun", en="Declining"),
    "MINIMAL": Text(id="Minimal", en="Minimal"),
    "LOW": Text(id="Rendah", en="Low"),
}
ACTION_NAMES: dict[str, Text] = {
    "CHAMPION": Text(id="Pertahankan, beri penghargaan khusus", en="Retain, exclusive rewards"),
    "LOYAL": Text(id="Tawarkan peningkatan dan produk lain", en="Upsell, cross-sell"),
    "POTENTIAL": Text(id="Dorong agar lebih sering bertransaksi", en="Nurture frequency"),
    "AT_RISK": Text(id="Kampanye merebut kembali", en="Win-back campaign"),
    "LOST": Text(id="Hubungi dengan biaya rendah", en="Low-cost reach-out"),
    "HIBERNATING": Text(id="Ajak aktif kembali", en="Re-engagement"),
}
METHOD_NAMES: dict[str, Text] = {
    "THRESHOLDS": Text(id="Ambang tetap", en="Fixed thresholds"),
    "PERCENTILES": Text(id="Seperlima nasabah", en="Fifths of the customers"),
}
MEASURE_NAMES: dict[str, Text] = {
    "TURNOVER": Text(id="Nilai transaksi", en="Value of transactions"),
    "BALANCE": Text(id="Rata-rata saldo harian", en="Average daily balance"),
}
ENGINE_NAMES: dict[str, Text] = {
    "DUCKDB": Text(id="DuckDB (bawaan)", en="DuckDB (embedded)"),
    "SPARK": Text(id="Apache Spark", en="Apache Spark"),
    "POSTGRES": Text(id="PostgreSQL", en="PostgreSQL"),
}
RFM_SEGMENTS: tuple[str, ...] = tuple(segment.value for segment in RfmSegment)


def rfm_title(segment: str) -> Text:
    """How a segment is called."""
    return SEGMENT_NAMES[segment]
