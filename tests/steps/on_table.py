"""Answers with a few things on the table, for the tests of packages."""

from __future__ import annotations

import uuid
from datetime import date

from groundwork.money import Frame
from negotiation.models import PackageIssue, Packages, Proposal, Role
from negotiation.scripts.models import Letters
from negotiation.steps.base import Answers, Given
from negotiation.steps.packages import laid

ZONE = {"offer": "100", "minimum": "90", "desired": "120", "opens": "140", "counts": "fixed"}
PAY = {"kind": "pay", "points": 100, "option_1": "100", "option_2": "120", "option_3": "140"}
LEAVE = {"kind": "leave", "points": 60, "guess": "low", "option_1": "as offered", "option_2": "5 days more"}
HOME = {"kind": "remote", "points": 80, "guess": "none", "option_1": "as offered", "option_2": "2 days more"}
TITLE = {"kind": "title", "points": 20, "guess": "gain", "option_1": "keeper", "option_2": "first keeper"}


def answers(*rows, more=(), zone=ZONE, lines=None, prices=(), period="year", **values):
    given = {
        "packages": Given(values=Packages(**values), rows=rows, more=more),
        "role": Given(values=Role(title="Keeper")),
        "letters": Given(values=Letters(sender_name="Maren")),
    }
    stored = {"zopa": zone or {}, "redlines": lines or {}, "swaps": {"prices": list(prices)}}
    frame, today = Frame(currency="EUR", period=period, basis="gross"), date(2026, 11, 30)
    return Answers(frame=frame, locale="en", today=today, kind="job", given=given, stored=stored)


def one(given=LEAVE, **values):
    return PackageIssue(id=uuid.uuid4(), **given | values)


def four(**values):
    return answers(one(PAY), one(LEAVE), one(HOME), one(TITLE), **values)


def thing(found, name):
    return next(each for each in laid(found).things if each.name == name)


def proposal(found, liked="", **values):
    typed = map(laid(found).typed, laid(found).packages)
    return Proposal(**dict(zip(Proposal.NAMES, typed, strict=False)), liked=liked, day=date(2026, 11, 28), **values)
