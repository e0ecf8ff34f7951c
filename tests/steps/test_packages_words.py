"""Packages in words: what is said where there are few or none, the message, the sheet and the paper."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

import pytest

from groundwork.blocks import Fact, Figure, Table
from negotiation.calc.packages import Package
from negotiation.facts import FactError
from negotiation.models import PackageIssue
from negotiation.packages import checked, package_facts
from negotiation.steps import packages, packages_told, packages_words
from negotiation.steps import packages_sums as sums
from negotiation.steps.packages import laid, results
from tests.steps.on_table import HOME, LEAVE, PAY, TITLE, ZONE, answers, four, one, proposal


def test_a_blank_level_is_said():
    found = results(four())
    assert any("so 75 of 100 is taken" in text for text in found["notices"])
    assert not any("is taken" in text for text in results(four(level=60))["notices"])


def test_with_few_options_it_says_how_many_there_are():
    both = answers(one(LEAVE, points=50), one(HOME, points=50), level=50)
    assert results(both)["verdict"].startswith(
        "Two packages are from 50 to 60 of 100 for you, so you can let them choose."
    )
    assert "two packages" in results(both)["message"].plain()
    near = results(answers(one(LEAVE, points=45), one(HOME, points=55), level=58))
    assert near["verdict"].startswith("No package is from 58 to 68 of 100 for you. The nearest")
    assert "others" not in near["verdict"]
    assert results(answers(one(LEAVE), one(HOME, points=None)))["verdict"].startswith("Packages need two things")
    assert results(answers())["verdict"].startswith("Put at least two things on the table")
    flat = answers(one(LEAVE, points=0), one(HOME, points=0))
    assert results(flat)["verdict"].startswith("As it stands, every package is worth the same")


def test_with_no_pay_known_costs_are_parts_of_a_years_pay_and_never_money():
    found = results(answers(one(LEAVE, guess="high"), one(HOME, guess="middle"), one(TITLE), zone=None))
    said = " ".join(f"{each['cost']} {each['compared']}" for each in found["cards"])
    assert "% of a year’s pay" in said
    assert "EUR" not in said
    mixed = answers(one(LEAVE, cost=Decimal(400)), one(HOME, guess="middle"), one(TITLE, guess="none"), zone=None)
    assert [(each["name"], each["step"]) for each in results(mixed)["lacks"]] == [("Days from home", "zopa")]


def test_a_limit_in_money_is_not_held_against_parts_of_pay():
    found = answers(one(LEAVE), one(HOME), one(TITLE), zone=None, ceiling=Decimal(1))
    assert laid(found).ceiling is None
    assert any("it is not counted" in text for text in results(found)["notices"])


def test_the_trades_give_up_what_is_dear_to_them_for_what_is_dear_to_oneself():
    trades = results(four())["trades"]
    assert (trades[0]["give"], trades[0]["get"]) == ("Pay", "Days from home")
    assert "more for you" in trades[0]["worth"]
    assert (trades[0]["give_from"], trades[0]["get_from"]) == ("140 EUR a year gross", "as offered")
    assert (trades[0]["give_to"], trades[0]["get_to"]) == ("120 EUR a year gross", "2 days more")


@pytest.mark.parametrize("level", range(0, 101, 10))
def test_a_trade_that_every_package_has_already_is_not_named(level):
    table = laid(four(level=level))
    for trade in results(four(level=level))["trades"]:
        names = [each.name for each in table.things]
        give, get = names.index(trade["give"]), names.index(trade["get"])
        less = table.things[give].said.index(trade["give_to"])
        more = table.things[get].said.index(trade["get_to"])
        assert not all(each.picks[give] <= less and each.picks[get] >= more for each in table.packages)


def test_the_message_carries_no_cost_no_points_no_minimum():
    found = answers(
        one(PAY, points=73, option_1="95"),
        one(LEAVE, points=61, why="They close in winter", cost=Decimal(17)),
        one(HOME, points=59, guess="middle"),
        one(TITLE, points=23),
        level=58,
        ceiling=Decimal(37),
        recipient="Ilse",
        zone=ZONE | {"minimum": "93"},
    )
    mail = results(found)["message"]
    text = mail.plain()
    assert text.startswith("Subject: Two ways to agree: Keeper")
    assert "Dear Ilse," in text
    for secret in ("73", "61", "59", "23", "58", "37", "17", "93", "winter", "cost", "points", "minimum", "guess"):
        assert secret not in text
    assert text.count("EUR a year gross") == 2
    assert mail.gaps == ()
    assert [gap.field for gap in results(four())["message"].gaps] == ["recipient"]


def test_one_that_is_better_and_costs_them_no_more_is_pointed_out():
    free = [one(TITLE, text=name, points=50, guess="none") for name in ("A sign", "A lamp", "A boat", "A bell")]
    assert (
        "You could ask for more: there is a package of 100 of 100 that costs them no more than A."
        in results(answers(*free, level=50))["notices"]
    )
    assert not any("ask for more" in text for text in results(answers(*free, level=100))["notices"])


def test_the_sheet_has_one_line_once_there_are_three():
    (fact,) = packages.sheet(four(level=60))
    assert isinstance(fact, Fact)
    assert fact.label == "Three that suit you alike"
    assert [line[:3] for line in fact.note.splitlines()] == ["A: ", "B: ", "C: "]
    assert not fact.shareable
    assert packages.sheet(answers()) == []


def test_what_is_said_of_each_of_the_three_is_only_what_is_not_in_all_of_them():
    found = sums.figures_of(four(level=60), {"zopa": ZONE})
    assert len(found["three"]) == 3
    assert "alike" not in found  # they have nothing in common
    named = answers(
        *(one(TITLE, text=f"Thing {at}", points=at, option_3="captain") for at in (9, 8, 4, 3, 1)), level=60
    )
    table, found = laid(named), sums.figures_of(named, {})
    same = [at for at in range(5) if len({each.picks[at] for each in table.packages}) == 1]
    for at, each in enumerate(table.things):
        places = [*found["three"], found.get("alike", "")]
        assert [each.name in text for text in places] == ([False] * 3 + [True] if at in same else [True] * 3 + [False])
    assert same
    assert sums.figures_of(answers(), {}) == {"three": []}


def test_what_is_short_ends_with_a_whole_part():
    parts = ["a review after half a year", "three days more", "a course"]
    assert packages_told.parts_in(parts, 100) == "; ".join(parts)
    assert packages_told.parts_in(parts, 45) == "a review after half a year; three days more; and 1 more"
    assert packages_told.parts_in(parts, 20) == "a review after half …; and 2 more"


def test_the_paper_has_the_table_the_packages_and_the_picture_and_is_private():
    blocks = packages.brief(four(level=60, more=(proposal(four(level=60), "second", said="Less pay"),)))
    assert isinstance(blocks[0], Table)
    assert blocks[0].rows[0][0] == "Pay"
    (figure,) = [block for block in blocks if isinstance(block, Figure)]
    assert "<svg" in figure.svg
    assert "style=" not in figure.svg
    assert figure.table.head == ("What", "A", "B", "C")
    assert "“Less pay”" in blocks[-1].items[0]
    assert not any(block.shareable for block in blocks)
    assert packages.brief(answers()) == []


def test_no_page_says_what_only_the_trade_understands():
    found = results(four(level=60))
    text = " ".join([found["verdict"], found["sentence"], *found["notices"], found["message"].plain()]).lower()
    assert not any(word in text for word in ("frontier", "pareto", "batna", "utility"))


def test_the_guesses_are_those_of_the_table():
    facts = package_facts()
    assert [guess for guess, _ in PackageIssue.GUESSES] == list(facts.guesses)
    assert facts.source
    assert date.fromisoformat(facts.as_of)


@pytest.mark.parametrize("wrong", [{"low": 50}, {"gain": 1}, {"none": -1}, {"much": 9}])
def test_guesses_that_do_not_rise_from_below_nothing_are_no_table(wrong):
    facts = package_facts()
    with pytest.raises(FactError):
        checked(replace(facts, guesses=facts.guesses | wrong))


def test_totals_and_differences_agree():
    rows = [
        one(TITLE, text=name, points=50, guess="", cost_2=Decimal(cost))
        for name, cost in (("A sign", 16850), ("A lamp", 370), ("A boat", 250), ("A bell", 17000))
    ]
    found = answers(*rows, level=50)
    table, cards = laid(found), results(found)["cards"]
    shown = [packages_words.rounded(table, each.cost) for each in table.packages]
    assert len(set(shown)) == len({each.cost for each in table.packages})
    for card, total in zip(cards[1:], shown[1:], strict=True):
        more = total - shown[0]
        said = f"About {found.money(more, period='year')} dearer for them than A" if more else "As dear for them as A"
        assert card["compared"] == said


def test_what_is_worse_for_both_is_said_beside_it():
    better = Package(picks=(1, 1), mine=Fraction(78), cost=Fraction(2))
    worse = Package(picks=(0, 0), mine=Fraction(75), cost=Fraction(3))
    table = SimpleNamespace(packages=(better, worse), share=lambda mine: mine / 100)
    assert packages_words.beaten_said(table, worse) == "A is a little better for you, and cheaper for them"
    assert packages_words.beaten_said(table, better) == ""
    assert "as good for you" not in results(four(level=60))["lead"]


def test_what_they_gain_is_said_plainly():
    found = four(level=60)
    table = laid(found)
    assert packages_words.guessed_said(found, table, Fraction(-20)) == (
        "By your guesses, they gain about 20 EUR a year gross by it"
    )


def test_the_line_in_the_picture_is_called_chosen_only_where_it_was():
    assert "the level you chose" in [text.text for text in results(four(level=60))["picture"].wide.texts]
    texts = [text.text for text in results(four())["picture"].wide.texts]
    assert "75 of 100" in texts
    assert "the level you chose" not in texts


def test_the_message_says_once_what_is_as_offered():
    text = results(four(level=60))["message"].plain()
    assert ": as offered" not in text
    assert "- the rest as in your offer" in text
