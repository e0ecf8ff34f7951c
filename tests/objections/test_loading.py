"""A file of objections that is wrong is refused with the place named."""

from __future__ import annotations

from pathlib import Path

import pytest

from negotiation.catalogues import CatalogueError
from negotiation.needs import Trade
from negotiation.objections import Catalogue, loaded

TRADES = {slug: Trade(slug=slug, title=slug) for slug in ("any", "harbour")}
HEAD = 'title = "At sea"\norder = 1\n'
ENTRY = (
    '[[objections]]\nslug = "boat"\ntext = "You have no boat."\ntrades = ["harbour"]\nalso = ["ship"]\n'
    'acknowledge = "No."\nvalue = "I swim."\nquestion = "How far?"\nproof = "A medal."\n'
)


def read(folder: Path, text: str = HEAD + ENTRY) -> Catalogue:
    (folder / "sea.toml").write_text(text, "utf-8")
    return loaded(folder, TRADES)


def test_a_right_file_is_read(tmp_path: Path):
    found = read(tmp_path)
    one = found.starters["boat"]
    assert (one.theme, one.text, one.value, one.also) == ("sea", "You have no boat.", "I swim.", ("ship",))
    assert found.proofs == {"You have no boat.": "A medal."}
    assert found.words["boat"]["ship"] == 10


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEAD + ENTRY * 2, "boat stands there twice"),
        (HEAD + ENTRY.replace('value = "I swim."\n', ""), "sea: boat: has"),
        (HEAD + ENTRY.replace("value =", "worth ="), "sea: boat: has"),
        (HEAD + ENTRY.replace('"I swim."', '""'), "boat: value should be words"),
        (HEAD + ENTRY.replace('"I swim."', "1"), "boat: value should be words"),
        (HEAD + ENTRY.replace('["harbour"]', '["moon"]'), "boat: trades must be named"),
        (HEAD + ENTRY.replace('["harbour"]', '["any", "harbour"]'), "boat: what is for any trade"),
        (HEAD + ENTRY.replace('"boat"', '"Boat"'), "a slug is small letters"),
        (HEAD + ENTRY.replace('["ship"]', "[1]"), "boat: each of a list should be words"),
        (HEAD + "objections = [1]", "sea: an entry: should be a table"),
        (HEAD, "sea: has"),
        (ENTRY, "sea: has"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(text: str, told: str, tmp_path: Path):
    with pytest.raises(CatalogueError, match=told):
        read(tmp_path, text)
