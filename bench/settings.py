"""The settings as served, with the bare views beside the real ones, and a counter that sleeps until asked."""

from negotiation.settings import *  # noqa: F403
from negotiation.settings import MIDDLEWARE

ROOT_URLCONF = "bench.urls"
MIDDLEWARE = ["bench.counting.counted", *MIDDLEWARE]
