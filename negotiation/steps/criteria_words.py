"""What the criteria say of the offers, in words: who scores highest, how firmly, and what would turn it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from groundwork.fields import plain
from groundwork.money import Frame, show
from negotiation.models import Criterion
from negotiation.steps.criteria_sums import POINTS, Weighed
from offers.calc.scoring import Option, flip, one_point
from offers.columns import Column, Laid

UNITS = {"leave": "days off", "remote": "days from home", "hours": "hours a week", "commute": "minutes, one way"}
KINDS = dict(Criterion.KINDS)
NO_SCORE = {
    "nothing": "Nothing tells your offers apart under these criteria yet: score them below, or complete the offers.",
    "zero": "Every weight is 0, so nothing can be weighed. Give points to at least one criterion that differs.",
}


def listed(names: Sequence[str], word: str = "and") -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {word} {names[-1]}"


def of_hundred(part: Fraction | None) -> str:
    """A score or weight as a number of 100."""
    return "" if part is None else str(round(part * 100))


def amount_said(row: Criterion, amount: Decimal | None, laid: Laid, locale: str) -> str:
    """What was read from an offer for one criterion."""
    if amount is None:
        return ""
    if row.kind == "pay":
        return show(amount, Frame(currency=laid.currency, period="once", basis=laid.basis), locale)
    return f"{plain(amount)} {UNITS[row.kind]}"


def sentences(weighed: Weighed) -> list[str]:
    """What the scores come to. Nothing while there is no criterion or nobody to compare."""
    if not weighed.rows or len(weighed.columns) < 2:
        return []
    if weighed.weights is None:
        return [NO_SCORE[weighed.why]]
    if len(weighed.order) < 2:
        return ["Only one offer can be scored so far, so nothing stands against it."]
    return [*_first(weighed), *_open(weighed), *_firm(weighed)]


def _first(weighed: Weighed) -> Iterator[str]:
    how = "By the order of what matters to you" if weighed.by_order else "By your own weights"
    first, best = weighed.first, weighed.value(weighed.order[0])
    names = [column.name for column in first]
    if len(first) == len(weighed.order):
        yield f"{how}, all score the same: {of_hundred(best)} of 100."
    elif len(first) > 1:
        yield f"{how}, {listed(names)} score highest together: {of_hundred(best)} of 100 each."
    else:
        after = weighed.order[1]
        gap = (best or Fraction(0)) - (weighed.value(after) or Fraction(0))
        ahead = f"{of_hundred(gap)} more than {after.name}" if round(gap * 100) else f"hardly more than {after.name}"
        yield f"{how}, {names[0]} scores highest: {of_hundred(best)} of 100, {ahead}."


def _open(weighed: Weighed) -> Iterator[str]:
    """What is not known could still change."""
    for column in weighed.order[:2]:
        found = weighed.scored[column.offer.pk]
        if found.known < 1:
            yield (
                f"Some of {column.name} is not scored; it counts as the average of what is. "
                f"Known, it could lie anywhere from {of_hundred(found.low)} to {of_hundred(found.high)}."
            )


def _firm(weighed: Weighed) -> Iterator[str]:
    """In how many ways to weigh it holds, and whether it is too close to call."""
    if len(weighed.first) > 1 or weighed.weights is None:
        return
    name = weighed.first[0].name
    every, kept = (weighed.shares(ordered=ordered) for ordered in (False, True))
    if every:
        yield f"{name} is best in {ways(every[0])}{_order(every[0], kept)}."
    near = close(weighed)
    if near:
        yield f"That is too close to call: one point of {POINTS} more or less for {listed(near, 'or')} would turn it."


def _order(every: Fraction, kept: Sequence[Fraction]) -> str:
    if not kept or round(kept[0] * 100) == round(every * 100):
        return ""
    return (
        f", and in {round(kept[0] * 100)} of 100 that keep your order"
        if kept[0] < 1
        else ", and in all that keep your order"
    )


def ways(part: Fraction) -> str:
    """A share of all weightings in words; what was not met in a sample is not called impossible."""
    if part == 1:
        return "all ways to weigh these criteria"
    number = round(part * 100)
    return f"{'under 1' if number == 0 else 'over 99' if number == 100 else number} of 100 ways to weigh these criteria"


def close(weighed: Weighed) -> list[str]:
    """The criteria under which a single point would turn the first two."""
    if weighed.weights is None or len(weighed.order) < 2:
        return []
    first, second = weighed.options[:2]
    return [
        weighed.rows[at].name
        for at in one_point(first, second, weighed.weights, Fraction(1, POINTS))
        if weighed.rows[at].kind == "own"
    ]


def turns(weighed: Weighed) -> dict[str, str]:
    """By the name of each other offer: which single weight would have to change for it to draw level."""
    if weighed.weights is None or len(weighed.first) != 1:
        return {}
    options, weights = weighed.options, weighed.weights
    return {
        column.name: turn(weighed, options[0], option, weights)
        for column, option in zip(weighed.order[1:], options[1:], strict=True)
    }


def turn(weighed: Weighed, first: Option, other: Option, weights: tuple[Fraction, ...]) -> str:
    found = flip(first, other, weights)
    if found is None:
        return f"No change of a single weight brings {other.name} to the score of {first.name}."
    name = weighed.rows[found.criterion].name
    return (
        f"If {name} had {of_hundred(found.to)} of 100 of the weight, and not {of_hundred(found.was)}, "
        f"{other.name} would score as high as {first.name}."
    )


def notices(weighed: Weighed, rows: Iterable[Criterion]) -> list[str]:
    """What stands in the way of a score that can be trusted."""
    kinds = Counter(row.kind for row in rows if row.kind != "own")
    found = [f"{KINDS[kind]} stands in the list twice, and counts twice." for kind, many in kinds.items() if many > 1]
    if weighed.rows and not any(row.kind == "pay" for row in weighed.rows):
        found.append("Pay is not among your criteria, so the score leaves it out.")
    same = [
        row.name
        for row, ends in zip(weighed.rows, weighed.ends, strict=True)
        if ends is not None and ends[0] == ends[1]
    ]
    if same and len(weighed.columns) > 1:
        found.append(f"The same in every offer, as far as it is known, so it decides nothing: {listed(same)}.")
    if not weighed.by_order and any(row.points is None for row in weighed.rows):
        missing = [row.name for row in weighed.rows if row.points is None]
        found.append(f"Without points, and so not counted: {listed(missing)}.")
    return found


def first_of(columns: Sequence[Column]) -> str:
    return columns[0].name if columns else ""
