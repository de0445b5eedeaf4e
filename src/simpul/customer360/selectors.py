"""What the copilot says about a customer in half a minute: one line for each thing, each with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypedDict

from simpul.advice.public import AdviceRow
from simpul.cases.public import OpenCase
from simpul.platform import subjects
from simpul.platform.clock import JAKARTA, now
from simpul.platform.text import Text
from simpul.value.public import RfmScore

CASE = "CASE"
_LABELS = {
    "identity": Text(id="Siapa", en="Who"),
    "case": Text(id="Kasus", en="Case"),
    "consent": Text(id="Persetujuan", en="Consent"),
    "value": Text(id="Nilai", en="Value"),
    "advice": Text(id="Langkah berikut", en="Next step"),
}
_IDENTITY_WHY = Text(id="Dari data induk nasabah; nomor disamarkan.", en="From the customer master; numbers are masked.")
_CASE_OPEN = Text(id="{number} kasus terbuka, tenggat terdekat {due}.", en="{number} open, the next is due {due}.")
_CASE_LATE = Text(id="{number} kasus terbuka, lewat tenggat sejak {due}.", en="{number} open, overdue since {due}.")
_CASE_NONE = Text(id="Tidak ada kasus terbuka.", en="No case is open.")
_CASE_WHY = Text(id="Kasus terbuka dengan tenggat paling dekat.", en="The open case that is due first.")
_CASE_NONE_WHY = Text(id="Tidak ada kasus yang belum dijawab.", en="No case is waiting for an answer.")
_CONSENT = {
    "GRANTED": Text(id="Menyetujui pemasaran sejak {since}.", en="Agreed to marketing since {since}."),
    "WITHDRAWN": Text(id="Menarik persetujuan pemasaran {since}.", en="Withdrew consent to marketing on {since}."),
    None: Text(id="Belum pernah ditanya tentang pemasaran.", en="Never asked about marketing."),
}
_CONSENT_WHY = {
    "GRANTED": Text(id="Penawaran boleh disampaikan.", en="Offers may be made."),
    "WITHDRAWN": Text(id="Tidak ada penawaran yang boleh dikirim.", en="No offer may be sent."),
    None: Text(id="Tanpa persetujuan tidak ada penawaran.", en="No offer without consent."),
}
_CONSENT_TONES = {"GRANTED": "success", "WITHDRAWN": "critical", None: "neutral"}
_NO_SCORE = Text(id="Belum ada skor RFM.", en="No RFM score yet.")
_NO_SCORE_WHY = Text(id="Skor belum dihitung atau tidak boleh ditampilkan.", en="It was not computed yet, or it may not be shown.")
_NO_ADVICE = Text(id="Tidak ada saran saat ini.", en="No advice at the moment.")
_NO_ADVICE_WHY = Text(
    id="Tidak ada aturan yang berlaku, atau sarannya sudah diputuskan.",
    en="No rule holds, or the advice was decided.",
)


class CopilotLine(TypedDict):
    """One line: what holds, and why it is said."""

    key: str
    label: str
    text: str
    why: str
    tone: str
    address: str | None


def identity_line(customer: Mapping[str, Any], segment: str) -> CopilotLine:
    """Who it is, in masked values."""
    cif = next((each["masked"] for each in customer["identifiers"] if each["id_type"] == "CIF"), None)
    parts = [customer["full_name"], f"CIF {cif}" if cif else None, segment, "VIP" if customer["is_vip"] else None]
    return _line("identity", ", ".join(str(part) for part in parts if part), str(_IDENTITY_WHY))


def case_line(case: OpenCase | None) -> CopilotLine:
    """The open case and its due time."""
    if case is None:
        return _line("case", str(_CASE_NONE), str(_CASE_NONE_WHY), "success")
    is_late = case.sla_due_at < now()
    words = (_CASE_LATE if is_late else _CASE_OPEN).format(number=case.number, due=_moment(case.sla_due_at))
    return _line("case", str(words), str(_CASE_WHY), "critical" if is_late else "warning", subjects.address(CASE, str(case.case_id)) or None)


def consent_line(badge: Mapping[str, Any] | None) -> CopilotLine | None:
    """What the customer said about marketing; nothing for who may not read it."""
    if badge is None:
        return None
    status, since = badge["status"], badge["since"]
    words = _CONSENT[status].format(since=f"{since.astimezone(JAKARTA):%d-%m-%Y}" if since else "")
    return _line("consent", str(words), str(_CONSENT_WHY[status]), _CONSENT_TONES[status])


def value_line(score: RfmScore | None) -> CopilotLine:
    """The RFM segment with its reason."""
    if score is None:
        return _line("value", str(_NO_SCORE), str(_NO_SCORE_WHY))
    words = f"{score.segment_name} ({score.clv_name})"
    return _line("value", words, score.reason, "warning" if score.segment == "AT_RISK" else "neutral")


def advice_line(advice: AdviceRow | None) -> CopilotLine:
    """The best next action with its reason."""
    if advice is None:
        return _line("advice", str(_NO_ADVICE), str(_NO_ADVICE_WHY))
    return _line("advice", advice["title"], advice["reason"], "warning" if advice["priority"] == "HIGH" else "neutral")


def _line(key: str, text: str, why: str, tone: str = "neutral", address: str | None = None) -> CopilotLine:
    return {"key": key, "label": str(_LABELS[key]), "text": text, "why": why, "tone": tone, "address": address}


def _moment(at: datetime) -> str:
    return f"{at.astimezone(JAKARTA):%d-%m-%Y %H:%M}"
