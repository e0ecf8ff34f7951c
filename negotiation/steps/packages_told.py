"""What they said to packages, and what is said to them: reactions, the short form for the hand, the message."""

from __future__ import annotations

from collections.abc import Sequence

from negotiation.calc.packages import Package
from negotiation.models import Proposal
from negotiation.scripts.words import Gap, Slot, Words, render
from negotiation.steps.base import Answers
from negotiation.steps.packages_form import proposed
from negotiation.steps.packages_likes import line_of
from negotiation.steps.packages_sums import apart_said, as_offered
from negotiation.steps.packages_table import Table, Thing
from negotiation.steps.packages_words import (
    COUNTS,
    LETTERS,
    cost_of,
)

NAMED = dict(zip(Proposal.NAMES, LETTERS, strict=True))  # the letter under which each was proposed
NONE_LIKED = "They liked none of them. Ask which part stands in the way: that part, and not the whole, has to change."


def moved(answers: Answers, table: Table) -> list[tuple[str, str, str]]:
    """The guesses that what they said has moved: what, before, now."""
    steps = [(one, one.guessed[-1] - one.guessed[0], one.cost[-1] - one.cost[0]) for one in table.things]
    return [
        (one.name, cost_of(answers, table, before), cost_of(answers, table, now))
        for one, before, now in steps
        if before != now
    ]


def liked_said(answers: Answers, table: Table) -> list[str]:
    """Proposal by proposal, what they liked and what that shows."""
    cheap, dear = _cheaper(table)
    told = [liked_now(table, row) for row in table.heard.counted if row.liked in NAMED]
    told += [NONE_LIKED for row in table.heard.counted if row.liked == "none"][:1]
    if told and cheap:
        told.append(f"That seems to be easier for them than you had guessed: {', '.join(cheap)}.")
    if told and dear:
        told.append(f"That seems to be harder for them: {', '.join(dear)}.")
    chosen = any(row.liked in NAMED for row in table.heard.counted)
    if chosen and not cheap and not dear and table.heard.fits:
        told.append("It fits what you had guessed, so nothing moves.")
    return told


def now_of(table: Table, row: Proposal) -> str:
    """The letter that the package they liked has on the page now; blank where it is none of those."""
    kept = set(getattr(row, row.liked).splitlines())
    now = zip(LETTERS, table.packages, strict=False)
    return next((letter for letter, one in now if set(table.typed(one).splitlines()) == kept), "")


def liked_now(table: Table, row: Proposal) -> str:
    """By the letter under which it was proposed; where that has moved, by the one it has now too."""
    then, now = NAMED[row.liked], now_of(table, row)
    day = f" ({row.day:%-d %B %Y})" if row.day else ""
    if now == then:
        return f"They liked {then}{day}."
    where = f"On this page it is {now} now" if now else "It is none of the packages on this page now"
    return f"They liked {then}, as you proposed it{day}. {where}."


def liked_in_full(table: Table, row: Proposal) -> str:
    """All that is in what they liked, by its letter then; blank where they liked none."""
    if row.liked not in NAMED or not getattr(row, row.liked):
        return NAMED.get(row.liked, "")
    then, now = NAMED[row.liked], now_of(table, row)
    letter = then if now == then else f"{then}, as you proposed it" + (f" (now {now})" if now else "")
    return proposed(letter, getattr(row, row.liked))


def _cheaper(table: Table) -> tuple[list[str], list[str]]:
    steps = [(one.name, (one.cost[-1] - one.cost[0]) - (one.guessed[-1] - one.guessed[0])) for one in table.things]
    return [name for name, by in steps if by < 0], [name for name, by in steps if by > 0]


def in_short(table: Table, most: int = 140) -> tuple[str, str]:
    """The packages by what they differ in, each in a few words; and what is the same in all of them."""
    each, alike = apart_said(table)
    told = [f"{letter}: {parts_in(parts, most)}" for letter, parts in zip(LETTERS, each, strict=False)]
    return "\n".join(told), parts_in(alike, 2 * most) if alike else ""


def parts_in(parts: Sequence[str], most: int) -> str:
    """As many whole parts as there is room for, and how many there are besides; the first at least up to a word."""
    shown = list(parts)
    while len("; ".join(shown)) > most and len(shown) > 1:
        shown.pop()
    text = "; ".join(shown)
    if len(text) > most:
        text = f"{text[:most].rpartition(' ')[0] or text[:most]} …"
    left = len(parts) - len(shown)
    return f"{text}; and {left} more" if left else text


def message(answers: Answers, table: Table) -> Words | None:
    """The packages as they stand on the table: not a word of what they cost, what they are worth, or a limit."""
    count = len(table.fits)
    if count < 2:
        return None
    sender = answers["letters"].values
    texts: dict[str, Slot | Sequence[Slot]] = {
        "ways": Slot.filled(f"{COUNTS[count].capitalize()} ways to agree"),
        "count": Slot.filled(COUNTS[count]),
        "recipient": Slot.of(
            answers["packages"].values.recipient, gap=Gap("packages", "recipient", "the name of who you write to")
        ),
        "role": Slot.of(answers["role"].values.title, gap=Gap("role", "title", "the job’s title")),
        "sender_name": Slot.of(sender.sender_name, gap=Gap("letters", "sender_name", "your name")),
        "sender_block": Slot.of(sender.sender_block, gap=Gap("letters", "sender_block", "your address"), lines=True),
    }
    packages = [[Slot.filled(text) for text in told_to_them(table, each)] for each in table.fits]
    for name, lines in zip(("first", "second", "third"), [*packages, [], []], strict=False):
        texts[name] = lines
    return render("_packages.txt", texts)


def told_to_them(table: Table, package: Package) -> list[str]:
    """Line by line; what is as they offered it already, in one line at the end."""
    found = table.lines(package)
    kept = [line_of(one.name, one.said[at]) for one, at in found if not as_offered(one, at)]
    rest = "the rest as in your offer" if kept else "all of it as in your offer"
    return [*kept, *([rest] if len(kept) < len(found) else [])]


def thing_left_out(one: Thing) -> list[str]:
    """The options that stand in no package, each with its reason."""
    return [f"{said}: {out}" for said, out in zip(one.said, one.out, strict=True) if out]
