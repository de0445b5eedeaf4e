"""Campaigns of the demonstration: one half written, and others that were submitted, turned down, approved and given up."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from simpul.iam.public import actor_for, people_by_username, system_actor
from simpul.marketing.models import Campaign, Segment
from simpul.marketing.services.campaigns import campaign_approve, campaign_cancel, campaign_create, campaign_reject, campaign_submit
from simpul.messaging.public import Purpose, offer_templates, template_ids, window_opening
from simpul.platform.actor import Actor
from simpul.platform.clock import now, shifted
from simpul.platform.db import scope
from simpul.platform.demonstrating import Demonstration, Stage

_ZONE = "Asia/Jakarta"
_KUR = {"promo.name": "KUR Berkah", "promo.code": "KURBERKAH", "promo.ends_on": "31 Desember 2026", "promo.link": "https://bank.example/kur"}
# How many days ago it was begun, its name, its segment, its template, what else is filled in, and what became of it, each step with its note.
_PLANS: tuple[tuple[int, str, str | None, str | None, Mapping[str, Any], tuple[tuple[str, str], ...]], ...] = (
    (1, "Tabungan untuk yang muda", "Nasabah muda di Medan", None, {"objective": "Mengajak nasabah muda menabung berjangka."}, ()),
    (
        1, "KUR Berkah untuk tiga nasabah", "Tiga nasabah peragaan", "kur_penawaran_wa",
        {"objective": "Menawarkan KUR kepada tiga nasabah tur peragaan.", "expected_result": "Satu nasabah mengajukan KUR.", "budget": "150000.00", "message_values": _KUR},
        (),
    ),
    (
        2, "KUR Berkah lewat WhatsApp", "Tabungan tanpa kartu", "kur_penawaran_wa",
        {"objective": "Menawarkan KUR kepada penabung tanpa kartu lewat WhatsApp.", "expected_result": "2 persen mengajukan KUR.", "budget": "4500000.00", "message_values": _KUR, "holdout_percent": 10},
        (("submit", ""),),
    ),
    (
        6, "KUR Berkah untuk undangan", "Undangan temu nasabah", "kur_penawaran_email",
        {"objective": "Menawarkan KUR kepada peserta temu nasabah.", "message_values": _KUR},
        (("submit", ""), ("reject", "Peserta disapa manajernya lebih dahulu; jelaskan siapa yang menindaklanjuti.")),
    ),
    (
        4, "KUR Berkah lewat surel", "Tabungan tanpa kartu", "kur_penawaran_email",
        {"objective": "Menawarkan KUR kepada penabung tanpa kartu.", "expected_result": "1 persen mengajukan KUR.", "budget": "1500000.00", "message_values": _KUR, "holdout_percent": 10, "in_days": 7},
        (("submit", ""), ("approve", "Sesuai rencana triwulan.")),
    ),
    (
        9, "Undangan temu nasabah", "Undangan temu nasabah", "kur_penawaran_email",
        {"objective": "Mengundang nasabah pilihan ke temu nasabah.", "objective_kind": "RETENTION", "message_values": _KUR},
        (("submit", ""), ("cancel", "Temu nasabah ditunda panitia sampai tahun depan.")),
    ),
)  # fmt: skip


def play_campaigns(stage: Stage) -> int:
    """Play them once, planned by marketing and decided by a supervisor; an installation that has campaigns keeps its own. Says how many there are."""
    with scope(system_actor()):
        if standing := Campaign.objects.count():
            return standing
        people = people_by_username({"marketing", "supervisor"})
        planner, decider = (actor_for(people[username].id) for username in ("marketing", "supervisor"))
        segments = dict(Segment.objects.values_list("name", "id"))
        templates = template_ids({plan[3] for plan in _PLANS if plan[3]})
        channels = {key: offer_templates([found])[found].channel for key, found in templates.items()}
    assert planner is not None and decider is not None  # the demonstration's own people work
    for age, name, segment, template, fields, steps in _PLANS:
        values = {"name": name, "segment_id": segments.get(segment or ""), **fields}
        if template is not None:
            values |= {"template_id": templates[template], "channel": channels[template]}
        if (days := values.pop("in_days", None)) is not None:
            values["scheduled_at"] = window_opening(Purpose.MARKETING, now() + timedelta(days=days), _ZONE)
        with shifted(timedelta(days=-age)):
            _play(planner, decider, values, steps)
    return len(_PLANS)


def _play(planner: Actor, decider: Actor, values: Mapping[str, Any], steps: tuple[tuple[str, str], ...]) -> None:
    with scope(planner):
        campaign = campaign_create(actor=planner, values=values)
    for step, note in steps:
        actor = decider if step in ("approve", "reject") else planner
        asked: Mapping[str, Any] = {"actor": actor, "campaign_id": campaign.id, "version": campaign.version}
        with scope(actor):
            match step:
                case "submit":
                    campaign = campaign_submit(**asked)
                case "approve":
                    campaign = campaign_approve(**asked, note=note)
                case "reject":
                    campaign = campaign_reject(**asked, note=note)
                case "cancel":
                    campaign = campaign_cancel(**asked, note=note)


DEMONSTRATION = Demonstration("Campaigns", len(_PLANS), play_campaigns, comes_last=True)
