"""Pasting an ad: each line is shown with a choice, and what is confirmed is added, once."""

from __future__ import annotations

import re
import uuid

import pytest

from groundwork.saving import digest_of
from negotiation import ad_services, services
from negotiation.ad.reading import Kind
from negotiation.models import Pain, Requirement, Role, StepState
from tests import people
from tests.ad.reads import ad
from tests.steps.sending import address, autosave, press

AD = """Keeper wanted
Duties
- Trim the wick
- Log the weather
Requirements
- A head for heights

The old keeper's logs are in a backlog of years.
"""


def send(filler, plan, text=AD, do="read", **more):
    return filler.post(address(plan, "role", "ad"), {"text": text, "do": do} | more)


def shown(response):
    """What the page would send: its hidden fields, and what is chosen for each line."""
    page = response.content.decode()
    fields = dict(re.findall(r'type="hidden" name="(seal|batch)" value="([^"]+)"', page))
    selects = re.findall(r'<select id="[^"]+" name="(line-\d+)".*?</select>', page, re.S)
    chosen = re.findall(r'<option value="([a-z]+)" selected>', page)
    return fields | dict(zip(selects, chosen, strict=True))


def confirmed(filler, plan, text=AD, **more):
    return send(filler, plan, text, do="add", **(shown(send(filler, plan, text)) | more))


def pains(plan):
    return [(row.pain, row.words, row.who) for row in Pain.objects.filter(plan=plan)]


def tasks(plan):
    return Role.objects.get(plan=plan).tasks


def test_the_step_leads_to_the_page_which_says_what_it_does(filler, plan):
    assert f'href="{address(plan, "role", "ad")}"' in filler.get(address(plan, "role")).content.decode()
    page = filler.get(address(plan, "role", "ad")).content.decode()
    assert "decide what is a task" in page
    assert "not stored" in page


def test_reading_shows_each_line_with_a_choice_and_adds_nothing(filler, plan):
    response = send(filler, plan)
    assert response.status_code == 200
    chosen = shown(response)
    assert [chosen[f"line-{at}"] for at in range(5)] == ["leave", "task", "task", "requirement", "pain"]
    page = response.content.decode()
    for words in (
        "Trim the wick",
        "A head for heights",
        "It says “backlog”",
        "2 tasks, 1 thing that hurts them and 1 requirement",
    ):
        assert words in page
    assert not Pain.objects.exists()
    assert not Role.objects.exists()


def test_what_is_confirmed_is_added_to_tasks_and_pains(filler, plan):
    Role.objects.create(plan=plan, tasks="Row out on Mondays\n")
    Pain.objects.create(plan=plan, pain="Fog", order=4, version=1)
    response = confirmed(filler, plan)
    assert response["Location"] == address(plan, "role")
    assert (
        "Added: 2 tasks, 1 thing that hurts them and 1 requirement."
        in filler.get(response["Location"]).content.decode()
    )
    assert tasks(plan) == "Row out on Mondays\nTrim the wick\nLog the weather"
    line = "The old keeper's logs are in a backlog of years."
    assert pains(plan) == [("Fog", "", ""), (line, line, "The ad")]
    assert [(row.text, row.came) for row in Requirement.objects.filter(plan=plan)] == [("A head for heights", "ad")]


def test_a_choice_that_was_changed_is_what_counts(filler, plan):
    confirmed(filler, plan, **{"line-1": "leave", "line-2": "pain", "line-3": "task", "line-4": "leave"})
    assert tasks(plan) == "A head for heights"
    assert [row[0] for row in pains(plan)] == ["Log the weather"]


def test_a_kind_that_is_not_offered_is_left(filler, plan):
    confirmed(filler, plan, **{"line-3": "wish", "line-4": "\x00"})
    assert tasks(plan) == "Trim the wick\nLog the weather"
    assert not Pain.objects.exists()
    assert not Requirement.objects.exists()


def test_a_kind_is_offered_and_added_as_soon_as_something_takes_it(filler, plan, monkeypatch):
    taken = {}

    def take(*, plan, texts, batch):
        taken.update(texts)
        return len(texts)

    monkeypatch.setitem(ad_services.TAKERS, Kind.REQUIREMENT, take)
    response = confirmed(filler, plan)
    assert taken == {3: "A head for heights"}
    words = "2 tasks, 1 thing that hurts them and 1 requirement"
    assert words in filler.get(response["Location"]).content.decode()


def test_the_same_page_sent_twice_adds_once_and_what_is_there_is_left_at_the_next_reading(filler, plan):
    seen = shown(send(filler, plan))
    for _ in range(2):
        send(filler, plan, do="add", **seen)
    assert (tasks(plan), len(pains(plan))) == ("Trim the wick\nLog the weather", 1)
    assert Requirement.objects.filter(plan=plan).count() == 1
    again = send(filler, plan)
    assert {value for name, value in shown(again).items() if name.startswith("line")} == {"leave"}
    assert again.content.decode().count("You have this already") == 4


def test_a_pain_whose_words_were_changed_is_not_added_again_by_a_form_sent_twice(filler, plan):
    seen = shown(send(filler, plan))
    send(filler, plan, do="add", **seen)
    Pain.objects.update(pain="Old logs", words="")
    send(filler, plan, do="add", **seen)
    assert [row[0] for row in pains(plan)] == ["Old logs"]


def test_a_text_that_was_changed_after_reading_is_shown_again(filler, plan):
    seen = shown(send(filler, plan))
    response = send(filler, plan, AD.replace("wick", "rope"), do="add", **seen)
    assert "Trim the rope" in response.content.decode()
    assert not Role.objects.exists()


def test_with_every_line_left_it_asks_and_adds_nothing(filler, plan):
    response = confirmed(filler, plan, **{f"line-{at}": "leave" for at in range(5)})
    assert response.status_code == 422
    assert "Choose what at least one of them is" in response.content.decode()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Paste the text of the ad."),
        (" \n ", "Paste the text of the ad."),
        ("--- 1234 ---", "There is no line with words in this."),
        ("Mend nets. " * 20_000, "This text has 219,999 characters, and at most 60,000 can be read."),
    ],
)
def test_what_cannot_be_read_says_what_to_do(filler, plan, text, words):
    response = send(filler, plan, text)
    assert response.status_code == 422
    assert words in response.content.decode()


def test_the_state_of_the_step_follows(filler, plan):
    services.state_refresh(plan=plan, step=ad_services.STEP)
    confirmed(filler, plan)
    assert [gap["field"] for gap in StepState.objects.get(plan=plan, slug="role").gaps] == ["title"]


def test_an_answer_that_would_be_too_long_keeps_the_choices_and_adds_nothing(filler, plan):
    Role.objects.create(plan=plan, tasks="x" * 3990)
    response = confirmed(filler, plan, **{"line-0": "task"})
    assert response.status_code == 422
    assert "longer than 4,000 characters" in response.content.decode()
    assert shown(response)["line-0"] == "task"
    assert (tasks(plan), pains(plan)) == ("x" * 3990, [])


def test_a_full_list_says_how_much_room_there_is_and_adds_nothing(filler, plan):
    Pain.objects.bulk_create(Pain(plan=plan, pain=str(n), version=1) for n in range(50))
    response = confirmed(filler, plan)
    assert response.status_code == 422
    assert "There is room for no more. Your list holds at most 50" in response.content.decode()
    assert not Role.objects.exists()


def test_what_was_typed_and_cannot_be_used_yet_gets_the_tasks_too(filler, plan):
    press(filler, plan, "role", tasks="Row out", title="x" * 201)
    confirmed(filler, plan)
    draft = StepState.objects.get(plan=plan, slug="role").draft
    assert draft["tasks"] == ["Row out\nTrim the wick\nLog the weather"]
    assert draft["title"] == ["x" * 201]


def test_a_tab_that_is_open_sees_that_the_tasks_were_changed_elsewhere(filler, plan):
    tab = {"client": str(uuid.uuid4()), "tasks": "Row out"}
    autosave(filler, plan, "role", seq=1, seen=0, **tab)
    confirmed(filler, plan)
    assert autosave(filler, plan, "role", seq=2, seen=1, **tab).status_code == 409
    assert digest_of({"tasks": ["Row out"]}) != StepState.objects.get(plan=plan, slug="role").digest


@pytest.mark.parametrize("name", ["manager_us", "names", "mixed_german"])
def test_a_whole_ad_is_read_and_added(filler, plan, name):
    response = confirmed(filler, plan, ad(name))
    assert response.status_code == 302
    assert len(tasks(plan).splitlines()) >= 3


HOSTILE = [
    '- <script>alert(1)</script>\n- "><img src=x onerror=alert(2)>',
    "- {{ 7|add:7 }}{% now %}\n=HYPERLINK(1)",
    "\x00\x1b[31m\u202etext\n- \ufeff\u200fשלום",
    "- " + "a" * 59_000,
    "Duties: " + "b " * 25_000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_text_and_harms_nothing(filler, plan, text):
    response = send(filler, plan, text)
    assert response.status_code == 200
    page = response.content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "\x00" not in page
    confirmed(filler, plan, text, **{"line-0": "pain"})
    assert len(pains(plan)) == 1
    assert filler.get(address(plan, "role")).status_code == 200


def test_somebody_elses_plan_is_a_404_and_stays_as_it_was(filler):
    theirs = services.plan_start(candidate=people.account("stranger"))
    assert filler.get(address(theirs, "role", "ad")).status_code == 404
    assert send(filler, theirs, do="add").status_code == 404
    assert not Pain.objects.exists()


def test_htmx_request_is_answered_as_a_page(filler, plan):
    assert filler.post(address(plan, "role", "ad"), {}, HTTP_HX_REQUEST="true").status_code == 422


def test_many_lines_are_read_and_added_in_few_queries(filler, plan, django_assert_max_num_queries):
    text = "Duties\n" + "\n".join(f"- Door {n}" for n in range(140))
    with django_assert_max_num_queries(12):
        seen = shown(send(filler, plan, text))
    pick = {name: "pain" for name in list(seen) if name.startswith("line-1")}
    pick |= {"line-100": "task"}
    for name in list(pick)[45:]:
        pick[name] = "leave"
    with django_assert_max_num_queries(40):
        assert send(filler, plan, text, do="add", **(seen | pick)).status_code == 302
