"""Access in the demonstration: an export given by name; two roles held by an exception; rights that came and went; emergency requests; a sample."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

from ninja import Schema
from ninja.responses import Status

from simpul.access.models import AccessRequest
from simpul.access.registry import directory
from simpul.access.services.requests import access_approve, access_end, access_request
from simpul.access.services.reviewing import access_review
from simpul.access.services.sampling import VIEWS, sample_draw
from simpul.control.services.deciding import proposal_approve
from simpul.customer360.services import customer360_open
from simpul.customers.portfolios import portfolio_assign
from simpul.iam.models import RoleConflict, RoleException, User
from simpul.iam.public import actor_for, people_by_username, system_actor
from simpul.iam.schemas.role_conflicts import RoleExceptionIn
from simpul.iam.schemas.users import SwitchIn, UserRolesIn, UserSwitchesIn
from simpul.iam.services.rights import user_set_roles
from simpul.platform import guarding
from simpul.platform.actor import Actor
from simpul.platform.clock import now, today
from simpul.platform.db import scope

ANITA, BUDI, CITRA = "CIF00000001", "CIF00000002", "CIF00000003"


def allow_export() -> None:
    """The supervisor of Medan may take the list of cases out: a role only offers it, a person is given it by name, and two agree to it."""
    with _as("admin") as admin:
        person = User.objects.get(username="supervisor")
        body = UserSwitchesIn(version=person.version, switches=[SwitchIn(resource="case", action="X")])
        answer = guarding.propose_change(admin, "users_set_switches", body, user_id=person.id)
    if isinstance(answer, Status):
        with _as("admin2") as second:
            proposal_approve(actor=second, proposal_id=answer.value["id"], version=1, note="Sesuai permintaan kepala cabang Medan")
        _let_wait()


def _let_wait() -> None:
    """One more change waits for a second person, as long as nobody decides about it."""
    with _as("admin") as admin:
        person = User.objects.get(username="agent")
        body = UserRolesIn(version=person.version, roles=["AGENT", "SUPERVISOR"], reason="Menggantikan supervisor selama cuti")
        guarding.propose_change(admin, "users_set_roles", body, user_id=person.id)


def except_small_branch() -> None:
    """In Kabanjahe a relationship manager keeps the books as well until the new colleague comes: by an exception that ends in some days."""
    with _as("admin"):
        if RoleException.objects.exists():
            return
        person = User.objects.get(username="rm04")
        conflict = RoleConflict.objects.get(first_role__key="FINANCE", second_role__key="RM", removed_at=None)
    reason = "Kabanjahe hanya punya dua RM; petugas keuangan baru mulai minggu depan. Kepala cabang mencocokkan kas setiap sore."
    body = RoleExceptionIn(user_id=person.id, conflict_id=conflict.id, until_on=today() + timedelta(days=9), reason=reason)
    _agreed("role_exceptions_create", body, "Disetujui sampai petugas baru datang; dicocokkan kepala cabang")
    roles = UserRolesIn(version=person.version, roles=["RM", "FINANCE"], reason="Merangkap keuangan Kabanjahe selama pengecualian berlaku")
    _agreed("users_set_roles", roles, "Sesuai pengecualian", user_id=person.id)


def _agreed(key: str, body: Schema, note: str, **path: UUID) -> None:
    """One administrator proposes, the other agrees."""
    with _as("admin") as admin:
        answer = guarding.propose_change(admin, key, body, **path)
    with _as("admin2") as second:
        proposal_approve(actor=second, proposal_id=answer.value["id"], version=1, note=note)


def use_emergency_access() -> None:
    """Play it once through its own services; what is there already is left alone."""
    with _as("compliance") as officer:
        if AccessRequest.objects.exists():
            return
        anita, budi, citra = (directory().find(officer, cif)[0].customer_id for cif in (ANITA, BUDI, CITRA))
    _change_hands(citra)
    with _as("agent") as agent:
        for customer_id in (anita, budi, citra):
            customer360_open(actor=agent, customer_id=customer_id)
    with _as("compliance2") as second:
        asked = access_request(
            actor=second,
            customer_id=citra,
            sample_id=None,
            reason_code="FRAUD",
            reason="Tiga transfer dini hari dari ponsel nasabah yang tidak dikenalinya; mencocokkan urutan kejadian.",
            ticket="KASUS-2026-0117",
            minutes=30,
            tier=2,
        )
    with _as("supervisor") as supervisor:
        access_approve(actor=supervisor, request_id=asked.id, note="Sesuai laporan nasabah di loket")
    with _as("compliance2") as second:
        customer360_open(actor=second, customer_id=citra)
        access_end(actor=second, request_id=asked.id)
    with _as("compliance") as officer:
        access_review(actor=officer, request_id=asked.id, verdict="FINE", note="Hanya profil yang dibuka, sesuai kasus.")
        access_request(
            actor=officer,
            customer_id=budi,
            sample_id=None,
            reason_code="COMPLAINT",
            reason="Nasabah keberatan atas penawaran yang diterimanya; menelaah catatan kontak.",
            ticket="KASUS-2026-0123",
            minutes=60,
            tier=1,
        )
        present = now()
        sample_draw(actor=officer, source=VIEWS, since=present - timedelta(days=1), until=present, size=3, seed="peragaan", branch_code=None)


def _change_hands(customer_id: UUID) -> None:
    """A manager served a customer for a while, and an agent stood in as data steward: the report of access still tells of both."""
    manager = people_by_username(["rm"])["rm"].id
    with _as("supervisor") as supervisor:
        for rm_user_id, reason in ((manager, "Mendampingi nasabah sesudah penipuan"), (None, "Pendampingan selesai")):
            portfolio_assign(actor=supervisor, customer_ids=[customer_id], rm_user_id=rm_user_id, reason=reason)
    system, stand_in = system_actor(), people_by_username(["agent03"])["agent03"].id
    for roles in (["AGENT", "DATA_STEWARD"], ["AGENT"]):
        with scope(system):
            version = User.objects.get(pk=stand_in).version
            user_set_roles(actor=system, user_id=stand_in, version=version, roles=roles, reason="Menggantikan pengelola data selama pelatihan")


@contextmanager
def _as(username: str) -> Iterator[Actor]:
    """A scope of one of the cast, as the grants are at that moment."""
    found = actor_for(people_by_username([username])[username].id)
    assert found is not None, f"the demonstration's {username} may act"
    with scope(found):
        yield found
