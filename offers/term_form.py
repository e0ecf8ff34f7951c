"""What the forms of all kinds of terms share."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from groundwork.forms import SavedForm
from groundwork.money import INVENTED, Frame, Period, unit
from offers.models import Offer, Term
from offers.models.term import percents

SURE = {"certainty": "How sure is it?", "written": "I have seen this in writing"}


class TermForm(SavedForm):
    """What all kinds share: the currency of their offer, and the amounts' own periods."""

    once: tuple[str, ...] = ()  # money that is not paid by the year
    monthly: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()  # a price or a worth: neither by the year nor before or after tax

    def __init__(self, data: Any = None, *, instance: Term, offer: Offer, **kwargs: Any):
        super().__init__(data, instance=instance, frame=offer.frame, **kwargs)

    def suffix(self, name: str) -> str:
        if name in self.bare:
            return INVENTED.get(self.frame.currency, self.frame.currency)
        period: Period = "once" if name in self.once else "month" if name in self.monthly else "year"
        return unit(Frame(currency=self.frame.currency, period=period, basis=self.frame.basis))

    def needs(self, name: str, message: str) -> None:
        """Say beside a blank field what is missing."""
        if self.cleaned_data.get(name) in (None, "") and name not in self.errors:
            self.add_error(name, message)

    def one_of(self, first: str, second: str, message: str) -> None:
        """Two ways to say the same thing: only one of them can count."""
        if self.cleaned_data.get(first) is not None and self.cleaned_data.get(second) is not None:
            self.add_error(second, message)

    def schedule(self) -> None:
        """A schedule is whole: its parts make 100, and its years are known."""
        chosen = self.cleaned_data.get("schedule")
        if chosen == "even":
            self.needs("vest_years", "Enter the number of years.")
        if chosen == "own" and "own_schedule" not in self.errors:
            self._own(percents(self.cleaned_data.get("own_schedule", "")))

    def _own(self, parts: tuple[Decimal, ...]) -> None:
        total = sum(parts, Decimal(0))
        if not parts:
            self.add_error("own_schedule", "Enter the percent of each year, such as 40, 30, 20, 10.")
        elif len(parts) > 10:
            self.add_error("own_schedule", f"Enter at most 10 years: these are {len(parts)}.")
        elif total != 100:
            self.add_error("own_schedule", f"These parts add up to {total.normalize():f}, not 100.")
