"""Ads as they are written, and how each is read: a line for each line of the ad, with its heading above."""

from __future__ import annotations

from pathlib import Path

from negotiation.ad.reading import Reading, read_ad

FOLDER = Path(__file__).parent / "ads"
NAMES = sorted(path.name.removesuffix(".txt") for path in FOLDER.glob("*.txt"))


def ad(name: str) -> str:
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


def expected(name: str) -> str:
    return (FOLDER / f"{name}.read").read_text(encoding="utf-8")


def written(reading: Reading) -> str:
    """The reading as text, so that a change of a rule can be seen line by line."""
    parts = []
    for section in reading.sections:
        parts.append(f"[{section.heading}]")
        parts += [f"{line.kind:12}{line.text}" for line in section.lines]
    return "\n".join(parts) + "\n"


def kinds(text: str) -> dict[str, str]:
    return {line.text: str(line.kind) for line in read_ad(text).lines}
