"""No private answer can change what is safe to share: tried for every column there is."""

from __future__ import annotations

import io

import pytest
from django.urls import reverse
from pypdf import PdfReader

from negotiation.models import Plan
from tests.guard.changing import columns, other_value, store
from tests.guard.shareable import BASES, GUARDED, SHAREABLE, marks, prepared, shown, tables
from tests.guard.test_matrix import TOKEN
from tests.guard.world import World


@pytest.mark.parametrize("base", BASES)
def test_no_private_answer_changes_what_is_shared(base: str, world: World, one_day: None):
    found = shown(prepared(world, BASES[base]), BASES[base].tables)
    assert found["share"] - SHAREABLE == set()
    assert found["share"] <= found["private"]
    assert BASES[base].shows - found["share"] == set()
    if not BASES[base].tables:
        assert GUARDED - found["private"] == set()


def test_all_that_is_listed_as_shareable_shows_somewhere():
    """A column that shows nowhere must not stand in the list: the next one of its name might be private."""
    assert set().union(*(base.shows for base in BASES.values())) == SHAREABLE


def print_page(world: World, version: str) -> bytes:
    address = reverse("brief_print", args=[world.owner.ids["plan_id"], version])
    return TOKEN.sub(rb"\1", world.owner.client.get(address).content)


def pdf(world: World, version: str) -> bytes:
    answer = world.owner.client.get(reverse("brief_pdf", args=[world.owner.ids["plan_id"], version]))
    assert answer["Content-Type"] == "application/pdf"
    return bytes(answer.content)


def text_of(file: bytes) -> str:
    """The text of a PDF, without the places where long words may break."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(file)).pages]
    return "".join("".join(pages).replace("\u200b", "").split())


def change_all_private(plan: Plan) -> None:
    """Every private column but the account's, whose owner would be signed out."""
    for table, rows in tables(plan).items():
        for column in columns(type(rows[0])) if table != "candidate" else ():
            if f"{table}.{column.name}" not in SHAREABLE | {"plan.kind"}:
                for row in rows:
                    store(row, column, other_value(column, getattr(row, column.name)))


@pytest.mark.parametrize("base", ["about an offer", "with the offer typed"])
def test_with_every_private_answer_changed_the_shared_page_and_pdf_are_the_same_bytes(
    base: str, world: World, one_day: None
):
    plan = prepared(world, BASES[base])
    before = {version: (print_page(world, version), pdf(world, version)) for version in ("private", "share")}
    change_all_private(plan)
    after = {version: (print_page(world, version), pdf(world, version)) for version in ("private", "share")}
    assert after["share"] == before["share"]
    assert after["private"][0] != before["private"][0]
    assert after["private"][1] != before["private"][1]


def test_no_mark_of_a_private_answer_stands_in_what_is_shared(world: World):
    prepared(world, BASES["with the offer typed"])
    shared = {"page": marks(print_page(world, "share").decode()), "pdf": marks(text_of(pdf(world, "share")))}
    private = marks(print_page(world, "private").decode())
    assert shared["page"] <= SHAREABLE
    assert shared["pdf"] <= SHAREABLE
    assert "company.does" in shared["page"] & shared["pdf"]  # such marks can be seen
    assert {"pain.words", "alternative.title"} <= private
