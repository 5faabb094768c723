"""The requests: who asks whom for what."""

from __future__ import annotations

from collections.abc import Sequence

from tui.messages import lead, say
from tui.model import Record, Request
from tui.naming import Names
from tui.text.clean import Clean, clean_line
from tui.widgets.ink import Line, Piece, paragraph
from tui.widgets.rows import Rows
from tui.widgets.wording import INFERRED, REQUESTS, is_inferred

_SHORT = 2
"""Lines of an action that is not the current row's."""


class RequestRows(Rows):
    """A record's requests in the order of the text."""

    def __init__(self, record: Record) -> None:
        """Take the record; without requests there are no rows. Between two requests is a gap."""
        self._names = Names(record)
        self._requests = record.requests
        self.ids = [row for request in record.requests for row in ("", request.id)][1:]

    def lines(self, index: int, width: int, full: bool) -> Sequence[Line]:
        """Return who asks whom, and the action; of the current row its parts too."""
        if not self.ids[index]:
            return [[]]
        request = self._requests[index // 2]
        action = lead(clean_line(request.action.exact))
        lines = self._who(request, width, full)
        if full and request.items:
            for item in request.items:
                text = paragraph(clean_line(item.exact), width - 4, "text")
                lines += [[Piece(Clean("  • " if nth == 0 else "    "), "dim"), *line] for nth, line in enumerate(text)]
        else:
            ink = "text" if full else "dim"
            text = paragraph(action, width - 2, ink, most=0 if full else _SHORT)  # type: ignore[arg-type]
            lines += [[Piece(Clean("  ")), *line] for line in text]
        if full:
            lines += [[Piece(Clean("  ")), *line] for line in paragraph(self._how(request), width - 2, "dim")]
        return lines

    def _who(self, request: Request, width: int, full: bool) -> list[Line]:
        named = request.requester_selector
        asks = lead(self._name(request.requester_id, clean_line(named.exact) if named else say("someone")))
        if self._is_guess(request):
            asks = Clean(f"{INFERRED} {asks}")
        asked = ", ".join(lead(self._name(key, Clean(key.replace("-", " ")))) for key in request.addressee_ids)
        if request.addressee_selector and not any(self._names.of(key) for key in request.addressee_ids):
            asked = clean_line(request.addressee_selector.exact)
        words = Clean(f"{asks} → {asked}" if asked else asks)
        return list(paragraph(words, width, "request", most=0 if full else 2))

    def _name(self, key: str | None, otherwise: Clean) -> Clean:
        name = self._names.of(key)
        return clean_line(name) if name else otherwise

    @staticmethod
    def _is_guess(request: Request) -> bool:
        """Tell whether the article doesn't say outright who asks; what was corrected by hand is sure."""
        if request.found is not None and request.found.how == "corrected":
            return False
        return request.attribution != "explicit" or is_inferred(request.found)

    def _how(self, request: Request) -> Clean:
        """Return the kind of the request, and that it was inferred who makes it."""
        kind = say(REQUESTS[request.kind])
        more = [say("and more (the text ends in …)")] if request.open_ended else []
        if self._is_guess(request):
            more.append(say("~ who asks is inferred") if request.attribution != "explicit" else say("~ inferred"))
        return Clean(" · ".join([kind, *more]))
