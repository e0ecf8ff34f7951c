"""Money as people type it, in every money field there is: read exactly, or asked about and kept."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from groundwork.money import read_amount
from tests.guard.corpus import EUROS, MONEY, NOR_MONEY, NOT_MONEY
from tests.guard.looking import settled, wrong_in
from tests.guard.reading import page_of
from tests.guard.targets import FREE, Target, opened, send
from tests.guard.world import Person, World

# What must be said beside an amount that stands there; and no volume, so that an effect is worth what is typed.
BESIDE = {"next_months": "12", "volume": ""} | {f"odds_{number}": "25" for number in range(1, 5)}


def forms_with_money(targets: list[Target]) -> list[Target]:
    found = [target for target in targets if target.names("money")]
    assert len(found) >= 12, "numbers, alternatives, what one needs, its profile, offers, terms of seven kinds"
    return found


def filled(me: Person, target: Target, text: str) -> Any:
    """Sent by Continue with this text in every money field, the rest as it stands."""
    form = opened(me.client, target)
    values = form.values | target.stored | dict.fromkeys(target.names("money"), text)
    values |= {name: f"xq {name}" for name in target.names("text") if not values.get(name)}
    values |= {name: known for name, known in BESIDE.items() if name in target.kinds}
    values |= {name: "" for name in ("bonus_percent", "value-unknown") if name in values}
    values.pop("bonus_amount", None) if text in MONEY else None
    return send(me.client, form.action or target.page, values)


@pytest.mark.parametrize("text", NOT_MONEY + NOR_MONEY, ids=lambda text: ascii(text)[:24])
def test_what_is_no_amount_is_asked_about_beside_the_field_and_kept(text: str, world: World, targets: list[Target]):
    wrong, forms = [], forms_with_money(targets)
    for target in forms if text in NOT_MONEY else [max(forms, key=lambda each: len(each.names("money")))]:
        answer = filled(world.owner, target, text)
        found = wrong_in(answer) + [str(answer.status_code)] * (answer.status_code != 422)
        wrong += [f"{target.label}: {each}" for each in found + not_asked(answer, target, text)]
    assert not wrong, "\n".join(wrong)


def not_asked(answer: Any, target: Target, text: str) -> list[str]:
    page = page_of(answer.content.decode())
    form = next(each for each in page.forms if set(target.kinds) & set(each.values))
    names = target.names("money")
    silent = [name for name in names if not page.by_id.get(f"id_{name}_error", "").replace("Error:", "").strip()]
    changed = [name for name in names if settled(form.values[name]) != settled(text)]
    return [f"nothing said beside {name}" for name in silent] + [f"{name} was not kept" for name in changed]


@pytest.mark.parametrize("text", MONEY)
def test_an_amount_is_stored_exactly_and_shown_so_that_it_is_read_the_same(
    text: str, world: World, targets: list[Target]
):
    wrong = []
    for target in forms_with_money(targets):
        answer = filled(world.owner, target, text)
        wrong += [f"{target.label}: {answer.status_code}"] * (answer.status_code != 302)
        if target.page.endswith(FREE):
            continue
        after = opened(world.owner.client, target.at(answer.wsgi_request.get_full_path()))
        shown = {name: after.values[name] for name in target.names("money") if name != "bonus_amount"}
        other = {name: value for name, value in shown.items() if amount(value) != Decimal(MONEY[text])}
        wrong += [f"{target.label} {name}: {value}" for name, value in other.items()]
    assert not wrong, "\n".join(wrong)


def amount(shown: str) -> Decimal | None:
    return read_amount(shown, "EUR") if shown else None


def test_what_is_stored_is_the_number_itself(world: World):
    """Not only what the page shows: the column."""
    plan = world.owner.plan
    assert plan is not None
    page = f"/plans/{plan.pk}/zopa/"
    version = plan.states.get(slug="zopa").version
    for number, (text, value) in enumerate(EUROS.items()):
        values = {"target_fixed": text, "floor_fixed": text, "counts": "fixed"}
        assert send(world.owner.client, page, values, version=str(version + number)).status_code == 302, text
        plan.zopa.refresh_from_db()
        assert plan.zopa.target_fixed == plan.zopa.floor_fixed == Decimal(value), text
