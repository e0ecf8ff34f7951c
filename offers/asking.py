"""What an offer leaves open, as a name for it and a question that settles it."""

from __future__ import annotations

from offers.calc.terms import (
    Allowance,
    Commission,
    Extra,
    Match,
    OfferTerms,
    Options,
    Part,
    Purchase,
    Refresher,
    Shares,
)
from offers.calc.valuation import Valuation
from offers.models import Offer

ASK = {
    "base": ("base pay", "What is the base pay?"),
    "hours_week": ("hours a week", "How many hours a week do you expect?"),
    "days_week": ("days a week", "How many days a week is this?"),
    "payments": ("payments a year", "How many payments a year are there?"),
    "next_base": ("pay at the next step", "What is the pay at the next step?"),
    "next_months": ("when the next step comes", "After how many months does the next step come?"),
    "raise_percent": ("raises", "How are raises decided, and what were they in the last years?"),
    "bonus": ("a bonus", "Is there a bonus? How much is it, and how often was it paid in full?"),
    "bonus_likelihood": ("how sure the bonus is", "How often was the bonus paid in full?"),
    "payouts": ("how the bonus may turn out", "What was the bonus in the last years, at its lowest and its highest?"),
    "sign_on": ("a sign-on payment", "Is there a payment at the start?"),
    "clawback_months": ("paying back the sign-on", "Do I pay back the sign-on payment if I leave, and until when?"),
    "leave_days": ("days off", "How many paid days off are there a year?"),
    "holidays": ("public holidays", "How many paid public holidays are there a year?"),
}
# Of a part: the name and the question, with the part's own label filled in.
SCHEDULE = ("when {} become yours", "When do the shares become mine: over how many years, and how often? ({})")
LIQUID = ("whether {} can be sold", "Can I sell the shares once they are mine? ({})")
PARTS: dict[type, dict[str, tuple[str, str]]] = {
    Extra: {"amount": ("how much “{}” is", "How much is this: {}?")},
    Allowance: {
        "amount": ("how much “{}” is", "How much is paid for this: {}?"),
        "quantity": ("how often “{}” comes", "How many of these hours or days are there in a usual week: {}?"),
    },
    Commission: {
        "amount": ("how much {} is", "What is the commission at full quota? ({})"),
        "percent": ("the percent of {}", "What percent of sales is paid? ({})"),
        "quota": ("the quota of {}", "What is the quota? ({})"),
        "attainment": ("the usual reach of {}", "What part of the team reached its quota last year? ({})"),
        "delay_months": ("when {} is paid", "How long after a sale is it paid? ({})"),
        "ramp_percent": ("{} at the beginning", "What is paid while I begin? ({})"),
        "draw_months": ("how long the draw of {} lasts", "For how many months is the draw paid? ({})"),
    },
    Shares: {
        "amount": ("what {} is worth", "What is the grant worth, and at which price? ({})"),
        "count": ("the number of {}", "How many shares are in the grant? ({})"),
        "price": ("the price of {}", "At which price is the grant counted? ({})"),
        "schedule": SCHEDULE,
        "liquid": LIQUID,
        "nothing_odds": ("how {} may end", "What happens to the shares if the company is sold for little? ({})"),
    },
    Options: {
        "count": ("the number of {}", "How many options are there? ({})"),
        "diluted": ("all shares behind {}", "How many shares are there, fully diluted? ({})"),
        "strike": ("the strike price of {}", "What is the strike price? ({})"),
        "last_price": ("the last price of {}", "What was the price of a share in the last round of money? ({})"),
        "preference": ("who is paid before {}", "How much do investors get first? ({})"),
        "preferred_percent": ("the investors’ part before {}", "What part of the company do investors own? ({})"),
        "rounds": ("further rounds before {}", "How many more rounds of money do you expect? ({})"),
        "dilution": ("what rounds take from {}", "How much does a round usually take from each share? ({})"),
        "schedule": SCHEDULE,
        "exits": ("how {} may end", "What do you expect the company to be worth one day, and how likely is that? ({})"),
    },
    Refresher: {
        "amount": ("how much {} is", "How much is granted each year? ({})"),
        "liquid": LIQUID,
    },
    Purchase: {
        "amount": ("what you would put in", "How much of my pay can I put in? ({})"),
        "discount": ("the discount of {}", "What is the discount? ({})"),
        "lookback": ("which price counts for {}", "From which price is the discount taken? ({})"),
    },
    Match: {
        "percent": ("how much of your saving they add", "How much do you add to what I save? ({})"),
        "cap_percent": ("up to where they add", "Up to what part of pay do you add? ({})"),
        "own_percent": ("what you would pay in yourself", "What do people usually pay in themselves? ({})"),
        "vest_months": ("when what they add is yours", "When is what you add mine to keep? ({})"),
    },
}


# What changes no sum, and is good to know before one signs.
BESIDE = {
    "expires": "By when do you need my answer?",
    "starts": "On which day would I start?",
    "probation_months": "Is there a probation, and how long is it?",
    "notice_weeks": "What notice do both sides have to give?",
    "overtime_week": "What hours do people in this job really work?",
    "remote_days": "How many days a week can I work from home?",
}
WINDOW = "How long after leaving can I still buy the shares? ({})"


def beside(offer: Offer, terms: OfferTerms) -> list[str]:
    """The questions whose answers change no sum."""
    found = [question for name, question in BESIDE.items() if getattr(offer, name) is None]
    options = [part for part in terms.parts if isinstance(part, Options) and part.window_days is None]
    return found + [WINDOW.format(part.label) for part in options]


def open_points(worth: Valuation) -> list[tuple[str, str]]:
    """What the offer leaves open: a name for it, and the question to ask."""
    return [point(worth.terms, name) for name in worth.unknown]


def point(terms: OfferTerms, name: str) -> tuple[str, str]:
    """One blank by its name among the unknown ones."""
    if name in ASK:
        return ASK[name]
    _, at, field = name.split(":")
    return of_part(terms.parts[int(at)], field)


def of_part(part: Part, field: str) -> tuple[str, str]:
    words, question = PARTS[type(part)][field]
    return words.format(part.label), question.format(part.label)
