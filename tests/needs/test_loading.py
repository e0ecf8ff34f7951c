"""A file of the catalogue that is wrong is refused with the place named, and a right one is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from negotiation.needs import Catalogue, NeedsError, Way, loaded

TRADES = 'any = { title = "Any trade" }\nharbour = { title = "Harbour", also = ["pilot"] }\n'
WAY = '[[needs.ways]]\ntext = "Another boat."\nreason = "It is there."\nask = "another boat"\n'
ENTRY = '[[needs]]\nslug = "boat"\nwant = "A boat"\nneed = "To be afloat."\ntrades = ["harbour"]\n'
HEAD = 'title = "At sea"\norder = 1\n'
GOOD = HEAD + ENTRY + WAY + WAY


def read(folder: Path, theme: str = GOOD, trades: str = TRADES) -> Catalogue:
    (folder / "sea.toml").write_text(theme, "utf-8")
    (folder / "trades.toml").write_text(trades, "utf-8")
    return loaded(folder)


def test_a_right_file_is_read(tmp_path: Path):
    found = read(tmp_path)
    way = Way(text="Another boat.", reason="It is there.", ask="another boat")
    assert (found.needs["boat"].theme, found.needs["boat"].ways) == ("sea", (way, way))
    assert (found.themes["sea"].title, found.trades["harbour"].also) == ("At sea", ("pilot",))


def test_themes_come_in_their_order(tmp_path: Path):
    (tmp_path / "aground.toml").write_text(
        GOOD.replace("order = 1", "order = 2").replace('"boat"', '"anchor"'), "utf-8"
    )
    found = read(tmp_path)
    assert (list(found.themes), list(found.needs)) == (["sea", "aground"], ["boat", "anchor"])


@pytest.mark.parametrize(
    ("theme", "told"),
    [
        (HEAD + ENTRY + WAY, "boat: 1 ways"),
        (HEAD + ENTRY + WAY * 5, "boat: 5 ways"),
        (GOOD + ENTRY + WAY * 2, "boat stands there twice"),
        (GOOD.replace('need = "To be afloat."\n', ""), "sea: boat: has"),
        (GOOD.replace("want =", 'wish = "x"\nwant ='), "sea: boat: has"),
        (GOOD.replace('slug = "boat"\n', ""), "an entry without a slug"),
        (GOOD.replace('"boat"', '"Boat 1"'), "a slug is small letters"),
        (GOOD.replace('"A boat"', '""'), "boat: want should be words"),
        (GOOD.replace('"A boat"', '" A boat"'), "boat: want should be words"),
        (GOOD.replace('"A boat"', "1"), "boat: want should be words"),
        (GOOD.replace('["harbour"]', '["space"]'), "boat: trades must be named"),
        (GOOD.replace('["harbour"]', "[]"), "boat: trades must be named"),
        (GOOD.replace('["harbour"]', '["harbour", "harbour"]'), "boat: trades must be named"),
        (GOOD.replace('["harbour"]', '["harbour", "any"]'), "boat: what is for any trade"),
        (GOOD.replace('["harbour"]', '"harbour"'), "boat: trades should be a list"),
        (GOOD.replace('["harbour"]', "[1]"), "boat: each of a list should be words"),
        (GOOD.replace('ask = "another boat"\n', "", 1), "boat: has"),
        (HEAD + ENTRY + "ways = [1, 2]", "boat: should be a table"),
        (GOOD.replace("order = 1", "order = true"), "sea: order should be a int"),
        (GOOD.replace('title = "At sea"\n', ""), "sea: has"),
        (HEAD + "needs = [1]", "sea: an entry: should be a table"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(theme: str, told: str, tmp_path: Path):
    with pytest.raises(NeedsError, match=told):
        read(tmp_path, theme)


def test_trades_must_be_there_and_right(tmp_path: Path):
    with pytest.raises(NeedsError, match="harbour: has"):
        read(tmp_path, trades="[harbour]")
    (tmp_path / "trades.toml").unlink()
    with pytest.raises(NeedsError, match="has no trades"):
        loaded(tmp_path)
