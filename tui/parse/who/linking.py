"""Which mentions mean one person: equal full names, and given names that fit one person only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tui.parse.who.mentions import Mention, Piece
from tui.parse.who.names import weigh
from tui.parse.who.vocabulary import keys_of
from tui.parse.who.words import Stretch, Words
from tui.text.names import match_key, shortened, title_case


@dataclass(slots=True)
class Individual:
    """A person of the article: a name, and all mentions in the order of the text."""

    key: str
    name: str
    mentions: list[Mention] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)
    """How the mentions address the person: "women", "men"; a middle name Thị tells it too."""

    def add(self, words: Words, mention: Mention) -> None:
        """Take in a mention."""
        self.mentions.append(mention)
        if gender := _gender(words, mention):
            self.genders.add(gender)


def link(words: Words, mentions: Sequence[Mention]) -> list[Individual]:
    """Return the people of an article in the order in which they are first named outside debris.

    A name in debris or in a line of capitals makes no person, it is only linked to one. A bare given name is linked
    where one person fits, and left alone where none or several do.
    """
    people: dict[str, Individual] = {}
    for mention in mentions:
        if mention.is_short or mention.stretch.line.zone == "debris":
            continue
        name = _written(words, mention.name)
        key = match_key(name)
        if key not in people:
            people[key] = Individual(key, name, genders={"women"} if " thị " in f" {key} " else set())
        people[key].add(words, mention)
    full = _by_short_names(people.values())
    _absorb_partial(words, people, full)
    for mention in mentions:
        if mention.is_short or mention.stretch.line.zone == "debris":
            person = _meant(words, mention, people, full)
            if person:
                person.add(words, mention)
    for mention in _shouted(words, people.values()):
        people[match_key(_written(words, mention.name))].mentions.append(mention)
    for person in people.values():
        person.mentions.sort(key=lambda mention: mention.first)
    return sorted(people.values(), key=_first_place)


def _first_place(person: Individual) -> int:
    places = [mention.first for mention in person.mentions if mention.stretch.line.zone != "debris"]
    return min(places)


def _written(words: Words, piece: Piece) -> str:
    """Return a name as written, one in capitals with a capital for each syllable only."""
    name = words.text(piece.first, piece.last)
    if not name.isupper():
        return name
    syllables = name.split()
    shouted = len(syllables) > 1 and all(map(str.isupper, syllables)) and any(len(word) > 1 for word in syllables)
    return title_case(name) if shouted else name


def _by_short_names(people: Iterable[Individual]) -> Mapping[str, Sequence[Individual]]:
    """Return the people whom a short name fits, by its key."""
    full: dict[str, list[Individual]] = {}
    for person in people:
        for short in dict.fromkeys(shortened(person.name)):
            full.setdefault(short, []).append(person)
    return full


def _meant(
    words: Words, mention: Mention, people: Mapping[str, Individual], full: Mapping[str, Sequence[Individual]]
) -> Individual | None:
    key = match_key(_written(words, mention.name))
    if key in people:
        return people[key]
    if mention.stretch.line.zone == "debris" and not mention.is_short:
        return None
    fitting = [person for person in full.get(key, ()) if person.key in people and _may_be(words, mention, person)]
    return fitting[0] if len(fitting) == 1 else None


def _may_be(words: Words, mention: Mention, person: Individual) -> bool:
    """Tell whether "ông" or "bà" agrees with how the person was addressed elsewhere, and with a middle name Thị."""
    gender = _gender(words, mention)
    return gender is None or not person.genders - {gender}


def _gender(words: Words, mention: Mention) -> str | None:
    """Return the list of honorifics that addresses the person as a woman or a man; None for "đồng chí" and the like."""
    addressed = {
        words.keys[index] for piece in mention.pieces if piece.kind == "HON" for index in range(piece.first, piece.last)
    }
    if not addressed:
        return None
    return next((gender for gender in ("women", "men") if addressed & keys_of("honorifics", gender)), None)


def _absorb_partial(words: Words, people: dict[str, Individual], full: Mapping[str, Sequence[Individual]]) -> None:
    """Give a name without roles to the one person whose full name ends in it ("đồng chí Anh Tuấn").

    Of two syllables that fit several people it makes none of its own, unless it is clearly a full name.
    """
    for key, person in list(people.items()):
        if any(mention.roles for mention in person.mentions):
            continue
        fitting = [other for other in full.get(key, ()) if other.key in people]
        if len(fitting) == 1:
            fitting[0].mentions += person.mentions
            fitting[0].genders |= person.genders
            del people[key]
        elif (
            fitting
            and len(key.split()) == 2
            and weigh(words, person.mentions[0].name.first, person.mentions[0].name.last) < 0
        ):
            del people[key]


def _shouted(words: Words, people: Iterable[Individual]) -> Iterable[Mention]:
    """Yield the places of known names in lines of capitals."""
    shouting: list[Stretch] = [stretch for stretch in words.stretches if stretch.shouts]
    if not shouting:
        return
    starts: dict[str, list[list[str]]] = {}
    for person in people:
        syllables = person.key.split()
        starts.setdefault(syllables[0], []).append(syllables)
    for stretch in shouting:
        for index in range(stretch.first, stretch.last):
            for syllables in starts.get(match_key(words.keys[index]), ()):
                last = index + len(syllables)
                if last <= stretch.last and match_key(" ".join(words.keys[index:last])).split() == syllables:
                    yield Mention([Piece("NAME", index, last)], [], stretch)
