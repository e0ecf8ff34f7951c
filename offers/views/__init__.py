"""The pages of the offers."""

from offers.letter.page import offer_letter
from offers.views.offer import offer, offer_delete, offer_new, offers
from offers.views.rates import rate, rate_delete, rate_new, rates
from offers.views.rounds import round_add, round_page
from offers.views.table import offer_import, offers_csv
from offers.views.term import term, term_delete, term_move, term_new, term_pick
from offers.views.value import offer_value

__all__ = [
    "offer",
    "offer_delete",
    "offer_import",
    "offer_letter",
    "offer_new",
    "offer_value",
    "offers",
    "offers_csv",
    "rate",
    "rate_delete",
    "rate_new",
    "rates",
    "round_add",
    "round_page",
    "term",
    "term_delete",
    "term_move",
    "term_new",
    "term_pick",
]
