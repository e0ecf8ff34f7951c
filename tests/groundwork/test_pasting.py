"""Files that hold no text are told apart from those that do, with what to do about each."""

import pytest

from groundwork.pasting import NotText, batch_of, opened

TABLE = "Employer;Base pay\nÖrtel;60k\n"


def test_text_in_utf_8_is_read_with_and_without_its_mark():
    assert opened(TABLE.encode()) == opened(TABLE.encode("utf-8-sig")) == opened(TABLE.replace("\n", "\r\n").encode())


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00xl/", "no CSV"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "no CSV"),
        (TABLE.encode("utf-16"), "UTF-8"),
        (TABLE.encode("utf-16-le"), "UTF-8"),
        (TABLE.encode("cp1252"), "not saved as UTF-8"),
        (b"Employer\x00\nA", "UTF-8"),
        (b"%PDF-1.7\n\xe2\xe3", "not saved as UTF-8"),
    ],
)
def test_what_is_no_such_text_says_how_to_save_it(raw, says):
    with pytest.raises(NotText, match="save it as “CSV UTF-8”") as told:
        opened(raw)
    assert says in str(told.value)


def test_a_page_without_a_batch_begins_one():
    assert batch_of({"batch": "\x00no id"}) != batch_of({})
