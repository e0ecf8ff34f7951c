"""Columns that carry their bounds into the form and into the database, from one table."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.text import capfirst

from groundwork import money

# The one table of bounds: what a form accepts, the database's CHECKs repeat.
BOUNDS: dict[str, tuple[Decimal, Decimal]] = {
    "money": (Decimal(0), Decimal("999999999999.999")),
    "percent": (Decimal(0), Decimal(100)),
    "rate": (Decimal(0), Decimal(300)),
    "months": (Decimal(0), Decimal(120)),
    "year": (Decimal(1), Decimal(4)),
    "years": (Decimal(1), Decimal(50)),
    "hours": (Decimal(1), Decimal(100)),
    "days": (Decimal("0.5"), Decimal(7)),
    "week_days": (Decimal(0), Decimal(7)),
    "more_hours": (Decimal(0), Decimal(80)),
    "a_week": (Decimal(0), Decimal(168)),
    "minutes": (Decimal(0), Decimal(600)),
    "year_days": (Decimal(0), Decimal(366)),
    "window": (Decimal(0), Decimal(7300)),
    "weeks": (Decimal(0), Decimal(104)),
    "first_year": (Decimal(0), Decimal(12)),
    "vesting": (Decimal(1), Decimal(10)),
    "growth": (Decimal(-99), Decimal(300)),
    "further": (Decimal(0), Decimal(20)),
    "in_a_row": (Decimal(0), Decimal(999)),
    "index": (Decimal(1), Decimal(10000)),
    "attainment": (Decimal(0), Decimal(1000)),
    "count": (Decimal(1), Decimal(999999999999)),
    "exchange": (Decimal("0.000001"), Decimal(999999)),
    "spent_hours": (Decimal(0), Decimal(10000)),
    "stress": (Decimal(1), Decimal(10)),
    "each": (Decimal(0), Decimal(100000)),
    "order": (Decimal(0), Decimal(32767)),
}
LONG, SHORT, LINK = 4000, 200, 500
MOST_PLACES = 6  # where no column says how many


EXPONENT = re.compile(r"\de", re.IGNORECASE)
# A whole number with something between its thousands.
GROUPED = re.compile(r"\A\d{1,3}([ ,.'’\u00a0\u202f_]\d{3})+\Z")

# Control characters but newline and tab, the mark of byte order, lone surrogates.
NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")


def clean_text(text: str) -> str:
    """NFC, one kind of line end, no control characters but newline and tab, no lone surrogates."""
    return unicodedata.normalize("NFC", NO_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


class TextFormField(forms.CharField):
    """Plain text through the one cleaner."""

    def to_python(self, value: Any) -> str:
        return super().to_python(clean_text(value) if isinstance(value, str) else value) or ""


class MoneyFormField(forms.CharField):
    """An amount as people type it; the form sets these three before use."""

    currency = "USD"
    locale = "en"
    suffix = ""  # what stands after it: never a bare number

    def __init__(self, *, low: Decimal = BOUNDS["money"][0], high: Decimal = BOUNDS["money"][1], **kwargs: Any):
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        kwargs.pop("max_digits", None)
        kwargs.pop("decimal_places", None)
        super().__init__(**kwargs)
        self.low, self.high = low, high

    def to_python(self, value: Any) -> Any:
        if value is None or isinstance(value, Decimal):
            return value
        text = str(value).strip()
        if not text:
            return None
        try:
            amount = money.read_amount(text, currency=self.currency)
        except money.AmountError as error:
            raise ValidationError(str(error), code="amount") from error
        if not self.low <= amount <= self.high:
            raise ValidationError("Enter an amount of 0 or more, under 1,000,000,000,000.", code="amount")
        return amount

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, Decimal):
            return value
        # With three decimals, 1.234 could be read in two ways; the plain form cannot.
        if money.digits(self.currency) > 2:
            return money.as_typed(value, self.currency)
        return money.show_number(value, self.currency, self.locale)


class NumberFormField(forms.DecimalField):
    """A plain number within bounds, typed with a point or a comma; never a float."""

    def __init__(self, *, whole: bool = False, **kwargs: Any):
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}))
        super().__init__(**kwargs)
        self.whole = whole

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str):
            value = value.strip().rstrip("%").strip().replace(",", ".")
        low, high = Decimal(str(self.min_value)), Decimal(str(self.max_value))
        message = f"Enter a {'whole ' if self.whole else ''}number from {plain(low)} to {Decimal(plain(high)):,}."
        if isinstance(value, str) and EXPONENT.search(value):
            # Worked with as a fraction, a number of two million digits would keep the server busy for minutes.
            raise ValidationError(message, code="number")
        try:
            number = super().to_python(value)
        except ValidationError as error:
            raise ValidationError(message, code="number") from error
        if number is None:
            return None
        in_range = number.is_finite() and low <= number <= high
        if not in_range or (self.whole and number != number.to_integral_value()):
            raise ValidationError(message, code="number")
        places = MOST_PLACES if self.decimal_places is None else self.decimal_places
        if -int(number.normalize().as_tuple().exponent) > places:
            raise ValidationError(f"Enter a number with at most {places} digits after the point.", code="number")
        return number

    def prepare_value(self, value: Any) -> Any:
        return plain(value) if isinstance(value, Decimal) else value


class CountFormField(NumberFormField):
    """A whole number as people write large ones: 10,000,000 or 10 000 000 or 10.000.000."""

    def __init__(self, **kwargs: Any):
        super().__init__(whole=True, **kwargs)

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and GROUPED.match(value.strip()):
            value = re.sub(r"\D", "", value)
        return super().to_python(value)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:,.0f}" if isinstance(value, Decimal) else value


def plain(number: Any) -> str:
    """A number without trailing zeros or an exponent: 7.500 -> 7.5, 100 -> 100."""
    return f"{Decimal(number).normalize():f}"


class Bounded:
    """A number column whose bounds are a row of BOUNDS, repeated as a CHECK by the database."""

    bound: str

    def __init__(self, *args: Any, bound: str, **kwargs: Any):
        self.bound = bound
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    @property
    def limits(self) -> tuple[Decimal, Decimal]:
        return BOUNDS[self.bound]

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()  # type: ignore[misc]
        return name, path, args, kwargs | {"bound": self.bound, "null": self.null, "blank": self.blank}  # type: ignore[attr-defined]

    def db_check(self, connection: Any) -> str:
        low, high = self.limits
        return f'"{self.column}" BETWEEN {low} AND {high}'  # type: ignore[attr-defined]


class MoneyColumn(Bounded, models.DecimalField):  # type: ignore[misc]
    """Money: NULL is not known, 0 is a value. Three decimals hold every currency."""

    def __init__(self, *args: Any, bound: str = "money", **kwargs: Any):
        kwargs["max_digits"], kwargs["decimal_places"] = 15, 3
        super().__init__(*args, bound=bound, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        low, high = self.limits
        defaults: dict[str, Any] = {"form_class": MoneyFormField, "low": low, "high": high}
        return models.Field.formfield(self, **(defaults | kwargs))


class NumberColumn(Bounded, models.DecimalField):  # type: ignore[misc]
    """A percent, months, hours: up to three decimals, unless it is told otherwise."""

    def __init__(self, *args: Any, bound: str, **kwargs: Any):
        kwargs.setdefault("max_digits", 8)
        kwargs.setdefault("decimal_places", 3)
        super().__init__(*args, bound=bound, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        low, high = self.limits
        defaults: dict[str, Any] = {"form_class": NumberFormField, "min_value": low, "max_value": high}
        return super().formfield(**(defaults | kwargs))


class CountColumn(Bounded, models.DecimalField):  # type: ignore[misc]
    """How many there are of something, up to very many: shares, for example."""

    def __init__(self, *args: Any, bound: str = "count", **kwargs: Any):
        kwargs["max_digits"], kwargs["decimal_places"] = 12, 0
        super().__init__(*args, bound=bound, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        low, high = self.limits
        defaults: dict[str, Any] = {"form_class": CountFormField, "min_value": low, "max_value": high}
        return super().formfield(**(defaults | kwargs))


class WholeColumn(Bounded, models.SmallIntegerField):  # type: ignore[misc]
    """A whole number, such as years or a place in a list."""

    def formfield(self, **kwargs: Any) -> Any:
        low, high = self.limits
        defaults: dict[str, Any] = {"form_class": NumberFormField, "min_value": low, "max_value": high}
        return models.Field.formfield(self, **(defaults | {"whole": True} | kwargs))


class TextColumn(models.TextField):  # type: ignore[type-arg]
    """Text of at most `most` characters; one line shows an input, more a textarea."""

    def __init__(self, *args: Any, most: int = LONG, **kwargs: Any):
        self.most = most
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"most": self.most, "blank": self.blank, "default": self.default}

    def db_check(self, connection: Any) -> str:
        return f'char_length("{self.column}") <= {self.most}'

    def formfield(self, **kwargs: Any) -> Any:
        widget = forms.Textarea(attrs={"rows": 4}) if self.most > SHORT else forms.TextInput()
        too_long = f"Use {self.most:,} characters or fewer."
        defaults: dict[str, Any] = {
            "form_class": TextFormField,
            "widget": widget,
            "max_length": self.most,
            "error_messages": {"max_length": too_long},
        }
        # maxlength would cut a long paste silently; the message beside the field is kinder.
        field = models.Field.formfield(self, **(defaults | kwargs))
        if field is not None:
            field.widget.attrs.pop("maxlength", None)
        return field


class LinkColumn(TextColumn):
    """A web address, http or https only: a `javascript:` link must never be stored."""

    def __init__(self, *args: Any, **kwargs: Any):
        kwargs["most"] = LINK
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        must = RegexValidator(r"\Ahttps?://[^\s/]+\S*\Z", "Enter a web address that starts with https://")
        field = super().formfield(**kwargs)
        field.validators.append(must)
        field.widget = forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"})
        return field

    def db_check(self, connection: Any) -> str:
        return f"{super().db_check(connection)} AND (\"{self.column}\" = '' OR \"{self.column}\" ~ '^https?://')"


class ChoiceColumn(models.CharField):  # type: ignore[type-arg]
    """One of a few words; blank where nothing was chosen."""

    def __init__(self, *args: Any, **kwargs: Any):
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", "")
        kwargs.setdefault("max_length", 20)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        few = len(self.flatchoices) <= 7
        defaults: dict[str, Any] = {
            "choices": list(self.flatchoices) if few else [("", "Not chosen"), *self.flatchoices],
            "widget": forms.RadioSelect if few else forms.Select,
            "required": not self.blank,
            "label": capfirst(self.verbose_name),
            "initial": self.default,
            "error_messages": {
                "required": "Choose one of these.",
                "invalid_choice": "Choose one of these.",
            },
        }
        kwargs.pop("max_length", None)
        return forms.ChoiceField(**(defaults | kwargs))

    def db_check(self, connection: Any) -> str:
        words = [choice for choice, _ in self.flatchoices] + ([""] if self.blank else [])
        quoted = ", ".join("'" + word.replace("'", "''") + "'" for word in dict.fromkeys(words))
        return f'"{self.column}" IN ({quoted})'


class TickColumn(models.BooleanField):  # type: ignore[type-arg]
    """Ticked or not."""

    def __init__(self, *args: Any, **kwargs: Any):
        kwargs.setdefault("default", False)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**({"required": False} | kwargs))
