"""The rules one by one: lists of many kinds, headings, telling words, and what is put together or apart."""

from __future__ import annotations

import pytest

from negotiation.ad.reading import NOT_ENGLISH, NOTHING, SHOWN, TOO_MANY, Kind, read_ad
from tests.ad.reads import kinds

SIGNS = [
    "- ",
    "* ",
    "• ",
    "·\t",
    "– ",
    "— ",
    "▪ ",
    "● ",
    "✓ ",
    "➤ ",
    "o ",
    "1. ",
    "2) ",
    "(3) ",
    "a) ",
    "(b) ",
    "iv) ",
    "1.1 ",
]


@pytest.mark.parametrize("sign", [*SIGNS, "-", "•", "🚀 ", "✅", "⚡️ "])
def test_a_line_of_a_list_loses_its_sign_and_nothing_else(sign):
    text = f"Duties\n{sign}Water the seedlings\n{sign}Move 3.5 tonnes of compost"
    assert list(kinds(text)) == ["Water the seedlings", "Move 3.5 tonnes of compost"]


def test_a_number_that_counts_nothing_stays():
    assert list(kinds("Requirements:\n3.5 years at sea\n2 hands")) == ["3.5 years at sea", "2 hands"]


def test_a_sign_on_a_line_of_its_own_belongs_to_the_next():
    assert kinds("Requirements\n•\nOwn boots\n•\nA good ear") == {
        "Own boots": "requirement",
        "A good ear": "requirement",
    }


HEADINGS = {
    "task": (
        *("Responsibilities", "Key duties:", "WHAT YOU WILL DO", "## Your tasks", "You’ll:", "A typical day"),
        *("The successful candidate will", "Vos missions", "Deine Aufgaben"),
    ),
    "requirement": (
        *("Requirements:", "Who you are", "**Must-haves**", "What you'll need", "We’re looking for someone who:"),
        *("Nice to have", "Desirable", "Tu perfil", "Skills and experience", "Education & licenses", "You should have"),
    ),
    "leave": (
        *("We offer", "What you’ll get", "Salary and benefits:", "Was wir bieten", "About us", "Who we are"),
        *("About Otter & Heron", "Equal Opportunity Statement", "How to apply"),
    ),
}


@pytest.mark.parametrize(("kind", "heading"), [(kind, words) for kind, all_of in HEADINGS.items() for words in all_of])
def test_a_known_heading_says_what_its_lines_are(kind, heading):
    assert kinds(f"{heading}\n- Blue thread\n- Two hands") == {"Blue thread": kind, "Two hands": kind}


@pytest.mark.parametrize("heading", ["The small print", "Unser Rezept", "Odds & ends:"])
def test_under_a_heading_nobody_knows_each_line_speaks_for_itself(heading):
    read = kinds(f"{heading}\n- Manage the stall\n- You must have a van\n- Sunshine")
    assert list(read.values()) == ["task", "requirement", "leave"]


@pytest.mark.parametrize(
    ("line", "kind", "why"),
    [
        ("You will open the shop at six.", "task", "You will"),
        ("You’ll also close it.", "task", "You’ll also"),
        ("You will be responsible for the till.", "task", "You will"),
        ("As our gardener, you prune the old roses.", "task", "As our gardener, you"),
        ("The role involves night work.", "task", "The role involves"),
        ("Applicants must hold a licence to drive.", "requirement", "must"),
        ("You will need a strong back.", "requirement", "You will need"),
        ("A degree is required.", "requirement", "degree"),
        ("Closed shoes are required.", "requirement", "required"),
        ("Fluent Welsh is a plus.", "requirement", "Fluent"),
        ("You will receive a clean apron.", "leave", "You will receive"),
        ("You'll enjoy a pension.", "leave", "You'll enjoy"),
        ("Our oven is outdated.", "pain", "outdated"),
        ("We are growing very fast.", "pain", "growing very fast"),
        ("Lunch is at noon, as required.", "leave", ""),
        ("Help us bake the future.", "leave", ""),
        ("Design is what we love.", "leave", ""),
    ],
)
def test_a_sentence_is_what_its_first_telling_word_says(line, kind, why):
    (read,) = read_ad(line).lines
    assert (str(read.kind), read.why.replace("'", "’")) == (kind, why.replace("'", "’"))


def test_a_task_that_says_what_hurts_stays_a_task_and_says_so():
    (read,) = read_ad("Duties:\n- Clear the backlog of repairs").lines
    assert (read.kind, read.hurts) == (Kind.TASK, "backlog")


def test_a_heading_on_the_line_of_its_text_counts_for_that_paragraph():
    read = kinds("Duties: mixing; shaping. Requirements: own boots; a van.\nSalary: by the hour\nYou must be kind.")
    assert list(read.values()) == ["task", "task", "requirement", "requirement", "leave", "requirement"]


def test_a_paragraph_after_a_list_is_not_part_of_it():
    assert kinds("Duties\n- Mop the floor\n\nThe mill stands by the river.")["The mill stands by the river."] == "leave"


def test_blank_lines_between_the_lines_of_a_list_change_nothing():
    assert set(kinds("Duties\n\n- Mop the floor\n\n- Sweep\n\n- The stove").values()) == {"task"}


def test_a_line_broken_by_the_edge_of_the_page_is_put_together():
    text = "Duties\n- Count the boats that come\n  in before noon\n- Paint\n\n"
    text += "Our harbour master has been alone for so long that the\nbooks are behind schedule."
    assert list(kinds(text)) == [
        "Count the boats that come in before noon",
        "Paint",
        "Our harbour master has been alone for so long that the books are behind schedule.",
    ]


def test_a_full_stop_inside_a_sentence_does_not_end_it():
    text = "You will care for animals, e.g. Horses, with Dr. Amara Ngozi at St. Ives. You must be calm."
    assert list(kinds(text)) == [text[:-18].strip(), "You must be calm."]


def test_the_same_line_twice_is_shown_once():
    assert kinds("Duties\n- Sweep\n- Sweep") == {"Sweep": "task"}


def test_a_very_long_ad_shows_its_first_lines_and_says_so():
    reading = read_ad("Duties\n" + "\n".join(f"- Paint door {n}" for n in range(500)))
    assert len(reading.lines) == SHOWN
    assert reading.told == (TOO_MANY,)


def test_what_was_not_understood_is_said():
    assert read_ad("The mill stands by the river.").told == (NOTHING,)
    finnish = "Hakemus lähetetään meille ennen kesää, ja se käsitellään huolella heti, kun se on saapunut tänne."
    assert read_ad(finnish).told == (NOT_ENGLISH,)
    assert read_ad("").lines == ()
