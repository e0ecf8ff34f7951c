"""The people of the tests are as whole as they claim to be."""

import pytest
from django.apps import apps

from groundwork.fields import TextColumn
from groundwork.saving import SAVED_COLUMNS
from negotiation.models import Plan
from negotiation.steps import STEPS
from offers.models import Offer, Rate, Term
from offers.term_forms import TERM_FORMS
from tests import people

pytestmark = pytest.mark.django_db
OURS = ("negotiation", "scripts", "offers")
PLACED = (*SAVED_COLUMNS, "order", "basis")  # one rate needs no order; one kind of pay can be set side by side
CODES = ("currency", "other", "locale", "zone", "slug")


def texts():
    for model in (model for label in OURS for model in apps.get_app_config(label).get_models()):
        for column in model._meta.concrete_fields:
            if isinstance(column, TextColumn) and column.name not in CODES:
                values = model._default_manager.values_list(column.name, flat=True)
                yield f"{model.__name__}.{column.name}", values


def test_a_full_plan_fills_and_marks_every_text():
    people.full_plan(people.account("owner"), "owner")
    for name, found in texts():
        filled = {text for text in found if text}
        assert filled, name
        assert all("owner" in text or text == "terms" or text.isdigit() for text in filled), name


def test_every_column_of_an_offer_is_filled_somewhere():
    """So that what is tried with a full plan is tried with all that an offer can say."""
    people.full_plan(people.account("owner"), "owner")
    blank = []
    for model in (Offer, Term, Rate):
        for column in (each for each in model._meta.concrete_fields if each.name not in PLACED):
            default = column.get_default()
            values = set(model.objects.values_list(column.name, flat=True))
            blank += [f"{model.__name__}.{column.name}"] * (values <= {None, "", default})
    assert blank == []


def test_a_full_plan_has_terms_of_every_kind_and_two_rounds():
    plan = people.full_plan(people.account("owner"), "owner")
    assert {term.kind for term in plan.offer.terms.all()} == set(TERM_FORMS)
    assert [(one.turn, one.mine) for one in plan.offer.rounds.order_by("turn")] == [(0, False), (1, True)]
    assert plan.offer.turn == 2


def test_a_full_plan_has_every_step_done():
    plan = people.full_plan(people.account("owner"), "owner")
    assert {state.slug: state.state for state in plan.states.all()} == {step.slug: "done" for step in STEPS}


def test_no_two_people_count_from_the_same_number():
    marks = ("owner", "stranger", "supporter", "guest")
    assert len({people.start_of(mark) for mark in marks}) == len(marks)


def test_a_half_plan_says_what_is_not_known():
    plan = people.half_plan(people.guest(), "guest")
    states = {state.slug: state for state in plan.states.all()}
    assert states["zopa"].unknown == ["their_likely"]
    assert {gap["field"] for gap in states["zopa"].gaps if gap["unknown"]} == {"their_likely"}
    assert Plan.objects.negotiations().count() == 1
