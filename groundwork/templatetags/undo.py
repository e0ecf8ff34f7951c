"""The way back that a message about a deletion carries."""

from __future__ import annotations

from django import template
from django.contrib.messages.storage.base import Message

register = template.Library()


@register.filter
def undo_of(message: Message) -> str:
    """The id of what was deleted, or nothing for any other message."""
    word, _, pk = (message.extra_tags or "").partition(" ")
    return pk if word == "undo" else ""
