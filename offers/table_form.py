"""The form that takes in a table of offers: a file or its text, and what its lines mean where they do not say."""

from __future__ import annotations

from typing import Any

from django import forms

from groundwork.fields import TextFormField
from groundwork.pasting import NotText, TableForm, one_of, opened
from offers.models import BASES, PERIODS
from offers.table import NO_TABLE, Table, read_offers


class OfferTableForm(TableForm):
    """A file that was chosen counts before the text; what it says stands in the text from then on."""

    file = forms.FileField(
        label="A CSV file",
        help_text="Saved as “CSV UTF-8” by a spreadsheet program, or downloaded here",
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv,.tsv,.txt,text/csv"}),
        error_messages={"empty": "This file is empty. Choose one with a line of headings and a line for each offer."},
    )
    text = TextFormField(
        label="Or the table itself",
        help_text="A line of headings, then one line for each offer. Copy it from a spreadsheet, or as CSV",
        required=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        strip=False,
    )
    period = one_of("For what time base pay is paid, where a line does not say", PERIODS)
    basis = one_of("Before or after tax, where a line does not say", BASES)
    field_order = ("file", "text", "currency", "period", "basis")
    table = Table((), ())

    def clean_file(self) -> str:
        """What the file says."""
        file = self.cleaned_data["file"]
        try:
            return opened(file.read()) if file else ""
        except NotText as error:
            raise forms.ValidationError(str(error)) from error

    def clean(self) -> dict[str, Any]:
        """Reads the table, once it is known what its lines mean."""
        known = self.cleaned_data
        source = "file" if self.files.get("file") else "text"
        known["text"] = known.get(source, "")
        if not self.errors:
            ways = {name: known[name] for name in ("currency", "basis", "period")}
            self.table = read_offers(known["text"], **ways)
            if self.table.refused:
                self.add_error(source, self.table.refused)
            else:
                self.data = {**self.data.dict(), "text": known["text"]}  # type: ignore[attr-defined]
        elif not (known["text"] or "file" in self.errors):
            self.add_error("text", NO_TABLE)
        return known
