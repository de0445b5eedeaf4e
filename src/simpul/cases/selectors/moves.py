"""What may be done next with a case: our acts, and every step of the definition that the case runs on, its own organisation's among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from simpul.cases.facts import CaseFacts
from simpul.cases.models import Case
from simpul.cases.policies import ACTS, GUARDS, can_answer, can_update, guards_between, may
from simpul.cases.vocabulary import SHIPPED, SUBJECT, WORKFLOW, Review, Status
from simpul.platform.actor import Actor, Verdict, deny
from simpul.platform.text import Text
from simpul.workflow.public import Possible, Standing, required_rows, standing_of, subject_of

_NO_STEP = Text(
    id="Kasus berada di “{state}”, dan alur kerjanya tidak punya langkah “{step}” dari sana. Yang ada: {others}.",
    en="The case is in “{state}”, and its workflow has no step “{step}” from there. There is: {others}.",
)
_HAS_MOVED = Text(id="Kasus ini baru saja berpindah status; muat ulang halamannya.", en="The status of this case has just changed; load the page again.")
_NO_WAY = Text(id="belum ada", en="none")
# An act that is no step itself and ends in one.
_ENDS_IN = {"respond": "resolve", "review": "resolve"}
# The acts that begin by taking a new case up.
_BEGIN = ("wait", "respond")
_ACT_OF = {step: act for act, rule in ACTS.items() for step in rule.steps} | {"resolve": "respond"}


def verdicts_of(actor: Actor, case: Case, facts: CaseFacts, moves: Sequence[Possible]) -> dict[str, Verdict]:
    """Both must allow it: the grants that the policies read, and the workflow that the case runs on, with its roles and checks."""
    steps = {move.transition: move.verdict for move in moves}
    found = {}
    for act in ACTS:
        verdict = may(act, actor, facts)
        found[act] = _by_workflow(act, actor, case, steps, verdict) if verdict else verdict
    return found


def _by_workflow(act: str, actor: Actor, case: Case, steps: dict[str, Verdict], verdict: Verdict) -> Verdict:
    """The verdict of the step that makes an act out of the state in which the case rests; where none does, why."""
    ending, begins = _ENDS_IN.get(act), case.status == Status.NEW and case.assigned_to_user_id == actor.id and act in _BEGIN and "take" in steps
    wanted = (ending,) if ending else ACTS[act].steps
    made = next((step for step in wanted if step in steps), None)
    if made is not None:
        return verdict if ending else steps[made]
    raises = act == "escalate" and (case.status == Status.ESCALATED or case.own_state is not None)
    if not wanted or begins or raises:
        return verdict
    standing = standing_of(WORKFLOW, case.id)
    return deny(no_step(standing, wanted[0]) if standing.state.key == (case.own_state or case.status) else _HAS_MOVED)


def move_row(actor: Actor, case: Case, facts: CaseFacts, move: Possible) -> Mapping[str, Any]:
    """One step out of the state in which the case rests. `act` names the act that makes it; one of the organisation's own has none."""
    act = _ACT_OF.get(move.transition)
    verdict = move.verdict if act else _own_verdict(actor, case, facts, move)
    shipped = SHIPPED.transition_of.get(move.transition)
    return {
        "transition": move.transition,
        "title": str(move.title),
        "act": act,
        "renamed": shipped is not None and (move.title.id, move.title.en) != (shipped.title.id, shipped.title.en),
        "allowed": verdict.allowed,
        "reason": str(verdict.reason) if verdict.reason else None,
        "required": required_rows(subject_of(SUBJECT), move.required),
    }


def _own_verdict(actor: Actor, case: Case, facts: CaseFacts, move: Possible) -> Verdict:
    """What `case_move` will ask: the case's handlers, the rights between these statuses, and what the definition says."""
    before = Status(facts.status)
    if not (verdict := can_update(actor, facts)):
        return verdict
    for key in guards_between(before, {Status(each) for each in move.statuses} - {before}):
        right = can_answer(actor, facts, waits=case.review == Review.WAITING) if key == "case.answered" else GUARDS[key][1](actor, facts)
        if not right:
            return right
    return move.verdict


def no_step(standing: Standing, transition: str) -> Text:
    """The sentence that names the state, the step that does not leave it, and those that do."""
    step = SHIPPED.transition_of[transition].title if transition in SHIPPED.transition_of else Text(id=transition, en=transition)
    others = {language: ", ".join(f"“{getattr(each, language)}”" for each in standing.leaving.values()) for language in ("id", "en")}
    return Text(
        id=_NO_STEP.id.format(state=standing.state.title.id, step=step.id, others=others["id"] or _NO_WAY.id),
        en=_NO_STEP.en.format(state=standing.state.title.en, step=step.en, others=others["en"] or _NO_WAY.en),
    )
