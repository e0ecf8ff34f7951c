"""Pages as a browser takes them apart: elements, forms and what stands in their fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

VOID = {"input", "meta", "link", "br", "hr", "img"}


@dataclass
class Form:
    """One form of a page: where it goes, and what a browser would send."""

    action: str
    values: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Page:
    """What a page holds: its elements with their attributes, its text, its forms."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    by_id: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "".join(self.texts)


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open: list[tuple[str, str]] = []  # element, id
        self.area = self.select = ""
        self.form: Form | None = None

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        given = {name: value or "" for name, value in attrs}
        self.page.elements.append((tag, given))
        if tag not in VOID:
            self.open.append((tag, given.get("id", "")))
        if tag == "form" and given.get("method") == "post":
            self.form = Form(given.get("action", ""))
            self.page.forms.append(self.form)
        if self.form is not None:
            self.control(tag, given, self.form)

    def control(self, tag: str, given: dict[str, str], form: Form) -> None:
        name = given.get("name", "")
        kind = given.get("type", "text")
        if tag == "textarea":
            self.area = name
            form.values[name] = ""
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and ("selected" in given or self.select not in form.values):
            form.values[self.select] = given.get("value", "")
        elif tag == "button" and name:
            form.buttons.append((name, given.get("value", "")))
        elif tag == "input" and name and (kind not in ("radio", "checkbox") or "checked" in given):
            form.values[name] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass
        self.area = "" if tag == "textarea" else self.area
        self.select = "" if tag == "select" else self.select
        self.form = None if tag == "form" else self.form

    def handle_data(self, data: str) -> None:
        self.page.texts.append(data)
        for _, name in self.open:
            if name:
                self.page.by_id[name] = self.page.by_id.get(name, "") + data
        if self.area and self.form is not None:
            # A browser leaves out the line end that stands right behind the tag.
            first = not self.form.values[self.area]
            self.form.values[self.area] += data[1:] if first and data.startswith("\n") else data


def page_of(html: str) -> Page:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.page
