"""Every address of the app, from the resolver, and who may do what there."""

from __future__ import annotations

import itertools
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.guard.world import Person, choices

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
SAFE = ("GET", "HEAD")


@dataclass(frozen=True)
class Route:
    """One named address; `needs` is its parameters and what kind each is."""

    name: str
    pattern: str
    needs: dict[str, str] = field(hash=False)

    @property
    def is_owned(self) -> bool:
        """An id in the address: the thing behind it belongs to somebody."""
        return "uuid" in self.needs.values()


def walk(patterns: Any = None, before: str = "", needs: dict[str, str] | None = None) -> Iterator[Route]:
    for found in get_resolver().url_patterns if patterns is None else patterns:
        route = before + str(found.pattern)
        kinds = (needs or {}) | {name: kind_of(each) for name, each in found.pattern.converters.items()}
        if isinstance(found, URLResolver):
            yield from walk(found.url_patterns, route, kinds)
        elif isinstance(found, URLPattern):
            yield Route(found.name or route, route, kinds)


def kind_of(converter: Any) -> str:
    return str(type(converter).__name__.removesuffix("Converter").lower())


ROUTES = tuple(walk())


def addresses(route: Route, person: Person) -> list[str]:
    """The route's addresses for this person's things: one for each word it can carry."""
    if route.is_owned and not person.ids:
        return []
    words = choices(route)
    free = [name for name in route.needs if name not in person.ids and name != "row_id"]
    found = []
    for picked in itertools.product(*(words[name] for name in free)):
        given = dict(zip(free, picked, strict=True)) | {n: person.ids[n] for n in route.needs if n in person.ids}
        if "row_id" in route.needs:
            given["row_id"] = person.rows[given["step"].slug]
        found.append(reverse(route.name, kwargs=given))
        found += second_list(route, given, person)
    return found


def second_list(route: Route, given: dict[str, Any], person: Person) -> list[str]:
    """The same of a step's second list, which the address asks for."""
    if route.name not in ("row", "row_new", "row_move", "row_delete") or not given["step"].more:
        return []
    row = {"row_id": person.more[given["step"].slug]} if "row_id" in route.needs else {}
    return [reverse(route.name, kwargs=given | row) + "?list=more"]


def nowhere(address: str, keep: tuple[Any, ...] = ()) -> str:
    """The same address with ids that nobody has; those in `keep` stay."""
    kept = {str(one) for one in keep}
    parts = [part if part in kept or not is_id(part) else str(uuid.uuid4()) for part in address.split("/")]
    return "/".join(parts)


def is_id(part: str) -> bool:
    return len(part) == 36 and part.count("-") == 4
