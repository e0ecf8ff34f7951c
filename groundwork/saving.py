"""Saving that cannot lose an update: one rule for step answers, list rows and offers.

A tab has a client id made in the browser; every send carries a new, higher sequence and the
version the tab has last seen. `decide` says what a send may do; `keep` does it to a locked row.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from django.db import models
from django.http import QueryDict
from django.utils import timezone

from groundwork.fields import WholeColumn, clean_text

# Names a form carries for the saving itself; they are not answers.
PROTOCOL = frozenset({"csrfmiddlewaretoken", "version", "client", "seq", "then"})
SAVED_COLUMNS = ("version", "last_client", "last_seq", "foreign_version", "digest", "draft")

Posted = dict[str, list[str]]


class Verdict(Enum):
    SAVE = "save"
    REPEAT = "repeat"
    CONFLICT = "conflict"


class Kept(Protocol):
    """The five columns the rule looks at."""

    version: int
    last_client: uuid.UUID | None
    last_seq: int
    foreign_version: int
    digest: str


@dataclass(frozen=True, kw_only=True)
class Token:
    """What a send says of itself. No client: a browser without JavaScript."""

    client: uuid.UUID | None
    seq: int
    seen: int

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Token:
        return cls(client=_uuid(data.get("client")), seq=_whole(data.get("seq")), seen=_whole(data.get("version")))


def decide(row: Kept, client: uuid.UUID | None, seq: int, seen: int, digest: str) -> Verdict:
    """What a send may do to the row as it stands.

    A send of the same tab that is not newer is a repeat. One that saw the current version saves, and
    so does one of the tab that wrote last if nobody else wrote since the version it saw. One that
    says what is stored already is a repeat. Everything else would overwrite something unseen.
    """
    same_tab = client is not None and client == row.last_client
    if same_tab and seq <= row.last_seq:
        return Verdict.REPEAT
    if seen == row.version or (same_tab and row.foreign_version <= seen < row.version):
        return Verdict.SAVE
    if digest == row.digest and row.version:
        return Verdict.REPEAT
    return Verdict.CONFLICT


def stamp(row: Kept, client: uuid.UUID | None, seq: int, digest: str) -> None:
    """Move the row's columns on after a save. Two sends without a client are never the same tab."""
    if client is None or client != row.last_client:
        row.foreign_version = row.version
    row.version += 1
    row.last_client, row.last_seq, row.digest = client, seq, digest


class Saved(models.Model):
    """A row that is saved by the rule. `draft` holds what was typed while something in it is wrong."""

    version = models.BigIntegerField(default=0)
    last_client = models.UUIDField(null=True)
    last_seq = models.BigIntegerField(default=0)
    foreign_version = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="")
    draft = models.JSONField(null=True)

    class Meta:
        abstract = True

    def bump(self) -> None:
        """A service wrote this row: every open tab must see that somebody else did."""
        stamp(self, None, 0, "")
        self.draft = None


class ListRow(Saved):
    """One entry of a list, in the order its owner gave it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    order = WholeColumn(bound="order", null=False, default=0)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        abstract = True
        ordering = ["order", "created", "id"]


class SavingForm(Protocol):
    """A form that can be kept: it says whether it is whole, and writes its typed rows."""

    def is_valid(self) -> bool: ...
    def write(self) -> None: ...


def posted_text(data: QueryDict) -> Posted:
    """What was typed, as it can be stored: text through the cleaner, the saving's own names left out."""
    return {clean_text(n): [clean_text(v) for v in data.getlist(n)] for n in data if n not in PROTOCOL}


def cleaned(data: Any) -> Any:
    """What was posted, through the cleaner: a refused form shows again what could be stored, and nothing else."""
    if not isinstance(data, QueryDict):
        return data
    kept = QueryDict(mutable=True)
    for name in data:
        kept.setlist(clean_text(name), [clean_text(value) for value in data.getlist(name)])
    return kept


def digest_of(posted: Posted) -> str:
    text = json.dumps({name: values for name, values in posted.items() if any(values)}, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def keep(row: Saved, *, token: Token, posted: Posted, form: SavingForm) -> Verdict:
    """Save a locked row: typed rows if all is well, else the text as a draft. The caller holds the transaction."""
    digest = digest_of(posted)
    verdict = decide(row, token.client, token.seq, token.seen, digest)
    if verdict is Verdict.SAVE:
        # Names with a dot are of entries: they are kept on their own, and nothing of them waits to be usable.
        row.draft = None if form.is_valid() else {name: values for name, values in posted.items() if "." not in name}
        stamp(row, token.client, token.seq, digest)
        if row.draft is None:
            form.write()
    return verdict


def _uuid(text: object) -> uuid.UUID | None:
    try:
        return uuid.UUID(str(text)) if text else None
    except ValueError:
        return None


def _whole(text: object) -> int:
    digits = str(text or "")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 16 else 0
