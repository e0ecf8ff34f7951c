"""One line for each figure: what was measured, the target beside it, and whether it is kept."""

from __future__ import annotations


def head(title: str) -> None:
    print(f"\n{title}\n{'-' * len(title)}")


def line(name: str, shown: str, *, value: float | None = None, target: float | None = None, unit: str = "") -> None:
    """Without a target it is for information."""
    kept = ""
    if value is not None and target is not None:
        kept = f"at most {target:g}{unit}".ljust(18) + ("ok" if value <= target else "OVER")
    print(f"{name:<44}{shown:<58}{kept}", flush=True)
