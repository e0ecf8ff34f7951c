"""What the fields of an offer can hold: a number beyond that is shown, and never taken over."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

# Lowest, highest, decimals. The columns have the same bounds; a test compares them.
NUMBERS: dict[str, tuple[str, str, int]] = {
    **dict.fromkeys(("hours_week",), ("1", "100", 3)),
    **dict.fromkeys(("days_week",), ("0.5", "7", 3)),
    **dict.fromkeys(("remote_days", "commute_days"), ("0", "7", 3)),
    **dict.fromkeys(("bonus_percent", "bonus_most", "percent"), ("0", "300", 3)),
    **dict.fromkeys(("raise_percent", "cap_percent", "own_percent"), ("0", "100", 3)),
    **dict.fromkeys(("clawback_months", "probation_months", "vest_months"), ("0", "120", 3)),
    **dict.fromkeys(("ramp_months", "draw_months", "delay_months"), ("0", "120", 3)),
    "cliff": ("0", "120", 0),
    "vest_years": ("1", "10", 0),
    **dict.fromkeys(("leave_days", "holidays"), ("0", "366", 3)),
    "notice_weeks": ("0", "104", 3),
    "count": ("1", "999999999999", 0),
    "share": ("0", "100", 6),
}
LONGEST = 200  # characters of a short text


def beyond(values: dict[str, str]) -> str:
    """Why one of these values does not fit into its field; "" if all do."""
    for name, text in values.items():
        low, high, places = NUMBERS.get(name, ("", "", 0))
        if high and not _fits(text, Decimal(low), Decimal(high), places):
            return f"The offer can hold a number from {low} to {Decimal(high):,} here: ask what is meant."
        if len(text) > LONGEST:
            return "This is too long for its field: enter it yourself."
    return ""


def _fits(text: str, low: Decimal, high: Decimal, places: int) -> bool:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return False
    return low <= number <= high and -int(number.as_tuple().exponent) <= places
