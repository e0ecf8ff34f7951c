"""Preparing one negotiation; also the Django project."""
