"""What catalogues of words have in common: files that are checked when they are read, and a search by words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

SLUG = re.compile(r"[a-z]+(?:-[a-z]+)*")
WORD = re.compile(r"[^\W_]+")
WHOLE = 20  # a whole word counts more, wherever it stands, than the beginning of one


class CatalogueError(ValueError):
    """A file of a catalogue says something it may not, or lacks something it must say."""


def words(text: str) -> list[str]:
    """The words of a text without case, accents and plural s."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return [_singular(word) for word in WORD.findall(plain.casefold())]


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def weights(places: Iterable[tuple[int, Iterable[str]]]) -> dict[str, int]:
    """Each word with what it counts: the weight of the last place it stands in, so the best place comes last."""
    return {word: weight for weight, told in places for text in told for word in words(text)}


def score(asked: list[str], known: Mapping[str, int]) -> int | None:
    """How well the words asked for are found; None if one of them is not."""
    total = 0
    for wanted in asked:
        hits = [weight + (WHOLE if word == wanted else 0) for word, weight in known.items() if word.startswith(wanted)]
        if not hits:
            return None
        total += max(hits)
    return total


def texts(where: str, values: list[Any]) -> tuple[str, ...]:
    for value in values:
        filled(where, "each of a list", value)
    return tuple(values)


def check(where: str, row: Any, needed: Mapping[str, type], allowed: Mapping[str, type] | None = None) -> None:
    """Everything needed is there, nothing unheard of is, and each is of its kind."""
    if not isinstance(row, dict):
        raise CatalogueError(f"{where}: should be a table")
    known = {**needed, **(allowed or {})}
    if set(row) - set(known) or set(needed) - set(row):
        raise CatalogueError(f"{where}: has {sorted(row)}; it should have {sorted(needed)}")
    for name, kind in known.items():
        if name in row and kind is str:
            filled(where, name, row[name])
        elif name in row and type(row[name]) is not kind:
            raise CatalogueError(f"{where}: {name} should be a {kind.__name__}")


def filled(where: str, name: str, value: Any) -> None:
    if not isinstance(value, str) or not value or value != " ".join(value.split()):
        raise CatalogueError(f"{where}: {name} should be words, with single spaces between them")


def slug_of(where: str, row: Mapping[str, Any]) -> str:
    slug: str = row["slug"]
    if not SLUG.fullmatch(slug):
        raise CatalogueError(f"{where}: a slug is small letters and single hyphens")
    return slug


def trades_of(where: str, named: tuple[str, ...], known: Iterable[str], *, anybody: str) -> None:
    """An entry's trades are named once each and known; what is for anybody names no other."""
    if set(named) - set(known) or not named or len(set(named)) < len(named):
        raise CatalogueError(f"{where}: trades must be named once each in trades.toml, not {named}")
    if anybody in named and len(named) > 1:
        raise CatalogueError(f"{where}: what is for any trade names no other")
