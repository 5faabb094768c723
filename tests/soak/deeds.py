"""What a user does to a terminal, at random: keys, words, pastes, clicks, other sizes, and bytes that are no keys."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.hostile.payloads import PAYLOADS, text_of
from tui.actions import ACTIONS

NAMED = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "space": " ",
    "backspace": "\x7f",
    "delete": "\x1b[3~",
    "shift+tab": "\x1b[Z",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "f12": "\x1b[24~",
    "shift+down": "\x1b[1;2B",
    "ctrl+right": "\x1b[1;5C",
}
LEAVING = frozenset({"q", "ctrl+q", "ctrl+z"})
"""Keys that would end the reader or send it to sleep."""
WORDS = (
    "hdnd",
    "giam sat",
    "nguyễn",
    "chowj",
    "nuoc1",
    "12/20",
    "so lieu",
    "who:",
    '"cho',
    "value>10",
    "-huyen",
    "[/]",
)
SIZES = ((160, 45), (120, 40), (100, 30), (80, 24), (60, 20), (40, 12), (20, 6), (9, 3), (1, 1), (300, 90), (240, 5))
LONG = 4_000
"""Most characters of a long paste: one whose beginning is cut off arrives as so many keys."""

Do = Callable[[Random], bytes]


def bytes_of(key: str) -> bytes:
    """Return what a terminal sends for a key as the table of actions writes it, for one after the other too."""
    parts = []
    for each in key.split():
        if each.startswith("ctrl+") and len(each) == 6:
            parts.append(chr(ord(each[-1]) & 0x1F))
        else:
            parts.append(NAMED.get(each, each))
    return "".join(parts).encode()


KEYS = sorted({keys for action in ACTIONS for keys in action.keys} - LEAVING) + sorted(NAMED)


def key(chance: Random) -> bytes:
    """Press a key that does something somewhere, at times with a count."""
    count = str(chance.randrange(1, 999)) if chance.random() < 0.05 else ""
    return count.encode() + bytes_of(chance.choice(KEYS))


def moving(chance: Random) -> bytes:
    """Move on, quickly."""
    return bytes_of(chance.choice(("j", "k", "down", "up", "ctrl+d", "ctrl+u", "]", "[", "tab"))) * chance.randrange(
        1, 9
    )


def window(chance: Random) -> bytes:
    """Open a window, type a little, and take or leave what it offers."""
    opened = bytes_of(chance.choice(("/", "ctrl+p", "f", "e", "t", "a", "c", "?", ";", "S", "E")))
    ended = bytes_of(chance.choice(("enter", "escape", "tab enter", "down enter", "backspace", "enter enter")))
    return opened + typing(chance) + ended


def typing(chance: Random) -> bytes:
    """Type words, some letters of them wrong, faster than anybody can."""
    words = list(chance.choice(WORDS))
    if chance.random() < 0.4:
        words[chance.randrange(len(words))] = chance.choice("abdêươ\x7f\x08 '\"[]")
    return "".join(words).encode()


def input_method(chance: Random) -> bytes:
    """Send a Backspace and what replaces a letter in one read, as Vietnamese input methods do."""
    return ("vie" + "\x7f" * chance.randrange(1, 4) + chance.choice("êếệ") + "t").encode()


def paste(chance: Random) -> bytes:
    """Paste: something hostile, something long, or both."""
    text = text_of(chance.choice(list(PAYLOADS)))
    if chance.random() < 0.1:
        text = (text + "\n") * chance.randrange(LONG // len(text))
    return b"\x1b[200~" + text.replace("\x1b[201~", "").encode() + b"\x1b[201~"


def mouse(chance: Random) -> bytes:
    """Click, drag, turn the wheel or only move, anywhere."""
    column, row = chance.randrange(1, 170), chance.randrange(1, 50)
    kind = chance.choice(("click", "double", "drag", "wheel", "move"))
    if kind == "wheel":
        return f"\x1b[<{chance.choice((64, 65))};{column};{row}M".encode() * chance.randrange(1, 6)
    if kind == "move":
        return f"\x1b[<35;{column};{row}M".encode()
    click = f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m"
    if kind == "drag":
        to = chance.randrange(1, 170), chance.randrange(1, 50)
        click = f"\x1b[<0;{column};{row}M\x1b[<32;{to[0]};{to[1]}M\x1b[<0;{to[0]};{to[1]}m"
    return click.encode() * (2 if kind == "double" else 1)


def focus(chance: Random) -> bytes:
    """Leave the terminal's window, or come back."""
    return chance.choice((b"\x1b[I", b"\x1b[O"))


def noise(chance: Random) -> bytes:
    """Send what no key sends: cut and unknown sequences, and answers of a terminal that nobody asked."""
    return chance.choice(
        (
            b"\x1b[",
            b"\x1b[999~",
            b"\x1b]11;rgb:0/0/0\x07",
            b"\x1bP1$r0m\x1b\\",
            b"\x1b[?2048;0$y",
            b"\x1b[24;80R",
            b"\x1b[1;1:3A",
            b"\x1b[97;5u",
            b"\x1b[<0;0;0M",
            b"\x1b[<0;-1;5M",
            "ợ".encode() * 3,
            b"\xc3\x28",
            b"\x00",
        )
    )


DEEDS: dict[Do, int] = {
    key: 40,
    moving: 20,
    window: 12,
    typing: 3,
    input_method: 2,
    paste: 5,
    mouse: 14,
    focus: 1,
    noise: 3,
}


def anything(chance: Random) -> tuple[str, bytes]:
    """Return the name of a deed, and what to send for it."""
    (deed,) = chance.choices(list(DEEDS), list(DEEDS.values()))
    return deed.__name__, deed(chance)
