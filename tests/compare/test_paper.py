"""The comparison on paper and as files."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from negotiation import typeset
from negotiation.models import Criterion, Plan, Score
from negotiation.profiles.models import Candidate
from tests.compare.conftest import offered
from tests.offers.opened import sheets
from tests.offers.typed import words

pytestmark = pytest.mark.django_db


@pytest.fixture
def filled(owner: Candidate, plan: Plan) -> Plan:
    """Eleven columns, one more than a page is wide twice over, and a criterion."""
    row = Criterion.objects.create(plan=plan, kind="own", text="Team", points=9, version=1)
    for number in range(11):
        offer = offered(owner, f"Mill{number}", 100 + number, present=number == 0)
        Score.objects.create(row=row, offer=offer, said=str(number % 11))
    return plan


def got(client: Client, name: str, plan: Plan, *args: Any, **asked: Any) -> Any:
    return client.get(reverse(name, args=[plan.pk, *args]), asked)


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)


def test_the_pdf_lies_across_is_tagged_and_holds_every_offer(as_owner: Client, filled: Plan):
    answer = got(as_owner, "compare_pdf", filled)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="offers-side-by-side.pdf"'
    reader = PdfReader(io.BytesIO(answer.content))
    box = reader.pages[0].mediabox
    assert box.width > box.height
    assert "/StructTreeRoot" in reader.trailer["/Root"]
    text = text_of(answer.content)
    for number in range(11):
        assert f"Mill{number}" in text
    for words_ in ("Offers 1 to 5 of 11", "Offers 11 to 11 of 11", "440 EUR gross (most)", "What would have to change"):
        assert words_ in text
    assert "None" not in text


def test_the_print_page_says_the_same(as_owner: Client, filled: Plan):
    page = got(as_owner, "compare_print", filled)
    text = words(page)
    for words_ in ("Your offers side by side", "Private: do not forward", "440 EUR gross (most)", "Team (weight 100"):
        assert words_ in text
    assert 'class="brief-page landscape"' in page.content.decode()
    assert page.content.decode().count("<svg") == 2


def test_hidden_lines_stay_off_the_paper(as_owner: Client, filled: Plan):
    assert "Sign-on payment" in words(got(as_owner, "compare_print", filled))
    page = got(as_owner, "compare_print", filled, hide="sign-on", sort="likely")
    assert "Sign-on payment" not in words(page)
    assert words(page).index("Mill10") < words(page).index("Mill9")
    assert "?sort=likely&amp;hide=sign-on" in page.content.decode()


def test_one_offer_and_none_are_printed_without_blanks(as_owner: Client, owner: Candidate, plan: Plan):
    assert "You have not entered an offer yet." in words(got(as_owner, "compare_print", plan))
    assert got(as_owner, "compare_pdf", plan).status_code == 200
    offered(owner, "A", 100)
    text = text_of(got(as_owner, "compare_pdf", plan).content)
    assert "There is no second offer" in text
    assert "What would have to change" not in text


def test_the_spreadsheet_and_the_table_as_csv(as_owner: Client, filled: Plan):
    answer = got(as_owner, "compare_sheet", filled, "xlsx")
    assert answer.headers["Content-Type"].endswith("spreadsheetml.sheet")
    assert list(sheets(answer.content)) == ["Comparison", "Years", "Lines", "Terms"]
    answer = got(as_owner, "compare_sheet", filled, "csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert ["What", *(f"Mill{number}" for number in range(11))] in rows
    assert [row[0] for row in rows if row[:1] == ["Score of 100"]]


def test_no_other_kind_of_file(as_owner: Client, filled: Plan):
    for kind in ("xls", "html", "xlsx.exe"):
        assert got(as_owner, "compare_sheet", filled, kind).status_code == 404


def test_characters_that_no_font_has_are_named_and_the_print_page_offered(as_owner: Client, filled: Plan):
    filled.title = "\U000f1234"
    filled.save()
    answer = got(as_owner, "compare_pdf", filled)
    assert answer.status_code == 422
    assert "U+F1234" in words(answer)
    assert reverse("compare_print", args=[filled.pk]) in answer.content.decode()


def test_a_typesetter_that_fails_leads_to_the_print_page(
    as_owner: Client, filled: Plan, monkeypatch: pytest.MonkeyPatch
):
    def fail(*args: Any, **kwargs: Any) -> bytes:
        raise typeset.TypesetTimeout

    monkeypatch.setattr(typeset, "pdf", fail)
    answer = got(as_owner, "compare_pdf", filled)
    assert answer.status_code == 503
    assert reverse("compare_print", args=[filled.pk]) in answer.content.decode()


def test_somebody_elses_comparison_is_on_no_paper(as_stranger: Client, filled: Plan):
    for name, args in (("compare_pdf", ()), ("compare_print", ()), ("compare_sheet", ("csv",))):
        assert got(as_stranger, name, filled, *args).status_code == 404
