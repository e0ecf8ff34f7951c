"""The best alternative (BATNA): what waits if there is no agreement, and the floor that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from groundwork.money import as_decimal
from negotiation.calc.chances import Chance, Expected, LikelihoodError, break_even, expected_value, worth
from negotiation.calc.means import NO_LIMIT, NoLimit, Runway, financial_need, is_short, runway

__all__ = [
    "NO_LIMIT", "Alternative", "BatnaResult", "BatnaTerms", "Chance", "Expected", "LikelihoodError",
    "NoLimit", "Outcome", "Reservation", "Runway", "Strength", "SuggestedFloor", "batna", "break_even",
    "expected_value", "financial_need", "runway", "strength", "worth",
]  # fmt: skip

Which = Literal["certain", "expected", "hoped"]
Choice = Literal["", "certain", "expected", "hoped"]
Picked = Literal["chosen", "default"]
Bound = Literal["need", "reservation", "motivation"]
NO_PROCESS = frozenset({"present_job", "keep_looking", "runway"})


class Strength(StrEnum):
    STRONG = "strong"
    FAIR = "fair"
    WEAK = "weak"


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """One thing I could do instead; `likelihood` is a percent, `group` names those that share one fate.

    None is not known: a value that is not known counts nowhere, a likelihood that is not known counts in
    what is hoped for only, months that are not known count as 0 and are named in the result.
    """

    name: str
    kind: str
    value: Decimal | None
    likelihood: Decimal | None
    months: Decimal | None = None
    group: str = ""


@dataclass(frozen=True, kw_only=True)
class BatnaTerms:
    """Values and offers are a year, all in one frame; waiting, outgoings and income are a month."""

    alternatives: tuple[Alternative, ...]
    horizon_months: int
    waiting_cost: Decimal | None = None
    outgoings: Decimal | None = None
    income: Decimal | None = None
    savings: Decimal | None = None
    tax_percent: Decimal | None = None
    motivation_floor: Decimal | None = None
    typed_floor: Decimal | None = None
    choice: Choice = ""
    offer: Decimal | None = None
    target: Decimal | None = None


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """An alternative with what it is worth a year once waiting is paid for.

    `weight` is the chance (0 to 1) that it is the one taken, None if it is not part of the expected value.
    `break_even` is the likelihood (0 to 1) from which it beats the offer, None where no likelihood does or
    that is not known.
    """

    alternative: Alternative
    worth: Decimal | None
    weight: Fraction | None
    break_even: Fraction | None


@dataclass(frozen=True, kw_only=True)
class Reservation:
    """The number the alternatives put under a deal, which of the three it is, and who picked it."""

    value: Decimal
    which: Which
    picked: Picked


@dataclass(frozen=True, kw_only=True)
class SuggestedFloor:
    """The highest of the three lower bounds, and which one that is."""

    amount: Decimal
    binds: Bound


@dataclass(frozen=True, kw_only=True)
class BatnaResult:
    """What follows from the terms; each number is None where its terms are not known."""

    terms: BatnaTerms
    outcomes: tuple[Outcome, ...]
    certain: Outcome | None
    expected: Decimal | None
    hoped: Outcome | None
    chance_of_fallback: Fraction | None
    reservation: Reservation | None
    need: Decimal | None
    lasts: Runway
    suggested: SuggestedFloor | None

    @property
    def strength(self) -> Strength | None:
        """Against the offer, without one against the target."""
        against = self.terms.target if self.terms.offer is None else self.terms.offer
        return strength(_worth_of(self.certain), self.expected, against=against, runway=self.lasts)

    @property
    def runway(self) -> Decimal | None:
        """The months the savings last; None is not known, or no limit."""
        return self.lasts if isinstance(self.lasts, Decimal) else None

    @property
    def runway_has_no_limit(self) -> bool:
        return self.lasts is NO_LIMIT

    @property
    def runway_is_short(self) -> bool:
        return is_short(self.lasts)

    @property
    def typed_is_below(self) -> bool:
        """Whether the minimum the person typed, which rules, lies below the suggested one."""
        typed = self.terms.typed_floor
        return typed is not None and self.suggested is not None and typed < self.suggested.amount

    @property
    def one_live_process(self) -> bool:
        """All on one card: beside a present job and looking on, at most one alternative is alive."""
        alive = [each for each in self.terms.alternatives if each.kind not in NO_PROCESS and each.likelihood != 0]
        return bool(self.terms.alternatives) and len(alive) <= 1

    @property
    def start_not_known(self) -> tuple[str, ...]:
        """The alternatives counted as if they could start now, because no start is known."""
        return tuple(each.name for each in self.terms.alternatives if each.months is None)


def strength(
    certain: Decimal | None, expected: Decimal | None, *, against: Decimal | None, runway: Runway
) -> Strength | None:
    """How strong the alternatives make me.

    Rule: weak with a runway under 3 months; else strong if the best certain one is at least the offer, fair
    if the expected value is, else weak. `against` is the offer, without one the target; None where it or
    both values are not known. Units: one frame, months. Errors: none. Source: own definition.
    """
    if is_short(runway):
        return Strength.WEAK
    if against is None or (certain is None and expected is None):
        return None
    if certain is not None and certain >= against:
        return Strength.STRONG
    return Strength.FAIR if expected is not None and expected >= against else Strength.WEAK


def batna(terms: BatnaTerms) -> BatnaResult:
    """Everything the step on alternatives shows, from whatever is known.

    Rule: certain is the best alternative of 100 percent, expected is `expected_value` over it, hoped is the
    best of all with odds above 0 or not known; all by `worth`. The suggested floor is the highest of need,
    motivation and reservation value. Units: a year in one frame. Errors: none. Source: own definition.
    """
    outcomes, working = _outcomes(terms)
    certain = _best(outcome for outcome in outcomes if outcome.alternative.likelihood == 100)
    hoped = _best(outcome for outcome in outcomes if outcome.alternative.likelihood != 0)
    expected = None if working is None else as_decimal(working.value)
    lasts = runway(terms.savings, terms.outgoings, terms.income)
    values = {"certain": _worth_of(certain), "expected": expected, "hoped": _worth_of(hoped)}
    reservation = _reservation(values, terms.choice, short=is_short(lasts))
    need = financial_need(terms.outgoings, terms.tax_percent)
    return BatnaResult(
        terms=terms,
        outcomes=outcomes,
        certain=certain,
        expected=expected,
        hoped=hoped,
        chance_of_fallback=None if working is None else working.chance_of_fallback,
        reservation=reservation,
        need=need,
        lasts=lasts,
        suggested=_floor(need, terms.motivation_floor, reservation),
    )


def _outcomes(terms: BatnaTerms) -> tuple[tuple[Outcome, ...], Expected | None]:
    """Every alternative with its worth and weight, and the expected value over the best certain one."""
    worths = tuple(_worth(each, terms) for each in terms.alternatives)
    known = tuple(zip(terms.alternatives, worths, strict=True))
    certain = [at for each, at in known if at is not None and each.likelihood == 100]
    fallback = max(certain, default=None)
    found = None if fallback is None else expected_value([_chance(*pair) for pair in known], fallback)
    weights: list[Fraction | None] = [None] * len(known) if found is None else list(found.weights)
    if found is not None and fallback is not None:
        weights[_place_of(known, fallback)] = found.chance_of_fallback
    return tuple(
        Outcome(
            alternative=each,
            worth=None if at is None else as_decimal(at),
            weight=weight,
            break_even=_break_even(each, at, fallback, terms.offer),
        )
        for (each, at), weight in zip(known, weights, strict=True)
    ), found


def _worth(alternative: Alternative, terms: BatnaTerms) -> Fraction | None:
    if alternative.value is None:
        return None
    return worth(
        alternative.value,
        months=alternative.months or Decimal(0),
        horizon_months=max(terms.horizon_months, 1),
        waiting_cost=terms.waiting_cost or Decimal(0),
    )


def _chance(alternative: Alternative, at: Fraction | None) -> Chance:
    """What is not known counts with no odds at all."""
    odds = Decimal(0) if at is None else alternative.likelihood or Decimal(0)
    return Chance(value=at or 0, likelihood=min(max(odds, Decimal(0)), Decimal(100)), group=alternative.group)


def _place_of(known: Sequence[tuple[Alternative, Fraction | None]], fallback: Fraction) -> int:
    return next(at for at, (each, value) in enumerate(known) if each.likelihood == 100 and value == fallback)


def _break_even(
    alternative: Alternative, at: Fraction | None, fallback: Fraction | None, offer: Decimal | None
) -> Fraction | None:
    if at is None or fallback is None or offer is None or alternative.likelihood == 100:
        return None
    return break_even(at, fallback, offer)


def _best(outcomes: Iterable[Outcome]) -> Outcome | None:
    """The one worth most; of equal ones the first."""
    known = [(outcome.worth, outcome) for outcome in outcomes if outcome.worth is not None]
    return max(known, key=lambda pair: pair[0])[1] if known else None


def _worth_of(outcome: Outcome | None) -> Decimal | None:
    return None if outcome is None else outcome.worth


def _reservation(values: Mapping[str, Decimal | None], choice: Choice, *, short: bool) -> Reservation | None:
    which: Which = choice or ("certain" if short else "expected")
    picked: Picked = "chosen" if choice else "default"
    value = values[which]
    return None if value is None else Reservation(value=value, which=which, picked=picked)


def _floor(need: Decimal | None, motivation: Decimal | None, reservation: Reservation | None) -> SuggestedFloor | None:
    bounds: tuple[tuple[Bound, Decimal | None], ...] = (
        ("need", need),
        ("reservation", None if reservation is None else reservation.value),
        ("motivation", motivation),
    )
    known = [SuggestedFloor(amount=amount, binds=bound) for bound, amount in bounds if amount is not None]
    return max(known, key=lambda floor: floor.amount, default=None)
