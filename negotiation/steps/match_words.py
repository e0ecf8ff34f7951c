"""How far requirements are met, in words."""

from __future__ import annotations

from collections.abc import Sequence

from negotiation.calc.match import Fit, claims, lacks_bridge, stands
from negotiation.models import Requirement

WORDS = {Fit.FIT: "Met", Fit.PARTIAL: "In part", Fit.GAP: "Not yet", Fit.OPEN: "Not judged yet"}
SIGNS = {Fit.FIT: "✓", Fit.PARTIAL: "◐", Fit.GAP: "✗", Fit.OPEN: "?"}
SHOWN = 3  # more names than this only blur


def named(rows: Sequence[Requirement]) -> str:
    """A few of them by name, and how many more there are."""
    names = ", ".join(f"“{short(row.text)}”" for row in rows[:SHOWN])
    more = len(rows) - SHOWN
    return f"{names} and {more} more" if more > 0 else names


def short(text: str, most: int = 80) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def tally(rows: Sequence[Requirement]) -> str:
    """How many are met, in one or two sentences; nothing without any."""
    if not rows:
        return ""
    musts = [row for row in rows if row.need == "must"]
    met = sum(row.fit == Fit.FIT for row in musts)
    return f"{_counted(rows)}{f' You meet {met} of the {len(musts)} musts.' if len(musts) > 1 else ''}"


def _counted(rows: Sequence[Requirement]) -> str:
    kinds = ((Fit.FIT, "met"), (Fit.PARTIAL, "met in part"), (Fit.GAP, "not yet met"), (Fit.OPEN, "not judged yet"))
    counts = [(sum(row.fit == fit for row in rows), word) for fit, word in kinds]
    parts = [f"{count} {word}" for count, word in counts if count]
    listed = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"Of {len(rows)} {'requirement' if len(rows) == 1 else 'requirements'}: {listed}."


def notices(rows: Sequence[Requirement]) -> list[str]:
    """What would make a claim stand, or a gap smaller."""
    weak = [row for row in rows if claims(row.to_terms()) and not stands(row.to_terms())]
    bare = [row for row in rows if stands(row.to_terms()) and not row.evidence]
    apart = [row for row in rows if lacks_bridge(row.to_terms())]
    found = []
    if weak:
        found.append(
            f"Others could say this too, as far as you have told: {named(weak)}. Give it a proof, or leave it unsaid."
        )
    if bare:
        found.append(f"Hardly anybody else can say this, and nothing shows it yet: {named(bare)}.")
    if apart:
        found.append(f"Nothing bridges this yet: {named(apart)}.")
    return found
