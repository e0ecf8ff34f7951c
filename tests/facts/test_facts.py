"""The words about being ready: whole, kind, from a source, and fit to be said about a friend."""

import copy
import re
from dataclasses import fields, is_dataclass
from enum import StrEnum

import pytest

from negotiation import facts
from negotiation.calc.state import Mark, State, StateReason, Today, Weight
from negotiation.calc.timing import SIGNS, Answer, Edge, Reason, Verdict, Wanted
from negotiation.facts import (
    Confidence,
    FactError,
    FearFacts,
    Named,
    StateFacts,
    TimingFacts,
    Told,
    fears,
    fears_of,
    made,
    read,
    state_facts,
    timing_facts,
)

KINDS = {"timing": TimingFacts, "states": StateFacts, "fears": FearFacts}
FIRST_OR_SECOND = re.compile(
    r"\b(I|me|my|mine|myself|we|us|our|ours|ourselves|you|your|yours|yourself|yourselves)\b", re.IGNORECASE
)
# What an order begins with: a friend is not there to be given one.
ORDER = re.compile(
    r"(?:^|[.:!?] )(Ask|Begin|Bring|Choose|Come|Decide|Find|Fix|Get|Go|Have|Keep|Know|Leave|Let|Look|Note|Prepare"
    r"|Read|Say|Send|Set|Show|Take|Talk|Tell|Thank|Tread|Wait|Write)\b"
)
# Words that are the same after a name and after "they".
BOTH = {"can", "could", "may", "might", "would", "should", "must", "will"}
BANNED = re.compile(r"\b(please|sorry|oops|invalid|crush|win big|leverage|awesome|87)\b", re.IGNORECASE)
FIGURE = re.compile(r"\d[\d,.]*\d|\d")


def walk(value, where):
    """Every part of what was loaded, with the way to it."""
    yield where, value
    if is_dataclass(value):
        parts = [(field.name, getattr(value, field.name)) for field in fields(value)]
    elif isinstance(value, dict):
        parts = list(value.items())
    else:
        parts = list(enumerate(value)) if isinstance(value, tuple) else []
    for name, part in parts:
        yield from walk(part, f"{where}.{name}")


LOADED = {"timing": timing_facts(), "states": state_facts(), "fears": fears()}
PARTS = [pair for name, loaded in LOADED.items() for pair in walk(loaded, name)]
TOLD = [(where, part) for where, part in PARTS if isinstance(part, Told)]
STRINGS = [(where, part) for where, part in PARTS if isinstance(part, str) and not isinstance(part, StrEnum)]
EVIDENCE = [each for fear in fears().values() for each in fear.evidence]


def test_every_question_answer_reason_and_result_has_its_words():
    timing, states = timing_facts(), state_facts()
    assert set(timing.questions) == {"wanted", *SIGNS}
    answers = {name: set(question.answers) for name, question in timing.questions.items()}
    assert answers == {name: set(Answer) for name in SIGNS} | {"edge": set(Edge), "wanted": set(Wanted)}
    assert (set(timing.reasons), set(timing.results)) == (set(Reason), set(Verdict))
    assert (set(states.states), set(states.marks), set(states.weights)) == (set(State), set(Mark), set(Weight))
    assert (set(states.reasons), set(states.results)) == (set(StateReason), set(Today))
    assert set(states.postures) == {"pupil", "knower", "tester"}
    assert list(fears()) == ["too_much", "greedy", "losing", "refused", "outnumbered", "at_once"]


def test_nothing_is_blank():
    assert len(STRINGS) > 250
    assert not [where for where, text in STRINGS if not text.strip() or text != text.strip() or "  " in text]


@pytest.mark.parametrize(("where", "told"), TOLD, ids=[where for where, _ in TOLD])
def test_a_friend_is_spoken_of_and_not_to(where, told):
    for said in (told.friend, told.for_friend(), told.for_friend("Ada")):
        assert not FIRST_OR_SECOND.search(said)
        assert not ORDER.search(said)


def test_what_is_shown_beside_both_variants_suits_both():
    beside = [text for each in EVIDENCE for text in (each.source, each.sample)]
    beside += [part.label for where, part in PARTS if hasattr(part, "label") and ".answers." not in where]
    beside += [answer for words in state_facts().states.values() for answer in words.scale]
    assert not [text for text in beside if FIRST_OR_SECOND.search(text)]


def test_the_name_is_the_only_slot_and_its_verb_suits_they():
    for where, told in TOLD:
        assert "{" not in told.text, where
        assert not re.search(r"[{}]", told.friend.replace("{name}", "")), where
        following = re.findall(r"\{name\}(\W*\w+)", told.friend)
        assert len(following) == told.friend.count("{name}"), where
        assert {word.strip() for word in following} <= BOTH, where


def test_a_friend_has_a_name_or_is_they():
    told = Told(text="-", friend="{name} can wait. If need be, {name} could ask. {name} may.")
    assert told.for_friend() == "They can wait. If need be, they could ask. They may."
    assert told.for_friend("A\\1 {name}") == "A\\1 {name} can wait. If need be, A\\1 {name} could ask. A\\1 {name} may."


def test_every_evidence_says_from_where_and_how_sure():
    assert all(each.source and each.sample and each.confidence in Confidence for each in EVIDENCE)
    assert all(each.year or each.confidence == "anecdote" for each in EVIDENCE)
    assert {each.confidence for each in EVIDENCE} == set(Confidence)


def test_figures_are_only_those_with_a_source():
    figures = {figure for each in EVIDENCE for figure in FIGURE.findall(f"{each.text} {each.friend} {each.sample}")}
    assert figures == {"28", "38", "35", "85", "6", "3,100"}
    others = [where for where, text in STRINGS if FIGURE.search(text) and ".evidence." not in where]
    assert others == []


def test_the_tone_is_neither_the_shark_nor_the_cheerleader():
    assert not [where for where, text in STRINGS if BANNED.search(text) or "!" in text]


def test_each_fear_is_somebodys():
    assert list(fears_of("job")) == ["too_much", "greedy", "losing"]
    assert list(fears_of("freelance")) == ["too_much", "greedy", "refused", "outnumbered", "at_once"]


def test_no_text_stands_twice():
    texts = [told.text for where, told in TOLD if not isinstance(told, Named) or ".answers." not in where]
    assert len(texts) == len(set(texts))


def broken(name, way, value=None):
    """The file with one entry changed, or left out."""
    table = inner = copy.deepcopy(read(name))
    *to, last = way
    for key in to:
        inner = inner[key]
    if value is None:
        del inner[last]
    else:
        inner[last] = value
    return table


@pytest.mark.parametrize(
    ("name", "way", "value", "message"),
    [
        ("timing", ("reasons", "fair"), None, r"timing\.reasons has"),
        ("timing", ("reasons", "more"), {"text": "a", "friend": "b"}, r"timing\.reasons has"),
        ("timing", ("results", "go", "next", "friend"), None, r"timing\.results\.go\.next: .*friend"),
        ("timing", ("results", "go", "next", "text"), "  ", r"next\.text is blank"),
        ("timing", ("results", "go", "nxt"), "a", "unknown nxt"),
        ("timing", ("results", "go"), "a", "is no table"),
        ("timing", ("edges",), ["a"], "is no table"),
        ("timing", ("questions", "usual"), None, r"timing\.questions has"),
        ("timing", ("questions", "edge", "answers", "showable"), None, r"edge\.answers has"),
        ("states", ("states", "tired", "scale"), ["one", "two"], "five answers"),
        ("states", ("states", "tired", "scale"), "one", "is no list"),
        ("states", ("marks", "calm"), None, r"states\.marks has"),
        ("fears", ("losing", "who"), "all", "none of job, freelance, both"),
        ("fears", ("losing", "evidence", 0, "confidence"), "sure", "none of high"),
        ("fears", ("losing", "evidence", 0, "source"), None, "source"),
        ("fears", ("losing", "evidence", 0, "year"), "2024", "is no int"),
        ("fears", ("losing", "evidence", 0, "year"), None, "needs a year"),
        ("fears", ("losing", "evidence"), None, "needs evidence"),
    ],
)
def test_a_file_that_lacks_something_is_refused(name, way, value, message, monkeypatch):
    way = ("fears", *way) if name == "fears" else way
    table = broken(name, way, value)
    loading = {"timing": timing_facts, "states": state_facts, "fears": fears}[name].__wrapped__
    monkeypatch.setattr(facts, "read", lambda name: table)
    with pytest.raises(FactError, match=message):
        loading()


def test_what_is_loaded_is_what_is_written():
    for name, kind in KINDS.items():
        assert made(kind, read(name), name) == (FearFacts(fears=fears()) if name == "fears" else LOADED[name])
