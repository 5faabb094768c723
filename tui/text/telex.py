"""What a search word means when it was typed with Telex or VNI keystrokes and no input method.

People on a terminal without an input method type the keystrokes that their fingers know: ``huyeejn``, ``huye65n``.
Stateless: a token is read from left to right, and every legal reading counts. The literal token always counts beside
them (``of``, ``test`` decode, too), which is the caller's part.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tui.text.syllables import compose

LONGEST = 12
"""Longest token that is read: ``nghieengs`` with every key doubled is shorter."""

_TELEX_TONES = {"z": 0, "f": 1, "r": 2, "x": 3, "s": 4, "j": 5}
_VNI_TONES = {"0": 0, "2": 1, "3": 2, "4": 3, "1": 4, "5": 5}
_CIRCUMFLEX = {"a": "â", "e": "ê", "o": "ô"}
_HORN = {"u": "ư", "o": "ơ"}
_BREVE = {"a": "ă"}
_STROKE = {"d": "đ"}
_TELEX_W = {**_HORN, **_BREVE}
_VNI_MARKS = {"6": _CIRCUMFLEX, "7": _HORN, "8": _BREVE, "9": _STROKE}
_VOWELS = frozenset("aeiouyăâêôơư")


class _State(NamedTuple):
    """What was read so far: letters with their marks, the tone, and whether any key was more than a letter."""

    letters: str = ""
    tone: int = 0
    keyed: bool = False

    def has_vowel(self) -> bool:
        return any(letter in _VOWELS for letter in self.letters)

    def add(self, letter: str) -> _State:
        return self._replace(letters=self.letters + letter)


def readings(token: str) -> tuple[str, ...]:
    """Return the syllables that a token stands for as Telex or VNI keystrokes: lower case, accented, settled.

    ``phamj`` gives ``phạm``, ``hoaf`` and ``hoa2`` give ``hòa``. A token that means nothing but its letters, and
    whatever is no ASCII or longer than LONGEST, gives nothing.
    """
    keys = token.lower()
    if not keys.isascii() or not keys.isalnum() or len(keys) > LONGEST:
        return ()
    step = _vni if any(key.isdigit() for key in keys) else _telex
    states = {_State()}
    for key in keys:
        states = {after for state in states for after in step(state, key)}
    found = {compose(state.letters, state.tone) for state in states if state.keyed}
    return tuple(sorted(reading for reading in found if reading is not None and reading != keys))


def _telex(state: _State, key: str) -> Iterator[_State]:
    """Yield what a key may mean after what was read so far."""
    if key in _TELEX_TONES and state.has_vowel():
        yield from _toned(state, _TELEX_TONES[key])
        return
    if key == "w":
        yield from _marked(state, _TELEX_W)
        if not state.has_vowel():
            yield state.add("ư")._replace(keyed=True)
        return
    yield state.add(key)
    if key in _CIRCUMFLEX:
        yield from _marked(state, {key: _CIRCUMFLEX[key]})
        if state.letters.endswith(_CIRCUMFLEX[key]):  # the third o of xooong takes the mark back
            yield state._replace(letters=state.letters[:-1] + key + key, keyed=True)
    elif key == "d":
        yield from _marked(state, _STROKE)


def _vni(state: _State, key: str) -> Iterator[_State]:
    if key in _VNI_TONES:
        yield from _toned(state, _VNI_TONES[key])
    elif key in _VNI_MARKS:
        yield from _marked(state, _VNI_MARKS[key])
    elif key.isalpha():
        yield state.add(key)


def _toned(state: _State, tone: int) -> Iterator[_State]:
    """Set the tone; the same key twice takes it back and means the letter, so that the token is no Vietnamese."""
    if state.has_vowel() and (state.tone != tone or not tone):
        yield state._replace(tone=tone, keyed=True)


def _marked(state: _State, marks: dict[str, str]) -> Iterator[_State]:
    """Mark a letter that can take the mark, next to the key or not; u and o side by side take the horn together."""
    letters = state.letters
    for index, letter in enumerate(letters):
        if letter not in marks:
            continue
        yield state._replace(letters=letters[:index] + marks[letter] + letters[index + 1 :], keyed=True)
        if letter == "o" and "u" in marks and letters[:index].endswith(("u", "ư")):
            yield state._replace(letters=letters[: index - 1] + "ươ" + letters[index + 1 :], keyed=True)
