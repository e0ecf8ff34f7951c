"""The words by which a single line says what it is: what one would do, what is asked, what is offered, what hurts."""

from __future__ import annotations

import re
from typing import Any

_WILL = r"you(?:'ll| will| would)(?: \w+ly| also| then)?"
_LACKS = (
    r"(?!have|need|bring|hold|possess|get|receive|earn|enjoy|join|be (?:paid|able|an?|entitled|offered|part"
    r"|based|joining))"
)
TASK = re.compile(
    rf"\b(?:{_WILL} {_LACKS}|responsib(?:le|ility) for\b|duties (?:are|include)|responsibilities (?:are|include)"
    r"|your (?:role|job|task|main task|mission|work) (?:is|will be|includes?|involves?|will (?:include|involve))\b"
    r"|the (?:role|job|post|position|work) (?:includes?|involves?|entails?|is to|will (?:include|involve))\b"
    rf"|(?:successful candidate|post ?holder|jobholder|incumbent) will {_LACKS}"
    r"|as (?:an?|our) [^.,;]{3,60}, you (?!have|need|are|must|should))",
    re.I,
)
REQUIREMENT = re.compile(
    r"\b(?:must(?![- ]see)|(?<!as )(?<!when )(?<!where )(?<!if )required|requires?\b|requirement|essential|desirable"
    r"|prefer(?:red|ably)|nice to have|(?:an? )?(?:plus|advantage)\b(?! of)|advantageous|mandatory"
    r"|we(?:'re| are) (?:looking for|seeking|after)|we (?:need|want) (?:someone|somebody|a person)"
    r"|you(?:'ll| will| should| must|'ve)?(?: ideally| also)? (?:have|need|bring|hold|possess|be able to)\b"
    r"|you(?:'re| are) (?:an?|able|comfortable|confident|fluent|used|happy|willing|organi[sz]ed|qualified"
    r"|registered)\b"
    r"|experienced?\b|proven|degree|diploma|qualifi(?:ed|cations?)|licen[cs]e[ds]?|certifi(?:ed|cates?|cations?)"
    r"|registration|registered|ability to|able to|knowledge of|understanding of|familiar(?:ity)? with|proficien\w+"
    r"|fluen(?:t|cy)|skills?\b|eligible|right to work|background check|DBS\b)",
    re.I,
)
OFFER = re.compile(
    r"\b(?:we(?:'ll| will| can| also)? (?:offer|provide you)|you(?:'ll| will| can)?(?: also)? (?:receive"
    r"|get(?! to)|earn|enjoy"
    r"|be (?:paid|entitled|offered))|salary|pension|annual leave|paid (?:time off|holidays?|leave)"
    r"|days'? (?:of )?(?:leave|holiday)"
    r"|benefits (?:include|package)|401\(?k|health insurance|(?:per|an?) (?:hour|annum)\b|equal opportunit\w+"
    r"|apply (?:now|by|via|online|today)|send (?:us )?your (?:cv|resume|application)|closing date|hourly rate"
    r"|in return\b|(?:ring|call|text|email|contact) (?:us|me)\b)",
    re.I,
)
PAIN = re.compile(
    r"\b(?:backlogs?|behind schedule|(?:growing|grown|grow) (?:so |very )?(?:fast|rapidly|quickly)"
    r"|fast[- ]growing|rapid(?:ly)? grow\w+"
    r"|outgrown|struggl\w+|lack(?:s|ing)?|shortages?|short[- ]staffed|understaffed|(?:high|staff) turnover"
    r"|outdated|legacy"
    r"|by hand|manual(?:ly)? (?:process\w*|work|data|entry|spreadsheets?|step\w*)|bottlenecks?"
    r"|waiting (?:lists?|times?)"
    r"|complaints|complain(?:s|ed|ing)?|piled up|wait(?:s|ed|ing)? (?:too long|weeks|months|more than)|downtime"
    r"|outages?|breakdowns?|delays?|delayed|overdue|error[- ]prone|errors|rework|mistakes"
    r"|from scratch"
    r"|turn(?: it| this| things)? around|turnaround|inconsistent\w*|scattered|fragmented|silos?|siloed|under pressure"
    r"|wear (?:many|several|multiple) hats|fast[- ]paced|no(?:body| one)(?:'s| can| has| is| owns)|too (?:slow|many"
    r"|much|long|often|late)"
    r"|costs us|costly|wasted?|(?:increasing|rising|growing) demand|restructur\w+|merger|our (?:biggest )?challenges?"
    r"|(?:our|biggest|main) problems?|losing|lost|fails?|failing|failures?)\b",
    re.I,
)
# What people do in jobs, as ads begin their lines with it.
_DOES = frozenset(
    re.findall(
        r"\w+",
        "achieve act administer advise analyse analyze answer arrange assemble assess assist attend audit "
        "balance bake "
        "book build calculate care carry chair check clean coach collaborate collect communicate compile complete "
        "conduct configure connect contribute control cook coordinate create cut define deliver deploy design "
        "develop "
        "diagnose direct document drive edit educate enable ensure establish evaluate execute facilitate fit follow "
        "forecast foster gather generate give grow guide handle help hire identify implement improve influence "
        "inspect "
        "install instruct introduce investigate keep lead lift liaise load maintain make manage measure mentor "
        "monitor "
        "motivate move negotiate operate optimise optimize order organise organize oversee own paint partner perform "
        "plan prepare present prioritise prioritize process produce promote protect provide recommend record recruit "
        "repair report represent research resolve respond review run schedule sell serve set shape source spot steer "
        "support take teach test track train transform translate uphold use visit wash welcome work write",
    )
)

# After these, the first word is a name ("Design is ..."), or it is a call to the reader ("Help us ...").
_NO_VERB = frozenset(("us", "is", "are", "was", "were", "has", "have", "had", "will", "can"))


def does(text: str) -> bool:
    """Whether it begins with what somebody does: "Manage", "Managing", "Manages"; not "Help us grow"."""
    words = re.findall(r"[a-z'’]+", text[:60].lower())
    if not words or _NO_VERB.intersection(words[1:2]):
        return False
    first = words[0]
    stems = {first, first.removesuffix("s"), first.removesuffix("es")}
    if first.endswith("ing"):
        stem = first.removesuffix("ing")
        stems |= {stem, stem + "e", stem[:-1]}  # keeping, managing, planning
    return bool(stems & _DOES)


def said(pattern: re.Pattern[str], text: str) -> Any:
    """The first place where a line says so, with both kinds of apostrophe read as one."""
    return pattern.search(text.replace("’", "'"))
