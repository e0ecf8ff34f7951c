"""A field must not take the name of something that scripts read from its form: `form.form`, `form.elements`."""

from __future__ import annotations

import negotiation.urls  # noqa: F401 - every form is imported by the pages that show it
from groundwork.forms import SavedForm

TAKEN = {
    *("form", "elements", "length", "action", "method", "target", "submit", "reset", "id", "children", "attributes"),
    *("parentNode", "parentElement", "nodeName", "tagName", "isConnected", "matches", "closest", "contains"),
}


def every_form() -> set[type[SavedForm]]:
    found, left = set(), [SavedForm]
    while left:
        kind = left.pop()
        found.add(kind)
        left += kind.__subclasses__()
    return found


def test_no_field_hides_a_part_of_its_form():
    named = {name: kind.__name__ for kind in every_form() for name in kind.base_fields}
    assert "employer" in named, "the forms were not found"
    assert {name: kind for name, kind in named.items() if name in TAKEN} == {}
