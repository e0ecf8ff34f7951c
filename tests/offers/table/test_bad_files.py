"""Files and texts that are no table of offers: each is answered with what to do, and none with an error page."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from django.urls import reverse

from offers.models import Offer
from offers.table import A_FORMULA, NO_COLUMNS, NO_LINES, NO_TABLE
from offers.table_columns import HEADINGS
from tests.offers.table.sending import TABLE, send
from tests.offers.typed import words

pytestmark = pytest.mark.django_db
MANY = "Employer;Base pay\n" + "Heron Works;60k\n" * 5000
HUGE = "Employer;Notes\n" + f"Heron Works;{'quiet ' * 40}\n" * 9000


def workbook():
    """What a spreadsheet program saves if it is not told otherwise."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("xl/workbook.xml", "<workbook/>")
    return raw.getvalue()


FILES = [
    (MANY.encode(), "There are 5,000 lines under the headings, and at most 50 offers are read at a time."),
    (HUGE.encode(), "There are 9,000 lines under the headings"),
    (workbook(), "This is the file of a spreadsheet program, and no CSV."),
    (TABLE.encode("utf-16"), "This file is not text as it is read here: UTF-8."),
    ("Employer;Place\nÖrtel;Köln".encode("cp1252"), "Some letters in this file cannot be read"),
    (b"Employer;Base pay\nA\x00B;1", "This file is not text"),
    (b"", "This file is empty."),
    (b"\xef\xbb\xbf", NO_TABLE),
    (b"\n \n;;\n", NO_TABLE),
    (b"Employer;Base pay\n", NO_LINES),
    (b"just some words", NO_COLUMNS),
    (b"Base pay;Place\n60k;Graz", NO_COLUMNS),
    (";".join(f"c{n}" for n in range(300)).encode(), NO_COLUMNS),
    (b'"Employer;Base pay\nA;60k', "Line 1: Quotation marks do not match here."),
]


@pytest.mark.parametrize(("raw", "says"), FILES)
def test_a_file_that_is_no_table_says_what_to_do_beside_its_field(as_owner, raw, says):
    began = time.process_time()
    response = send(as_owner, "", file=raw)
    assert time.process_time() - began < 3
    assert response.status_code == 422
    page = response.content.decode()
    assert says in words(response)
    assert '<a href="#id_file">' in page
    assert "data-error-summary" in page
    assert not Offer.objects.exists()


@pytest.mark.parametrize(
    ("raw", "says"), [pair for pair in FILES if pair[1].startswith(("There are", "The first", "Line"))]
)
def test_the_same_as_text_is_kept_and_said_beside_its_own_field(as_owner, raw, says):
    response = send(as_owner, raw.decode())
    assert response.status_code == 422
    assert says in words(response)
    assert '<a href="#id_text">' in response.content.decode()
    assert raw.decode().splitlines()[-1].strip() in response.content.decode().replace("&quot;", '"')


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_at_all_is_asked_for(as_owner, text):
    response = send(as_owner, text)
    assert response.status_code == 422
    assert NO_TABLE in words(response)


def test_a_long_text_in_few_lines_says_how_long_it_is(as_owner):
    response = send(as_owner, "Employer;Notes\nHeron;" + "x" * 400_000)
    assert response.status_code == 422
    assert "This is too long: 400,021 characters." in words(response)


def test_what_is_wrong_in_one_cell_spoils_no_other_line(as_owner):
    lines = ["=1+1;1;", f"A;{'9' * 50_000};", f"B;1;{'x' * 5000}", '"C;1;', "D;1;fine"]
    response = send(as_owner, "", file="Employer;Base pay;Notes\n" + "\n".join(lines))
    page = words(response)
    assert response.status_code == 200
    for told in (
        f"Line 2, Employer {A_FORMULA}",
        "Line 3, Base pay Enter one number, in digits.",
        "Line 4, Notes Use 4,000 characters or fewer.",
        "Line 5 Quotation marks do not match here.",
        "Add this offer",
    ):
        assert told in page


def test_columns_by_the_hundred_are_counted_and_the_known_one_is_read(as_owner):
    response = send(as_owner, ";".join(["Employer", *(f"c{n}" for n in range(299))]) + "\nHeron Works")
    assert response.status_code == 200
    assert "Of 300 columns 299 are not read" in words(response)
    assert "Add this offer" in words(response)


def test_of_lines_that_are_all_wrong_each_is_named_under_a_summary(as_owner):
    response = send(as_owner, "Employer;Base pay\n;1\nA;b")
    assert response.status_code == 422
    page = words(response)
    assert "Nothing in it could be read yet." in page
    assert "Line 2, Employer" in page
    assert "Line 3, Base pay" in page


def test_every_column_is_named_on_the_page(as_owner):
    page = words(as_owner.get(reverse("offer_import")))
    assert all(heading in page for name, heading in HEADINGS.items())
