"""Themes: what a session was about, in the words of headline and opening."""

from __future__ import annotations

from tui.parse.layout import Span
from tui.parse.page import Page
from tui.parse.sessions import Kind, Term, level_words, phrases
from tui.text.regex import regex

_QUOTED = regex('["“”„«]([^"“”„«»\n]{12,600})["“”»]')
_OPENING = ('"', "“", "”", "„", "«")
_MARKS = frozenset(",.;:")
_LEAST_WORDS = 3
_MOST_TOKENS = 100
_LIKE = 0.6
"""Least share of the shorter wording's words that are in the longer one, for both to be one theme."""


def after(page: Page, term: Term, last: int) -> Span | None:
    """Return the theme that follows a session's words, before the token ``last``; None if none does.

    A quoted one is taken without its marks. Else it begins after "về" or at "việc", "công tác" and the like, and runs
    to the place, the person or the end of the sentence.
    """
    if term.last >= last:
        return None
    quoted = _QUOTED.search(page.text, page.starts[term.last], page.ends[last - 1])
    first = _first(page, term.last, last, term.kind)
    if quoted and (first is None or quoted.start() <= page.starts[first] + 80):
        return quoted.start(1), quoted.start(1) + len(quoted[1].rstrip(" ,.;"))
    if first is None:
        return None
    texts, end = page.texts, _end(page, first, last)
    while end > first and not page.are_words[end - 1] and texts[end - 1] not in ")”\"'":
        end -= 1
    words = sum(page.are_words[first:end])
    return (page.starts[first], page.ends[end - 1]) if words >= _LEAST_WORDS else None


def is_quoted(page: Page, theme: Span) -> bool:
    """Tell whether a theme stands in quotation marks."""
    return page.text[theme[0] - 1 : theme[0]] in _OPENING


def longest_and_shorter(page: Page, themes: list[Span]) -> tuple[Span | None, Span | None]:
    """Return the longest wording of the theme, and another, shorter one of the same theme if there is one."""
    if not themes:
        return None, None
    longest = max(themes, key=lambda span: span[1] - span[0])
    shorter = [span for span in themes if span != longest and _are_alike(page, span, longest)]
    return longest, min(shorter, key=lambda span: span[1] - span[0], default=None)


def _are_alike(page: Page, shorter: Span, longer: Span) -> bool:
    own, other = (page.text[slice(*span)].lower().split() for span in (shorter, longer))
    known = set(other)
    return own != other and sum(word in known for word in own) >= _LIKE * len(own)


def _first(page: Page, begin: int, last: int, kind: Kind) -> int | None:
    """Return the token at which a theme begins among those after a session's words.

    The object of a verb of supervision is its theme ("khảo sát các di tích"); voters are met without one.
    """
    keys, openers = page.keys[begin:last], phrases("theme_openers")
    if kind != "voters" and phrases("theme_words").match(keys, 0):
        return begin
    direct = kind in ("supervision", "inspection")
    object_follows = direct and page.texts[begin][0].islower() and not openers.match(keys, 0)
    if object_follows and not phrases("no_theme").match(keys, 0):
        return begin
    for index, key in enumerate(keys[:_MOST_TOKENS]):
        match = openers.match(keys, index) if key in openers.firsts else None
        if match and index + match[0] < len(keys):
            follows = index + match[0]
            return begin + (follows - 1 if keys[follows - 1] == "việc" else follows)
        if key in ".!?" or key == "nhằm":
            return None
    return None


def _end(page: Page, first: int, last: int) -> int:
    keys, end = page.keys, min(last, first + _MOST_TOKENS)
    for index in range(first + 1, end):
        before_place = phrases("theme_ends_before_place").match(keys, index, last)
        if before_place and _is_place(page, index + before_place[0], last):
            return index
        if phrases("theme_ends").match(keys, index, last):
            return index
        if keys[index - 1] in _MARKS and phrases("theme_ends_after_mark").match(keys, index, last):
            return index
    return end


def _is_place(page: Page, index: int, last: int) -> bool:
    """Tell whether a place, a body or a unit of a level is named at an index before ``last``."""
    if index >= last:
        return False
    return page.are_capital[index] or (
        page.keys[index] in level_words() and index + 1 < last and page.keys[index + 1] != "hội"
    )
