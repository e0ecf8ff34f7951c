"""Zone, share and odds do not depend on the currency they are counted in."""

from dataclasses import fields, replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from negotiation.calc.zone import chance_at_least, position, share, zone
from negotiation.calc.zopa import Pay, ZopaTerms, zopa

money = st.decimals(min_value=0, max_value=10**6, places=2)
maybe = st.none() | money
scales = st.sampled_from([Decimal(2), Decimal(10), Decimal(1000), Decimal("0.5")])


@given(money, money, money, scales)
def test_zone_and_share_scale_with_the_money(minimum, maximum, x, times):
    one, other = zone(minimum, maximum), zone(minimum * times, maximum * times)
    assert (other.exists, other.width, other.gap) == (one.exists, one.width * times, one.gap * times)
    assert other.middle == (None if one.middle is None else one.middle * times)
    assert share(x * times, other) == share(x, one)


@given(st.lists(money, min_size=3, max_size=3).map(sorted), money, scales)
def test_odds_and_places_stay_what_they_are(belief, x, times):
    low, likely, high = belief
    larger = [number * times for number in belief]
    assert chance_at_least(*larger, x * times) == chance_at_least(low, likely, high, x)
    assert position(x * times, larger[0], larger[2]) == position(x, low, high)


amounts = {field.name: maybe for field in fields(ZopaTerms) if field.type == "Decimal | None"}
pays = st.builds(Pay, fixed=maybe)


@given(st.builds(ZopaTerms, target=pays, floor=pays, offer=pays, **amounts | {"raise_percent": st.none()}), scales)
def test_the_whole_position_is_the_same_in_a_smaller_currency(terms, times):
    def dear(amount):
        return None if amount is None else amount * times

    names = amounts.keys() - {"raise_percent"}
    scaled = replace(
        terms,
        **{name: dear(getattr(terms, name)) for name in names},
        **{name: Pay(fixed=dear(getattr(terms, name).fixed)) for name in ("target", "floor", "offer")},
    )
    one, other = (zopa(replace(each, rounding=Decimal(0))) for each in (terms, scaled))
    assert (other.notices, other.binds, other.chance) == (one.notices, one.binds, one.chance)
    assert other.opening.rule is one.opening.rule
    assert other.opening.amount == dear(one.opening.amount)
    for before, after in ((one.at_likely, other.at_likely), (one.at_high, other.at_high)):
        assert (before is None) == (after is None)
        if before is not None:
            assert (after.offer_share, after.target_share) == (before.offer_share, before.target_share)
