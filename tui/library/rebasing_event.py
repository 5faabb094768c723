"""The session of a corrected record over a changed text: what was said of it stays while its words stand."""

from __future__ import annotations

from collections.abc import Container, Mapping

import msgspec
from msgspec.structs import replace

from tui.library.editing.references import led
from tui.model import Event, Record

_TOGETHER = (
    (("classification",), "classification_selector"),
    ((), "name_selector"),
    ((), "short_name_selector"),
    (("start_date", "part_of_day"), "date_selector"),
    (("delegation_id",), "delegation_selector"),
    (("location", "supervised_area_ids"), "location_selector"),
)
"""What the words at a selector are evidence of."""


def rebased(correction: Record, fresh: Record, ids: Mapping[str, str | None], lost: Container[str]) -> Event:
    """Return the session of a new parse with what a correction says of it.

    Args:
        correction: The corrected record.
        fresh: What the text parses to now.
        ids: Where references of the correction lead in the parse.
        lost: Places of the correction whose words are not in the text any more, such as ``event.date_selector``.

    """
    said, event = led(correction.event, ids), fresh.event
    taken = dict[str, object]()
    for values, evidence in _TOGETHER:
        fields = (*values, evidence)
        told = {name: getattr(said, name) for name in fields}
        if f"event.{evidence}" not in lost and any(told.values()):
            taken.update(told)
    if said.organizer_id is not None:
        taken["organizer_id"] = said.organizer_id
    return msgspec.convert(msgspec.to_builtins(replace(event, **taken)), Event)
