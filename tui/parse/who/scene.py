"""The scene: an article while it is read, with the grammar that reads it and what was read so far."""

from __future__ import annotations

from tui.parse.who.areas import known_names
from tui.parse.who.bodies import Bodies
from tui.parse.who.fields import Fields
from tui.parse.who.mentions import Found, Mention
from tui.parse.who.names import run_end, weigh
from tui.parse.who.roles import Roles, RoleSpan
from tui.parse.who.words import Stretch, Words

LIKELY = 1.2
"""Weight from which a run of capitals is a name with a role before it, or in a list of names."""
NEXT_PERSON = 2.0
"""Weight from which capitals right after a role that could be another's are the next person's name."""


class Scene:
    """What all rules on mentions share."""

    def __init__(self, words: Words) -> None:
        """Take the marked words of an article."""
        self.words = words
        self.known = known_names(words)
        """Names of areas met anywhere in the article."""
        self.bodies = Bodies(words, self.known, Fields(words, self.known))
        self.roles = Roles(words, self.bodies)
        self.found = Found()
        self.names: set[tuple[str, ...]] = set()
        """The full names read so far, as look-up forms."""
        self.stretch: Stretch | None = None
        """What is being read."""
        self.listed: list[RoleSpan] | None = None
        """Inside a list that a plural opened: the roles that the plural gave to all; None outside."""
        self.shared_by_all = False
        """They are for those too who have roles of their own ("các đồng chí Tỉnh ủy viên: A - Chủ tịch; B - ...")."""

        self.called: tuple[str, ...] = ()
        """Inside such a list: the honorific in the plural that opened it."""
        self.labelled = -1
        """Where the list begins whose roles a label with a colon gives to all."""

    def open(self, stretch: Stretch) -> None:
        """Begin to read a stretch."""
        self.stretch, self.listed, self.shared_by_all, self.labelled = stretch, None, False, -1

    def last_mention(self) -> Mention | None:
        """Return the mention read last in this stretch."""
        last = self.found.mentions[-1] if self.found.mentions else None
        return last if last and last.stretch is self.stretch else None

    def weight(self, index: int, limit: int) -> float:
        """Return how much the run of capitals at a token is like a name."""
        return weigh(self.words, index, run_end(self.words, index, limit)) if index < limit else -9.0

    def is_role(self, index: int) -> bool:
        """Tell whether a role begins at a token, "nguyên" and the like before it included."""
        words = self.words
        before = words.marks[index].get("role_before")
        start = index + before.size if before else index
        return "role" in words.marks[start] or self.roles.is_opaque(start)

    def acts(self, index: int, limit: int) -> bool:
        """Tell whether the words at a token are what a person does, after two adverbs at most."""
        words = self.words
        for position in range(index, min(limit, index + 3)):
            if "part" in words.marks[position]:
                return True
            if "stop" not in words.marks[position]:
                return False
        return False
