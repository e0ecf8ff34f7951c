"""Whether to negotiate at all, and now: four signs, what one brings, and what may stand in its way."""

from __future__ import annotations

from typing import Any

from groundwork.blocks import Block, Fact, Items, Table, Text
from groundwork.forms import Group, SavedForm
from negotiation.calc.means import Runway, runway
from negotiation.calc.timing import SIGNS, TimingResult, Verdict, timing
from negotiation.facts import QUESTIONS, timing_facts
from negotiation.models import Edge, Timing
from negotiation.steps.asking import UNSURE, VOICES, AskingForm, Say, to_you
from negotiation.steps.base import Answers, Gap, Rows, Step

FACTS = timing_facts()
SHORTLY = {"known": "Yes", "showable": "Yes", "too_early": "No", "none": "No", "": "Not known"}
HURDLES = {"hurdle_worth": "unseen", "hurdle_culture": "gap", "misread": "misread"}


class TimingForm(AskingForm):
    groups = (
        Group("Is it time?", ("wanted",)),
        Group("Four signs", SIGNS, "Not every sign has to be there. Unsure is an answer."),
        Group(
            "What may stand in the way",
            tuple(HURDLES),
            "What you bring is only worth something to them once they see it.",
            folded=True,
        ),
    )
    may_be_unknown = QUESTIONS

    class Meta:
        model = Timing
        exclude = ["plan"]
        labels = {name: question.asks.text for name, question in FACTS.questions.items()} | {
            "hurdle_worth": "What of it may they not see the worth of?",
            "hurdle_culture": "Which words or customs of yours may be strange to them?",
            "misread": "What about them may you be misreading?",
        }
        help_texts = {name: question.looks.text for name, question in FACTS.questions.items()} | {
            name: FACTS.hurdles[slug].text for name, slug in HURDLES.items()
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        for name in QUESTIONS:
            field: Any = self.fields[name]
            field.choices = [(code, FACTS.questions[name].answers[code].label) for code, _ in field.choices]


class EdgeForm(SavedForm):
    groups = (Group("", ("kind", "text", "plain_words")),)
    wanted = ("kind", "text", "plain_words")

    class Meta:
        model = Edge
        fields = ["kind", "text", "plain_words"]
        labels = {
            "kind": "What kind of thing is it?",
            "text": "What you bring",
            "plain_words": "The same, so that an outsider gets it",
        }
        help_texts = {
            "kind": "Hobbies count, and so do people",
            "text": "In a few words, as somebody in your field would say it",
            "plain_words": "One or two sentences without a word of your trade: what does it change for them?",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        kinds: Any = self.fields["kind"]
        kinds.choices = [(slug, f"{kind.label}. {kind.text}") for slug, kind in FACTS.edges.items()]
        self.fields["text"].required = True
        self.fields["text"].error_messages["required"] = "Enter what you bring."


def summary(answers: Answers, row: Edge) -> list[str]:
    kind = [FACTS.edges[row.kind].label] if row.kind else []
    return [*kind, f"“{row.plain_words}”" if row.plain_words else "not put yet so that an outsider gets it"]


def whole(answers: Answers) -> list[Edge]:
    return [row for row in answers["timing"].rows if row.draft is None]


def still_open(answers: Answers) -> list[str]:
    """Questions without any answer; "I do not know" is one."""
    given = answers["timing"]
    return [name for name in QUESTIONS if given.lacks(name) and name not in given.unknown]


def result_of(answers: Answers) -> TimingResult | None:
    """Nothing follows from nothing."""
    if len(still_open(answers)) == len(QUESTIONS):
        return None
    return timing(answers["timing"].values.to_terms(lasts=lasts(answers)))


def lasts(answers: Answers) -> Runway:
    """How long the savings carry, from what the alternatives were given."""
    means = answers["batna"].values
    return runway(means.savings, means.outgoings, means.income)


def results(answers: Answers) -> dict[str, Any]:
    """The whole panel in two voices: to the person, and about a friend."""
    return {voice: told(answers, say) for voice, say in VOICES.items()}


def told(answers: Answers, say: Say) -> dict[str, Any]:
    edges = [
        (row.name, FACTS.edges[row.kind].label if row.kind else "", row.plain_words or "", say(FACTS.not_put))
        for row in whole(answers)
    ]
    parts = {"answers": answered(answers, say), "edges": edges, "hurdles": hurdles(answers, say)}
    result = result_of(answers)
    return parts | verdict(answers, result, say) if result else parts


def verdict(answers: Answers, result: TimingResult, say: Say) -> dict[str, Any]:
    words, own = FACTS.results[result.result], answers["timing"].values
    return {
        "headline": say(words.headline),
        "next": say(words.next),
        "reasons": [say(FACTS.reasons[reason]) for reason in result.reasons],
        "caution": say(FACTS.caution) if result.caution else "",
        "lasts_unknown": result.caution and lasts(answers) is None,
        "mismatch": say(FACTS.mismatch) if whole(answers) and own.edge == "none" else "",
        "open": open_words(len(still_open(answers))),
    }


def open_words(number: int) -> str:
    if number == 0:
        return ""
    verb, counts = ("is", "counts") if number == 1 else ("are", "count")
    return f"{number} of the {len(QUESTIONS)} questions {verb} still open and {counts} as not known."


def answered(answers: Answers, say: Say) -> list[tuple[str, str, str]]:
    """What was asked, the answer in short, which fits both voices, and what it is taken to mean."""
    own, still = answers["timing"].values, still_open(answers)
    given = {name: getattr(own, name) for name in QUESTIONS if name not in still}
    return [
        (say(words.asks), SHORTLY.get(given[name], given[name].capitalize()), say(words.answers[given[name] or UNSURE]))
        for name, words in FACTS.questions.items()
        if name in given
    ]


def hurdles(answers: Answers, say: Say) -> list[tuple[str, str, str]]:
    """Each hurdle that was named: what it is called, the words typed, what helps."""
    own = answers["timing"].values
    named = [(FACTS.hurdles[slug], getattr(own, name)) for name, slug in HURDLES.items()]
    return [(hurdle.label, words, say(hurdle)) for hurdle, words in named if words]


def sheet(answers: Answers) -> list[Block | Gap]:
    """A line only where the answer is not simply to go; whoever has nothing to hold back reads nothing."""
    missing = "whether they have said that they want you"
    parts = answers.gap("timing", "wanted", missing, "whether this is the call to ask on")
    result = result_of(answers)
    if result is None or result.result is Verdict.GO or "wanted" in still_open(answers):
        return parts
    return [*parts, Fact(label="Asking now", value=FACTS.results[result.result].headline.text)]


def brief(answers: Answers) -> list[Block]:
    shown = told(answers, to_you)
    blocks: list[Block] = []
    if "headline" in shown:
        blocks += [Text(text=shown["headline"]), Items(items=tuple(shown["reasons"])), Text(text=shown["next"])]
        blocks += [Text(text=shown[name]) for name in ("caution", "mismatch", "open") if shown[name]]
    if shown["edges"]:
        rows = tuple((name, kind, plain_words or "not put yet") for name, kind, plain_words, _ in shown["edges"])
        blocks.append(Table(head=("What you bring", "Kind", "In an outsider’s words"), rows=rows))
    return blocks + [Fact(label=label, value=words, note=advice) for label, words, advice in shown["hurdles"]]


STEP = Step(
    slug="timing",
    chapter="readiness",
    title="Is it time to negotiate?",
    purpose="Four signs, what you bring, and whether to ask now",
    minutes=8,
    suits={"applying": 2, "interviews": 2, "offer": 3, "counter": 4},
    model=Timing,
    form=TimingForm,
    rows=Rows(model=Edge, form=EdgeForm, noun="edge", summary=summary, most=50),
    glances=("batna",),
    results=results,
    sheet=sheet,
    brief_title="Whether to ask now",
    brief=brief,
)
