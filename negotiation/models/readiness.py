"""Whether to negotiate at all, and whether one is fit for the talk."""

from __future__ import annotations

from decimal import Decimal

from groundwork.fields import SHORT, ChoiceColumn, TextColumn
from negotiation.calc import state as fitness
from negotiation.calc import timing as moment
from negotiation.calc.means import NO_LIMIT, Runway
from negotiation.models.base import Answer, Row

YES_NO = [("yes", "Yes"), ("no", "No")]
MUCH = [
    ("1", "Not at all"),
    ("2", "A little"),
    ("3", "Somewhat"),
    ("4", "A lot"),
    ("5", "So much that I think of little else"),
]


class Timing(Answer):
    """The signs that speak for and against negotiating now."""

    EDGES = [
        ("known", "Yes, and they know what it is worth"),
        ("showable", "Yes, and I can show what it is worth"),
        ("none", "No"),
    ]
    WANTED = [("yes", "Yes: they want me, subject to terms"), ("too_early", "No: it is too early for that")]
    invited = ChoiceColumn(choices=YES_NO)
    usual = ChoiceColumn(choices=YES_NO)
    edge = ChoiceColumn(choices=EDGES)
    undervalued = ChoiceColumn(choices=YES_NO)
    wanted = ChoiceColumn(choices=WANTED)
    hurdle_worth = TextColumn()
    hurdle_culture = TextColumn()
    misread = TextColumn()

    def to_terms(self, *, lasts: Runway = None) -> moment.TimingTerms:
        """`lasts` is how long the savings do. What is not answered counts as not known."""
        return moment.TimingTerms(
            invited=moment.Answer(self.invited or "unknown"),
            usual=moment.Answer(self.usual or "unknown"),
            edge=moment.Edge(self.edge or "unknown"),
            undervalued=moment.Answer(self.undervalued or "unknown"),
            wanted=moment.Wanted(self.wanted or "unknown"),
            runway_months=lasts if isinstance(lasts, Decimal) else None,
            runway_unlimited=lasts is NO_LIMIT,
        )


class Edge(Row):
    """Something the candidate brings that others do not."""

    KINDS = [
        ("skill", "A skill few people have"),
        ("knowledge", "Something I know that others do not"),
        ("experience", "Unusual experience, hobbies included"),
        ("people", "People I know"),
    ]
    kind = ChoiceColumn(choices=KINDS)
    text = TextColumn(most=SHORT)
    plain_words = TextColumn()

    @property
    def name(self) -> str:
        return self.text


class State(Answer):
    """How the candidate is today, and what they fear."""

    POSTURES = [
        ("pupil", "A pupil at an exam: I hope to be found good enough"),
        ("knower", "The one who knows better: I want to be proved right"),
        ("tester", "The tester: I wait for them to make a mistake"),
        ("equal", "None of these: we are two sides who look at a matter together"),
    ]
    FEARS = [
        ("too_much", "That I ask for too much"),
        ("greedy", "That I look greedy"),
        ("losing", "That they take the offer back"),
        ("refused", "That they say no"),
        ("outnumbered", "That they are many and I am alone"),
        ("at_once", "That they agree at once, and I asked too little"),
    ]
    tired = ChoiceColumn(choices=MUCH)
    angry = ChoiceColumn(choices=MUCH)
    hopeless = ChoiceColumn(choices=MUCH)
    urgent = ChoiceColumn(choices=MUCH)
    equal = ChoiceColumn(choices=YES_NO)
    respects = ChoiceColumn(choices=YES_NO)
    calm = ChoiceColumn(choices=YES_NO)
    posture = ChoiceColumn(choices=POSTURES)
    equal_sentence = TextColumn()
    fear = ChoiceColumn(choices=FEARS)
    worst_case = TextColumn()
    then_do = TextColumn()

    def to_terms(self) -> fitness.StateTerms:
        marks = {"yes": True, "no": False}

        def level(answer: str) -> int | None:
            return int(answer) if answer else None

        return fitness.StateTerms(
            tired=level(self.tired),
            angry=level(self.angry),
            hopeless=level(self.hopeless),
            urgent=level(self.urgent),
            equal=marks.get(self.equal),
            respects=marks.get(self.respects),
            calm=marks.get(self.calm),
        )
