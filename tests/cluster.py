"""Early pytest plugin: one throwaway PostgreSQL for the whole run, in place before Django loads."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import ExitStack

import pytest

from negotiation.cluster import ClusterError, throwaway
from tests.chromium import installed


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, None, None]:
    """A wrapper comes before pytest-django's own start. Workers of xdist inherit the address."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "negotiation.settings")
    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    if chromium := installed():
        os.environ["CHROMIUM"] = chromium
    if not os.environ.get("DATABASE_URL"):
        stack = ExitStack()
        early_config.add_cleanup(stack.close)
        try:
            os.environ["DATABASE_URL"] = stack.enter_context(throwaway())
        except ClusterError as error:
            raise pytest.UsageError(str(error)) from None
    return (yield)
