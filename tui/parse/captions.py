"""Captions: the lines under pictures, told from headings and short paragraphs, and what they show."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from tui.model import Caption
from tui.parse import paragraphs
from tui.parse.drafts import Draft
from tui.parse.entities import Entities
from tui.parse.layout import Layout, Line, Span
from tui.parse.lexicon import Phrases, tables
from tui.parse.page import Page
from tui.parse.places import within
from tui.text.regex import regex

_CREDIT = regex(r"(?:^|[(.,\s–-]\s{0,2})(?:Ảnh|Hình|Photo)\s?:\s?[^\n:]{1,60}$")

_LONGEST_CREDIT = 80
MOST_WORDS = 45
"""Longest caption: longer paragraphs are body whatever they say."""
SHORT = 25
"""Words of an ordinary caption (vietnamese.md)."""
VERY_SHORT = 12
"""Words of a caption that neither begins with whom it shows nor says what they do."""
ENOUGH = 4
"""Points from which a line without a full stop is a caption, not a heading."""
ENOUGH_CLOSED = 3
"""Points from which a sentence with its full stop is a caption, not a short paragraph."""


_TOLD = 6
"""Fewest words and marks from a colon on that report something."""
TAKEN_UP = 0.9
"""Least share of its words that a line which repeats headline or lead has from there."""


@cache
def _phrases(name: str) -> Phrases[bool]:
    return Phrases((phrase, True) for phrase in tables()["caption_lines"][name])


def narrates(draft: Draft) -> bool:
    """Tell whether a line begins as the article tells its story ("Tại buổi ...", "Theo đó, ...", "Sáng 8/5")."""
    return draft.starts_with(paragraphs.openers())


def is_scene(draft: Draft) -> bool:
    """Tell whether a line shows the session ("Quang cảnh ...") or ends with a photographer's credit."""
    if draft.starts_with(_phrases("scenes")):
        return True
    tail = max(0, len(draft.text) - _LONGEST_CREDIT)
    return ":" in draft.text[tail:] and _CREDIT.search(draft.text, tail) is not None


def takes_up(before: Draft, draft: Draft) -> bool:
    """Tell whether a line goes on with the caption just above it."""
    if before.zone != "caption" or before.ends_sentence:
        return False
    return draft.starts_lower or draft.text[0] in "-–—"


def is_credit(draft: Draft) -> bool:
    """Tell whether a line names the photographer alone ("Ảnh: NGUYỄN THU")."""
    return _CREDIT.match(draft.text) is not None


class Setting(Struct, frozen=True, gc=False):
    """What stands around a line that may be a caption.

    ``pictured``: a picture's debris stands just above. ``alone``: long paragraphs stand on both sides. ``unfinished``:
    the paragraph above ends within a sentence, ``resumed``: the one below goes on in lower case. ``likewise``: a
    caption just above begins with the same words. ``usual``: all lines are single sentences, so that one more is
    nothing special. ``known``: the words of headline and lead, which captions like to take up.
    """

    pictured: bool = False
    alone: bool = False
    unfinished: bool = False
    resumed: bool = False
    likewise: bool = False
    usual: bool = False
    known: frozenset[str] = frozenset()


def reads_as_caption(draft: Draft, setting: Setting) -> bool:
    """Tell whether a line of the body is a caption, by what it says and what stands around it."""
    if is_scene(draft) and not draft.ends_open and len(draft.words) <= MOST_WORDS:
        return True
    if draft.ends_open or draft.is_numbered or len(draft.words) > MOST_WORDS or not draft.is_one_sentence:
        return False
    if narrates(draft) or draft.holds(_phrases("telling")) or _tells_after_colon(draft):
        return False
    if draft.ends_sentence and not setting.pictured and _asks(draft) and not _ends_at_venue(draft):
        return False
    lists = ";" in draft.keys  # who was there
    if (setting.usual or lists) and draft.ends_sentence and not setting.pictured:
        return False
    closed, short, acts = draft.ends_sentence, len(draft.words) <= SHORT, draft.holds(_phrases("actions"))
    told = closed and draft.holds(_phrases("tenses")) and not setting.pictured
    names = acts or draft.starts_with(_phrases("subjects"))
    alone = closed and setting.alone and not told and len(draft.words) <= (SHORT if names else VERY_SHORT)
    total = (-1 if closed else 2) + short + acts + draft.has_proper_name + draft.starts_with(_phrases("subjects"))
    total += 2 * draft.holds(_phrases("poses")) + 3 * setting.pictured + 3 * alone - 3 * told
    total += 2 * setting.likewise + 3 * _repeats(draft, setting.known)
    if setting.unfinished:
        total += 3 * setting.resumed if acts else -3
    if closed:
        total += 2 * _ends_at_venue(draft)
    return total >= (ENOUGH_CLOSED if closed else ENOUGH)


def _tells_after_colon(draft: Draft) -> bool:
    """Tell whether a line reports after a colon, as captions do at most with a credit ("... báo cáo: xã có 6 ...")."""
    colon = draft.keys.index(":") if ":" in draft.keys else len(draft.keys)
    return len(draft.keys) - colon > _TOLD and not is_scene(draft)


def _asks(draft: Draft) -> bool:
    """Tell whether a line says what someone asks or promises ("... kiến nghị Bộ A sửa đổi ..."), not only that."""
    keys = draft.keys
    found = (index + size for index, size, _ in _phrases("asking").scan(keys))
    return any(len(keys) - end > 2 and not _phrases("asked_where").match(keys, end) for end in found)


def _ends_at_venue(draft: Draft) -> bool:
    last = draft.keys[-6:]
    return any(_phrases("venues").match(last, index) for index in range(len(last)))


def _repeats(draft: Draft, known: frozenset[str]) -> bool:
    """Tell whether a line says headline and lead once more, shorter."""
    keys, count = draft.page.keys, len(draft.words)
    return count > 6 and sum(keys[index] in known for index in draft.words) >= TAKEN_UP * count


def find(page: Page, layout: Layout, entities: Entities) -> tuple[Caption, ...]:
    """Return the captions of a layout; the lines of one that is broken over several make one caption."""
    whole: list[tuple[Line, Line]] = []
    for before, line in zip([None, *layout.lines], layout.lines, strict=False):
        if line.zone == "caption":
            same = before is not None and before.zone == "caption" and before.image == line.image
            whole[-1:] = [(whole[-1][0], line)] if same else [*whole[-1:], (line, line)]
    marks: dict[int | None, Line] = {line.image: line for line in layout.zone("debris") if line.image}
    return tuple(_caption(page, entities, (first.start, last.end), first.image, marks) for first, last in whole)


def _caption(
    page: Page, entities: Entities, span: Span, image: int | None, marks: Mapping[int | None, Line]
) -> Caption:
    start, end = span
    mark = marks.get(image)
    people = within(entities.person_places, start, end)
    action = _action(page, max((place.end for place in people), default=start), end)
    return Caption(
        image=image or 0,
        selector=page.select(start, end),
        person_ids=tuple(dict.fromkeys(place.id for place in people)),
        alt=page.select(mark.start, mark.end) if mark else None,
        action=page.select(*action) if action else None,
        ends_with_full_stop=page.text[start:end].endswith("."),
    )


def _action(page: Page, start: int, end: int) -> Span | None:
    """Return what is done in a picture: from the first verb of doing, without the full stop and a credit."""
    tokens = page.token_range(start, end)
    found = next(_phrases("actions").scan(page.keys[tokens.start : tokens.stop]), None)
    if found is None:
        return None
    first = page.starts[tokens[found[0]]]
    credit = _CREDIT.search(page.text, first, end)
    last = first + len(page.text[first : credit.start() if credit else end].rstrip(" .…!("))
    return (first, last) if last > first else None
