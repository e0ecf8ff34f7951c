"""People whose plans fill the letters: whole, half, empty, awkward and hostile."""

from negotiation.scripts import catalogue
from negotiation.scripts.words import Gap, Slot

UNTIL = "Friday 27 November 2026, 17:00"
PLAN_GAPS = {
    "employer": Gap("company", "employer", "the employer"),
    "role": Gap("role", "title", "the job title"),
    "sender_name": Gap("", "", "your name", href="/profile/#id_name"),
    "sender_block": Gap("", "", "your address", href="/profile/#id_sender"),
    "today": Gap("role", "today", "the date"),
    "terms": Gap("zopa", "offer", "what you agreed"),
}
INPUT_GAPS = {name: catalogue.gap(name) for name in ("recipient", "reason", "start_date", "thing_liked")}
MOMENT_GAPS = {name: catalogue.gap(f"{name}_date") for name in catalogue.MOMENTS}
GAPS = PLAN_GAPS | INPUT_GAPS | MOMENT_GAPS


def person(*, terms: tuple[str | None, ...] = (None,), **texts: str) -> dict[str, Slot | tuple[Slot, ...]]:
    values: dict[str, Slot | tuple[Slot, ...]] = {
        name: Slot.of(texts.get(name), gap=gap, lines=name == "sender_block") for name, gap in GAPS.items()
    }
    return values | {"terms": tuple(Slot.of(term, gap=GAPS["terms"]) for term in terms)}


FULL = {
    "recipient": "Mina Okafor",
    "employer": "Fernbrook Clinic",
    "role": "ward nurse",
    "sender_name": "Ada Lind",
    "sender_block": "Ada Lind\n12 Long Row\nada@example.org",
    "today": "Sunday 22 November 2026",
    "until": UNTIL,
    "call": "Monday 23 November 2026, 9:00",
    "first": "Tuesday 24 November 2026, 10:00",
    "second": "Wednesday 25 November 2026, 14:00",
    "reason": "My family needs a weekend to look at schools",
    "start_date": "Monday 4 January 2027",
    "thing_liked": "how calm the ward was",
}
TERMS = ("Base pay: 100 acorns a year gross", "Hours: 32 a week", "Leave: 30 days a year")


def same(text: str) -> dict[str, str]:
    return dict.fromkeys(FULL, text)


# Ordinary people: what is in their letters is clean, so anything odd is the template's.
PEOPLE = {
    "full": person(terms=TERMS, **FULL),
    "no terms": person(terms=(), **FULL),
    "half": person(employer="O'Hara & Co", role="baker", recipient="Jo", terms=(TERMS[0], None)),
    "abbreviated": person(
        **FULL
        | {
            "employer": "Fernbrook Inc.",
            "reason": "I wait for news etc.",
            "until": "Friday, 5 p.m.",
            "call": "Monday, 9 a.m.",
        }
    ),
    "empty": person(),
}
HOSTILE = {
    "script": "<script>alert(1)</script> & 'more'",
    "braces": "{{ role }} {% raw %} {# gone #} %s",
    "rtl": "مرحبا \u202eתודה",
    "emoji": "👩🏽‍💻 ready 🎉",
    "lines": "one\r\n\r\n- two\nSubject: three\n\n\u2028four",
    "dash": "- not a list",
    "subject": "Subject: not one",
    "none": "None",
    "control": "a\x00b\x02zopa\x12x\x12y\x03\x10\x11\x1a\x7f\ud800c",
    "long": "word " * 20_000,
    "dots": "...",
}
EVERYBODY = PEOPLE | {name: person(terms=(text, text), **same(text)) for name, text in HOSTILE.items()}
LETTER_FILES = [name for letter in catalogue.LETTERS for name in letter.templates()]
