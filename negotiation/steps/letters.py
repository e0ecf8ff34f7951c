"""The letters: who signs them, and each one filled from the plan."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms

from groundwork.fields import plain
from groundwork.forms import Group, SavedForm
from negotiation.scripts.catalogue import INPUTS, LETTERS, Letter
from negotiation.scripts.chooser import QUESTIONS, Choice, choose
from negotiation.scripts.letters import written
from negotiation.scripts.models import Draft, Letters
from negotiation.scripts.words import Words
from negotiation.steps.base import Answers, Dated, Step
from offers.calc.terms import Extra, OfferTerms, Part


class LettersForm(SavedForm):
    groups = (Group("Who signs", ("sender_name", "sender_block")),)
    wanted = ("sender_name",)

    class Meta:
        model = Letters
        exclude = ["plan"]
        labels = {"sender_name": "Your name", "sender_block": "What stands under a letter"}
        help_texts = {
            "sender_name": "As you sign a letter",
            "sender_block": "Your name, address, telephone number, each on its own line",
        }
        widgets = {"sender_name": forms.TextInput(attrs={"autocomplete": "name"})}


class DraftForm(SavedForm):
    """One letter's own inputs, as its catalogue entry names them."""

    class Meta:
        model = Draft
        fields = ["truth", "about", "again", "variant", *INPUTS, "body"]
        labels = {name: entry.label for name, entry in INPUTS.items()} | {"body": "The letter in your own words"}
        help_texts = {name: entry.hint for name, entry in INPUTS.items()} | {
            "body": "Leave it blank to use the prepared letter. Yours is used as soon as something stands here"
        }
        widgets = {
            "until_hour": forms.TimeInput(format="%H:%M"),
            "body": forms.Textarea(attrs={"rows": 14}),
        }

    def __init__(self, *args: Any, letter: Letter, **kwargs: Any):
        self.letter = letter
        used = {"body", *letter.fields, *(name for v in letter.variants for name in v.fields)}
        used |= {"variant", *(question.name for question in QUESTIONS)} if letter.variants else set()
        super().__init__(*args, without=[name for name in self.base_fields if name not in used], **kwargs)
        for question in QUESTIONS if letter.variants else ():
            self.fields[question.name].label = question.text
        if letter.variants:
            self.fields["variant"] = variant_field(letter)
        for field in self.fields.values():
            field.optional_label = False  # type: ignore[attr-defined]  # all of a letter is

    @property
    def letter_groups(self) -> tuple[Group, ...]:
        chooser = tuple(question.name for question in QUESTIONS)
        return (
            Group("Which letter fits?", chooser, "Three questions; the third may stay open."),
            Group("The letter", ("variant", *INPUTS)),
            Group("Your own words", ("body",), folded=True),
        )

    @property
    def grouped(self) -> Any:
        self.groups = self.letter_groups
        return super().grouped


def variant_field(letter: Letter) -> forms.ChoiceField:
    field = forms.ChoiceField(
        choices=[(v.slug, f"{v.title}: {v.hint}") for v in letter.variants],
        widget=forms.RadioSelect,
        required=False,
        label="The letter you want",
        help_text="Leave it open to take the one that fits your answers",
    )
    field.optional_label, field.can_be_unknown = True, False  # type: ignore[attr-defined]
    return field


def chosen(letter: Letter, draft: Draft) -> tuple[str, Choice | None]:
    """The variant that is written: the one picked, else the one that fits, else the first."""
    if not letter.variants:
        return "", None
    fitting = choose(truth=draft.truth, about=draft.about, again=draft.again)
    return draft.variant or fitting.variant or letter.variants[0].slug, fitting


def draft_of(answers: Answers, letter: Letter) -> Draft:
    return next((d for d in answers["letters"].rows if d.slug == letter.slug), Draft(slug=letter.slug))


def words_of(answers: Answers, letter: Letter, draft: Draft) -> Words:
    """The letter as it stands, with gaps where the plan does not know something."""
    picked = Draft(**{f.attname: getattr(draft, f.attname) for f in Draft._meta.concrete_fields})
    picked.variant = chosen(letter, draft)[0]
    return written(
        letter,
        picked,
        answers["letters"].values,
        employer=answers["company"].values.name,
        role=answers["role"].values.title,
        terms=agreed(answers, answers.offer.terms) if answers.offer else (),
        today=answers.today,
        locale=answers.locale,
    )


def agreed(answers: Answers, terms: OfferTerms) -> list[str]:
    """The offer's terms, one a line, as the letter of acceptance lists them."""
    from groundwork.money import Frame, show

    def money(amount: Any, period: Any) -> str:
        frame = Frame(currency=terms.currency, period=period, basis=terms.basis)
        return show(amount, frame, answers.locale)

    lines = []
    if terms.base is not None:
        payments = f", in {terms.payments} payments a year" if terms.period == "month" and terms.payments != 12 else ""
        lines.append(f"Base pay: {money(terms.base, terms.period)}{payments}")
    if terms.hours_week is not None:
        lines.append(f"Working time: {terms.hours_week.normalize():f} hours a week")
    if terms.bonus_target_percent is not None:
        lines.append(f"Bonus: {terms.bonus_target_percent.normalize():f} % of base pay")
    if terms.bonus_amount is not None:
        lines.append(f"Bonus: {money(terms.bonus_amount, 'year')}")
    if terms.sign_on is not None:
        lines.append(f"Sign-on payment: {money(terms.sign_on, 'once')}")
    if terms.leave_days is not None:
        lines.append(f"Paid days off: {plain(terms.leave_days)} a year")
    return lines + [part for one in terms.parts if (part := in_letter(one, money))]


def in_letter(part: Part, money: Callable[[Any, Any], str]) -> str:
    """A term as a letter names it; one without an amount would promise nothing."""
    if isinstance(part, Extra):
        return f"{part.label}: {money(part.amount, part.every)}" if part.amount is not None else ""
    return f"{part.label}, as in your offer"


def results(answers: Answers) -> dict[str, Any]:
    kept = {draft.slug: draft for draft in answers["letters"].rows}
    sender = answers["letters"].values
    return {
        "block": sender.sender_block or sender.sender_name,
        "letters": [(letter, kept.get(letter.slug)) for letter in LETTERS],
    }


def dates(answers: Answers) -> list[Dated]:
    return [
        Dated(day=draft.until_date, text="You promised your answer", slug="letters")
        for draft in answers["letters"].rows
        if draft.until_date
    ]


STEP = Step(
    slug="letters",
    chapter="decide",
    title="Write your letters",
    purpose="Ask for time, move the call, accept, or decline, filled from what you have entered",
    minutes=5,
    suits={"offer": 3, "counter": 3},
    model=Letters,
    form=LettersForm,
    children=Draft,
    uses=("offer",),
    glances=("company", "role"),
    results=results,
    dates=dates,
    profile=("sender_name", "sender_block"),
    profile_title="Who signs your letters",
    profile_purpose="Your name and what stands under a letter",
)
