"""What they liked better, and what becomes of the guesses."""

from __future__ import annotations

from negotiation.models import Proposal
from negotiation.steps import packages, packages_told
from negotiation.steps.packages import laid, results
from tests.steps.on_table import HOME, LEAVE, PAY, TITLE, answers, four, one, proposal


def test_after_they_liked_one_no_estimate_says_otherwise_and_taking_it_back_restores_the_guesses():
    before = four(level=60)
    said = proposal(before, "third")
    after = laid(four(level=60, more=(said,)))
    picks = [dict(line.split(": ", 1) for line in getattr(said, name).splitlines()) for name in Proposal.NAMES]
    costs = [sum(each.cost[each.said.index(pick[each.name])] for each in after.things) for pick in picks]
    assert costs[2] <= min(costs[:2])
    assert next(each.cost for each in after.things if each.name == "Pay") == (0, 20, 40)  # known, so never moved
    assert results(four(level=60, more=(said,)))["moved"]
    said.liked = ""
    assert [each.cost for each in laid(four(level=60, more=(said,))).things] == [
        each.cost for each in laid(before).things
    ]
    assert results(four(level=60, more=(said,)))["moved"] == []


def test_what_they_liked_that_no_cost_explains_is_said_kindly():
    rows = one(PAY), one(LEAVE)
    text = "Pay: {} EUR a year gross\nPaid days off: as offered"
    dearer = Proposal(first=text.format(140), second=text.format(100), liked="first")
    found = results(answers(*rows, more=(dearer,)))
    assert found["fits"] is False
    assert found["moved"] == []
    assert found["liked"] == ["They liked A, as you proposed it. It is none of the packages on this page now."]


def test_what_they_liked_that_fits_moves_nothing():
    found = results(four(level=60, more=(proposal(four(level=60), "first"),)))
    assert found["moved"] == []
    assert found["liked"][-1] == "It fits what you had guessed, so nothing moves."


def test_a_no_to_all_of_them_moves_nothing_and_says_what_to_ask():
    found = results(four(level=60, more=(proposal(four(level=60), "none"),)))
    assert found["moved"] == []
    assert found["liked"] == [packages_told.NONE_LIKED]


def test_a_proposal_of_something_that_has_changed_does_not_count_and_says_so():
    gone = proposal(four(level=60), "third")
    found = answers(one(PAY), one(LEAVE), one(HOME), one(TITLE, option_2="captain"), level=60, more=(gone,))
    lines = [line for _, line in results(found)["gone"]]
    assert lines == ["The title: first keeper"]
    assert results(found)["moved"] == []


def test_a_letter_that_has_moved_is_named_as_it_was_and_as_it_is():
    said = proposal(four(level=60), "second")
    said.first, said.second = said.second, said.first  # as if the order had been another one then
    found = four(level=60, more=(said,))
    (now,) = [letter for letter, each in zip("ABC", laid(found).packages, strict=False)
              if laid(found).typed(each) == said.second]  # fmt: skip
    assert now != "B"
    first = results(found)["liked"][0]
    assert first == f"They liked B, as you proposed it (28 November 2026). On this page it is {now} now."
    assert packages.summary_of_proposal(found, said)[0].startswith(f"they liked B, as you proposed it (now {now}): Pay")
    said.liked = "none"
    assert packages.summary_of_proposal(found, said)[0] == "they liked none of them"
