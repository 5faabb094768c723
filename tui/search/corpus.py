"""What a search looks through: an index, and what is known of its words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from threading import Lock
from typing import Literal

from tui.library import short_forms
from tui.library.index.engine import Engine
from tui.search.passages import Texts
from tui.search.rows import Rows
from tui.search.short_forms import ShortForms
from tui.search.vocabulary import Vocabulary


class Snapshot:
    """What is known of an index as it is between two changes: its words, and the rows and texts that were read last."""

    def __init__(self, engine: Engine) -> None:
        """Take the index."""
        self.vocabulary = Vocabulary(engine)
        self.short_forms = ShortForms([*short_forms.known(), *engine.short_forms()])
        self.rows = Rows(engine)
        self.texts = Texts(engine, self.rows)


class Corpus:
    """An index to search in. May be asked from several threads, also while the index is changed."""

    def __init__(self, engine: Engine, keys: Sequence[str] | None = None) -> None:
        """Take the index, and the keys of the only articles of it that are wanted, if not all are."""
        self.engine = engine
        self.keys = keys
        self.added: dict[str, Collection[str]] = {}
        self._lock = Lock()
        self._snapshot: tuple[object, Snapshot] | None = None

    def know(self, name: Literal["star", "note", "tag"], article_keys: Collection[str]) -> None:
        """Take what ``has:star`` and its like are to find: the keys of the articles that the user gave one.

        For ``tag`` it is a mapping from these to their tags, which ``tag:`` looks through.
        """
        self.added[name] = article_keys

    def snapshot(self) -> Snapshot:
        """Return what is known of the index as it is now."""
        changes = self.engine.changes()
        with self._lock:
            if self._snapshot is None or self._snapshot[0] != changes:
                self._snapshot = changes, Snapshot(self.engine)
            return self._snapshot[1]
