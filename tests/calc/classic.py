"""A case of the classic kind: eight issues of five options, walk-away 0 / 0, in points of two who keep a boat together.

Two issues are as good for both, two are what one gives the other loses, four are pairs in which each cares more about
one. Options stand from the worst for me to the best.
"""

from fractions import Fraction

from negotiation.calc.packages import Choice

MIDDLE = (2,) * 8
# A step's worth to me, a step's cost to them, and what the first option is worth to me and to them.
ISSUES = {
    "harbour": (600, -600, 0, 0),
    "season": (300, -300, 0, 0),
    "share of the catch": (1500, 1500, -6000, 0),
    "dues": (600, 600, -2400, 0),
    "mornings": (1000, 400, 0, 1600),
    "upkeep": (400, 1000, 0, 4000),
    "nets": (800, 200, 0, 800),
    "lamps": (200, 800, 0, 3200),
}
CLASSIC = [
    tuple(Choice(mine=Fraction(mine + at * worth), cost=Fraction(at * cost - theirs)) for at in range(5))
    for worth, cost, mine, theirs in ISSUES.values()
]
