"""The options of one thing on the table: what was typed, the numbers in it, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from groundwork.money import AmountError, read_amount
from negotiation.models import PackageIssue
from negotiation.models.packages import PLACES

Wrong = tuple[str, str]  # the field, and what to enter there
Numbers = tuple[Fraction, ...]

COUNTED = ("leave", "remote", "hours", "commute")  # kinds whose options are read by the number in them
NUMBER = re.compile(r"(?<![\d.,])\d{1,9}(?:[.,]\d{1,3})?(?![\d.,]*\d)")
# An option that is told by how much it differs from what there is.
DIFFERS = re.compile(r"\b(?:more|less|fewer|extra|additional|shorter|longer)\b|\A\s*[+−-]", re.IGNORECASE)
WHOLE = Fraction(100)  # the worth of the last option

FEW = "Enter at least two options: the worst for you first, the best last."
HOLE = "A later option is filled in and this one is blank. Fill it in, or move the later ones up."
FALLS = "Pay has to rise from one option to the next: the worst for you comes first."
LOWER = "This must be the same as or more than the number before it: the options go from the worst to the best."
LEVEL = "The last option must be worth more to you than the first."


def options_of(row: PackageIssue) -> tuple[str, ...]:
    """What was typed, each on one line, up to the last that is filled in."""
    typed = [" ".join(getattr(row, f"option_{place}").split()) for place in PLACES]
    last = max((place for place in PLACES if typed[place - 1]), default=0)
    return tuple(typed[:last])


def amounts_of(row: PackageIssue, currency: str) -> tuple[Decimal | AmountError, ...]:
    """The options of pay as amounts, or what to enter instead."""
    return tuple(amount_of(option, currency) for option in options_of(row))


def amount_of(option: str, currency: str) -> Decimal | AmountError:
    try:
        return read_amount(option, currency)
    except AmountError as error:
        return error


def numbers_of(row: PackageIssue, currency: str) -> Numbers | None:
    """One number for each option, all rising or all falling; None where they are not to be had.

    What is told by its difference ("3 days more") counts from nothing, which the first option may stand for.
    """
    options = options_of(row)
    if row.kind == "pay":
        read = [one for one in amounts_of(row, currency) if isinstance(one, Decimal)]
        found = [Fraction(one) for one in read] if len(read) == len(options) else []
    elif row.kind in COUNTED:
        found = list(_counted(options))
    else:
        found = []
    steps = [after - before for before, after in pairwise(found)]
    one_way = bool(steps) and (all(step > 0 for step in steps) or all(step < 0 for step in steps))
    return tuple(found) if one_way and len(found) == len(options) else None


def _counted(options: tuple[str, ...]) -> Iterator[Fraction]:
    relative = len(options) > 1 and all(DIFFERS.search(option) for option in options[1:])
    for place, option in enumerate(options):
        found = NUMBER.search(option)
        if found:
            yield Fraction(Decimal(found[0].replace(",", ".")))
        elif place == 0 and relative:
            yield Fraction(0)


def spread(row: PackageIssue, currency: str) -> Numbers:
    """Which part of the whole step each option is, 0 to 1: by its number where all have one, else evenly."""
    numbers = numbers_of(row, currency)
    count = len(options_of(row))
    if numbers is None:
        return tuple(Fraction(at, count - 1) for at in range(count))
    return tuple((one - numbers[0]) / (numbers[-1] - numbers[0]) for one in numbers)


def values_of(row: PackageIssue, evenly: Numbers) -> Numbers | None:
    """The worth of each option, 0 to 1; between those that were typed it goes on as `evenly` does.

    None where what was typed does not rise.
    """
    last = len(evenly)
    typed = {place: getattr(row, f"value_{place}") for place in range(1, last + 1)}
    known = {1: Fraction(0), last: WHOLE} | {place: Fraction(one) for place, one in typed.items() if one is not None}
    low, high = known[1], known[last]
    if high <= low:
        return None
    found = [known[place] if place in known else _between(place, known, evenly) for place in typed]
    if any(after < before for before, after in pairwise(found)):
        return None
    return tuple((one - low) / (high - low) for one in found)


def _between(place: int, known: dict[int, Fraction], evenly: Numbers) -> Fraction:
    before, after = max(at for at in known if at < place), min(at for at in known if at > place)
    low, here, high = evenly[before - 1], evenly[place - 1], evenly[after - 1]
    return known[before] + (known[after] - known[before]) * (here - low) / (high - low)


def values_typed(row: PackageIssue) -> bool:
    return any(getattr(row, f"value_{place}") is not None for place in PLACES)


def wrong(row: PackageIssue, currency: str) -> list[Wrong]:
    """What keeps it from being counted, field by field; nothing where all is well."""
    options = options_of(row)
    found = [("text", "Enter what it is, in a few words.")] if row.kind == "own" and not row.name else []
    gaps = [place for place, option in enumerate(options, 1) if not option]
    if len(options) - len(gaps) < 2 and len(options) < 3:
        return [*found, (f"option_{2 if options and options[0] else 1}", FEW)]
    found += [(f"option_{place}", HOLE) for place in gaps]
    found += list(_wrong_pay(row, currency)) if row.kind == "pay" else list(_same(options))
    if row.least and int(row.least) > len(options):
        found.append(("least", f"There is no option {row.least} yet. Choose one that is filled in."))
    return found + list(_wrong_values(row, len(options)))


def _same(options: tuple[str, ...]) -> Iterator[Wrong]:
    seen: dict[str, int] = {}
    for place, option in enumerate(options, 1):
        if not option:
            continue
        if other := seen.get(option.casefold()):
            yield f"option_{place}", _twice(other)
        seen.setdefault(option.casefold(), place)


def _twice(other: int) -> str:
    return f"This is the same as option {other}. Enter another, or leave it blank."


def _wrong_pay(row: PackageIssue, currency: str) -> Iterator[Wrong]:
    amounts = amounts_of(row, currency)
    highest: Decimal | None = None
    options = options_of(row)
    for place, amount in enumerate(amounts, 1):
        if isinstance(amount, AmountError):
            if options[place - 1]:
                yield f"option_{place}", str(amount)
            continue
        if amount in amounts[: place - 1]:
            yield f"option_{place}", _twice(amounts.index(amount) + 1)
        elif highest is not None and amount < highest:
            yield f"option_{place}", FALLS
        highest = amount if highest is None else max(highest, amount)


def _wrong_values(row: PackageIssue, count: int) -> Iterator[Wrong]:
    typed = [(place, one) for place in range(1, count + 1) if (one := getattr(row, f"value_{place}")) is not None]
    falls = [place for (_, before), (place, after) in pairwise(typed) if after < before]
    yield from ((f"value_{place}", LOWER) for place in falls)
    first, last = row.value_1 or 0, WHOLE if getattr(row, f"value_{count}") is None else getattr(row, f"value_{count}")
    if not falls and last <= first:
        yield (f"value_{count}" if getattr(row, f"value_{count}") is not None else "value_1"), LEVEL
