"""The starter catalogue of wants: the need beneath each, and other ways to meet it that cost an employer less."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data" / "needs"
TRADES = "trades"  # the one file that holds no theme
ANY = "any"  # the trade of what anybody may want
SLUG = re.compile(r"[a-z]+(?:-[a-z]+)*")
WORD = re.compile(r"[^\W_]+")
FEWEST_WAYS, MOST_WAYS = 2, 4
WHOLE = 20  # a whole word counts more, wherever it stands, than the beginning of one


class NeedsError(ValueError):
    """A file of the catalogue says something it may not, or lacks something it must say."""


@dataclass(frozen=True, kw_only=True)
class Trade:
    """A line of work; `also` are other words people search it by."""

    slug: str
    title: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Theme:
    """What a group of wants is about: one file, shown in the order of `order`."""

    slug: str
    title: str
    order: int


@dataclass(frozen=True, kw_only=True)
class Way:
    """Another way to meet a need; `reason` is the employer's, and `ask` stands after "I would like"."""

    text: str
    reason: str
    ask: str


@dataclass(frozen=True, kw_only=True)
class Need:
    """What people say they want, what lies beneath it, and what else would do."""

    slug: str
    theme: str
    want: str
    need: str
    ways: tuple[Way, ...]
    trades: tuple[str, ...]
    also: tuple[str, ...] = ()

    def suits(self, trade: str) -> bool:
        return not trade or trade in self.trades or ANY in self.trades


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """All there is, in the order it is shown, each by its slug."""

    themes: Mapping[str, Theme]
    trades: Mapping[str, Trade]
    needs: Mapping[str, Need]
    words: Mapping[str, Mapping[str, int]] = field(repr=False)


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The catalogue that comes with Groundwork."""
    return loaded(FOLDER)


def loaded(folder: Path) -> Catalogue:
    """The catalogue in this folder, checked. Errors: NeedsError, naming the file and the entry."""
    written = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))}
    if TRADES not in written:
        raise NeedsError(f"{folder} has no {TRADES}.toml")
    trades = {slug: _trade(slug, data) for slug, data in written.pop(TRADES).items()}
    themes = sorted((_theme(slug, data) for slug, data in written.items()), key=lambda theme: (theme.order, theme.slug))
    needs: dict[str, Need] = {}
    for theme in themes:
        for need in _needs(theme, written[theme.slug].get("needs", []), trades):
            if need.slug in needs:
                raise NeedsError(f"{theme.slug}: {need.slug} stands there twice, or in two themes")
            needs[need.slug] = need
    words = {need.slug: _weights(need, written[need.theme]["title"], trades) for need in needs.values()}
    return Catalogue(themes={theme.slug: theme for theme in themes}, trades=trades, needs=needs, words=words)


def search(text: str, trade: str = "", theme: str = "") -> list[Need]:
    """The wants in which every word of `text` is found, best first; all that suit if there is no word.

    Rule: a word is found where a word of the entry begins with it, whatever its case, accents or plural s.
    Whole words come before beginnings. Then what people say counts most, then words for the same thing, the
    need, the other ways, the reasons, theme and trades. Of equals, those of the trade asked for come before those of
    any trade; then the order of the catalogue. An unknown theme has no wants; an unknown trade, those of any.
    """
    known = catalogue()
    asked = list(dict.fromkeys(_words(text)))
    found = []
    for place, need in enumerate(known.needs.values()):
        if need.suits(trade) and theme in ("", need.theme):
            score = _score(asked, known.words[need.slug])
            if score is not None:
                found.append((-score, trade not in need.trades, place, need))
    return [need for *_, need in sorted(found, key=lambda each: each[:3])]


def _words(text: str) -> list[str]:
    """The words of a text without case, accents and plural s."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text) if not unicodedata.combining(each))
    return [_singular(word) for word in WORD.findall(plain.casefold())]


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _weights(need: Need, theme: str, trades: Mapping[str, Trade]) -> Mapping[str, int]:
    """Each word of an entry with what it counts: as much as the best place it stands in."""
    told = [theme, *(words for slug in need.trades for words in (trades[slug].title, *trades[slug].also))]
    places: list[tuple[int, Iterable[str]]] = [
        (2, told),
        (4, [way.reason for way in need.ways]),
        (6, [part for way in need.ways for part in (way.text, way.ask)]),
        (8, [need.need]),
        (10, need.also),
        (12, [need.want]),
    ]
    return {word: weight for weight, texts in places for text in texts for word in _words(text)}


def _score(asked: list[str], words: Mapping[str, int]) -> int | None:
    """How well the words asked for are found; None if one of them is not."""
    total = 0
    for wanted in asked:
        hits = [weight + (WHOLE if word == wanted else 0) for word, weight in words.items() if word.startswith(wanted)]
        if not hits:
            return None
        total += max(hits)
    return total


def _needs(theme: Theme, rows: list[dict[str, Any]], trades: Mapping[str, Trade]) -> list[Need]:
    needs = [_need(theme.slug, row) for row in rows]
    for need in needs:
        where = f"{theme.slug}: {need.slug}"
        unknown = set(need.trades) - set(trades)
        if unknown or not need.trades or len(set(need.trades)) < len(need.trades):
            raise NeedsError(f"{where}: trades must be named once each in {TRADES}.toml, not {need.trades}")
        if ANY in need.trades and len(need.trades) > 1:
            raise NeedsError(f"{where}: what is for any trade names no other")
        if not FEWEST_WAYS <= len(need.ways) <= MOST_WAYS:
            raise NeedsError(f"{where}: {len(need.ways)} ways; it should be {FEWEST_WAYS} to {MOST_WAYS}")
    return needs


def _need(theme: str, row: dict[str, Any]) -> Need:
    name = row.get("slug", "an entry without a slug") if isinstance(row, dict) else "an entry"
    where = f"{theme}: {name}"
    _check(where, row, {"slug": str, "want": str, "need": str, "trades": list, "ways": list}, {"also": list})
    if not SLUG.fullmatch(row["slug"]):
        raise NeedsError(f"{where}: a slug is small letters and single hyphens")
    ways = tuple(_way(where, way) for way in row["ways"])
    texts = {"want": row["want"], "need": row["need"], "slug": row["slug"]}
    return Need(theme=theme, ways=ways, trades=_texts(where, row["trades"]), also=_also(where, row), **texts)


def _way(where: str, row: dict[str, Any]) -> Way:
    _check(where, row, {"text": str, "reason": str, "ask": str})
    return Way(**row)


def _theme(slug: str, data: dict[str, Any]) -> Theme:
    _check(slug, data, {"title": str, "order": int, "needs": list})
    return Theme(slug=slug, title=data["title"], order=data["order"])


def _trade(slug: str, data: dict[str, Any]) -> Trade:
    _check(f"{TRADES}: {slug}", data, {"title": str}, {"also": list})
    return Trade(slug=slug, title=data["title"], also=_also(f"{TRADES}: {slug}", data))


def _also(where: str, row: dict[str, Any]) -> tuple[str, ...]:
    return _texts(where, row.get("also", []))


def _texts(where: str, values: list[Any]) -> tuple[str, ...]:
    for value in values:
        _filled(where, "each of a list", value)
    return tuple(values)


def _check(where: str, row: Any, needed: Mapping[str, type], allowed: Mapping[str, type] | None = None) -> None:
    """Everything needed is there, nothing unheard of is, and each is of its kind."""
    if not isinstance(row, dict):
        raise NeedsError(f"{where}: should be a table")
    known = {**needed, **(allowed or {})}
    if set(row) - set(known) or set(needed) - set(row):
        raise NeedsError(f"{where}: has {sorted(row)}; it should have {sorted(needed)}")
    for name, kind in known.items():
        if name in row and kind is str:
            _filled(where, name, row[name])
        elif name in row and type(row[name]) is not kind:
            raise NeedsError(f"{where}: {name} should be a {kind.__name__}")


def _filled(where: str, name: str, value: Any) -> None:
    if not isinstance(value, str) or not value or value != " ".join(value.split()):
        raise NeedsError(f"{where}: {name} should be words, with single spaces between them")
