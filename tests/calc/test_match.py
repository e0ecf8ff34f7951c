"""What may be claimed: tried for every answer there is."""

from __future__ import annotations

from itertools import product

import pytest

from negotiation.calc.match import Anyone, Fit, Terms, claims, lacks_bridge, lacks_proof, order, stands

ALL = [
    Terms(fit=fit, proved=proved, anyone=anyone, bridged=bridged)
    for fit, proved, anyone, bridged in product(Fit, (True, False), Anyone, (True, False))
]


def terms(fit: Fit, *, proved: bool = False, anyone: Anyone = Anyone.OPEN, bridged: bool = False) -> Terms:
    return Terms(fit=fit, proved=proved, anyone=anyone, bridged=bridged)


@pytest.mark.parametrize(
    ("given", "may"),
    [
        (terms(Fit.FIT, proved=True), True),
        (terms(Fit.FIT, proved=True, anyone=Anyone.YES), True),
        (terms(Fit.FIT, anyone=Anyone.NO), True),
        (terms(Fit.FIT, anyone=Anyone.YES), False),
        (terms(Fit.FIT), False),
        (terms(Fit.PARTIAL, proved=True), True),
        (terms(Fit.PARTIAL, anyone=Anyone.YES), False),
        (terms(Fit.GAP, proved=True, anyone=Anyone.NO), False),
        (terms(Fit.OPEN, proved=True), False),
    ],
)
def test_what_any_other_could_say_needs_a_proof(given: Terms, may: bool):
    assert stands(given) is may


def test_only_a_claim_can_stand_or_lack_a_proof():
    assert [one for one in ALL if (stands(one) or lacks_proof(one)) and not claims(one)] == []
    assert {one.fit for one in ALL if stands(one)} == {Fit.FIT, Fit.PARTIAL}


def test_a_proof_never_makes_a_claim_fall():
    pairs = [(one, terms(one.fit, proved=True, anyone=one.anyone, bridged=one.bridged)) for one in ALL]
    assert [one for one, better in pairs if stands(one) > stands(better)] == []


def test_only_what_is_missing_needs_a_bridge():
    assert {one.fit for one in ALL if lacks_bridge(one)} == {Fit.GAP, Fit.PARTIAL}
    assert [one for one in ALL if lacks_bridge(one) and one.bridged] == []


def test_the_strongest_claim_comes_first():
    rare = order(terms(Fit.PARTIAL, anyone=Anyone.NO), must=False)
    must = order(terms(Fit.FIT, proved=True, anyone=Anyone.YES), must=True)
    nice = order(terms(Fit.FIT, proved=True, anyone=Anyone.YES), must=False)
    part = order(terms(Fit.PARTIAL, proved=True, anyone=Anyone.YES), must=True)
    assert sorted([part, nice, must, rare]) == [rare, must, nice, part]
