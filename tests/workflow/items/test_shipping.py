"""What a release does with the workflows that it brings: installed, followed while nobody edited them, else only offered."""

from __future__ import annotations

import json

import psycopg
import pytest
from django.db import connection

from simpul.iam.public import system_actor
from simpul.platform.db import query, scope
from simpul.workflow import public as workflow
from simpul.workflow.registry import Shipped
from simpul.workflow.services import drafts, publishing, shipping
from simpul.workflow.services.shipping import ShippedDefinitionInvalid
from tests.config.cli.test_commands import simpul
from tests.support import people
from tests.support.database import ADMIN, keys_file, rows
from tests.support.registries import put, unchanged
from tests.workflow import parcels
from tests.workflow.items import engine
from tests.workflow.parcels import parcel

_ADOPT = "SELECT parcel_id::text, customer_id, branch_code, ARRAY[owner_id], state, '2026-01-05 03:00Z'::timestamptz, owner_id FROM crm.parcels WHERE state IS NOT NULL"


def titled(word):
    """The shipping of parcels under another title, which is enough to be another content."""
    return parcels.shipping(title={"id": word, "en": word})


@pytest.fixture
def release(parcel_domain):
    """Migrate to a release that ships this content of the workflow."""

    def migrate(content, adopt=""):
        put(Shipped(content, adopt=adopt))
        # As the owner of the tables, whom row policies do not hold while migrations run.
        with rows(), scope(actor := system_actor()):
            shipping.install(actor=actor)

    with unchanged(Shipped):
        yield migrate


def versions():
    with rows():
        return [
            (row["number"], row["origin"], row["title"])
            for row in query(
                """SELECT number, origin, content -> 'title' ->> 'id' AS title FROM crm.workflow_versions JOIN crm.workflow_definitions USING (definition_id)
                   WHERE key = 'parcel' ORDER BY number"""
            )
        ]


def steps():
    return [(row["outcome"], row["meta"]["step"]) for row in engine.audit("CHANGE_WORKFLOW") if row["object_id"] == "parcel"]


def edited(content=None, side=None):
    """An administrator publishes a content, or an earlier side of the workflow."""
    with scope(admin := people.actor("admin")):
        version = query("SELECT draft_version FROM crm.workflow_definitions WHERE key = 'parcel'")[0]["draft_version"]
        draft = (
            drafts.draft_save(actor=admin, key="parcel", content=content, version=version)
            if side is None
            else drafts.draft_restore(actor=admin, key="parcel", side=side, version=version)
        )
        publishing.publish(actor=admin, key="parcel", version=draft["version"], note="")


def test_a_new_workflow_is_in_force_after_the_migration_and_a_second_one_changes_nothing(release, trace):
    trace.start()
    release(parcels.SHIPPING)
    assert trace() == {"events": ["WorkflowPublished"], "audit": ["CHANGE_WORKFLOW"]}
    trace.start()
    release(parcels.SHIPPING)

    assert trace() == {}
    assert versions() == [(1, "SHIPPED", "Paket")]
    assert steps() == [("ALLOWED", "installed")]


def test_a_workflow_that_nobody_edited_follows_the_release_and_running_items_stay_on_their_version(release):
    release(parcels.SHIPPING)
    one, other = parcel(), parcel()
    engine.start("agent_mdn", one)
    release(titled("Kiriman"))
    engine.start("agent_mdn", other)

    assert versions() == [(1, "SHIPPED", "Paket"), (2, "SHIPPED", "Kiriman")]
    assert steps() == [("ALLOWED", "installed")] * 2
    assert engine.item(one)["version_id"] != engine.item(other)["version_id"]


def test_a_workflow_that_was_edited_stays_and_the_new_content_waits_beside_it(release, client_of, trace):
    release(parcels.SHIPPING)
    edited(titled("Kiriman kita"))
    trace.start()
    release(titled("Kiriman"))

    assert versions() == [(1, "SHIPPED", "Paket"), (2, "EDITED", "Kiriman kita")]
    assert trace() == {"audit": ["CHANGE_WORKFLOW"]}
    assert steps()[-1] == ("ALLOWED", "offered")
    one = client_of("admin").api("GET", "/workflows/parcel").json()
    assert (one["published"]["number"], one["shipped"]["differs"], one["draft"]["changed"]) == (2, True, False)
    assert one["shipped"]["content"]["title"]["id"] == "Kiriman"
    assert [each["path"] for each in client_of("admin").api("GET", "/workflows/parcel/diff?before=2&after=shipped").json()["items"]] == ["/title"]
    trace.start()
    release(titled("Kiriman"))
    assert trace() == {}, "what was offered once is not offered again"


def test_what_was_taken_over_by_hand_follows_the_next_release_again(release):
    release(parcels.SHIPPING)
    edited(titled("Kiriman kita"))
    release(titled("Kiriman"))
    edited(side="shipped")
    release(titled("Kiriman baru"))

    assert versions() == [(1, "SHIPPED", "Paket"), (2, "EDITED", "Kiriman kita"), (3, "EDITED", "Kiriman"), (4, "SHIPPED", "Kiriman baru")]


def test_a_draft_survives_the_release_that_replaces_what_it_was_begun_on(release, client_of):
    release(parcels.SHIPPING)
    with scope(admin := people.actor("admin")):
        version = drafts.draft_save(actor=admin, key="parcel", content=titled("Setengah jadi"), version=2)["version"]
    release(titled("Kiriman"))

    assert versions()[-1] == (2, "SHIPPED", "Kiriman")
    draft = client_of("admin").api("GET", "/workflows/parcel").json()["draft"]
    assert (draft["content"]["title"]["id"], draft["changed"], draft["version"]) == ("Setengah jadi", True, version + 1)
    stale = client_of("admin").api("POST", "/workflows/parcel/publish", {"version": version})
    assert stale.status_code == 409, "who edits sees first that the release moved what it was begun on"


def test_a_release_that_ships_nonsense_stops_the_migration_and_leaves_everything(release, trace):
    release(parcels.SHIPPING)
    trace.start()
    content = parcels.shipping()
    content["transitions"][1]["to"] = "MARS"

    with pytest.raises(ShippedDefinitionInvalid, match=r"^parcel: /transitions/1/to "):
        release(content)

    assert versions() == [(1, "SHIPPED", "Paket")]
    assert trace() == {}


def test_rows_from_before_the_engine_get_their_items_once_with_a_start_in_their_state(release, trace):
    owner = people.user_id("agent_mdn")
    sent, delivered = parcel(state="SENT", owner_id=owner), parcel(state="DELIVERED", owner_id=owner)
    trace.start()
    release(parcels.SHIPPING, _ADOPT)
    late = parcel(state="TAKEN", owner_id=owner)
    release(parcels.SHIPPING, _ADOPT)
    release(parcels.SHIPPING, _ADOPT)

    assert trace()["audit"] == ["CHANGE_WORKFLOW"] * 3, "installed, adopted two, adopted one"
    assert [row["meta"].get("items") for row in engine.audit("CHANGE_WORKFLOW") if row["object_id"] == "parcel"] == [None, 2, 1]
    for one, state, ended in ((sent, "SENT", False), (delivered, "DELIVERED", True), (late, "TAKEN", False)):
        item = engine.item(one)
        assert (item["state"], item["ended"], item["seq"], item["owner_ids"], item["branch_code"]) == (state, ended, 1, [owner], "MDN")
        assert item["entered_at"].isoformat() == "2026-01-05T03:00:00+00:00"
        assert engine.history(one) == [(1, "START", None, None, state)]
    assert engine.move("call_agent", sent, "deliver").state == "DELIVERED"
    engine.commit()


def test_rows_that_came_by_another_way_are_adopted_by_their_domain(release):
    release(parcels.SHIPPING, _ADOPT)
    one = parcel(state="SENT", owner_id=people.user_id("agent_mdn"))
    with rows(), scope(actor := system_actor()):
        workflow.adopt(actor=actor, definition="parcel")
        workflow.adopt(actor=actor, definition="parcel")

    assert engine.history(one) == [(1, "START", None, None, "SENT")]


def test_a_row_in_a_state_that_the_workflow_lacks_stops_the_migration(release):
    parcel(state="LOST", owner_id=people.user_id("agent_mdn"))

    with pytest.raises(ShippedDefinitionInvalid, match="LOST"):
        release(parcels.SHIPPING, _ADOPT)

    assert versions() == []


def test_the_migrate_command_itself_brings_the_workflows_of_the_release(committed):
    """As after an upgrade: the database still holds what an older release shipped."""
    name = connection.settings_dict["NAME"]
    environment = {"DATABASE_URL": committed, "SIMPUL_KEYS_FILE": str(keys_file()), "SIMPUL_TESTING": "1"}
    with psycopg.connect(ADMIN, dbname=name, autocommit=True) as admin:
        admin.execute("UPDATE jobs.installation SET value = 'of an older release' WHERE name = 'migrations'")
        admin.execute("ALTER TABLE crm.workflow_versions DISABLE TRIGGER refuse_change")
        older = json.dumps({"id": "Judul lama", "en": "Older title"})
        admin.execute("UPDATE crm.workflow_versions SET content = jsonb_set(content, '{title}', %s)", [older])
        admin.execute("UPDATE crm.workflow_definitions SET shipped = jsonb_set(shipped, '{title}', %s)", [older])
        admin.execute("ALTER TABLE crm.workflow_versions ENABLE ALWAYS TRIGGER refuse_change")
        read = "SELECT key, number, origin, content = shipped FROM crm.workflow_versions JOIN crm.workflow_definitions USING (definition_id) ORDER BY 1, 2"
        before = admin.execute(read).fetchall()

        outcomes = [simpul("migrate", **environment)[0] for _ in range(2)]

        assert outcomes == [0, 0]
        assert admin.execute(read).fetchall() == [row for key, *_ in before for row in ((key, 1, "SHIPPED", False), (key, 2, "SHIPPED", True))]
        requests = admin.execute("SELECT DISTINCT request_id ~ '^migrate-' FROM audit.audit_logs WHERE action = 'CHANGE_WORKFLOW'").fetchall()
        assert requests == [(True,)]
