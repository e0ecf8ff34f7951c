"""The expected value of alternatives of which the best that arrives is taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import product
from math import prod

from groundwork.money import Amount

MOST_MIXES = 512


class LikelihoodError(ValueError):
    """A likelihood is not between 0 and 100 percent."""


@dataclass(frozen=True, kw_only=True)
class Chance:
    """Something worth `value` that arrives with a likelihood in percent; `group` names a shared fate."""

    value: Amount
    likelihood: Amount
    group: str = ""


@dataclass(frozen=True, kw_only=True)
class Expected:
    """The expected value and its working.

    `weights` holds, in the order given, the chance (0 to 1) that each one is the one taken, None for those
    left out; they and `chance_of_fallback` sum to 1.
    """

    value: Fraction
    chance_of_fallback: Fraction
    weights: tuple[Fraction | None, ...]


def expected_value(chances: Sequence[Chance], fallback: Amount) -> Expected:
    """What the alternatives are worth on average, if each is waited for and the best that arrives is taken.

    Rule: sorted V1 >= V2 >= ... > V0: E = sum Vi pi prod(j<i)(1 - pj) + V0 prod(1 - pj); those not above the
    fallback V0, and those of 0 percent, drop out. Of those that share a fate one is counted, at its own
    odds: the one with which E is highest (with more than 512 mixes of such choices,
    the one that adds most alone). Units: one frame, percent. Errors: LikelihoodError outside 0..100.
    Source: expected maximum of independent prospects.
    """
    if any(not 0 <= chance.likelihood <= 100 for chance in chances):
        raise LikelihoodError("likelihoods are 0 to 100 percent")
    base = Fraction(fallback)
    counted = _best_mix(_groups(chances, base), base)
    weights: list[Fraction | None] = [None] * len(chances)
    left = Fraction(1)
    for place, _, odds in sorted(counted, key=lambda entry: (-entry[1], entry[0])):
        weights[place] = left * odds
        left *= 1 - odds
    return Expected(value=_value(counted, base), chance_of_fallback=left, weights=tuple(weights))


def worth(value: Decimal, *, months: Decimal, horizon_months: int, waiting_cost: Decimal) -> Fraction:
    """What an alternative is worth a year, seen over a horizon of which part is spent waiting.

    Rule: X = V (H - m) / 12 - c m, given back a year as X * 12 / H; m is at most H, as waiting beyond the
    horizon lies outside it. Units: V a year, m and H months, c a month (below 0: pay earned meanwhile).
    Errors: ValueError for a horizon under 1 month. Source: own definition.
    """
    if horizon_months < 1:
        raise ValueError("the horizon must be at least 1 month")
    waited = min(max(Fraction(months), Fraction(0)), Fraction(horizon_months))
    earned = Fraction(value) * (horizon_months - waited) / 12
    return (earned - Fraction(waiting_cost) * waited) * 12 / horizon_months


def break_even(value: Amount, fallback: Amount, offer: Amount) -> Fraction | None:
    """The likelihood from which waiting for an alternative beats taking the offer.

    Rule: (offer - fallback) / (value - fallback), 0 if the fallback alone is at least the offer; None where
    even a certain one does not beat it. Units: one frame in, 0 to 1 out. Errors: none.
    Source: indifference of expected values, a textbook rule.
    """
    at, least, sure = Fraction(value), Fraction(fallback), Fraction(offer)
    if sure <= least:
        return Fraction(0)
    return (sure - least) / (at - least) if at > sure else None


_Entry = tuple[int, Fraction, Fraction]


def _groups(chances: Sequence[Chance], base: Fraction) -> list[list[_Entry]]:
    """The alternatives above the fallback, those of one fate together, as (place, value, odds)."""
    groups: dict[object, list[_Entry]] = {}
    for place, chance in enumerate(chances):
        entry = (place, Fraction(chance.value), Fraction(chance.likelihood) / 100)
        if entry[1] > base and entry[2]:
            groups.setdefault(chance.group or place, []).append(entry)
    return list(groups.values())


def _best_mix(groups: list[list[_Entry]], base: Fraction) -> list[_Entry]:
    if prod(len(group) for group in groups) > MOST_MIXES:
        return [max(group, key=lambda entry: (entry[1] - base) * entry[2]) for group in groups]
    return list(max(product(*groups), key=lambda mix: _value(mix, base)))


def _value(mix: Iterable[_Entry], base: Fraction) -> Fraction:
    """Folded from the lowest up: each arrives with its odds, else what lies below it counts."""
    for _, value, odds in sorted(mix, key=lambda entry: entry[1]):
        base = odds * value + (1 - odds) * base
    return base
