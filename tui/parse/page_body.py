"""The body of a page: lead, paragraphs and headings, the captions between them, and what a page leaves there."""

from __future__ import annotations

from collections.abc import Sequence

from tui.parse import bylines, captions, debris
from tui.parse.drafts import LONG, Draft
from tui.parse.page import words

HEADING_WORDS = 20
"""Words of a heading, at most."""
LINK_WORDS = 30
"""Words of a link to another article, at most."""
REPEATED_WORDS = 5
"""Words from which a line that says the one above once more is the page's doing."""


class _Body:
    """What is known of a body while its lines are read from the top."""

    def __init__(self, drafts: Sequence[Draft], start: int, headline: str) -> None:
        self.drafts = drafts
        self.headline = headline
        self.known = frozenset(words(headline))
        self.usual = _whole_sentences(drafts[start:])
        self.above: Draft | None = None  # the last paragraph
        self.linking = False  # whether links to other articles go on here
        self.to_sign = False  # whether the line above calls for a name ("Biên tập")

    def read(self, index: int) -> None:
        """Mark one line."""
        draft, before = self.drafts[index], self.drafts[index - 1] if index else None
        label = bylines.label_of(draft)
        self.linking = self.linking and _may_be_link(draft)
        if self.linking:
            draft.mark("debris", "related_links")
        elif before and len(draft.words) >= REPEATED_WORDS and draft.keys == before.keys:
            draft.mark("debris", "other")
        elif self.headline and debris.copy_tail(draft, self.headline) is not None:
            draft.mark("debris", "headline_as_alt_text")
        elif label and label[0] == "photo" and before and before.zone == "caption":
            draft.mark("caption", "caption")
        elif label or (self.to_sign and bylines.is_signature(draft)):
            draft.mark("byline", "author")
            self.to_sign = label is not None and label[1] == draft.end
        elif self._is_caption(index):
            draft.mark("caption", "caption")
        else:
            self._tell(draft)

    def _tell(self, draft: Draft) -> None:
        """Mark a line that the article tells: lead, heading or paragraph."""
        above = self.above
        if above and _is_heading(draft, above):
            draft.mark("body", "heading")
            return
        draft.mark("body", "paragraph" if above else "lead")
        draft.continues = above is not None and _goes_on(above, draft)
        if above is None:
            self.known |= frozenset(draft.keys)
        self.above = draft

    def _is_caption(self, index: int) -> bool:
        draft, before, above = self.drafts[index], self.drafts[index - 1] if index else None, self.above
        unfinished = above is not None and not above.ends_sentence and not above.text.endswith(":")
        if before and captions.takes_up(before, draft):
            return not unfinished
        if unfinished and before is above and draft.is_item:
            return False
        below = next((each for i in range(index + 1, len(self.drafts)) if (each := self.drafts[i]).zone is None), None)
        between = above is not None and below is not None and min(len(above.words), len(below.words)) >= LONG
        setting = captions.Setting(
            pictured=before is not None and debris.is_picture(before),
            alone=between and not self.usual and not unfinished,
            usual=self.usual,
            unfinished=unfinished,
            resumed=below is not None and below.starts_lower,
            likewise=before is not None and before.zone == "caption" and before.keys[:2] == draft.keys[:2],
            known=self.known,
        )
        return captions.reads_as_caption(draft, setting)


def read(drafts: Sequence[Draft], start: int, headline: str) -> None:
    """Mark captions, headings and paragraphs from the first line of the body on, and what stands between them."""
    body = _Body(drafts, start, headline)
    for index in range(start, len(drafts)):
        draft = drafts[index]
        if draft.zone is None:
            body.read(index)
        else:
            body.linking = draft.kind == "related_links" or (body.linking and draft.zone == "debris")


def _may_be_link(draft: Draft) -> bool:
    """Tell whether a line may be another article's headline."""
    return not draft.ends_sentence and len(draft.words) <= LINK_WORDS and not captions.is_scene(draft)


def _whole_sentences(drafts: Sequence[Draft]) -> bool:
    """Tell whether each line of a body is one sentence, so that a short one is nothing special."""
    body = [draft for draft in drafts if draft.zone is None and len(draft.words) >= 8]
    single = sum(draft.is_one_sentence for draft in body)
    return len(body) >= 8 and single >= 0.9 * len(body)


def _goes_on(above: Draft, draft: Draft) -> bool:
    """Tell whether a paragraph goes on with the sentence of the one above: in lower case, or after a cut line."""
    if above.ends_sentence or above.text.endswith((":", ";")) or draft.is_item:
        return False
    return draft.starts_lower or (len(above.words) < LONG and not captions.narrates(draft) and not above.is_item)


def _is_heading(draft: Draft, above: Draft) -> bool:
    """Tell whether a line of the body is a heading: short, without a full stop, and no piece of a sentence."""
    if draft.ends_sentence or draft.ends_open or len(draft.words) > HEADING_WORDS or draft.starts_lower:
        return False
    if draft.text.startswith("#") or draft.is_numbered:
        return True
    return not draft.is_item and not captions.narrates(draft) and (above.ends_sentence or draft.is_upper)
