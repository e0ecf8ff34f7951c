"""The step role: the title, the pains, and what of them may be handed on."""

from __future__ import annotations

from datetime import date

from groundwork.blocks import Fact, Table
from groundwork.money import Frame
from negotiation.models import Pain, Role
from negotiation.steps import role
from negotiation.steps.base import Answers, Gap, Given


def answers(*pains, **values):
    given = {"role": Given(values=Role(**values), rows=tuple(Pain(**pain) for pain in pains))}
    frame = Frame(currency="USD", period="year", basis="gross")
    return Answers(frame=frame, locale="en", today=date(2026, 11, 22), kind="job", given=given)


def test_an_empty_step_lacks_title_and_pain():
    gaps = [part.field for part in role.sheet(answers()) if isinstance(part, Gap)]
    assert gaps == ["title", "entries"]


def test_the_sheet_names_at_most_three_pains():
    pains = [{"pain": word} for word in ("slow", "costly", "risky", "missing")]
    facts = {part.label: part.value for part in role.sheet(answers(*pains, title="Keeper")) if isinstance(part, Fact)}
    assert facts == {"Job": "Keeper", "What hurts them": "slow; costly; risky"}


def test_pains_with_who_said_so_are_private():
    blocks = role.brief(answers({"pain": "slow", "who": "Ada", "heard": date(2026, 1, 2)}))
    table = next(block for block in blocks if isinstance(block, Table))
    assert table.rows == (("slow", "", "Ada, 2 January 2026"),)
    assert not table.shareable


def test_a_row_that_is_not_finished_is_left_out():
    assert role.brief(answers({"pain": "", "draft": {"pain": [""]}})) == []
