"""Adding to a record what no rule found: a person, a figure or a request, from words that were selected."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tui.library.editing import reading
from tui.library.editing.figures import checked
from tui.library.editing.items import BY_HAND, CorrectionError, all_ids, check_anyone, free_id, insert
from tui.library.editing.places import Text, block_of, holds, overlap
from tui.messages import N_
from tui.model import Figure, Found, Mention, OtherName, Person, Record, Removal, Request, RequestKind, Selector, Side
from tui.parse.page import Page
from tui.parse.who.ids import Ids
from tui.parse.who.names import long_families
from tui.parse.who.vocabulary import entries
from tui.text.clean import clean_line
from tui.text.names import match_key, split, variants
from tui.text.regex import regex

_NUMBER = regex(r"\d+(?:[.,]\d+)*")
_CUT = regex(";")
_LETTER = regex(r"\w")

ADDED = Found(rule=BY_HAND, how="corrected")
_LONGEST_HONORIFIC = 30
_MARKS = ".,;:…/"
_OPEN = regex(r"[;,]?\s{0,20}(?:…|\.{3}|v\.v\.?)")


def add_person(record: Record, text: str, start: int, end: int, *, side: Side = "unknown") -> tuple[Record, str]:
    """Add the person whose name was selected, with every place where that name stands; return the id, too.

    Args:
        record: The record.
        text: The source text.
        start: Offset where the selected name begins.
        end: Offset where it ends.
        side: The side that the person is on.

    Raises:
        CorrectionError: no words are selected, they are part of a person that is known, or so is the name.

    """
    source = Text(text)
    place = source.selected(start, end, without=_MARKS + '-–()“”"')
    name = " ".join(clean_line(place.exact).split())
    for other in record.people:
        names = [mention.name_selector for mention in other.mentions if mention.name_selector]
        if match_key(other.name) == match_key(name) or any(overlap(place, one) for one in names):
            raise CorrectionError(N_("{name} is there already"), name=other.name)
    taken = [mention.selector for other in record.people for mention in other.mentions]
    places = [one for one in source.find(place.exact) if not any(overlap(one, other) for other in taken)]
    parts, ids = split(name, long_families()), Ids(all_ids(record))
    new = Person(
        id=ids.make(name),
        name=name,
        family_name=parts.family,
        additional_name=parts.middle,
        given_name=parts.given,
        other_names=tuple(OtherName(name=other) for other in variants(name)),
        side=side,
        is_chair=False,
        participation=(),
        memberships=(),
        mentions=tuple(_mention(record, source, one) for one in places or [place]),
        found=ADDED,
    )
    return insert(_not_removed(record, place), "people", new), new.id


def _mention(record: Record, source: Text, name: Selector) -> Mention:
    """Return the place of a name, with the honorific before it."""
    block = block_of(record, name)
    before = source.before(name, _LONGEST_HONORIFIC)
    known = sorted((*entries("honorifics", "one"), *entries("honorifics", "ranks")), key=len, reverse=True)
    words = next((one for one in known if regex(rf"(?<!\w){re.escape(one)} $", re.IGNORECASE).search(before)), None)
    honorific = None
    if words is not None:
        honorific = next(
            source.find(before[-len(words) - 1 : -1], name.start - 2 * _LONGEST_HONORIFIC, name.start), None
        )
    return Mention(
        zone=block.zone if block else "body",
        form="HON NAME" if honorific else "NAME",
        selector=source.hull(honorific, name) if honorific else name,
        name_selector=name,
        honorific_prefix=honorific.exact if honorific else None,
        role_selectors=(),
    )


def add_figure(record: Record, text: str, start: int, end: int) -> tuple[Record, str]:
    """Add the figure that was selected, number and unit; return its id, too.

    It is read by the rules for figures, or, where none of them takes it for one, as a number of what follows. Whoever
    says the words around it says it.

    Raises:
        CorrectionError: the selection holds no number, or one that is in the record already.

    """
    source = Text(text)
    place = source.selected(start, end, without=_MARKS)
    page = Page(text)
    found = reading.figure_in(page, *page.span(place)) or _plain(page, *page.span(place))
    known = next((one for one in record.figures if overlap(one.number_selector, found.number_selector)), None)
    if known is not None:
        raise CorrectionError(N_("{name} is there already"), name=known.selector.exact)
    statement = next((one for one in record.statements if holds(one.selector, found.selector)), None)
    request = next((one for one in record.requests if holds(one.action, found.selector)), None)
    speaker = statement.speaker_id if statement else request.requester_id if request else None
    new = replace(
        found,
        id=free_id("F1", all_ids(record)),
        speaker_id=speaker,
        statement_id=statement.id if statement else None,
        found=ADDED,
    )
    return checked(insert(_not_removed(record, found.number_selector), "figures", new)), new.id


def _plain(page: Page, start: int, end: int) -> Figure:
    """Return the figure that a number and the words after it make."""
    words = page.text[start:end]
    match = _NUMBER.search(words)
    value = next(iter(reading.numbers(match[0])), None) if match else None
    if match is None or value is None:
        raise CorrectionError(N_("“{words}” holds no number"), words=words)
    unit = " ".join(words[match.end() :].split())
    return Figure(
        id="",
        selector=page.select(start, end),
        number_selector=page.select(start + match.start(), start + match.end()),
        kind="count" if unit else "other",
        value=value,
        value_to=None,
        unit=unit or None,
        scale=None,
        numerator=None,
        denominator=None,
        hedge=None,
        subject=None,
        period_id=None,
        speaker_id=None,
        statement_id=None,
    )


def add_request(
    record: Record,
    text: str,
    start: int,
    end: int,
    *,
    requester_id: str | None = None,
    addressee_ids: Sequence[str] = (),
    kind: RequestKind = "requirement",
) -> tuple[Record, str]:
    """Add what was selected as something that is asked; return its id, too.

    Args:
        record: The record.
        text: The source text.
        start: Offset where the words for what is asked begin, without who asks and whom.
        end: Offset where they end.
        requester_id: Who asks; by default whoever speaks there.
        addressee_ids: Who is asked.
        kind: What kind of request it is.

    Raises:
        CorrectionError: no words are selected, they are a request already, or one of the ids isn't there.

    """
    source = Text(text)
    whole = source.selected(start, end)
    action = source.selected(start, end, without=_MARKS)
    if any(overlap(one.action, action) for one in record.requests):
        raise CorrectionError(N_("{name} is there already"), name=action.exact[:40])
    check_anyone(record, requester_id, *addressee_ids)
    block = block_of(record, action)
    statement = next((one for one in record.statements if overlap(one.selector, action)), None)
    mark = _OPEN.match(text, action.end, whole.end)
    new = Request(
        id=free_id("R1", all_ids(record)),
        requester_id=requester_id or (statement.speaker_id if statement else block.speaker if block else None),
        kind=kind,
        verb=None,
        attribution="explicit",
        action=action,
        items=_parts(source, action),
        open_ended=mark is not None,
        addressee_ids=tuple(dict.fromkeys(addressee_ids)),
        open_mark=source.hull(Selector(exact="", start=mark.start(), end=mark.end())) if mark else None,
        found=ADDED,
    )
    return insert(_not_removed(record, action), "requests", new), new.id


def _parts(source: Text, action: Selector) -> tuple[Selector, ...]:
    """Return the parts of what is asked, at ";"; none when it is one."""
    cuts = [action.start + match.start() for match in _CUT.finditer(action.exact)]
    edges = zip([action.start, *(cut + 1 for cut in cuts)], [*cuts, action.end], strict=True)
    parts = [
        source.selected(start, end, without=_MARKS) for start, end in edges if _LETTER.search(source.raw[start:end])
    ]
    return tuple(parts) if len(parts) > 1 else ()


def _not_removed(record: Record, place: Selector) -> Record:
    """Return a record that doesn't say any more that what stands at a place was taken out."""
    kept: tuple[Removal, ...] = tuple(one for one in record.removed if not overlap(one.selector, place))
    return replace(record, removed=kept)
