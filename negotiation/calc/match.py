"""What can be claimed of a requirement, and what it still lacks.

Rule: a claim is made of what is met or met in part. It stands with a proof, or if no other candidate could say it. If
any other could, or nobody has asked that question yet, it stays unsaid until there is a proof. What is not met needs a
bridge; a part needs one as well, but less.
Units: none.
Errors: none; a requirement that was not judged is open.
Source: a convention of this house.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fit(StrEnum):
    OPEN = ""
    FIT = "fit"
    PARTIAL = "partial"
    GAP = "gap"


class Anyone(StrEnum):
    OPEN = ""
    YES = "yes"
    NO = "no"


@dataclass(frozen=True, kw_only=True)
class Terms:
    """One requirement, as far as it is judged."""

    fit: Fit
    proved: bool
    anyone: Anyone
    bridged: bool


def claims(terms: Terms) -> bool:
    return terms.fit in (Fit.FIT, Fit.PARTIAL)


def stands(terms: Terms) -> bool:
    """Whether the claim may be said and printed."""
    return claims(terms) and (terms.proved or terms.anyone is Anyone.NO)


def lacks_proof(terms: Terms) -> bool:
    return claims(terms) and not terms.proved


def lacks_bridge(terms: Terms) -> bool:
    return terms.fit in (Fit.GAP, Fit.PARTIAL) and not terms.bridged


def order(terms: Terms, must: bool) -> tuple[bool, bool, bool]:
    """The strongest claim first: what no other could say, then what is fully met, then what is a must."""
    return (terms.anyone is not Anyone.NO, terms.fit is not Fit.FIT, not must)
