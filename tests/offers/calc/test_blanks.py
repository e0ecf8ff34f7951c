"""What an offer leaves open that its value needs, by name."""

from dataclasses import replace
from decimal import Decimal

import pytest

from offers.calc import pay
from offers.calc.blanks import blanks, unknown
from offers.calc.terms import Certainty, Exit, Extra, Payouts, Schedule
from tests.offers.calc import samples

D = Decimal
FULL = samples.offer(
    hours_week=D(40),
    raise_percent=D(0),
    bonus_amount=D(5),
    bonus_likelihood=Certainty.LIKELY,
    sign_on=D(0),
    leave_days=D(25),
    holidays=D(10),
)
BLANK_EXTRA = Extra(label="Lunch", amount=None, every="year")
SHIFT = replace(samples.ALLOWANCE, amount=None, percent=D(10), period="day")


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({}, ()),
        ({"base": None}, ("base",)),
        ({"hours_week": None}, ("hours_week",)),
        ({"hours_week": None, "period": "hour"}, ("hours_week",)),
        ({"period": "day"}, ("days_week",)),
        ({"period": "month", "payments": None}, ("payments",)),
        ({"payments": None}, ()),
        ({"bonus_amount": None}, ("bonus",)),
        ({"bonus_amount": None, "bonus_target_percent": D(3)}, ()),
        ({"bonus_likelihood": None}, ("bonus_likelihood",)),
        ({"bonus_likelihood": None, "bonus_amount": D(0)}, ()),
        ({"payouts": Payouts(nothing=D(20))}, ("payouts",)),
        ({"payouts": Payouts(nothing=D(20), target=D(50), most=D(20), most_percent=D(120))}, ("payouts",)),
        ({"payouts": Payouts(nothing=D(20), target=D(50), most=D(30))}, ("payouts",)),
        ({"payouts": Payouts(nothing=D(20), target=D(50), most=D(30), most_percent=D(120))}, ()),
        ({"sign_on": None}, ("sign_on",)),
        ({"sign_on": D(5)}, ("clawback_months",)),
        ({"sign_on": D(5), "clawback_months": D(0)}, ()),
        ({"raise_percent": None}, ("raise_percent",)),
        ({"next_base": D(5)}, ("next_months",)),
        ({"next_months": D(5)}, ("next_base",)),
        ({"leave_days": None, "holidays": None}, ("leave_days", "holidays")),
        ({"parts": (replace(BLANK_EXTRA, amount=D(1)), BLANK_EXTRA)}, ("part:1:amount",)),
        ({"parts": (SHIFT,)}, ("days_week",)),
    ],
)
def test_what_an_offer_leaves_open_is_named(change, names):
    assert unknown(replace(FULL, **change)) == names
    assert pay.unknown is unknown


@pytest.mark.parametrize("part", samples.EVERY_KIND)
def test_a_part_that_says_all_leaves_nothing_open(part):
    assert blanks(part) == ()


@pytest.mark.parametrize(
    ("part", "change", "names"),
    [
        (samples.ALLOWANCE, {"amount": None}, ("amount",)),
        (samples.ALLOWANCE, {"quantity": None}, ("quantity",)),
        (samples.ALLOWANCE, {"quantity": None, "period": "month"}, ()),
        (samples.COMMISSION, {"amount": None}, ("amount",)),
        (samples.COMMISSION, {"amount": None, "percent": D(5)}, ("quota",)),
        (samples.COMMISSION, {"amount": None, "quota": D(5)}, ("percent",)),
        (samples.COMMISSION, {"attainment": None, "delay_months": None}, ("attainment", "delay_months")),
        (samples.COMMISSION, {"ramp_months": D(3)}, ("ramp_percent",)),
        (samples.COMMISSION, {"draw": D(3)}, ("draw_months",)),
        (samples.SHARES, {"amount": None}, ("amount",)),
        (samples.SHARES, {"amount": None, "count": D(5)}, ("price",)),
        (samples.SHARES, {"schedule": None}, ("schedule",)),
        (samples.SHARES, {"schedule": Schedule(parts=(D(50), D(45)))}, ("schedule",)),
        (samples.SHARES, {"liquid": None}, ("liquid", "nothing_odds")),
        (samples.SHARES, {"double_trigger": True}, ("nothing_odds",)),
        (samples.OPTIONS, {"count": None, "percent": None}, ("count",)),
        (samples.OPTIONS, {"diluted": None}, ("diluted",)),
        (samples.OPTIONS, {"diluted": None, "percent": D(1)}, ()),
        (samples.OPTIONS, {"diluted": None, "percent": D(1), "count": None}, ("diluted",)),
        (samples.OPTIONS, {"strike": None, "preference": None}, ("strike", "preference")),
        (samples.OPTIONS, {"preferred_percent": None, "preference": D(0)}, ()),
        (samples.OPTIONS, {"preferred_percent": None, "rounds": None}, ("preferred_percent", "rounds")),
        (samples.OPTIONS, {"dilution": None}, ("dilution",)),
        (samples.OPTIONS, {"exits": ()}, ("exits",)),
        (samples.OPTIONS, {"exits": (Exit(value=D(5), odds=D(60)),)}, ("exits",)),
        (samples.REFRESHER, {"amount": None, "liquid": None}, ("amount", "liquid")),
        (samples.PURCHASE, {"discount": None}, ("discount",)),
        (samples.PURCHASE, {"discount": D(100)}, ("discount",)),
        (samples.PURCHASE, {"amount": None, "lookback": None}, ("amount", "lookback")),
        (samples.MATCH, {"own_percent": None, "vest_months": None}, ("own_percent", "vest_months")),
    ],
)
def test_what_a_part_leaves_open_is_named(part, change, names):
    assert blanks(replace(part, **change)) == names
