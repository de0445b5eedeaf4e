"""The configuration as a file: exported whole, compared in sentences, brought in all or nothing, by the domains' own services."""

from __future__ import annotations

import copy
import json

import psycopg
import pytest
from django.db import connection

from simpul.oversight.services.configuration import fingerprint
from simpul.platform import portable
from simpul.platform.db import execute, query, scope
from simpul.workflow.models import Calendar
from simpul.workflow.services import drafts
from simpul.workflow.services.calendars import calendar_save_draft
from tests.config.cli.test_commands import simpul
from tests.support import database, people
from tests.support.control import agree_to
from tests.support.database import ADMIN, keys_file, rows

CASES = ["case_categories", "case_resolutions", "legal_rules", "service_levels", "case_products"]
SECTIONS = ["settings", "branches", "units", "roles", "grants", "role_conflicts", "calendars", "customer_codes", "workflows", *CASES, "suspicion"]
REASON = "Menyamakan dengan kantor pusat"


@pytest.fixture
def admin(client_of):
    return client_of("admin")


@pytest.fixture
def document(admin):
    return admin.api("GET", "/configuration/export").json()


def changed(document, change):
    """A whole file with other content, as an export of an installation configured so would be."""
    found = copy.deepcopy(document)
    change(found["sections"])
    return {**found, "sha256": fingerprint(found["sections"])}


def preview(client, document):
    return client.api("POST", "/configuration/preview", {"document": document})


def bring(client, document, **more):
    stands = preview(client, document).json().get("stands", "0" * 64)
    """Bring a file in, to which a second person agrees; gives the proposal, or the refusal."""
    answer = client.api("POST", "/configuration/import", {"document": document, "stands": stands, "reason": REASON, "lowering_seen": True, **more})
    if answer.status_code == 202:
        agree_to(answer.json()["id"])
    return answer


def audit(*actions):
    with rows():
        return query("SELECT action, object_type, outcome, meta FROM audit.audit_logs WHERE action = ANY (%s) ORDER BY created_at, audit_id", (list(actions),))


def everything(sections):
    """One change in every section."""
    sections["settings"]["search.per_minute"] = 7
    sections["settings"]["break_glass.self_approval"] = True
    sections["suspicion"]["SEARCH_PACE"] = {"enabled": True, "thresholds": {"minimum": 55, "deviations": 6.5}}
    sections["suspicion"]["BULK_REVEAL"]["enabled"] = False
    sections["branches"]["KBJ"] = {"name": "Kabanjahe", "city": "Kabanjahe", "phone": "", "time_zone": "Asia/Jakarta", "is_active": True}
    sections["branches"]["BNJ"]["name"] = "Binjai Kota"
    sections["units"]["CARD"] = {"name": "Unit Kartu", "branches": ["KBJ", "MDN"], "policies": {"search.per_minute": 5}}
    sections["roles"]["TELLER"] = {"names": {"id": "Teler", "en": "Teller"}, "based_on": "AGENT"}
    sections["roles"]["TRAINEE"] = {"names": {"id": "Magang", "en": "Trainee"}, "based_on": "SUPERVISOR"}
    sections["grants"]["TRAINEE"] = {}
    sections["grants"]["TELLER"] = {"customer": {"R": {"reach": "BRANCH", "per_user": False}}}
    del sections["grants"]["FINANCE"]["customer"]
    sections["role_conflicts"]["MARKETING+TELLER"] = {"reason": "Siapa yang melayani tidak menyusun kampanye."}
    del sections["role_conflicts"]["FINANCE+RM"]
    sections["calendars"]["office-wib"]["joint_leave_works"] = not sections["calendars"]["office-wib"]["joint_leave_works"]
    sections["calendars"]["kas-malam"] = {**copy.deepcopy(sections["calendars"]["office-wib"]), "title": {"id": "Kas malam", "en": "Night cash"}}
    workflow = sections["workflows"]["customer_change"]
    workflow["title"]["id"] = "Perubahan data"
    next(each for each in workflow["transitions"] if each["key"] == "approve")["by"]["roles"].append("TELLER")
    cases(sections)


def cases(sections):
    """Another category with a rule, another name of a code, a shorter limit, and a category that moves to a service level of its own."""
    categories, levels = sections["case_categories"], sections["service_levels"]
    categories["QRIS"] = {**categories["OTHER"], "names": {"id": "QRIS", "en": "QRIS"}, "parent": "TRX_FAIL", "unit_code": "CARD"}
    sections["case_resolutions"]["SOLVED"]["names"]["id"] = "Tuntas"
    sections["case_products"]["SAFE_BOX"] = {"names": {"id": "Kotak simpanan", "en": "Safe deposit box"}, "position": 20, "is_active": True}
    sections["case_products"]["LOAN"]["is_active"] = False
    sections["legal_rules"]["pojk-22-2023"]["written_days"] = 9
    bank = levels["bank-standard"]["content"]
    fees = next(rule for rule in bank["rules"] if rule["category"] == "FEE_ADMIN")
    bank["rules"].remove(fees)
    bank["rules"].append({**copy.deepcopy(fees), "category": "QRIS"})
    sections["customer_codes"]["SEGMENT"]["GOLD"] = {"names": {"id": "Emas", "en": "Gold"}, "position": 9, "is_active": True}
    sections["customer_codes"]["PRODUCT"]["CARD"]["names"]["id"] = "Kartu debit"
    levels["a-fees"] = {"title": {"id": "Biaya", "en": "Fees"}, "content": {**bank, "pause_cap_hours": 24, "rules": [fees]}}
    levels["bank-standard"]["title"] = {"id": "SLA bank", "en": "Bank"}


def test_a_browser_that_writes_the_file_anew_keeps_its_fingerprint(document):
    as_read = json.loads(json.dumps(document["sections"]), parse_float=lambda told: int(float(told)) if float(told).is_integer() else float(told))

    assert json.dumps(as_read) != json.dumps(document["sections"])
    assert fingerprint(as_read) == document["sha256"]
    assert fingerprint({"rule": {"share": 0.5}}) != fingerprint({"rule": {"share": 0}})


def test_the_file_holds_every_section_its_fingerprint_and_no_person(admin, document, trace):
    assert list(document["sections"]) == SECTIONS == [section.key for section in portable.sections()]
    assert (document["format"], document["version"], document["sha256"]) == ("simpul-configuration", 1, fingerprint(document["sections"]))
    assert document["sections"]["units"]["CALL"] == {"name": "Contact Center", "branches": ["BNJ", "MDN"], "policies": {}}
    assert document["sections"]["grants"]["AGENT"]["customer"]["R"] == {"reach": "BRANCH", "per_user": False}
    written = json.dumps(document)
    with rows():
        people_here = [str(value) for row in query("SELECT user_id, username::text, full_name FROM iam.users WHERE kind = 'USER'") for value in row.values()]
    lanes = {"compliance"}  # what a user of the tests is called is the key of a workflow's lane as well
    assert [value for value in people_here if f'"{value}"' in written and value not in lanes] == []
    trace.start()
    assert admin.api("GET", "/configuration/export").json()["sha256"] == document["sha256"]
    assert trace() == {"audit": ["EXPORT_DATA"]}
    assert audit("EXPORT_DATA")[-1]["meta"]["sha256"] == document["sha256"]


def test_its_own_file_changes_nothing(admin, document, trace):
    trace.start()
    plan = preview(admin, document).json()

    assert (plan["changes"], plan["problems"], plan["can_import"]) == ([], [], False)
    assert trace() == {}
    assert bring(admin, document).json()["code"] == "configuration_is_the_same"


def test_a_preview_tells_every_change_in_a_sentence_and_leaves_nothing(admin, document, trace):
    trace.start()
    plan = preview(admin, changed(document, everything)).json()

    assert plan["problems"] == []
    assert {change["section"] for change in plan["changes"]} == set(SECTIONS)
    sentences = [change["sentence"] for change in plan["changes"]]
    for expected in (
        "Cabang Kabanjahe (KBJ) ditambahkan.",
        "Unit Unit Kartu (CARD) ditambahkan.",
        "Peran Teler ditambahkan.",
        "Pemasaran dan Teler tidak boleh lagi dipegang satu orang.",
        "Keuangan dan Relationship Manager boleh dipegang satu orang.",
        "Kalender Kas malam ditambahkan.",
        "Kategori QRIS ditambahkan.",
        "Kebijakan SLA Biaya ditambahkan.",
        "Batas waktu POJK 22/2023 diubah, berlaku hari ini.",
        "Persetujuan sendiri untuk akses darurat: tidak menjadi ya.",
        "Pencarian jauh di atas kebiasaan: Paling sedikit dalam satu jam: 40 menjadi 55.",
        "Banyak data tersamar dibuka: dimatikan.",
    ):
        assert expected in sentences
    assert "customer_change: Alur kerja: nama diubah." in sentences
    assert trace().get("audit", []) == [] and trace().get("jobs", []) == []
    assert admin.api("GET", "/configuration/export").json()["sha256"] == document["sha256"]


def test_an_import_makes_both_alike_each_change_by_its_own_service(admin, document, trace):
    target = changed(document, everything)
    trace.start()
    answer = bring(admin, target)

    assert answer.status_code == 202, answer.content
    assert admin.api("GET", "/configuration/export").json()["sections"] == target["sections"]
    recorded = trace()["audit"]
    assert {"CHANGE_RBAC", "CHANGE_CONFIG", "CHANGE_WORKFLOW"} <= set(recorded)
    whole = next(row for row in audit("CHANGE_CONFIG") if row["object_type"] == "CONFIGURATION")
    assert (whole["meta"]["step"], whole["meta"]["after"], whole["meta"]["reason"]) == ("IMPORT", target["sha256"], REASON)
    assert set(whole["meta"]["sections"]) == set(SECTIONS)
    assert {"WorkflowPublished", "CalendarChanged"} <= set(trace()["events"])


def test_a_category_and_what_belongs_to_it_go_out_of_use_and_come_into_use_by_one_file(admin, document):
    def below(sections):
        sections["case_categories"]["A_QRIS"] = {**sections["case_categories"]["OTHER"], "names": {"id": "QRIS", "en": "QRIS"}, "parent": "TRX_FAIL"}

    def used(is_active):
        def change(sections):
            below(sections)
            for code in ("A_QRIS", "TRX_FAIL"):
                sections["case_categories"][code]["is_active"] = is_active

        answer = bring(admin, changed(document, change))
        assert answer.status_code == 202, answer.content
        found = admin.api("GET", "/configuration/export").json()["sections"]["case_categories"]
        return found["A_QRIS"]["is_active"], found["TRX_FAIL"]["is_active"]

    assert bring(admin, changed(document, below)).status_code == 202
    assert used(False) == (False, False)
    assert used(True) == (True, True)


def test_rules_that_a_file_brings_are_told_to_those_who_set_them_and_alerts_stay_theirs(admin, document):
    target = changed(document, lambda sections: sections["suspicion"]["DENIED_ACCESS"]["thresholds"].update(minimum=20))

    assert bring(admin, target).status_code == 202

    (row,) = [row for row in audit("CHANGE_CONFIG") if row["object_type"] == "SUSPICION_RULE"]
    assert {name: row["meta"][name] for name in ("before", "after")} == {"before": {"minimum": 12}, "after": {"minimum": 20}}
    with rows():
        told = query(
            "SELECT u.username::text AS name, n.subject_id FROM crm.notices n JOIN iam.users u USING (user_id) WHERE n.kind = 'suspicion.rule_brought'"
        )
        execute(
            "INSERT INTO crm.suspicion_alerts (alert_id, rule_key, user_id, window_start, window_end, figures) SELECT uuidv7(), 'DENIED_ACCESS', %s, now(), now() + interval '1 day', '{}'",
            (people.user_id("admin"),),
        )
    assert told == [{"name": "compliance", "subject_id": "DENIED_ACCESS"}]
    assert admin.api("GET", "/suspicion/rules").status_code == 403
    for who, changes in (("admin", 1), ("agent_mdn", 0)):
        with scope(people.actor(who)):
            assert query("SELECT 1 FROM crm.suspicion_alerts") == []
            assert execute("UPDATE crm.suspicion_rules SET version = version WHERE rule_key = 'DENIED_ACCESS'") == changes


def test_one_problem_and_nothing_is_brought_in(admin, document, trace):
    def spoilt(sections):
        everything(sections)
        sections["workflows"]["customer_change"]["transitions"][1]["by"]["roles"] = ["WIZARD"]
        sections["workflows"]["unheard_of"] = {}
        sections["settings"]["search.per_minute"] = -1
        sections["settings"]["unheard.of"] = 1
        sections["units"]["CARD"]["branches"] = ["XYZ"]
        sections["units"]["CALL"]["policies"] = {"search.per_minute": 0}
        sections["grants"]["WIZARD"] = {"customer": {"R": {"reach": "ALL", "per_user": False}}}
        sections["case_categories"]["QRIS"]["unit_code"] = None  # or its unit would be missing as well
        sections["suspicion"]["TELEPATHY"] = {"enabled": True, "thresholds": {}}
        sections["suspicion"]["BULK_REVEAL"]["thresholds"] = {"minimum": 2}
        sections["suspicion"]["OFF_HOURS_VIEWS"]["thresholds"] = {"minimum": 6.5, "grace_minutes": 361, "patience": 1}

    target = changed(document, spoilt)
    plan = preview(admin, target).json()
    assert plan["can_import"] is False
    assert {problem["path"] for problem in plan["problems"]} == {
        "/settings/unheard.of", "/settings/search.per_minute", "/units/CARD/branches", "/units/CALL/policies/search.per_minute", "/grants/WIZARD/customer/R", "/workflows/unheard_of",
        "/workflows/customer_change/transitions/1/by/roles/0", "/suspicion/TELEPATHY", "/suspicion/BULK_REVEAL/thresholds/minimum",
        "/suspicion/OFF_HOURS_VIEWS/thresholds/minimum", "/suspicion/OFF_HOURS_VIEWS/thresholds/grace_minutes", "/suspicion/OFF_HOURS_VIEWS/thresholds/patience",
    }  # fmt: skip
    trace.start()

    answer = bring(admin, target)

    assert (answer.status_code, answer.json()["code"], len(answer.json()["problems"])) == (409, "configuration_has_problems", len(plan["problems"]))
    assert trace().get("audit") == ["CHANGE_CONFIG:FAILED"] and "jobs" not in trace()
    assert admin.api("GET", "/configuration/export").json()["sha256"] == document["sha256"]


def test_no_file_widens_what_its_importer_holds(admin, document):
    def grab(sections):
        sections["grants"]["ADMIN"].setdefault("customer", {})["R"] = {"reach": "ALL", "per_user": False}

    plan = preview(admin, changed(document, grab)).json()

    assert [problem["path"] for problem in plan["problems"]] == ["/grants/ADMIN/customer/R"]
    assert bring(admin, changed(document, grab)).status_code == 409


def test_a_draft_of_somebody_is_not_published_by_a_file(admin, document):
    with scope(actor := people.actor("admin")):
        content = copy.deepcopy(document["sections"]["workflows"]["customer_change"])
        content["title"]["en"] = "Half done"
        drafts.draft_save(actor=actor, key="customer_change", content=content, version=2)

    plan = preview(admin, changed(document, everything)).json()

    assert [problem["path"] for problem in plan["problems"]] == ["/workflows/customer_change"]


def test_a_drafted_calendar_that_a_file_leaves_alone_stands_in_nobodys_way(admin, document):
    with scope(actor := people.actor("admin")):
        content = copy.deepcopy(document["sections"]["calendars"]["office-wib"])
        content["title"]["id"] = "Setengah jadi"
        calendar_save_draft(actor=actor, key="office-wib", raw=content, version=Calendar.objects.get(key="office-wib").revision)

    alone = preview(admin, changed(document, lambda sections: sections["settings"].update({"search.per_minute": 9}))).json()
    touched = preview(admin, changed(document, lambda sections: sections["calendars"]["office-wib"]["title"].update({"id": "Lain"}))).json()

    assert alone["problems"] == []
    assert [problem["path"] for problem in touched["problems"]] == ["/calendars/office-wib"]


def test_what_changed_since_the_preview_is_not_imported_over(admin, document):
    target = changed(document, everything)
    stands = preview(admin, target).json()["stands"]
    first = changed(document, lambda sections: sections["settings"].update({"search.per_minute": 9}))
    assert bring(admin, first).status_code == 202

    answer = bring(admin, target, stands=stands)

    assert (answer.status_code, answer.json()["code"], answer.json()["current"]) == (409, "stale_version", {"stands": first["sha256"]})


@pytest.mark.parametrize(
    "spoil",
    [
        lambda document: {},
        lambda document: {**document, "format": "other"},
        lambda document: {**document, "version": 2},
        lambda document: {**document, "sections": []},
        lambda document: {**document, "sections": {**document["sections"], "roles": {"X": {}}}},
        lambda document: {**document, "sha256": None},
    ],
)
def test_what_is_no_whole_file_is_refused_with_the_field_named(admin, document, trace, spoil):
    trace.start()
    answer = preview(admin, spoil(document))

    assert (answer.status_code, answer.json()["code"], list(answer.json()["errors"])) == (422, "configuration_unreadable", ["document"])
    assert trace() == {"audit": ["WRITE_DENIED:FAILED"]}


def test_content_of_another_shape_is_told_with_its_place(admin, document):
    def misshapen(sections):
        sections["branches"]["MDN"]["surprise"] = 1
        sections["units"]["lower case"] = {"name": "X"}
        sections["grants"]["AGENT"]["customer"]["R"] = "EVERYTHING"
        sections["calendars"]["office-wib"]["weekly"] = "always"
        sections["workflows"]["customer_change"] = {"states": "none"}
        sections["suspicion"]["SEARCH_PACE"] = {"enabled": "yes", "thresholds": {"minimum": "40", "deviations": True}}
        sections["nonsense"] = {}

    paths = {problem["path"] for problem in preview(admin, changed(document, misshapen)).json()["problems"]}

    assert {"/branches/MDN/surprise", "/grants/AGENT/customer/R", "/calendars/office-wib/weekly", "/nonsense"} <= paths
    assert {"/suspicion/SEARCH_PACE/enabled", "/suspicion/SEARCH_PACE/thresholds/minimum", "/suspicion/SEARCH_PACE/thresholds/deviations"} <= paths
    assert any(path.startswith("/units/lower case") for path in paths) and any(path.startswith("/workflows/customer_change") for path in paths)


@pytest.mark.parametrize(("username", "exports"), [("compliance", 200), ("agent_mdn", 403), ("director", 403), ("nobody", 403)])
def test_who_reads_the_configuration_exports_it_and_only_who_manages_it_imports(client_of, document, username, exports):
    client = client_of(username)

    assert client.api("GET", "/configuration/export").status_code == exports
    assert preview(client, document).status_code == 403
    assert client.api("POST", "/configuration/import", {"document": document, "stands": "0" * 64, "reason": REASON}).status_code == 403


def test_a_round_trip_through_the_command_line_makes_two_databases_alike(committed, tmp_path):
    """The second database is a fresh installation without any branch."""
    people.organisation()
    source, other = connection.settings_dict["NAME"], f"{connection.settings_dict['NAME']}_other".replace("_own_other", "_other_own")
    connection.close()
    database.clone(other)
    try:
        first, second = (
            {"DATABASE_URL": database.login_address(name), "SIMPUL_KEYS_FILE": str(keys_file()), "SIMPUL_TESTING": "1"} for name in (source, other)
        )
        assert simpul("config_export", str(tmp_path / "a.json"), **first)[0] == 0
        document = json.loads((tmp_path / "a.json").read_text())
        target = changed(document, everything)
        (tmp_path / "b.json").write_text(json.dumps(target))

        dry = simpul("config_import", str(tmp_path / "b.json"), "--dry-run", **second)
        unseen = simpul("config_import", str(tmp_path / "b.json"), **second)
        untouched = simpul("config_export", str(tmp_path / "c.json"), **second)
        done = simpul("config_import", str(tmp_path / "b.json"), "--reason", REASON, "--lowering-seen", **second)
        again = simpul("config_import", str(tmp_path / "b.json"), **second)
        assert simpul("config_export", str(tmp_path / "d.json"), **second)[0] == 0

        assert unseen[0] == 1 and unseen[2] == "simpul: Nothing was changed: 5 changes above lower protection. Look at them, then add --lowering-seen.\n"
        assert [line.startswith("LOWERS PROTECTION ") for line in unseen[1].splitlines()[:6]] == [True] * 5 + [False]
        assert (dry[0], untouched[0], done[0], again[:2]) == (0, 0, 0, (0, "nothing to change\n")), (dry, done)
        assert "The branch Kabanjahe (KBJ) is added." in dry[1] and dry[1].splitlines()[-1].endswith("changes would be made")
        assert json.loads((tmp_path / "c.json").read_text())["sections"]["branches"] == {}
        brought = json.loads((tmp_path / "d.json").read_text())
        assert (brought["sections"], brought["sha256"]) == (target["sections"], target["sha256"])

        (tmp_path / "e.json").write_text((tmp_path / "b.json").read_text().replace("Kabanjahe", "Kaban Jahe"))
        code, _, told = simpul("config_import", str(tmp_path / "e.json"), **second)
        assert (code, told) == (
            1,
            "simpul: The content does not match the file's fingerprint: it was damaged or changed after its export. Export again and choose that file.\n",
        )
        assert simpul("config_import", str(tmp_path / "missing.json"), **second)[0] == 1
        with psycopg.connect(ADMIN, dbname=other) as admin:
            assert admin.execute("SELECT count(*) FROM audit.audit_logs WHERE action = 'CHANGE_CONFIG' AND object_type = 'CONFIGURATION'").fetchone() == (1,)
    finally:
        database.drop(other)
