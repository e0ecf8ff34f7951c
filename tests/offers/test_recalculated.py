"""Recalculated independently: ten mixed offers, from what their workbook says was typed, to the cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from offers.calc.exchange import exchanged
from offers.calc.valuation import Scenario, valuation
from offers.models import Offer, Rate, Term
from offers.side_by_side import Column
from offers.spreadsheet import comparison_xlsx
from tests.offers import opened, recalculating
from tests.offers.recalculating import LEVELS, PLACES, Answers, Typed

DAY = date(2026, 11, 2)
RATES = [
    Rate(currency="EUR", other="USD", rate=Decimal("1.083"), as_of=DAY),
    Rate(currency="USD", other="JPY", rate=Decimal("151.37"), as_of=DAY),
    Rate(currency="KWD", other="USD", rate=Decimal("3.2614"), as_of=DAY),
]
SHOWN = {"Guaranteed": "guaranteed", "With likely pay": "likely", "With likely and maybe pay": "maybe"}
WHOLE = ("year", "vest_years", "cliff", "further_rounds")
WORDS = ("payments", "cadence", "own_schedule")
CLIFF = "schedule=even vest_years=4 cliff=12 cadence=3"
OPTIONS = (
    "kind=options count=20000 diluted=10000000 strike=2 preference=40000000 preferred_percent=35 further_rounds=2"
    " dilution=20 exit_1=20000000 odds_1=60 exit_2=80000000 odds_2=25 exit_3=300000000 odds_3=12 exit_4=1500000000"
    " odds_4=3"
)


def typed(text: str) -> dict[str, Any]:
    """Names and values as the database brings them; "-" is left blank."""
    found: dict[str, Any] = {}
    for name, value in (pair.split("=") for pair in text.split()):
        number = value[:1].isdigit() and name not in WORDS
        found[name] = None if value == "-" else value
        if number:
            found[name] = int(value) if name in WHOLE else Decimal(value)
    return found


def offer(employer: str, own: str, *terms: str) -> tuple[Offer, list[Term]]:
    made = Offer(employer=employer, **{"currency": "USD"} | typed(own))
    return made, [Term(offer=made, label=f"Part {at}", **typed(term)) for at, term in enumerate(terms)]


TEN = [
    offer("Hourly", "base=45.35 period=hour hours_week=38.5 sign_on=0 bonus_percent=0"),
    offer(
        "Thirteen",
        "base=3456.78 period=month payments=13 currency=EUR sign_on=4000 clawback_months=24 clawback=pro_rata"
        " bonus_amount=1234.56 first_months=5",
        "amount=5000 every=once year=2 certainty=likely clawback_months=24",
        "amount=333.33 every=year paid_in=in_kind certainty=maybe premium=12.5",
        "kind=allowance amount=7.77 period=hour quantity=6.5 certainty=likely",
    ),
    offer(
        "Raised",
        "base=98765.43 raise_percent=3.7 next_base=104321 next_months=17.5 bonus_percent=12.5 bonus_certainty=likely",
        "kind=match percent=50 cap_percent=6 own_percent=8 vest_months=24",
        "kind=match percent=50 cap_percent=6 own_percent=4 vest_months=24",
    ),
    offer(
        "Daily",
        "base=612.5 period=day days_week=4.5 raise_percent=2 sign_on=-",
        "kind=allowance percent=25 period=day quantity=1.5 certainty=guaranteed",
        "kind=allowance amount=90 period=week",
        "kind=allowance amount=- period=month certainty=likely",
    ),
    offer(
        "Odds",
        "base=140000 hours_week=40 bonus_percent=15 bonus_certainty=likely first_months=7 raise_percent=1.5"
        " odds_nothing=20 odds_target=50 odds_most=30 bonus_most=120",
        "kind=allowance percent=50 period=month quantity=3 certainty=likely",
    ),
    offer(
        "Sales",
        "base=1111.11 period=week bonus_amount=0",
        "kind=commission percent=8.5 quota=700000 attainment=85 ramp_months=4.5 ramp_percent=40 delay_months=2.5"
        " draw=2500 draw_months=7.5 certainty=likely",
        "kind=commission amount=2000 attainment=100 delay_months=3 certainty=maybe draw=900 draw_months=10"
        " recoverable=yes ramp_months=6 ramp_percent=25",
        "kind=commission amount=1000 attainment=- draw=400 draw_months=5",
    ),
    offer(
        "Granted",
        "base=150000",
        f"kind=shares amount=400000 market=public {CLIFF}",
        f"kind=shares count=1234 price=56.78 market=private nothing_odds=35 {CLIFF}",
        "kind=shares amount=90000 market=public double_trigger=yes schedule=back",
        "kind=shares amount=70000 market=public schedule=even vest_years=3 cliff=7",
        "kind=refresher amount=50000 promise=promised market=public vest_years=3",
    ),
    offer(
        "Yen",
        "base=9876543 currency=JPY bonus_percent=11.1 bonus_certainty=guaranteed",
        f"{OPTIONS} {CLIFF}",
        "kind=options share=0.35 diluted=8000000 strike=3 preference=0 further_rounds=0 exit_1=0 odds_1=75"
        " exit_2=90000000 odds_2=25 schedule=own own_schedule=10,20,30,40 cadence=6 cliff=9",
        "kind=options count=5000 strike=1 schedule=front",
        "kind=refresher amount=1000001 promise=hoped",
    ),
    offer(
        "Dinar",
        "base=1234.567 period=month payments=14 currency=KWD hours_week=36",
        "kind=purchase amount=3210.123 percent=15 lookback=yes",
        "kind=purchase amount=1000 percent=-",
        "kind=allowance percent=10 period=hour quantity=-",
        "amount=999.999 every=once year=4 paid_in=locked certainty=maybe",
    ),
    offer(
        "Everything",
        "base=88888.88 raise_percent=4 sign_on=12345.67 clawback_months=36 bonus_amount=777.77",
        "amount=1300 every=year",
        "amount=- every=once year=3",
        "kind=match percent=100 cap_percent=4 own_percent=5 vest_months=30",
        "kind=shares amount=33333 schedule=front cadence=1 cliff=18",
        f"{OPTIONS} exit_3=150000000 schedule=even vest_years=5 cadence=12 cliff=24",
        "kind=purchase amount=10000 percent=12.5 lookback=no",
    ),
]
CASES = {
    "as it is": Scenario(),
    "all counted": Scenario(count_illiquid=True),
    "shares fall, the highest bonus": Scenario(count_illiquid=True, stock=Decimal(-50), bonus="most"),
    "leaving after 18 months": Scenario(count_illiquid=True, leave=18),
    "leaving after 31 months without a bonus": Scenario(leave=31, bonus="none", stock=Decimal("12.5")),
    "leaving after three years": Scenario(count_illiquid=True, leave=36),
    "leaving at the end": Scenario(count_illiquid=True, leave=48, bonus="target"),
    "leaving at once": Scenario(leave=5),
}


def column(made: Offer, terms: list[Term], scenario: Scenario, currency: str) -> Column:
    worth = valuation(made.to_terms(terms), scenario=scenario)
    found = (one.between(made.currency, currency) for one in RATES)
    rate = None if made.currency == currency else next(one for one in found if one)
    changed = exchanged(worth, currency, rate[0]) if rate else worth
    return Column(offer=made, entered=worth, worth=changed, name=made.employer, rate=rate)


def workbook(scenario: Scenario, currency: str = "USD") -> dict[str, list[list[opened.Cell]]]:
    columns = [column(made, terms, scenario, currency) for made, terms in TEN]
    return opened.sheets(comparison_xlsx(columns, (), said=(), currency=currency, basis="gross"))


def near(shown: opened.Cell, wanted: Fraction | None, currency: str) -> bool:
    """Blank where it is not known, else the nearest amount that the currency can pay."""
    if shown is None or wanted is None:
        return shown is None and wanted is None
    assert isinstance(shown, Fraction)
    unit = Fraction(1, 10 ** PLACES[currency])
    return shown % unit == 0 and abs(shown - wanted) <= unit / 2 + Fraction(1, 10**9)


@pytest.mark.parametrize("case", CASES)
def test_every_line_is_what_the_typed_inputs_come_to(case: str):
    sheets = workbook(CASES[case])
    shown, wrong = sheets["Lines"][1:], []
    for name, said in recalculating.read(sheets["Terms"]).items():
        own, rate = said.offer.word("currency"), said.rate.number("rate") or Fraction(1)
        for line in recalculating.lines(said):
            row = shown.pop(0)
            row += [None] * (20 - len(row))
            assert row[:2] == [name, line.part]
            words = (line.sure, "yes" if line.once else "no", "yes" if line.counted else "no")
            known = all(near(one, wanted, own) for one, wanted in zip(row[8:12], line.years, strict=True))
            changed = [None if wanted is None else wanted * rate for wanted in line.years]
            known &= all(near(one, wanted, "USD") for one, wanted in zip(row[15:19], changed, strict=True))
            note = "not known" if None in line.years else None
            if not known or (row[4], row[6], row[7]) != words or row[19] != note or row[12] != own:
                wrong.append((row, line))
    assert not shown
    assert wrong == []


@pytest.mark.parametrize("case", CASES)
def test_every_year_is_the_sum_of_what_is_counted(case: str):
    sheets, wrong, seen = workbook(CASES[case]), [], 0
    offers = {
        name: (recalculating.lines(said), said.rate.number("rate") or Fraction(1))
        for name, said in recalculating.read(sheets["Terms"]).items()
    }
    for name, money, level, year, *sums in sheets["Years"][1:]:
        lines, rate = offers[str(name)]
        at = int(year) if isinstance(year, Fraction) else None
        assert money == "USD"
        for shown, once in zip(sums, (False, True, None), strict=True):
            wanted = rate * recalculating.total(lines, SHOWN[str(level)], at, once=once)
            seen += 1
            if not near(shown, wanted, "USD"):
                wrong.append((name, level, year, once, float(shown or 0), float(wanted)))
    assert wrong == []
    assert seen == len(TEN) * len(LEVELS) * 5 * 3


def test_in_another_money_the_years_are_those_of_the_rate():
    columns = [column(made, terms, Scenario(), "USD") for made, terms in TEN if made.currency in ("EUR", "USD")]
    assert columns[1].rate == (Decimal("1.083"), DAY)
    sheets = opened.sheets(comparison_xlsx(columns, (), said=(), currency="USD", basis="gross"))
    row = next(row for row in sheets["Lines"] if row[0] == "Thirteen")
    assert row[8] == Fraction("44938.14")
    assert row[12:15] == ["EUR", Fraction("1.083"), (DAY - date(1899, 12, 30)).days]
    assert row[15] == Fraction("48668.01")  # 44,938.14 × 1.083 = 48,668.00562


def part(what: str, **values: Any) -> Answers:
    return Answers(what, {name: Fraction(value) if isinstance(value, int) else value for name, value in values.items()})


def years(what: str, **values: Any) -> list[Fraction | None]:
    said = Typed(parts={1: part(what, **values)})
    return recalculating.PARTS[what](said, said.parts[1])[-1].years


def test_what_checks_the_sums_agrees_with_the_worked_examples():
    """Those of the calculations' own page: else two wrongs could agree."""
    assert years("Commission", amount=2_000, attainment=100, delay_months=3)[0] == 18_000
    grant = {"amount": 400_000, "own_schedule": "5, 15, 40, 40", "cadence": 12}
    assert years("Shares (RSU)", **grant) == [20_000, 60_000, 160_000, 160_000]
    even = years("Shares (RSU)", amount=400_000, own_schedule="25, 25, 25, 25", cadence=1, cliff=12)
    further = years("A further grant of shares every year", amount=50_000)
    assert [one + more for one, more in zip(even, further, strict=True)] == [100_000, 112_500, 125_000, 137_500]
    ends = {name: Fraction(value) for name, value in typed(OPTIONS).items() if name != "kind"}
    mean = recalculating.options_mean(part("Options to buy shares", **ends))
    assert mean is not None
    assert round(mean) == 107_372
    bought = years("Buying shares at a discount", amount=100, percent=15)[0]
    assert bought is not None
    assert round(bought, 3) == Fraction("17.647")
