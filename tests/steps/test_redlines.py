"""The step redlines: where they come from, what each offer says to them, and what only one can judge oneself."""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal

import pytest

from groundwork.blocks import Fact, Table
from groundwork.money import Frame
from negotiation.models import RedLine, Redlines
from negotiation.steps import redlines
from negotiation.steps.base import Answers, Compared, Gap, Given
from offers.calc.valuation import valuation
from offers.models import Offer
from tests.steps.sending import address, autosave, press

YEAR = Frame(currency="EUR", period="month", basis="gross")
SEEN = date(2026, 3, 2)


def offer(rate=None, ticked=(), **values):
    row = Offer(**{"employer": "Mill", "currency": "EUR"} | values)
    return Compared(offer=row, worth=valuation(row.to_terms(())), rate=rate, ticked=dict(ticked))


def answers(*offers, lines=(), **values):
    given = {"redlines": Given(values=Redlines(**values), rows=tuple(lines))}
    frame = {"frame": YEAR, "locale": "en", "today": date(2026, 11, 22), "kind": "job"}
    return Answers(**frame, given=given, compared=offers)


def line(kind, **values):
    numbers = {name: Decimal(value) if isinstance(value, int) else value for name, value in values.items()}
    return RedLine(kind=kind, **numbers)


def only(row, one):
    """The one cell of a table of one red line and one offer."""
    return redlines.results(answers(one, lines=[row]))["lines"][0]["cells"][0]


@pytest.mark.parametrize(
    ("row", "values", "word", "why"),
    [
        (line("hours_max", most=42), {"hours_week": 40, "overtime_week": 2}, "Held", "42 hours"),
        (line("hours_max", most=40), {"hours_week": 40, "overtime_week": 2}, "Broken", "42 hours"),
        (line("hours_max", most=45), {"hours_week": 40}, "Not known yet", "how many unpaid ones"),
        (line("office_days_max", most=2), {"days_week": 5, "remote_days": 3}, "Held", "2 days a week"),
        (line("office_days_max", most=2), {"commute_days": 3}, "Broken", "3 days a week"),
        (line("commute_max", most=45), {"commute_minutes": 50}, "Broken", "50 minutes"),
        (line("commute_max", most=45), {"commute_days": 0}, "Held", "no days on site"),
        (line("commute_max", most=45), {}, "Not known yet", "not entered"),
        (
            line("base_min", least=42_000),
            {"base": 3000, "period": "month", "payments": "14"},
            "Held",
            "42,000 EUR a year",
        ),
        (line("base_min", least=42_001), {"base": 3000, "period": "month", "payments": "14"}, "Broken", "42,000 EUR"),
        (line("base_min", least=1), {}, "Not known yet", "not known yet"),
        (line("place", text="Bern or Basel"), {"place": "Basel, Switzerland"}, "Held", "“Basel, Switzerland”"),
        (line("level", text="senior"), {"role": "Nurse"}, "Not known yet", "does not say"),
        (line("own", text="No nights"), {}, "Not known yet", "yours to judge"),
    ],
)
def test_an_offer_is_held_against_a_red_line(row, values, word, why):
    numbers = {name: Decimal(value) if isinstance(value, int) else value for name, value in values.items()}
    found = only(row, offer(**numbers))
    assert found["word"] == word
    assert why in found["why"]


def test_other_money_is_brought_over_by_the_candidates_own_rate_or_refused():
    row, pay = line("base_min", least=50_000), {"currency": "USD", "base": Decimal(60_000)}
    refused = only(row, offer(**pay))
    assert (refused["word"], refused["why"]) == ("Not known yet", "you have no exchange rate between USD and EUR yet")
    brought = only(row, offer(rate=(Decimal("0.9"), SEEN), **pay))
    assert (brought["word"], brought["why"]) == ("Held", "54,000 EUR a year gross, by your rate of 2 March 2026")
    assert only(row, offer(rate=(Decimal("0.8"), SEEN), **pay))["word"] == "Broken"


def test_pay_after_tax_is_not_held_against_pay_before_tax():
    found = only(line("base_min", least=50_000), offer(base=Decimal(60_000), basis="net"))
    assert (found["word"], found["why"]) == ("Not known yet", "its pay is after tax, your red line before tax")


def test_one_broken_line_puts_an_offer_out_whatever_it_is_worth():
    lines = [line("hours_max", most=40), line("own", text="No nights")]
    rich = offer(base=Decimal(900_000), hours_week=Decimal(60), overtime_week=Decimal(0))
    found = redlines.results(answers(rich, offer(employer="Dairy"), lines=lines))["offers"]
    assert found[0]["out"]
    assert found[0]["text"].startswith("Out as it stands, whatever it is worth: it breaks “At most 40 hours a week")
    assert (found[1]["out"], found[1]["text"]) == (False, "Breaks none so far; 2 of 2 not known yet")


def test_a_tolerated_exception_is_told_and_never_counted_as_held():
    row = line("hours_max", most=40, exception_often="twice a year", exception_long="a week")
    broken = only(row, offer(hours_week=Decimal(45), overtime_week=Decimal(0)))
    assert (broken["word"], broken["exception"]) == ("Broken", "twice a year, a week")


def test_a_verdict_never_stands_in_colour_alone():
    assert {redlines.WORDS[verdict] for verdict in redlines.Verdict} == {"Held", "Broken", "Not known yet"}
    assert len(set(redlines.SIGNS.values())) == 3


def test_what_only_one_can_judge_oneself_is_asked_and_nothing_else():
    lines = [line("own", text="No nights"), line("commute_max", most=30), line("place", text="Bern")]
    known = offer(place="Bern", ticked={lines[0].pk: "broken"})
    found = redlines.results(answers(known, offer(place="Basel"), lines=lines))["beside"][0]["parts"]
    assert [field["label"] for field in found[0]["fields"]] == ["No nights"]
    assert found[0]["fields"][0]["now"] == "broken"
    assert [field["label"] for field in found[1]["fields"]] == ["No nights", "Place of work: Bern"]


def test_what_was_ticked_once_can_always_be_taken_back():
    place, hours = line("place", text="Bern"), line("hours_max", most=40)
    known = offer(place="Bern", ticked={place.pk: "broken", hours.pk: "held"})
    assert len(redlines.results(answers(known, lines=[place, hours]))["beside"][0]["parts"][0]["fields"]) == 2


def test_a_red_line_is_called_by_its_words_or_its_number():
    rows = [line("hours_max", most=40), line("base_min", least=90), line("own", text="No nights")]
    assert [row.name for row in rows] == ["At most 40 hours a week", "Base pay at least", "No nights"]
    said = [redlines.summary(answers(), row)[0] for row in rows]
    assert said == ["no exit sentence yet", "Base pay at least 90 EUR a year gross", "no exit sentence yet"]


def test_reasons_are_offered_once_each_line():
    text = "- They called at night\n\n• No pay for travel\r\nThey called at night"
    done = line("own", text="x", reason="No pay for travel")
    assert redlines.results(answers(ended=text, lines=[done]))["reasons"] == ["They called at night"]


def test_an_unfinished_red_line_is_held_against_nothing():
    row = line("hours_max", most=40, draft={"most": ["lots"]})
    assert redlines.results(answers(offer(), lines=[row]))["lines"] == []


def test_the_sheet_carries_each_exit_sentence_and_nothing_may_be_shared():
    row = line("own", text="No nights", exit_sentence="Thank you; this is where I stop.", reason="My health")
    found = redlines.sheet(answers(offer(), lines=[row]))
    assert found == [Fact(label="Red line", value="No nights", note="“Thank you; this is where I stop.”")]
    blocks = redlines.brief(answers(offer(), lines=[row]))
    assert [type(block) for block in blocks] == [Fact, Table]
    assert not any(block.shareable for block in [*found, *blocks])


def test_the_sheet_says_which_offer_breaks_a_red_line():
    row = line("hours_max", most=40, exit_sentence="Thank you.")
    fact = redlines.sheet(answers(offer(hours_week=Decimal(50)), lines=[row]))[0]
    assert fact.note == "“Thank you.”\nBroken as it stands by: Mill"


def test_what_is_missing_is_one_gap_however_many_lines_there_are():
    gaps = redlines.sheet(answers(lines=[line("own", text=f"No {n}") for n in range(5)]))
    assert [gap.missing for gap in gaps if isinstance(gap, Gap)] == ["a calm exit sentence for “No 0” and 4 more"]
    assert [gap.missing for gap in redlines.sheet(answers())] == ["where you stop"]
    assert redlines.brief(answers(offer())) == []


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "Choose what it is about."),
        ({"kind": "hours_max"}, "Enter the number of hours a week."),
        ({"kind": "hours_max", "most": "169"}, "A week has 168 hours."),
        ({"kind": "office_days_max", "most": "8"}, "A week has 7 days."),
        ({"kind": "base_min"}, "Enter the pay a year below which you stop."),
        ({"kind": "place"}, "Enter the place, as an offer would name it."),
        ({"kind": "own", "text": " "}, "Enter the condition in a few words."),
    ],
)
def test_a_red_line_that_cannot_be_checked_is_asked_about_and_kept(filler, plan, values, words):
    pk = uuid.uuid4()
    response = filler.post(address(plan, "redlines", pk), {"then": "continue", "version": 0, "sign": "kept", **values})
    assert response.status_code == 422
    assert words in response.content.decode()
    assert RedLine.objects.get(pk=pk).draft["sign"] == ["kept"]


def test_a_reason_becomes_a_red_line_with_one_press_and_only_once(filler, plan):
    press(filler, plan, "redlines", ended="They called at night\nNo raise")
    assert ">Make it a red line<" in filler.get(address(plan, "redlines")).content.decode()
    for _ in range(2):
        filler.post(address(plan, "redlines", "from"), {"reason": "They called at night"})
    filler.post(address(plan, "redlines", "from"), {"reason": "Somebody else’s words"})
    assert [(row.kind, row.name, row.reason) for row in RedLine.objects.all()] == [
        ("own", "They called at night", "They called at night")
    ]
    assert "exit sentence" in plan.states.get(slug="redlines").gaps[0]["missing"]


def test_a_long_reason_keeps_all_its_words(filler, plan):
    long = "nights " + "e\u0332" * 300
    press(filler, plan, "redlines", ended=f"\u00a0- {long}\u00a0")
    filler.post(address(plan, "redlines", "from"), {"reason": long})
    row = RedLine.objects.get(plan=plan)
    assert (row.reason, len(row.text), row.text[-1]) == (long, 200, "…")


def test_a_full_list_takes_no_more_and_says_so(filler, plan):
    RedLine.objects.bulk_create(RedLine(plan=plan, kind="own", text="No", order=n, version=1) for n in range(20))
    press(filler, plan, "redlines", ended="No raise")
    filler.post(address(plan, "redlines", "from"), {"reason": "No raise"})
    assert RedLine.objects.count() == 20
    assert "the list is full" in filler.get(address(plan, "redlines")).content.decode()


def test_htmx_request_shows_the_reasons_while_one_types(filler, plan):
    sent = {"client": str(uuid.uuid4()), "seq": 1, "seen": 0}
    page = autosave(filler, plan, "redlines", **sent, ended="No raise").content.decode()
    assert 'value="No raise"' in page
    assert "csrfmiddlewaretoken" in page
    assert Redlines.objects.get(plan=plan).ended == "No raise"


def test_the_empty_step_says_what_it_is_for(filler, plan):
    page = filler.get(address(plan, "redlines")).content.decode()
    assert "None yet." in page
    assert "What only you can judge" not in page
