"""What one request did, told in its headers: queries, how often one table was read, which worker answered."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

READ = re.compile(r'\ASELECT\b.*?\bFROM "(\w+)"', re.DOTALL)


def counted(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Counts only for a request that asks, so that what is timed is not slowed."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if "HTTP_X_COUNT" not in request.META:
            return get_response(request)
        seen: list[str] = []

        def note(execute: Any, sql: str, *rest: Any) -> Any:
            seen.append(sql)
            return execute(sql, *rest)

        with connection.execute_wrapper(note):
            response = get_response(request)
        reads = Counter(found[1] for sql in seen if (found := READ.match(sql)))
        response.headers["X-Queries"] = str(len(seen))
        response.headers["X-Reads-Of-One-Table"] = str(max(reads.values(), default=0))
        response.headers["X-Worker"] = str(os.getpid())
        return response

    return middleware
