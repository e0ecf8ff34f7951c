"""A plan's offers side by side, which of them are compared, and which one the plan is about."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from groundwork.owner import Request, own
from negotiation import services
from negotiation.doors import own_plan
from negotiation.models import Plan
from negotiation.steps.loading import MOST_COMPARED
from offers.models import Offer, Rate, Term
from offers.side_by_side import side_by_side

MOST = MOST_COMPARED


class ChosenForm(forms.Form):
    """Which offers are compared: two to ten, or none for all of them."""

    offers = forms.MultipleChoiceField(
        label="Which offers do you want to compare?",
        help_text="Two to ten. With none chosen, all are compared.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": "Choose from these offers."},
    )
    use_required_attribute = False

    def __init__(self, data: Any, *, offers: Iterable[Offer], chosen: Iterable[uuid.UUID] = ()):
        super().__init__(data, initial={"offers": [str(pk) for pk in chosen]})
        field = self.fields["offers"]
        field.choices = [(str(offer.pk), offer.name) for offer in offers]  # type: ignore[attr-defined]

    def clean_offers(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["offers"]
        if len(chosen) > MOST:
            raise forms.ValidationError(f"Choose at most {MOST}: more do not fit side by side.")
        if len(chosen) == 1:
            raise forms.ValidationError("Choose at least two, or none to compare all of them.")
        return chosen


def comparison_context(
    plan: Plan, offers: Sequence[tuple[Offer, Sequence[Term]]], rates: Iterable[Rate] = (), *, illiquid: bool = False
) -> dict[str, Any]:
    """What the page shows, from rows already read. Works on rows that were never stored; no queries."""
    shown = side_by_side(offers, frame=plan.frame, locale=plan.locale, today=plan.today, rates=rates, illiquid=illiquid)
    return {"plan": plan} | shown


def offers_of(plan: Plan) -> list[Offer]:
    return list(Offer.objects.owned_by(plan.candidate_id).prefetch_related("terms"))


def compared(offers: list[Offer], chosen: set[uuid.UUID]) -> list[Offer]:
    """The chosen ones, else all; of very many the newest ten, still in their order."""
    return [offer for offer in offers if offer.pk in chosen or not chosen][-MOST:]


def rates_for(offers: Iterable[Offer], plan: Plan) -> Iterable[Rate]:
    """The candidate's exchange rates, read only where the offers are in more than one currency."""
    if {offer.currency for offer in offers} <= {plan.currency}:
        return ()
    return Rate.objects.owned_by(plan.candidate_id)


@require_safe
def compare(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    offers, picked = offers_of(plan), chosen_of(plan)
    return _page(request, plan, offers, picked, ChosenForm(None, offers=offers, chosen=picked))


def chosen_of(plan: Plan) -> set[uuid.UUID]:
    return set(plan.compared.values_list("pk", flat=True))


def _page(request: Request, plan: Plan, offers: list[Offer], picked: set[uuid.UUID], form: ChosenForm) -> HttpResponse:
    shown = compared(offers, picked)
    rows, rates = [(offer, list(offer.terms.all())) for offer in shown], rates_for(shown, plan)
    context = comparison_context(plan, rows, rates, illiquid=request.GET.get("illiquid") == "on")
    context |= {"form": form, "offers": offers, "left_out": len(offers) - len(shown), "all": not picked}
    return render(request, "negotiation/compare.html", context, status=422 if form.errors else 200)


@require_POST
def chosen(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """Keep which offers are compared in this plan."""
    plan = own_plan(request, plan_id)
    offers = offers_of(plan)
    form = ChosenForm(request.POST, offers=offers)
    if not form.is_valid():
        return _page(request, plan, offers, chosen_of(plan), form)
    plan.compared.set(form.cleaned_data["offers"])
    return redirect("compare", plan.pk)


@require_POST
@transaction.atomic
def about(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """This plan is about this offer, or about none: the steps that read its pay are looked at again."""
    plan = own_plan(request, plan_id)
    plan.offer = own(Offer.objects.filter(of=None), request, wanted(request)) if request.POST.get("offer") else None
    if not Plan.objects.filter(pk=plan.pk).update(offer=plan.offer):
        raise Http404
    services.recheck(plan)
    return redirect("compare", plan.pk)


def wanted(request: Request) -> uuid.UUID:
    try:
        return uuid.UUID(str(request.POST["offer"]))
    except ValueError as error:
        raise Http404 from error
