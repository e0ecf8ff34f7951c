"""The profile: what belongs to the person, not to one plan."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from groundwork.owner import Request, candidate_of
from groundwork.respond import answer
from groundwork.saving import cleaned
from negotiation import services
from negotiation.models import Plan, StepState
from negotiation.profiles.forms import WaysForm
from negotiation.profiles.models import Candidate
from negotiation.steps import STEPS
from negotiation.steps.base import Step, applicable
from negotiation.steps.loading import load

PERSON = Plan(kind="profile")


@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: Request) -> HttpResponse:
    """How this person speaks of money and dates, and the sections a new plan starts from."""
    candidate = candidate_of(request)
    assert isinstance(candidate, Candidate)
    form = WaysForm(cleaned(request.POST) if request.method == "POST" else None, instance=candidate)
    if request.method == "POST" and form.is_valid():
        # Not the whole row: a sign-up or a deletion in another tab must not be undone by it.
        Candidate.objects.filter(pk=candidate.pk).update(**form.cleaned_data)
        services.profile_follow(candidate=candidate)
        return redirect("profile")
    shown = {"form": form, "sections": applicable(STEPS, PERSON)}
    return render(request, "negotiation/profile.html", shown, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def section(request: Request, step: Step) -> HttpResponse:
    """One step's fields that belong to the person, saved by the same rule."""
    candidate = candidate_of(request)
    assert isinstance(candidate, Candidate)
    if not step.profile:
        raise Http404
    if request.method == "POST":
        return _saved(request, services.profile_made(candidate=candidate), step)
    plan = services.profile_of(candidate) or Plan(
        candidate=candidate,
        kind="profile",
        currency=candidate.currency,
        basis=candidate.basis,
        locale=candidate.locale,
    )
    stored = plan if not plan._state.adding else None
    state = (stored and stored.states.filter(slug=step.slug).first()) or StepState(plan=plan, slug=step.slug)
    values = load(plan, [step], states={step.slug: state})[step.slug].values if stored else step.model(plan=plan)
    return _page(request, step, state, services.draft_form(plan, step, values, state))


def _page(request: Request, step: Step, state: StepState, form: object, refused: bool = False) -> HttpResponse:
    shown = {"step": step, "state": state, "row": state, "form": form, "refused": refused}
    return render(request, "negotiation/profile_section.html", shown)


def _saved(request: Request, plan: Plan, step: Step) -> HttpResponse:
    saving = services.step_save(request=request, plan=plan, step=step)
    return answer(
        request,
        saving,
        page=lambda s: _page(request, step, s.row, s.form, refused=True),
        panel=lambda _: "",
        onward=lambda _: "/profile/",
        zone=plan.zone,
    )
