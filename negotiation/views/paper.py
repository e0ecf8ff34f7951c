"""A document on paper: as a page to print, as a PDF, as plain text; and a kind page where there can be no PDF."""

from __future__ import annotations

from dataclasses import dataclass

from babel.dates import format_date
from django.http import HttpResponse
from django.shortcuts import render

from groundwork.blocks import Block
from groundwork.document import Brief
from groundwork.owner import Request
from negotiation import typeset
from negotiation.models import Plan


@dataclass(frozen=True, kw_only=True)
class Paper:
    """The document, what its files are called, where one came from, and where its page to print is."""

    brief: Brief
    name: str
    back: str
    back_words: str
    to_print: str


def as_page(request: Request, plan: Plan, paper: Paper) -> HttpResponse:
    return render(request, "brief/print.html", {"plan": plan, "brief": paper.brief, "paper": paper})


def as_pdf(request: Request, plan: Plan, paper: Paper) -> HttpResponse:
    shown = {"plan": plan, "paper": paper}
    try:
        file = typeset.pdf(paper.brief.as_data())
    except typeset.MissingGlyphs as error:
        return render(request, "brief/missing_glyphs.html", shown | {"characters": error.names}, status=422)
    except typeset.TypesetError:
        again = {"again": request.get_full_path()}
        return render(request, "brief/no_pdf.html", shown | again, status=503)
    return attached(file, "application/pdf", f"{paper.name}.pdf")


def as_text(paper: Paper) -> HttpResponse:
    return attached(paper.brief.as_text().encode(), "text/plain; charset=utf-8", f"{paper.name}.txt")


def attached(file: bytes, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(file, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def one_table(
    plan: Plan, table: Block, title: str, *, name: str, back: tuple[str, str], to_print: str, wide: bool
) -> Paper:
    """A table that is a paper of its own, for the hand; `back` is the address and the words of the link to it."""
    brief = Brief(
        title=title,
        subtitle=plan.name,
        version="private",
        printed=plan.today,
        printed_text=format_date(plan.today, "long", locale="en_GB"),
        sheet=(table,),
        sheet_title=title,
        landscape=wide,
    )
    return Paper(brief=brief, name=name, back=back[0], back_words=back[1], to_print=to_print)
