"""The plan of concessions: from the opening down to the target in steps that shrink."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from negotiation.calc.opening import Concession, StepsError, concessions, rounding_step

__all__ = ["ConcessionTerms", "Plan", "Step", "StepsError", "plan", "rounded"]

CENT = Decimal("0.01")


@dataclass(frozen=True, kw_only=True)
class ConcessionTerms:
    """From `opening` to `target` in `steps` steps, each `ratio` times the one before.

    `rounding` is the step asks are rounded to (None: by their size, 0: not at all), `unit` the smallest
    amount of the currency. `because` and `in_return` are the words of the plan, step by step.
    """

    opening: Decimal
    target: Decimal
    floor: Decimal | None = None
    steps: int = 3
    ratio: Decimal = Decimal("0.5")
    rounding: Decimal | None = None
    unit: Decimal = CENT
    because: tuple[str, ...] = ()
    in_return: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Step:
    """Give `give`, then ask for `ask`; `exact` is the same before rounding."""

    number: int
    give: Decimal
    ask: Decimal
    exact: Concession
    because: str
    in_return: str

    @property
    def complete(self) -> bool:
        """Nothing is given for nothing: a step needs its reason and what comes back for it."""
        return bool(self.because.strip() and self.in_return.strip())


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The steps; `end` is where they stop, `used` what asks were rounded to (None: not rounded)."""

    terms: ConcessionTerms
    steps: tuple[Step, ...]
    end: Decimal
    used: Decimal | None

    @property
    def held_by_floor(self) -> bool:
        """Whether the steps stop above the target, because the minimum lies there."""
        return self.end > self.terms.target

    @property
    def lacking(self) -> tuple[int, ...]:
        """The numbers of the steps without a reason or without anything in return."""
        return tuple(step.number for step in self.steps if not step.complete)


def plan(terms: ConcessionTerms) -> Plan:
    """The steps down from an opening, each with its words.

    Rule: `opening.concessions`, then `rounded` to the step of the opening's size, else to a half, a fifth, a
    tenth of it, else to the smallest unit, else not at all. No step leads below the floor, or below the
    target. Units: one frame. Errors: StepsError as there. Source: a geometric series; rounding is an own
    definition.
    """
    end = terms.target if terms.floor is None else max(terms.target, terms.floor)
    exact = concessions(terms.opening, end, steps=terms.steps, ratio=terms.ratio)
    asks, used = _rounded(terms, exact)
    starts = [terms.opening, *asks][: len(asks)]
    return Plan(
        terms=terms,
        steps=tuple(
            Step(
                number=at + 1,
                give=start - ask,
                ask=ask,
                exact=was,
                because=_word(terms.because, at),
                in_return=_word(terms.in_return, at),
            )
            for at, (start, ask, was) in enumerate(zip(starts, asks, exact, strict=True))
        ),
        end=end,
        used=used,
    )


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _rounded(terms: ConcessionTerms, exact: tuple[Concession, ...]) -> tuple[list[Decimal], Decimal | None]:
    asks = [step.ask for step in exact]
    to = rounding_step(terms.opening) if terms.rounding is None else terms.rounding
    finer = [*(max(to / part, terms.unit) for part in (1, 2, 5, 10)), terms.unit]
    for step in dict.fromkeys(finer) if to > 0 and asks else ():
        found = rounded(terms.opening, asks, step, strict=terms.ratio < 1)
        if found is not None:
            return found, step
    return asks, None


def rounded(opening: Decimal, asks: Sequence[Decimal], step: Decimal, *, strict: bool) -> list[Decimal] | None:
    """The asks as multiples of `step`, as near as they can be while each step still shrinks.

    Rule: of the two multiples below and the two above every ask but the last, which stays as it is, those
    whose distances to the exact asks sum to the least; every step is above 0 and smaller than the one before
    (as large at most, unless `strict`). None where there are none such. Units: one frame. Errors: none for a
    step above 0. Source: own definition.
    """
    # Of all ways to a pair of neighbouring asks only the nearest can be part of the nearest way on.
    ways: dict[tuple[Decimal | None, Decimal], tuple[Decimal, list[Decimal]]] = {(None, opening): (Decimal(0), [])}
    for at, exact in enumerate(asks):
        further: dict[tuple[Decimal | None, Decimal], tuple[Decimal, list[Decimal]]] = {}
        for (before, last), (far, way) in ways.items():
            for ask in _near(exact, step) if at < len(asks) - 1 else [exact]:
                total = far + abs(ask - exact)
                old = further.get((last, ask))
                if _shrinks(before, last, ask, strict=strict) and (old is None or total < old[0]):
                    further[last, ask] = (total, [*way, ask])
        ways = further
    return min(ways.values(), key=lambda found: found[0])[1] if ways else None


def _near(exact: Decimal, step: Decimal) -> list[Decimal]:
    below = exact // step * step
    return [below - step, below, below + step, below + 2 * step]


def _shrinks(before: Decimal | None, last: Decimal, ask: Decimal, *, strict: bool) -> bool:
    give = last - ask
    if give <= 0:
        return False
    return before is None or give < before - last or (not strict and give == before - last)
