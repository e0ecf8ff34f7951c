"""Every letter and variant, for everybody."""

import re

import pytest

from negotiation.scripts.words import Bullets, Slot, Words, render
from tests.scripts.samples import (
    EVERYBODY,
    FULL,
    GAPS,
    HOSTILE,
    LETTER_FILES,
    PEOPLE,
    TERMS,
    UNTIL,
    person,
)

DECLINES = [name for name in LETTER_FILES if name.startswith("decline.")]
ODD = {
    "the word None": r"\bNone\b",
    "a brace": r"[{}]",
    "an HTML entity": r"&\w+;|&#",
    "two spaces": r"  ",
    "an empty or doubled end of sentence": r"(^|\s)[.,:;?!]|\.\.|[,:;?!] ?[.,:;?!]",
    "an empty list item": r"^-\s*$",
    "a label without its value": r"^- .*:\s*$",
    "a control character": r"[\x00-\x09\x0b-\x1f]",
}
ACCUSING = (
    "accus|apolog|bad|behav|blame|careless|complain|concern|dishonest|disappoint|disrespect|failed|fault|"
    "flag|harsh|hostile|ignored|impolite|improper|insult|lied|lying|mistreat|never|pressure|promised|rude|"
    "shock|toxic|unaccept|unfair|unfortunate|unhappy|unprofessional|upset|warning|wrong"
)
BEGGING = "please|sorry|beg|desperate|forgive|grateful|hope|honou?red|humbl|regret"
BRAGGING = "best candidate|other offers|in demand|exceptional|outstanding|deserve|worth more"
A_DATE = r"\b\d{1,2} (?:January|November|December) \d{4}\b"


@pytest.fixture(params=LETTER_FILES)
def letter(request):
    return request.param


@pytest.mark.parametrize("who", PEOPLE)
def test_ordinary_letters_read_cleanly(letter, who):
    text = render(letter, PEOPLE[who]).plain()
    for what, pattern in ODD.items():
        assert not re.search(pattern, text, re.MULTILINE), f"{what} for {who}:\n{text}"


@pytest.mark.parametrize("who", EVERYBODY)
def test_nobody_changes_the_shape_of_a_letter(letter, who):
    words = render(letter, EVERYBODY[who])
    full = render(letter, PEOPLE["full"])
    assert [block.kind for block in words.blocks] == [block.kind for block in full.blocks]
    assert words.subject
    assert "\n" not in words.subject_line
    assert not re.search(ODD["a control character"], words.plain())


@pytest.mark.parametrize("who", ["script", "braces", "rtl", "emoji", "dash", "subject", "none"])
def test_what_a_person_typed_stands_as_typed(letter, who):
    assert f"Dear {HOSTILE[who]}," in render(letter, EVERYBODY[who]).plain()


def test_a_whole_letter_has_no_gap(letter):
    assert render(letter, PEOPLE["full"]).gaps == ()


def test_each_gap_of_an_empty_plan_names_its_field(letter):
    gaps = render(letter, PEOPLE["empty"]).gaps
    assert {GAPS["recipient"], GAPS["employer"], GAPS["role"], GAPS["sender_name"]} <= set(gaps)
    assert set(gaps) <= set(GAPS.values())
    assert all(gap.label and (gap.href or gap.field) for gap in gaps)


def test_what_may_be_left_out_is_no_gap(letter):
    gaps = render(letter, PEOPLE["empty"]).gaps
    assert not {GAPS["reason"], GAPS["thing_liked"], GAPS["sender_block"]} & set(gaps)


def test_an_edited_letter_keeps_its_blocks_and_gaps(letter):
    for who in PEOPLE:
        words = render(letter, PEOPLE[who])
        assert Words.from_plain(words.plain(), gaps=words.gaps).plain() == words.plain()
        assert Words.from_plain(words.plain(), gaps=words.gaps).gaps == words.gaps


def test_no_letter_begs_or_brags(letter):
    text = render(letter, PEOPLE["full"]).plain()
    assert not re.search(rf"\b({BEGGING})|{BRAGGING}|!", text, re.IGNORECASE)


def test_a_letter_ends_with_the_senders_lines(letter):
    assert render(letter, PEOPLE["full"]).plain().endswith(f"Kind regards,\n{FULL['sender_block']}")
    only_name = person(sender_name="Ada Lind")
    assert render(letter, only_name).plain().endswith("Kind regards,\nAda Lind")


# Ask for time


def test_asking_for_time_names_exactly_one_date():
    text = render("ask-time.txt", PEOPLE["full"]).plain()
    assert text.count(UNTIL) == 1
    assert len(re.findall(A_DATE, text)) == 1


def test_asking_for_time_gives_one_reason_or_none():
    with_reason = render("ask-time.txt", PEOPLE["full"]).body()
    without = render("ask-time.txt", person(**FULL | {"reason": ""})).body()
    assert with_reason.replace(f" {FULL['reason']}.", "") == without
    assert "reason" not in without


# Move the call


def test_moving_a_call_names_the_old_hour_and_each_new_one_once():
    text = render("move-call.txt", PEOPLE["full"]).plain()
    assert [text.count(FULL[name]) for name in ("call", "first", "second")] == [1, 1, 1]
    assert len(re.findall(A_DATE, text)) == 3
    assert len(text.split()) <= 110


def test_one_proposal_is_enough_and_no_reason_is_needed():
    words = render("move-call.txt", person(**FULL | {"second": "", "reason": ""}))
    assert words.gaps == ()
    assert f"I could talk on {FULL['first']} instead." in words.body()
    assert "reason" not in words.body()


def test_moving_a_call_tells_nothing_of_how_somebody_is():
    assert not re.search(
        r"\b(tired|angry|ill|unwell|ready|nervous|state)\b", render("move-call.txt", PEOPLE["full"]).plain()
    )


# Accept


def test_accepting_says_yes_and_lists_every_agreed_term_and_the_first_day():
    words = render("accept.txt", PEOPLE["full"])
    items = [item.plain() for block in words.blocks if isinstance(block, Bullets) for item in block.items]
    assert items == [*TERMS, f"First day of work: {FULL['start_date']}"]
    for part in ("Thank you", "I accept the role", "written contract", "next step"):
        assert part in words.body()


def test_an_unknown_term_is_a_gap_in_its_place():
    assert GAPS["terms"] in render("accept.txt", PEOPLE["half"]).gaps
    terms = tuple(Slot.filled(str(number)) for number in range(40))
    assert len(render("accept.txt", PEOPLE["full"] | {"terms": terms}).blocks[3].items) == 41


# Decline


@pytest.mark.parametrize("name", DECLINES)
def test_declining_thanks_says_a_clear_no_and_leaves_the_door_open(name):
    for who in PEOPLE:
        text = render(name, PEOPLE[who]).body()
        assert "Thank you for" in text
        assert text.count("I am declining the offer.") == 1
        assert re.search(r"I would be glad (if our paths crossed again|to hear from you|to meet you again)", text)


@pytest.mark.parametrize("name", DECLINES)
def test_declining_accuses_nobody_and_is_short(name):
    text = render(name, PEOPLE["full"]).plain()
    assert not re.search(rf"\b({ACCUSING})", text, re.IGNORECASE)
    assert len(text.split()) <= 130


def test_only_the_personal_letter_keeps_the_reason_to_itself():
    given = {name: FULL["reason"] in render(name, PEOPLE["full"]).body() for name in DECLINES}
    assert given == {"decline.personal.txt": False, "decline.terms.txt": True, "decline.flags.txt": True}
