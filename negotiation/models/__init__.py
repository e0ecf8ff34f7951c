"""The tables of a plan, by concept."""

from negotiation.models.base import Answer, Row
from negotiation.models.homework import Company, CompanyNote, Pain, Role
from negotiation.models.plan import Plan, StepState
from negotiation.models.position import Alternative, Batna, Zopa

__all__ = [
    "Alternative",
    "Answer",
    "Batna",
    "Company",
    "CompanyNote",
    "Pain",
    "Plan",
    "Role",
    "Row",
    "StepState",
    "Zopa",
]
