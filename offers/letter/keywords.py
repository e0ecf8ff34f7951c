"""The words that the rules for letters look for, and the small words that may stand between."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MONEY, PERCENT, DATE = "money", "percent", "date"
HOUR, DAY, WEEK, MONTH, YEAR, SHARE, OPTION, HOLIDAY = (
    *("hour", "day", "week", "month", "year", "share", "option", "holiday"),
)
BARE = "number"
_BUDGET = r"(?:budget|allowance|stipend|fund|money|grant|reimbursement|assistance|contribution|allotment|support)s?"
_LEARN = r"learning|training|education(?:al)?|(?:professional|personal) development|conference|tuition|CPD|CME|course"
_EQUIP = r"equipment|home[- ]office|workstation|laptop|hardware|work[- ]from[- ]home|desk|set[- ]?up|office set[- ]?up"
_PAID = (
    r"car|travel|transport(?:ation)?|commut(?:er|ing)|housing|accommodation|meal|food|lunch|phone|mobile|cell|internet"
    r"|uniform|tool|wellness|wellbeing|gym|fitness|childcare|location|cost[- ]of[- ]living|language|hardship|clothing"
    r"|fuel|parking|special|house rent|dearness|conveyance|qualification|certification|responsibility|supervision"
)
_TIMES = r"night|evening|weekend|late|early|day|shift|sunday|saturday|bank holiday|holiday|charge|unsocial hours"
_SHORT = r"(?:sick|parental|maternity|paternity|bereavement|compassionate|study|unpaid|jury|family|medical|carer['’]?s?"
_BASE = r"(?:annual(?:i[sz]ed)?|gross|net|monthly|hourly|weekly|yearly|basic|base|fixed|starting|initial|full-time)"

# In this order: where two patterns meet on the same words, the first one has them.
TOPICS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("sign_on", r"sign(?:ing)?[- ]?on(?: (?:bonus|payment|award))?|(?:signing|joining|starting|welcome) (?:bonus"
     r"|payment)|golden hello", (MONEY, MONTH, YEAR)),
    ("other_bonus", r"(?:referral|retention|spot|christmas|holiday|anniversary|completion|stay)[- ]bonus(?:es)?",
     (MONEY, PERCENT, DATE, MONTH, YEAR)),
    ("total", r"OTE|on[- ]target earnings|total (?:target |annual |direct )?(?:cash|compensation|package|earnings"
     r"|remuneration|rewards?)|CTC|cost[- ]to[- ]company|(?:salary|compensation|pay) package of", (MONEY, BARE)),
    ("refresher", r"refresh(?:er)?s?(?: grants?)?|annual (?:equity|stock|share|RSU) (?:grant|award)s?", (MONEY, SHARE)),
    ("purchase", r"(?:employee )?(?:stock|share) purchase (?:plan|program(?:me)?)|ESPP|sharesave|SAYE",
     (PERCENT, MONEY, MONTH)),
    ("strike", r"(?:exercise|strike) prices?|exercisable at", (MONEY,)),
    ("options", r"(?:non-?qualified |incentive )?(?:stock|share|equity|employee|EMI|virtual) options?|options? (?:to "
     r"(?:purchase|buy|acquire|subscribe)|over|grant)|grant of options|NSOs?|ISOs?|options?",
     (OPTION, SHARE, PERCENT, MONEY)),
    ("shares", r"restricted (?:stock|shares?)(?: units?)?(?: \(RSUs?\))?|RSUs?|PSUs?|(?:equity|stock|share) "
     r"(?:grant|award)s?|shares of|grant of shares|(?:ordinary|common|performance|class a) shares",
     (MONEY, SHARE, PERCENT)),
    ("vest", r"vest(?:s|ed|ing)?|cliff|double[- ]trigger", (MONTH, YEAR, PERCENT, DATE)),
    ("relocation", r"relocat\w+|(?:moving|removal) (?:costs?|expenses?|allowance|money)", (MONEY, MONTH, YEAR)),
    ("commission", r"commissions?|on[- ]target variable", (MONEY, PERCENT)),
    ("quota", r"quota|(?:sales|revenue|bookings) (?:target|goal|quota)", (MONEY, PERCENT)),
    ("draw", r"(?:non-?)?(?:recoverable )?draw", (MONEY, MONTH)),
    ("ramp", r"ramp(?:[- ]?up)?(?: period)?|ramping", (MONTH, PERCENT)),
    ("insurance", r"(?:health|medical|dental|vision|life|disability|liability)(?: \w+)? (?:premiums?|insurance|plan"
     r"|cover(?:age)?)|insurance(?: premiums?)?|monthly premiums?|deductible", (MONEY, PERCENT)),
    ("premium", rf"(?:(?:{_TIMES})(?:,? (?:and|or|/) )?[ -]?)*(?:differential|premium|supplement|enhancement|uplift)s?"
     r"|overtime(?: rate| pay| premium)?|on[- ]call(?: pay| allowance| rate)?|stand-?by(?: pay| rate)?"
     rf"|(?:{_TIMES}) (?:allowance|pay|bonus|rate)", (MONEY, PERCENT, HOUR)),
    ("learning", rf"(?:{_LEARN})(?: (?:and )?\w+)?? {_BUDGET}|(?:{_LEARN})(?: expenses| costs)?", (MONEY,)),
    ("equipment", rf"(?:{_EQUIP})(?: (?:and )?\w+)?? {_BUDGET}|equipment|home[- ]office set[- ]?up", (MONEY,)),
    ("allowance", rf"(?:{_PAID})(?: (?:and )?\w+)?? (?:allowance|stipend|weighting|budget|supplement|voucher|subsidy)s?"
     r"|(?:inner |outer |fringe )?london (?:weighting|allowance)|HRA", (MONEY, PERCENT)),
    ("raise", r"(?:salary|pay|annual|yearly|merit|wage|guaranteed) (?:increase|rise|raise|increment|review|uplift)s?"
     r"|(?:increased?|raised?|rises?|increments?) (?:each|every|annually|by|of)", (PERCENT, MONEY, DATE)),
    ("bonus", r"bonus(?:es)?|incentives?(?: compensation| plan| pay)?|variable (?:pay|compensation|remuneration"
     r"|salary)|STI|profit[- ]shar(?:e|ing)", (PERCENT, MONEY)),
    ("match", r"match(?:es|ed|ing)?|401\s?\(?k\)?|403\s?\(?b\)?|retirement(?: savings)?(?: plan)?|pension"
     r"|superannuation|provident fund|EPF|RRSP|gratuity", (PERCENT, MONEY, YEAR)),
    ("other_leave", rf"{_SHORT}|volunteer(?:ing)?|sabbatical|personal|casual)[ -](?:leave|pay|days?|time)|sick"
     r"|sickness|sabbatical", (DAY, WEEK, HOUR, MONTH, PERCENT)),
    ("holidays", r"(?:(?:public|bank|federal|statutory|national|company|observed|gazetted|stat)[ -](?:paid )?){1,3}"
     r"holidays?|paid (?:company |federal |public )?holidays", (HOLIDAY, DAY)),
    ("leave", r"(?:annual|paid|vacation|holiday|earned|privilege|recreational) leave|leave entitlement|vacation(?: days"
     r"| time)?|PTO|paid time off|holidays?(?: entitlement| allowance)?|days off|leave of|leave(?=:)"
     r"|(?<=days )leave|(?<=days of )leave|(?<=days[’'] )leave|(?<=weeks )leave", (DAY, WEEK, HOUR, HOLIDAY)),
    ("probation", r"probation(?:ary)?(?: period)?|trial period|introductory period", (MONTH, WEEK, DAY, YEAR)),
    ("notice", r"notice(?: period)?", (WEEK, MONTH, DAY)),
    ("remote", r"remote(?:ly)?|from home|home[- ]office|telework\w*|WFH|home[- ]working", (DAY,)),
    ("office", r"(?:in|from|at) (?:the|our) (?:\w+ )?office|on[- ]?site|in[- ]office|office days|in person", (DAY,)),
    ("base", rf"(?:{_BASE}[ ,]+(?:and )?){{0,4}}(?:base (?:salary|pay|wage|rate|compensation)|basic (?:salary|pay)"
     r"|salary|wages?|pay rate|rate of pay|(?:gross|annual|monthly|hourly|weekly|fixed|starting) (?:pay|rate"
     r"|compensation)|base|remuneration|compensation|stipend|pay (?:of|is|will be)|pay(?=:))"
     r"|(?:band|grade|scale|point) [A-Z]?\d{1,2}(?=[:,(]? )", (MONEY, BARE)),
    ("accept", r"accept(?:ance|ed|ing)?|(?:counter)?sign(?:ed|ing|ature)?|return(?:ed|ing)?|respond|response|reply"
     r"|your answer|confirm|let us know|expir(?:es?|y|ation)|valid|(?:remains? )?open (?:until|for)|lapses?|closes"
     r"|deadline|hear from you", (DATE,)),
    ("end", r"ends?|ending|terminat\w+|fixed[- ]term|(?:contract )?period", (DATE,)),
    ("start", r"(?:start|joining|commencement) date|date of (?:joining|commencement)|first day|start(?:s|ing)?|begin"
     r"(?:s|ning)?|commenc(?:e|es|ing|ement)|join(?:ing)?|employment effective", (DATE,)),
    ("review", r"review(?:ed)?|dated|born|birth", (DATE,)),
    ("offered", r"you (?:will|shall) (?:be paid|earn|receive)|pay you|offer you", (MONEY,)),
    ("hours", r"(?:hours?|hrs?)(?=['’]? (?:per|a|each|every) (?:working )?week| ?/ ?week| weekly)"
     r"|hour (?:work(?:ing)? )?week|working (?:hours|time)|hours of work|weekly hours|hours per week"
     r"|(?:working|work) ?week", (HOUR, BARE)),
    ("days", r"days?(?= (?:per|a|each|every) (?:working )?week|/week)|day (?:work(?:ing)? )?week", (DAY,)),
)  # fmt: skip

# Words between a number and the words it belongs to: behind the number, and before it.
BEHIND = _words(
    "a additional an annual annually annum as base based calendar cash common company cover day days "
    "discretionary e each employee every extra for full fully gross guaranteed help hour hourly hours i in "
    "incentive is ltd minimum month monthly months net non non-recoverable of off on one one-time option options "
    "ordinary our paid paid-time per performance premium qualified recoverable restricted s share shares signing "
    "stock target the time to total toward towards unit units week weeks with working year yearly years your "
)
BEFORE = _words(
    "a acquire allowance amount an annual are at award base be before being bonus budget buy by cap capped "
    "currently entitlement equal equivalent first for from get gets grant granted gross has have includes "
    "including initially is it later least lump maximum most no of off on one or out over paid payment percent "
    "purchase rate receive received s set single sum target than the time to total until up value valued will "
    "with works worth yearly you your "
)
