"""Controls written straight out: a page has dozens, and Django's three templates for each cost more than its field."""

from __future__ import annotations

from typing import Any

from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.utils.html import format_html
from django.utils.safestring import SafeString

FOLDER = "django/forms/widgets"
INPUTS = frozenset(f"{FOLDER}/{name}.html" for name in ("text", "date", "checkbox", "radio_option", "checkbox_option"))
TEXTAREA = f"{FOLDER}/textarea.html"


class Controls(DjangoTemplates):
    """The common controls as Django's own templates make them; what is rarer is left to those."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        widget = context["widget"]
        if template_name in INPUTS and not widget.get("wrap_label"):
            return input_tag(widget)
        if template_name == TEXTAREA:
            return textarea_tag(widget)
        return str(super().render(template_name, context, request))


def input_tag(widget: dict[str, Any]) -> SafeString:
    value = "" if widget["value"] is None else format_html(' value="{}"', widget["value"])
    return format_html(
        '<input type="{}" name="{}"{}{}>', widget["type"], widget["name"], value, flatatt(widget["attrs"])
    )


def textarea_tag(widget: dict[str, Any]) -> SafeString:
    # The browser drops the first line end; without ours it would drop one that was typed.
    return format_html(
        '<textarea name="{}"{}>\n{}</textarea>', widget["name"], flatatt(widget["attrs"]), widget["value"] or ""
    )
