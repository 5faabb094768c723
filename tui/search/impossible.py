"""Queries that nothing can answer, whatever a library holds: why, in a sentence."""

from __future__ import annotations

from collections.abc import Collection

from tui.messages import say
from tui.search.conditions import Conditioned
from tui.text.clean import Clean


def why_impossible(conditions: Collection[Conditioned]) -> Clean:
    """Return why no section can meet its conditions, or nothing where one can."""
    possible = [one for one in conditions if not one.impossible]
    if conditions and not possible:
        return say("No person, figure or request can meet all of these conditions: leave one out.")
    spans = [(one.session.first_day, one.session.last_day) for one in possible]
    if spans and all(first and last and first >= last for first, last in spans):
        return say("No day is in both of these spans: after: and before: exclude each other.")
    return Clean("")
