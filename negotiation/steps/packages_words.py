"""Packages in words: how good each is, what it costs them, why there are none, what to trade, and the message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

from groundwork.fields import plain
from groundwork.money import as_decimal
from negotiation.calc.packages import Package
from negotiation.models import PackageIssue
from negotiation.packages import package_facts
from negotiation.steps.base import Answers
from negotiation.steps.match_words import short
from negotiation.steps.packages_sums import differing
from negotiation.steps.packages_table import Table

LETTERS = "ABC"
COUNTS = {2: "two", 3: "three"}
COSTS = {
    "gain": "they gain by it",
    "none": "costs them next to nothing",
    "low": "costs them little",
    "middle": "costs them something",
    "high": "costs them much",
}
SOURCES = {
    "offer": "their offer",
    "desired": "your target",
    "minimum": "your minimum",
    "option": "the first option of your pay",
}
NOTHING = "Put at least two things on the table: pay and one thing that costs them little are a good beginning."
ONE = "Packages need two things that count. There is one so far."
FLAT = "As it stands, every package is worth the same to you. Give points to what matters."
NONE_LEFT = "Within what they can give, no package is left. Raise that limit, or allow a lower option of something."
NO_OPTION = "No option of “{}” is left: each is below what you would take, or crosses a red line."
LIMITED = "There were too many ways to look at all of them: a cheaper one for them may exist."


def of_hundred(part: Fraction) -> str:
    """A part as a whole number of 100, halves up; above 0 and below 1 never as the ends."""
    number = int(part * 100 + Fraction(1, 2))
    if 0 < part < 1:
        number = min(max(number, 1), 99)
    return f"{number} of 100"


def roughly(amount: Fraction) -> Decimal:
    """To two digits that count: what rests on guesses must not look exact."""
    exact = as_decimal(amount)
    return exact.quantize(Decimal(1).scaleb(exact.adjusted() - 1), ROUND_HALF_UP) if exact else Decimal(0)


def rounded(table: Table, amount: Fraction) -> Decimal:
    """So that totals and differences agree: all to one step, fine enough for the differences that count."""
    costs = [one.cost for one in table.packages]
    shown = [as_decimal(abs(one)) for one in (*costs, *(cost - costs[0] for cost in costs)) if one]
    if not shown:
        return roughly(amount)
    step = max(min(one.adjusted() - 1 for one in shown), max(shown).adjusted() - 3)  # four digits at most
    return as_decimal(amount).quantize(Decimal(1).scaleb(step), ROUND_HALF_UP)


def cost_said(answers: Answers, table: Table, amount: Fraction | Decimal) -> str:
    """In money a year, or while no pay is known as a part of a year's pay; a decimal is rounded already."""
    number = amount if isinstance(amount, Decimal) else roughly(amount)
    return answers.money(number, period="year") if table.in_money else f"{plain(number)} % of a year’s pay"


def cost_of(answers: Answers, table: Table, amount: Fraction | Decimal) -> str:
    """What they give beyond the first option of everything."""
    if amount > 0:
        return f"costs them about {cost_said(answers, table, amount)}"
    return f"they gain about {cost_said(answers, table, -amount)}" if amount < 0 else "costs them nothing more"


def total_of(answers: Answers, table: Table, cost: Fraction) -> str:
    """What a package that is shown costs them, so that it agrees with the others."""
    number = rounded(table, cost)
    return cost_of(answers, table, number) if number or not cost else "costs them next to nothing"


def guessed_said(answers: Answers, table: Table, cost: Fraction) -> str:
    """The same as a sentence."""
    said = total_of(answers, table, cost)
    return f"By your guesses, {said} by it" if said.startswith("they") else f"By your guesses, it {said}"


def compared(answers: Answers, table: Table, package: Package) -> str:
    """Against the cheapest of those found, which stands first."""
    first = table.packages[0]
    if package is first:
        return "The cheapest for them" if len(table.packages) > 1 else ""
    if more := rounded(table, package.cost) - rounded(table, first.cost):
        return f"About {cost_said(answers, table, more)} dearer for them than A"
    return "As dear for them as A" if package.cost == first.cost else "About as dear for them as A"


def worth_said(answers: Answers, table: Table, package: Package, whom: str = " for you") -> str:
    worth = f"{of_hundred(table.share(package.mine))}{whom}"
    if not table.by_prices:
        return worth
    above = package.mine - table.ends[0]
    return f"{worth}, about {answers.about(above, period='year')} above the least of everything"


def level_said(table: Table) -> str:
    """What the line across the picture is."""
    return of_hundred(table.wanted) if table.own.level is None else "the level you chose"


def beaten_said(table: Table, package: Package) -> str:
    """That another one shown is better for both, as far as it can be seen on the page."""
    found = zip(LETTERS, table.packages, strict=False)
    worth, cost = of_hundred(table.share(package.mine)), rounded(table, package.cost)
    better = [
        letter
        for letter, one in found
        if one.mine > package.mine and of_hundred(table.share(one.mine)) != worth and rounded(table, one.cost) < cost
    ]
    return f"{better[0]} is a little better for you, and cheaper for them" if better else ""


def card(answers: Answers, table: Table, letter: str, package: Package) -> dict[str, Any]:
    found = table.lines(package)
    return {
        "letter": letter,
        "lines": [(one.name, one.said[pick], at in differing(table)) for at, (one, pick) in enumerate(found)],
        "worth": worth_said(answers, table, package),
        "cost": total_of(answers, table, package.cost),
        "guess": guessed_said(answers, table, package.cost),
        "compared": compared(answers, table, package),
        "beaten": beaten_said(table, package),
    }


def cards(answers: Answers, table: Table) -> list[dict[str, Any]]:
    return [card(answers, table, letter, each) for letter, each in zip(LETTERS, table.packages, strict=False)]


def verdict(table: Table) -> str:
    """What the sums say, in two sentences or three."""
    if not table.whole:
        return why_none(table)
    if not table.packages:
        return NONE_LEFT
    wanted, between = of_hundred(table.wanted), between_said(table)
    if table.three:
        return f"Three packages, each at least {wanted} for you. They suit you alike, so let them choose."
    if len(table.fits) == 2:
        return f"Two packages are {between} for you, so you can let them choose. {more_said(table)}"
    if table.fits:
        return f"Only one package is {between} for you, and one leaves them no choice. {more_said(table)}"
    return f"{none_fits(table)} {more_said(table)}"


def between_said(table: Table) -> str:
    """Where a package must lie to be all the same."""
    top = min(table.wanted + table.band, Fraction(1))
    return span_said([table.wanted, top])


def span_said(parts: Iterable[Fraction]) -> str:
    """From the least to the most of them; one number where they are as good as one."""
    numbers = sorted(parts)
    least, most = of_hundred(numbers[0]), of_hundred(numbers[-1])
    return least if least == most else f"from {least.removesuffix(' of 100')} to {most}"


def none_fits(table: Table) -> str:
    """That none is as good as was asked for, and what the nearest are."""
    shares = sorted(table.share(one.mine) for one in table.packages)
    nearest = of_hundred(table.share(table.nearest(table.packages).mine))
    if table.edge and table.edge.points[-1].mine < table.asked:
        return f"No package is so good as {of_hundred(table.wanted)}. The nearest is {nearest}, and stands here."
    if len(set(shares)) == 1:
        return f"No package is {between_said(table)} for you. The nearest is {nearest}, and stands here."
    *others, last = map(of_hundred, shares)
    numbers = ", ".join(one.removesuffix(" of 100") for one in others)
    return f"No package is {between_said(table)} for you. The nearest are {numbers} and {last}, and stand here."


def more_said(table: Table) -> str:
    """What would make more packages."""
    if table.lacks:
        return (
            f"Complete what is still open ({short(table.lacks[0].row.name, 40) or 'one entry'}), and there may be more."
        )
    if table.fits:
        return "One more thing on the table, or one more option, makes more."
    return "One more thing on the table, one more option, or another level can change that."


def title(table: Table) -> str:
    """What stands over the packages that are shown."""
    if table.fits:
        return {3: "Three that suit you alike", 2: "Two that suit you alike", 1: "The one that fits so far"}[
            len(table.fits)
        ]
    near = any(table.is_near(one) for one in table.packages)
    return "What comes nearest" if near else "The nearest there is, and it is not near"


def lead(table: Table) -> str:
    """What stands under the title: how much the ones that fit differ for the candidate."""
    if len(table.fits) < 2:
        return verdict(table)
    worth = span_said(table.share(one.mine) for one in table.fits)
    return (
        f"Whichever they take, it is worth {worth} to you. The order is by what each costs them beyond the first "
        "option of everything, by your guesses."
    )


def why_none(table: Table) -> str:
    if not table.things:
        return "Nothing on your list counts yet: see what is still open." if table.lacks else NOTHING
    if table.blocked:
        return NO_OPTION.format(table.blocked[0].name)
    return ONE if len(table.things) == 1 else FLAT


def gap_said(table: Table) -> str:
    """What keeps a list that was begun from making packages."""
    if table.lacks:
        return f"what “{short(table.lacks[0].row.name, 40) or 'something on the table'}” still needs to be counted"
    if table.blocked:
        return f"an option of “{short(table.blocked[0].name, 40)}” that you would take"
    return "a second thing to put on the table" if len(table.things) < 2 else "what matters how much to you"


def notices(answers: Answers, table: Table) -> Iterator[str]:
    """What the numbers rest on, as far as it is not plain."""
    if table.better:
        more = of_hundred(table.share(table.better.mine))
        yield f"You could ask for more: there is a package of {more} that costs them no more than A."
    if table.own.level is None and table.whole:
        yield f"You have not chosen how good each should be, so {of_hundred(table.wanted)} is taken."
    if table.by_order and table.things:
        yield "Nothing has points yet, so your list counts in its order: what matters most stands first."
    guessed = any(one.row.guess not in ("", "none") and one.guessed == one.cost for one in table.things)
    if guessed and table.year and table.in_money:
        pay = answers.about(table.year[0], period="year")
        yield f"Guesses are counted as a part of a year’s pay: {pay}, {SOURCES[table.year[1]]}."
    if answers.frame.period in ("hour", "day") and table.year:
        facts = package_facts()
        week = f"{facts.hours_week} hours" if answers.frame.period == "hour" else f"{facts.days_week} days"
        yield f"A year is taken as 52 weeks of {week}."
    if table.own.ceiling is not None and not table.in_money:
        yield "What they can give in all is in money, and no pay is known yet: it is not counted."
    if table.found and not table.found.whole:
        yield LIMITED


def weight_said(answers: Answers, row: PackageIssue, table: Table | None = None) -> str:
    """What the step matters: in money, in points, or nothing yet."""
    if table and table.by_prices:
        price = next((one.worth[-1] for one in table.things if one.row.pk == row.pk), None)
        return f"worth about {answers.about(price, period='year')}" if price is not None else "no price yet"
    return "no points yet" if row.points is None else f"{plain(row.points)} points"


def guess_said(answers: Answers, row: PackageIssue) -> str:
    if row.kind == "pay":
        return "costs them the difference"
    if row.cost is not None:
        said = answers.about(row.cost, period="year")
        return f"they gain about {said} by it" if row.guess == "gain" else f"costs them about {said}"
    return COSTS.get(row.guess, "no guess yet what it costs them")


def trade_said(answers: Answers, table: Table) -> list[dict[str, str]]:
    """From which option to which, for both; only where the packages that are shown do not have it all already."""
    found = [(one, steps) for one in table.trades if (steps := table.steps(one))]
    return [
        {
            "give": table.things[one.give].name,
            "give_from": table.things[one.give].said[table.lopsided[one.give]],
            "give_to": table.things[one.give].said[less],
            "get": table.things[one.get].name,
            "get_from": table.things[one.get].said[table.lopsided[one.get]],
            "get_to": table.things[one.get].said[more],
            "worth": f"{of_hundred(one.mine / (table.ends[1] - table.ends[0]))} more for you",
            "saves": f"about {cost_said(answers, table, one.cost)} less for them" if one.cost else "no dearer for them",
        }
        for one, (less, more) in found
    ]
