"""What they liked tells what things cost them: the guesses move as little as will explain it, and no more."""

from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from negotiation.calc.packages import PackageError
from negotiation.calc.reaction import Liked, Reaction, Scale, reaction
from tests.timing import quiet_seconds

HALF = Fraction(1, 2)


def liked(better, worse):
    return Liked(better=tuple(map(Fraction, better)), worse=tuple(map(Fraction, worse)))


def guesses(*steps, fixed=()):
    return [Scale(step=Fraction(step), fixed=at in fixed) for at, step in enumerate(steps)]


def spent(steps, parts):
    return sum(step * part for step, part in zip(steps, parts, strict=True))


def keeps(steps, scales, likes):
    """Whether these steps explain all that was liked, and are allowed."""
    return (
        all(spent(steps, one.better) <= spent(steps, one.worse) for one in likes)
        and all(step == scale.step for step, scale in zip(steps, scales, strict=True) if scale.fixed)
        and all(step <= 0 if scale.step < 0 else step >= 0 for step, scale in zip(steps, scales, strict=True))
    )


def change(steps, scales):
    return sum((step - scale.step) ** 2 for step, scale in zip(steps, scales, strict=True))


def test_two_guesses_meet_half_way():
    found = reaction(guesses(300, 100), [liked((1, 0), (0, 1))])
    assert found == Reaction(steps=(Fraction(200), Fraction(200)), fits=True)


def test_what_is_known_stays_and_the_guess_goes_all_the_way():
    assert reaction(guesses(300, 100, fixed=(1,)), [liked((1, 0), (0, 1))]).steps == (100, 100)


def test_what_agrees_already_moves_nothing():
    assert reaction(guesses(100, 300), [liked((1, 0), (0, 1))]).steps == (100, 300)


def test_a_cost_does_not_become_a_gain():
    assert reaction(guesses(30, 5, fixed=(1,)), [liked((1, 1), (0, 0))]) == Reaction(steps=(30, 5), fits=False)
    assert reaction(guesses(30, 20, -10), [liked((1, 1, 0), (0, 0, 0))]).steps == (0, 0, -10)
    assert not reaction(guesses(-10, 5, fixed=(1,)), [liked((0, 1), (1, 0))]).fits
    assert reaction(guesses(0, -10), [liked((0, 0), (HALF, 1))]).steps == (4, -2)


def test_likes_against_each_other_make_them_level():
    both = [liked((1, 0), (0, 1)), liked((0, 1), (1, 0))]
    assert reaction(guesses(300, 100), both).steps == (200, 200)


def test_what_no_cost_explains_leaves_all_as_it_was():
    known = guesses(10, 20, 7, fixed=(0, 1))
    assert reaction(known, [liked((0, 1, 0), (1, 0, 0))]) == Reaction(steps=(10, 20, 7), fits=False)


def test_taking_a_like_back_restores_what_was():
    scales, first, second = guesses(300, 100, 50), liked((1, 0, 0), (0, 1, 0)), liked((0, 1, 0), (0, 0, 1))
    before = reaction(scales, [first])
    assert reaction(scales, [first, second]) != before
    assert reaction(scales, [first]) == before
    assert reaction(scales, []).steps == (300, 100, 50)


def test_what_cannot_be_used_says_so():
    for scales, likes in (([], []), (guesses(1), [liked((1, 0), (0,))]), (guesses(1), [liked((1,), ())])):
        with pytest.raises(PackageError):
            reaction(scales, likes)


steps = st.one_of(st.integers(-5, 5), st.integers(-(10**11), 10**11), st.fractions(-9, 9, max_denominator=7))
parts = st.fractions(0, 1, max_denominator=4)


@st.composite
def cases(draw, most=4):
    count = draw(st.integers(1, 5))
    fixed = st.sampled_from([False, False, False, True])
    scales = [Scale(step=Fraction(draw(steps)), fixed=draw(fixed)) for _ in range(count)]
    row = st.tuples(*[parts] * count)
    return scales, draw(st.lists(st.builds(Liked, better=row, worse=row), max_size=most))


@settings(deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_all_likes_hold_and_the_order_of_them_does_not_matter(case, random):
    scales, likes = case
    found = reaction(scales, likes)
    assert all(isinstance(step, Fraction) for step in found.steps)
    assert keeps(found.steps, scales, likes) if found.fits else found.steps == tuple(one.step for one in scales)
    assert reaction(scales, random.sample(likes, len(likes))) == found
    assert reaction(scales, [*likes, *likes]) == found


@settings(deadline=None, max_examples=200)
@given(cases())
def test_nothing_nearer_explains_them(case):
    """The nearest point of a convex set: towards every other point of it the way from the guesses only gets longer."""
    scales, likes = case
    found = reaction(scales, likes)
    assume(found.fits)
    for way in feasible(scales, likes):
        slope = spent([new - scale.step for new, scale in zip(found.steps, scales, strict=True)], way)
        assert (
            slope - spent([new - scale.step for new, scale in zip(found.steps, scales, strict=True)], found.steps) >= 0
        )


def feasible(scales, likes):
    """Some other steps that explain all: nothing costs anything but what is known, and answers to other guesses."""
    moved = [
        [replace(one, step=one.step * times + plus) for one in scales] for times, plus in ((2, 0), (HALF, 0), (3, 1))
    ]
    moved += [[replace(one, step=Fraction(0)) for one in scales]]
    for others in moved:
        mixed = [was if was.fixed else other for was, other in zip(scales, others, strict=True)]
        answer = reaction(mixed, likes)
        if answer.fits and keeps(answer.steps, scales, likes):
            yield answer.steps


@settings(deadline=None, max_examples=200)
@given(cases(most=3), st.lists(st.lists(st.fractions(-3, 3, max_denominator=5), min_size=5, max_size=5), max_size=30))
def test_no_change_at_random_that_explains_them_is_smaller(case, moves):
    scales, likes = case
    found = reaction(scales, likes)
    assume(found.fits)
    least = change(found.steps, scales)
    for move in moves:
        for times in (1, Fraction(1, 100), 10**9):
            other = [step + times * by for step, by in zip(found.steps, move, strict=False)]
            assert not keeps(other, scales, likes) or change(other, scales) >= least


@settings(deadline=None, max_examples=200)
@given(cases(most=3))
def test_the_same_as_trying_which_rules_bind(case):
    """Of all choices of rules that hold as equalities, the nearest that keeps them all."""
    scales, likes = case
    found, tried = reaction(scales, likes), list(bound(scales, likes))
    assert found.fits == bool(tried)
    assert not tried or change(found.steps, scales) == min(change(one, scales) for one in tried)


def bound(scales, likes):
    count = len(scales)
    unit = [[Fraction(at == other) for other in range(count)] for at in range(count)]
    rules = [[mine - theirs for mine, theirs in zip(one.better, one.worse, strict=True)] for one in likes]
    rules += [unit[at] for at, scale in enumerate(scales) if not scale.fixed]
    for size in range(count + 1):
        for chosen in combinations(rules, size):
            start = [scale.step for scale in scales]
            steps = projected(start, chosen, [not scale.fixed for scale in scales])
            if steps and keeps(steps, scales, likes):
                yield steps


def projected(start, rules, free):
    """The nearest point at which all rules come to 0, one rule made square to the others after another."""
    point, square = list(start), []
    for rule in rules:
        normal = [factor * may for factor, may in zip(rule, free, strict=True)]
        value = spent(rule, start) - spent(normal, start)  # what the fixed ones bring
        for other, was in square:
            times = spent(normal, other) / spent(other, other)
            normal, value = [one - times * two for one, two in zip(normal, other, strict=True)], value - times * was
        if not any(normal):
            if value:
                return None
            continue
        square.append((normal, value))
        times = (spent(normal, point) + value) / spent(normal, normal)
        point = [one - times * two for one, two in zip(point, normal, strict=True)]
    return point


@given(st.lists(st.integers(1, 10**11), min_size=2, max_size=6), st.data())
def test_one_like_has_a_closed_form(costs, data):
    """Straight onto the line where both packages cost the same, as long as no sign turns."""
    ways = [Fraction(data.draw(st.integers(-4, 4)), 4) for _ in costs]
    one = liked([max(way, 0) for way in ways], [max(-way, 0) for way in ways])
    over = max(spent(costs, ways), 0)
    square = spent(ways, ways)
    straight = tuple(
        cost - over * way / square if square else Fraction(cost) for cost, way in zip(costs, ways, strict=True)
    )
    assume(all(step >= 0 for step in straight))
    assert reaction(guesses(*costs), [one]) == Reaction(steps=straight, fits=True)


@settings(deadline=None, max_examples=20)
@given(st.randoms(use_true_random=False))
def test_many_likes_come_to_an_end_in_time(random):
    def row():
        return tuple(Fraction(random.randrange(10), 9) for _ in range(10))

    scales = [Scale(step=Fraction(random.randrange(-(10**11), 10**11)), fixed=at == 3) for at in range(10)]
    likes = [Liked(better=row(), worse=row()) for _ in range(random.choice((5, 40, 120)))]
    assert quiet_seconds(lambda: reaction(scales, likes)) < 1
