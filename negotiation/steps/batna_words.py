"""What the alternatives come to, in words: strength, what binds, facts, notices."""

from __future__ import annotations

from decimal import Decimal

from groundwork.fields import plain
from groundwork.money import as_decimal
from negotiation.calc.batna import NO_PROCESS, BatnaResult, Outcome
from negotiation.steps.base import Answers

STRENGTH = {
    "strong": "Strong: what you have for certain is at least as good as {}.",
    "fair": "Fair: what you can expect is at least as good as {}; what is certain is not.",
    "weak": "Weak for now: {} is better than what is certain and than what you can expect.",
}
BINDS = {
    "need": "the money you need",
    "motivation": "the pay below which you would not want to do it",
    "reservation": "your best alternative",
}
WHICH = {"certain": "what is certain", "expected": "what you can expect", "hoped": "the best you hope for"}


def yearly(answers: Answers, amount: Decimal | None) -> str:
    return answers.about(amount, period="year")


def strength(result: BatnaResult) -> str:
    """How strong the alternatives are, against the offer or, without one, the target."""
    if result.strength == "weak" and result.runway_is_short:
        return "Weak for now: your savings last less than three months."
    against = "their offer" if result.terms.offer is not None else "your target"
    return STRENGTH[result.strength].format(against) if result.strength else ""


def hoped(answers: Answers, result: BatnaResult) -> str:
    """What is hoped for, and how waiting for it was counted."""
    best = result.hoped
    if best is None or not best.alternative.months:
        return best.alternative.name if best else ""
    over = f"{best.alternative.name}; over {result.terms.horizon_months} months, of which"
    cost, months = result.terms.waiting_cost, plain(best.alternative.months)
    if cost is None or cost == 0:
        return f"{over} {months} bring nothing"
    meanwhile = answers.about(abs(cost), period="month")
    return f"{over} {months} {'bring' if cost < 0 else 'cost'} {meanwhile}"


def facts(answers: Answers, result: BatnaResult) -> list[tuple[str, str, str]]:
    """What follows: what the offer is held against, the money needed, the suggested minimum."""
    found = []
    if result.reservation:
        known = result.runway is not None or result.runway_has_no_limit
        default = "it suits your savings" if known else "if your savings are short, compare it with what is certain"
        why = "you chose this" if result.reservation.picked == "chosen" else default
        found.append(
            (
                "Compare the offer with",
                yearly(answers, result.reservation.value),
                f"{WHICH[result.reservation.which]}; {why}",
            )
        )
    if result.need is not None:
        found.append(("Pay you need", yearly(answers, result.need), "what you spend in a year, before tax"))
    if result.runway_has_no_limit:
        found.append(("How long you can wait", "As long as you like", "what comes in covers what you spend"))
    elif result.runway is not None:
        found.append(("How long you can wait", f"{plain(round(result.runway, 1))} months", "on your savings"))
    if result.suggested:
        value = yearly(answers, result.suggested.amount)
        note = f"set by {BINDS[result.suggested.binds]}; your own minimum is the one that is used"
        found.append(("Suggested minimum", value, note))
    return found + break_evens(result)


def break_evens(result: BatnaResult) -> list[tuple[str, str, str]]:
    """For each uncertain alternative the likelihood from which waiting for it beats the offer on the table."""
    if result.terms.offer is None or result.certain is None:
        return []
    unsure = [each for each in result.outcomes if each.worth is not None and each.alternative.likelihood != 100]
    return [(f"“{each.alternative.name}” beats their offer", *break_even(each)) for each in unsure]


def break_even(outcome: Outcome) -> tuple[str, str]:
    """From which likelihood, and how that compares with the one that was entered."""
    least, own = outcome.break_even, outcome.alternative.likelihood
    if least is None:
        return "at no likelihood", "even if it came for certain it is not worth more"
    if least == 0:
        return "at any likelihood", "what you have for certain is worth as much as their offer"
    note = "" if own is None else f"you put it at {plain(own)} %: {'enough' if own >= least * 100 else 'not enough'}"
    return f"from a likelihood of {plain(round(as_decimal(least * 100), 1))} %", note


def one_card(result: BatnaResult) -> str:
    """All on one card: nothing, or one thing, is under way that could become something else."""
    alive = [a.name for a in result.terms.alternatives if a.kind not in NO_PROCESS and a.likelihood != 0]
    what = f"only “{alive[0]}” is" if alive else "nothing is"
    return f"All on one card: besides this job {what} under way. One more makes you calmer, even a small one."


def notices(result: BatnaResult) -> list[str]:
    found = []
    if result.hoped and not result.certain:
        found.append("None of these is certain. Add what you would do if none of them came.")
    if result.one_live_process:
        found.append(one_card(result))
    if result.runway_is_short:
        found.append("Your money lasts less than three months, so what is certain counts unless you choose otherwise.")
    if result.typed_is_below:
        found.append("The minimum you typed is below the suggested one. Yours is used.")
    if result.start_not_known:
        found.append(f"When it could start is not known for: {', '.join(result.start_not_known)}. Counted as at once.")
    return found


def lines(answers: Answers, result: BatnaResult) -> list[tuple[str, str, str]]:
    """Certain, expected and hoped for, with what each is made of."""
    found = []
    if result.certain:
        found.append(("Certain", yearly(answers, result.certain.worth), result.certain.alternative.name))
    if result.expected is not None:
        chance = result.chance_of_fallback
        note = f"with a chance of {round(chance * 100)} % of ending at what is certain" if chance else ""
        found.append(("Expected", yearly(answers, result.expected), note))
    if result.hoped:
        found.append(("Hoped for", yearly(answers, result.hoped.worth), hoped(answers, result)))
    return found
