"""The rounds of an offer: what they offered first, what was asked for, what stands now, and what was gained."""

from __future__ import annotations

from dataclasses import dataclass

from offers.calc.difference import Difference, difference
from offers.calc.valuation import Valuation, valuation
from offers.models import Offer

FIRST, REVISED, COUNTER = "First offer", "Revised offer", "Your counter"


@dataclass(frozen=True, kw_only=True)
class Round:
    """One round in its order. `change`: against what they had offered before it."""

    offer: Offer
    title: str
    now: bool
    worth: Valuation
    change: Difference | None


def called(offer: Offer) -> str:
    """What an earlier round is called where it stands alone."""
    if not offer.of_id:
        return ""
    return COUNTER if offer.mine else "An earlier offer of theirs"


def rounds_of(offer: Offer) -> list[Offer]:
    """The rounds before the one that stands now."""
    return list(offer.rounds.prefetch_related("terms")) if not offer.of_id else []


def told(offer: Offer, earlier: list[Offer]) -> list[Round]:
    """All rounds in order, each held against what they had offered just before."""
    found: list[Round] = []
    theirs: Valuation | None = None
    for one in sorted([*earlier, offer], key=lambda one: one.turn):
        worth = valuation(one.to_terms(one.terms.all()))
        title = COUNTER if one.mine else REVISED if theirs else FIRST
        change = difference(theirs, worth) if theirs else None
        found.append(Round(offer=one, title=title, now=one.pk == offer.pk, worth=worth, change=change))
        theirs = theirs if one.mine else worth
    return found


def gain(rounds: list[Round]) -> Difference | None:
    """What has moved between their first offer and what stands now."""
    theirs = [one for one in rounds if not one.offer.mine]
    return difference(theirs[0].worth, theirs[-1].worth) if len(theirs) > 1 else None
