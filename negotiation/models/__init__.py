"""The tables of a plan, by concept."""

from negotiation.models.base import Answer, Mark, Row
from negotiation.models.call import Call, CallEntry
from negotiation.models.case import Match, Objection, Objections, Requirement
from negotiation.models.conversation import Ladder, Promise, Promises
from negotiation.models.decide import Decide
from negotiation.models.homework import Company, CompanyNote, Pain, Role
from negotiation.models.impact import Effect, Impact
from negotiation.models.information import Information, Learning, Telling
from negotiation.models.limits import Budget, RedLine, RedLineMark, Redlines, Spent
from negotiation.models.market import Market, MarketPoint
from negotiation.models.mission import KeyResult, Mission, Objective
from negotiation.models.packages import PackageIssue, Packages, Proposal
from negotiation.models.people import People, Person
from negotiation.models.plan import Plan, StepState
from negotiation.models.position import Action, Alternative, Batna, Concession, Zopa
from negotiation.models.pressure import Pressure, PressureLine
from negotiation.models.readiness import Edge, State, Timing
from negotiation.models.rehearse import Practised, Rehearse, SmallAsk
from negotiation.models.script import Script, ScriptLine
from negotiation.models.stool import Stool, StoolAsk
from negotiation.models.weighing import Criteria, Criterion, Score, Swap, SwapMark, Swaps
from negotiation.models.wishes import Want, Win

__all__ = [
    "Action",
    "Alternative",
    "Answer",
    "Batna",
    "Budget",
    "Call",
    "CallEntry",
    "Company",
    "CompanyNote",
    "Concession",
    "Criteria",
    "Criterion",
    "Decide",
    "Edge",
    "Effect",
    "Impact",
    "Information",
    "KeyResult",
    "Ladder",
    "Learning",
    "Mark",
    "Market",
    "MarketPoint",
    "Match",
    "Mission",
    "Objection",
    "Objections",
    "Objective",
    "PackageIssue",
    "Packages",
    "Pain",
    "People",
    "Person",
    "Plan",
    "Practised",
    "Pressure",
    "PressureLine",
    "Promise",
    "Promises",
    "Proposal",
    "RedLine",
    "RedLineMark",
    "Redlines",
    "Rehearse",
    "Requirement",
    "Role",
    "Row",
    "Score",
    "Script",
    "ScriptLine",
    "SmallAsk",
    "Spent",
    "State",
    "StepState",
    "Stool",
    "StoolAsk",
    "Swap",
    "SwapMark",
    "Swaps",
    "Telling",
    "Timing",
    "Want",
    "Win",
    "Zopa",
]
