"""Ten things with ten options each, with numbers chosen to be slow: the page still comes at once."""

from __future__ import annotations

from decimal import Decimal

import pytest

from negotiation.models import PackageIssue
from negotiation.steps import packages_table
from tests.offers.typed import words
from tests.steps.sending import address
from tests.timing import quiet_seconds

POWERS = {
    "worth what they cost": (lambda at, n: n * 10 ** (at % 5), lambda at, n: n * 10 ** (at % 5)),
    "powers of two": (lambda at, n: 100, lambda at, n: 2 ** (at + 2 * n)),
    "powers of ten": (lambda at, n: 100 / (at + 1), lambda at, n: 10 ** (at + 1) * n),
    "very large": (lambda at, n: 99 - at, lambda at, n: 10**11 - 7 * at * n),
}


def read_once(filler, plan):
    """A first page with packages on it, so that no template has to be read any more."""
    few = {"kind": "own", "option_1": "a", "option_2": "b", "option_3": "c", "guess": "low", "version": 1}
    PackageIssue.objects.bulk_create(PackageIssue(plan=plan, text=f"Thing {at}", order=at, **few) for at in range(4))
    assert "three-title" in filler.get(address(plan, "packages")).content.decode()
    PackageIssue.objects.all().delete()


@pytest.mark.parametrize("numbers", POWERS)
def test_ten_things_with_ten_options_are_a_page_like_any_other(filler, plan, numbers):
    read_once(filler, plan)
    points, costs = POWERS[numbers]
    rows = [
        PackageIssue(
            plan=plan, kind="own", text=f"Thing {at}", order=at, version=1,
            points=min(Decimal(points(at, 1)), Decimal(100)),
            **{f"option_{n}": f"Option {n} of {at}" for n in range(1, 11)},
            **{f"value_{n}": Decimal(min(100, n * n)) for n in range(1, 11)},
            **{f"cost_{n}": Decimal(costs(at, n)) for n in range(1, 11)},
        )
        for at in range(10)
    ]  # fmt: skip
    PackageIssue.objects.bulk_create(rows)
    for cached in (packages_table.solved, packages_table.edge_of, packages_table.traded):
        cached.cache_clear()
    answers = []
    spent = quiet_seconds(lambda: answers.append(filler.get(address(plan, "packages"))))
    assert "Three packages" in words(answers[0])
    assert spent < 1.5
    assert len(answers[0].content) < 150_000
