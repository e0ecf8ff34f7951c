"""The choices an offer's columns have, in the words of the page."""

PERIODS = [
    ("hour", "An hour"),
    ("day", "A day"),
    ("week", "A week"),
    ("month", "A month"),
    ("year", "A year"),
]
BASES = [("gross", "Before tax (gross)"), ("net", "After tax (net)")]
CERTAINTIES = [
    ("guaranteed", "Guaranteed: it is in the contract"),
    ("likely", "Likely: it has mostly been paid"),
    ("maybe", "Maybe: nobody can say"),
]
PAYMENTS = [("12", "12"), ("13", "13"), ("14", "14")]
REPAY = [("full", "All of it"), ("pro_rata", "A part for each month that is missing")]
EVERY = [("year", "Every year"), ("once", "Once")]
FORMS = [("cash", "Money"), ("in_kind", "A thing or a service with a worth in money"), ("locked", "Money put aside")]
UNITS = [
    ("hour", "An hour"),
    ("day", "A day or a shift"),
    ("week", "A week"),
    ("month", "A month"),
    ("year", "A year"),
]
SCHEDULES = [
    ("even", "The same part every year"),
    ("front", "33, 33, 22 and 12 percent in four years"),
    ("back", "5, 15, 40 and 40 percent in four years"),
    ("own", "Another one, entered below"),
]
CADENCES = [("1", "Every month"), ("3", "Every three months"), ("6", "Every six months"), ("12", "Once a year")]
MARKETS = [("public", "Yes: the shares are traded"), ("private", "No: the company is private")]
PROMISES = [("promised", "Promised: it is in writing"), ("hoped", "Hoped for: it is usual there")]
LOOKBACKS = [
    ("yes", "From the lower of the price at the start and at the end"),
    ("no", "From the price on the day of buying"),
]
YES_NO = [("yes", "Yes"), ("no", "No")]
KINDS = [
    ("extra", "Something else that is paid"),
    ("allowance", "Shift, overtime or other pay on top"),
    ("commission", "Commission"),
    ("shares", "Shares (RSU)"),
    ("options", "Options to buy shares"),
    ("refresher", "A further grant of shares every year"),
    ("purchase", "Buying shares at a discount"),
    ("match", "Retirement money that they add"),
]
