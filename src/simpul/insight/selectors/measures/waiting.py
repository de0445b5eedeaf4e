"""Measures whose data does not exist yet: declared with their definitions, shown nowhere."""

from __future__ import annotations

from decimal import Decimal

from simpul.insight.selectors.measures.declaring import Measure
from simpul.insight.vocabulary import Better, Combine, Unit
from simpul.platform.text import Text

MEASURES = (
    Measure(
        code="recovery_rate",
        title=Text(id="Tingkat pemulihan", en="Recovery rate"),
        definition=Text(
            id="Pemulihan yang diselesaikan, dibagi pemulihan yang ditawarkan.",
            en="Recoveries completed over recoveries offered.",
        ),
        unit=Unit.PERCENT,
        combine=Combine.RATIO,
        better=Better.HIGHER,
    ),
    Measure(
        code="redemption_rate",
        title=Text(id="Penukaran", en="Redemption"),
        definition=Text(
            id="Poin yang ditukarkan, dibagi poin yang diberikan.",
            en="Points redeemed over points given.",
        ),
        unit=Unit.PERCENT,
        combine=Combine.RATIO,
        better=Better.HIGHER,
    ),
    Measure(
        code="merchant_conversion",
        title=Text(id="Konversi merchant", en="Merchants' conversion"),
        definition=Text(
            id="Rekomendasi merchant yang dipakai nasabah, dibagi rekomendasi yang diberikan.",
            en="Recommendations of merchants that customers used over recommendations given.",
        ),
        unit=Unit.PERCENT,
        combine=Combine.RATIO,
        better=Better.HIGHER,
        target=Decimal(2),
    ),
    Measure(
        code="root_causes",
        title=Text(id="Akar masalah", en="Root causes"),
        definition=Text(
            id="Kasus menurut akar masalahnya.",
            en="Cases by their root cause.",
        ),
        unit=Unit.COUNT,
        combine=Combine.SUM,
    ),
)
