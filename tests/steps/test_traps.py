"""Job A that is job B: which lines describe two jobs, and which only sound like it."""

from __future__ import annotations

import pytest

from negotiation.facts import FactError, made
from negotiation.traps import TrapFacts, checked, found, pattern, traps
from tests.ad.reads import NAMES, ad

TWO_JOBS = {
    "level": ("You will lead the studio", "Assist the art director with daily requests"),
    "experience": ("An entry-level post", "At least five years’ experience in a ward"),
    "freedom": ("You work independently", "Every order needs approval from the head office"),
    "hours": ("Part-time, with flexible hours", "Ready to work weekends"),
    "place": ("Remote work is possible", "Three days in the office"),
    "building": ("Build our reporting from scratch", "Look after the day-to-day running of the system"),
    "depth": ("A specialist in roof drainage", "You wear many hats"),
    "speed": ("A fast-paced shop floor", "Meticulous in everything"),
    "papers": ("Time with patients", "Paperwork of the ward"),
    "selling": ("You advise our guests", "You reach your quota each month"),
    "staying": ("A permanent post", "Fixed-term for the time of the project"),
    "team": ("A close-knit group", "You stand the night shift alone"),
    "ideas": ("Creative from the first sketch on", "You keep to the brand guidelines"),
    "leading": ("You lead a team of six", "With your own caseload"),
    "ranks": ("Flat hierarchies", "Each order goes through the steering committee"),
    "learning": ("A mentor for your first year", "You hit the ground running"),
}
# What ordinary advertisements say, and mean one job by.
ORDINARY = [
    ("A permanent position", "Duties including, but not limited to, filing"),
    ("Graduate degree required", "5 years of experience"),
    ("Mentor junior staff", "A proven track record"),
    ("Reports to the Director", "Assist customers at the counter"),
    ("Senior citizens are our guests", "You assist with meals"),
    ("Works independently", "All data is treated strictly confidential"),
    ("Hybrid", "On-site parking, travel allowance, apply in person"),
    ("Family friendly", "No overtime, no weekend work"),
    ("Lead a team of twelve", "Hands-on experience with forklifts"),
    ("Flat hierarchies", "You report to the owner"),
    ("Patient and kind", "Good with forms"),
    ("Teamwork", "You are not alone"),
    ("Creative activities with children", "Child protection guidelines"),
    ("Training budget", "30 days of holiday from day one"),
    ("Build strong relationships", "Maintain records"),
    ("Two years without a permanent head of department", "Fixed-term until summer (maternity cover)"),
]


def test_each_trap_is_found_by_two_lines_and_by_nothing_less():
    assert set(TWO_JOBS) == set(traps())
    for slug, (one, other) in TWO_JOBS.items():
        (each,) = [each for each in found([one, other]) if each.trap is traps()[slug]]
        assert (each.one, each.other) == (one, other)
        for lines in ([one], [other], [one, one], []):
            assert traps()[slug] not in [each.trap for each in found(lines)]


def test_one_line_that_speaks_of_both_is_no_contradiction():
    assert found(["You lead, and you assist the head", "You lead, and you assist the head, every day"]) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("Leadless solder", "Assistive devices"),
        ("Our misleading rivals", "A juniper hedge"),
        ("Wir suchen eine Pflegerin", "Vollzeit"),
        ("", "  "),
        ("Senior", "A junction box"),
        ("Not head of", "Not under supervision"),
    ],
)
def test_parts_of_words_and_other_languages_say_nothing(lines):
    assert [each for each in found(lines) if each.trap is traps()["level"]] == []


@pytest.mark.parametrize("lines", ORDINARY)
def test_what_ordinary_advertisements_say_is_no_alarm(lines):
    assert [each.trap.says for each in found(lines)] == []


@pytest.mark.parametrize("name", NAMES)
def test_an_ad_of_one_job_is_no_alarm(name):
    assert [each.trap.says for each in found(ad(name).splitlines())] == []


def test_case_hyphens_and_apostrophes_make_no_difference():
    words = pattern(["part time", "years' experience", "autonom*"])
    for text in ("part time", "years' experience", "autonomy"):
        assert words.search(text)
    (each,) = found(["PART‑TIME", "You WORK WEEKENDS"])
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
