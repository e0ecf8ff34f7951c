"""Offers and their terms; knows nothing of plans."""
