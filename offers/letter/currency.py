"""Which currency an amount of a letter is in, by the signs that stand beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from groundwork.money import CURRENCIES, INVENTED, AmountError, read_amount

OTHER = "This is in {}, and the offer is in {}."


@lru_cache(maxsize=256)
def codes(sign: str) -> frozenset[str]:
    """The currencies that a code, sign or name can stand for."""
    return frozenset(code for code in CURRENCIES if _reads(sign, code))


def _reads(sign: str, code: str) -> bool:
    try:
        read_amount(f"{sign.replace('.', '')} 1", code)
    except AmountError:
        return False
    return True


def named(signs: Sequence[str], currency: str) -> str:
    """What an amount is in by its signs: the offer's currency if all of them can mean it, "" without any."""
    known = [sign for sign in signs if codes(sign)]
    other = [sign for sign in known if currency not in codes(sign)]
    exact = [next(iter(codes(sign))) for sign in other if len(codes(sign)) == 1]
    return (exact or other or [currency if known else ""])[0]


def spoken(currency: str) -> str:
    return INVENTED.get(currency, currency)


def another(name: str, currency: str) -> str:
    """Why an amount cannot be taken over, "" for one in the offer's currency."""
    return OTHER.format(name, spoken(currency)) if name not in ("", currency) else ""
