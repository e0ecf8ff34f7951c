"""The starter catalogue of objections: what they may say, and a pattern of answer for each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from negotiation import needs
from negotiation.catalogues import CatalogueError, check, score, slug_of, texts, trades_of, weights, words
from negotiation.needs import ANY, Trade

FOLDER = Path(__file__).parent / "data" / "objections"
SAID = ("text", "acknowledge", "value", "question", "proof")


@dataclass(frozen=True, kw_only=True)
class Theme:
    """What a group of objections is about: one file, shown in the order of `order`."""

    slug: str
    title: str
    order: int


@dataclass(frozen=True, kw_only=True)
class Starter:
    """What they say; the answer in three parts; and what kind of `proof` would carry it."""

    slug: str
    theme: str
    text: str
    acknowledge: str
    value: str
    question: str
    proof: str
    trades: tuple[str, ...]
    also: tuple[str, ...]

    def suits(self, trade: str) -> bool:
        return not trade or trade in self.trades or ANY in self.trades


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """All there is, in the order it is shown, each by its slug; `proofs` by what they say."""

    themes: Mapping[str, Theme]
    starters: Mapping[str, Starter]
    words: Mapping[str, Mapping[str, int]] = field(repr=False)
    proofs: Mapping[str, str] = field(repr=False)


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The catalogue that comes with Groundwork; its trades are those of the wants."""
    return loaded(FOLDER, needs.catalogue().trades)


def loaded(folder: Path, trades: Mapping[str, Trade]) -> Catalogue:
    """The catalogue in this folder, checked. Errors: CatalogueError, naming the file and the entry."""
    written = {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))}
    themes = sorted((_theme(slug, data) for slug, data in written.items()), key=lambda theme: (theme.order, theme.slug))
    starters: dict[str, Starter] = {}
    for theme in themes:
        for row in written[theme.slug]["objections"]:
            one = _starter(theme.slug, row, trades)
            if one.slug in starters:
                raise CatalogueError(f"{theme.slug}: {one.slug} stands there twice, or in two themes")
            starters[one.slug] = one
    titles = {theme.slug: theme.title for theme in themes}
    return Catalogue(
        themes={theme.slug: theme for theme in themes},
        starters=starters,
        words={one.slug: _weights(one, titles[one.theme], trades) for one in starters.values()},
        proofs={one.text: one.proof for one in starters.values()},
    )


def search(text: str, trade: str = "", theme: str = "") -> list[Starter]:
    """The objections in which every word of `text` is found, best first; all that suit if there is no word.

    Rule: as for the wants. What they say counts most, then words for the same thing, the answer, the proof, theme and
    trades. Of equals, those of the trade asked for come before those of any trade; then the order of the catalogue.
    """
    known = catalogue()
    asked = list(dict.fromkeys(words(text)))
    found = []
    for place, one in enumerate(known.starters.values()):
        if one.suits(trade) and theme in ("", one.theme):
            rank = score(asked, known.words[one.slug])
            if rank is not None:
                found.append((-rank, trade not in one.trades, place, one))
    return [one for *_, one in sorted(found, key=lambda each: each[:3])]


def _weights(one: Starter, theme: str, trades: Mapping[str, Trade]) -> Mapping[str, int]:
    told = [theme, *(each for slug in one.trades for each in (trades[slug].title, *trades[slug].also))]
    answer = (one.acknowledge, one.value, one.question)
    return weights([(2, told), (4, [one.proof]), (6, answer), (10, one.also), (12, [one.text])])


def _theme(slug: str, data: dict[str, Any]) -> Theme:
    check(slug, data, {"title": str, "order": int, "objections": list})
    return Theme(slug=slug, title=data["title"], order=data["order"])


def _starter(theme: str, row: Any, trades: Mapping[str, Trade]) -> Starter:
    name = row.get("slug", "an entry without a slug") if isinstance(row, dict) else "an entry"
    where = f"{theme}: {name}"
    check(where, row, dict.fromkeys(("slug", *SAID), str) | {"trades": list, "also": list})
    named, also = texts(where, row["trades"]), texts(where, row["also"])
    trades_of(where, named, trades, anybody=ANY)
    told = {part: row[part] for part in SAID}
    return Starter(slug=slug_of(where, row), theme=theme, trades=named, also=also, **told)
