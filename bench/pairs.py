"""Two requests in turn, many times: the machine's noise falls on both alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median, quantiles

from bench import report
from bench.browser import Answer

WARM_UP, PAIRS = 30, 300
Ask = Callable[[], Answer]


@dataclass(frozen=True)
class Times:
    """Milliseconds of many requests."""

    median: float
    p95: float

    @classmethod
    def of(cls, answers: list[Answer]) -> Times:
        times = [1000 * answer.seconds for answer in answers]
        return cls(median(times), quantiles(times, n=20)[-1])

    def __str__(self) -> str:
        return f"{self.median:.1f} ms (p95 {self.p95:.1f})"


def compare(name: str, ours: Ask, bare: Ask, *, target: float | None = None, pairs: int = PAIRS) -> None:
    """Print the ratio of the medians of `pairs` pairs."""
    for _ in range(WARM_UP):
        ours()
        bare()
    answers = [(ours(), bare()) for _ in range(pairs)]
    mine, least = (Times.of(list(side)) for side in zip(*answers, strict=True))
    ratio = mine.median / least.median
    report.line(name, f"{mine} against {least}: {ratio:.2f}", value=ratio, target=target)
