"""Whatever is stored, by an import or before a rule was made, the page can be made of it."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation.models import PackageIssue, Proposal
from negotiation.packages import package_facts
from negotiation.steps import packages
from negotiation.steps.packages import laid, results
from tests.steps.on_table import ZONE, answers

amounts = st.integers(0, 10**12 - 1).map(Decimal)
percents = st.integers(0, 100).map(Decimal)
spoils = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["pay", "own", "leave", ""]),
        "text": st.sampled_from(["", "T0"]),
        "points": st.none(),
        "least": st.sampled_from(["1", "2", "10"]),
        "option_1": st.sampled_from(["", "b", "120", "9" * 200]),
        "option_3": st.sampled_from(["", "a", "5 days more"]),
    }
    | {f"value_{at}": percents for at in (1, 2, 3)}
    | {f"cost_{at}": amounts for at in (1, 2, 3)},
)


@st.composite
def tables(draw: st.DrawFn) -> list[PackageIssue]:
    """A few things as a form lets them be, and something wrong with one of them."""
    rows = [
        PackageIssue(
            id=draw(st.uuids()),
            kind=draw(st.sampled_from(["leave", "title", "growth", "hours"])),
            text=f"T{at}",
            points=draw(percents),
            price=draw(st.none() | amounts),
            guess=draw(st.sampled_from(list(package_facts().guesses))),
            cost=draw(st.none() | amounts),
            option_1="a",
            option_2="b",
            option_3="c",
        )
        for at in range(draw(st.integers(1, 5)))
    ]
    if draw(st.booleans()):
        pay = {"option_1": "100", "option_2": "120", "option_3": "140"}
        rows.append(PackageIssue(id=draw(st.uuids()), kind="pay", text="P", points=draw(percents), **pay))
    for name, value in draw(spoils).items():
        setattr(draw(st.sampled_from(rows)), name, value)
    return rows


lines = st.sampled_from(["T0: a", "T0: b", "T1: a", "T1: c", "P: 120 EUR a year gross", "T9: x", ""])
proposals = st.builds(
    Proposal,
    **{name: st.lists(lines, max_size=3, unique=True).map("\n".join) for name in Proposal.NAMES},
    liked=st.sampled_from(["", "none", *Proposal.NAMES]),
)


@settings(deadline=None)
@given(
    tables(),
    st.lists(proposals, max_size=4),
    st.sampled_from([ZONE, {}, {"minimum": "1E+3"}]),
    st.sampled_from(["points", "prices"]),
    st.none() | percents,
    st.none() | amounts | st.integers(0, 9).map(Decimal),
)
def test_the_page_the_sheet_and_the_paper_can_be_made(rows, more, zone, by, level, ceiling):
    told = answers(*rows, more=more, zone=zone, by=by, level=level, ceiling=ceiling)
    found, table = results(told), laid(told)
    assert found["verdict"]
    assert len(table.things) + len(table.lacks) == len([row for row in rows if row.kind])
    assert all(not thing.out[pick] for each in table.packages for thing, pick in table.lines(each))
    assert [each.cost for each in table.packages] == sorted(each.cost for each in table.packages)
    assert table.ceiling is None or all(each.cost <= table.ceiling for each in table.packages)
    assert all(packages.summary(told, row) for row in rows)
    assert all(packages.summary_of_proposal(told, row) for row in more)
    assert found["moved"] == [] or table.heard.fits
    packages.sheet(told)
    packages.brief(told)
