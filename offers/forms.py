"""The form of an offer: what nearly every letter says first, what few say behind headings that open."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms

from groundwork.forms import Group, SavedForm, currency_choices
from groundwork.money import CURRENCIES, INVENTED, Frame, Period, unit
from offers.models import BASES, Offer

# What it takes to make a year out of an hour or a day.
NEEDS = {"hour": ("hours_week", "hours"), "day": ("days_week", "days")}
ODDS = ("odds_nothing", "odds_target", "odds_most")
# Money fields that say no gross or net: base pay, for which it is asked beside it, and what one pays oneself.
PLAIN = {"base": "", "next_base": "", "commute_cost": "a month"}


class OfferForm(SavedForm):
    """Its amounts are read in the currency that is chosen on the same page."""

    currency = forms.ChoiceField(
        label="Currency", choices=currency_choices, error_messages={"invalid_choice": "Choose a currency."}
    )
    groups = (
        Group("Who offers it", ("employer", "role", "present")),
        Group(
            "Base pay",
            ("currency", "basis", "base", "period", "hours_week", "days_week", "payments", "base_written"),
        ),
        Group(
            "Bonus",
            ("bonus_percent", "bonus_amount", "bonus_certainty", "bonus_written"),
            "As a part of base pay or as an amount. If they said there is none, enter 0.",
        ),
        Group("Paid once at the start", ("sign_on", "clawback_months", "clawback", "sign_on_written")),
        Group("Dates", ("expires", "starts", "said_on")),
        Group(
            "How the bonus may turn out",
            (*ODDS, "bonus_most", "first_months"),
            "If you can say how likely each end is, the sums count what it brings on average.",
            folded=True,
        ),
        Group(
            "Grade, raises and unpaid hours",
            ("grade", "grade_step", "next_base", "next_months", "raise_percent", "overtime_week"),
            "Where pay goes by a table, the grade is often fixed and the step can be asked for.",
            folded=True,
        ),
        Group(
            "Days off, probation and notice",
            ("leave_days", "holidays", "leave_written", "probation_months", "notice_weeks", "dates_written"),
            folded=True,
        ),
        Group(
            "Place, way to work and tax",
            (
                *("place", "remote_days", "commute_days", "commute_minutes", "commute_cost"),
                *("tax_rate", "cost_index"),
            ),
            "Where two offers are in two places, the same pay is not the same life.",
            folded=True,
        ),
        Group("Your notes", ("notes",), folded=True),
    )
    wanted = ("base",)

    class Meta:
        model = Offer
        fields = [
            *(
                "employer",
                "role",
                "present",
                "currency",
                "basis",
                "base",
                "period",
                "hours_week",
                "days_week",
                "payments",
            ),
            *("base_written", "bonus_percent", "bonus_amount", "bonus_certainty", "bonus_written"),
            *("sign_on", "clawback_months", "clawback", "sign_on_written", "expires", "starts", "said_on"),
            *("odds_nothing", "odds_target", "odds_most", "bonus_most", "first_months"),
            *("grade", "grade_step", "next_base", "next_months", "raise_percent", "overtime_week"),
            *("leave_days", "holidays", "leave_written", "probation_months", "notice_weeks", "dates_written"),
            *("place", "remote_days", "commute_days", "commute_minutes", "commute_cost", "tax_rate", "cost_index"),
            "notes",
        ]
        labels = {
            "employer": "Employer",
            "role": "The job’s title",
            "present": "This is the job I have now",
            "basis": "Before or after tax",
            "base": "Base pay",
            "period": "That is pay for",
            "hours_week": "Hours a week",
            "days_week": "Days a week",
            "payments": "Payments a year, if they pay by the month",
            "base_written": "I have seen the base pay in writing",
            "bonus_percent": "Bonus, percent of base pay",
            "bonus_amount": "Bonus, as an amount",
            "bonus_certainty": "How sure is the bonus?",
            "bonus_written": "I have seen the bonus in writing",
            "sign_on": "Sign-on payment",
            "clawback_months": "Months you must stay to keep it",
            "clawback": "If you leave earlier, you give back",
            "sign_on_written": "I have seen the sign-on payment in writing",
            "expires": "The last day on which you can accept",
            "starts": "First day of work",
            "said_on": "The day on which they made this offer",
            "odds_nothing": "How likely is it that no bonus is paid? In percent",
            "odds_target": "How likely is the bonus as promised? In percent",
            "odds_most": "How likely is the highest bonus? In percent",
            "bonus_most": "The highest bonus, in percent of the promised one",
            "first_months": "Months that count for the first bonus",
            "grade": "Grade or band",
            "grade_step": "Step in it",
            "next_base": "Base pay at the next step",
            "next_months": "Months until the next step",
            "raise_percent": "Raise every year, percent",
            "overtime_week": "Unpaid hours a week they expect on top",
            "leave_days": "Paid days off a year",
            "holidays": "Paid public holidays a year",
            "leave_written": "I have seen the days off in writing",
            "probation_months": "Months of probation",
            "notice_weeks": "Weeks of notice",
            "dates_written": "I have seen probation and notice in writing",
            "place": "Where the work is",
            "remote_days": "Days a week from home",
            "commute_days": "Days a week on site",
            "commute_minutes": "Minutes to work, one way",
            "commute_cost": "What the way costs you",
            "tax_rate": "Your own tax rate there, percent",
            "cost_index": "What living costs there, as an index",
            "notes": "Notes",
        }
        help_texts = {
            "base": "What is paid in any case, as they wrote it",
            "hours_week": "Needed if they pay by the hour; else it shows what an hour of work brings",
            "days_week": "Needed if they pay by the day",
            "payments": "Some employers pay a 13th or 14th month",
            "bonus_percent": "If its target is met in full",
            "sign_on": "0 if they said there is none",
            "clawback_months": "0 if they said you can keep it in any case",
            "first_months": "12 is a full year; fewer if you start in the middle of their bonus year",
            "bonus_most": "100 if it can never be more than promised",
            "next_base": "For the same time as base pay above",
            "raise_percent": "Only what they have told you; left blank, no raise is counted",
            "overtime_week": "What people in this job really do, beyond the hours in the contract",
            "tax_rate": "Tax and social insurance together, as a part of gross pay: from tax papers or a calculator",
            "cost_index": "Any index you trust, the same one for each offer",
        }
        error_messages = {
            "employer": {"required": "Enter the employer’s name."},
        }

    def __init__(self, data: Any = None, *, instance: Offer, **kwargs: Any):
        super().__init__(data, instance=instance, frame=spoken(instance, data or {}), **kwargs)
        self.fields["employer"].required = True
        self._prepare("employer", self.fields["employer"])

    def suffix(self, name: str) -> str:
        """The period of base pay is asked beside it; the other amounts bring their own."""
        bare = INVENTED.get(self.frame.currency, self.frame.currency)
        if name in PLAIN:
            return f"{bare} {PLAIN[name]}".strip()
        period: Period = "once" if name == "sign_on" else "year"
        return unit(Frame(currency=self.frame.currency, period=period, basis=self.frame.basis))

    @property
    def suffixes(self) -> list[tuple[str, str]]:
        """What stands after the money fields, for a page that is open while the currency changes."""
        names = ("base", "next_base", "bonus_amount", "sign_on", "commute_cost")
        return [(name, self.suffix(name)) for name in names]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        known = self.cleaned_data
        field, noun = NEEDS.get(known.get("period", ""), ("", ""))
        if field and known.get("base") is not None and known.get(field) is None and field not in self.errors:
            self.add_error(field, f"Enter the {noun} a week, so that a year can be worked out.")
        if known.get("bonus_percent") is not None and known.get("bonus_amount") is not None:
            self.add_error("bonus_amount", "Keep either the percent or the amount: the other can be left blank.")
        self._odds()
        self._together("next_base", "next_months", "Enter after how many months it is paid.")
        self._together("next_months", "next_base", "Enter the pay of the next step.")
        return cleaned

    def _odds(self) -> None:
        """How a bonus may end: all three ends or none, and together they are certain."""
        odds = [self.cleaned_data.get(name) for name in ODDS]
        known = [part for part in odds if part is not None]
        if any(name in self.errors for name in ODDS) or not known:
            return
        if sum(known) != 100 or len(known) < len(ODDS):
            total = f"{Decimal(sum(known)).normalize():f}"
            self.add_error("odds_most", f"Enter all three: together they make 100 percent, now they make {total}.")
        elif self.cleaned_data.get("odds_most") and self.cleaned_data.get("bonus_most") is None:
            self._missing("bonus_most", "Enter what the highest bonus is, or 0 as its likelihood.")

    def _together(self, name: str, other: str, message: str) -> None:
        if self.cleaned_data.get(name) is not None and self.cleaned_data.get(other) is None:
            self._missing(other, message)

    def _missing(self, name: str, message: str) -> None:
        if name not in self.errors:
            self.add_error(name, message)

    @property
    def unusable(self) -> list[str]:
        """The questions whose answers cannot be used yet."""
        return [str(self.fields[name].label) for name in self.errors if name in self.fields]


def spoken(offer: Offer, data: Mapping[str, Any]) -> Frame:
    """The currency and basis as chosen on the page, else as they are stored."""
    currency, basis = str(data.get("currency", "")), str(data.get("basis", ""))
    return Frame(
        currency=currency if currency in CURRENCIES else offer.currency,
        period="year",
        basis=basis if basis in dict(BASES) else offer.basis,  # type: ignore[arg-type]
    )
