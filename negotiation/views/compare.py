"""A plan's offers side by side, on the page, on paper and as files; which are compared, which one the plan is about."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from groundwork.owner import Request, own
from negotiation import services
from negotiation.compare_document import document
from negotiation.comparing import Comparing, Look, comparing, page_of
from negotiation.doors import own_plan
from negotiation.models import Plan
from negotiation.steps import BY_SLUG
from negotiation.steps.base import Answers
from negotiation.steps.loading import MOST_COMPARED, load
from negotiation.views.paper import Paper, as_page, as_pdf, attached
from offers.models import Offer
from offers.spreadsheet import comparison_csv, comparison_xlsx

MOST = MOST_COMPARED
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What the page looks at: the answers of the first, the lists of the others.
READ = tuple(BY_SLUG[slug] for slug in ("criteria", "redlines", "swaps"))


class ChosenForm(forms.Form):
    """Which offers are compared: two to ten, or none for all of them; the present job beside them."""

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
        self.present = {str(offer.pk) for offer in offers if offer.present}
        field = self.fields["offers"]
        field.choices = [(str(offer.pk), offer.name) for offer in offers]  # type: ignore[attr-defined]

    def clean_offers(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["offers"]
        if len(set(chosen) - self.present) > MOST:
            raise forms.ValidationError(f"Choose at most {MOST}: more do not fit side by side.")
        if len(set(chosen) - self.present) + bool(self.present & set(chosen)) == 1:
            raise forms.ValidationError("Choose at least two, or none to compare all of them.")
        return chosen


def offers_of(plan: Plan) -> list[Offer]:
    """All offers by name, each marked if it was chosen."""
    links = Plan.compared.through._default_manager.filter(plan_id=plan.pk, offer_id=OuterRef("pk"))
    named = Offer.objects.owned_by(plan.candidate_id).only("employer", "role", "draft", "present", "created")
    return list(named.annotate(chosen=Exists(links)))


def chosen_of(offers: Iterable[Offer]) -> frozenset[uuid.UUID]:
    return frozenset(offer.pk for offer in offers if offer.chosen)  # type: ignore[attr-defined]


def read(plan: Plan, chosen: frozenset[uuid.UUID]) -> Answers:
    """What the comparison looks at, one query a table."""
    states = services.states_for(plan, BY_SLUG["swaps"])
    others = [step.slug for step in READ[1:]]
    return load(plan, READ, states=states, lists_only=others, chosen=chosen)


def found_of(plan: Plan, request: Request) -> tuple[Answers, Comparing]:
    answers = read(plan, chosen_of(offers_of(plan)))
    return answers, comparing(answers, Look.of(request.GET))


@require_safe
def compare(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    offers = offers_of(plan)
    return _page(request, plan, offers, ChosenForm(None, offers=offers, chosen=chosen_of(offers)))


def _page(request: Request, plan: Plan, offers: Sequence[Offer], form: ChosenForm) -> HttpResponse:
    chosen = chosen_of(offers)
    answers = read(plan, chosen)
    context = page_of(plan, answers, Look.of(request.GET))
    left_out = sum(not one.present for one in offers) > MOST
    context |= {"form": form, "offers": offers, "left_out": left_out, "all": not chosen}
    context |= {"real_offers": [one for one in offers if not one.present], "criteria": BY_SLUG["criteria"]}
    context |= {"has_present": any(one.present for one in offers), "swaps": BY_SLUG["swaps"]}
    return render(request, "negotiation/compare.html", context, status=422 if form.errors else 200)


@require_POST
def chosen(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """Keep which offers are compared in this plan."""
    plan = own_plan(request, plan_id)
    offers = offers_of(plan)
    form = ChosenForm(request.POST, offers=offers)
    if not form.is_valid():
        return _page(request, plan, offers, form)
    plan.compared.set(form.cleaned_data["offers"])
    return redirect("compare", plan.pk)


@require_POST
@transaction.atomic
def about(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """This plan is about this offer, or about none: the steps that read its pay are looked at again."""
    plan = own_plan(request, plan_id)
    standing = Offer.objects.filter(of=None, present=False)
    plan.offer = own(standing, request, wanted(request)) if request.POST.get("offer") else None
    if not Plan.objects.filter(pk=plan.pk).update(offer=plan.offer):
        raise Http404
    services.recheck(plan)
    return redirect("compare", plan.pk)


def wanted(request: Request) -> uuid.UUID:
    try:
        return uuid.UUID(str(request.POST["offer"]))
    except ValueError as error:
        raise Http404 from error


@require_safe
def printed(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    return as_page(request, plan, paper_of(plan, request))


@require_safe
def pdf(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    plan = own_plan(request, plan_id)
    return as_pdf(request, plan, paper_of(plan, request))


def paper_of(plan: Plan, request: Request) -> Paper:
    answers, found = found_of(plan, request)
    query = f"?{found.look.query}" if found.look.query else ""
    return Paper(
        brief=document(plan, answers, found),
        name="offers-side-by-side",
        back=reverse("compare", args=[plan.pk]) + query,
        back_words="Back to the comparison",
        to_print=reverse("compare_print", args=[plan.pk]),
    )


@require_safe
def sheet(request: Request, plan_id: uuid.UUID, kind: str) -> HttpResponse:
    """The comparison as a spreadsheet, or its table as CSV; all of its lines, in the order that is looked at."""
    plan = own_plan(request, plan_id)
    answers, found = found_of(plan, request)
    if kind not in ("xlsx", "csv"):
        raise Http404
    if kind == "csv":
        text = comparison_csv(found.columns, found.all_sections, said=found.matters)
        return attached(text.encode("utf-8-sig"), "text/csv; charset=utf-8", "offers-side-by-side.csv")
    file = comparison_xlsx(
        found.columns,
        found.all_sections,
        said=found.matters,
        currency=found.laid.currency,
        basis=found.laid.basis,
        locale=answers.locale,
    )
    return attached(file, XLSX, "offers-side-by-side.xlsx")
