"""A letter in another currency than its offer: said once, and no amount is taken for one in the offer's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from groundwork.money import CURRENCIES
from offers.letter.currency import codes, spoken
from offers.letter.found import Found, several

ALL = "The letter is in {} and this offer is in {}: change the offer’s currency, then read the letter again."
SOME = (
    "Some amounts of the letter are in {} and this offer is in {}. "
    "They are shown below and cannot be taken over into an offer in {}."
)
UNMARKED = "No currency stands beside this, and the rest of the letter is in {}."


def others(found: Sequence[Found], currency: str) -> tuple[list[str], bool]:
    """The other currencies of what was found, and whether nothing is in the offer's own."""
    seen = {mark.currency for one in found for mark in one.marks} - {""}
    exact = {name for name in seen if name in CURRENCIES} - {currency}
    vague = {sign for sign in seen - exact - {currency} if not codes(sign) & exact}  # "$" beside "USD" says no more
    return sorted(exact) + sorted(vague), currency not in seen


def told(found: Sequence[Found], currency: str) -> str:
    """What is said once above all lines."""
    names, nothing_else = others(found, currency)
    if not names:
        return ""
    return (ALL if nothing_else else SOME).format(" and ".join(names), *[spoken(currency)] * 2)


def doubted(one: Found, names: Sequence[str]) -> Found:
    """An amount without a sign, where all others are in another currency: nobody knows what it is in."""
    bare = [mark for mark in one.marks if mark.kind == "money" and not mark.currency]
    bare += [mark for mark in one.marks if mark.kind == "number" and "base" in one.values]
    if not (bare and one.values):
        return one
    says = f"{one.says.partition(':')[0]}: {several(bare)}"
    return replace(one, values={}, says=says, doubt=UNMARKED.format(" and ".join(names)))
