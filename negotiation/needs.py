"""The starter catalogue of wants: the need beneath each, and other ways to meet it that cost an employer less."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from negotiation.catalogues import CatalogueError as NeedsError
from negotiation.catalogues import check, score, slug_of, texts, trades_of, weights, words

FOLDER = Path(__file__).parent / "data" / "needs"
TRADES = "trades"  # the one file that holds no theme
ANY = "any"  # the trade of what anybody may want
FEWEST_WAYS, MOST_WAYS = 2, 4


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
    told = {need.slug: _weights(need, written[need.theme]["title"], trades) for need in needs.values()}
    return Catalogue(themes={theme.slug: theme for theme in themes}, trades=trades, needs=needs, words=told)


def search(text: str, trade: str = "", theme: str = "") -> list[Need]:
    """The wants in which every word of `text` is found, best first; all that suit if there is no word.

    Rule: a word is found where a word of the entry begins with it, whatever its case, accents or plural s.
    Whole words come before beginnings. Then what people say counts most, then words for the same thing, the
    need, the other ways, the reasons, theme and trades. Of equals, those of the trade asked for come before those of
    any trade; then the order of the catalogue. An unknown theme has no wants; an unknown trade, those of any.
    """
    known = catalogue()
    asked = list(dict.fromkeys(words(text)))
    found = []
    for place, need in enumerate(known.needs.values()):
        if need.suits(trade) and theme in ("", need.theme):
            rank = score(asked, known.words[need.slug])
            if rank is not None:
                found.append((-rank, trade not in need.trades, place, need))
    return [need for *_, need in sorted(found, key=lambda each: each[:3])]


def _weights(need: Need, theme: str, trades: Mapping[str, Trade]) -> Mapping[str, int]:
    """Each word of an entry with what it counts: as much as the best place it stands in."""
    told = [theme, *(each for slug in need.trades for each in (trades[slug].title, *trades[slug].also))]
    places: list[tuple[int, Iterable[str]]] = [
        (2, told),
        (4, [way.reason for way in need.ways]),
        (6, [part for way in need.ways for part in (way.text, way.ask)]),
        (8, [need.need]),
        (10, need.also),
        (12, [need.want]),
    ]
    return weights(places)


def _needs(theme: Theme, rows: list[dict[str, Any]], trades: Mapping[str, Trade]) -> list[Need]:
    needs = [_need(theme.slug, row) for row in rows]
    for need in needs:
        where = f"{theme.slug}: {need.slug}"
        trades_of(where, need.trades, trades, anybody=ANY)
        if not FEWEST_WAYS <= len(need.ways) <= MOST_WAYS:
            raise NeedsError(f"{where}: {len(need.ways)} ways; it should be {FEWEST_WAYS} to {MOST_WAYS}")
    return needs


def _need(theme: str, row: dict[str, Any]) -> Need:
    name = row.get("slug", "an entry without a slug") if isinstance(row, dict) else "an entry"
    where = f"{theme}: {name}"
    check(where, row, {"slug": str, "want": str, "need": str, "trades": list, "ways": list}, {"also": list})
    slug = slug_of(where, row)
    ways = tuple(_way(where, way) for way in row["ways"])
    told = {"want": row["want"], "need": row["need"], "slug": slug}
    return Need(theme=theme, ways=ways, trades=texts(where, row["trades"]), also=_also(where, row), **told)


def _way(where: str, row: dict[str, Any]) -> Way:
    check(where, row, {"text": str, "reason": str, "ask": str})
    return Way(**row)


def _theme(slug: str, data: dict[str, Any]) -> Theme:
    check(slug, data, {"title": str, "order": int, "needs": list})
    return Theme(slug=slug, title=data["title"], order=data["order"])


def _trade(slug: str, data: dict[str, Any]) -> Trade:
    check(f"{TRADES}: {slug}", data, {"title": str}, {"also": list})
    return Trade(slug=slug, title=data["title"], also=_also(f"{TRADES}: {slug}", data))


def _also(where: str, row: dict[str, Any]) -> tuple[str, ...]:
    return texts(where, row.get("also", []))
