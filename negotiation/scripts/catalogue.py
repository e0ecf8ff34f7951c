"""The letters: what each is for, its variants and what it asks; the words are in templates/scripts."""

from __future__ import annotations

from dataclasses import dataclass

from negotiation.scripts.words import FOLDER, Gap, Slot


@dataclass(frozen=True)
class Input:
    """What a letter asks for itself, because no step of the plan knows it."""

    label: str
    hint: str
    gap: str  # what stands in the letter while it is blank


INPUTS = {
    "recipient": Input(
        "Who do you write to?", "The name as you would say it after “Dear”", "the name of who you write to"
    ),
    "until_date": Input("You will answer by", "A day you are sure to keep", "the day you will answer"),
    "until_hour": Input("At what hour?", "An hour leaves no doubt when the day ends", "the hour"),
    "call_date": Input(
        "The day of the call as it stands", "So that they know which call you mean", "the day now fixed"
    ),
    "call_hour": Input("Its hour", "As it is agreed now", "the hour now fixed"),
    "first_date": Input("Another day that suits you", "Within a few days, if you can", "another day"),
    "first_hour": Input("The hour on that day", "An hour at which you are usually awake and alone", "the hour"),
    "second_date": Input("A second day to choose from", "Two proposals spare them a letter", "a second day"),
    "second_hour": Input("The hour on the second day", "It may be the same hour", "the hour"),
    "reason": Input("One reason", "One or two whole sentences, or leave it out", "your reason"),
    "start_date": Input("Your first day of work", "As you agreed it", "your first day of work"),
    "thing_liked": Input(
        "What did you like?", "A few words that end the sentence “I especially liked …”", "what you liked"
    ),
}


# A day and, if it is known, an hour: two inputs, and one slot in a letter.
MOMENTS = {name.removesuffix("_hour") for name in INPUTS if name.endswith("_hour")}


@dataclass(frozen=True)
class Variant:
    slug: str
    title: str
    hint: str
    fields: tuple[str, ...] = ()  # on top of those of its letter


@dataclass(frozen=True)
class Letter:
    slug: str
    title: str
    moment: str
    fields: tuple[str, ...]
    variants: tuple[Variant, ...] = ()

    def variant(self, slug: str) -> Variant | None:
        return next((variant for variant in self.variants if variant.slug == slug), None)

    def fields_for(self, variant: str = "") -> tuple[str, ...]:
        chosen = self.variant(variant)
        return self.fields + (chosen.fields if chosen else ())

    def template(self, variant: str = "") -> str:
        """The name of its file: `accept.txt`, `decline.terms.txt`."""
        known = self.variant(variant) if self.variants else variant == ""
        if not known:
            raise LookupError(f"the letter {self.slug} has no variant {variant!r}")
        return f"{self.slug}.{variant}.txt" if variant else f"{self.slug}.txt"

    def templates(self) -> tuple[str, ...]:
        slugs = [variant.slug for variant in self.variants] or [""]
        return tuple(self.template(slug) for slug in slugs)


LETTERS = (
    Letter(
        "ask-time",
        "Ask for time",
        "When you hold an offer and need some days before you can answer it well.",
        ("recipient", "until_date", "until_hour", "reason"),
    ),
    Letter(
        "accept",
        "Accept",
        "When you have decided to say yes, before you sign anything.",
        ("recipient", "start_date"),
    ),
    Letter(
        "decline",
        "Decline",
        "When you have decided to say no; sent soon, it lets them turn to somebody else.",
        ("recipient", "thing_liked"),
        (
            Variant(
                "personal",
                "For reasons of your own",
                "Says no and keeps the reason to yourself. Nobody can argue with it.",
            ),
            Variant(
                "terms",
                "Because of the terms",
                "Says that the offer does not meet what you need. They may come back with a new one.",
                ("reason",),
            ),
            Variant(
                "flags",
                "Because of how they work",
                "Says that you work best in another way. Give as a reason what you need, not what they did.",
                ("reason",),
            ),
        ),
    ),
    Letter(
        "move-call",
        "Move the call",
        "When today is not a day to talk, or the hour does not suit you.",
        ("recipient", "call_date", "call_hour", "first_date", "first_hour", "second_date", "second_hour", "reason"),
    ),
)


def find(slug: str) -> Letter | None:
    return next((letter for letter in LETTERS if letter.slug == slug), None)


def gap(name: str) -> Gap:
    """The gap for one of a letter's own inputs, which stand on the page of the letter."""
    return Gap("", name, INPUTS[name].gap)


def slot(name: str, text: str | None) -> Slot:
    """One of a letter's own inputs as a slot."""
    return Slot.of(text, gap=gap(name))


def missing_templates() -> tuple[str, ...]:
    """The files that the catalogue names and the folder does not hold."""
    return tuple(name for letter in LETTERS for name in letter.templates() if not (FOLDER / name).is_file())
