"""Slots, the engine and the parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation.scripts.words import (
    Bullets,
    Gap,
    Para,
    Piece,
    Slot,
    UnknownName,
    Words,
    new_engine,
    parse,
    render,
)

TARGET = Gap("zopa", "target_fixed", "your target")


@pytest.fixture
def fill(tmp_path):
    """Renders a template given as text."""

    def fill_text(template, **values):
        (tmp_path / "letter.txt").write_text(template, encoding="utf-8")
        return render("letter.txt", values, engine=new_engine(tmp_path))

    return fill_text


def para(text):
    return Para((Piece(text),))


# Slots


def test_a_filled_slot_is_true_and_a_gap_is_false():
    assert Slot.filled("x")
    assert not Slot.gap("zopa", "target_fixed", "your target")


def test_of_makes_a_gap_of_nothing_to_read():
    for text in (None, "", "  \n", "\x00\x1b", "\u200b\u202e", "\xa0"):
        assert Slot.of(text, gap=TARGET).missing == TARGET
    assert Slot.of(" x ", gap=TARGET) == Slot.filled("x")


def test_filled_refuses_what_has_nothing_to_read():
    with pytest.raises(ValueError):
        Slot.filled(" \n\x00")


def test_a_value_is_one_line_without_control_characters_and_keeps_no_break_spaces():
    assert Slot.filled(" a \r\n\t b\x00\x03c\ud800 ").text == "a bc"
    assert Slot.filled("100\xa0000").text == "100\xa0000"


def test_a_value_of_several_lines_keeps_them_without_blank_ones():
    assert Slot.filled("Ada\r\n\n  12 Row ", lines=True).text == "Ada\n12 Row"


@pytest.mark.parametrize(
    ("text", "sentence", "phrase"),
    [
        ("my reason", "My reason.", "my reason"),
        ("My reason.", "My reason.", "My reason"),
        ("they said “yes.”", "They said “yes.”", "they said “yes.”"),
        ("why?", "Why?", "why?"),
        ("Fernbrook Inc.", "Fernbrook Inc.", "Fernbrook Inc"),
        ("ßa", "Ssa.", "ßa"),
        ("...", "...", "..."),
    ],
)
def test_sentence_and_phrase_end_with_one_full_stop(text, sentence, phrase):
    assert Slot.filled(text).sentence.text == sentence
    assert Slot.filled(text).phrase.text == phrase


def test_sentence_and_phrase_of_a_gap_are_the_gap():
    gap = Slot(missing=TARGET)
    assert gap.sentence == gap.phrase == gap


# Filling


def test_a_gap_becomes_a_piece_that_names_step_and_field(fill):
    words = fill("I ask for {{ target }} now.", target=Slot(missing=TARGET))
    assert words.blocks == (Para((Piece("I ask for "), Piece("[your target]", TARGET), Piece(" now."))),)
    assert words.gaps == (TARGET,)
    assert words.plain() == "I ask for [your target] now."


def test_each_gap_is_listed_once_in_reading_order(fill):
    other = Gap("role", "title", "the job title")
    words = fill("Subject: {{ b }}\n- {{ a }}\n- {{ b }}", a=Slot(missing=TARGET), b=Slot(missing=other))
    assert words.gaps == (other, TARGET)


def test_if_asks_whether_a_slot_is_filled(fill):
    template = "{% if a %}has {{ a }}{% else %}nothing{% endif %}"
    assert fill(template, a=Slot.filled("x")).plain() == "has x"


def test_nothing_is_escaped(fill):
    text = """O'Hara & Co <b>"x"</b>"""
    assert fill("{{ a }}", a=Slot.filled(text)).plain() == text


def test_what_looks_like_a_template_in_a_value_is_text(fill):
    text = "{{ a }} {% now 'Y' %} {# x #}"
    assert fill("{{ a }}", a=Slot.filled(text)).plain() == text


@pytest.mark.parametrize(
    "template",
    [
        "{{ salry }}",
        "{{ a.nothing }}",
        "{{ salry|upper }}",
        "{% if salry %}x{% endif %}",
        "{% if a and salry %}x{% endif %}",
        "{% for x in salry %}{{ x }}{% endfor %}",
    ],
)
def test_an_unknown_name_stops_everything(fill, template):
    with pytest.raises(UnknownName, match=r"salry|a\.nothing"):
        fill(template, a=Slot.filled("x"))


@pytest.mark.parametrize("value", [None, "text", 7, (None,), ["text"]])
def test_only_slots_enter_a_template(fill, value):
    with pytest.raises(TypeError):
        fill("{{ a }}", a=value)


# Blocks


def test_text_is_taken_apart_into_subject_paragraphs_and_lists():
    words = parse("\n\nSubject: Hello \n\n\nDear Jo,\nhow are you?\n- one\n-  two\nBye\n\n")
    assert words.subject_line == "Hello"
    assert words.blocks == (para("Dear Jo,\nhow are you?"), Bullets((para("one"), para("two"))), para("Bye"))
    assert words.body() == "Dear Jo,\nhow are you?\n\n- one\n- two\n\nBye"


def test_items_that_a_loop_sets_apart_are_one_list(fill):
    terms = (Slot.filled("a"), Slot.filled("b"))
    words = fill("{% for term in terms %}\n- {{ term }}\n{% endfor %}", terms=terms)
    assert words.blocks == (Bullets((para("a"), para("b"))),)


def test_text_without_a_subject_has_none():
    assert parse("Dear Jo").subject is None
    assert parse("Subject:\n\nDear Jo").subject is None
    assert parse("Dear Jo\nSubject: x").subject is None
    assert parse("") == Words(None, ())


def test_a_value_starts_no_list_no_subject_and_no_paragraph(fill):
    hostile = Slot.filled("- a\n\nSubject: b", lines=True)
    words = fill("{{ a }}\n\nSubject\n- {{ a }}", a=hostile)
    assert words.subject is None
    assert words.blocks == (
        para("- a\nSubject: b"),
        para("Subject"),
        Bullets((para("- a Subject: b"),)),
    )
    assert fill("{{ a }}", a=Slot.filled("Subject: b")).subject is None


def test_a_subject_is_one_line_whatever_fills_it(fill):
    words = fill("Subject: {{ a }}\n\nx", a=Slot.filled("a\nBcc: b", lines=True))
    assert words.subject_line == "a Bcc: b"


# Edited text


def test_edited_text_has_blocks_and_no_gaps():
    words = Words.from_plain("Subject: Hi\r\n\r\nDear [your target],\x00\x02\r\n- one")
    assert words.subject_line == "Hi"
    assert words.blocks == (para("Dear [your target],"), Bullets((para("one"),)))
    assert words.gaps == ()


def test_a_known_gap_left_in_edited_text_stays_a_gap():
    words = Words.from_plain("I ask for [your target] and [more].", gaps=[TARGET])
    assert words.gaps == (TARGET,)
    assert words.plain() == "I ask for [your target] and [more]."


@given(st.text(st.sampled_from("ab -\n\r:[]\x00\x02\x10\u2028 é") | st.characters(), max_size=60))
def test_edited_text_settles_after_one_reading(text):
    words = Words.from_plain(text)
    assert Words.from_plain(words.plain()) == words


@given(st.text(max_size=40), st.booleans())
def test_no_value_changes_the_shape_of_a_letter(text, lines):
    slot = Slot.of(text, gap=TARGET, lines=lines)
    words = parse(f"Subject: {slot}\n\nDear {slot},\n- {slot}\n\n{slot}\n")
    assert words.subject is not None
    assert [type(block) for block in words.blocks] == [Para, Bullets, Para]
    assert words.gaps == (() if slot else (TARGET,))
