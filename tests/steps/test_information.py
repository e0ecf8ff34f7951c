"""The step information: what is told and kept, the rule of the place, and the questions that are still open."""

from __future__ import annotations

import copy
from datetime import date
from decimal import Decimal

import pytest

from groundwork.blocks import Fact, Table
from groundwork.money import Frame
from negotiation.facts import FactError, made, read
from negotiation.models import Information, Learning, Role, Telling, Zopa
from negotiation.pay_history import MEANS, Asking, PayHistory, checked, choices, places
from negotiation.steps import information
from negotiation.steps.base import Answers, Gap, Given
from negotiation.steps.information_words import COMMON, STARTERS, UNLISTED, rule_of, suggested
from offers.calc.valuation import valuation
from offers.models import Offer
from tests.steps.sending import address, press

PAY = {"kind": "pay", "level": "never", "sentence": "What range have you planned?"}


def answers(*rows, asks=(), offer=None, role=None, zopa=None, place=""):
    given = {
        "information": Given(
            values=Information(place=place),
            rows=tuple(Telling(**row) for row in rows),
            more=tuple(Learning(**ask) for ask in asks),
        ),
        "role": Given(values=Role(**role or {})),
        "zopa": Given(values=Zopa(**zopa or {})),
    }
    frame = Frame(currency="EUR", period="year", basis="gross")
    worth = valuation(offer.to_terms(())) if offer else None
    common = {"frame": frame, "locale": "en", "today": date(2026, 11, 22), "kind": "job"}
    return Answers(**common, given=given, offer=worth, offer_row=offer)


def gaps(given):
    return [part.missing for part in information.sheet(given) if isinstance(part, Gap)]


def facts(given):
    return [(part.label, part.value, part.note) for part in information.sheet(given) if isinstance(part, Fact)]


def test_an_empty_step_lacks_both_lists():
    assert gaps(answers()) == ["what you tell, and what you keep to yourself", "what you have to find out"]


def test_what_is_not_told_freely_needs_a_sentence():
    rows = [PAY, {"kind": "health", "level": "never"}, {"kind": "start", "level": "freely"}]
    assert gaps(answers(*rows, asks=[{"question": "Who decides?"}])) == ["your sentence for “Health”"]


def test_the_call_sheet_has_the_guarded_first_and_nothing_told_freely():
    rows = [
        {"kind": "offers", "level": "asked", "sentence": "There are."},
        {"kind": "start", "level": "freely", "sentence": "In May."},
        PAY,
    ]
    assert facts(answers(*rows)) == [
        ("If they ask: What I earn now, or earned before", "“What range have you planned?”", ""),
        ("If they ask: Other offers and talks", "“There are.”", ""),
    ]


def test_the_rule_of_the_place_stands_under_the_sentence_about_pay_only():
    health = {"kind": "health", "level": "never", "sentence": "I can do the work."}
    notes = [note for _, _, note in facts(answers(PAY, health, place="us-ca"))]
    assert notes == [f"California, USA: {MEANS[Asking.FORBIDDEN]} (as of 1 January 2025)", ""]


def test_only_what_must_be_known_and_is_not_stands_on_the_call_sheet():
    asks = [
        {"question": "Who decides?", "must": True, "whom": "Ada", "until": date(2026, 12, 1)},
        {"question": "Why now?"},
        {"question": "Which range?", "must": True, "low": Decimal(5)},
        {"question": "How many days off?", "must": True},
    ]
    told = "Who decides? (for Ada, by 1 December 2026)\nHow many days off?"
    assert facts(answers(asks=asks)) == [("Still to ask", told, "")]
    assert [dated.text for dated in information.dates(answers(asks=asks))] == ["Answer needed: Who decides?"]


def test_the_brief_says_all_of_it_and_shares_nothing():
    asks = [{"question": "Which range?", "whom": "Ada", "answer": "Roughly", "low": Decimal(50), "high": Decimal(60)}]
    blocks = information.brief(answers(PAY, asks=asks, place="eu"))
    rows = [row for part in blocks if isinstance(part, Table) for row in part.rows]
    assert rows[0] == ("What I earn now, or earned before", "Never told", "What range have you planned?")
    assert rows[1] == ("Which range?", "for Ada", "Roughly; 50 to 60 EUR a year gross")
    rule = next(part for part in blocks if isinstance(part, Fact))
    assert "7 June 2026" in rule.value
    assert "2023/970" in rule.note
    assert not any(block.shareable for block in blocks)


def test_an_unfinished_row_is_left_out():
    assert information.brief(answers({"draft": {"kind": [""]}}, asks=[{"draft": {"question": [""]}}])) == []


def test_a_place_that_is_not_listed_is_not_known_here():
    assert rule_of(answers()) is None
    for place in ("other", "atlantis"):
        assert rule_of(answers(place=place))["text"] == UNLISTED


def test_an_old_rule_is_said_to_be_old():
    assert rule_of(answers(place="us-ny"))["old"]
    assert not places()["us-ny"].is_old(date(2026, 1, 1))


def test_every_place_has_its_law_its_day_and_its_trust():
    assert len(places()) >= 20
    for place in places().values():
        assert any(each.isdigit() for each in place.source), place.name
        assert place.day <= date(2026, 11, 22)
        assert place.says.endswith("."), place.name
        assert place.confidence in ("high", "medium")
    assert choices()[0] == ("", "Not chosen")
    assert choices()[-1] == ("other", "Another place")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"as_of": "yesterday"}, "is no day"),
        ({"as_of": "1999-01-01"}, "too early"),
        ({"value": "perhaps"}, "is none of"),
        ({"source": " "}, "is blank"),
        ({"name": "New York, USA"}, "twice"),
    ],
)
def test_a_file_that_says_something_else_is_refused(change, says):
    data = copy.deepcopy(read("pay_history"))
    data["places"]["us-ca"] |= change
    with pytest.raises(FactError, match=says):
        checked(made(PayHistory, data, "pay_history"))


def test_what_the_offer_leaves_open_is_suggested_until_it_is_in_the_list():
    offer = Offer(employer="Mill", currency="EUR", base=Decimal(100), hours_week=40)
    found = suggested(answers(offer=offer))
    assert "By when do you need my answer?" in found["offer"]
    assert "By when do you need my answer?" not in found["common"]
    assert "What is the base pay?" not in found["offer"]
    asks = [{"question": "When is my last day to answer?", "origin": "By when do you need my answer?"}]
    again = suggested(answers(offer=offer, asks=asks))
    assert "By when do you need my answer?" not in (*again["offer"], *again["common"])


def test_a_question_whose_answer_has_its_place_is_not_suggested():
    known = answers(role={"success": "A quiet year"}, zopa={"their_low": Decimal(1), "their_high": Decimal(2)})
    assert suggested(answers())["common"] == list(COMMON)
    assert len(suggested(known)["common"]) == len(COMMON) - 2


def test_a_list_begins_with_common_topics(filler, plan):
    filler.post(address(plan, "information", "starters"))
    rows = Telling.objects.filter(plan=plan)
    assert [row.kind for row in rows] == [starter["kind"] for starter in STARTERS]
    assert {kind for kind, _ in Telling.KINDS} == {row.kind for row in rows} | {"own"}


def test_a_topic_of_ones_own_needs_its_words(filler, plan):
    new = filler.get(address(plan, "information", "new")).context["row"].pk
    data = {"then": "continue", "version": 0, "kind": "own", "level": "never"}
    response = filler.post(address(plan, "information", new), data)
    assert response.status_code == 422
    assert "Enter in a few words what it is." in response.content.decode()


def test_a_place_of_another_list_is_kept(filler, plan):
    Information.objects.create(plan=plan, place="us-xx")
    assert 'value="us-xx" selected' in filler.get(address(plan, "information")).content.decode()
    press(filler, plan, "information", version=0, place="us-xx")
    assert Information.objects.get(plan=plan).place == "us-xx"
    response = press(filler, plan, "information", version=1, place="us-yy")
    assert (response.status_code, Information.objects.get(plan=plan).place) == (422, "us-xx")
