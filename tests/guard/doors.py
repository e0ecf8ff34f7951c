"""Who may do what where: the table each address of the app must stand in.

`public` is everybody's. `person` needs somebody, and shows only what is theirs. `own` has an id in its
address: it is the owner's alone, and to everybody else exactly what it would be with an id nobody has.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.guard.routes import SAFE, Route

PAGE = {"GET": 200, "HEAD": 200}
DONE, ASKED, UNSEEN = {"POST": 302}, {"POST": 422}, {"POST": 409}
UNSAID = {"POST": 404}  # an empty form does not say whose round it is
ANY = dict.fromkeys(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"), 200)
SIGN_IN = PAGE | {"POST": 200}  # wrong or missing words: the form again


@dataclass(frozen=True)
class Door:
    """The status of each method for whoever may come in, after an empty form where one is sent."""

    kind: str
    methods: dict[str, int]
    nobody: dict[str, int] = field(default_factory=dict)  # where nobody, or a guest, is met otherwise
    guest: dict[str, int] = field(default_factory=dict)


def public(methods: dict[str, int], **other: dict[str, int]) -> Door:
    return Door("public", methods, **other)


def person(methods: dict[str, int], **other: dict[str, int]) -> Door:
    return Door("person", methods, **other)


def own(methods: dict[str, int]) -> Door:
    return Door("own", methods)


# A POST without its version has not seen the row it would overwrite: 409.
DOORS = {
    "home": public(PAGE),
    "help": public(PAGE),
    "health": public(ANY),
    "example": public(PAGE),
    "example_brief": public(PAGE),
    "example_compare": public(PAGE),
    "example_step": public(PAGE),
    "return_link": public(PAGE | ASKED),
    "account_login": public(dict.fromkeys(SIGN_IN, 302), nobody=SIGN_IN, guest=SIGN_IN),
    "account_signup": public(dict.fromkeys(SIGN_IN, 302), nobody=SIGN_IN, guest=SIGN_IN),
    "account_logout": public(PAGE | DONE, nobody=dict.fromkeys(SIGN_IN, 302), guest=dict.fromkeys(SIGN_IN, 302)),
    "account_inactive": public(PAGE),
    "account_change_password": person(SIGN_IN, nobody=dict.fromkeys(SIGN_IN, 302), guest=dict.fromkeys(SIGN_IN, 302)),
    "return_new": person(DONE, guest={"POST": 200}),
    "account": person(PAGE),
    "export": person(PAGE),
    "import": public(PAGE | ASKED),
    "delete_everything": person(PAGE | DONE),
    "profile": person(PAGE | ASKED),
    "profile_section": person(PAGE | UNSEEN),
    "plans": person(PAGE | DONE, nobody=DONE),  # anybody may begin: this makes the guest
    "offers": person(PAGE),
    "offer_new": person(PAGE),
    "offer_import": person(PAGE | ASKED),
    "offers_csv": person(PAGE),
    "rates": person(PAGE),
    "rate_new": person(PAGE),
    "rate": own(PAGE | ASKED),
    "rate_delete": own(DONE),
    "undo": own(DONE),
    "plan": own(PAGE),
    "plan_start": own(PAGE | ASKED),
    "plan_delete": own(PAGE | DONE),
    "plan_dates": own(PAGE),
    "compare": own(PAGE),
    "compare_chosen": own(DONE),
    "compare_about": own(DONE),
    "compare_print": own(PAGE),
    "compare_pdf": own(PAGE),
    "compare_sheet": own(PAGE),
    "brief": own(PAGE),
    "brief_print": own(PAGE),
    "brief_pdf": own(PAGE),
    "letter": own(PAGE | DONE),
    "letter_words": own(DONE),
    "step": own(PAGE | UNSEEN),
    "profile_take": own(DONE),
    "row_new": own(PAGE),
    "row_starters": own(DONE),
    "row": own(PAGE | ASKED),
    "row_move": own(DONE),
    "row_delete": own(DONE),
    "offer": own(PAGE | UNSEEN),
    "offer_delete": own(DONE),
    "offer_value": own(PAGE),
    "offer_letter": own(PAGE | ASKED),
    "wishes": own(PAGE | UNSAID),
    "role_ad": own(PAGE | ASKED),
    "objection_starters": own(PAGE | UNSAID),
    "objection_of_doubt": own(DONE),
    "objection_of_gap": own(DONE),
    "market_paste": own(PAGE | ASKED),
    "redline_from": own(DONE),
    "question_from": own(DONE),
    "answer_put": own(DONE),
    "effect_from": own(DONE),
    "mission_from": own(DONE),
    "mission_ask": own(DONE),
    "mission_show": own(DONE),
    "mission_draft": own(PAGE),
    "mission_pdf": own(PAGE),
    "mission_text": own(PAGE),
    "stool_example": own(UNSAID),
    "script_reword": own(UNSAID),
    "script_print": own(PAGE),
    "script_pdf": own(PAGE),
    "ladder_print": own(PAGE),
    "ladder_pdf": own(PAGE),
    "packages_pay": own(DONE),
    "packages_propose": own(UNSAID),
    "rehearse_card": own(PAGE | UNSAID),
    "call_screen": own(PAGE),
    "call_log": own(UNSAID),
    "promise_tick": own(UNSAID),
    "swap_ask": own(PAGE | UNSAID),
    "budget_log": own(DONE),
    "rounds": own(PAGE),
    "round_add": own(UNSAID),
    "term_pick": own(PAGE),
    "term_new": own(PAGE),
    "term": own(PAGE | ASKED),
    "term_move": own(DONE),
    "term_delete": own(DONE),
}


def expected(route: Route, method: str, actor: str, *, theirs: bool) -> int:
    """The status this actor must get. `theirs`: the ids in the address are the actor's own."""
    door = DOORS[route.name]
    if method not in door.methods:
        return 405
    special = {"nobody": door.nobody, "guest": door.guest}.get(actor, {})
    if method in special:
        return special[method]
    if actor == "nobody" and door.kind != "public":
        return 302 if method in SAFE else 401
    if door.kind == "own" and not theirs:
        return 404
    return door.methods[method]
