"""Whether one is fit to talk today, the posture that pulls, and the fear that is loudest."""

from __future__ import annotations

from typing import Any

from groundwork.blocks import Block, Fact, Items, Text
from groundwork.forms import Group
from negotiation.calc.state import Mark, StateResult, Today, state
from negotiation.calc.state import State as Weighing
from negotiation.facts import Evidence, Fear, fears, fears_of, state_facts
from negotiation.models import State
from negotiation.steps.asking import VOICES, AskingForm, Say, to_you
from negotiation.steps.base import Answers, Gap, Step

FACTS = state_facts()
WEIGHING, MARKS = (tuple(name.value for name in kind) for kind in (Weighing, Mark))
QUESTIONS = (*WEIGHING, *MARKS)


class StateForm(AskingForm):
    groups = (
        Group("What weighs on you today", WEIGHING),
        Group("What shows a good state", MARKS),
        Group(
            "How you see yourself in this talk",
            ("posture", "equal_sentence"),
            "Whoever is tense can slip into a part. Here is a way out of each.",
        ),
        Group("What you fear", ("fear", "worst_case", "then_do")),
    )
    may_be_unknown = QUESTIONS

    class Meta:
        model = State
        exclude = ["plan"]
        labels = {
            **{name.value: words.asks.text for name, words in FACTS.states.items()},
            **{name.value: words.asks.text for name, words in FACTS.marks.items()},
            "posture": "Which part pulls you?",
            "equal_sentence": "One sentence that makes you an equal",
            "fear": "Which fear is loudest?",
            "worst_case": "The worst that could come of it, as you see it",
            "then_do": "What you would do then",
        }
        help_texts = {
            "equal_sentence": "To say to yourself, or aloud. Once you have chosen a part, one is suggested",
            "fear": "What is known about it stands beside it",
            "worst_case": "Written down, it is a thing with an end. It is shown to nobody",
            "then_do": "The first day, the first week, whom you would call",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name, words in FACTS.states.items():
            field: Any = self.fields[name]
            field.choices = [*((str(level), text) for level, text in enumerate(words.scale, 1)), field.choices[-1]]
        theirs = {*fears_of(self.instance.plan.kind), self.instance.fear}
        fear: Any = self.fields["fear"]
        fear.choices = [(slug, text) for slug, text in fear.choices if slug in theirs]


def answered(answers: Answers) -> list[str]:
    """Questions with an answer; "I do not know" is one."""
    given = answers["state"]
    return [name for name in QUESTIONS if not given.lacks(name) or name in given.unknown]


def result_of(answers: Answers) -> StateResult | None:
    """Nothing follows from nothing."""
    return state(answers["state"].values.to_terms()) if answered(answers) else None


def results(answers: Answers) -> dict[str, Any]:
    """The whole panel in two voices: to the person, and about a friend."""
    return {voice: told(answers, say) for voice, say in VOICES.items()}


def told(answers: Answers, say: Say) -> dict[str, Any]:
    own, result = answers["state"].values, result_of(answers)
    parts = {
        "answers": [(say(asked(name)), level(own, name)) for name in answered(answers)],
        "posture": posture(own, say),
        "equal_sentence": own.equal_sentence,
        "fear": fear_told(fears()[own.fear], say) if own.fear else None,
        "worst_case": own.worst_case,
        "then_do": own.then_do,
    }
    return parts | verdict(result, say) if result else parts


def verdict(result: StateResult, say: Say) -> dict[str, Any]:
    words = FACTS.results[result.result]
    return {
        "move": result.result is Today.MOVE,
        "headline": say(words.headline),
        "next": say(words.next),
        "reasons": [say(FACTS.reasons[reason]) for reason in result.reasons],
        "heavy": [
            {
                "label": f"{FACTS.states[burden.state].label} {say(FACTS.weights[burden.weight])}",
                "costs": say(FACTS.states[burden.state].costs),
                "helps": say(FACTS.states[burden.state].helps),
            }
            for burden in result.heavy
        ],
        "lacking": [say(FACTS.marks[mark].lacking) for mark in result.lacking],
    }


def asked(name: str) -> Any:
    return FACTS.states[Weighing(name)].asks if name in WEIGHING else FACTS.marks[Mark(name)].asks


def level(own: State, name: str) -> str:
    """The answer in the words of the scale, which fit both voices."""
    value = getattr(own, name)
    if not value:
        return "Not known"
    return FACTS.states[Weighing(name)].scale[int(value) - 1] if name in WEIGHING else value.capitalize()


def posture(own: State, say: Say) -> dict[str, str] | None:
    """The part that pulls and the way out of it; whoever feels equal needs none."""
    words = FACTS.postures.get(own.posture)
    if words is None:
        return None
    said = {name: say(getattr(words, name)) for name in ("looks", "costs", "sentence")}
    return {"label": words.label, **said}


def fear_told(fear: Fear, say: Say) -> dict[str, Any]:
    return {
        "line": say(fear.line),
        "do": say(fear.do),
        "evidence": [(say(each), source(each)) for each in fear.evidence],
        "no_evidence": say(fear.no_evidence) if fear.no_evidence else "",
    }


def source(evidence: Evidence) -> str:
    """From where, about whom, and how far it can be trusted."""
    year = f" ({evidence.year})" if evidence.year else ""
    return f"Source: {evidence.source}{year}. Sample: {evidence.sample}. Confidence: {evidence.confidence}."


def sheet(answers: Answers) -> list[Block | Gap]:
    """The sentence to hold on to, for one's own eyes. Only as long as nothing was answered is there a gap."""
    own = answers["state"].values
    if not any(getattr(own, name) for name in QUESTIONS) and not answers["state"].unknown:
        blocks = "whether to talk today or to move the call"
        return [Gap(slug="state", field="tired", missing="how you are today", blocks=blocks)]
    return [Fact(label="As an equal", value=own.equal_sentence)] if own.equal_sentence else []


def brief(answers: Answers) -> list[Block]:
    shown = told(answers, to_you)
    blocks: list[Block] = []
    if "headline" in shown:
        blocks += [Text(text=shown["headline"]), Items(items=(*shown["reasons"], *shown["lacking"]))]
        blocks += [Fact(label=part["label"], value=part["helps"], note=part["costs"]) for part in shown["heavy"]]
    if shown["posture"]:
        blocks.append(Fact(label=shown["posture"]["label"], value=shown["posture"]["sentence"]))
    return blocks + of_fear(shown)


def of_fear(shown: dict[str, Any]) -> list[Block]:
    fear, blocks = shown["fear"], list[Block]()
    if fear:
        known = tuple(f"{text} {where}" for text, where in fear["evidence"]) or (fear["no_evidence"],)
        blocks += [Text(text=fear["line"]), Items(items=known), Text(text=fear["do"])]
    named = (("The worst case", shown["worst_case"]), ("What you would do then", shown["then_do"]))
    return blocks + [Fact(label=label, value=words) for label, words in named if words]


STEP = Step(
    slug="state",
    chapter="readiness",
    title="Are you fit to talk today?",
    purpose="How you are, what you fear, and what is known about it",
    minutes=6,
    suits={"applying": 6, "interviews": 5, "offer": 5, "counter": 3},
    model=State,
    form=StateForm,
    results=results,
    sheet=sheet,
    brief_title="How you are",
    brief=brief,
)
