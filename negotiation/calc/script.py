"""The shape of a talk: which line leads to which, and whether every way through it ends well."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

Ways = Mapping[str, Sequence[str]]  # from each line to those that can follow it


def problems(ways: Ways, *, starts: Collection[str], ends: Collection[str], passing: Collection[str]) -> list[str]:
    """What is wrong with the shape of a talk; nothing where all is well.

    Rule: every line is reached from a start; a line has something that follows, unless it is an end, which has
    nothing; no way comes back to where it was; every way to an end passes one of `passing`, or is itself such an end.
    Units: none. Errors: none, they are the result. Source: own definition.
    """
    loose = [f"{line} leads to {to}, which is no line" for line in ways for to in ways[line] if to not in ways]
    loose += [f"{name} is no line" for name in (*starts, *ends, *passing) if name not in ways]
    if loose:
        return loose
    found = [f"{line} is never reached" for line in ways if line not in reached(ways, starts)]
    found += [f"{line} leads nowhere" for line in ways if not ways[line] and line not in ends]
    found += [f"{line} ends the talk and goes on" for line in ends if ways[line]]
    if round_and_round := circle(ways):
        return [*found, f"{' to '.join(round_and_round)} goes round and round"]
    past = {way[-1]: way for way in paths(ways, starts) if not set(way) & set(passing)}
    return found + [f"{' to '.join(way)} ends without what every talk needs" for way in past.values()]


def reached(ways: Ways, starts: Collection[str]) -> set[str]:
    """Every line that a talk can come to."""
    found, left = set(starts), list(starts)
    while left:
        new = [to for to in ways[left.pop()] if to not in found]
        found.update(new)
        left += new
    return found


def circle(ways: Ways) -> tuple[str, ...]:
    """Lines that lead back to the first of them; none where every talk comes to an end."""
    fine: set[str] = set()

    def follow(line: str, way: tuple[str, ...]) -> tuple[str, ...]:
        if line in way:
            return (*way[way.index(line) :], line)
        if line in fine:
            return ()
        for to in ways[line]:
            if back := follow(to, (*way, line)):
                return back
        fine.add(line)
        return ()

    return next((back for line in ways if (back := follow(line, ()))), ())


def paths(ways: Ways, starts: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Every way through a talk, from a start to an end.

    Rule: all of them, each line once a way. Units: none. Errors: none, provided that no way goes in a circle.
    Source: own definition.
    """

    def follow(way: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        onward = ways[way[-1]]
        if not onward:
            yield way
        for to in dict.fromkeys(onward):
            yield from follow((*way, to))

    for start in starts:
        yield from follow((start,))
