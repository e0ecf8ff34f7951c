"""From a job ad to a case: what they need, what it is worth, one's own version of the job, its legs, the objections.

An American ad, with a script: 600 orders x 0.5 hours x 40 = 12,000 a year, 80 % likely, half of it in the first year:
4,800. An ask of 104,000 over an offer of 100,000 is 4,000, 83.3 % of that.
An ad with names in four scripts, without a script: 900,000 yen a year, certain, half of it in the first year: 450,000.
"""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, expect

from tests.ad.reads import ad
from tests.browser.pages import carry_on
from tests.browser.steps import added, answer, begun, opened, read, to_step
from tests.browser.test_journey import to_hub

ROLE, MATCH, IMPACT = "Read the job between the lines", "How you fit", "What you bring them, in money"
MISSION, STOOL, OBJECTIONS = "Your version of the job", "The four legs of the job", "What they may say against it"
PEOPLE, ASKED, ZOPA = (
    "Who you talk to, and who decides",
    "What you tell, and what you have to find out",
    "Set your numbers",
)
CLAIMS = "Demand has outgrown our tools: orders are still entered by hand, and customers wait too long for an answer."
LATE = "Our clients ask for reports in two languages and we are struggling to deliver them on time."


def test_from_an_american_ad_to_the_brief(visitor: Any):
    page = visitor()
    begun(page, "USD", "A year")
    from_ad(page, "manager_us", "Added: 4 tasks, 1 thing that hurts them and 5 requirements.")
    fit(page, "Spanish", "I take lessons, and two of the dispatchers speak it.")
    in_money(page, CLAIMS, {"volume": "600", "volume_unit": "orders", "saving": "0.5", "price": "40"}, "80")
    expect(page.locator("#panel")).to_contain_text("4,800 USD in the first year")
    mine = {"target_fixed": "104k", "floor_fixed": "98k", "offer_fixed": "100k", "opening": "104k"}
    opened(page, ZOPA, mine, script=True)
    expect(page.locator("#panel")).to_contain_text("alone brings 4,800 USD in the first year")
    two_jobs(page)
    version(page, CLAIMS, "Every order is in one system", "No order is typed twice", script=True)
    ask_for_days(page)
    legs(page, "No order is typed twice", "two days of the developer a month", "")
    proven(page, "You do not have this yet: Spanish.", "Two of the team speak it.")
    objection(page, "You have never led twelve people.", "I have led nine, on two shifts.", "My last review says so.")
    read(
        page,
        "Mend the way orders come in: 4,800 USD in the first year",
        "The ask is 83.3 % of the impact: 4,000 USD a year gross more for you, 4,800 USD in the first year for them.",
        "600 orders a year × 0.5 × 40 USD = 12,000 USD a year, 80 % likely, 50 % of it in the first year",
        "What you are there for That nobody waits for an answer.",
        "Every order is in one system",
        "No order is typed twice",
        "two days of the developer a month",
        "For: No order is typed twice (not agreed yet)",
        "If they say: You do not have this yet: Spanish.",
        "Your proof: Two of the team speak it.",
        "If they say: You have never led twelve people.",
        "By when should this be reached: “No order is typed twice”?",
    )


def test_from_an_ad_in_four_scripts_to_the_brief_without_a_script(visitor: Any):
    page = visitor(java_script_enabled=False)
    begun(page, "JPY", "A year")
    from_ad(page, "names", "Added: 3 tasks, 1 thing that hurts them and 2 requirements.")
    fit(page, "日本語能力試験N1", "N2 now, the examination in July.")
    to_step(page, PEOPLE)
    olga = {"who": "Ольга Щербакова", "part": "Hiring manager", "decides": "Yes", "cares": "報告 on time"}
    added(page, "Add somebody", olga, {"who": "محمد الأمين", "part": "Future colleague", "decides": "No, but"})
    in_money(page, LATE, {"amount": "900,000"}, "100")
    expect(page.locator("#panel")).to_contain_text("450,000 JPY in the first year")
    version(page, LATE, "Both languages come out on one day", "Twelve reports on time", script=False)
    legs(page, "Twelve reports on time", "a second reader for 日本語", "Ольга Щербакова")
    proven(page, "You do not have this yet: 日本語能力試験N1.", "N2, with 160 of 180 points.")
    to_hub(page)
    page.get_by_role("link", name="Print your brief").click()
    page.get_by_role("link", name="Page to print").first.click()
    paper = page.locator("article.brief")
    for words in (
        "Mend the way orders come in: 450,000 JPY in the first year",
        "Both languages come out on one day",
        "a second reader for 日本語",
        "Ask Ольга Щербакова (hiring manager), who cares about: 報告 on time",
        "محمد الأمين (future colleague)",
        "If they say: You do not have this yet: 日本語能力試験N1.",
        "Your proof: N2, with 160 of 180 points.",
    ):
        expect(paper).to_contain_text(words)


def from_ad(page: Page, name: str, counted: str) -> None:
    """Every line as it was taken for; nothing is added before that is confirmed."""
    to_step(page, ROLE)
    page.get_by_role("link", name="paste it, and choose the lines that count").click()
    page.get_by_label("The text of the ad").fill(ad(name))
    carry_on(page, "Read the ad")
    carry_on(page, "Add what is chosen")
    expect(page.get_by_text(counted)).to_be_visible()


def fit(page: Page, requirement: str, bridge: str) -> None:
    """A gap with its bridge becomes an objection with one press."""
    to_step(page, MATCH)
    changed(page, requirement, {"fit": "Not yet", "bridge": bridge})
    page.locator("button", has_text=f"Make it an objection: {requirement}").click()
    expect(page.locator("a", has_text=f"Prepare your answer: {requirement}")).to_be_visible()


def changed(page: Page, name: str, typed: dict[str, str]) -> None:
    page.get_by_role("link", name=f"Change {name}", exact=True).click()
    answer(page, typed)
    carry_on(page, "Save and go back")


def in_money(page: Page, pain: str, numbers: dict[str, str], likely: str) -> None:
    to_step(page, IMPACT)
    page.locator("button", has_text=f"Make it a row: {pain}").click()
    sure = {"likelihood": likely, "first_year": "50", "proof": "I did the same at my last job; Kim can tell."}
    answer(page, {"does": "Mend the way orders come in", "kind": "A saving"} | numbers | sure)
    carry_on(page, "Save and go back")


def two_jobs(page: Page) -> None:
    """What a talk has brought does not fit to the ad, and becomes a question."""
    to_step(page, ROLE)
    page.locator("#id_priorities").fill("Assist the vice president at customers’ sites.")
    carry_on(page)
    to_step(page, MISSION)
    trap = page.locator("#traps .card", has_text="It speaks of a post that leads, and of one that helps.")
    expect(trap).to_contain_text("Lead a team of twelve dispatchers across two shifts")
    trap.get_by_role("button").click()
    expect(trap).to_contain_text("It stands among your questions.")


def version(page: Page, pain: str, objective: str, result: str, *, script: bool) -> None:
    to_step(page, MISSION)
    page.locator("button", has_text=f"Make it an objective: {pain}").click()
    answer(page, {"text": objective})
    carry_on(page, "Save and go back")
    added(page, "Add a key result", {"text": result, "objective": objective, "measure": "counted each month"})
    said = {"mission": "That nobody waits for an answer.", "standing": "On the draft"}
    opened(page, MISSION, said, script=script)
    expect(page.locator("#panel")).to_contain_text(objective)
    expect(page.locator("#draft")).to_contain_text("On it now: 1 of 3 parts.")
    carry_on(page, "Put all objectives and key results on it")
    page.get_by_role("link", name="Look at the draft, or print it").click()
    paper = page.locator("article.brief")
    expect(paper).to_contain_text(f"{result}. Measured by: counted each month.")
    expect(paper).not_to_contain_text(pain)
    with page.expect_download() as arriving:
        page.get_by_role("link", name="Back to your version of the job").click()
        page.get_by_role("link", name="Download it as text").click()
    assert arriving.value.suggested_filename == "draft-of-the-job.txt"
    assert f"- {result}. Measured by: counted each month." in arriving.value.path().read_text("utf-8")


def ask_for_days(page: Page) -> None:
    """What is blank in one's own version is asked for with one press."""
    question = "By when should this be reached: “No order is typed twice”?"
    page.locator("button", has_text=f"Add it: {question}").click()
    to_step(page, ASKED)
    expect(page.locator("#more")).to_contain_text(question)
    expect(page.locator("#more")).to_contain_text(
        "Which decisions would I take myself, and which would I only prepare?"
    )


def legs(page: Page, result: str, ask: str, person: str) -> None:
    to_step(page, STOOL)
    typed = {"leg": "People and resources", "ask": ask, "result": result, "reason": "The reports come out on time."}
    typed |= {"repeat": "One reader more, and nobody waits.", "evidence": "A month of it last year."}
    if person:
        page.get_by_role("link", name="Add an ask", exact=True).click()
        named = page.locator("#id_person option", has_text=person).inner_text()
        page.go_back()
        typed |= {"person": named}
    added(page, "Add an ask", typed | {"confirm": "In the contract"})
    panel = page.locator("#panel")
    expect(panel).to_contain_text(f"I would like {ask}. The reports come out on time. That is what it takes")
    expect(panel).to_contain_text("Nothing is asked for here yet")


def proven(page: Page, name: str, evidence: str) -> None:
    to_step(page, OBJECTIONS)
    changed(page, name, {"evidence": evidence})


def objection(page: Page, text: str, value: str, evidence: str) -> None:
    added(page, "Add an objection of your own", {"text": text, "value": value, "evidence": evidence})
    expect(page.locator("#panel")).to_contain_text("2 answers are prepared.")
