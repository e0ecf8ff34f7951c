"""What carries an ask: the largest effects that can be shown, as many as it takes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.money import Frame
from negotiation.calc.impact import carried_by
from negotiation.models import Batna, Effect, Impact, Zopa
from negotiation.steps import figures, zopa_carried
from negotiation.steps.base import Answers, Given
from tests.offers.typed import words
from tests.steps.sending import address, press

SHOWN = [["Mend the lamp", "40"], ["Train the crew", "25"], ["One log", "5"]]
AMOUNTS = st.lists(st.integers(0, 10**9), max_size=8)


def answers(*, shown=(), period="year", **values):
    numbers = {name: Decimal(value) for name, value in values.items()}
    zone = {"zopa": Given(values=Zopa(**numbers)), "batna": Given(values=Batna())}
    frame = Frame(currency="EUR", period=period, basis="gross")
    stored = {"impact": {"shown": list(shown)}}
    return Answers(frame=frame, locale="en", today=date(2026, 11, 30), kind="job", given=zone, stored=stored)


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        ("140", "40 EUR a year gross more than they offer: “Mend the lamp” alone brings 40 EUR in the first year."),
        (
            "141",
            "41 EUR a year gross more than they offer: “Mend the lamp” and “Train the crew” together bring 65 EUR in "
            "the first year.",
        ),
        (
            "166",
            "66 EUR a year gross more than they offer: “Mend the lamp”, “Train the crew” and “One log” together bring "
            "70 EUR in the first year.",
        ),
        (
            "171",
            "71 EUR a year gross more than they offer: all that you can show comes to 70 EUR in the first year, which "
            "is less.",
        ),
    ],
)
def test_an_ask_is_carried_by_as_few_as_it_takes_the_largest_first(ask, says):
    found = zopa_carried.carried(answers(shown=SHOWN, opening=ask, offer_fixed="100"))
    assert found == {"lines": [(f"{ask} EUR a year gross", says)], "nothing": False}


def test_both_ends_of_a_range_have_their_own_line():
    found = zopa_carried.carried(answers(shown=SHOWN, ask_low="130", ask_high="150", opening="150", offer_fixed="100"))
    assert [amount for amount, _ in found["lines"]] == ["130 EUR a year gross", "150 EUR a year gross"]


def test_without_a_typed_opening_it_is_the_one_that_is_worked_out():
    (line,) = zopa_carried.carried(answers(shown=SHOWN, target_fixed="120", offer_fixed="100"))["lines"]
    assert line[0] == "140 EUR a year gross"  # what the page says to open with


def test_what_is_compared_is_what_can_be_read():
    shown = [["Mend the lamp", "49999.60"]]
    (line,) = zopa_carried.carried(answers(shown=shown, opening="150000", offer_fixed="100000"))["lines"]
    assert line[1].endswith("“Mend the lamp” alone brings 50,000 EUR in the first year.")


def test_pay_a_month_is_set_against_the_effect_of_a_year():
    (line,) = zopa_carried.carried(answers(shown=SHOWN, opening="15", offer_fixed="10", period="month"))["lines"]
    assert line[1].startswith("60 EUR a year gross more than they offer: “Mend the lamp” and “Train the crew”")


@pytest.mark.parametrize(
    ("values", "nothing"),
    [({}, False), ({"opening": "140"}, False), ({"opening": "90", "offer_fixed": "100"}, False),
     ({"opening": "140", "offer_fixed": "100"}, True)],
)  # fmt: skip
def test_without_an_ask_there_is_nothing_to_carry_and_without_a_proof_nothing_that_carries(values, nothing):
    assert zopa_carried.carried(answers(**values)) == {"lines": [], "nothing": nothing}


@given(AMOUNTS, st.integers(1, 10**9))
def test_one_fewer_would_never_be_enough(worths, ask):
    worths = [Fraction(worth) for worth in sorted(worths, reverse=True)]
    count = carried_by(worths, Decimal(ask))
    if count is None:
        assert sum(worths) < ask
    else:
        assert sum(worths[:count]) >= ask > sum(worths[: count - 1])


def test_only_what_is_finished_counted_and_proven_is_stored_the_largest_first():
    sure = {"kind": "saving", "likelihood": Decimal(100), "first_year": Decimal(50), "proof": "Seen"}
    rows = [
        Effect(does="Small", amount=Decimal(10), **sure),
        Effect(does="Large", amount=Decimal(90), **sure),
        Effect(does="Unproven", amount=Decimal(500), **sure | {"proof": " "}),
        Effect(does="Unfinished", amount=Decimal(500), draft={}, **sure),
        Effect(does="Not known", **sure),
        Effect(does="Revenue", amount=Decimal(100), **sure | {"kind": "revenue"}),
    ]
    told = answers()
    told = Answers(**{**vars(told), "given": {"impact": Given(values=Impact(margin=Decimal(40)), rows=tuple(rows))}})
    assert figures.known("impact", told) == {"shown": [["Large", "45"], ["Revenue", "20"], ["Small", "5"]]}


def test_the_numbers_follow_what_can_be_shown_as_soon_as_it_can(filler, plan):
    plan.currency = "EUR"
    plan.save()
    press(filler, plan, "zopa", counts="fixed", opening="150", target_fixed="150", offer_fixed="100")
    assert "Nothing that you can show carries this ask yet." in words(filler.get(address(plan, "zopa")))
    effect = Effect.objects.create(plan=plan, version=1, does="x")
    sure = {"likelihood": "100", "first_year": "100", "kind": "saving", "amount": "60", "proof": "Seen"}
    data = {"then": "continue", "version": 1, "does": "Mend the lamp", **sure}
    assert filler.post(address(plan, "impact", effect.pk), data).status_code == 302
    page = words(filler.get(address(plan, "zopa")))
    assert "50 EUR a year gross more than they offer: “Mend the lamp” alone brings 60 EUR in the first year." in page
