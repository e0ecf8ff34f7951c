"""What the criteria say of the offers, in words: who scores highest, how firmly, and what would turn it."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from groundwork.fields import plain
from groundwork.money import Frame, show
from negotiation.models import Criterion
from negotiation.steps.criteria_sums import POINTS, Weighed
from offers.calc.scoring import Flip, Option, flip, one_point
from offers.columns import Laid

UNITS = {"leave": "days off", "remote": "days from home", "hours": "hours a week", "commute": "minutes, one way"}
SINGLE = {"days off": "day off", "days from home": "day from home", "hours a week": "hour a week"}
SINGLE |= {"minutes, one way": "minute, one way"}
MOST_NAMED = 3
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
    unit = UNITS[row.kind]
    return f"{plain(amount)} {SINGLE.get(unit, unit) if amount == 1 else unit}"


def sentences(weighed: Weighed) -> list[str]:
    """What the scores come to. Nothing while there is no criterion or nobody to compare."""
    return [*headline(weighed), *_open(weighed), *_shares(weighed)]


def headline(weighed: Weighed) -> list[str]:
    """Who scores highest, whether that is too close to call, and who cannot be placed yet."""
    if not weighed.rows or len(weighed.columns) < 2:
        return []
    if weighed.weights is None:
        return [NO_SCORE[weighed.why]]
    return [*_first(weighed), *_close(weighed), *_unplaced(weighed)]


def _first(weighed: Weighed) -> Iterator[str]:
    how = "By the order of what matters to you" if weighed.by_order else "By your own weights"
    if weighed.unweighed:
        how = "You have not weighed your criteria yet; in the order of the list"
    if len(weighed.order) < 2:
        if weighed.order:
            out = len(weighed.among) < len(weighed.columns) and not weighed.unplaced
            why = "stays within your red lines" if out else "can be placed so far"
            yield f"Only {weighed.order[0].name} {why}, so nothing stands against it."
        return
    first, best, after = weighed.first, weighed.value(weighed.order[0]), weighed.order[len(weighed.first) :]
    names = listed([column.name for column in first])
    if not after:
        yield f"{how}, all score the same: {of_hundred(best)} of 100."
    elif len(first) > 1:
        yield f"{how}, {names} score highest together: {of_hundred(best)} of 100 each."
    else:
        gap = round((best or 0) * 100) - round((weighed.value(after[0]) or 0) * 100)
        ahead = f"{gap} more than {after[0].name}" if gap else f"hardly more than {after[0].name}"
        yield f"{how}, {names} scores highest: {of_hundred(best)} of 100, {ahead}."


def _unplaced(weighed: Weighed) -> Iterator[str]:
    names = [column.name for column in weighed.unplaced]
    if names:
        yield f"Not placed yet, as under half of what counts is known or scored: {listed(names)}."


def _open(weighed: Weighed) -> Iterator[str]:
    """What is not known could still change."""
    for column in weighed.order[:2] if len(weighed.order) > 1 else ():
        found = weighed.scored[column.offer.pk]
        if found.known < 1:
            yield (
                f"Some of {column.name} is not scored and counts as the average of what is. "
                f"Once all of it is, its score lies between {of_hundred(found.low)} and {of_hundred(found.high)}."
            )


def _close(weighed: Weighed) -> Iterator[str]:
    near = close(weighed) if len(weighed.first) == 1 else []
    if near:
        yield f"That is too close to call: one point of {POINTS} more or less for {listed(near, 'or')} would turn it."


def _shares(weighed: Weighed) -> Iterator[str]:
    """Who is best in how many of all ways to weigh; with a single criterion there is only one."""
    if len(weighed.counts) < 2 or len(weighed.order) < 2 or not weighed.first:
        return
    every, kept = (weighed.shares(ordered=ordered) for ordered in (False, True))
    whole = all(weighed.known(column) == 1 for column in weighed.order)
    yield f"{_best_in(weighed, every, 'ways to weigh these criteria')}{'' if whole else ', as far as they are scored'}."
    if kept and list(map(of_hundred, kept)) != list(map(of_hundred, every)):
        yield f"{_best_in(weighed, kept, 'that keep your order of importance')}."


def _best_in(weighed: Weighed, shares: Sequence[Fraction], which: str) -> str:
    """Everybody who is best in one of a hundred or more, the most often first."""
    won = sorted(zip(shares, weighed.order, strict=True), key=lambda pair: -pair[0])
    if won[0][0] == 1:
        return f"{won[0][1].name} is best in all {'of these ' if which.startswith('that') else ''}{which}"
    told = [(column.name, round(share * 100)) for share, column in won if round(share * 100)]
    (name, most), *others = told
    often = "over 99" if most == 100 else str(most)
    rest = [f"{other} in {number}" for other, number in others[:MOST_NAMED]]
    return f"Of 100 {which}, {name} is best in {listed([often, *rest])}"


def close(weighed: Weighed) -> list[str]:
    """The criteria under which a single point would turn the first two."""
    if len(weighed.order) < 2:
        return []
    first, second = weighed.options[:2]
    rows = [weighed.rows[at] for at in weighed.counts]
    return [
        rows[at].name for at in one_point(first, second, weighed.used, Fraction(1, POINTS)) if rows[at].kind == "own"
    ]


def turns(weighed: Weighed) -> dict[uuid.UUID, str]:
    """By the id of each other offer: which single weight would have to change for it to draw level.

    The smallest change first; where no single one does it, last.
    """
    if len(weighed.order) < 2 or len(weighed.first) != 1:
        return {}
    first, others = weighed.options[0], weighed.options[1:]
    found = [flip(first, option, weighed.used) for option in others]
    ways = [one if one and of_hundred(one.to) != "100" else None for one in found]
    told = sorted(zip(weighed.order[1:], ways, strict=True), key=lambda pair: _change(pair[1]))
    return {column.offer.pk: turn(weighed, first, column.name, one) for column, one in told}


def _change(found: Flip | None) -> Fraction:
    return abs(found.to - found.was) if found else Fraction(1)


def turn(weighed: Weighed, first: Option, other: str, found: Flip | None) -> str:
    if found is None:
        return f"No change of a single weight brings {other} to the score of {first.name}."
    name = weighed.rows[weighed.counts[found.criterion]].name
    return (
        f"If {name} weighed {of_hundred(found.to)} of 100 instead of {of_hundred(found.was)}, "
        f"{other} would score as high as {first.name}."
    )


def notices(weighed: Weighed) -> list[str]:
    """What stands in the way of a score that can be trusted."""
    kinds = Counter(row.kind for row in weighed.rows if row.kind != "own")
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
