"""`make bench`: the real server on a database of its own; medians and ratios of one run, targets beside them.

Names of parts may follow, such as `bench/run.py step autosave`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path[0] = str(Path(__file__).resolve().parent.parent)

import django  # noqa: E402

from bench import report, server  # noqa: E402


def parts() -> dict[str, tuple[str, Callable[[Any], None]]]:
    """Imported late: Django reads its settings once, and they name the database."""
    from bench import memory, packing, queries, speed, valuing, wire

    return {
        "step": ("A step page", speed.step_page),
        "autosave": ("Saving as one types", speed.autosave),
        "value": ("What an offer is worth, four years with scenarios", valuing.linear),
        "packages": ("Several issues at once", packing.measure),
        "compare": ("Offers side by side", speed.many_offers),
        "brief": ("The brief as PDF", speed.brief),
        "memory": ("Memory", memory.growth),
        "queries": ("Queries a page", queries.count),
        "wire": ("Over the wire, brotli", wire.measure),
    }


def main(wanted: list[str]) -> None:
    with server.surroundings() as listener:
        django.setup()
        from bench.world import World

        world = World()
        for name, (title, measure) in parts().items():
            if not wanted or name in wanted:
                report.head(title)
                with server.serving(listener):
                    measure(world)


if __name__ == "__main__":
    main(sys.argv[1:])
