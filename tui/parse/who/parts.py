"""What a person does at the session, by the verbs around the name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tui.parse.who.affiliations import Affiliations
from tui.parse.who.mentions import Mention
from tui.parse.who.sentence_bounds import Sentences, joined
from tui.parse.who.vocabulary import keys_of
from tui.parse.who.words import Words

FARTHEST_VERB = 6
"""Most adverbs between a mention and its verb ("đã trực tiếp có bài phát biểu")."""
FARTHEST_UNDER, FARTHEST_CALL = 4, 4
"""Most tokens from "sự" to the person ("dưới sự chủ trì của ông A"), and of a plural with its colon between them."""
FARTHEST_OPENING = 22
"""Most tokens between a verb that opens a sentence and the person ("Phát biểu kết luận tại hội nghị, đồng chí")."""


class Parts:
    """Reads what people do."""

    def __init__(
        self, words: Words, mentions: Sequence[Mention], sentences: Sentences, affiliations: Affiliations
    ) -> None:
        """Take the mentions in the order of the text."""
        self._words = words
        self._affiliations = affiliations
        self._sentences = sentences
        self._mentions = sorted(mentions, key=lambda mention: mention.first)
        self._firsts = {mention.first: number for number, mention in enumerate(self._mentions)}
        self._suits = words.concordance.places({"sự"})
        """Where "(dưới) sự chủ trì của" may begin."""
        self._told: dict[tuple[int, int], list[str]] = {}
        """What the cues of lists say that were asked for."""
        self._deeds: dict[int, list[str]] = {}
        """The verbs after each mention that was asked for, by its first token."""
        self._under: list[str | None] = []
        """What each mention, up to the last that was asked for, stands under ("dưới sự chủ trì của")."""
        self._together: dict[int, str | None] = {}
        """The verb that a mention shares with those after it, for all that were passed."""

    def of(self, mention: Mention) -> list[str]:
        """Return the verbs of one mention, as they go into the record."""
        if mention.stretch.line.zone == "debris" or mention.first not in self._firsts:
            return []
        found = [*self._after(mention), *self._before(mention)]
        if not found:
            shared = self._shared(self._firsts[mention.first])
            found = [shared] if shared else []
        return list(dict.fromkeys(found))

    def acts(self, mention: Mention) -> bool:
        """Tell whether a verb of the session follows a mention."""
        return mention.first in self._firsts and bool(self._after(mention))

    def _after(self, mention: Mention) -> list[str]:
        """Return the verbs after a mention, up to the next one or the end of the sentence."""
        found = self._deeds.get(mention.first)
        if found is None:
            found = self._deeds[mention.first] = list(self._verbs_after(mention))
        return found

    def _verbs_after(self, mention: Mention) -> Iterator[str]:
        words, index = self._words, self._affiliations.of(mention).last
        limit = min(self._sentences.last(mention.first), self._next_first(mention))
        if index < limit and (words.keys[index] == "," or words.is_dash(index)):
            index += 1
        gap = 0
        while index < limit:
            part = words.marks[index].get("part")
            if part:
                yield _plain(str(part.value))
                index += part.size
                gap = 0
                after = self._another(index, limit)
                if after is None:
                    return
                index = after
                continue
            if gap >= FARTHEST_VERB or not (
                words.marks[index].get("stop") or words.keys[index] in keys_of("predicates", "adverbs")
            ):
                return
            index, gap = index + 1, gap + 1

    def _another(self, index: int, limit: int) -> int | None:
        """Return where a further verb of the same person stands ("..., đồng thời đề xuất", "dự và phát biểu")."""
        words, keys = self._words, self._words.keys
        for position in range(index, limit):
            both = keys[position] == "đồng" and keys[position + 1] == "thời"
            near = position - index <= 1 and keys[position] in ("và", ",")
            if not (both or near):
                continue
            after = position + (2 if both else 1)
            after += keys[after] in ("cũng", "đã")
            if "part" in words.marks[after]:
                return after
        return None

    def _next_first(self, mention: Mention) -> int:
        number = self._firsts[mention.first] + 1
        return self._mentions[number].first if number < len(self._mentions) else self._words.size

    def _before(self, mention: Mention) -> Iterator[str]:
        """Yield a verb that opens the sentence before the person, and "(dưới) sự chủ trì của"."""
        words = self._words
        first = self._sentences.first(mention.first)
        number = self._firsts[mention.first]
        if number and self._mentions[number - 1].last > first:
            first = self._mentions[number - 1].last
        elif mention.first - (first := self._after_day(first, mention.first)) <= FARTHEST_OPENING:
            part = None if "cue" in words.marks[first] else words.marks[first].get("part")
            if part and not self._is_of_another(first + part.size, mention.first):
                yield _plain(str(part.value))
        if not self._suits:
            return
        while len(self._under) <= number:  # in order: each may rest on the one before, however long the list is
            self._under.append(self._read_under(len(self._under)))
        if under := self._under[number]:
            yield under

    def _after_day(self, first: int, last: int) -> int:
        """Return where a sentence's words begin after the day that leads it ("Chiều 14/10, phát biểu bế mạc")."""
        keys = self._words.keys
        return next((at + 1 for at in range(first + 1, last) if keys[at] == "," and keys[at - 1].isdigit()), first)

    def _read_under(self, number: int) -> str | None:
        """Return the part in "dưới sự chủ trì của" before a person, or before one whom "và" joins to this one."""
        words, mention = self._words, self._mentions[number]
        first = self._sentences.first(mention.first)
        far = FARTHEST_UNDER + FARTHEST_CALL * mention.listed
        for index in range(max(first, mention.first - far), mention.first):
            if words.keys[index] == "sự" and (part := words.marks[index + 1].get("part")):
                return _plain(str(part.value))
        before = self._mentions[number - 1] if number else None
        listed = before and before.listed and mention.listed and words.keys[mention.first - 1] == ";"
        beside = before and before.last > first and (listed or joined(words, before.last, mention.first))
        return self._under[number - 1] if beside else None

    def of_cue(self, first: int, last: int) -> Sequence[str]:
        """Return what the cue of a list says beyond being there ("Đến dự và phát biểu tại hội nghị có")."""
        told = self._told.get((first, last))
        if told is None:
            parts = (marks["part"] for marks in self._words.marks[first:last] if "part" in marks)
            told = [str(part.value) for part in parts if part.value in keys_of("predicates", "in_cues")]
            self._told[first, last] = told
        return told

    def _is_of_another(self, first: int, last: int) -> bool:
        """Tell whether the verb that opens a sentence is a body's, not the person's ("Tham dự hội nghị của ...")."""
        return any(self._words.keys[index] in ("do", "của") for index in range(max(first, last - 2), last))

    def _shared(self, number: int) -> str | None:
        """Return the verb that several people share: it stands after the last of them ("A; B đồng chủ trì")."""
        last = number
        while last not in self._together:
            mention, other = self._mentions[last], self._mentions[last + 1] if last + 1 < len(self._mentions) else None
            if (
                other is None
                or other.first >= self._sentences.last(mention.first)
                or not self._joined(mention.last, other)
            ):
                self._together[last] = None
            elif verb := next((part for part in self._after(other) if part in keys_of("predicates", "shared")), None):
                self._together[last] = verb
            else:
                last += 1
        for each in range(number, last):
            self._together[each] = self._together[last]
        return self._together[number]

    def _joined(self, end: int, other: Mention) -> bool:
        """Tell whether only a comma, a semicolon or "và" stands between two people, or in a list no verb."""
        words = self._words
        if joined(words, end, other.first):
            return True
        parted = other.listed and words.keys[other.first - 1] == ";"
        return parted and not any("part" in marks for marks in words.marks[end : other.first])


def _plain(part: str) -> str:
    return "dự" if part in keys_of("predicates", "attending") else part


def make_chair(parts: Iterable[str]) -> bool:
    """Tell whether one of some parts is that of the person who leads or closes the session."""
    return not keys_of("predicates", "chairs").isdisjoint(parts)


def answer(parts: Iterable[str]) -> bool:
    """Tell whether one of some parts is that of someone who reports to the session or answers it."""
    return not keys_of("predicates", "answers").isdisjoint(parts)
