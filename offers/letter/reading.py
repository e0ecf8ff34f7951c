"""A letter read by plain rules, sentence by sentence: what it offers, what is unclear, and what was not understood."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from offers.letter import benefits, equity, foreign, pay, retirement, time_off
from offers.letter.found import Found, Sentence
from offers.letter.limits import beyond
from offers.letter.marks import Mark, marks
from offers.letter.sentences import QUOTE, quote, sentences
from offers.letter.topics import Said, topics

SHOWN = 200  # candidates of one letter; more is no letter
APART = "The letter says this apart from what it belongs to: enter it there yourself."
NOT_ENGLISH = (
    "Only letters in English can be read here, and this does not look like one. "
    "Little or nothing was found: enter the terms yourself."
)
NOTHING = "No pay, day or other term was found in this text. Enter the terms yourself."
TOO_MANY = f"Only the first {SHOWN} lines are shown: this is longer than an offer letter."
_ENGLISH = frozenset("the and of you your will to is we for this be in with our are as on by".split())  # noqa: SIM905
_OTHER = frozenset(  # small words of German, French, Spanish, Italian, Dutch, Portuguese that are none in English
    re.findall(
        r"\w+",
        "der das und ein eine mit für von ist sie ihr ihre ihnen wir zu le les et des une vous votre pour est nous el "
        "los las una su para con il di che lei gli het een van uw voor wij os uma seu com não",
    )
)
_SUBJECT = {
    "shares": "Shares (RSU)",
    "options": "Options to buy shares",
    "commission": "Commission",
    "extra": "A payment",
    "grant": "Shares or options",
    "refresher": "A further grant of shares",
    "match": "Retirement money that they add",
}

By = Callable[[Sentence, Said], Iterator[Found]]
RULES: dict[str, By] = {
    "base": pay.base,
    "offered": pay.base,
    "total": pay.total,
    "bonus": pay.bonus,
    "sign_on": pay.sign_on,
    "raise": pay.raises,
    "hours": time_off.hours,
    "days": time_off.days,
    "remote": time_off.remote,
    "office": time_off.office,
    "leave": time_off.leave,
    "holidays": time_off.holidays,
    "start": time_off.start,
    "accept": time_off.accept,
    "probation": time_off.probation,
    "notice": time_off.notice,
    "shares": equity.shares,
    "options": equity.options,
    "strike": equity.strike,
    "refresher": equity.refresher,
    "commission": benefits.commission,
    "quota": benefits.quota,
    "draw": benefits.draw,
    "ramp": benefits.ramp,
    "premium": benefits.premium,
    "allowance": benefits.allowance,
    "relocation": benefits.once,
    "learning": benefits.learning,
    "equipment": benefits.equipment,
    "match": retirement.match,
    "purchase": benefits.purchase,
}
WHOLE: tuple[Callable[[Sentence], Iterator[Found]], ...] = (
    pay.payments,
    pay.repayment,
    time_off.grade,
    equity.vesting,
    benefits.delay,
)


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """One term a letter may offer. `values`: what a person would type into the fields of the form of `target`,
    which is "offer" or a kind of term. One with a `doubt` is shown and cannot be taken over."""

    key: str
    quote: str
    target: str
    values: dict[str, str]
    says: str
    doubt: str = ""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What was found; `unread` holds every sentence with a number of money, percent or date that was not used."""

    candidates: tuple[Candidate, ...]
    unread: tuple[str, ...]
    told: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class _Quoted:
    """A find with the sentences it comes from."""

    found: Found
    quotes: tuple[tuple[str, int], ...]


def read_letter(text: str, *, currency: str) -> Reading:
    """Rule: one sentence at a time; each number goes to the words nearest to it, and what could mean two things
    is a doubt. Units: as written. Errors: none, whatever the text is."""
    found: list[_Quoted] = []
    unread: list[str] = []
    before: frozenset[str] = frozenset()
    for text_of_one in sentences(text):
        sentence = _sentence(text_of_one, currency, before)
        here = list(_found(sentence))
        found += [_Quoted(found=one, quotes=((text_of_one, one.at),)) for one in here]
        if _left(sentence, here):
            unread.append(quote(text_of_one, sentence.marks[0].start if sentence.marks else 0))
        before = frozenset(said.topic for said in sentence.said)
    all_found = [one.found for one in found]
    other = foreign.told(all_found, currency)
    names, nothing_else = foreign.others(all_found, currency)
    if names and nothing_else:
        found = [replace(one, found=foreign.doubted(one.found, names)) for one in found]
    candidates = _candidates(_put_together(found))
    shown = tuple(candidates[:SHOWN])
    return Reading(candidates=shown, unread=tuple(dict.fromkeys(unread)), told=tuple(_told(text, candidates, other)))


def _sentence(text: str, currency: str, before: frozenset[str]) -> Sentence:
    seen = marks(text, currency)
    said = topics(text, seen) if any(character.isalpha() for character in text) else []
    return Sentence(text=text, currency=currency, said=said, marks=seen, before=before)


def _found(sentence: Sentence) -> Iterator[Found]:
    for said in sentence.said:
        rule = RULES.get(said.topic)
        if rule and said.marks:
            yield from rule(sentence, said)
        elif said.topic in ("notice", "match"):
            yield from RULES[said.topic](sentence, said)
    for whole in WHOLE:
        yield from whole(sentence)


def _left(sentence: Sentence, found: list[Found]) -> bool:
    """Whether an amount, percent or date of the sentence is in nothing that was found."""
    used = {mark.start for one in found for mark in one.marks}
    told: list[Mark] = [mark for mark in sentence.marks if mark.kind in ("money", "percent", "date")]
    crowded = not sentence.marks and len(re.findall(r"\d+", sentence.text[:600])) > 20
    return crowded or any(mark.start not in used for mark in told)


def _put_together(found: list[_Quoted]) -> Iterator[_Quoted]:
    """What other sentences say of a row goes into that row, if there is only one it can be."""
    owners = [one for one in found if not one.found.joins]
    places = _places(owners)
    for part in (one for one in found if one.found.joins):
        name, sentence = part.found.joins, part.quotes[0][0]
        here, anywhere = places.get((name, sentence), []), places.get((name, ""), [])
        fitting = here if len(here) == 1 else anywhere
        if len(fitting) == 1 and _can_join(owners[fitting[0]].found, part.found):
            owners[fitting[0]] = _joined(owners[fitting[0]], part)
        else:
            owners.append(_apart(part))
    return iter(owners)


def _places(owners: list[_Quoted]) -> dict[tuple[str, str], list[int]]:
    """Where the rows are that others can join: by what they are, in one sentence and in the whole letter."""
    places: dict[tuple[str, str], list[int]] = {}
    for at, one in enumerate(owners):
        if one.found.doubt or not one.found.values:
            continue
        names = [one.found.target]
        if one.found.target == "extra":
            names = [topic for topic in ("relocation", "learning") if one.found.says.lower().startswith(topic)]
        if one.found.target in ("shares", "options"):
            names.append("grant")
        for name in names:
            places.setdefault((name, one.quotes[0][0]), []).append(at)
            places.setdefault((name, ""), []).append(at)
    return places


def _can_join(owner: Found, part: Found) -> bool:
    return not part.doubt and not set(part.values) & set(owner.values)


def _apart(part: _Quoted) -> _Quoted:
    """A line of its own, which cannot be ticked: nobody can say what it belongs to."""
    found = part.found
    says = (
        found.says if found.says.startswith("Payment") else f"{_SUBJECT.get(found.target, 'A payment')}: {found.says}"
    )
    target = "shares" if found.target == "grant" else found.target
    return replace(part, found=replace(found, target=target, says=says, values={}, doubt=found.doubt or APART))


def _joined(owner: _Quoted, part: _Quoted) -> _Quoted:
    says = part.found.says
    says = f"{owner.found.says}; {says[:1].lower()}{says[1:]}"
    quotes = owner.quotes if part.quotes[0][0] in dict(owner.quotes) else owner.quotes + part.quotes
    return _Quoted(found=replace(owner.found, values=owner.found.values | part.found.values, says=says), quotes=quotes)


def _within(one: _Quoted) -> _Quoted:
    """Numbers that the fields cannot hold are a doubt."""
    why = beyond(one.found.values)
    return replace(one, found=replace(one.found, values={}, doubt=why)) if why else one


def _candidates(found: Iterator[_Quoted]) -> list[Candidate]:
    """In the order of the letter. What it says twice in the same way is shown once."""
    made: dict[tuple[str, str, str], Candidate] = {}
    for one in map(_within, found):
        room = (QUOTE - 3 * (len(one.quotes) - 1)) // len(one.quotes)
        words = " … ".join(quote(text, at, room) for text, at in one.quotes)[:QUOTE]
        same = (one.found.target, repr(sorted(one.found.values.items())) if one.found.values else one.found.says,
                one.found.doubt)  # fmt: skip
        key = hashlib.sha256("|".join(same).encode()).hexdigest()[:16]
        made.setdefault(
            same,
            Candidate(
                key=key,
                quote=words,
                target=one.found.target,
                values=one.found.values,
                says=one.found.says,
                doubt=one.found.doubt,
            ),
        )
    return list(made.values())


def _told(text: str, candidates: list[Candidate], other: str) -> Iterator[str]:
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    others = sum(word in _OTHER or not word.isascii() for word in words)
    if others > 3 and others > sum(word in _ENGLISH for word in words):
        yield NOT_ENGLISH
    elif not candidates and words:
        yield NOTHING
    if other:
        yield other
    if len(candidates) > SHOWN:
        yield TOO_MANY
