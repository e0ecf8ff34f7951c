"""Deciding, in words: what speaks for and against each way out, and what is still unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from negotiation.calc.decide import Advice, DecideTerms, Exit, advise
from negotiation.calc.redlines import Verdict
from negotiation.calc.state import Today
from negotiation.decide import ZONES, decide_facts
from negotiation.models import Decide
from negotiation.steps.base import Answers
from negotiation.steps.figures import at_hand
from negotiation.steps.match_words import short
from negotiation.steps.redlines import checked, finished
from negotiation.steps.redlines_words import condition
from negotiation.steps.state import result_of

LIMITS = (("minimum", "your minimum"), ("alternative", "what you have otherwise"), ("desired", "what you aim for"))


@dataclass(frozen=True)
class Case:
    """All that a decision looks at, read once."""

    answers: Answers

    @property
    def own(self) -> Decide:
        found: Decide = self.answers["decide"].values
        return found

    @cached_property
    def numbers(self) -> Mapping[str, Decimal]:
        """The offer, and what it is held against."""
        kept = {**at_hand("zopa", self.answers), **at_hand("batna", self.answers)}
        names = ("offer", *(name for name, _ in LIMITS))
        return {name: Decimal(kept[name]) for name in names if name in kept}

    @cached_property
    def lines(self) -> dict[str, list[str]]:
        """The red lines of the plan's own offer, by how it meets them."""
        found: dict[str, list[str]] = {str(verdict): [] for verdict in Verdict}
        each = next((one for one in checked(self.answers) if self.is_own(one.one.offer)), None)
        for row, one in zip(finished(self.answers), each.found.lines if each else (), strict=False):
            found[str(one.verdict)].append(condition(self.answers, row))
        return found

    def is_own(self, offer: Any) -> bool:
        return self.answers.offer_row is not None and offer.pk == self.answers.offer_row.pk

    @cached_property
    def unknown(self) -> list[str]:
        """What has to be known and is not: open questions, red lines nobody can check, zones."""
        asked = list(at_hand("information", self.answers).get("open", []))
        held = [f"Whether it holds: {short(text)}" for text in self.lines[str(Verdict.UNKNOWN)]]
        return [*asked, *held, *(self.zone(zone) for zone in ZONES if getattr(self.own, zone) == "unknown")]

    def zone(self, name: str) -> str:
        shows = getattr(self.own, f"{name}_shows").strip()
        return f"{decide_facts().zones[name].label}{f': {short(shows, 120)}' if shows else ''}"

    @cached_property
    def fit(self) -> bool | None:
        result = result_of(self.answers)
        return None if result is None else result.result is not Today.MOVE

    @cached_property
    def advice(self) -> Advice:
        numbers = self.numbers
        terms = DecideTerms(
            offer=numbers.get("offer"),
            floor=numbers.get("minimum"),
            batna=numbers.get("alternative"),
            target=numbers.get("desired"),
            broken=len(self.lines[str(Verdict.BROKEN)]),
            unknown=len(self.unknown),
            fit=self.fit,
            final=self.own.final,
        )
        return advise(terms)

    def because(self, advice: Advice) -> str:
        by = self.answers.about(advice.by) if advice.by is not None else ""
        return decide_facts().because[advice.because].format(by=by)

    @cached_property
    def above(self) -> list[str]:
        return [text for over, text in self.compared if over >= 0]

    @cached_property
    def under(self) -> list[str]:
        return [text for over, text in self.compared if over < 0]

    @cached_property
    def compared(self) -> list[tuple[Decimal, str]]:
        """The offer against each number that it is held against."""
        offer, found = self.numbers.get("offer"), []
        for name, what in LIMITS:
            if offer is not None and name in self.numbers:
                over = offer - self.numbers[name]
                side = f"{self.answers.about(abs(over))} {'above' if over > 0 else 'below'}" if over else "exactly at"
                found.append((over, f"It is {side} {what}"))
        return found

    @cached_property
    def good(self) -> list[str]:
        """What speaks for the offer as it stands."""
        held = [f"It holds: {short(text)}" for text in self.lines[str(Verdict.HELD)]]
        zones = [self.zone(zone) for zone in ZONES if getattr(self.own, zone) == "meets"]
        felt = ["It seems fair to you"] * (self.own.fair == "yes") + ["You look forward to it"] * (
            self.own.excited == "yes"
        )
        return [*self.above, *held, *zones, *felt]

    @cached_property
    def bad(self) -> list[str]:
        """What speaks against it."""
        broken = [f"It crosses a red line: {short(text)}" for text in self.lines[str(Verdict.BROKEN)]]
        zones = [self.zone(zone) for zone in ZONES if getattr(self.own, zone) == "gap"]
        felt = ["It does not seem fair to you"] * (self.own.fair == "no")
        felt += ["You do not look forward to it any more"] * (self.own.excited == "no")
        return [*broken, *self.under, *zones, *felt]


def for_and_against(case: Case) -> dict[Exit, tuple[list[str], list[str]]]:
    """What speaks for each way out and what against it, from the plan and from nothing else."""
    asks = [f"You have not asked yet: {short(text)}" for text in at_hand("stool", case.answers).get("asks", [])[:2]]
    unseen = [f"Said, and in no contract yet: {short(text)}" for text in promised(case)]
    last = ["They have said that it is their last word"] * case.own.final
    measure = at_hand("mission", case.answers).get("measure", "")
    tired = ["Today is no day on which to decide"] * (case.fit is False)
    target = [text for text in case.under if text.endswith(LIMITS[2][1])]
    return {
        Exit.ACCEPT: (case.good, [*case.bad, *unseen, *tired]),
        Exit.COUNTER: ([*target, *asks, *([] if last else worth_asking(case))], [*last, *at_target(case)]),
        Exit.PAUSE: ([*case.unknown, *tired], waiting(case)),
        Exit.DECLINE: ([*case.bad], case.good),
        Exit.REVIEW: (
            [*last, *([f"There is a measure to go by: {short(measure)}"] if measure else [])],
            [*unseen, *([] if measure else ["There is no measure yet by which both of you would see it"])],
        ),
    }


def promised(case: Case) -> list[str]:
    found: list[str] = at_hand("promises", case.answers).get("unseen", [])
    return found


def worth_asking(case: Case) -> list[str]:
    return ["Nothing has been said yet that would make it their last word"] if case.numbers else []


def at_target(case: Case) -> list[str]:
    """Whoever has what they aim for asks for no more of it."""
    return [text for text in case.above if text.endswith(LIMITS[2][1])]


def waiting(case: Case) -> list[str]:
    """What taking time can cost."""
    offer = case.answers.offer_row
    expires = f"{offer.expires:%-d %B %Y}" if offer is not None and offer.expires else ""
    return [f"The offer stands until {expires}"] if expires else []
