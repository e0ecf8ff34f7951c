"""Job A that is job B: which lines describe two jobs, and which only sound like it."""

from __future__ import annotations

import pytest

from negotiation.facts import FactError, made
from negotiation.traps import TrapFacts, checked, found, pattern, traps

TWO_JOBS = {
    "level": ("Head of the studio", "Assist with the daily requests"),
    "experience": ("An entry-level post for graduates", "At least five years’ experience in a ward"),
    "freedom": ("You work independently", "Every order needs the approval of the head office"),
    "hours": ("Part-time, with flexible hours", "Ready to work weekends at short notice"),
    "place": ("Remote work is possible", "You are in the office on four days"),
    "building": ("Build our reporting from scratch", "Look after the day-to-day running of the system"),
    "depth": ("A specialist in roof drainage", "You wear many hats"),
    "speed": ("A fast-paced shop floor", "Meticulous in everything"),
    "papers": ("Time for your patients", "Complete the documentation of the ward"),
    "selling": ("You advise our guests", "You reach your quota each month"),
    "staying": ("A permanent post", "Fixed-term for the time of the project"),
    "team": ("A close-knit group", "You stand the night shift alone"),
    "ideas": ("Creative from the first sketch on", "You keep to the guidelines of the house"),
    "leading": ("You lead a team of six", "With your own caseload"),
    "ranks": ("Flat hierarchies", "The post reports to the deputy head"),
    "learning": ("A mentor for your first year", "You hit the ground running"),
}


def test_each_trap_is_found_by_two_lines_and_by_nothing_less():
    assert set(TWO_JOBS) == set(traps())
    for slug, (one, other) in TWO_JOBS.items():
        (each,) = [each for each in found([one, other]) if each.trap is traps()[slug]]
        assert (each.one, each.other) == (one, other)
        for lines in ([one], [other], [one, one], []):
            assert traps()[slug] not in [each.trap for each in found(lines)]


def test_one_line_that_speaks_of_both_is_no_contradiction():
    assert found(["You lead or assist, as you like", "You lead or assist, as you like, every day"]) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("Leadless solder", "Assistive devices"),
        ("Our misleading rivals", "A juniper hedge"),
        ("Wir suchen eine Pflegerin", "Vollzeit"),
        ("", "  "),
        ("Senior", "A junction box"),
    ],
)
def test_parts_of_words_and_other_languages_say_nothing(lines):
    assert [each for each in found(lines) if each.trap is traps()["level"]] == []


def test_case_hyphens_and_apostrophes_make_no_difference():
    words = pattern(["part time", "years' experience", "autonom*"])
    for text in ("part time", "years' experience", "autonomy"):
        assert words.search(text)
    (each,) = found(["PART‑TIME", "Work on WEEKENDS"])
    assert each.trap is traps()["hours"]


def test_a_question_stands_for_one_trap_and_asks_kindly():
    questions = [trap.question for trap in traps().values()]
    assert len(set(questions)) == len(questions) >= 12
    assert all(question.endswith("?") and len(question) <= 200 for question in questions)
    assert not any(word in " ".join(questions).lower() for word in ("really?", "honest", "lie", "contradict"))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"other": []}, "needs words on both sides"),
        ({"other": ["lead"]}, "the same word on both sides"),
        ({"question": "Why?"}, "stands there twice"),
    ],
)
def test_a_file_that_cannot_work_is_refused(change, message):
    one = {"says": "Two jobs.", "one": ["lead"], "other": ["assist"], "question": "Why?"}
    with pytest.raises(FactError, match=message):
        checked(made(TrapFacts, {"traps": {"first": one, "second": one | {"question": "Which?"} | change}}, "traps"))
