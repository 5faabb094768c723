"""A change of a YAML file that a person has edited: what they wrote beside the data stays.

PyYAML drops comments, and a record drops the keys that it doesn't know. So the change from one written form to the next
is made, line by line, in the text as it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher


def merged(base: str, edited: str, new: str) -> str | None:
    """Return the edited text with what is other in ``new`` than in ``base``; None where both changed the same lines.

    Args:
        base: What the program writes for the edited text as it is.
        edited: The text as it stands in the file.
        new: What the program writes for the record as it shall be.

    """
    old, lines, wanted = base.splitlines(), edited.splitlines(), new.splitlines()
    where = _places(old, lines)
    done: list[str] = []
    at = 0
    for tag, first, last, start, end in _matcher(old, wanted).get_opcodes():
        if tag == "equal":
            continue
        span = _span(where, first, last, len(lines))
        if span is None or span[0] < at:
            return None
        begin, stop = span
        theirs = set(where[number] for number in range(first, last))
        beside = [lines[number] for number in range(begin, stop) if number not in theirs]
        done += [*lines[at:begin], *wanted[start:end], *beside]
        at = stop
    return "\n".join([*done, *lines[at:]]) + "\n"


def noted(base: str, edited: str, new: str) -> str:
    """Return ``new`` with the lines that only the edited text has as comments before it."""
    known = set(base.splitlines())
    kept = [line.strip() for line in edited.splitlines() if line.strip() and line not in known]
    return "".join(f"{line if line.startswith('#') else f'# {line}'}\n" for line in kept) + new


def _matcher(one: Sequence[str], other: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, one, other, autojunk=False)


def _places(old: Sequence[str], lines: Sequence[str]) -> dict[int, int]:
    """Return where each line of the written form stands in the edited text, by number."""
    blocks = _matcher(old, lines).get_matching_blocks()
    return {block.a + step: block.b + step for block in blocks for step in range(block.size)}


def _span(where: dict[int, int], first: int, last: int, length: int) -> tuple[int, int] | None:
    """Return the lines of the edited text that hold some of the written form; None when one of those was edited."""
    if first == last:  # an insertion stands behind the line before it
        before = where.get(first - 1, -1 if first == 0 else None)
        return None if before is None else (before + 1, before + 1)
    if not all(number in where for number in range(first, last)):
        return None
    return where[first], min(where[last - 1] + 1, length)
