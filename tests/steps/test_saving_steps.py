"""How a step is saved: drafts, Continue, skipping, two tabs, no JavaScript, revisions."""

from __future__ import annotations

import uuid
from decimal import Decimal

from negotiation.models import Zopa
from tests.steps.sending import address, autosave, press, version_in

TAB, OTHER = str(uuid.UUID(int=7)), str(uuid.UUID(int=8))


def state(plan, slug="zopa"):
    return plan.states.get(slug=slug)


def test_htmx_request_saves_and_answers_with_version_status_and_panel(filler, plan):
    response = autosave(
        filler, plan, "zopa", client=TAB, seq=1, seen=0, counts="fixed", floor_fixed="120k", target_fixed="140k"
    )
    text = response.content.decode()
    assert response.status_code == 200
    assert version_in(response) == 1
    assert "Saved at" in text
    assert 'id="panel"' in text
    assert "<html" not in text
    assert "HX-Request" in response["Vary"]
    assert Zopa.objects.get(plan=plan).floor_fixed == Decimal(120_000)


def test_what_cannot_be_read_stays_a_draft_and_typed_rows_stay_as_they_were(filler, plan):
    autosave(filler, plan, "zopa", client=TAB, seq=1, seen=0, counts="fixed", floor_fixed="120k")
    response = autosave(filler, plan, "zopa", client=TAB, seq=2, seen=1, counts="fixed", floor_fixed="about 90")
    assert "cannot be used yet" in response.content.decode()
    assert Zopa.objects.get(plan=plan).floor_fixed == Decimal(120_000)
    assert state(plan).draft["floor_fixed"] == ["about 90"]
    page = filler.get(address(plan, "zopa")).content.decode()
    assert 'value="about 90"' in page


def test_a_draft_is_cleared_by_the_save_that_makes_it_whole(filler, plan):
    autosave(filler, plan, "zopa", client=TAB, seq=1, seen=0, counts="fixed", floor_fixed="about 90")
    autosave(filler, plan, "zopa", client=TAB, seq=2, seen=1, counts="fixed", floor_fixed="90")
    assert state(plan).draft is None
    assert Zopa.objects.get(plan=plan).floor_fixed == 90


def test_the_hub_names_the_step_with_a_draft(filler, plan):
    autosave(filler, plan, "zopa", client=TAB, seq=1, seen=0, counts="fixed", floor_fixed="about 90")
    assert "Something in it cannot be used yet" in filler.get(f"/plans/{plan.pk}/").content.decode()


def test_continue_shows_the_same_words_in_the_summary_and_beside_the_field(filler, plan):
    response = press(filler, plan, "zopa", counts="fixed", floor_fixed="about 90", target_fixed="140k")
    text = response.content.decode()
    assert response.status_code == 422
    assert text.count("Enter one number in digits, without other words or signs.") == 2
    assert 'href="#id_floor_fixed"' in text
    assert 'id="id_floor_fixed_error"' in text
    assert 'value="about 90"' in text
    assert 'value="140k"' in text
    assert version_in(response) == 1


def test_continue_after_mending_goes_on(filler, plan):
    press(filler, plan, "zopa", counts="fixed", floor_fixed="about 90")
    response = press(filler, plan, "zopa", version=1, counts="fixed", floor_fixed="90")
    assert response.status_code == 302


def test_two_tabs_do_not_overwrite_each_other(filler, plan):
    autosave(filler, plan, "zopa", client=TAB, seq=1, seen=0, counts="fixed", floor_fixed="100")
    response = autosave(filler, plan, "zopa", client=OTHER, seq=1, seen=0, counts="fixed", floor_fixed="200")
    assert response.status_code == 409
    assert "changed in another tab" in response.content.decode()
    assert Zopa.objects.get(plan=plan).floor_fixed == 100


def test_continue_on_a_conflict_shows_both_values_and_keeping_mine_saves(filler, plan):
    press(filler, plan, "zopa", counts="fixed", floor_fixed="100")
    response = press(filler, plan, "zopa", counts="fixed", floor_fixed="200")
    text = response.content.decode()
    assert response.status_code == 409
    assert "<p>200</p>" in text
    assert "<p>100</p>" in text
    assert "The lowest you would accept" in text
    assert "Their most likely maximum" not in text
    kept = press(filler, plan, "zopa", version=1, counts="fixed", floor_fixed="200")
    assert kept.status_code == 302
    assert Zopa.objects.get(plan=plan).floor_fixed == 200


def test_the_same_continue_twice_has_one_effect(filler, plan):
    for _ in range(2):
        assert press(filler, plan, "zopa", counts="fixed", floor_fixed="100").status_code == 302
    assert state(plan).version == 1


def test_skip_keeps_what_was_typed_and_says_skipped(filler, plan):
    response = press(filler, plan, "zopa", then="skip", counts="fixed", floor_fixed="about 90")
    assert response.status_code == 302
    assert state(plan).state == "skipped"
    assert state(plan).draft["floor_fixed"] == ["about 90"]


def test_look_saves_and_shows_the_numbers_without_javascript(filler, plan):
    response = press(filler, plan, "zopa", then="look", counts="fixed", floor_fixed="120", target_fixed="140")
    assert response.status_code == 200
    assert "140 USD a year gross" in response.content.decode()


def test_done_means_continue_without_errors_and_without_a_gap(filler, plan):
    values = {"counts": "fixed", "floor_fixed": "120", "target_fixed": "140", "market_high": "160"}
    unknown = {"offer_fixed-unknown": "1", "their_likely-unknown": "1"}
    press(filler, plan, "zopa", **values)
    assert state(plan).state == "in progress"
    press(filler, plan, "zopa", version=1, **values, **unknown)
    assert state(plan).state == "done"
    assert state(plan).unknown == ["offer_fixed", "their_likely"]


def test_a_number_and_i_do_not_know_together_are_asked_about(filler, plan):
    response = press(filler, plan, "zopa", counts="fixed", offer_fixed="5", **{"offer_fixed-unknown": "1"})
    assert response.status_code == 422
    assert "not both" in response.content.decode()


def test_twenty_visits_are_kept_each_with_its_last_text(filler, plan):
    from groundwork.models import Revision

    for visit in range(25):
        client = str(uuid.UUID(int=visit + 1))
        for word in (1, 2):
            autosave(
                filler, plan, "company", client=client, seq=word, seen=visit * 2 + word - 1, name=f"{visit}-{word}"
            )
    texts = [revision.text["name"][0] for revision in Revision.objects.filter(row=state(plan, "company").pk)]
    assert texts == [f"{visit}-2" for visit in reversed(range(5, 25))]


def test_a_signed_out_tab_is_told_and_nothing_is_stored(client, plan):
    response = autosave(client, plan, "zopa", client=TAB, seq=1, seen=0, floor_fixed="100")
    assert response.status_code == 401
    assert "Not saved: you have been signed out." in response.content.decode()
    assert not plan.states.exists()


def test_a_signed_out_continue_shows_what_was_typed(client, plan):
    response = press(client, plan, "company", does="They keep the lights on")
    assert response.status_code == 401
    assert "They keep the lights on" in response.content.decode()
