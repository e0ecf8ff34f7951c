"""What a comparison says, in plain sentences."""

from __future__ import annotations

from decimal import Decimal

from groundwork.money import INVENTED, Frame, Period, show, show_number
from offers.calc.comparison import Comparison, Row, Standing
from offers.calc.pay import Certainty
from offers.calc.real import after_tax
from offers.calc.valuation import Valuation

SURE, LIKELY, MAYBE = Certainty.GUARANTEED, Certainty.LIKELY, Certainty.MAYBE
BASES = {"gross": "before tax (gross)", "net": "after tax (net)"}
LONGEST = 60


def short(worth: Valuation) -> str:
    """A name that fits into a sentence."""
    name = worth.terms.name
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


def left_over(worth: Valuation) -> Decimal | None:
    """What is guaranteed in all years, after one's own tax rate and costs."""
    found = [after_tax(worth, year.year, SURE) for year in worth.years]
    known = [one.left for one in found if one is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(found) else None


def verdict(result: Comparison, locale: str) -> list[str]:
    """Who leads in what is guaranteed over four years, by how much, and what could change that."""
    if not result.valuations:
        return ["You have not entered an offer yet."]
    if not result.compared:
        return ["None of your offers can be compared yet. Each one says below what it lacks."]
    return _Sentences(result, locale).all()


class _Sentences:
    def __init__(self, result: Comparison, locale: str):
        self.result, self.locale = result, locale

    def all(self) -> list[str]:
        if len(self.result.compared) == 1:
            return self.alone()
        if self.equal():
            return [
                f"On pay they are equal: each brings {self.total(self.result.row(SURE))} guaranteed over four years,"
                " and the same with likely and maybe pay. Something other than pay can decide."
            ]
        return [self.first(), *self.levels(), *self.one_off(), *self.taxed()]

    def name(self, at: int) -> str:
        return short(self.result.valuations[at])

    def money(self, amount: Decimal, period: Period = "once") -> str:
        frame = Frame(currency=self.result.currency, period=period, basis=self.result.basis)
        return show(amount, frame, self.locale)

    def total(self, row: Row) -> str:
        return self.money(max(standing.total for standing in row.standings))

    def alone(self) -> list[str]:
        row = self.result.row(SURE)
        return [
            f"{self.name(self.result.compared[0])} brings {self.total(row)} guaranteed over four years.",
            "There is no second offer to compare it with yet.",
        ]

    def equal(self) -> bool:
        return all(len(self.result.row(level).leaders) == len(self.result.compared) for level in Certainty)

    def first(self) -> str:
        row = self.result.row(SURE)
        total = f"{self.total(row)} over four years"
        if len(row.leaders) == len(row.standings):
            return f"What is guaranteed is the same everywhere: {total}."
        if row.tie:
            return f"{self.leaders(row)} lead together in what is guaranteed: {total} each."
        after = self.next_best(row)
        ahead = self.money(-after.difference)
        return f"{self.leaders(row)} leads in what is guaranteed: {total}, {ahead} more than {self.name(after.index)}."

    def next_best(self, row: Row) -> Standing:
        """The best of those that do not lead."""
        return max((one for one in row.standings if not one.leads), key=lambda one: one.difference)

    def leaders(self, row: Row) -> str:
        names = [self.name(standing.index) for standing in row.leaders]
        return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"

    def levels(self) -> list[str]:
        """Whether pay that is less than sure changes who leads."""
        rows = [self.result.row(level) for level in (SURE, LIKELY, MAYBE)]
        who = [{standing.index for standing in row.leaders} for row in rows]
        unsure = any(a.total != b.total for a, b in zip(rows[0].standings, rows[2].standings, strict=True))
        if who[0] == who[1] == who[2]:
            return ["Counting likely and maybe pay does not change who leads."] if unsure else []
        said = []
        if who[1] != who[0]:
            said.append(self.changed("With likely pay counted too", rows[1]))
        if who[2] != who[1]:
            said.append(self.changed("With likely and maybe pay counted too", rows[2]))
        return said

    def changed(self, start: str, row: Row) -> str:
        if len(row.leaders) == len(row.standings):
            return f"{start}, all bring the same."
        if row.tie:
            return f"{start}, {self.leaders(row)} lead together."
        return f"{start}, {self.leaders(row)} leads, by {self.money(-self.next_best(row).difference)}."

    def taxed(self) -> list[str]:
        """The trap of a headline: whether one's own tax and costs turn the order of what is guaranteed."""
        left = {at: left_over(self.result.valuations[at]) for at in self.result.compared}
        known = {at: amount for at, amount in left.items() if amount is not None}
        row = self.result.row(SURE)
        if len(known) < len(left) or self.result.basis == "net":
            return []
        best = max(known.values())
        first = [at for at, amount in known.items() if amount == best]
        if len(first) > 1 or first[0] in {standing.index for standing in row.leaders}:
            return []
        leader = max((standing.index for standing in row.leaders), key=lambda at: known[at])
        return [self.turned(leader, first[0], best - known[leader])]

    def turned(self, leader: int, other: int, ahead: Decimal) -> str:
        """Both differences, by the year where every year is alike."""
        before = [self.yearly(leader, year) - self.yearly(other, year) for year in range(1, self.result.years + 1)]
        after = [self.left(other, year) - self.left(leader, year) for year in range(1, self.result.years + 1)]
        alike = len({*before}) == len({*after}) == 1 and before[0] > 0
        lead = self.money(before[0], "year") if alike else f"{self.money(sum(before, Decimal(0)))} over four years"
        more = f"{self.bare(after[0])} a year more, {self.bare(ahead)} in four years" if alike else self.bare(ahead)
        return (
            f"Before tax {self.name(leader)} leads by {lead}; after your own tax rates and costs it is the other way "
            f"round: {self.name(other)} leaves {more if alike else f'{more} more'}."
        )

    def yearly(self, at: int, year: int) -> Decimal:
        return self.result.valuations[at].years[year - 1].guaranteed

    def left(self, at: int, year: int) -> Decimal:
        found = after_tax(self.result.valuations[at], year, SURE)
        return found.left if found else Decimal(0)

    def bare(self, amount: Decimal) -> str:
        """After all taxes an amount is neither gross nor net."""
        currency = self.result.currency
        return f"{show_number(Decimal(round(amount)), currency, self.locale)} {INVENTED.get(currency, currency)}"

    def one_off(self) -> list[str]:
        """Whether the lead in what is guaranteed comes from pay that comes once."""
        grown = {at: {y.recurring.guaranteed for y in self.result.valuations[at].years} for at in self.result.compared}
        if any(len(amounts) > 1 for amounts in grown.values()):
            return []  # pay that grows makes a lead as well
        yearly = {at: amounts.pop() for at, amounts in grown.items()}
        best = max(yearly.values())
        steady = [at for at, amount in yearly.items() if amount == best]
        leading = [standing.index for standing in self.result.row(SURE).leaders]
        names = " and ".join(self.name(at) for at in steady)
        if len(leading) == len(yearly) or set(leading) == set(steady):
            return []
        if set(leading) < set(steady):
            return [f"Pay that comes once makes the difference: every year, {names} bring the same."]
        if set(leading) & set(steady):
            return []
        ahead = self.money(best - max(yearly[at] for at in leading), "year")
        verb = "brings" if len(steady) == 1 else "bring"
        return [f"That lead is made by pay that comes once: of what comes every year, {names} {verb} {ahead} more."]
