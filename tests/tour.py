"""The main job as one moving picture for the README, taken by ``python -m tests.scenes tour``.

It is an SVG whose frames are shown one after the other by style rules alone: no script, nothing from outside. Who has
asked for less motion sees the last frame.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

SIZE = (110, 30)


class Step(NamedTuple):
    """What is done, in words, by which keys, and for how many seconds its result is looked at."""

    about: str
    keys: tuple[str, ...]
    seconds: float


STEPS = (
    Step("giamsat: text, participants, key figures", (), 3),
    Step("/ searches everything, without accents", ("/", *"khuo"), 1),
    Step("/ searches everything, without accents", tuple("ng"), 2),
    Step("a preview shows each place", ("down", "down", "down"), 2.5),
    Step("↵ opens it", ("enter",), 2.5),
    Step("g3: participants; ↵ goes from mention to mention", ("g", "3", *"jjjjj", "enter"), 3),
    Step("g4: key figures; moving on one shows its sentence", ("space", "g", "4", "j", "j"), 3),
    Step("space marks", ("space", "space"), 2),
    Step("e exports what is marked, each item with its citation", ("e",), 4),
)

_HEAD = re.compile(r'<svg [^>]*viewBox="0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)"[^>]*>')


def film(frames: Sequence[str], seconds: Sequence[float]) -> str:
    """Return pictures of one size as one that shows each for its time, again and again."""
    first = _HEAD.match(frames[0])
    assert first is not None
    whole, begin, rules, drawn = sum(seconds), 0.0, [], []
    for number, (frame, lasts) in enumerate(zip(frames, seconds, strict=True)):
        end = begin + lasts
        before = "hidden" if begin else "visible"
        shown, gone = f"{100 * begin / whole:.2f}%", f"{100 * end / whole:.2f}%"
        rules.append(
            f"@keyframes f{number} {{ 0% {{ visibility: {before} }} "
            f"{shown} {{ visibility: visible }} {gone} {{ visibility: hidden }} }}\n"
            f".f{number} {{ visibility: hidden; animation: f{number} {whole:g}s step-end infinite }}"
        )
        drawn.append(f'<g class="f{number}">{frame}</g>')
        begin = end
    still = (
        f"@media (prefers-reduced-motion) {{ g {{ animation: none }} .f{len(frames) - 1} {{ visibility: visible }} }}"
    )
    style = "\n".join([*rules, still])
    head = f'<svg xml:space="preserve" viewBox="0 0 {first["width"]} {first["height"]}" xmlns="http://www.w3.org/2000/svg">'
    return "\n".join([head, f"<style>\n{style}\n</style>", *drawn, "</svg>\n"])
