"""Merging what somebody else added, or oneself elsewhere, with what is here.

Nothing is lost and nothing doubled: what is here already is left alone; a wording that came of the one that is here
takes its place; where neither came of the other both are kept (of a request: the state that is here, and a note that
tells the other one).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from itertools import count
from typing import Literal

from tui.library.anchor import Anchor, whole
from tui.library.userdata.additions import note_text, tag_name
from tui.library.userdata.exchange import Article, Notes, Place, Quote, Search, Written
from tui.library.userdata.kept import Known, state_name
from tui.library.userdata.lineage import newer
from tui.library.userdata.requests import wording
from tui.library.userdata.store import now
from tui.library.userdata.user import UserData
from tui.messages import say
from tui.text.clean import clean_line

Outcome = Literal["added", "renewed", "known", "both"]
"""What became of a part of a file: it is new here, it came of what was here, it was here, or both are kept."""


def merge(user: UserData, notes: Notes, label: str) -> Mapping[Outcome, int]:
    """Merge a file into the user's data, all of it as one change; ``label`` is what that is called by.

    Returns:
        How many stars, tags, notes, states, answers, read marks and searches had each outcome.

    Raises:
        UserDataError: it can't be written; nothing was changed.

    """
    merging = _Merging(user)
    with user.store.change("merge", label=label):
        for article in notes.articles:
            merging.article(article)
        for search in notes.searches:
            merging.search(search)
    return merging.outcomes


class _Merging:
    """One file on its way in, within a change of the store."""

    def __init__(self, user: UserData) -> None:
        self._user, self._store = user, user.store
        self.outcomes: Counter[Outcome] = Counter()

    def article(self, one: Article) -> None:
        """Take what was added to an article; what is known of it here stays, and so does where reading stopped."""
        here = self._store.get("articles", self._store.current(one.article_key))
        if here is None and (one.path or one.headline):
            self._user.know(Known(article_key=one.article_key, path=one.path, headline=one.headline, date=one.day))
        if one.read:
            key = self._store.current(one.article_key)
            self._counted("reads", (key,), (key, now()))
        if one.position and not self._user.position(one.article_key):
            self._user.set_position(one.article_key, one.position)
        for place in one.places:
            self._place(place, one.article_key)

    def search(self, one: Search) -> None:
        """Take a saved search; of another one with its name both are kept."""
        saved = dict(self._user.saved_searches())
        names = (one.name if number == 1 else f"{one.name} ({number})" for number in count(1))
        name = next(name for name in names if saved.get(name, one.query) == one.query)
        if name not in saved:
            self._store.put("saved", (name, one.query, now()))
        self.outcomes["known" if name in saved else "added" if name == one.name else "both"] += 1

    def _place(self, place: Place, article_key: str) -> None:
        item = self._store.item(_anchor(place, article_key), place.label)
        if place.star:
            self._counted("stars", (item,), (item, now()))
        for tag in filter(None, (tag_name(tag, self._user.tags()) for tag in place.tags)):
            self._counted("tags", (item, tag), (item, tag, now()))
        for note in place.notes:
            self._note(item, note)
        if place.state is not None:
            self._state(item, place)
        for quote in place.answers:
            passage = self._store.item(_anchor(quote, quote.article_key or article_key))
            self._counted("answers", (item, passage), (item, passage, now()))

    def _note(self, item: int, theirs: Written) -> None:
        """Take a note: unless it is here; in the place of the wording that it came of; else beside another one."""
        text = note_text(theirs.text)
        row = (item, text, theirs.created, theirs.changed, " ".join(theirs.earlier))
        here = self._store.get("notes", theirs.id)
        if here is None:
            self._new_note(theirs.id, row, "added")
            return
        came = newer(here[2], here[5].split(), text, theirs.earlier)
        if came == "theirs":
            self._store.put("notes", (theirs.id, here[1], *row[1:]))
            self.outcomes["renewed"] += 1
        elif came == "mine":
            self.outcomes["known"] += 1
        else:
            self._new_note(_id(theirs.id, text), row, "both")

    def _new_note(self, note_id: str, row: tuple[int, str, str, str, str], outcome: Outcome) -> None:
        """Add a note, unless its place has one that says the same."""
        if self._store.rows("SELECT 1 FROM notes WHERE id = ? OR (item = ? AND text = ?)", note_id, *row[:2]):
            self.outcomes["known"] += 1
        else:
            self._store.put("notes", (note_id, *row))
            self.outcomes[outcome] += 1

    def _state(self, item: int, place: Place) -> None:
        """Take the state of a request: where none is here, or where it came of the one that is here."""
        here = self._store.get("requests", item)
        state, due = place.state or "open", place.due.isoformat() if place.due else None
        row = (item, state, due, now(), " ".join(place.earlier))
        if here is None:
            self._store.put("requests", row)
            self.outcomes["added"] += 1
            return
        theirs = wording(state, due)
        came = newer(wording(here[1], here[2]), here[4].split(), theirs, place.earlier)
        if came == "theirs":
            self._store.put("requests", row)
            self.outcomes["renewed"] += 1
        elif came == "mine":
            self.outcomes["known"] += 1
        else:
            told = say("State elsewhere: {state}", state=state_name(state))
            if due:
                told = say("State elsewhere: {state}, by {day}", state=state_name(state), day=clean_line(due))
            note_id = _id(place.section, place.exact, str(place.start), theirs)
            self._new_note(note_id, (item, told, now(), now(), ""), "both")

    def _counted(self, table: str, key: tuple[int | str, ...], row: tuple[int | str, ...]) -> None:
        """Write a row unless it is there."""
        if self._store.get(table, *key) is None:
            self._store.put(table, row)
            self.outcomes["added"] += 1
        else:
            self.outcomes["known"] += 1


def _anchor(quote: Quote, article_key: str) -> Anchor:
    if quote.section == "sessions":
        return whole(article_key)
    return Anchor(
        article_key=article_key,
        section=quote.section,
        exact=quote.exact,
        start=quote.start,
        prefix=quote.prefix,
        suffix=quote.suffix,
    )


def _id(*parts: str) -> str:
    """Return the id of a note that is the same whenever the same file is merged."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
