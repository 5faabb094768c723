"""Whom the text only speaks of: people elected or relieved, households visited, those who were somewhere before."""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse.who.before_name import over_parenthesis
from tui.parse.who.mentions import Mention
from tui.parse.who.sentence_bounds import Sentences, joined
from tui.parse.who.vocabulary import keys_of
from tui.parse.who.words import Words

NEAR = 4
"""Tokens before a mention in which a word like "gia đình" counts."""
_AGENTS = frozenset(["do", "bởi"])
_LEADS = frozenset(["làm", "dẫn", "phụ"])
FAR = 40
"""Tokens before a mention in which a word like "miễn nhiệm" counts, within its sentence."""


class Spoken:
    """Tells of mentions whether the person is only spoken of."""

    def __init__(self, words: Words, mentions: Sequence[Mention], sentences: Sentences) -> None:
        """Take the mentions in the order of the text."""
        self.words = words
        self.mentions = mentions
        self.sentences = sentences
        self._numbers: dict[int, int] = {}
        for number, mention in enumerate(mentions):
            self._numbers.setdefault(mention.first, number)
        self._silent: list[bool] = []
        """Of each mention, up to the last that was asked for, whether it only speaks of a person who does nothing."""

    def of(self, mention: Mention, *, acts: bool) -> bool:
        """Tell whether a mention only speaks of the person; ``acts`` tells that a verb of the session follows it."""
        if acts:
            first = self.sentences.first(mention.first)
            return self._is_told(mention, first) or self._is_at_another(first, mention.first)
        return self._is_told_alone(mention) or self._follows_another(mention, self._numbers.get(mention.first, 0))

    def _is_at_another(self, first: int, last: int) -> bool:
        """Tell whether the sentence begins with another occasion ("Trước đó, tại kỳ họp trước, ông A chất vấn")."""
        mark = self.words.marks[first].get("spoken_earlier")
        return mark is not None and any(
            key in keys_of("predicates", "spoken_of", "occasions") for key in self.words.keys[first + mark.size : last]
        )

    def _is_told(self, mention: Mention, first: int) -> bool:
        """Tell whether the words right beside a mention say it, whatever the person does."""
        marks, last = self.words.marks, over_parenthesis(self.words, mention.end)
        return "spoken_after" in marks[last] or "spoken_after" in marks[last + 1] or self._is_object(mention, first)

    def _is_told_alone(self, mention: Mention) -> bool:
        """Tell whether the words around a mention say it of a person who does nothing, whoever stands beside."""
        first = self.sentences.first(mention.first)
        return self._is_told(mention, first) or self._is_agent(mention) or self._is_in_clause(mention, first)

    def _is_agent(self, mention: Mention) -> bool:
        """Tell whether something else is said to be done by the person ("công ty do ông A thành lập")."""
        keys = self.words.keys
        return keys[mention.first - 1] in _AGENTS and keys[mention.end] not in _LEADS and not mention.played

    def _is_object(self, mention: Mention, first: int) -> bool:
        """Tell whether a word right before says it ("gia đình ông A", "bầu đồng chí B")."""
        for index in range(max(first, mention.first - NEAR), mention.first):
            mark = self.words.marks[index].get("spoken_named")
            if mark and mark.value and index + mark.size >= mention.first - 2:
                return True
        return False

    def _is_in_clause(self, mention: Mention, first: int) -> bool:
        """Tell whether a word further before in the sentence says it ("miễn nhiệm ... đối với đồng chí A")."""
        before = self.words.marks[max(first, mention.first - FAR) : mention.first]
        return any(marks["spoken_clause"].value for marks in before if "spoken_clause" in marks)

    def _follows_another(self, mention: Mention, number: int) -> bool:
        """Tell whether the person stands beside one who is only spoken of ("hộ ông A, bà B")."""
        if not number or mention.roles or not joined(self.words, self.mentions[number - 1].last, mention.first):
            return False
        while len(self._silent) < number:  # in order: each rests on the one before, however long the list is
            each = self.mentions[len(self._silent)]
            self._silent.append(self._is_told_alone(each) or self._follows_another(each, len(self._silent)))
        return self._silent[number - 1]
