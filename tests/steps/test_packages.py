"""The step packages: what counts, what it costs and is worth, and which packages come of it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from negotiation.calc.packages import Choice
from negotiation.steps import packages
from negotiation.steps.base import Gap
from negotiation.steps.packages import laid, results
from tests.steps.on_table import HOME, LEAVE, PAY, TITLE, ZONE, answers, four, one, proposal, thing


def test_what_costs_what_by_hand():
    found = four()
    assert thing(found, "Pay").cost == (0, 20, 40)  # the difference itself
    assert thing(found, "Paid days off").cost == (0, Fraction(1, 2))  # half a percent of 100
    assert thing(found, "Days from home").cost == (0, 0)
    assert thing(found, "The title").cost == (0, -1)
    assert laid(found).year == (100, "offer")
    paid_by_month = answers(one(PAY), one(LEAVE), period="month")
    assert thing(paid_by_month, "Pay").cost == (0, 240, 480)
    assert thing(paid_by_month, "Paid days off").cost == (0, 6)
    assert thing(answers(one(PAY), one(LEAVE), period="hour"), "Pay").cost == (0, 20 * 2080, 40 * 2080)


def test_money_counts_before_a_guess_and_an_option_without_an_amount_takes_its_share():
    three = LEAVE | {"option_2": "3 days more", "option_3": "5 days more"}
    assert thing(answers(one(three, cost=Decimal(10)), one(HOME)), "Paid days off").cost == (0, 6, 10)
    assert thing(answers(one(three, cost=Decimal(10), cost_2=Decimal(1)), one(HOME)), "Paid days off").cost == (
        0,
        1,
        10,
    )
    assert thing(answers(one(three, cost_1=Decimal(2), cost_3=Decimal(8)), one(HOME)), "Paid days off").cost[2] == 6
    assert thing(answers(one(TITLE, cost=Decimal(3)), one(HOME)), "The title").cost == (0, -3)


def test_what_is_worth_what_by_hand():
    found = four()
    # From nothing at the minimum of 90 over .7 at the target of 120 to 1 at 140: 100 is .7 / 3, and then from 0 to 1.
    first = Fraction(7, 30)
    assert thing(found, "Pay").worth == (0, 100 * (Fraction(7, 10) - first) / (1 - first), 100)
    assert thing(found, "Paid days off").worth == (0, 60)
    assert thing(answers(one(PAY), one(LEAVE), zone=None), "Pay").worth == (0, 50, 100)
    typed = one(PAY, value_2=Decimal(80))
    assert thing(answers(typed, one(LEAVE)), "Pay").worth == (0, 80, 100)


def test_options_count_by_the_numbers_in_them_else_evenly():
    by_number = one(LEAVE, option_2="1 day more", option_3="5 days more")
    evenly = one(TITLE, option_3="head of the lights")
    found = answers(by_number, evenly)
    assert thing(found, "Paid days off").worth == (0, 12, 60)
    assert thing(found, "The title").worth == (0, 10, 20)


def test_without_any_points_the_order_of_the_list_counts():
    found = answers(one(PAY, points=None), one(LEAVE, points=None))
    assert [each.worth[-1] for each in laid(found).things] == [Fraction(3, 4), Fraction(1, 4)]
    assert any("in its order" in text for text in results(found)["notices"])


def test_in_money_pay_counts_as_it_is_and_days_by_what_was_answered():
    swaps = [["leave", "2"], ["title", "7"], ["leave", "99"]]
    found = four(by="prices", prices=swaps)
    assert thing(found, "Pay").worth == (0, 20, 40)
    assert thing(found, "Paid days off").worth == (0, 10)  # five days at 2, the first of two prices
    assert thing(found, "The title").worth == (0, 7)
    lack = results(found)["lacks"]
    assert [(each["name"], each["step"]) for each in lack] == [("Days from home", "swaps")]
    assert thing(four(by="prices", prices=swaps), "Pay").said[0] == "100 EUR a year gross"
    priced = answers(one(PAY), one(HOME, price=Decimal(6)), by="prices")
    assert thing(priced, "Days from home").worth == (0, 6)
    assert "above the least of everything" in results(priced)["cards"][0]["worth"]


def test_three_packages_the_cheapest_first_and_all_within_the_band():
    table = laid(four(level=60))
    assert table.three
    assert [each.cost for each in table.packages] == sorted(each.cost for each in table.packages)
    assert all(0 <= table.share(each.mine) - Fraction(60, 100) <= Fraction(5, 100) for each in table.packages)
    cards = results(four(level=60))["cards"]
    assert cards[0]["compared"] == "The cheapest for them"
    assert [each["letter"] for each in cards] == ["A", "B", "C"]
    assert results(four(level=60))["verdict"].startswith("Three packages, each at least 60 of 100 for you.")


def test_below_the_minimum_and_over_a_red_line_stands_in_no_package():
    low = PAY | {"option_1": "80", "option_2": "95"}
    hours = {"kind": "hours", "points": 50, "guess": "middle", "option_1": "48 hours", "option_2": "40 hours"}
    lines = {"red_line": "97", "hours": "45"}
    found = answers(one(low), one(hours), one(LEAVE, option_3="9 days more", least="2"), lines=lines)
    assert thing(found, "Pay").out == ("below your minimum; below your red line", "below your red line", "")
    assert thing(found, "Hours a week").out == ("over your red line", "")
    assert thing(found, "Paid days off").out == ("less than you would take", "", "")
    for package in laid(found).packages:
        assert (package.picks[0], package.picks[1]) == (2, 1)
        assert package.picks[2] > 0
    assert ("Hours a week", ["48 hours: over your red line"]) in results(found)["left_out"]


def test_the_red_line_on_base_pay_is_held_against_base_pay_only():
    found = answers(one(PAY), one(LEAVE), lines={"red_line": "130"}, zone=ZONE | {"counts": "cash"})
    assert thing(found, "Pay").out == ("", "", "")


def test_where_no_option_is_left_it_says_of_what():
    rows = one(PAY), one(LEAVE)
    found = results(answers(*rows, zone=ZONE | {"minimum": "200"}))
    assert "No option of “Pay” is left" in found["verdict"]
    assert found["blocked"] == [(rows[0].pk, "Pay")]
    assert (found["cards"], found["message"], found["picture"]) == ([], None, None)


def test_a_level_nobody_can_reach_says_so_and_shows_the_nearest():
    found = results(four(level=100, ceiling=Decimal(20)))
    table = laid(four(level=100, ceiling=Decimal(20)))
    nearest = max(each.mine for each in table.packages)
    share = int(table.share(nearest) * 100 + Fraction(1, 2))
    said = f"No package is so good as 100 of 100. The nearest is {share} of 100, and stands here."
    assert found["verdict"].startswith(said)
    assert (found["mark"], found["message"]) == ("", None)
    assert all(each.cost <= 20 for each in table.packages)
    assert not table.three
    assert packages.sheet(four(level=100, ceiling=Decimal(20))) == []


def test_a_limit_below_everything_leaves_nothing():
    pay = PAY | {"option_1": "95"}
    found = results(answers(one(pay), one(LEAVE), zone=ZONE | {"minimum": "118"}, ceiling=Decimal(1)))
    assert found["verdict"].startswith("Within what they can give, no package is left.")


@pytest.mark.parametrize(
    ("rows", "text"),
    [
        ([one(LEAVE, guess="")], "Guess what it costs them"),
        ([one(LEAVE, points=None), one(HOME)], "It has no points yet."),
        ([one(PAY), one(PAY, text="Base pay")], "Pay stands on your list twice."),
        ([one(LEAVE), one(LEAVE)], "has the same name"),
        ([one(PAY, option_2="plenty")], "Enter one number, in digits."),  # as an import may hold it
        ([one(LEAVE, option_2="")], "Enter at least two options"),
    ],
)
def test_what_cannot_be_counted_is_named_and_left_out(rows, text):
    found = answers(*rows)
    assert any(text in lack["text"] for lack in results(found)["lacks"])
    assert len(laid(found).things) == len(rows) - 1
    (gap,) = packages.sheet(found)
    assert isinstance(gap, Gap)
    assert gap.slug == "packages"


def test_an_unfinished_entry_counts_nowhere():
    unfinished = one(HOME, draft={"kind": ["remote"]})
    assert [each.name for each in laid(answers(one(PAY), one(LEAVE), unfinished)).things] == ["Pay", "Paid days off"]
    said = proposal(four(level=60), "third", draft={"day": ["x"]})
    assert results(four(level=60, more=(said,)))["moved"] == []


def test_the_sums_know_the_options_as_they_are():
    leave = thing(four(), "Paid days off")
    assert leave.issue == (Choice(mine=Fraction(0), cost=Fraction(0)), Choice(mine=Fraction(60), cost=Fraction(1, 2)))


def days_and_home(*more, **values):
    """What the first user typed: two things with points, and pay without."""
    days = {"kind": "leave", "points": 60, "guess": "low"}
    home = {"kind": "remote", "points": 80, "guess": "none"}
    days |= {f"option_{at}": f"{number} days" for at, number in enumerate((25, 28, 30), 1)}
    home |= {f"option_{at}": f"{number} days" for at, number in enumerate((1, 2, 3), 1)}
    return answers(one(days), one(home), *more, **values)


def test_no_package_outside_the_band_is_shown_as_good_sent_or_proposed():
    found = days_and_home(one(PAY, points=None))
    table, shown = laid(found), results(found)
    assert [table.share(each.mine) for each in table.packages] == [Fraction(116, 140)]
    assert (shown["mark"], shown["message"]) == ("", None)
    assert "Only one package is from 75 to 85 of 100 for you" in shown["verdict"]
    assert "Complete what is still open (Pay)" in shown["verdict"]
    assert shown["title"] == "The one that fits so far"


def test_what_comes_nearest_is_said_only_where_it_is_near():
    near = results(days_and_home(level=72))
    assert near["title"] == "What comes nearest"
    assert "The nearest is 71 of 100, and stands here." in near["verdict"]
    far = results(days_and_home(level=10))
    assert far["title"] == "The nearest there is, and it is not near"
    assert {(one["mark"], one["message"]) for one in (near, far)} == {("", None)}


@pytest.mark.parametrize("level", range(0, 101, 5))
def test_whatever_is_proposed_is_never_below_the_level(level):
    table = laid(four(level=level))
    assert all(table.share(each.mine) * 100 >= level for each in table.fits)
    assert table.fits == table.packages or not table.fits
