"""What became of requests: state, day, and the passages that answer them."""

from __future__ import annotations

from datetime import date

from tui.library.anchor import Anchor
from tui.library.userdata.kept import State
from tui.library.userdata.lineage import later
from tui.library.userdata.part import Part
from tui.library.userdata.store import now


class Requests(Part):
    """The user's work on requests. What is said about one is a note on it."""

    def set_state(self, place: Anchor, state: State, label: str = "") -> None:
        """Say what became of a request."""
        with self.store.change("state", place.article_key, label):
            self._request(place, label, state=state)

    def set_due(self, place: Anchor, day: str | None, label: str = "") -> None:
        """Say by which day (ISO 8601) a request is to be answered; None: by no day.

        Raises:
            ValueError: it is no day.

        """
        day = date.fromisoformat(day).isoformat() if day else None
        with self.store.change("due", place.article_key, label):
            self._request(place, label, due=day)

    def link_answer(self, request: Anchor, passage: Anchor, on: bool = True, label: str = "") -> None:
        """Say that a passage, of any article, answers a request, or that it does not.

        A request that was open is answered from then on; that is one change with it.
        """
        with self.store.change("answer" if on else "unanswer", request.article_key, label):
            if not on:
                for item in self.store.items(request):
                    for answer in self.store.items(passage):
                        self.store.drop("answers", item, answer)
            else:
                pair = (self.store.item(request, label), self.store.item(passage))
                if self.store.get("answers", *pair) is None:
                    self.store.put("answers", (*pair, now()))
                    row = self.store.get("requests", pair[0])
                    if row is None or row[1] == "open":
                        self._request(request, label, state="answered")

    def _request(self, place: Anchor, label: str, **values: str | None) -> None:
        """Write what is known of a request, with ``state`` or ``due`` as given."""
        rows = [row for item in self.store.items(place) if (row := self.store.get("requests", item))]
        item, state, due, _, earlier = max(rows, key=lambda row: row[3], default=(None, "open", None, "", ""))
        new = {"state": state, "due": due, **values}
        if (new["state"], new["due"]) != (state, due):
            words = " ".join(later(earlier.split(), wording(state, due)))
            item = self.store.item(place, label) if item is None else item
            self.store.put("requests", (item, new["state"], new["due"], now(), words))


def wording(state: str, due: str | None) -> str:
    """Return a state with its day as what is remembered of it is made from."""
    return f"{state} {due}"
