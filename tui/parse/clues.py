"""Clues to the session: the words of headline and opening that tell what was held, when and about what.

They are found before areas, bodies and people are known, and help to tell these apart: whoever is named before the
session's words in the opening holds the session, and a place or body named after them is where it was held.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from msgspec import Struct

from tui.model import PartOfDay
from tui.parse import sessions, themes
from tui.parse.layout import Layout, Line, Span
from tui.parse.occurrences import Occurrences
from tui.parse.page import Page, words
from tui.parse.sentences import Sentence, sentences
from tui.parse.sessions import Kind, Sessions, Term
from tui.text.dates import Day, Near, days, days_before, iso, near_days
from tui.text.regex import regex

_PAPER = regex(r"\d/[^\W_]|(?:số|ngày|\bsố\s\d+)\s*$", re.IGNORECASE)
_RANGE = regex(r"\s?(?:đến|tới|-|–)\s", re.IGNORECASE)
_MONTH = regex(r"\btháng\s(\d{1,2})(?:\s?/\s?|\snăm\s)(20\d\d)(?!\d)", re.IGNORECASE)
_REST_OF_YEAR = regex(r"\b(?:còn lại (?:của )?|(?:đến )?cuối )năm (20\d\d)(?!\d)", re.IGNORECASE)
_PLAN = regex(r"\b(?:kế hoạch|giấy mời|công văn|quyết định (?:về việc )?thành lập)\b[^.;]{0,90}$", re.IGNORECASE)
_LAST_WORDS = regex(r"[^\W\d_]+(?:\s[^\W\d_]+){0,3}\W{0,3}$")

_LOOK_BACK = 200
"""Characters before a day that may say that it is another's."""
_AT_ONCE = 30
"""Characters of the first sentence in which a day is that of what is told, whatever that is."""
_LONG_AFTER = 7
"""Months after a plan's day from which it is not clear in which year it was carried out."""
_LINES = 6
"""How many paragraphs of the body are read for the opening."""


@dataclass(frozen=True, slots=True)
class Clues:
    """Spans of ``page.text``; None where the text is silent.

    ``opening`` is the sentence that tells that the session was held, ``predicate`` the offset in it of the session's
    words: before it stands who held the session, after it where, with whom and about what. ``headline_predicate`` is
    the same in the headline. ``start_date`` is an ISO date, or ``--MM-DD`` where no year is in reach.
    """

    kind: Kind = "meeting"
    classification: Span | None = None
    name: Span | None = None
    short_name: Span | None = None
    start_date: str | None = None
    part_of_day: PartOfDay | None = None
    date: Span | None = None
    opening: Span | None = None
    predicate: int | None = None
    headline_predicate: int | None = None
    also_called: tuple[Span, ...] = ()


class _Said(Struct, frozen=True, gc=False):
    """A sentence, the days in it, the words in it for the session, and those that a team in it is named after."""

    sentence: Sentence
    days: tuple[Day, ...]
    term: Term | None
    team: Term | None


def find(page: Page, layout: Layout, published: str | None = None) -> Clues:
    """Return what headline, lead and the paragraphs after tell of the session, by cue words alone.

    ``published`` (ISO) gives the year of a day that is written without one.
    """
    named = Sessions(page)
    told = list(_told(page, layout.body_lines[:_LINES], named))
    headline = next(_told(page, (layout.headline,), named), None) if layout.headline else None
    date = _date(page, told, headline, published)
    opening = _opening(page, told, date)
    kind, classification = _classify(page, opening, headline)
    about = [theme for said in (opening, headline) if said and (theme := _theme(page, said))]
    name, short_name = themes.longest_and_shorter(page, about)
    return Clues(
        kind=kind,
        classification=classification,
        name=name,
        short_name=short_name,
        start_date=date[1] if date else None,
        part_of_day=date[0].part_of_day if date else None,
        date=(date[0].start, date[0].end) if date else None,
        opening=_span(page, opening.sentence) if opening else None,
        predicate=_offset(page, opening),
        headline_predicate=_offset(page, headline),
        also_called=tuple(_also_called(page, layout, kind)),
    )


def _span(page: Page, sentence: Sentence) -> Span:
    return page.starts[sentence.first], page.ends[sentence.last - 1]


def _offset(page: Page, said: _Said | None) -> int | None:
    return page.starts[said.term.first] if said and said.term else None


def _theme(page: Page, said: _Said) -> Span | None:
    """Return the theme that follows the session's words in a sentence, else that of the team named before them."""
    last = said.sentence.last
    theme = themes.after(page, said.term, last) if said.term else None
    named = themes.after(page, said.team, said.term.first if said.term else last) if said.team else None
    return named if named and (theme is None or themes.is_quoted(page, named)) else theme


def _told(page: Page, lines: tuple[Line, ...], named: Sessions) -> Iterator[_Said]:
    """Yield the sentences of some lines with the words for a session in them."""
    for start, end in _joined(page, lines):
        for sentence in sentences(page, start, end):
            terms = list(named.terms(sentence.first, sentence.last))
            dated = tuple(days(page.text, *_span(page, sentence)))
            day = next((day.end for day in dated if _is_session_day(page, day)), 0)
            after = (term for term in terms if page.starts[term.first] >= day)
            term = next(after, terms[0] if terms else None)
            yield _Said(sentence, dated, term, named.team(sentence.first, sentence.last))


def _joined(page: Page, lines: Iterable[Line]) -> Iterator[Span]:
    """Yield the spans of some lines, those of a broken paragraph as one where nothing stands between them."""
    spans: list[Span] = []
    for line in lines:
        if line.continues and spans and not page.text[spans[-1][1] : line.start].strip():
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
    return iter(spans)


def _opening(page: Page, told: list[_Said], date: tuple[Day | Near, str] | None) -> _Said | None:
    """Return the sentence that tells of the session: the one with its day, else the first with words for one."""
    for said in told:
        start, end = _span(page, said.sentence)
        if date and start <= date[0].start < end and (said.term or said.team):
            return said
    return next((said for said in told if said.term), None)


def _classify(page: Page, opening: _Said | None, headline: _Said | None) -> tuple[Kind, Span | None]:
    """Return the kind of session and the words for it; those of the opening before those of the headline.

    A team of supervision that works with a unit supervises, whatever the verb; unless it only meets.
    """
    said = [each for each in (opening, headline) if each]
    terms = [each.term for each in said if each.term]
    teams = [each.team for each in said if each.team]
    first = next(iter(terms or teams), None)
    if first and first.kind == "inspection" and teams and teams[0].kind == "supervision":
        first = next((term for term in terms if term.kind == "supervision"), teams[0])
    return (first.kind, _words(page, first)) if first else ("meeting", None)


def _words(page: Page, term: Term) -> Span:
    return page.starts[term.first], page.ends[term.last - 1]


def _date(
    page: Page, told: list[_Said], headline: _Said | None, published: str | None
) -> tuple[Day | Near, str] | None:
    """Return the session's day as written and as ISO: the first that is not that of a paper or a plan."""
    for index, said in enumerate(told):
        start, end = _span(page, said.sentence)
        for day in said.days:
            opens = index == 0 and day.start - start < _AT_ONCE
            tells = opens or day.part_of_day or said.term or said.team
            if tells and _is_session_day(page, day):
                return day, _iso(page, day, published, [headline, *told] if headline else told)
        near = next(near_days(page.text, start, end), None)
        if near and published:
            return near, days_before(published, near.back)
        if said.term and sessions.phrases("vague_days").match(_keys(page, said.sentence), 0):
            return None
    return None


def _iso(page: Page, day: Day, published: str | None, told: list[_Said]) -> str:
    """Return a day as ISO; without a date of publication its year may be told in another way."""
    year = _year(page, day, told) if published is None and day.year is None else None
    return iso(replace(day, year=year) if year else day, published)


def _year(page: Page, day: Day, told: list[_Said]) -> int | None:
    """Return the year beside the same month ("tháng 10/2025"), whose rest is to come, or of the plan carried out.

    A plan is carried out on the first such day after its own, if that is not long after.
    """
    for said in told:
        start, end = _span(page, said.sentence)
        for month in _MONTH.finditer(page.text, start, end):
            if int(month[1]) == day.month:
                return int(month[2])
        if start <= day.start < end:
            if rest := _REST_OF_YEAR.search(page.text, start, end):
                return int(rest[1])
            for paper in said.days:
                plan = _PLAN.search(page.text, start, paper.start) if paper.year and paper.end < day.start else None
                later = (day.month - paper.month) % 12 if plan else _LONG_AFTER
                if paper.year and later < _LONG_AFTER and (later or day.day >= paper.day):
                    return paper.year + (day.month < paper.month)
    return None


def _keys(page: Page, sentence: Sentence) -> Sequence[str]:
    return page.keys[sentence.first : sentence.last]


def _is_session_day(page: Page, day: Day) -> bool:
    """Tell whether a day is that of the session, by the words before it in its paragraph."""
    start = max(0, day.start - _LOOK_BACK)
    before = page.text[max(start, page.text.rfind("\n", start, day.start) + 1) : day.start]
    clause = before[before.rfind(",") + 1 :]
    if not day.named or _PAPER.search(clause) or before.count("(") > before.count(")"):
        return False
    if next(sessions.phrases("plans").scan(words(clause)), None):
        return False
    last = _LAST_WORDS.search(before)
    keys = last[0].lower().split() if last else []
    hindered = any(
        sessions.phrases("not_days").match(keys[index:], 0) == (len(keys) - index, True) for index in range(len(keys))
    )
    return not hindered or (keys == ["từ"] and (not before[:-4].strip() or bool(_RANGE.match(page.text, day.end))))


def _also_called(page: Page, layout: Layout, kind: Kind) -> Iterator[Span]:
    """Yield the first place of each other word for the session ("buổi làm việc") in body and captions."""
    seen: set[str] = set()
    names = Occurrences(page, sessions.phrases("names"))
    for line in layout.lines:
        if line.zone not in ("body", "caption"):
            continue
        tokens = page.token_range(line.start, line.end)
        for index, size, _ in names.within(tokens.start, tokens.stop):
            name = " ".join(page.keys[index : index + size])
            other = kind != "sitting" and sessions.phrases("names_of_sittings").match(page.keys, index, tokens.stop)
            if not other and name not in seen:
                seen.add(name)
                yield page.starts[index], page.ends[index + size - 1]
