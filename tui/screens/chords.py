"""Keys to actions: counts (``5j``) and sequences (``g g``) are put together here, one key at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from tui.actions import Action

MOST = 99_999
"""Highest count; more digits are ignored."""


class Done(NamedTuple):
    """An action is complete; ``times`` is 1 when no count was typed."""

    action: Action
    times: int


class Chords:
    """The keys typed so far."""

    def __init__(self) -> None:
        """Begin with none."""
        self._typed: tuple[str, ...] = ()
        self._count = 0

    @property
    def pending(self) -> str:
        """What was typed and waits for more, as it is shown."""
        return (str(self._count) if self._count else "") + "".join(self._typed)

    def forget(self) -> None:
        """Drop what was typed."""
        self._typed, self._count = (), 0

    def press(
        self, key: str, keymap: Mapping[tuple[str, ...], Action], counts: bool = True
    ) -> Done | Literal["waiting", "unknown"]:
        """Take a key.

        Args:
            key: As the table writes it: the character, else Textual's name.
            keymap: What sequences of keys do where the key was pressed.
            counts: Digits make a count (not in a line to type in).
        """
        if counts and not self._typed and key.isdigit() and len(key) == 1 and (self._count or key != "0"):
            self._count = min(self._count * 10 + int(key), MOST)
            return "waiting"
        typed = (*self._typed, key)
        if action := keymap.get(typed):
            done = Done(action, max(self._count, 1))
            self.forget()
            return done
        if any(keys[: len(typed)] == typed for keys in keymap):
            self._typed = typed
            return "waiting"
        self.forget()
        return "unknown"
