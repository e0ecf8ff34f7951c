"""The cells of the comparison written straight out: ten offers have hundreds, and a loop costs more than they do."""

from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from offers.side_by_side import Cell, Line

register = template.Library()
MORE = ' <span class="caption small">{}</span>'


@register.filter
def cells(line: Line) -> SafeString:
    """All cells of one line. On a phone each is one fact of its offer's card, so it carries the label of its line."""
    label, number = line.whole, "" if line.words else "number"
    return format_html_join(
        "",
        '<td role="cell" data-label="{}" class="{}"><span>{}{}</span></td>',
        ((label, kind(cell, number), cell.text, more(cell)) for cell in line.cells),
    )


def kind(cell: Cell, number: str) -> str:
    return f"{number} {'best' if cell.leads else 'error' if cell.bad else ''}".strip()


def more(cell: Cell) -> SafeString | str:
    """The word beside the best, and where the cell comes from."""
    if not cell.leads and not cell.note:
        return ""
    return format_html(MORE * (bool(cell.leads) + bool(cell.note)), *filter(None, (cell.leads, cell.note)))
