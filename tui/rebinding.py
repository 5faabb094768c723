"""The keys that a user gives to actions: checked against the table of actions, with what is wrong said in a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tui.actions import ACTIONS, clashes, written
from tui.config import Config
from tui.messages import N_, say
from tui.text.clean import Clean, clean_line
from tui.text.regex import regex

_MODIFIED = regex(r"((?:(?:ctrl|shift|alt)\+)+)(.+)")

_NAMED = frozenset(
    (
        *("enter", "escape", "space", "tab", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown"),
        *("up", "down", "left", "right"),
        *(f"f{number}" for number in range(1, 13)),
    )
)
_OTHER_NAMES = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown", "del": "delete"}
_SENT_AS = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+h": "backspace", "ctrl+[": "escape"}
"""Keys that no terminal can tell from others."""
_TAKEN = {
    "ctrl+j": N_("terminals take it for ↵"),
    "ctrl+s": N_("terminals stop with it"),
    "ctrl+z": N_("terminals stop programs with it"),
}


class Rebinding(NamedTuple):
    """The keys of actions by their ids, as the table of actions writes them, and what is wrong, a line each."""

    keys: dict[str, tuple[str, ...]]
    problems: tuple[Clean, ...]


def rebinding(config: Config) -> Rebinding:
    """Return the user's keys that make sense; what makes none is told, and leaves the keys that the action had."""
    keys: dict[str, tuple[str, ...]] = {}
    problems: list[Clean] = []
    known = tuple(dict.fromkeys(action.id for action in ACTIONS))
    for action, bound in config.keys.items():
        wrong = list(_wrong(action, bound, known))
        problems += [clean_line(f"{config.places[action]}: {each}") for each in wrong]
        if not wrong:
            keys[action] = tuple(" ".join(map(_token, each.split())) for each in bound)
    return Rebinding(keys, (*problems, *_said(keys, config)))


def _token(key: str) -> str:
    """Return a key as the table of actions writes it."""
    return key if len(key) == 1 else _OTHER_NAMES.get(key.lower(), key.lower())


def _wrong(action: str, bound: tuple[str, ...], known: tuple[str, ...]) -> Iterator[Clean]:
    """Yield what is wrong with an action's keys."""
    if action not in known:
        from difflib import get_close_matches  # noqa: PLC0415 - only when something is wrong

        near, asked = get_close_matches(action, known, n=1), clean_line(action)
        if near:
            yield say("there is no action “{name}”; did you mean “{near}”?", name=asked, near=Clean(near[0]))
        else:
            yield say("there is no action “{name}”", name=asked)
        return
    for keys in bound:
        if not keys.split():
            yield say("“{action}”: a key is empty", action=Clean(action))
        for nth, key in enumerate(map(_token, keys.split())):
            if reason := _no_key(key, nth == 0):
                yield say("“{action}”: {key}: {reason}", action=Clean(action), key=clean_line(key), reason=reason)


def _no_key(key: str, first: bool) -> Clean | None:
    """Return why a key can't be pressed, or can't come ``first``, or None."""
    if key in _SENT_AS:
        return say("terminals send it as {key}", key=Clean(_SENT_AS[key]))
    if key in _TAKEN:
        return say(_TAKEN[key])
    if first and key.isdigit():
        return say("digits begin a count, as in 5j")
    if len(key) == 1 and key.isprintable():
        return None
    modified = _MODIFIED.fullmatch(key)
    if key in _NAMED or (modified and (modified[2] in _NAMED or len(modified[2]) == 1)):
        return None
    return say("there is no such key")


def _said(keys: Mapping[str, tuple[str, ...]], config: Config) -> Iterator[Clean]:
    """Yield a line for each key that two actions claim."""
    told: set[tuple[str, tuple[str, str]]] = set()
    for clash in clashes(keys):
        first, second = clash.actions
        if (clash.key, clash.actions) in told:
            continue
        told.add((clash.key, clash.actions))
        line = say("{key} is a key of “{first}” and of “{second}”: it does “{first}”",
                   key=Clean(written(clash.key)), first=Clean(first), second=Clean(second))  # fmt: skip
        yield clean_line(f"{config.places.get(first) or config.places.get(second, '')}: {line}")
