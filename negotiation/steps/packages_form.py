"""What is asked about packages: how good each should be, the things on the table, and what they said to a proposal."""

from __future__ import annotations

from typing import Any

from groundwork.forms import Group, SavedForm
from groundwork.money import Frame, unit
from negotiation.models import PackageIssue, Packages, Proposal
from negotiation.models.packages import PLACES
from negotiation.steps.base import BOOKKEEPING
from negotiation.steps.match_words import short
from negotiation.steps.packages_read import wrong

LEVEL = 75  # where nothing was chosen
FIRST_SEEN = 4  # options that stand open on the form of an issue
OPTIONS = tuple(f"option_{place}" for place in PLACES)
VALUES = tuple(f"value_{place}" for place in PLACES)
COSTS = tuple(f"cost_{place}" for place in PLACES)
# A beginning without a single amount: what is often easier to give than pay. The guesses are there to be corrected.
STARTERS: tuple[dict[str, Any], ...] = (
    {"kind": "leave", "guess": "low", "option_1": "as offered", "option_2": "3 days more", "option_3": "5 days more"},
    {
        "kind": "remote",
        "guess": "none",
        "option_1": "as offered",
        "option_2": "1 day a week more",
        "option_3": "2 days a week more",
    },
    {
        "kind": "growth",
        "guess": "low",
        "option_1": "as offered",
        "option_2": "one course a year, as working time",
        "option_3": "one course a year, as working time and paid for",
    },
    {
        "kind": "own",
        "text": "When the pay is looked at again",
        "guess": "low",
        "option_1": "when it is usual",
        "option_2": "after a year",
        "option_3": "after half a year",
    },
)


def a_year_of(frame: Frame) -> str:
    return unit(Frame(currency=frame.currency, period="year", basis=frame.basis))


class PackagesForm(SavedForm):
    groups = (
        Group("", ("by", "level", "ceiling")),
        Group("What the message needs", ("recipient",)),
    )

    class Meta:
        model = Packages
        exclude = ["plan"]
        labels = {
            "by": "How do you weigh what matters?",
            "level": "How good should each package be for you, from 0 to 100?",
            "ceiling": "The most they can give in all",
            "recipient": "Who do you write to?",
        }
        help_texts = {
            "level": f"100 is the best of everything that you could get, 0 the least that you would take. No package "
            f"that you propose is below it. Left blank, it is {LEVEL}",
            "ceiling": "Beyond the first option of everything, if you know of a limit",
            "recipient": "The name as you would say it after “Dear”",
        }

    def suffix(self, name: str) -> str:
        return a_year_of(self.frame)


class PackageIssueForm(SavedForm):
    groups = (
        Group("", ("kind", "text")),
        Group(
            "The options",
            OPTIONS[:FIRST_SEEN],
            "From the worst for you to the best. The first is usually what they offer today. Two are enough.",
        ),
        Group("What it matters to you", ("points", "price", "least")),
        Group(
            "What it costs them",
            ("guess", "why"),
            "A guess is enough. What they say to your packages will put it right.",
        ),
        Group("More options", OPTIONS[FIRST_SEEN:], folded=True),
        Group(
            "What each option is worth to you",
            VALUES,
            "From 0 for the first to 100 for the last. Left blank, the steps between are even, or go by the numbers "
            "in the options.",
            folded=True,
        ),
        Group(
            "What it costs them, if you know it in money",
            ("cost", *COSTS),
            "Money counts before the guess in words. An option without an amount takes its share of the whole.",
            folded=True,
        ),
    )
    wanted = ("kind", "option_1", "option_2", "points", "guess")

    class Meta:
        model = PackageIssue
        exclude = BOOKKEEPING
        labels = {
            "kind": "What is it?",
            "text": "In your own words",
            "points": "Your points, from 0 to 100",
            "price": "What the whole step is worth to you",
            "least": "The least you would take",
            "guess": "What does the whole step cost them?",
            "why": "What makes you think so?",
            "cost": "The whole step, from the first option to the last",
        }
        labels |= {name: f"Option {place}" for place, name in enumerate(OPTIONS, 1)}
        labels |= {name: f"Worth of option {place}" for place, name in enumerate(VALUES, 1)}
        labels |= {name: f"Cost of option {place}" for place, name in enumerate(COSTS, 1)}
        help_texts = {
            "text": "What your message calls it. Left blank, it goes by the line above",
            "points": "How much the step from the first option to the last matters. What matters most gets 100. With "
            "no points on anything, the order of your list counts",
            "price": "Only where you weigh in money. Left blank, pay counts as it is, and days, hours and minutes by "
            "your answers to “Would you swap?”",
            "least": "Options before it are left out of every package",
            "cost": "If they gain by it: what they gain",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["kind"].required = True
        self.fields["kind"].error_messages["required"] = "Choose what it is."
        least: Any = self.fields["least"]
        typed = {place: str(self[name].value() or "").strip() for place, name in enumerate(OPTIONS, 1)}
        last = max((place for place in PLACES if typed[place]), default=FIRST_SEEN)
        chosen = str(self["least"].value() or "")  # kept where there is no such option, so that it can be said
        named = [(place, short(typed[place], 60)) for place in PLACES if place <= last or str(place) == chosen]
        said = [(str(place), f"Option {place}{f': {text}' if text else ''}") for place, text in named]
        least.choices = [("", "Any of them"), *said]

    def suffix(self, name: str) -> str:
        return a_year_of(self.frame)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if not set(OPTIONS) & set(self.errors):  # what could not be read would be taken for blank
            for name, message in wrong(PackageIssue(**self.cleaned_data), self.frame.currency):
                if name not in self.errors:
                    self.add_error(name, message)
        return cleaned


class ProposalForm(SavedForm):
    groups = (Group("", ("day", "liked", "said")),)

    class Meta:
        model = Proposal
        fields = ["day", "liked", "said"]
        labels = {
            "day": "On which day?",
            "liked": "Which did they like best?",
            "said": "What did they say, in their words?",
        }
        help_texts = {
            "liked": "It shows what is easy for them and what is hard, and your guesses follow it",
            "said": "Also what they said of a single part: it may be worth more than the choice",
        }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        texts = [getattr(self.instance, name) for name in Proposal.NAMES]
        liked: Any = self.fields["liked"]
        liked.choices = [
            ("", "They have not said yet"),  # a chosen radio could not be taken back otherwise
            *((name, proposed(*told)) for name, *told in zip(Proposal.NAMES, "ABC", texts, strict=True) if told[1]),
            ("none", "None of them"),
        ]

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if not self.errors and not any(self.cleaned_data.get(name) for name in self.fields):
            self.add_error("day", "Enter the day on which you proposed them.")
        return cleaned


def proposed(letter: str, text: str) -> str:
    """A package that was proposed, on one line."""
    lines = "; ".join(line for line in text.splitlines() if line.strip())
    return f"{letter}: {short(lines, 300)}" if lines else letter
