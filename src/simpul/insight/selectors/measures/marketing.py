"""Measures of campaigns."""

from __future__ import annotations

from simpul.insight.selectors.measures.declaring import Measure, RowsLink, day_of
from simpul.insight.vocabulary import Better, Combine, Unit
from simpul.platform.text import Text

STEP_NAMES = {
    "1_SENT": Text(id="Terkirim", en="Sent"),
    "2_DELIVERED": Text(id="Sampai", en="Delivered"),
    "3_OPENED": Text(id="Dibuka", en="Opened"),
    "4_CLICKED": Text(id="Diklik", en="Clicked"),
}
_CAMPAIGNS = RowsLink("/campaigns", "campaign")
_SENT = "m.sent_at >= %(since)s AND m.sent_at < %(until)s"


def _share(reached: str) -> str:
    return f"""
SELECT {day_of("m.sent_at")}, m.branch_code, '', NULL::uuid, ({reached})::integer, 1, m.customer_id
FROM crm.figure_offers m WHERE {_SENT}
"""


MEASURES = (
    Measure(
        code="campaign_steps",
        title=Text(id="Pesan kampanye", en="Campaign messages"),
        definition=Text(
            id="Pesan kampanye yang terkirim dalam periode, dan berapa yang sampai, dibuka, dan diklik.",
            en="Campaign messages sent in the period, and how many were delivered, opened and clicked.",
        ),
        unit=Unit.COUNT,
        combine=Combine.SUM,
        rows=_CAMPAIGNS,
        keys=STEP_NAMES,
        source=f"""
SELECT {day_of("m.sent_at")}, m.branch_code, s.key, NULL::uuid, 1, 0, m.customer_id
FROM crm.figure_offers m
CROSS JOIN LATERAL (VALUES ('1_SENT', m.sent_at), ('2_DELIVERED', m.delivered_at), ('3_OPENED', m.opened_at), ('4_CLICKED', m.clicked_at)) s (key, at)
WHERE {_SENT} AND s.at IS NOT NULL
""",
    ),
    Measure(
        code="campaign_sent",
        title=Text(id="Pesan terkirim", en="Messages sent"),
        definition=Text(
            id="Pesan kampanye yang terkirim dalam periode.",
            en="Campaign messages sent in the period.",
        ),
        unit=Unit.COUNT,
        combine=Combine.SUM,
        rows=_CAMPAIGNS,
        source=f"""
SELECT {day_of("m.sent_at")}, m.branch_code, '', NULL::uuid, 1, 0, m.customer_id FROM crm.figure_offers m WHERE {_SENT}
""",
    ),
    Measure(
        code="campaign_delivered",
        title=Text(id="Pesan sampai", en="Delivered"),
        definition=Text(
            id="Pesan kampanye yang sampai, dibagi yang terkirim dalam periode.",
            en="Campaign messages delivered over those sent in the period.",
        ),
        unit=Unit.PERCENT,
        combine=Combine.RATIO,
        better=Better.HIGHER,
        rows=_CAMPAIGNS,
        source=_share("m.delivered_at IS NOT NULL"),
    ),
    Measure(
        code="campaign_opened",
        title=Text(id="Pesan dibuka", en="Opened"),
        definition=Text(
            id="Pesan kampanye yang dibuka, dibagi yang terkirim dalam periode.",
            en="Campaign messages opened over those sent in the period.",
        ),
        unit=Unit.PERCENT,
        combine=Combine.RATIO,
        better=Better.HIGHER,
        rows=_CAMPAIGNS,
        source=_share("m.opened_at IS NOT NULL"),
    ),
    Measure(
        code="campaign_clicked",
        title=Text(id="Pesan diklik", en="Clicked"),
        definition=Text(
            id="Pesan kampanye yang diklik, dibagi yang terkirim dalam periode.",
            en="Campaign messages clicked over those sent in the period.",
        ),
        unit=Unit.PERCENT,
        combine=Combine.RATIO,
        better=Better.HIGHER,
        rows=_CAMPAIGNS,
        source=_share("m.clicked_at IS NOT NULL"),
    ),
    Measure(
        code="eligible_rate",
        title=Text(id="Nasabah yang layak", en="Eligible rate"),
        definition=Text(
            id="Nasabah yang layak, dibagi nasabah yang dipilih aturan kampanye, menurut hari penilaian.",
            en="Eligible customers over customers whom the rules of campaigns chose, by the day of judging.",
        ),
        unit=Unit.PERCENT,
        combine=Combine.RATIO,
        better=Better.HIGHER,
        rows=_CAMPAIGNS,
        source=f"""
SELECT {day_of("e.evaluated_at")}, e.branch_code, '', NULL::uuid, e.is_eligible::integer, 1, e.customer_id
FROM crm.figure_audiences e WHERE e.evaluated_at >= %(since)s AND e.evaluated_at < %(until)s
""",
    ),
    Measure(
        code="opt_out_rate",
        title=Text(id="Berhenti menerima", en="Opt-out rate"),
        definition=Text(
            id="Penerima yang menarik persetujuan pemasaran dalam 7 hari, dibagi penerima pesan; satu orang dihitung sekali per kampanye.",
            en="Recipients who withdrew consent to marketing within 7 days over persons sent to, each once for a campaign.",
        ),
        unit=Unit.PERCENT,
        combine=Combine.RATIO,
        better=Better.LOWER,
        rows=_CAMPAIGNS,
        source=f"""
SELECT {day_of("m.sent_at")}, m.branch_code, '', NULL::uuid, (w.customer_id IS NOT NULL)::integer, 1, m.customer_id
FROM (SELECT m.campaign_id, m.customer_id, min(m.branch_code) AS branch_code, min(m.sent_at) AS sent_at
      FROM crm.figure_offers m WHERE {_SENT} GROUP BY 1, 2) m
LEFT JOIN LATERAL (SELECT c.customer_id FROM crm.figure_consents c
                   WHERE c.customer_id = m.customer_id AND c.consent_type = 'MARKETING' AND c.status = 'WITHDRAWN'
                     AND c.effective_at >= m.sent_at AND c.effective_at < m.sent_at + interval '7 days' LIMIT 1) w ON true
""",
    ),
)
