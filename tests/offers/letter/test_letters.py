"""Whole letters of many trades and countries: each file says at its end what has to be found in it, checked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from offers.letter.reading import Reading, read_letter

LETTERS = sorted((Path(__file__).parent / "letters").glob("*.txt"))


def parts(path: Path) -> tuple[str, str, list[str]]:
    """The letter, the offer's currency, and the lines that are expected."""
    text, _, rest = path.read_text().partition("\n=== ")
    currency, *lines = rest.splitlines()
    return text, currency, lines


def told(reading: Reading) -> list[str]:
    lines = []
    for one in reading.candidates:
        values = "; ".join(f"{name}={value}" for name, value in one.values.items())
        lines.append(f"{one.target} | {one.says} | {f'? {one.doubt}' if one.doubt else values}")
    return lines + [f"unread | {text}" for text in reading.unread] + [f"told | {text}" for text in reading.told]


@pytest.mark.parametrize("path", LETTERS, ids=[path.stem for path in LETTERS])
def test_a_letter_gives(path: Path):
    text, currency, expected = parts(path)
    assert told(read_letter(text, currency=currency)) == expected


@pytest.mark.parametrize("path", LETTERS, ids=[path.stem for path in LETTERS])
def test_line_ends_of_another_system_change_nothing(path: Path):
    text, currency, _ = parts(path)
    assert read_letter(text.replace("\n", "\r\n"), currency=currency) == read_letter(text, currency=currency)


@pytest.mark.parametrize("path", LETTERS, ids=[path.stem for path in LETTERS])
def test_a_quote_is_of_the_letter_and_short(path: Path):
    text, currency, _ = parts(path)
    whole = " ".join(text.split())
    for one in read_letter(text, currency=currency).candidates:
        assert 0 < len(one.quote) <= 200
        pieces = [piece.strip() for piece in one.quote.split("…") if piece.strip()]
        assert all(piece in whole for piece in pieces), one.quote


def test_there_are_letters_of_many_kinds():
    assert len(LETTERS) >= 12
