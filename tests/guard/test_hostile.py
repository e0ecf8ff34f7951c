"""Hostile text through every field of every form, and out again on every page, in every file."""

from __future__ import annotations

from typing import Any

import pytest

from negotiation.scripts.catalogue import LETTERS
from negotiation.steps import STEPS
from negotiation.steps.letters import DraftForm
from offers.forms import OfferForm
from offers.rate_form import RateForm
from offers.term_forms import TERM_FORMS
from tests.guard.corpus import HOSTILE, LONG
from tests.guard.looking import FILES, settled, wrong_in
from tests.guard.reading import Form, page_of
from tests.guard.targets import FREE, Target, opened, send
from tests.guard.world import Person, World

OTHERS = {f"option_{place}" for place in range(2, 11)}  # refused where one is the same as another
# Pages of what is pasted: read, shown again and stored nowhere.
UNSTORED = ("/letter/", "/paste/", "/offers/import/", "/role/ad/", *FREE)


def test_every_field_of_every_form_is_found(targets: list[Target]):
    fields = {name for target in targets for name in target.kinds}
    wanted = {name for step in STEPS for name in step.form.base_fields}
    wanted |= {name for step in STEPS for rows in (step.rows, step.more) if rows for name in rows.form.base_fields}
    wanted |= {name for form in (DraftForm, OfferForm, RateForm, *TERM_FORMS.values()) for name in form.base_fields}
    wanted |= {"title", "stage", "time", "locale", "zone", "key", "file"}
    wanted -= {"market_low", "market_high", "market_source", "market_date"}  # nor the market, where sources are kept
    wanted -= {"offer_fixed", "offer_variable", "offer_equity"}  # with an offer chosen nobody types its pay
    assert wanted - fields == set()
    assert len([each for each in targets if "/letters/" in each.page]) > len(LETTERS)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_refused_or_kept_and_always_shown_as_text(
    name: str, world: World, targets: list[Target], showing: list[tuple[str, str]]
):
    text, wrong = HOSTILE[name], []
    for target in targets:
        found = refused(world.owner, target, text) + kept(world.owner, target, text)
        wrong += [f"{target.label}: {each}" for each in found]
    wrong += outputs(world.owner, showing, name)
    assert not wrong, "\n".join(wrong)


def test_a_hundred_thousand_characters_are_refused_beside_the_field_and_kept(world: World, targets: list[Target]):
    wrong = [f"{target.label}: {each}" for target in targets for each in refused(world.owner, target, LONG)]
    assert not wrong, "\n".join(wrong)


def refused(me: Person, target: Target, text: str) -> list[str]:
    """The same text in every field, also where a number, a day or a link belongs."""
    typed = target.names("text", "link", "money", "number", "day", "code")
    only = [name for name in typed if target.kinds[name] != "text" or text is LONG]
    if not only:
        return []
    form = opened(me.client, target)
    values = form.values | dict.fromkeys(typed, text)
    wrong, answers = [], [send(me.client, form.action or target.page, values)]
    if target.autosaved:
        answers.append(send(me.client, form.action, values, htmx=True, version=version_in(answers[0])))
    for answer, status in zip(answers, (422, 200), strict=False):
        wrong += wrong_in(answer) + [f"{answer.status_code}, not {status}"] * (answer.status_code != status)
    return wrong + beside(answers[0], target, only, typed, text)


def version_in(answer: Any) -> str:
    return next((form.values["version"] for form in forms_in(answer) if "version" in form.values), "")


def forms_in(answer: Any) -> list[Form]:
    return page_of(answer.content.decode()).forms


def beside(answer: Any, target: Target, only: list[str], typed: list[str], text: str) -> list[str]:
    """A message stands beside each field that cannot be read, and each still holds what was typed."""
    page = page_of(answer.content.decode())
    wrong = [f"no message beside {name}" for name in only if not page.by_id.get(f"id_{name}_error", "").strip()]
    found = [form for form in page.forms if set(target.kinds) & set(form.values)]
    return wrong + ["the form is gone"] * (not found) + [each for form in found for each in lost(form, typed, text)]


def lost(form: Form, names: list[str], text: str) -> list[str]:
    shown = {name: form.values[name] for name in names}
    return [f"{name} holds {value[:60]!r}" for name, value in shown.items() if settled(value) != settled(text)]


def kept(me: Person, target: Target, text: str) -> list[str]:
    """In the text fields alone it is an answer like any other: saved, and still there afterwards."""
    names = [name for name in target.names("text") if name not in OTHERS]
    if not names:
        return []
    form = opened(me.client, target)
    action = form.action or target.page
    values = target.stored | {name: form.values[name] for name in target.hidden(form)} | dict.fromkeys(names, text)
    if "option_2" in target.kinds:
        values["option_2"] = target.stored.get("option_2") or "xq"
    if "version" in form.values and "/new/" not in target.page:
        values["version"] = form.values["version"]
    answer = send(me.client, action, values)
    if target.page.endswith(UNSTORED):
        return wrong_in(answer) + [
            each for form in forms_in(answer) if "text" in form.values for each in lost(form, names, text)
        ]
    after = opened(me.client, target.at(action)) if target.autosaved else opened(me.client, target)
    return wrong_in(answer) + [str(answer.status_code)] * (answer.status_code != 302) + lost(after, names, text)


def outputs(me: Person, showing: list[tuple[str, str]], name: str) -> list[str]:
    """Every page and file that shows what was typed."""
    wrong = []
    for route, address in showing:
        answer = me.client.get(address)
        found = wrong_in(answer) + FILES.get(route, nothing)(answer, name)
        wrong += [f"{address}: {each}" for each in found]
    return wrong + ["a file was not looked at"] * (not set(FILES) <= {route for route, _ in showing})


def nothing(answer: Any, name: str) -> list[str]:
    return []
