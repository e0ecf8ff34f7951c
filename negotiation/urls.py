"""Every address of the app."""

from __future__ import annotations

from allauth.account import views as account
from django.conf import settings
from django.http import HttpResponse
from django.urls import include, path, register_converter
from django.views.decorators.http import require_http_methods

from negotiation.scripts import catalogue
from negotiation.scripts.catalogue import Letter
from negotiation.steps import BY_SLUG
from negotiation.steps.base import Step
from negotiation.views import (
    ad,
    brief,
    budget,
    call,
    compare,
    data,
    example,
    home,
    information,
    ladder,
    letters,
    market,
    mission,
    objections,
    packages,
    pains,
    plan,
    profile,
    promises,
    redlines,
    rehearse,
    script,
    step,
    stool,
    swaps,
    wishes,
)


class StepConverter:
    """A step by its slug; any other word is no address."""

    regex = "[a-z]+"

    def to_python(self, slug: str) -> Step:
        if slug not in BY_SLUG:
            raise ValueError(slug)
        return BY_SLUG[slug]

    def to_url(self, value: Step | str) -> str:
        return value if isinstance(value, str) else value.slug


class LetterConverter:
    regex = "[a-z-]+"

    def to_python(self, slug: str) -> Letter:
        letter = catalogue.find(slug)
        if letter is None:
            raise ValueError(slug)
        return letter

    def to_url(self, value: Letter | str) -> str:
        return value if isinstance(value, str) else value.slug


register_converter(StepConverter, "step")
register_converter(LetterConverter, "letter")

# Class-based views would also take PUT for POST.
form_page = require_http_methods(["GET", "HEAD", "POST"])

accounts = [
    path("sign-in/", form_page(account.login), name="account_login"),
    path("sign-up/", form_page(account.signup), name="account_signup"),
    path("sign-out/", form_page(account.logout), name="account_logout"),
    path("password/", form_page(account.password_change), name="account_change_password"),
    path("inactive/", account.account_inactive, name="account_inactive"),
]

one_plan = [
    path("", plan.hub, name="plan"),
    path("start/", plan.start, name="plan_start"),
    path("delete/", plan.delete, name="plan_delete"),
    path("dates.ics", plan.calendar, name="plan_dates"),
    path("compare/", compare.compare, name="compare"),
    path("compare/chosen/", compare.chosen, name="compare_chosen"),
    path("compare/about/", compare.about, name="compare_about"),
    path("compare/print/", compare.printed, name="compare_print"),
    path("compare/offers.pdf", compare.pdf, name="compare_pdf"),
    path("compare/offers.<str:kind>", compare.sheet, name="compare_sheet"),
    path("brief/", brief.brief, name="brief"),
    path("brief/print/<str:version>/", brief.printed, name="brief_print"),
    path("brief/<str:version>.pdf", brief.pdf, name="brief_pdf"),
    path("letters/<letter:letter>/", letters.letter, name="letter"),
    path("letters/<letter:letter>/words/", letters.words, name="letter_words"),
    path("role/ad/", ad.read, name="role_ad"),
    path("win/catalogue/", wishes.wishes, name="wishes"),
    path("match/<uuid:requirement_id>/objection/", objections.from_gap, name="objection_of_gap"),
    path("objections/catalogue/", objections.starters, name="objection_starters"),
    path("objections/from/", objections.from_doubt, name="objection_of_doubt"),
    path("market/paste/", market.paste, name="market_paste"),
    path("information/ask/", information.ask, name="question_from"),
    path("information/<uuid:question_id>/put/", information.put, name="answer_put"),
    path("redlines/from/", redlines.from_reason, name="redline_from"),
    path("impact/from/", pains.taken, {"step": BY_SLUG["impact"]}, name="effect_from"),
    path("mission/from/", pains.taken, {"step": BY_SLUG["mission"]}, name="mission_from"),
    path("mission/ask/", mission.ask, name="mission_ask"),
    path("mission/show/", mission.show, name="mission_show"),
    path("mission/draft/", mission.draft, name="mission_draft"),
    path("mission/draft.pdf", mission.pdf, name="mission_pdf"),
    path("mission/draft.txt", mission.text, name="mission_text"),
    path("stool/example/", stool.example, name="stool_example"),
    path("script/line/", script.reword, name="script_reword"),
    path("script/print/", script.printed, name="script_print"),
    path("script/talk.pdf", script.pdf, name="script_pdf"),
    path("ladder/print/", ladder.printed, name="ladder_print"),
    path("ladder/answers.pdf", ladder.pdf, name="ladder_pdf"),
    path("packages/pay/", packages.pay, name="packages_pay"),
    path("packages/propose/", packages.propose, name="packages_propose"),
    path("rehearse/card/", rehearse.card, name="rehearse_card"),
    path("call/screen/", call.screen, name="call_screen"),
    path("call/log/", call.log, name="call_log"),
    path("promises/<uuid:promise_id>/tick/", promises.tick, name="promise_tick"),
    path("swaps/<uuid:swap_id>/ask/", swaps.ask, name="swap_ask"),
    path("budget/log/", budget.log, name="budget_log"),
    path("<step:step>/", step.step_page, name="step"),
    path("<step:step>/from-profile/", step.profile_take, name="profile_take"),
    path("<step:step>/new/", step.row_new, name="row_new"),
    path("<step:step>/starters/", step.row_starters, name="row_starters"),
    path("<step:step>/<uuid:row_id>/", step.row_page, name="row"),
    path("<step:step>/<uuid:row_id>/move/", step.row_move, name="row_move"),
    path("<step:step>/<uuid:row_id>/delete/", step.row_delete, name="row_delete"),
]

urlpatterns = [
    path("", home.home, name="home"),
    path("help/", home.help_page, name="help"),
    path("healthz", lambda request: HttpResponse("ok\n"), name="health"),
    path("return/", home.return_link, name="return_link"),
    path("return/new/", home.return_new, name="return_new"),
    path("undo/<uuid:pk>/", home.undo, name="undo"),
    path("account/", data.account, name="account"),
    path("account/export.json", data.export, name="export"),
    path("account/import/", data.import_page, name="import"),
    path("account/delete/", data.delete_everything, name="delete_everything"),
    path("account/", include(accounts)),
    path("profile/", profile.profile, name="profile"),
    path("profile/<step:step>/", profile.section, name="profile_section"),
    path("plans/", plan.plans, name="plans"),
    path("plans/<uuid:plan_id>/", include(one_plan)),
    path("example/", example.hub, name="example"),
    path("example/brief/", example.brief, name="example_brief"),
    path("example/compare/", example.compare, name="example_compare"),
    path("example/<step:step>/", example.step, name="example_step"),
    path("offers/", include("offers.urls")),
]
if settings.DEBUG:
    urlpatterns += [path("components/", home.components, name="components")]

handler500 = "negotiation.views.errors.server_error"
