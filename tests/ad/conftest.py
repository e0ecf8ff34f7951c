"""The plan, and the browser it is filled in with, of the tests of the steps."""

from __future__ import annotations

from tests.steps.conftest import filler, mine, plan

__all__ = ["filler", "mine", "plan"]
