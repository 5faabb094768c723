"""The word lists on speech, made ready for look-ups: verbs of saying and asking, who can speak, how sentences open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from msgspec import Struct

from tui.model import StatementKind
from tui.parse.lexicon import Phrases, tables
from tui.text.spelling import key

Noun = Literal["people", "documents", "bodies"]
"""What a noun before a verb is: unnamed people, a paper, or a body or place."""
Opening = Literal["connective", "session", "narrator"]
"""How a sentence opens: the speaker goes on, the reporter hands over, or the reporter tells."""
Addressing = Literal["no", "anyone", "someone"]
"""Whether a verb asks: never, with or without words for who is asked, or only with them."""


class Verb(Struct, frozen=True, gc=False):
    """What a verb can do.

    ``weak``: by itself it tells nothing of what is said; ``praise``: it may stand before its subject; ``need``: who is
    before it is asked, with ``must`` only after words that ask; ``order`` and ``upward``: it asks those below, those
    above; ``assign``: it may begin a sentence that hands out tasks.
    """

    say: StatementKind | None = None
    ask: Addressing = "no"
    weak: bool = False
    praise: bool = False
    need: bool = False
    must: bool = False
    order: bool = False
    assign: bool = False
    upward: bool = False
    promise: bool = False


OPINION = Verb(say="opinion", ask="someone", upward=True)
"""What "có (nhiều) ý kiến, kiến nghị" can do."""


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """All word lists of ``speech_*.yaml`` and ``request_words.yaml`` by their keys (settled, lower case)."""

    verbs: Phrases[Verb]
    verb_starts: Mapping[str, frozenset[str]]
    """First words of verbs, each with the second ones; with none where it is a verb by itself."""
    opinions: Phrases[bool]
    ordinals: Phrases[bool]
    how_many: frozenset[str]
    adverbs: frozenset[str]
    adverb_ends: frozenset[str]
    noun_before: frozenset[str]
    noun_before_ends: frozenset[str]
    noun_after: frozenset[str]
    anaphors: Mapping[str, str]
    speakers: frozenset[str]
    titles: frozenset[str]
    nouns: Phrases[Noun | None]
    body_nouns: Phrases[bool]
    plurals: Phrases[bool]
    noun_starts: frozenset[str]
    """First words of all three."""
    openings: Phrases[Opening]
    sources: Phrases[bool]
    fronted: frozenset[str]
    prepositions: frozenset[str]
    before_addressee: Phrases[bool]
    compounds: Phrases[bool]
    actions: Phrases[bool]
    modals: Phrases[bool]
    modifiers: Phrases[bool]
    clarifying: Phrases[bool]
    topics: Phrases[bool]
    voters: Phrases[bool]
    supervisors: frozenset[str]
    ourselves: frozenset[str]


@cache
def speech_words() -> SpeechWords:
    """Return the word lists, built once."""
    verbs, subjects = tables()["speech_verbs"], tables()["speech_subjects"]
    openings, requests = tables()["speech_openings"], tables()["request_words"]
    table = _verbs(verbs)
    nouns: dict[str, Noun | None] = {}
    for noun in ("people", "documents", "bodies"):
        nouns |= dict.fromkeys(subjects[noun], noun)
    opening: dict[str, Opening] = {}
    for name, value in (
        ("connectives", "connective"),
        ("ordinals", "connective"),
        ("session", "session"),
        ("narrators", "narrator"),
    ):
        opening |= dict.fromkeys(openings[name], value)
    everyone = Phrases(nouns | dict.fromkeys(subjects["not_subjects"]))
    bodies, plurals = _present(subjects["bodies_in_plural"]), _present(subjects["plural"])
    return SpeechWords(
        verbs=Phrases(table),
        verb_starts=_starts(table),
        opinions=_present(verbs["opinions"]),
        ordinals=_present(openings["ordinals"]),
        how_many=_keys(verbs["how_many"]),
        adverbs=_keys(verbs["adverbs"]),
        adverb_ends=frozenset(adverb.split()[-1] for adverb in _keys(verbs["adverbs"])),
        noun_before=_keys(verbs["noun_before"]),
        noun_before_ends=frozenset(phrase.split()[-1] for phrase in _keys(verbs["noun_before"])),
        noun_after=_keys(verbs["noun_after"]),
        anaphors={key(word): who for word, who in subjects["anaphors"].items()},
        speakers=_keys(subjects["speakers"]),
        titles=_keys(subjects["titles"]),
        nouns=everyone,
        body_nouns=bodies,
        plurals=plurals,
        noun_starts=frozenset(everyone.firsts | bodies.firsts | plurals.firsts),
        openings=Phrases(opening),
        sources=_present(openings["sources"]),
        fronted=_keys(openings["fronted"]),
        prepositions=_keys(openings["prepositions"]),
        before_addressee=_present(requests["before_addressee"]),
        compounds=_present(requests["compounds"]),
        actions=_present(requests["actions"]),
        modals=_present(requests["modals"]),
        modifiers=_present(requests["modifiers"]),
        clarifying=_present(requests["clarifying"]),
        topics=_present(requests["topics"]),
        supervisors=_keys(subjects["supervisors"]),
        voters=_present(subjects["voters"]),
        ourselves=_keys(subjects["ourselves"]),
    )


def _verbs(lists: Mapping[str, Any]) -> dict[str, Verb]:
    kinds: dict[str, StatementKind] = {key(verb): kind for kind, verbs in lists["say"].items() for verb in verbs}
    weak, need, praise = _keys(lists["cue_only"]), _keys(lists["need"]), _keys(lists["praise"])
    must, assign = _keys(lists["must"]), _keys(lists["assign"])
    anyone, someone = _keys(lists["ask"]), _keys(lists["ask_of_someone"])
    order, upward, promise = _keys(lists["order"]), _keys(lists["upward"]), _keys(lists["promise"])
    return {
        verb: Verb(
            say=kinds.get(verb),
            ask="anyone" if verb in anyone or verb in need or verb in must else "someone" if verb in someone else "no",
            weak=verb in weak,
            praise=verb in praise,
            need=verb in need or verb in must,
            must=verb in must,
            order=verb in order,
            assign=verb in assign,
            upward=verb in upward,
            promise=verb in promise,
        )
        for verb in {*kinds, *need, *must, *anyone, *someone, *promise}
    }


def _starts(verbs: Iterable[str]) -> dict[str, frozenset[str]]:
    seconds: dict[str, set[str]] = {"có": {"ý"}}
    for first, *rest in map(str.split, verbs):
        seconds.setdefault(first, set()).add(rest[0] if rest else "")
    return {first: frozenset() if "" in second else frozenset(second) for first, second in seconds.items()}


def _keys(words: list[str]) -> frozenset[str]:
    return frozenset(map(key, words))


def _present(words: list[str]) -> Phrases[bool]:
    return Phrases(dict.fromkeys(words, True))
