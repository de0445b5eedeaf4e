"""Who reaches which cases and who does what with one. Row-level security says the same; each is enough on its own.

`can_...` answers whether the actor is one who may; whether the case is in a state for it is asked by `fits`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import BooleanField, Q, QuerySet
from django.db.models.expressions import RawSQL

from simpul.cases.facts import CaseFacts
from simpul.cases.models import Case, CaseView
from simpul.cases.vocabulary import AGGREGATES, ALIVE, CONFIGURATION, OPEN, RESOURCE, SHIPPED, STATUSES, Review, Status
from simpul.platform.actor import ALLOW, Act, Actor, Reach, Verdict, deny
from simpul.platform.text import Text

_NOT_MANAGER = Text(
    id="Hanya pengelola konfigurasi yang mengubah kategori dan batas waktu kasus.",
    en="Only configuration managers can change case categories and time limits.",
)
_NOT_READER = Text(
    id="Kebijakan SLA untuk petugas kasus dan pembaca konfigurasi.", en="Service levels are open to case handlers and readers of the configuration."
)
_NOT_HANDLER = Text(id="Kasus ini ditangani petugas lain.", en="This case is handled by another colleague.")
_NOT_ASSIGNEE = Text(id="Hanya penanggung jawab kasus yang mengerjakannya.", en="Only the assignee can start work on the case.")
_NOT_ASSIGNER = Text(id="Hanya supervisor yang menugaskan dan mengeskalasi kasus.", en="Only a supervisor can assign and escalate cases.")
_NOT_WAITER = Text(id="Hanya penanggung jawab atau supervisor yang menunda kasus.", en="Only the assignee or a supervisor can put a case on hold.")
_NOT_CLAIMER = Text(id="Kasus ini tidak dapat Anda ambil.", en="You cannot claim this case.")
_OWN_ANSWER = Text(id="Jawaban sendiri diperiksa orang lain.", en="Your own answer must be reviewed by someone else.")
_NOT_REVIEWER = Text(id="Hanya petugas kasus di jangkauan ini yang memeriksa jawaban.", en="Only case handlers with access here can review an answer.")
_NOT_REOPENER = Text(
    id="Kasus yang ditutup hanya dibuka kembali oleh supervisor; yang dijawab juga oleh petugasnya.",
    en="Only a supervisor can reopen a closed case; an answered case can also be reopened by its handler.",
)
OWN_EXTENSION = Text(id="Perpanjangan sendiri diputuskan orang lain.", en="Your own extension must be decided by someone else.")
_NOT_DECIDER = Text(id="Hanya supervisor yang memutuskan perpanjangan.", en="Only a supervisor can decide on an extension.")
_STAYS_SENSITIVE = Text(
    id="Hanya pemegang akses data sensitif cabang ini yang mengeluarkan kasus dari kategori sensitif.",
    en="Only staff with access to this branch's sensitive data can move a case out of a sensitive category.",
)
_NOT_SENSITIVE = Text(
    id="Anda tidak dapat membaca kasus ini sesudah kategorinya sensitif.", en="You would no longer be able to read the case once its category is sensitive."
)
_WRONG_STATE = Text(id="Tidak dapat dilakukan selama status kasus “{status}”.", en="This cannot be done while the case is “{status}”.")
_NEEDS_REVIEW = Text(id="Jawaban kategori ini diperiksa dahulu oleh orang lain.", en="Somebody else reviews an answer of this category first.")
_HAS_ASSIGNEE = Text(id="Kasus ini sudah ada penanggung jawabnya.", en="The case already has an assignee.")
_NOBODY_HAS = Text(id="Tugaskan kasus ini dahulu kepada petugas.", en="Assign the case to a colleague first.")
_UNDER_REVIEW = Text(id="Jawaban sedang menunggu pemeriksaan.", en="The answer is waiting for review.")
_NO_REVIEW = Text(id="Tidak ada jawaban yang menunggu pemeriksaan.", en="No answer is waiting for review.")
_NOT_REPORTER = Text(
    id="Laporan pengaduan untuk direksi, kepatuhan, dan supervisor cabangnya.",
    en="The complaint report is for directors, compliance and supervisors of the branch.",
)
_NOT_HANDED_OUT = Text(id="Peran Anda tidak boleh mengunduh laporan pengaduan.", en="Your role may not download the complaint report.")
_NOT_SHARER = Text(id="Hanya supervisor yang membagikan tampilan antrean.", en="Only a supervisor shares views of the queue.")
_NOT_MY_VIEW = Text(id="Tampilan ini milik rekan lain.", en="This view belongs to a colleague.")
_NOT_WEAKENER = Text(
    id="Lebih dari sehari sesudah diterima, hanya supervisor yang mengubah lisan/tertulis atau menurunkan prioritas.",
    en="More than a day after receipt, only a supervisor changes verbal to written or back, or lowers the priority.",
)
_NOT_ANSWERED = Text(id="Beri tanggapan akhir dahulu; sesudah itu kasus dapat ditutup.", en="Give the final response first; then the case can be closed.")
_HIGHEST = Text(id="Kasus sudah di tingkat eskalasi tertinggi.", en="The case is at the highest level of escalation.")

EVER = frozenset(Status)


def reach_of(actor: Actor, act: Act) -> Reach:
    """How far the actor reaches whole cases."""
    return actor.reach_whole(RESOURCE, act)


def visible_cases(actor: Actor) -> QuerySet[Case]:
    """Whole cases: of the own branches and units, the own ones, and those of customers that an elevation opens.

    A unit has the cases that lie with it, not the other ones of the branches that it serves. A sensitive case is for who holds tier 3
    there, and for who made it or has it. Everybody else knows of its number, status and due time only (see `selectors.cases`).
    """
    reach, own = reach_of(actor, Act.READ), Q(created_by=actor.id) | Q(assigned_to_user_id=actor.id)
    sensitive = _raw('"cases"."category_code" = ANY ((SELECT crm.sensitive_categories())::text[])')
    condition = _raw(
        '"cases"."customer_id" = ANY ((SELECT iam.elevated_customers())::uuid[])'
        ' AND (NOT "cases"."category_code" = ANY ((SELECT crm.sensitive_categories())::text[]) OR (SELECT iam.elevation_tier()) >= 3)'
    )
    if reach >= Reach.BRANCH:
        within = Q() if reach is Reach.ALL else Q(branch_code__in=sorted(actor.own_branch_codes)) | Q(assigned_unit_code__in=sorted(actor.unit_codes))
        tier3 = actor.tier_reach(3)
        opened = Q() if tier3 is Reach.ALL else Q(branch_code__in=sorted(actor.branch_codes)) if tier3 is Reach.BRANCH else Q(pk__in=[])
        plain = Q() if tier3 is Reach.ALL else ~sensitive | opened
        condition = condition | (within & plain)
        if not within and not plain:
            return Case.objects.all()
    if reach >= Reach.OWN:
        condition = condition | own
    if actor.unit_codes:  # what is given away from the unit in this very request
        condition = condition | _raw('"cases"."case_id" = (SELECT crm.case_given())')
    return Case.objects.filter(condition)


def _raw(sql: str) -> Q:
    return Q(RawSQL(sql, (), output_field=BooleanField()))  # noqa: S611 - the text is ours


def _within(actor: Actor, case: CaseFacts, act: Act) -> bool:
    """In a branch or unit of the actor, whose reach goes that far, and as sensitive as the actor may know."""
    reach = reach_of(actor, act)
    if reach < Reach.BRANCH or not _knows(actor, case):
        return False
    return reach is Reach.ALL or case.branch_code in actor.own_branch_codes or case.unit_code in actor.unit_codes


def _knows(actor: Actor, case: CaseFacts) -> bool:
    tier3 = actor.tier_reach(3)
    return not case.sensitive or case.is_of(actor.id) or tier3 is Reach.ALL or (tier3 >= Reach.BRANCH and case.branch_code in actor.branch_codes)


def _handles(actor: Actor, case: CaseFacts) -> bool:
    """Supervisors handle the cases of their branches and units, everybody else the own ones."""
    return _within(actor, case, Act.UPDATE) or (case.is_of(actor.id) and reach_of(actor, Act.UPDATE) >= Reach.OWN)


def _assigns(actor: Actor, case: CaseFacts) -> bool:
    return _within(actor, case, Act.ASSIGN)


def _has(actor: Actor, case: CaseFacts) -> bool:
    return case.assignee_id == actor.id and reach_of(actor, Act.UPDATE) >= Reach.OWN


def _verdict(allowed: bool, reason: Text) -> Verdict:
    return ALLOW if allowed else deny(reason)


def can_update(actor: Actor, case: CaseFacts) -> Verdict:
    """Who made the case, who has it, and supervisors of its branch or unit: notes, messages, the final response, closing."""
    return _verdict(_handles(actor, case), _NOT_HANDLER)


def can_take(actor: Actor, case: CaseFacts) -> Verdict:
    """The assignee begins to work."""
    return _verdict(_has(actor, case), _NOT_ASSIGNEE)


def can_assign(actor: Actor, case: CaseFacts) -> Verdict:
    """Supervisors give a case of their branches and units to a colleague or a unit; so they escalate it."""
    return _verdict(_assigns(actor, case), _NOT_ASSIGNER)


def can_claim(actor: Actor, case: CaseFacts) -> Verdict:
    """Who handles cases takes one of the own branches and units that nobody has."""
    return _verdict(reach_of(actor, Act.UPDATE) >= Reach.OWN and _within(actor, case, Act.READ), _NOT_CLAIMER)


def can_wait(actor: Actor, case: CaseFacts) -> Verdict:
    """The assignee and supervisors; so they go on as well."""
    return _verdict(_has(actor, case) or _assigns(actor, case), _NOT_WAITER)


def can_receive(actor: Actor, case: CaseFacts) -> Verdict:
    """Of an escalated case: the new assignee, and supervisors."""
    return _verdict(_has(actor, case) or _assigns(actor, case), _NOT_WAITER)


def can_review(actor: Actor, case: CaseFacts) -> Verdict:
    """Somebody else who handles cases in its branch or unit."""
    if case.proposed_by == actor.id:
        return deny(_OWN_ANSWER)
    return _verdict(reach_of(actor, Act.UPDATE) >= Reach.OWN and (_within(actor, case, Act.READ) or case.is_of(actor.id)), _NOT_REVIEWER)


def can_answer(actor: Actor, case: CaseFacts, *, waits: bool) -> Verdict:
    """Who handles the case answers; where the category asks for a review, somebody else with the very text that waits for it.

    A text that `waits` may be approved by its reviewer although the category asks for no review any more.
    """
    if not case.needs_review and ((verdict := can_update(actor, case)) or not waits):
        return verdict
    return can_review(actor, case) if waits else deny(_NEEDS_REVIEW)


def can_reopen(actor: Actor, case: CaseFacts) -> Verdict:
    """Supervisors; who made it or has it, while it is not closed."""
    return _verdict(_assigns(actor, case) or (case.status != Status.CLOSED and _handles(actor, case)), _NOT_REOPENER)


def can_follow(actor: Actor, case: CaseFacts) -> Verdict:
    """Whoever reads the whole case watches it and is reminded of it; such a case alone is asked about."""
    return ALLOW


def can_rename_category(actor: Actor, case: CaseFacts, sensitive: bool) -> Verdict:
    """Into a sensitive category puts a case who still reads it then; out of one takes it only who holds tier 3 there."""
    tier3 = actor.tier_reach(3)
    holds = tier3 is Reach.ALL or (tier3 >= Reach.BRANCH and case.branch_code in actor.branch_codes)
    if case.sensitive and not sensitive:
        return _verdict(holds, _STAYS_SENSITIVE)
    return _verdict(holds or not sensitive or case.is_of(actor.id), _NOT_SENSITIVE)


def can_change_terms(actor: Actor, case: CaseFacts, *, weakens: bool) -> Verdict:
    """Who handles the case; a day after it was received, another kind or a lower priority only who assigns cases there."""
    return _verdict(not weakens or _assigns(actor, case), _NOT_WEAKENER)


def can_decide_extension(actor: Actor, case: CaseFacts, asked_by: UUID) -> Verdict:
    """Whoever assigns cases there, and did not ask for it."""
    if asked_by == actor.id:
        return deny(OWN_EXTENSION)
    return _verdict(_assigns(actor, case), _NOT_DECIDER)


Right = Callable[[Actor, CaseFacts], Verdict]
# What steps of the workflow ask of who makes them, by the keys that definitions name.
GUARDS: Mapping[str, tuple[Text, Right]] = {
    "case.by_assignee": (Text(id="Oleh penanggung jawab", en="By the assignee"), can_take),
    "case.by_assigner": (Text(id="Oleh yang menugaskan kasus", en="By staff who assign cases"), can_assign),
    "case.by_handler": (Text(id="Oleh penanggung jawab atau supervisor", en="By the assignee or a supervisor"), can_wait),
    "case.by_receiver": (Text(id="Oleh penerima kasus atau supervisor", en="By the new assignee or a supervisor"), can_receive),
    "case.may_close": (Text(id="Oleh yang menangani kasus", en="By the case handler"), can_update),
    "case.may_reopen": (Text(id="Oleh yang boleh membuka kembali", en="By staff who may reopen the case"), can_reopen),
}


@dataclass(frozen=True)
class CaseRule:
    """One act: in which states of the case, and who may; of an act that steps of the workflow make, the steps say both.

    `states` are then those beside the ones that the steps leave.
    """

    states: frozenset[Status] = frozenset()
    right: Right | None = None
    steps: tuple[str, ...] = ()

    @cached_property
    def fitting(self) -> frozenset[Status]:
        """The states in which the act is done."""
        return self.states.union(*(map(Status, SHIPPED.sources(step)) for step in self.steps))

    def step(self, status: Status) -> str | None:
        """The step that makes the act out of this state: the first one where none leaves it; None where the act is no step."""
        return next((step for step in self.steps if status in SHIPPED.sources(step)), next(iter(self.steps), None))

    def checks(self, status: Status) -> Sequence[str]:
        """The keys of the guards that the step asks."""
        step = self.step(status)
        return SHIPPED.transition_of[step].checks if step else ()


ACTS: Mapping[str, CaseRule] = {
    "take": CaseRule(steps=("take", "hand_over")),
    "assign": CaseRule(OPEN, can_assign),
    "claim": CaseRule(OPEN, can_claim),
    # An escalated case is brought to a higher level, which is no step.
    "escalate": CaseRule(frozenset({Status.ESCALATED}), steps=("escalate",)),
    # The assignee takes a new case up by making it wait.
    "wait": CaseRule(frozenset({Status.NEW}), steps=("wait",)),
    "resume": CaseRule(steps=("resume",)),
    "note": CaseRule(EVER, can_update),
    "message": CaseRule(ALIVE, can_update),
    "respond": CaseRule(OPEN, can_update),
    "review": CaseRule(OPEN, can_review),
    "close": CaseRule(steps=("close",)),
    "reopen": CaseRule(steps=("reopen",)),
    "reclassify": CaseRule(OPEN, can_update),
    "extend": CaseRule(OPEN, can_update),
    "decide_extension": CaseRule(OPEN, can_assign),
    "attach": CaseRule(ALIVE, can_update),
    "move": CaseRule(EVER, can_update),
    "watch": CaseRule(EVER, can_follow),
    "remind": CaseRule(ALIVE, can_follow),
}


def may_ever(act: str, actor: Actor, case: CaseFacts) -> Verdict:
    """Whether the actor is one who may, whatever state the case is in."""
    rule = ACTS[act]
    rights = [rule.right] if rule.right else [GUARDS[key][1] for key in rule.checks(Status(case.status))]
    return next((verdict for right in rights if not (verdict := right(actor, case))), ALLOW if rights else deny(_NOT_HANDLER))


def fits(act: str, actor: Actor, case: CaseFacts) -> Verdict:
    """Whether the case is in a state for the act."""
    status = Status(case.status)
    if act == "close" and status in OPEN:
        return deny(_NOT_ANSWERED)
    if status not in ACTS[act].fitting or (act == "wait" and status is Status.NEW and case.assignee_id != actor.id):
        return deny(wrong_state(status))
    if act == "take" and case.assignee_id is None:
        return deny(_NOBODY_HAS)
    if act == "claim" and case.assignee_id is not None:
        return deny(_HAS_ASSIGNEE)
    if act == "respond" and case.review == Review.WAITING and case.needs_review:
        return deny(_UNDER_REVIEW)
    if act == "review" and case.review != Review.WAITING:
        return deny(_NO_REVIEW)
    if act == "escalate" and case.escalation_level >= 3 and status is Status.ESCALATED:
        return deny(_HIGHEST)
    return ALLOW


def wrong_state(status: Status) -> Text:
    """The sentence that names the state."""
    return Text(id=_WRONG_STATE.id.format(status=STATUSES[status].id), en=_WRONG_STATE.en.format(status=STATUSES[status].en))


def guards_between(before: Status, after: Collection[Status]) -> list[str]:
    """What a step of the organisation's own asks at least: what ours between the same statuses asks of who makes it."""
    return [
        key
        for key, asked in {
            "case.answered": before in OPEN and Status.RESOLVED in after,
            "case.may_close": before is not Status.CLOSED and Status.CLOSED in after,
            "case.may_reopen": before not in OPEN and bool(OPEN & set(after)),
            "case.by_assigner": before in OPEN and before is not Status.ESCALATED and Status.ESCALATED in after,
        }.items()
        if asked
    ]


def may(act: str, actor: Actor, case: CaseFacts) -> Verdict:
    """Whether the actor can do it now: the right first, then the state."""
    verdict = may_ever(act, actor, case)
    return fits(act, actor, case) if verdict else verdict


def can_manage(actor: Actor) -> Verdict:
    """Managers of the configuration."""
    return ALLOW if actor.reach(CONFIGURATION, Act.MANAGE) is Reach.ALL else deny(_NOT_MANAGER)


def can_read(actor: Actor) -> Verdict:
    """Whoever reads or opens cases, and readers of the configuration."""
    handles = max(actor.reach(RESOURCE, Act.READ), actor.reach(RESOURCE, Act.CREATE))
    configures = max(actor.reach(CONFIGURATION, Act.READ), actor.reach(CONFIGURATION, Act.MANAGE))
    return ALLOW if handles is not Reach.NONE or configures is Reach.ALL else deny(_NOT_READER)


def may_list(actor: Actor) -> bool:
    """Whether there is a queue for the actor at all: a grant on cases, however far, or an elevation."""
    return actor.reach(RESOURCE, Act.READ) is not Reach.NONE or actor.elevation_id is not None


def visible_views(actor: Actor) -> QuerySet[CaseView]:
    """The own views, and those shared with a branch whose cases the actor reads."""
    reach = reach_of(actor, Act.READ)
    codes = "(SELECT crm.case_branches('R'))" if reach >= Reach.BRANCH else "'{}'::text[]"
    return CaseView.objects.filter(Q(user_id=actor.id) | _raw(f'"case_views"."branch_codes" && {codes}'))


def can_change_view(actor: Actor, view: CaseView) -> Verdict:
    """Who keeps it."""
    return _verdict(view.user_id == actor.id, _NOT_MY_VIEW)


def can_remove_view(actor: Actor, view: CaseView, *, kept: bool) -> Verdict:
    """Who keeps it; when its owner has left and nobody does, whoever assigns cases of a branch that it is shared with."""
    reach = reach_of(actor, Act.ASSIGN)
    assigns = reach is Reach.ALL or (reach is Reach.BRANCH and not actor.own_branch_codes.isdisjoint(view.branch_codes))
    return _verdict(view.user_id == actor.id or (not kept and bool(view.branch_codes) and assigns), _NOT_MY_VIEW)


def can_share_view(actor: Actor) -> Verdict:
    """Who assigns the cases of their branches shows colleagues what to look at."""
    return _verdict(reach_of(actor, Act.ASSIGN) >= Reach.BRANCH and bool(actor.own_branch_codes), _NOT_SHARER)


REPORTERS = frozenset({"DIRECTOR", "COMPLIANCE"})


def reported_branches(actor: Actor, codes: Sequence[str]) -> list[str]:
    """Of these branches those that the actor reports on: all for directors and compliance, the own ones for supervisors."""
    if actor.reach(AGGREGATES, Act.READ) is Reach.NONE:
        return []
    if REPORTERS & set(actor.kinds):
        return list(codes)
    return [code for code in codes if code in actor.own_branch_codes] if "SUPERVISOR" in actor.kinds else []


def can_report(actor: Actor, branch: str | None) -> Verdict:
    """Directors and compliance over all branches, supervisors over their own: aggregates without names."""
    codes = [branch] if branch else sorted(actor.own_branch_codes)
    return _verdict((bool(REPORTERS & set(actor.kinds)) and bool(reported_branches(actor, ["any"]))) or bool(reported_branches(actor, codes)), _NOT_REPORTER)


def can_hand_out_report(actor: Actor, branch: str | None) -> Verdict:
    """Whoever has the report and may export aggregates."""
    return can_report(actor, branch) if actor.may(AGGREGATES, Act.EXPORT) else deny(_NOT_HANDED_OUT)
