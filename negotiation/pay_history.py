"""May an employer ask what somebody earns? The rule of a place, from a dated file; what is not there is not known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from negotiation.facts import Confidence, FactError, made, must, read

OLD = timedelta(days=365)
OTHER = "other"  # the place of whoever finds none in the list


class Asking(StrEnum):
    FORBIDDEN = "forbidden"
    AFTER_OFFER = "after_offer"
    FREE_TO_KEEP = "free_to_keep"
    BY_COUNTRY = "by_country"
    NO_RULE = "no_rule"


MEANS = {
    Asking.FORBIDDEN: "An employer may not ask what you earn or have earned.",
    Asking.AFTER_OFFER: "An employer may not ask what you earn before it has made you an offer that names the pay.",
    Asking.FREE_TO_KEEP: "An employer may ask what you earn, and may not turn you away for not answering.",
    Asking.BY_COUNTRY: "Each country has to forbid the question in its own law.",
    Asking.NO_RULE: "No law against asking is known here. Nothing obliges you to answer.",
}


@dataclass(frozen=True, kw_only=True)
class Place:
    """The rule of one place, the law it stands in, and until which day we know it to hold."""

    name: str
    value: Asking
    says: str
    source: str
    as_of: str
    confidence: Confidence

    @property
    def day(self) -> date:
        return date.fromisoformat(self.as_of)

    def is_old(self, today: date) -> bool:
        return today - self.day > OLD


@dataclass(frozen=True, kw_only=True)
class PayHistory:
    places: Mapping[str, Place]


@lru_cache(maxsize=1)
def places() -> Mapping[str, Place]:
    """Every place by its slug, by name."""
    found = checked(made(PayHistory, read("pay_history"), "pay_history")).places
    return dict(sorted(found.items(), key=lambda pair: pair[1].name))


def checked(history: PayHistory) -> PayHistory:
    """Each day is one, and no place stands there under two names."""
    for slug, place in history.places.items():
        where = f"pay_history.places.{slug}.as_of"
        try:
            day = place.day
        except ValueError as error:
            raise FactError(f"{where} is no day") from error
        must(day.year > 2000, where, "is too early")
    names = [place.name for place in history.places.values()]
    must(len(set(names)) == len(names), "pay_history.places", "names a place twice")
    return history


def choices() -> list[tuple[str, str]]:
    return [("", "Not chosen"), *((slug, place.name) for slug, place in places().items()), (OTHER, "Another place")]
