"""What may be handed on, column by column, and the plans in which that is tried."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from negotiation.brief import build
from negotiation.models import MarketPoint, Plan, RedLineMark, Score, SwapMark
from negotiation.steps import STEPS
from negotiation.steps.base import applicable
from negotiation.steps.loading import load
from offers.models import Offer, Rate, Term
from tests.guard.changing import changed, columns
from tests.guard.world import World

# Each of these must show in what is shared, and no other column may.
SHAREABLE = {
    *("company.name", "company.does", "company.clients", "company.products", "company.standing"),
    *("companynote.text", "companynote.dated", "companynote.draft"),  # an unfinished note is left out
    *("role.title", "role.tasks", "role.priorities", "role.success"),
    # What is asked for that is not pay; what the market pays, by whom and when.
    *("want.way", "want.reason", "want.asked", "want.draft"),
    *(f"marketpoint.{name}" for name in ("kind", "source", "link", "place", "dated", "currency", "period", "basis")),
    *(f"marketpoint.{name}" for name in ("low", "mid", "middle", "high", "ends", "p10", "p25", "p50", "p75", "p90")),
    *("marketpoint.after_years", "marketpoint.draft"),
    # Their offer as they made it (and which parts of it are compared), the market, the ask as typed.
    *("zopa.counts", "zopa.offer_fixed", "zopa.offer_variable", "zopa.offer_equity", "zopa.opening"),
    *("zopa.market_low", "zopa.market_high", "zopa.market_source", "zopa.market_date"),
    *("offer.base", "offer.period", "offer.payments", "offer.hours_week", "offer.days_week"),
    *("offer.currency", "offer.basis", "offer.bonus_percent", "offer.bonus_amount"),
    # How amounts and the day are written, and which offer the plan is about.
    *("plan.currency", "plan.period", "plan.basis", "plan.locale", "plan.zone", "plan.offer"),
}
# The most guarded ones. That they do show in the private version proves that a change of theirs can be seen.
GUARDED = {
    *("zopa.target_fixed", "zopa.floor_fixed", "zopa.their_low", "zopa.their_likely", "zopa.their_high"),
    *("zopa.ask_low", "zopa.ask_high", "batna.choice", "batna.outgoings", "batna.tax_percent", "plan.title"),
    *("alternative.title", "alternative.value", "alternative.likelihood", "pain.pain", "pain.words", "pain.who"),
    *("timing.hurdle_worth", "edge.text", "state.equal_sentence", "state.worst_case", "want.want", "want.need"),
    *("telling.topic", "telling.level", "telling.sentence", "learning.question", "learning.answer", "learning.whom"),
    *("pressure.pause", "pressure.stand", "pressureline.line", "pressureline.reaction"),
    *("redline.text", "redline.reason", "redline.exit_sentence", "budget.hours", "spent.hours", "market.after_3"),
    *(
        "people.process",
        "person.who",
        "person.decides",
        "person.focus",
        "person.cares",
        "person.public",
        "person.paid_by",
    ),
    *("match.because", "requirement.text", "requirement.evidence", "requirement.bridge", "requirement.fit"),
    *("objection.text", "objection.acknowledge", "objection.value", "objection.question", "objection.evidence"),
    *(
        "script.joy",
        "scriptline.text",
        "call.happens",
        "callentry.text",
        "callentry.amount",
        "decide.yes_if",
        "decide.choice",
        "decide.why",
        "ladder.until",
        "ladder.drop",
        "ladder.own_half",
        "ladder.own_today",
        "promise.text",
        "promise.who",
        "promise.seen",
    ),
    *("packages.level", "packages.by", "packageissue.text", "packageissue.option_1", "packageissue.points"),
    *("packageissue.guess", "packageissue.why", "packageissue.least", "proposal.liked", "proposal.said"),
    *("mission.mission", "objective.text", "keyresult.text", "keyresult.measure", "keyresult.objective"),
    *("stool.begin", "stoolask.ask", "stoolask.reason", "stoolask.repeat", "stoolask.evidence", "stoolask.want"),
    *("stoolask.wording", "stoolask.reply", "stoolask.their_words", "stoolask.person", "stoolask.blocker"),
    *("effect.does", "effect.pain", "effect.price", "effect.proof", "effect.likelihood", "impact.margin"),
}
OFFERS = ("offer", "term", "rate")
NUMBERS = ("zopa", "batna", "alternative")


@dataclass(frozen=True)
class Base:
    """A plan to try it in: what differs from the full one, which tables are tried, and what must show there."""

    shows: set[str]
    zopa: dict[str, Any] = field(default_factory=dict)
    offer: dict[str, Any] | None = None  # none: the plan is about no offer
    tables: tuple[str, ...] = ()
    points: bool = False  # whether the market is known by its sources; else by what was typed beside the numbers


TYPED = {"zopa.offer_fixed", "zopa.offer_variable", "zopa.offer_equity"}
MARKET = {"zopa.market_low", "zopa.market_high", "zopa.market_source", "zopa.market_date"}
BONUS = {"bonus_percent": None, "bonus_amount": Decimal(900)}
DAYS = {"period": "day", "base": Decimal(300), "days_week": Decimal(4)}
BASES = {
    "about an offer": Base(
        {name for name in SHAREABLE if not name.startswith(("offer.", "zopa."))} | {"offer.base"}, offer={}, points=True
    ),
    "with bonuses counted": Base({"offer.bonus_percent", "offer.basis"}, {"counts": "cash"}, {}, OFFERS),
    "with a bonus amount": Base({"offer.bonus_amount", "offer.currency"}, {"counts": "cash"}, BONUS, OFFERS),
    "paid by the month": Base({"offer.payments"}, offer={"period": "month", "base": Decimal(4000)}, tables=("offer",)),
    "paid by the day": Base({"offer.days_week", "offer.period"}, offer=DAYS, tables=("offer",)),
    "paid by the hour": Base({"offer.hours_week"}, offer={"period": "hour", "base": Decimal(40)}, tables=("offer",)),
    "with the offer typed": Base(MARKET | {"zopa.offer_fixed", "zopa.counts", "zopa.opening"}, tables=NUMBERS),
    "with everything counted": Base(TYPED, {"counts": "all"}, tables=NUMBERS),
    "with the opening capped by the market": Base(MARKET, {"opening": None}, tables=NUMBERS),
    "with the opening worked out from the target": Base(
        MARKET, {"opening": None, "market_high": Decimal(900_000)}, tables=NUMBERS
    ),
    "with little known": Base(
        {"zopa.opening"}, {"opening": None, "offer_fixed": None, "market_high": None}, tables=NUMBERS
    ),
}


def prepared(world: World, base: Base) -> Plan:
    """The owner's plan as this base says, with something in every part of the pay."""
    plan = Plan.objects.get(pk=world.owner.ids["plan_id"])
    offers = Offer.objects.filter(pk=world.owner.ids["offer_id"])
    if base.offer:
        offers.update(**base.offer)
    plan.offer = offers.get() if base.offer is not None else None
    plan.save()
    if not base.points:
        MarketPoint.objects.filter(plan=plan).delete()
    own = plan.zopa
    for part in ("target", "floor", "offer"):
        setattr(own, f"{part}_variable", own.floor_fixed / 10)
        setattr(own, f"{part}_equity", own.floor_fixed / 20)
    for name, value in base.zopa.items():
        setattr(own, name, value)
    own.save()
    return plan


def versions(plan: Plan) -> dict[str, str]:
    """Both versions of the brief, as text."""
    steps = applicable(STEPS, plan)
    answers = load(plan, steps)
    built = {name: build(plan.name, steps, answers, name).as_data() for name in ("private", "share")}
    return {name: json.dumps(data, sort_keys=True) for name, data in built.items()}


def tables(plan: Plan) -> dict[str, list[Any]]:
    """Every row that hangs on the plan, table by table; its offer, the owner's other offers, and the owner."""
    models = [step.model for step in STEPS]
    lists = [(step.rows and step.rows.model, step.more and step.more.model, step.children) for step in STEPS]
    models += [model for step in lists for model in step if model]
    rows = {str(model._meta.model_name): list(model._default_manager.filter(plan=plan)) for model in models}
    offers = Offer.objects.filter(candidate=plan.candidate)
    everything = rows | {
        "stepstate": list(plan.states.all()),
        "offer": list(offers.filter(pk=plan.offer_id)),
        "other offer": list(offers.exclude(pk=plan.offer_id)),
        "term": list(Term.objects.filter(offer__in=offers)),
        "redlinemark": list(RedLineMark.objects.filter(row__plan=plan)),
        "score": list(Score.objects.filter(row__plan=plan)),
        "swapmark": list(SwapMark.objects.filter(row__plan=plan)),
        "rate": list(Rate.objects.filter(candidate=plan.candidate)),
        "plan": [Plan.objects.get(pk=plan.pk)],
        "candidate": [plan.candidate],
    }
    return {table: found for table, found in everything.items() if found}


def shown(plan: Plan, only: Collection[str] = ()) -> dict[str, set[str]]:
    """For each version, the columns a change of which can be seen in it."""
    found: dict[str, set[str]] = {"private": set(), "share": set()}
    before = versions(plan)
    for table, rows in tables(plan).items():
        for column in columns(type(rows[0])) if not only or table in only else ():
            with changed(rows, column):
                now = versions(Plan.objects.negotiations().select_related("offer").get(pk=plan.pk))
            for version in (version for version in now if now[version] != before[version]):
                found[version].add(f"{table}.{column.name}")
    return found


def marks(text: str) -> set[str]:
    """The columns whose marks of the owner's stand in a text: `owner_1_pain_words` is `pain.words`."""
    return {f"{table}.{column}" for table, column in re.findall(r"owner_(?:\d+_)?([a-z]+)_([a-z_]+)", text)}
