"""What counts as equal when a record is compared with an article's gold."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from tui.model import Figure, Person, Record
from tui.text.spelling import key

ROLE_OVERLAP = 0.8
"""Least Dice ratio of the words of two roles that count as one."""
GUARDS = ("phó", "nguyên")
"""Words on which two roles must agree: a deputy is no head, a former one no present one."""


def folded(text: str | None) -> str:
    """Return a text's words without case, punctuation and variants of tone placement; accents stay."""
    plain = key(unicodedata.normalize("NFC", text or "").replace("\xa0", " "))
    return " ".join(re.findall(r"[\w%]+", plain))


def is_part(person: Person) -> bool:
    """Tell whether a record gives a person a side or a part in the session."""
    return person.side != "unknown" or bool(person.participation)


def role_matches(want: str, got: str) -> bool:
    """Tell whether two roles are one, in nearly the same words."""
    a, b = set(folded(want).split()), set(folded(got).split())
    return all((guard in a) == (guard in b) for guard in GUARDS) and 2 * len(a & b) >= ROLE_OVERLAP * (len(a) + len(b))


def figure_key(one: Figure | dict[str, Any], with_kind: bool) -> tuple[Any, Any, Any, str | None]:
    """Return what a figure is compared by: value, denominator or total, high end, and its kind if asked for."""
    if isinstance(one, dict):
        value, of, to, kind = one["value"], one.get("of"), one.get("to"), one["kind"]
    elif one.kind == "ratio":
        value, of, to, kind = one.numerator, one.denominator, None, one.kind
    elif one.kind == "rank":
        value, of, to, kind = one.rank, one.rank_of, None, one.kind
    else:
        value, of, to, kind = one.value, None, one.value_to, one.kind
    return _rounded(value), _rounded(of), _rounded(to), kind if with_kind else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(float(value), 4)


def named(record: Record, item: str | None, want: str, words: Any = None) -> bool:
    """Tell whether an id, or the words that stand for it, mean a person or group of the gold."""
    if item is None:
        return words is not None and folded(want) in folded(words.exact)
    names = {one.id: [one.name] for one in record.people}
    names |= {one.id: [place.exact for place in (one.selector, *one.other_mentions)] for one in record.groups}
    names |= {one.id: [one.name, *one.other_names] for one in record.organizations}
    names |= {one.id: [one.name, *one.aliases_in_text] for one in record.areas}
    wanted = folded(want)
    return any(wanted in folded(name) or folded(name) in wanted for name in names.get(item, []))
