"""The catalogue and the folder of templates agree."""

import re

import pytest

from negotiation.scripts import catalogue
from negotiation.scripts.catalogue import INPUTS, LETTERS
from negotiation.scripts.words import FOLDER, SUBJECT
from tests.scripts.samples import FULL, LETTER_FILES

PLAN_NAMES = {"employer", "role", "sender_name", "sender_block", "today", "terms"}
NAMED = re.compile(r"{{ (\w+)(?:\.(?:sentence|phrase))? }}|{% (?:el)?if (\w+) %}|{% for (\w+) in (\w+) %}")


def source(name):
    """The text of a template with its pieces in place."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    return re.sub(r'{% include "(\w+\.txt)" %}', lambda found: source(found[1]), text)


def names(name):
    return {word for found in NAMED.findall(source(name)) for word in found if word} - {"term"}


def test_no_template_is_missing_and_none_is_left_over():
    assert catalogue.missing_templates() == ()
    assert {path.name for path in FOLDER.glob("[!_]*.txt")} == set(LETTER_FILES)


def test_a_missing_template_is_named(monkeypatch, tmp_path):
    monkeypatch.setattr(catalogue, "FOLDER", tmp_path)
    assert catalogue.missing_templates() == tuple(LETTER_FILES)


def test_letters_come_in_order_with_distinct_slugs():
    assert [letter.slug for letter in LETTERS] == ["ask-time", "accept", "decline", "move-call"]
    assert [variant.slug for variant in catalogue.find("decline").variants] == ["personal", "terms", "flags"]
    assert catalogue.find("nothing") is None


def test_template_names_the_file_and_refuses_an_unknown_variant():
    assert catalogue.find("accept").template() == "accept.txt"
    assert catalogue.find("decline").template("flags") == "decline.flags.txt"
    for slug, variant in (("decline", ""), ("decline", "../x"), ("accept", "terms")):
        with pytest.raises(LookupError):
            catalogue.find(slug).template(variant)


def test_a_letter_asks_for_exactly_the_inputs_its_words_use():
    for letter in LETTERS:
        for variant in [variant.slug for variant in letter.variants] or [""]:
            asked = set(letter.fields_for(variant))
            used = names(letter.template(variant)) - PLAN_NAMES
            assert {slot_of(name) for name in asked} == used
            assert asked <= set(INPUTS)


def slot_of(name):
    """The day and the hour of a moment are one value in a letter."""
    moment = name.removesuffix("_date").removesuffix("_hour")
    return moment if moment in catalogue.MOMENTS else name


def test_templates_use_plain_names_only():
    """No filters, no attributes but sentence and phrase: anything else could print what is no slot."""
    for name in LETTER_FILES:
        text = source(name)
        plain = re.sub(NAMED.pattern + r"|{% (?:else|endif|endfor) %}", "", text)
        assert not re.search("[{}]", plain), name
        assert names(name) <= set(FULL) | {"terms"}


def test_every_letter_has_a_subject_a_greeting_and_a_closing():
    for name in LETTER_FILES:
        text = source(name)
        assert text.startswith(SUBJECT)
        assert "\n\nDear {{ recipient }},\n\n" in text
        assert "\n\nKind regards,\n" in text


def test_an_input_left_blank_is_a_gap_on_the_page_of_the_letter():
    slot = catalogue.slot("start_date", " ")
    assert (slot.missing.step, slot.missing.field) == ("", "start_date")
    assert catalogue.slot("start_date", "Monday").text == "Monday"


def test_what_people_read_in_the_catalogue_keeps_the_tone():
    texts = [text for letter in LETTERS for text in (letter.title, letter.moment)]
    texts += [text for letter in LETTERS for v in letter.variants for text in (v.title, v.hint)]
    texts += [text for field in INPUTS.values() for text in (field.label, field.hint, field.gap)]
    for text in texts:
        assert not re.search(r"\b(please|sorry|oops|invalid)\b", text, re.IGNORECASE)
    assert all(letter.moment.count(".") == 1 and letter.moment.endswith(".") for letter in LETTERS)
