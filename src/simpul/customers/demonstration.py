"""Change requests of the demonstration: some wait for the data steward, one is approved, one turned down."""

from __future__ import annotations

from datetime import timedelta

from simpul.customers.models import ChangeRequest
from simpul.customers.services import change_request_approve, change_request_create, change_request_reject
from simpul.iam.public import actor_for, people_by_username, system_actor
from simpul.platform.actor import Actor
from simpul.platform.clock import shifted
from simpul.platform.db import query, scope
from simpul.platform.demonstrating import Demonstration, Stage

# Who asks, about whom, what for, with which words, how many days ago, and how it ended.
_PLANS: tuple[tuple[str, str, dict[str, object], str, int, str], ...] = (
    ("agent", "CIF00000001", {"phone_e164": "+6281260004411"}, "Nasabah datang ke cabang dengan KTP dan nomor barunya.", 1, ""),
    ("rm", "CIF00000002", {"email": "budi.hutapea@usaha.example"}, "Disampaikan nasabah lewat WhatsApp dari nomor terdaftar.", 2, ""),
    ("agent", "CIF00000003", {"preferred_channel": "PHONE"}, "Sesudah penipuan, nasabah hanya mau dihubungi lewat telepon.", 0, ""),
    ("agent", "CIF00000003", {"email": "citra.dewi@surel.example"}, "Alamat lama diambil alih orang lain.", 6, "approved"),
    ("rm", "CIF00000002", {"birth_date": "1979-09-23"}, "Menurut nasabah tahun di kartu keliru.", 9, "rejected"),
)


def play_change_requests(stage: Stage) -> int:
    """Ask for them once, each by who would; an installation that has requests keeps its own. Says how many there are."""
    with scope(system_actor()):
        if standing := ChangeRequest.objects.count():
            return standing
        people = people_by_username({"steward", *(plan[0] for plan in _PLANS)})
        actors = {username: actor_for(person.id) for username, person in people.items()}
        customers = {
            row["source_key"]: row["customer_id"]
            for row in query("SELECT source_key, customer_id FROM crm.customers WHERE source_key = ANY (%s)", ([plan[1] for plan in _PLANS],))
        }
    steward = actors["steward"]
    for username, customer, changes, note, age, end in _PLANS:
        asker = actors[username]
        assert asker is not None and steward is not None  # the demonstration's own people work
        with shifted(timedelta(days=-age)), scope(asker):
            request = change_request_create(actor=asker, customer_id=customers[customer], changes=changes, note=note)
        if end:
            _decide(steward, request, age, end)
    return len(_PLANS)


def _decide(steward: Actor, request: ChangeRequest, age: int, end: str) -> None:
    with shifted(timedelta(days=-age, hours=3)), scope(steward):
        if end == "approved":
            change_request_approve(actor=steward, change_request_id=request.id, note="Cocok dengan KTP.")
        else:
            change_request_reject(actor=steward, change_request_id=request.id, note="KTP dan akta menyebut 1978.")


DEMONSTRATION = Demonstration("Change requests", len(_PLANS), play_change_requests)
