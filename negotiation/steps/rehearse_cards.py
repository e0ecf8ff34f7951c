"""The cards to practise with: what they may say, and what one answers, from the talk and all that goes with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from negotiation.calc.rehearse import Card, Mark, Today, today_of
from negotiation.models import Practised
from negotiation.pressure import pressure_facts
from negotiation.recruiter import MANNERS, recruiter_facts
from negotiation.scripts.words import Gap, Slot, Words, ended, parse
from negotiation.steps.base import Answers
from negotiation.steps.figures import at_hand
from negotiation.steps.ladder_words import answered
from negotiation.steps.script_words import Said, script

LONGEST_KEY = 190
BEGINS = "The talk begins. You speak first."
QUESTIONS = {
    "pay": "What do you earn at the moment?",
    "offers": "Are you talking to others as well?",
    "minimum": "What is the least you would take?",
    "leaving": "Why do you want to leave where you are?",
    "notice": "How long is your period of notice?",
    "start": "When could you start?",
    "family": "Do you have a family, or plans for one?",
    "health": "How is your health?",
}
GUARD = Gap("information", "entries", "what you say to that")
KINDS = {
    "script": "The talk",
    "ladder": "Their reply",
    "objection": "An objection",
    "pressure": "Pressure",
    "tell": "A question",
    "recruiter": "A recruiter",
}


@dataclass(frozen=True, kw_only=True)
class Practice:
    """One card: what they say, and what one answers."""

    key: str
    kind: str
    says: str
    words: Words
    after: str = ""  # the line of one's own that comes before, where theirs says little by itself
    ours: bool = False  # an example, as there are no words of one's own

    @property
    def label(self) -> str:
        return KINDS[self.kind]


def cards(answers: Answers, recruiter: str = "") -> list[Practice]:
    """All cards of a plan, each once; with `recruiter` the lines of that manner, or of all, come with them."""
    lines, said = talk(answers), {str(one.reply): one.words for one in answered(answers)}
    found = [*of_talk(lines), *of_ladder(answers), *of_objections(answers), *of_pressure(answers), *of_guards(answers)]
    manners = MANNERS if recruiter == "all" else [recruiter] if recruiter in MANNERS else []
    found += [card for manner in manners for card in of_recruiter(answers, manner, lines, said)]
    return list({card.key: card for card in reversed(found)}.values())[::-1]


def card(kind: str, name: str, says: str, words: Words, **more: Any) -> Practice:
    return Practice(key=f"{kind}: {name}"[:LONGEST_KEY].rstrip(), kind=kind, says=says, words=words, **more)


def talk(answers: Answers) -> dict[str, Said]:
    """The lines that are spoken; a whole mail is not learned by heart."""
    return {line.slug: line for line in script(answers) if line.slug != "mail"}


def of_talk(lines: dict[str, Said]) -> Iterator[Practice]:
    before: dict[str, tuple[str, str]] = {}
    for line in lines.values():
        for says, _, to in line.onward:
            before.setdefault(to, (ended(says), line.title))
    for slug, line in lines.items():
        says, after = before.get(slug, (BEGINS, ""))
        yield card("script", slug, says, line.words, after=after)


def of_ladder(answers: Answers) -> Iterator[Practice]:
    for one in answered(answers):
        yield card("ladder", str(one.reply), one.sounds, one.words)


def of_objections(answers: Answers) -> Iterator[Practice]:
    for row in answers["objections"].rows:
        if row.draft is None and row.text.strip() and row.said:
            yield card("objection", row.text, row.text, parse("\n\n".join(filter(None, (row.said, row.question)))))


def of_pressure(answers: Answers) -> Iterator[Practice]:
    for row in answers["pressure"].rows:
        if row.draft is None and row.line.strip() and row.reaction.strip():
            yield card("pressure", row.line, row.line, parse(row.reaction))


def of_guards(answers: Answers) -> Iterator[Practice]:
    for kind, name, sentence in guards(answers):
        yield card("tell", kind if kind in QUESTIONS else name, QUESTIONS.get(kind, name), parse(sentence))


def guards(answers: Answers) -> list[list[str]]:
    found: list[list[str]] = at_hand("information", answers).get("guards", [])
    return found


def of_recruiter(answers: Answers, manner: str, lines: dict[str, Said], said: dict[str, Words]) -> Iterator[Practice]:
    """Their line, and the answer of one's own that fits it; one that this talk does not have is passed over."""
    told = {kind: sentence for kind, _, sentence in reversed(guards(answers))}
    moves: dict[str, str] = dict(at_hand("pressure", answers).get("moves", []))
    for line in recruiter_facts().manners[manner].lines:
        kind, name = line.answer
        if kind == "script":
            words = lines[name].words if name in lines else None
        elif kind == "ladder":
            words = said.get(name)
        elif kind == "tell":
            words = parse(str(Slot.of(told.get(name, ""), gap=GUARD)))
        else:
            words = parse(moves.get(name, "") or pressure_facts().moves[name].example)
        if words:
            yield card("recruiter", line.says, f"“{line.says}”", words, ours=kind == "move" and name not in moves)


def today(answers: Answers, found: list[Practice], *, at_once: bool = False) -> Today:
    """What to practise today, and in which order; `at_once` is all of it, whatever the day of the talk."""
    rows = rows_by_key(answers)
    call = answers.today if at_once else answers["rehearse"].values.call
    return today_of([card_of(rows.get(one.key), one.key) for one in found], today=answers.today, call=call)


def rows_by_key(answers: Answers) -> dict[str, Practised]:
    """How each line went; of two for one line the later counts."""
    rows: list[Practised] = sorted(answers["rehearse"].more, key=lambda row: row.turn or 0)
    return {row.key: row for row in rows if row.draft is None and row.went and row.seen}


def card_of(row: Practised | None, key: str) -> Card:
    if row is None:
        return Card(key=key)
    return Card(
        key=key,
        first=row.first or row.seen,
        seen=row.seen,
        turn=int(row.turn or 0),
        mark=Mark(row.went),
        fluent=row.fluent,
        halted=row.halted,
    )
