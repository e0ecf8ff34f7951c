"""The brief: one call sheet and the full plan, private or safe to share, from one source."""

from __future__ import annotations

from collections.abc import Mapping

from babel.dates import format_date

from groundwork.blocks import Block, for_sharing
from groundwork.document import Brief, Section
from negotiation.models import Plan, StepState
from negotiation.steps import STEPS
from negotiation.steps.base import Answers, Step, applicable
from negotiation.steps.loading import load

VERSIONS = ("private", "share")
IN_A_TALK = ("position", "case", "conversation", "readiness", "homework", "decide")


def brief_of(plan: Plan, version: str, *, states: Mapping[str, StepState] | None = None) -> Brief:
    """The brief from what is stored. `states`, if already read, saves a query."""
    steps = applicable(STEPS, plan)
    return build(plan.name, steps, load(plan, steps, states=states), version)


def build(name: str, steps: tuple[Step, ...], answers: Answers, version: str) -> Brief:
    """The brief from answers, wherever they come from. What is safe to share is an allow-list, block by block."""

    def kept(blocks: list[Block]) -> tuple[Block, ...]:
        return for_sharing(blocks) if version == "share" else tuple(blocks)

    sheet = [block for step in as_in_a_talk(steps) for block in step.ready(answers)]
    sections = [Section(title=step.brief_title or step.title, blocks=kept(step.brief(answers))) for step in steps]
    return Brief(
        title=name_to_share(answers) if version == "share" else name,
        subtitle="Call sheet and plan",
        version=version,  # type: ignore[arg-type]
        printed=answers.today,
        printed_text=format_date(answers.today, "long", locale="en_GB"),
        language="en",
        sheet=kept(in_order(sheet)),
        sections=tuple(section for section in sections if section.blocks),
    )


def as_in_a_talk(steps: tuple[Step, ...]) -> list[Step]:
    """The numbers come first, then what is said and decided; what was found out about them is looked up."""
    return sorted(steps, key=lambda step: (step.slug != "zopa", IN_A_TALK.index(step.chapter)))


def in_order(blocks: list[Block]) -> list[Block]:
    """The line to say comes first, the picture last; facts keep their order."""
    return sorted(blocks, key=lambda block: (not getattr(block, "strong", False), block.kind == "figure"))


def name_to_share(answers: Answers) -> str:
    """A plan's own name can say anything; employer and job are what may be handed on."""
    parts = (answers["role"].values.title, answers["company"].values.name)
    return ", ".join(part for part in parts if part) or "Negotiation plan"
