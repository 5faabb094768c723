"""Whom the text only speaks of: people elected or relieved, households visited, those who were somewhere before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.parse.who.mentions import Mention
from tui.parse.who.sentence_bounds import Sentences, joined
from tui.parse.who.words import Words

NEAR = 4
"""Tokens before a mention in which a word like "gia đình" counts."""
ASIDE = 9
"""Most tokens of a parenthesis after a name."""
_AGENTS = frozenset(["do", "bởi"])
_LEADS = frozenset(["làm", "dẫn", "phụ"])
FAR = 40
"""Tokens before a mention in which a word like "miễn nhiệm" counts, within its sentence."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Tells of mentions whether the person is only spoken of; ``mentions`` are in the order of the text."""

    words: Words
    mentions: Sequence[Mention]
    sentences: Sentences

    def of(self, mention: Mention, *, acts: bool) -> bool:
        """Tell whether a mention only speaks of the person; ``acts`` tells that a verb of the session follows it."""
        first, last = self.sentences.first(mention.first), self._over_parenthesis(mention.last)
        if any(self.words.mark(last + step, "spoken_after") for step in (0, 1)) or self._is_object(mention, first):
            return True
        return not acts and (
            self._is_agent(mention) or self._is_in_clause(mention, first) or self._follows_another(mention)
        )

    def _over_parenthesis(self, index: int) -> int:
        """Step over a parenthesis after a name ("bà A (xã B) được tặng Bằng khen")."""
        keys = self.words.keys
        if keys[index] != "(":
            return index
        return next((end + 1 for end in range(index + 1, index + ASIDE) if keys[end] == ")"), index)

    def _is_agent(self, mention: Mention) -> bool:
        """Tell whether something else is said to be done by the person ("công ty do ông A thành lập")."""
        keys = self.words.keys
        return keys[mention.first - 1] in _AGENTS and keys[mention.last] not in _LEADS and not mention.played

    def _is_object(self, mention: Mention, first: int) -> bool:
        """Tell whether a word right before says it ("gia đình ông A", "bầu đồng chí B")."""
        for index in range(max(first, mention.first - NEAR), mention.first):
            mark = self.words.mark(index, "spoken_named")
            if mark and mark.value and index + mark.size >= mention.first - 2:
                return True
        return False

    def _is_in_clause(self, mention: Mention, first: int) -> bool:
        """Tell whether a word further before in the sentence says it ("miễn nhiệm ... đối với đồng chí A")."""
        marks = (
            self.words.mark(index, "spoken_clause") for index in range(max(first, mention.first - FAR), mention.first)
        )
        return any(mark and mark.value for mark in marks)

    def _follows_another(self, mention: Mention) -> bool:
        """Tell whether the person stands beside one who is only spoken of ("hộ ông A, bà B")."""
        number = next((n for n, other in enumerate(self.mentions) if other.first == mention.first), 0)
        if not number or mention.roles:
            return False
        before = self.mentions[number - 1]
        return joined(self.words, before.last, mention.first) and self.of(before, acts=False)
