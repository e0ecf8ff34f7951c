"""What the page of worth works out, for few lines and for many: it may grow with them, not faster."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import cycle, islice

from bench import report
from bench.world import World
from offers.calc.terms import OfferTerms
from offers.calc.valuation import valuation
from offers.calc.what_if import leaving, paper, scenarios
from offers.worth import MONTHS

FEW, MANY, OWN = 10, 80, 3  # base, bonus and sign-on are lines as well
TRIES = 60


def with_lines(terms: OfferTerms, number: int) -> OfferTerms:
    """The same offer with its parts over and over, one line each."""
    return replace(terms, parts=tuple(islice(cycle(terms.parts), number - OWN)))


def work_out(terms: OfferTerms) -> float:
    """Milliseconds for four years, all scenarios and leaving early."""
    start = time.perf_counter()
    paper(valuation(terms))
    scenarios(terms)
    leaving(terms, MONTHS)
    return 1000 * (time.perf_counter() - start)


def linear(world: World) -> None:
    """The least of many tries, in turn: noise can only add."""
    offer = world.many[1].compared.first()
    assert offer
    terms = offer.to_terms(offer.terms.all())
    few, many = with_lines(terms, FEW), with_lines(terms, MANY)
    assert [len(valuation(one).lines) for one in (few, many)] == [FEW, MANY]
    times = [(work_out(few), work_out(many)) for _ in range(TRIES)]
    least, most = (min(side) for side in zip(*times, strict=True))
    ratio = most / least / (MANY / FEW)
    shown = f"{most:.1f} ms against {least:.1f} ms: {most / least:.2f}, {ratio:.2f} of {MANY // FEW}"
    report.line(f"an offer of {MANY} lines / {FEW} lines", shown, value=ratio, target=1.5)
