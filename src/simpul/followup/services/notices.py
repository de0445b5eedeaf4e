"""Notices about members who moved, are about to move, or for whom nobody is free. They carry counts, no names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from simpul.followup.models import FollowupRun
from simpul.followup.selectors.runs import branch_rows
from simpul.followup.vocabulary import AGENT, CONFIGURATION, MOVES, RESOURCE, RUN
from simpul.iam.public import holders, holders_by_place
from simpul.platform.actor import Act
from simpul.platform.clock import JAKARTA
from simpul.platform.db import query
from simpul.platform.notifier import Notice, NoticeKind, notify_many
from simpul.platform.text import Text

LOST = NoticeKind(
    "followup.members_lost",
    title=Text(id="{count} anggota berpindah dari Anda", en="{count} members moved on from you"),
    body=Text(
        id="{at}: {not_followed_up} belum ditindaklanjuti, {no_deposit} tanpa setoran. Kini pada nomor {numbers}.",
        en="{at}: {not_followed_up} not followed up, {no_deposit} without a deposit. Now with number {numbers}.",
    ),
)
GAINED = NoticeKind(
    "followup.members_gained",
    title=Text(id="{count} anggota baru untuk Anda", en="{count} new members for you"),
    body=Text(
        id="Sejak {at}. Buka daftarnya untuk kartu, riwayat tindak lanjut, dan petugas sebelumnya.",
        en="Since {at}. Open the list for cards, follow-up history and the agents before.",
    ),
)
BRANCH_REPORT = NoticeKind(
    "followup.branch_report",
    title=Text(id="Rotasi tindak lanjut: {count} anggota cabang Anda", en="Follow-up run: {count} members of your branch"),
    body=Text(
        id="{at}: {not_followed_up} belum ditindaklanjuti, {no_deposit} tanpa setoran, {entered} anggota masuk.",
        en="{at}: {not_followed_up} not followed up, {no_deposit} without a deposit, {entered} entered.",
    ),
)
REPORT = NoticeKind(
    "followup.report",
    title=Text(id="Rotasi tindak lanjut: {rotated} anggota berpindah", en="Follow-up run: {rotated} members moved"),
    body=Text(
        id="{at}: {not_followed_up} belum ditindaklanjuti, {no_deposit} tanpa setoran, {stayed} tetap, {deposits} setoran, {entered} masuk, {departed} keluar.",
        en="{at}: {not_followed_up} not followed up, {no_deposit} without a deposit, {stayed} stayed, {deposits} deposits, {entered} entered, {departed} left.",
    ),
)
NOBODY_FREE = NoticeKind(
    "followup.nobody_free",
    title=Text(id="Tidak ada petugas tindak lanjut yang bebas", en="No follow-up agent is free"),
    body=Text(
        id="{pending} anggota tertunda dan {waiting} menunggu masuk. Periksa cuti, penangguhan, dan kapasitas.",
        en="{pending} members are pending and {waiting} wait to enter. Check leave, suspensions and capacities.",
    ),
)
DUE = NoticeKind(
    "followup.members_due",
    title=Text(id="{count} anggota akan berpindah dari Anda", en="{count} members will move on from you"),
    body=Text(
        id="Jendela berakhir mulai {at}: {not_followed_up} belum ditindaklanjuti, {no_deposit} tanpa setoran. Menurut keadaan sekarang ke nomor {numbers}.",
        en="Windows end from {at}: {not_followed_up} not followed up, {no_deposit} without a deposit. As things stand, to number {numbers}.",
    ),
)
NOTICES = (LOST, GAINED, BRANCH_REPORT, REPORT, NOBODY_FREE, DUE)
# Rows that this run added, each with the row that it ended.
_MOVED = """
SELECT g.user_id, count(*) AS count,
       count(*) FILTER (WHERE a.reason = 'NOT_FOLLOWED_UP') AS not_followed_up,
       count(*) FILTER (WHERE a.reason = 'NO_DEPOSIT') AS no_deposit,
       array_agg(DISTINCT a.number ORDER BY a.number) AS numbers
FROM crm.followup_assignments a
JOIN crm.followup_assignments o
    ON o.customer_id = a.customer_id AND o.step = a.step - 1
JOIN crm.followup_agents g ON g.agent_id = o.agent_id JOIN iam.users u ON u.user_id = g.user_id
WHERE a.run_id = %(run)s AND a.started_at = %(at)s AND a.from_number IS NOT NULL
  AND u.status = 'ACTIVE'
GROUP BY g.user_id ORDER BY g.user_id
"""
_CAME = """
SELECT g.user_id, count(*) AS count
FROM crm.followup_assignments a
JOIN crm.followup_agents g ON g.agent_id = a.agent_id
WHERE a.run_id = %(run)s AND a.started_at = %(at)s
GROUP BY g.user_id ORDER BY g.user_id
"""


def run_notify(run: FollowupRun) -> None:
    """Send the notices of a run, in its own transaction: so each goes out once."""
    given = {"run": run.id, "at": run.ran_at}
    at = moment_words(run.ran_at)
    notices = [Notice(LOST.key, (row["user_id"],), MOVES, str(run.id), {"at": at, **_words(row)}) for row in query(_MOVED, given)]
    notices += [Notice(GAINED.key, (row["user_id"],), MOVES, str(run.id), {"at": at, **_words(row)}) for row in query(_CAME, given)]
    notices += _branch_reports(run, at)
    managers = tuple(holders(CONFIGURATION, Act.MANAGE))
    if run.due or run.dealt or run.returned or run.departed or run.deposits:
        reasons = run.counts["reasons"]
        words = {
            "at": at,
            "rotated": run.rotated,
            "not_followed_up": reasons.get("NOT_FOLLOWED_UP", 0),
            "no_deposit": reasons.get("NO_DEPOSIT", 0),
            "stayed": run.stayed,
            "deposits": run.deposits,
            "entered": run.dealt + run.returned,
            "departed": run.departed,
        }
        notices.append(Notice(REPORT.key, managers, RUN, str(run.id), _words(words)))
    if run.pending or run.waiting:
        stuck = {"pending": run.pending, "waiting": run.waiting}
        notices.append(Notice(NOBODY_FREE.key, managers, RUN, str(run.id), _words(stuck)))
    notify_many(notices)


def due_notice(user_id: UUID, agent_id: UUID, words: Mapping[str, Any]) -> Notice:
    """The advance notice of one agent."""
    return Notice(DUE.key, (user_id,), AGENT, str(agent_id), _words(words))


def moment_words(at: datetime) -> str:
    """An instant as people write it where the organisation works."""
    return f"{at.astimezone(JAKARTA):%d-%m-%Y %H.%M}"


def _branch_reports(run: FollowupRun, at: str) -> list[Notice]:
    """One report for each supervisor, over all branches that they see."""
    counted = branch_rows(run.id, None)
    if not counted:
        return []
    placed = holders_by_place(RESOURCE, Act.READ)
    everywhere = set(placed.everywhere)
    totals: dict[UUID, dict[str, int]] = {}
    for row in counted:
        code = row["branch"]["code"]
        people = {*placed.branches.get(code, ()), *placed.served.get(code, ())} - everywhere
        for person in people:
            total = totals.setdefault(person, {"not_followed_up": 0, "no_deposit": 0, "entered": 0})
            total["not_followed_up"] += row["not_followed_up"]
            total["no_deposit"] += row["no_deposit"]
            total["entered"] += row["entered"]
    return [
        Notice(
            BRANCH_REPORT.key,
            (person,),
            RUN,
            str(run.id),
            _words({"at": at, "count": total["not_followed_up"] + total["no_deposit"], **total}),
        )
        for person, total in sorted(totals.items())
    ]


def _words(values: Mapping[str, Any]) -> dict[str, str]:
    return {key: ", ".join(map(str, value)) if isinstance(value, list) else str(value) for key, value in values.items() if key != "user_id"}
