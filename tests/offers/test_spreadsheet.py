"""The comparison as a file: what stands where, and nothing in it that a program would run."""

from __future__ import annotations

import csv
import re
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import StringIO
from typing import Any

import pytest

from offers import spreadsheet
from offers.calc.exchange import exchanged
from offers.calc.valuation import Scenario, valuation
from offers.models import Offer, Term
from offers.side_by_side import Cell, Column, Line, Section
from offers.spreadsheet import comparison_csv, comparison_xlsx
from tests.offers import opened

HOSTILE = [
    '=HYPERLINK("https://evil.example","Mill")',
    *("@SUM(A1:A9)", "+1+1", "-2+3", "\t=1+1", "＝1+1", "{=1+1}", "1e5"),
    "two\nlines\r\nand\rmore",
    "\x00\x01\x08\x0b\x1f\x7f\x9f\ufffe\uffff\ud800gone",
    "😀👩‍👩‍👧 emoji",
    "שלום عالم \u202eright to left",
    "<r>&</r>",
    "<r><t>rich</t></r>",
    "<script>&amp;]]></script>",
    "_x0041_ escaped",
    "https://evil.example",
    "mailto:a@b.example",
    *(" spaces ", "", "x" * 40_000, "😀" * 20_000, "line\n" * 400),
]


def column(name: str = "Mill", *terms: dict[str, Any], rate: str = "", **typed: Any) -> Column:
    made = Offer(**{"employer": name, "currency": "USD", "base": Decimal(100_000)} | typed)
    worth = valuation(made.to_terms([Term(offer=made, **term) for term in terms]), scenario=Scenario())
    known = (Decimal(rate), date(2026, 11, 2)) if rate else None
    changed = exchanged(worth, "USD", known[0]) if known else worth
    return Column(offer=made, entered=worth, worth=changed, name=name, rate=known)


def line(label: str, *cells: Cell, **more: Any) -> Line:
    key = {"key": label} if "key" in {one.name for one in fields(Line)} else {}
    return Line(label=label, cells=cells, **key, **more)


def table(*names: str) -> tuple[Section, ...]:
    cells = [Cell(text=f"{at} USD", note=name, leads="most" if at == 0 else "") for at, name in enumerate(names)]
    years = (line("Year 1", *cells), line("Together", *cells, total=True))
    return Section(title="As they offer it", lines=(line("Base", *cells, words=True),)), Section(
        title="Sure", lines=years
    )


def made(*columns: Column, said: Any = ("Mill leads.",), sections: Any = None) -> bytes:
    sections = table(*(one.name for one in columns)) if sections is None else sections
    return comparison_xlsx(columns, sections, said=said, currency="USD", basis="gross")


def test_the_comparison_stands_as_on_the_page():
    rows = opened.sheets(made(column("Mill"), column("Yard")))["Comparison"]
    assert rows == [
        ["What", "Mill", "Yard"],
        ["Mill leads."],
        ["As they offer it"],
        ["Base", "0 USD (most)\nMill", "1 USD\nYard"],
        ["Sure"],
        ["Year 1", "0 USD (most)\nMill", "1 USD\nYard"],
        ["Together", "0 USD (most)\nMill", "1 USD\nYard"],
    ]


def test_the_sheets_have_frozen_heads_and_are_printed_across():
    found = opened.parts(made(column(), column()))
    assert list(opened.sheets(made(column()))) == ["Comparison", "Years", "Lines", "Terms"]
    for at in range(1, 5):
        sheet = found[f"xl/worksheets/sheet{at}.xml"]
        pane = next(sheet.iter(f"{opened.MAIN}pane"))
        assert (pane.get("xSplit"), pane.get("ySplit"), pane.get("state")) == ("1", "1", "frozen")
        page = next(sheet.iter(f"{opened.MAIN}pageSetup"))
        assert (page.get("orientation"), page.get("fitToHeight")) == ("landscape", "0")


def test_the_years_are_numbers_at_every_level():
    rows = opened.sheets(made(column("Mill", sign_on=Decimal("500.50"), bonus_amount=Decimal(10))))["Years"]
    assert rows[0][:4] == ["Offer", "Currency", "How sure", "Year"]
    assert rows[0][4:] == ["Every year, USD gross", "Once, USD gross", "Total, USD gross"]
    assert rows[1] == ["Mill", "USD", "Guaranteed", 1, 100_000, Fraction("500.5"), Fraction("100500.5")]
    assert rows[5] == ["Mill", "USD", "Guaranteed", "all years", 400_000, Fraction("500.5"), Fraction("400500.5")]
    assert rows[15][2:] == ["With likely and maybe pay", "all years", 400_040, Fraction("500.5"), Fraction("400540.5")]
    assert len(rows) == 16


def test_a_line_stands_in_its_own_money_and_in_that_of_the_comparison():
    extra = {"label": "Car", "amount": Decimal("100.5"), "every": "once", "year": 2, "certainty": "likely"}
    rows = opened.sheets(made(column("Mill", extra, rate="1.1", currency="EUR")))["Lines"]
    assert rows[0][8:] == [
        *("Year 1", "Year 2", "Year 3", "Year 4", "Currency", "Rate", "Rate of"),
        *(f"Year {year}, USD gross" for year in (1, 2, 3, 4)),
        "Note",
    ]
    days = (date(2026, 11, 2) - date(1899, 12, 30)).days
    assert rows[4] == [
        *("Mill", 1, "Something else that is paid", "Car", "likely", "money", "yes", "yes"),
        *(0, Fraction("100.5"), 0, 0, "EUR", Fraction("1.1"), days, 0, Fraction("110.55")),
        *(0, 0),
    ]


def test_what_is_not_known_is_blank_and_said_to_be_so_never_a_nought():
    rows = opened.sheets(made(column("Mill", {"label": "Car", "amount": None})))["Lines"]
    assert rows[4][8:12] == [None] * 4
    assert rows[4][15:] == [None] * 4 + ["not known"]


def test_the_terms_are_all_that_was_typed_by_its_question():
    grant = {"kind": "shares", "label": "Grant", "amount": Decimal(5000), "schedule": "even", "vest_years": 3}
    rows = opened.sheets(made(column("Mill", grant, expires=date(2026, 12, 1), notes="secret", leave_written=True)))
    said = {(row[1], row[3]): row[4:] for row in rows["Terms"][1:]}
    assert said[None, "base"] == ["Base pay", 100_000, "USD"]
    assert said[None, "employer"] == ["Employer", "Mill"]
    assert said[None, "hours_week"] == ["Hours a week"]
    assert said[None, "expires"][1] == (date(2026, 12, 1) - date(1899, 12, 30)).days
    assert said[None, "leave_written"][1] == "yes"
    assert said[None, "illiquid"] == ["Count shares and options that cannot be sold yet", "no"]
    assert said[1, "amount"] == ["What the whole grant is worth", 5000, "USD"]
    assert said[1, "own_schedule"][1] == "33.3333, 33.3333, 33.3334"
    assert (None, "notes") not in said


def test_what_was_typed_is_not_rounded():
    """The sums are made from it, even if its currency has no such coins any more."""
    rows = opened.sheets(made(column("Mill", base=Decimal("10.123"), currency="USD")))
    assert next(row[5] for row in rows["Terms"] if row[3] == "base") == Fraction("10.123")
    assert rows["Years"][1][4] == Fraction("10.12")


@pytest.mark.parametrize(("currency", "shown"), [("JPY", "#,##0"), ("KWD", "#,##0.000"), ("USD", "#,##0.00")])
def test_amounts_have_the_decimals_of_their_currency(currency: str, shown: str):
    assert spreadsheet.number_format(currency) == shown
    one = column(currency=currency)
    styles = opened.parts(comparison_xlsx([one], (), said=(), currency=currency, basis="gross"))["xl/styles.xml"]
    builtin = {"3": "#,##0", "4": "#,##0.00"}
    own = {style.get("numFmtId"): style.get("formatCode") for style in styles.iter(f"{opened.MAIN}numFmt")}
    used = {style.get("numFmtId") for style in styles.iter(f"{opened.MAIN}xf")}
    assert shown in {(builtin | own).get(number) for number in used}


def test_equal_names_are_told_apart():
    sheets = opened.sheets(made(column("Mill"), column("Mill"), column("Mill (2)"), column("  "), column("")))
    names = ["Mill", "Mill (2)", "Mill (2) (2)", "Offer", "Offer (2)"]
    assert sheets["Comparison"][0][1:] == names
    assert list(dict.fromkeys(row[0] for row in sheets["Terms"][1:])) == names


def test_equal_input_makes_an_equal_file():
    extra = {"label": "Car", "amount": Decimal(5)}
    assert made(column("Mill", extra), column("Yard")) == made(column("Mill", extra), column("Yard"))


def test_nothing_to_compare_is_a_file_too():
    sheets = opened.sheets(made(said=["You have not entered an offer yet."], sections=()))
    assert sheets["Comparison"] == [["What"], ["You have not entered an offer yet."]]
    assert [len(rows) for rows in sheets.values()] == [2, 1, 1, 1]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_open_and_are_no_formulas(name: str):
    grant = {"label": name, "amount": Decimal(5), "kind": "extra"}
    columns = [column(name, grant, role=name, place=name), column(name, grant)]
    workbook = made(*columns, said=[name, f"{name} leads."], sections=table(name, name))
    found = opened.parts(workbook)
    tags = {element.tag.rpartition("}")[2] for part in found.values() for element in part.iter()}
    assert not tags & {"f", "hyperlink", "hyperlinks", "externalReference", "script"}
    texts = [cell for rows in opened.sheets(workbook).values() for row in rows for cell in row if isinstance(cell, str)]
    assert all(len(text.encode("utf-16-le")) // 2 <= spreadsheet.MOST_CHARACTERS for text in texts)
    assert all(text.count("\n") <= spreadsheet.MOST_NEWLINES for text in texts)


def test_what_is_kept_of_a_hostile_name():
    assert spreadsheet.xml_text("a\x00b\ud800\ufffe\r\nc") == "ab\nc"
    assert spreadsheet.xml_text("x" * 32_767) == "x" * 32_767
    assert spreadsheet.xml_text("x" * 32_768) == "x" * 32_766 + "…"
    assert spreadsheet.xml_text("😀" * 20_000) == "😀" * 16_383 + "…"
    assert len(spreadsheet.xml_text(f"<r>{'x' * 40_000}</r>")) == 32_767
    text = next(row[5] for row in opened.sheets(made(column("_x0041_<r>")))["Terms"] if row[3] == "employer")
    assert text == "_x0041_<r>"


def test_a_text_that_looks_like_a_formula_stays_a_text_when_it_is_edited():
    styles = opened.parts(made(column("=1+1")))["xl/styles.xml"]
    assert [style for style in styles.iter(f"{opened.MAIN}xf") if style.get("quotePrefix") == "1"]
    styles = opened.parts(made(column("Mill")))["xl/styles.xml"]
    assert not [style for style in styles.iter(f"{opened.MAIN}xf") if style.get("quotePrefix") == "1"]


def test_more_than_a_sheet_holds_is_left_out_and_said_to_be(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(spreadsheet, "MOST_ROWS", 6)
    monkeypatch.setattr(spreadsheet, "MOST_COLUMNS", 3)
    sheets = opened.sheets(made(column("A"), column("B"), column("C"), said=["One.", "Two."]))
    assert [len(rows) for rows in sheets.values()] == [6] * 4
    assert [rows[-1] for rows in sheets.values()] == [[spreadsheet.CUT]] * 4
    assert {len(row) for rows in sheets.values() for row in rows} <= {1, 2, 3}
    assert sheets["Comparison"][0] == ["What", "A", "B"]


def test_a_day_that_excel_does_not_know_is_a_text():
    rows = opened.sheets(made(column(expires=date(1066, 10, 14))))["Terms"]
    assert next(row[5] for row in rows if row[3] == "expires") == "1066-10-14"


def test_an_amount_of_fifteen_digits_is_exact():
    most = Decimal("999999999999.99")
    rows = opened.sheets(made(column(base=most)))
    assert rows["Years"][1][4] == Fraction(most)


def test_the_table_as_csv():
    written = comparison_csv([column("=Mill"), column("=Mill")], table("=Mill", "-5"), said=["=Mill leads."])
    assert list(csv.reader(StringIO(written, newline=""))) == [
        ["'=Mill leads."],
        [],
        ["What", "'=Mill", "'=Mill (2)"],
        ["As they offer it"],
        ["Base", "0 USD (most); '=Mill", "1 USD; '-5"],
        ["Sure"],
        ["Year 1", "0 USD (most); '=Mill", "1 USD; '-5"],
        ["Together", "0 USD (most); '=Mill", "1 USD; '-5"],
    ]


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_no_cell_of_the_csv_begins_a_formula(name: str):
    sections = [Section(title=name, lines=(line(name, Cell(text=name, note=name)),))]
    written = comparison_csv([replace(column("Mill"), name=name)], sections, said=[name])
    rows = list(csv.reader(StringIO(written, newline="")))
    assert len(rows) == 5
    assert not [cell for row in rows for cell in row if re.match(r"\s*[=+\-@＝＋－＠]", cell)]
    written.encode()
