"""What the fields are called in which words are found: a hit's reason, for people."""

from __future__ import annotations

from tui.messages import N_, say
from tui.text.clean import Clean

NAMES = {
    "headline": N_("headline"),
    "theme": N_("theme"),
    "kind": N_("kind of session"),
    "place": N_("place"),
    "organizer": N_("delegation"),
    "date": N_("date"),
    "author": N_("author"),
    "people": N_("participants"),
    "role": N_("role"),
    "organization": N_("organization"),
    "publisher": N_("publisher"),
    "body": N_("text"),
    "caption": N_("caption"),
    "name": N_("name"),
    "initials": N_("initials"),
    "figure": N_("figure"),
    "subject": N_("subject"),
    "unit": N_("unit"),
    "period": N_("period"),
    "action": N_("request"),
    "addressee": N_("addressee"),
    "requester": N_("requester"),
}
"""Names of fields by their ids; every field that can be a hit's reason is here."""


def field_name(field: str) -> Clean:
    """Return a field's name in the language in use."""
    return say(NAMES.get(field, field))
