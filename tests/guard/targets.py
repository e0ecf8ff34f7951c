"""Every form there is, found by walking the pages, and what each of its fields takes."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from typing import Any

from django.core.validators import RegexValidator
from django.forms import CharField, ChoiceField, DateField, FileField, TimeField
from django.test import Client

from groundwork.fields import MoneyFormField, NumberFormField, TextFormField
from tests.guard.doors import DOORS
from tests.guard.reading import Form, Page, page_of
from tests.guard.routes import ROUTES, addresses
from tests.guard.world import HTMX, Person, body

KINDS = (
    (MoneyFormField, "money"),
    (NumberFormField, "number"),
    ((DateField, TimeField), "day"),
    (ChoiceField, "choice"),
    (FileField, "file"),
    (TextFormField, "text"),
    (CharField, "code"),  # a code or key of its own kind, such as a language
)


# Pages whose field is free for the next line once one was taken: what it was stands in a list.
FREE = ("/call/screen/",)
# Files that do not show their words when they are read as they are.
ALWAYS = ("private.pdf", "draft.pdf", "answers.pdf", "talk.pdf", ".ics", "offers.pdf", "offers.xlsx")


@dataclass(frozen=True)
class Target:
    """One form: the page it stands on, the kind of each field, and answers that are right."""

    page: str
    kinds: dict[str, str]
    autosaved: bool
    stored: dict[str, str] = field(hash=False)

    def names(self, *kinds: str) -> list[str]:
        return [name for name, kind in self.kinds.items() if kind in kinds]

    def hidden(self, form: Form) -> list[str]:
        return [name for name in form.values if name not in self.kinds]

    def at(self, page: str) -> Target:
        """The same form where its entry has a page of its own by now."""
        return replace(self, page=page)

    @property
    def label(self) -> str:
        """Without ids, so that a failure reads the same each time."""
        return "/".join("id" if len(part) == 36 else part for part in self.page.split("/"))


def kind_of(field: Any) -> str:
    if getattr(field.widget, "input_type", "") == "password":
        return "secret"  # never shown again
    if any(type(each) is RegexValidator for each in field.validators):
        return "link"
    return next((kind for classes, kind in KINDS if isinstance(field, classes)), "other")


def found_on_all_pages(person: Person) -> list[Target]:
    """The forms on this person's pages that take something typed."""
    found = []
    for route in (route for route in ROUTES if "GET" in DOORS[route.name].methods):
        for address in addresses(route, person):
            answer = person.client.get(address)
            form = answer.context.get("form") if getattr(answer, "context", None) else None
            if form is not None and not answer.context.get("read_only"):
                found += found_on(address, form, page_of(answer.content.decode()))
    return found


def pages_that_show(person: Person, mark: str) -> list[tuple[str, str]]:
    """The addresses that show something this person typed; of the two PDFs, the one that holds all of it."""
    found = []
    for route in (route for route in ROUTES if "GET" in DOORS[route.name].methods):
        for address in addresses(route, person):
            answer = person.client.get(address)
            if mark in answer.content.decode("latin-1") or address.endswith(ALWAYS):
                found.append((route.name, address))
    return found


def found_on(address: str, form: Any, page: Page) -> list[Target]:
    kinds = {form.add_prefix(name): kind_of(field) for name, field in form.fields.items()}
    here = [each for each in page.forms if set(kinds) & set(each.values)]
    return [Target(address, kinds, "version" in each.values, right(each, form)) for each in here[:1]]


def right(found: Form, form: Any) -> dict[str, str]:
    """What stands in the fields, with a choice made where one has to be made."""
    stored = {name: value for name, value in found.values.items() if name in form.fields}
    for name, each in form.fields.items():
        codes = [str(code) for code, _ in getattr(each, "choices", []) if code]
        if each.required and codes and not stored.get(name):
            stored[name] = codes[-1]  # the last one says "other" where a choice asks for more of its own
    return stored


def opened(client: Client, target: Target) -> Form:
    """The form as it stands on its page now. A page for something new gives it a new id each time."""
    page = page_of(client.get(target.page).content.decode())
    return next(each for each in page.forms if set(target.kinds) & set(each.values))


def send(client: Client, action: str, values: dict[str, str], *, htmx: bool = False, version: str = "") -> Any:
    """A tab that saves as one types has a client of its own; Continue without a script says only so."""
    more = {"client": str(uuid.uuid4()), "seq": "1"} if htmx else {"then": "continue", "client": "", "seq": ""}
    more |= {"version": version} if version else {}
    return client.post(action, **body(values | more), headers=HTMX if htmx else {})
