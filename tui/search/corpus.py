"""What a search looks through: an index, and what is known of its words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from threading import Lock
from typing import Literal

from tui.library import short_forms
from tui.library.index.engine import Engine
from tui.search.passages import Texts
from tui.search.short_forms import ShortForms
from tui.search.vocabulary import Vocabulary


class Corpus:
    """An index to search in. May be asked from several threads, also while the index is changed."""

    def __init__(self, engine: Engine, keys: Sequence[str] | None = None) -> None:
        """Take the index, and the keys of the only articles of it that are wanted, if not all are.

        The words are read when they are first needed.
        """
        self.engine = engine
        self.keys = keys
        self.added: dict[str, Collection[str]] = {}
        self.texts = Texts(engine)
        self._lock = Lock()
        self._changes: object = None
        self._words: tuple[Vocabulary, ShortForms] | None = None

    def know(self, name: Literal["star", "note", "tag"], article_keys: Collection[str]) -> None:
        """Take what ``has:star`` and its like are to find: the keys of the articles that the user gave one.

        For ``tag`` it is a mapping from these to their tags, which ``tag:`` looks through.
        """
        self.added[name] = article_keys

    def words(self) -> tuple[Vocabulary, ShortForms]:
        """Return the words and short forms of the index as it is now."""
        changes = self.engine.changes()
        with self._lock:
            if self._words is None or changes != self._changes:
                self._changes = changes
                known = [*short_forms.known(), *self.engine.short_forms()]
                self._words = Vocabulary(self.engine), ShortForms(known)
            return self._words
