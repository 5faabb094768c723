"""The keys that a screen names in its last line."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from tui.actions import Place, for_footer, keys_of, written
from tui.messages import say
from tui.text.clean import Clean
from tui.widgets.one_line import Link


def links(place: Place, rebound: Mapping[str, Sequence[str]], without: Collection[str] = ()) -> list[Link]:
    """Return the actions of a place that the footer names, but not those that are named elsewhere."""
    return [
        Link(action.id, Clean(written(keys[0])), say(action.label))
        for action in for_footer(place)
        if (keys := keys_of(action, rebound, place)) and action.id not in without
    ]
