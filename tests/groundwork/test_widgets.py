"""Controls written straight out are the ones Django's templates make."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates

from groundwork.widgets import Controls

HOSTILE = "\"><script>alert('1')</script>&amp; \u202eabc\n\tend"
CHOICES = [("one", "The first"), (HOSTILE, HOSTILE)]


class Sample(forms.Form):
    line = forms.CharField(help_text="A hint", widget=forms.TextInput(attrs={"inputmode": "decimal", "readonly": True}))
    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 4, "hidden": False}))
    day = forms.DateField()
    tick = forms.BooleanField()
    one = forms.ChoiceField(choices=CHOICES, widget=forms.RadioSelect)
    some = forms.MultipleChoiceField(choices=CHOICES, widget=forms.CheckboxSelectMultiple)
    rare = forms.ChoiceField(choices=CHOICES)
    secret = forms.CharField(widget=forms.HiddenInput)


class Parts(HTMLParser):
    """Tags with their attributes in any order, and the text between them."""

    def __init__(self, html: str):
        super().__init__()
        self.found: list[object] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, sorted(attrs, key=str)))

    def handle_data(self, data):
        self.found.append(data)


def drawn(renderer, data):
    form = Sample(data, renderer=renderer)
    choices = [choice.tag() for name in ("one", "some") for choice in form[name]]
    return [Parts(html).found for html in [*map(str, form), *choices]]


@pytest.mark.parametrize("typed", ["", "0", "as it was typed", HOSTILE, "\nfirst line blank"])
def test_same_controls_as_django_makes(typed):
    data = {name: [typed, "one"] if name == "some" else typed for name in Sample.base_fields}
    assert drawn(Controls(), data) == drawn(DjangoTemplates(), data)


def test_same_controls_while_nothing_is_filled_in():
    assert drawn(Controls(), None) == drawn(DjangoTemplates(), None)
