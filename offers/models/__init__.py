"""An offer, what it is made of, its rounds, and the exchange rates it is compared by."""

from offers.models.choices import BASES, CERTAINTIES, PAYMENTS, PERIODS
from offers.models.offer import Offer
from offers.models.rate import Rate
from offers.models.term import Term

__all__ = ["BASES", "CERTAINTIES", "PAYMENTS", "PERIODS", "Offer", "Rate", "Term"]
