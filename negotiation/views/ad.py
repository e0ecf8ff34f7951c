"""Reading a pasted job ad: each line is shown with what it seems to be, and added when that is confirmed."""

from __future__ import annotations

import hashlib
import uuid
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from groundwork.fields import TextFormField
from groundwork.owner import Request
from groundwork.pasting import Full, batch_of
from groundwork.saving import cleaned
from groundwork.widgets import Controls
from negotiation.ad.reading import Kind, Line, Reading, read_ad
from negotiation.ad_services import STEP, TAKERS, NoRoom, ad_add, there
from negotiation.doors import own_plan, step_of
from negotiation.models import Plan

TEMPLATE = "negotiation/role_ad.html"
LONGEST = 60_000
WORDS = {
    Kind.TASK: ("A task", "task", "tasks"),
    Kind.REQUIREMENT: ("A requirement", "requirement", "requirements"),
    Kind.PAIN: ("Something that hurts them", "thing that hurts them", "things that hurt them"),
    Kind.LEAVE: ("Leave it", "", ""),
}
WORDLESS = "There is no line with words in this. Paste the text of the ad."
NONE_CHOSEN = "Every line is left where it is. Choose what at least one of them is, or go back: nothing was added."
TOO_LONG = (
    "With these lines, the answer about what you would do all day is longer than 4,000 characters. Nothing was added: "
    "leave some of the tasks, or shorten the answer first."
)


class AdForm(forms.Form):
    """The text of the ad."""

    text = TextFormField(
        label="The text of the ad",
        help_text="Paste all of it. It is read on this server and not stored",
        widget=forms.Textarea(attrs={"rows": 14, "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": "Paste the text of the ad."},
    )
    use_required_attribute = False
    default_renderer = Controls()

    def clean_text(self) -> str:
        text = str(self.cleaned_data["text"])
        if len(text) > LONGEST:
            raise ValidationError(
                f"This text has {len(text):,} characters, and at most {LONGEST:,} can be read. "
                "Leave out what is not about the job."
            )
        return text

    @property
    def seal(self) -> str:
        """Stands for the text: the lines that are confirmed must be those that were shown."""
        return hashlib.sha256(self.cleaned_data["text"].encode()).hexdigest()


@require_http_methods(["GET", "HEAD", "POST"])
def read(request: Request, plan_id: uuid.UUID) -> HttpResponse:
    """GET asks for the text; POST reads it, and adds what is chosen when told so."""
    plan = own_plan(request, plan_id)
    step_of(plan, STEP)
    form = AdForm(cleaned(request.POST) if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, plan, form, status=422 if request.method == "POST" else 200)
    reading = read_ad(form.cleaned_data["text"])
    if not reading.lines:
        return _page(request, plan, form, problem=WORDLESS, status=422)
    if request.POST.get("do") == "add" and request.POST.get("seal") == form.seal:
        return _added(request, plan, form, reading)
    return _page(request, plan, form, reading)


def _added(request: Request, plan: Plan, form: AdForm, reading: Reading) -> HttpResponse:
    chosen = {kind: {line.at: line.text for line in reading.lines if said(request, line) == kind} for kind in TAKERS}
    if not any(chosen.values()):
        return _page(request, plan, form, reading, problem=NONE_CHOSEN, status=422)
    try:
        added = ad_add(plan=plan, chosen=chosen, batch=batch_of(request.POST))
    except Full as full:
        problem = f"{full} Your list holds at most {STEP.rows.most if STEP.rows else 0} things that hurt them."
        return _page(request, plan, form, reading, problem=problem, status=422)
    except NoRoom:
        return _page(request, plan, form, reading, problem=TOO_LONG, status=422)
    messages.info(request, f"Added: {counted(added) or 'nothing that was not there already'}.")
    return redirect("step", plan.pk, STEP)


def said(request: Request, line: Line) -> str:
    """What was chosen for a line; nothing else than what is offered."""
    value = str(request.POST.get(f"line-{line.at}", ""))
    return value if value in TAKERS else Kind.LEAVE


def counted(numbers: dict[Kind, int]) -> str:
    """ "3 tasks, 1 requirement and 1 thing that hurts them"."""
    *parts, last = [""] + [
        f"{number} {WORDS[kind][1 if number == 1 else 2]}" for kind, number in numbers.items() if number
    ]
    parts = [part for part in parts if part]
    return f"{', '.join(parts)} and {last}" if parts else last


def _page(
    request: Request,
    plan: Plan,
    form: AdForm,
    reading: Reading | None = None,
    *,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {"plan": plan, "step": STEP, "form": form, "reading": reading, "problem": problem}
    if reading:
        known, again = there(plan), request.POST.get("do") == "add" and bool(problem)
        preset = {line.at: said(request, line) if again else _preset(line, known) for line in reading.lines}
        numbers = {kind: list(preset.values()).count(kind) for kind in TAKERS}
        context |= {
            "sections": [
                (section.heading, [_row(line, preset, known) for line in section.lines]) for section in reading.sections
            ],
            "words": [(kind, words[0]) for kind, words in WORDS.items() if kind in (*TAKERS, Kind.LEAVE)],
            "counted": counted(numbers),
            "seal": form.seal,
            "batch": batch_of(request.POST),
        }
    return render(request, TEMPLATE, context, status=status)


def _preset(line: Line, known: set[str]) -> Kind:
    return line.kind if line.kind in TAKERS and line.text not in known else Kind.LEAVE


def _row(line: Line, preset: dict[int, Any], known: set[str]) -> dict[str, Any]:
    """A line on the page: its words, what is chosen, and why."""
    hints = ["You have this already"] if line.text in known else []
    hints += [f"It says “{line.why}”"] if line.why and line.text not in known else []
    hints += [f"“{line.hurts}” may say what hurts them"] if line.hurts and line.hurts != line.why else []
    return {"at": line.at, "text": line.text, "now": preset[line.at], "hint": "; ".join(hints)}
