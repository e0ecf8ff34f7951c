"""The step win: wants and needs, what of them is asked, and what stays with whoever has them."""

from __future__ import annotations

import uuid
from datetime import date

import pytest

from groundwork.blocks import Fact, Table, for_sharing
from groundwork.money import Frame
from negotiation.models import StepState, Want, Win
from negotiation.steps import win
from negotiation.steps.base import Answers, Gap, Given
from tests.steps.sending import HTMX, address, autosave, press

DAYCARE = {
    "want": "Money for daycare",
    "need": "To fetch the child in time",
    "way": "to leave at three on school days",
    "reason": "Late customers get an answer the same day.",
    "asked": True,
}


def answers(*wants, **values):
    given = {"win": Given(values=Win(**values), rows=tuple(Want(**want) for want in wants))}
    frame = Frame(currency="USD", period="year", basis="gross")
    return Answers(frame=frame, locale="en", today=date(2026, 11, 22), kind="job", given=given)


def add(filler, plan, pk=None, version=0, **values):
    data = {"then": "continue", "version": version, **values}
    return filler.post(address(plan, "win", pk or uuid.uuid4()), data)


def test_what_is_asked_stands_on_the_call_sheet_with_its_reason():
    assert win.sheet(answers(DAYCARE)) == [
        Fact(
            label="Also ask for",
            value="to leave at three on school days",
            note="Why it helps them too: Late customers get an answer the same day.",
            shareable=True,
        )
    ]


def test_a_want_that_is_not_asked_is_on_no_sheet_and_leaves_no_gap():
    assert win.sheet(answers(DAYCARE | {"asked": False})) == []


def test_an_empty_step_lacks_a_want():
    (gap,) = win.sheet(answers())
    assert isinstance(gap, Gap)
    assert (gap.field, gap.missing) == ("entries", "what you want besides pay")


def test_an_ask_without_a_reason_is_a_gap_and_is_named():
    bare = answers(DAYCARE | {"reason": ""})
    assert [part.missing for part in win.sheet(bare) if isinstance(part, Gap)] == ["why it helps them too"]
    assert any("Say why it helps them too" in text for text in win.results(bare)["notices"])


def test_the_sheet_holds_three_asks_and_the_plan_all():
    many = answers(*(DAYCARE | {"way": f"way {n}"} for n in range(7)))
    assert len(win.sheet(many)) == 3
    assert len([b for b in win.brief(many) if isinstance(b, Fact) and b.shareable]) == 7


def test_want_and_need_are_never_shared():
    blocks = for_sharing(win.brief(answers(DAYCARE, role="Head of all", contents="comparison")))
    text = str(blocks)
    assert "to leave at three" in text
    assert "Late customers" in text
    assert "daycare" not in text
    assert "fetch the child" not in text
    assert "Head of all" not in text
    assert "Solnick" not in text


def test_the_plan_says_need_and_way_side_by_side():
    table = next(block for block in win.brief(answers(DAYCARE)) if isinstance(block, Table))
    assert table.rows == ((*(DAYCARE[name] for name in ("want", "need", "way")), "yes"),)
    assert not table.shareable


def test_an_unfinished_want_counts_nowhere():
    half = answers(DAYCARE | {"draft": {"want": ["x"]}})
    assert isinstance(win.sheet(half)[0], Gap)
    assert win.brief(half) == []
    assert win.results(half)["chains"] == []


@pytest.mark.parametrize(("said", "words"), [("need", "firm ground"), ("comparison", "about half, not most"), ("", "")])
def test_need_or_comparison_has_its_own_words(said, words):
    text = win.results(answers(contents=said))["contents"]
    assert words in text
    assert bool(text) == bool(said)


def test_a_want_without_a_need_and_one_without_another_way_are_named():
    found = win.results(answers({"want": "A car"}, {"want": "Quiet", "need": "To think"}))["notices"]
    assert [("“A car”" in text, "“Quiet”" in text) for text in found] == [(True, False), (False, True)]


def test_the_page_empty_half_full_and_wrong(filler, plan):
    page = filler.get(address(plan, "win")).content.decode()
    assert "A want is one way to meet a need." in page
    assert f"/plans/{plan.pk}/win/catalogue/" in page
    assert press(filler, plan, "win", role="Lead").status_code == 302
    assert add(filler, plan, **DAYCARE).status_code == 302
    page = filler.get(address(plan, "win")).content.decode()
    assert "You ask for: to leave at three on school days" in page
    assert "On your call sheet" in page
    refused = add(filler, plan, want="A car", asked="on")
    assert refused.status_code == 422
    assert "Enter what you would ask for, so that it can be asked." in refused.content.decode()
    assert Want.objects.filter(plan=plan, asked=True).count() == 1


def test_done_when_something_is_asked_with_its_reason(filler, plan):
    add(filler, plan, **DAYCARE)
    press(filler, plan, "win", role="Lead", contents="need")
    assert StepState.objects.get(plan=plan, slug="win").state == "done"


def test_not_knowing_what_would_content_one_is_an_answer(filler, plan):
    press(filler, plan, "win", **{"contents-unknown": "on"})
    assert StepState.objects.get(plan=plan, slug="win").unknown == ["contents"]


def test_htmx_request_redraws_the_panel(filler, plan):
    client = str(uuid.uuid4())
    response = autosave(filler, plan, "win", client=client, seq=1, seen=0, contents="comparison")
    assert response.status_code == 200
    assert "about half, not most" in response.content.decode()
    assert "<form" not in response.content.decode()


def test_htmx_request_keeps_what_cannot_be_used_yet(filler, plan):
    pk, client = uuid.uuid4(), str(uuid.uuid4())
    data = {"client": client, "seq": 1, "version": 0, "want": "", "need": "to rest"}
    assert filler.post(address(plan, "win", pk), data, **HTMX).status_code == 200
    assert Want.objects.get(pk=pk).draft["need"] == ["to rest"]
    assert 'value="to rest"' in filler.get(address(plan, "win", pk)).content.decode()


def test_nothing_is_lost_between_two_tabs(filler, plan):
    press(filler, plan, "win", role="Lead")
    clash = press(filler, plan, "win", role="Head", version=0)
    assert clash.status_code == 409
    assert Win.objects.get(plan=plan).role == "Lead"


def test_the_page_costs_the_same_for_one_want_and_for_fifty(filler, plan, django_assert_max_num_queries):
    add(filler, plan, **DAYCARE)
    with django_assert_max_num_queries(12) as few:
        filler.get(address(plan, "win"))
    Want.objects.bulk_create([Want(plan=plan, version=1, **DAYCARE) for _ in range(49)])
    with django_assert_max_num_queries(len(few)):
        filler.get(address(plan, "win"))
