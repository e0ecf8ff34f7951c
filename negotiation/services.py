"""Writes about plans that touch more than one row."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from groundwork.forms import SavedForm
from groundwork.limits import TooOften
from groundwork.models import Removed
from groundwork.owner import Request
from groundwork.removing import entry_removed as entry_removed
from groundwork.respond import CONTINUE, SKIP, Saving, as_post, atomically, locked_row, save
from groundwork.saving import Token
from negotiation.marking import beside_kept
from negotiation.models import Alternative, Plan, StepState
from negotiation.models.plan import by_slug
from negotiation.profiles.models import Candidate
from negotiation.steps import STEPS
from negotiation.steps.base import Answers, Given, Rows, Step, applicable
from negotiation.steps.figures import kept
from negotiation.steps.loading import OFFER, load, values_of

COMPUTED = ("gaps", "dates", "figures")
LINKED = PLAN, ALTERNATIVE = Plan._meta.label, Alternative._meta.label


def plan_start(*, candidate: Candidate, kind: str = "job") -> Plan:
    """A new plan in the candidate's own ways, with what the profile holds copied and dated."""
    with transaction.atomic():
        plan = Plan.objects.create(
            candidate=candidate,
            kind=kind,
            **{name: getattr(candidate, name) for name in ("currency", "period", "basis", "locale", "zone")},
        )
        for step in applicable(STEPS, plan):
            profile_copy(plan=plan, step=step)
    return plan


def step_form(
    plan: Plan, step: Step, *, values: Any = None, state: StepState | None = None, data: Any = None
) -> SavedForm:
    """The step's form on its saved values; the profile shows only what belongs to the person."""
    return step.form(
        data,
        instance=values if values is not None else values_of(plan, step),
        frame=plan.frame,
        locale=plan.locale,
        unknown=state.unknown if state else (),
        without=step.without(plan),
    )


def draft_form(plan: Plan, step: Step, values: Any, state: StepState) -> SavedForm:
    """The form as it was left: a draft fills it with what was typed, wrong or not."""
    draft = as_post(state.draft) if state.draft else None
    return step_form(plan, step, values=values, state=state, data=draft)


def state_of(plan: Plan, step: Step) -> StepState:
    """The step's state, and in the same query the figures of the others if it looks at any."""
    return states_for(plan, step).get(step.slug) or StepState(plan=plan, slug=step.slug)


def states_for(plan: Plan, step: Step) -> dict[str, StepState]:
    """The states that a step looks at, in one query."""
    states = by_slug(plan.states.all() if step.figures_of else plan.states.filter(slug=step.slug))
    if step.figures_of:
        plan.figures = {slug: state.figures for slug, state in states.items()}
    return states


def state_locked(*, plan: Plan, step: Step) -> StepState:
    """The step's state row, made if it is not there, locked until the caller's transaction ends.

    Those of the steps that follow it are locked with it, in one order: two steps may follow each other.
    """
    slugs = [step.slug, *(other.slug for other in STEPS if step.slug in other.follows)]
    rows = StepState.objects.select_for_update().filter(plan=plan)
    own = by_slug(rows.filter(slug__in=slugs).order_by("slug")).get(step.slug)
    if own is None:
        StepState.objects.bulk_create([StepState(plan=plan, slug=step.slug)], ignore_conflicts=True)
        own = rows.get(slug=step.slug)
    return own


def step_save(*, request: Request, plan: Plan, step: Step) -> Saving:
    """Save one step by the rule; its state is computed here and nowhere else."""

    def work() -> Saving:
        state = state_locked(plan=plan, step=step)
        form = step_form(plan, step, state=state, data=request.POST)
        answers = load_for(plan, step, states={step.slug: state}, typed={step.slug: form})

        beside: list[bool] = []

        def extra(whole: bool) -> None:
            then = request.POST.get("then")
            beside.append(beside_kept(plan=plan, step=step, posted=request.POST))
            state.skipped = then == SKIP
            state.continued = (state.continued or then == CONTINUE) and whole
            state.changed = timezone.now()
            if whole:
                state.unknown = sorted(form.unknown)
                computed(state, step, answers)

        before = state.figures
        saving = replace(save(request, state, form, extra=extra), answers=answers)
        if any(beside):
            saving = replace(saving, answers=load_for(plan, step, states={step.slug: state}))
        followers_refresh(plan=plan, step=step, moved=state.figures != before)
        return saving

    return atomically(work)


def load_for(plan: Plan, step: Step, **known: Any) -> Answers:
    """The answers that one step looks at, its own among them; `known` saves queries, as for `load`."""
    read = tuple(step if other.slug == step.slug else other for other in STEPS if other.slug in step.reads)
    steps = read or (step,)
    others = [other.slug for other in steps if other is not step]
    known |= {"values_only": step.glances, "lists_only": step.browses, "second_list_only": step.seconds}
    return load(plan, steps, first_list_only=others, **known)


def computed(state: StepState, step: Step, answers: Answers) -> None:
    """Put on the state what other pages show: gaps (an "I do not know" is marked: it is an answer), dates, figures."""
    unknown = answers[step.slug].unknown
    state.gaps = [gap.as_data() | {"unknown": gap.field in unknown} for gap in step.gaps(answers)]
    state.dates = [dated.as_data() for dated in step.dates(answers)]
    state.figures = kept(step, answers)


def followers_refresh(*, plan: Plan, step: Step, moved: bool) -> None:
    """What a step keeps for others has changed: the steps made from it are computed again."""
    if moved:
        plan.figures_moved()
        recheck(plan, tuple(other for other in STEPS if step.slug in other.follows))


def row_save(*, request: Request, plan: Plan, step: Step, kind: Rows, pk: uuid.UUID) -> Saving:
    """Save one entry of a step's list; the step's state moves with it."""

    def work() -> Saving:
        row = locked_row(kind.model, pk, seen=Token.of(request.POST).seen, plan_id=plan.pk)
        if row.version == 0 and rows_past(plan, kind, kind.most + 1):
            raise TooOften  # the page that adds one says so kindly; this is for whoever goes round it
        form = kind.form(request.POST, instance=row, frame=plan.frame, locale=plan.locale)
        saving = save(request, row, form)
        state_refresh(plan=plan, step=step)
        return saving

    return atomically(work)


def rows_past(plan: Plan, kind: Rows, number: int) -> bool:
    """Whether the list holds that many entries or more."""
    return kind.model._default_manager.filter(plan_id=plan.pk).count() >= number


@transaction.atomic
def starters_add(*, plan: Plan, step: Step, kind: Rows) -> None:
    """The entries a list can begin with, if it holds none yet."""
    state_locked(plan=plan, step=step)  # of two presses at once, the second waits here
    if rows_past(plan, kind, 1):
        return
    rows = [kind.model(plan=plan, order=order, **given) for order, given in enumerate(kind.starters, 1)]
    for row in rows:
        row.bump()
    kind.model._default_manager.bulk_create(rows)
    state_refresh(plan=plan, step=step)


@transaction.atomic
def state_refresh(*, plan: Plan, step: Step) -> StepState:
    """Compute the step's state again after something other than its own form has written."""
    state = state_locked(plan=plan, step=step)
    before = state.figures
    computed(state, step, load_for(plan, step, states={step.slug: state}))
    state.skipped, state.changed = False, timezone.now()
    state.save(update_fields=[*COMPUTED, "skipped", "changed"])
    followers_refresh(plan=plan, step=step, moved=state.figures != before)
    return state


def profile_of(candidate: Candidate) -> Plan | None:
    """The profile: a plan that holds what belongs to the person."""
    return Plan.objects.filter(candidate=candidate, kind="profile").order_by("created").first()


@transaction.atomic
def profile_made(*, candidate: Candidate) -> Plan:
    """The profile, made at the first visit that writes."""
    Candidate.objects.select_for_update().get(pk=candidate.pk)
    return profile_of(candidate) or plan_start(candidate=candidate, kind="profile")


def profile_follow(*, candidate: Candidate) -> None:
    """The profile's money is in the candidate's own currency and basis."""
    ways = {name: getattr(candidate, name) for name in ("currency", "period", "basis", "locale", "zone")}
    Plan.objects.filter(candidate=candidate, kind="profile").update(**ways)


@transaction.atomic
def profile_copy(*, plan: Plan, step: Step) -> bool:
    """Copy the person's own fields of one step from the profile, with the day they were copied."""
    profile = profile_of(plan.candidate) if step.profile and plan.kind != "profile" else None
    source = step.model._default_manager.filter(plan=profile).first() if profile else None
    if source is None:
        return False
    values = values_of(plan, step)
    for name in step.profile:
        setattr(values, name, getattr(source, name))
    values.save()
    state = state_locked(plan=plan, step=step)
    state.bump()
    state.copied = plan.today
    computed(state, step, load_for(plan, step))
    state.save()
    return True


def profile_differs(plan: Plan, step: Step, values: Any) -> list[tuple[str, Any, Any]]:
    """Fields the profile holds otherwise: label, here, there. One query, for steps that copy."""
    if not step.profile or plan.kind == "profile":
        return []
    source = step.model._default_manager.filter(plan__candidate_id=plan.candidate_id, plan__kind="profile").first()
    if source is None:
        return []
    pairs = [(name, getattr(values, name), getattr(source, name)) for name in step.profile]
    labels = step.form.Meta.labels  # type: ignore[attr-defined]
    return [(labels[name], here, there) for name, here, there in pairs if here != there and there not in (None, "")]


@transaction.atomic
def recheck(plan: Plan, steps: tuple[Step, ...] = STEPS) -> int:
    """Compute stored states of a plan again; the number that changed."""
    if not steps:
        return 0
    changed = 0
    wanted = plan.states.filter(slug__in=[step.slug for step in steps])
    states = by_slug(wanted.select_for_update().order_by("slug"))  # answers are read after the lock
    plan.figures_moved()
    for step in applicable(steps, plan):
        state = states.get(step.slug)
        if state is None:
            continue
        before = [getattr(state, name) for name in COMPUTED]
        computed(state, step, load_for(plan, step, states=states))
        if [getattr(state, name) for name in COMPUTED] != before:
            state.save(update_fields=COMPUTED)
            plan.figures_moved()
            changed += 1
    return changed


def recheck_after(removed: Removed) -> None:
    """Something was removed or put back: the states of the plans it belongs to, or was linked from, follow."""
    if any(row["model"] == "offers.rate" for row in removed.rows["rows"]):
        rates_follow(removed.candidate_id)
    plans = {row["fields"].get("plan") for row in removed.rows["rows"]}
    linked = {label: [pk for name, pk, *_ in removed.rows["links"] if name == label] for label in LINKED}
    mine = Q(pk__in=plans - {None}) | Q(pk__in=linked[PLAN]) | Q(alternative_rows__in=linked[ALTERNATIVE])
    for plan in Plan.objects.filter(mine, candidate_id=removed.candidate_id).distinct():
        recheck(plan)


def offer_follow(offer_id: uuid.UUID) -> None:
    """An offer has changed: the plans that are about it, or point at it, are computed again.

    No plan is about the job one has: once an offer is marked as that, plans let go of it.
    """
    reading_offers = tuple(step for step in STEPS if OFFER in step.uses)
    pointing = Q(offer_id=offer_id) | Q(alternative_rows__offer_id=offer_id)
    plans = [plan.pk for plan in Plan.objects.filter(pointing).distinct().only("pk")]
    Plan.objects.filter(offer_id=offer_id, offer__present=True).update(offer=None)
    for plan in Plan.objects.filter(pk__in=plans):
        recheck(plan, reading_offers)


def empty(plan: Plan, step: Step) -> Given:
    """A step nobody has begun."""
    # By id: a row made with the plan itself would take the place of the stored one in `plan.company`.
    return Given(values=step.model(plan_id=plan.pk))


def rates_follow(candidate_id: uuid.UUID) -> None:
    """An exchange rate has changed: what was in other money may count now, or count otherwise."""
    for plan in Plan.objects.owned_by(candidate_id).negotiations():
        recheck(plan)
