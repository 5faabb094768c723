"""Compare records with what a careful reader found: precision, recall and F1 by field, and each disagreement.

``python -m tests.corpus.scoring [--errors]`` prints the table over this folder, with ``--errors`` every disagreement
beside the words it is about, grouped by cause.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.corpus.matching import figure_key, folded, is_part, named, role_matches
from tui.library.parsing import parsed as parse
from tui.model import Person, Record
from tui.sources.read import read
from tui.text.view import view

HERE = Path(__file__).resolve().parent
Gold = dict[str, Any]


@dataclass
class Score:
    """True and false positives and false negatives of one field, with what went wrong."""

    right: int = 0
    extra: int = 0
    missed: int = 0
    errors: list[str] = field(default_factory=list)

    def row(self) -> tuple[float, float, float]:
        """Return precision, recall and F1, each 1 where there was nothing to find or nothing found."""
        precision = self.right / (self.right + self.extra) if self.right + self.extra else 1.0
        recall = self.right / (self.right + self.missed) if self.right + self.missed else 1.0
        total = precision + recall
        return precision, recall, 2 * precision * recall / total if total else 0.0


Scores = dict[str, Score]


def articles() -> list[Path]:
    """Return the texts of the corpus, in order."""
    return sorted(HERE.glob("*.txt"))


def gold_of(path: Path) -> Gold:
    """Return what a reader found in an article."""
    content: Gold = yaml.safe_load(path.with_suffix(".yaml").read_text(encoding="utf-8"))
    return content


def parsed(path: Path) -> tuple[str, Record]:
    """Return an article's text and record, read as the program reads it."""
    found = read(path)
    return found.text, parse(found, path.name)


class Comparison:
    """One article's gold against its record; adds to the scores of all."""

    def __init__(self, scores: Scores, name: str, gold: Gold, text: str, record: Record) -> None:
        """Take the gold of an article, its text and its record."""
        self.scores, self.name, self.gold, self.record = scores, name, gold, record
        self.text = view(text).display

    def run(self) -> None:
        """Compare every field."""
        self._head()
        self._people()
        self._figures()
        self._speech()
        self._lines()

    def _count(self, key: str, right: int, extra: Iterable[str] = (), missed: Iterable[str] = ()) -> None:
        score = self.scores[key]
        score.right += right
        for sign, some in (("extra", list(extra)), ("missed", list(missed))):
            setattr(score, sign, getattr(score, sign) + len(some))
            score.errors += [f"{self.name}: {sign}: {one}" for one in some]

    def _value(self, key: str, want: str | None, got: str | None) -> None:
        if folded(want) == folded(got):
            self._count(key, want is not None)
        else:
            self._count(key, 0, [got] if got else [], [f"{want} (got {got})"] if want else [])

    def _head(self) -> None:
        article, event = self.record.article, self.record.event
        published = article.date_published
        self._value("published", self.gold["published"], published.value[:10] if published else None)
        self._value("session date", self.gold["session_date"], event.start_date)
        if not self.gold.get("place_open"):
            self._value("place", self.gold["place"], event.location)
        self._value("byline", self.gold["byline"], " - ".join(author.name for author in article.author) or None)

    def _people(self) -> None:
        takers = {folded(one.name): one for one in self.record.people if is_part(one)}
        wanted = {folded(one["name"]): one for one in self.gold["people"]}
        both = [key for key in wanted if key in takers]
        self._count(
            "person",
            len(both),
            [takers[key].name for key in takers if key not in wanted],
            [wanted[key]["name"] for key in wanted if key not in takers],
        )
        for key in both:
            self._person(wanted[key], takers[key])
        for key, one in wanted.items():
            if key not in takers:
                self._count("role", 0, (), [f"{one['name']}: {role}" for role in one["roles"]])

    def _person(self, want: Gold, got: Person) -> None:
        left = [post.label for post in got.memberships]
        missed = []
        for role in want["roles"]:
            hit = next((label for label in left if role_matches(role, label)), None)
            if hit is None:
                missed.append(f"{want['name']}: {role}")
            else:
                left.remove(hit)
        self._count("role", len(want["roles"]) - len(missed), [f"{want['name']}: {label}" for label in left], missed)
        for key, value in (("side", got.side), ("chair", got.is_chair)):
            if want.get(f"{key}_open"):
                continue
            right = want[key] == value
            self._count(key, right, (), [] if right else [f"{want['name']}: {want[key]}, got {value}"])

    def _figures(self) -> None:
        for kinds in (False, True):
            wanted = {figure_key(one, kinds and not one.get("kind_open")) for one in self.gold["figures"]}
            free = {figure_key(one, False)[:3] for one in self.gold.get("figures_open", [])}
            got = {figure_key(one, kinds): one for one in self.record.figures}
            for one in self.gold["figures"]:
                if one.get("kind_open"):
                    got = {
                        (*key[:3], None) if key[:3] == figure_key(one, False)[:3] else key: v for key, v in got.items()
                    }
            extra = [key for key in got if key not in wanted and key[:3] not in free]
            self._count(
                "figure with kind" if kinds else "figure",
                len(wanted & set(got)),
                [f"{got[key].kind} “{self._around(got[key].selector.exact)}”" for key in extra],
                [str(key) for key in wanted if key not in got],
            )

    def _speech(self) -> None:
        for one in self.gold["statements"]:
            if not one.get("optional"):
                self._said(one)
        self._requests()
        for one in self.gold.get("promises", []):
            hit = next((each for each in self.record.promises if one["words"] in view(each.action.exact).display), None)
            right = hit is not None and named(self.record, hit.speaker_id, one["speaker"])
            self._count("promise", right, (), [] if right else [f"{one['speaker']}: {one['words']}"])

    def _said(self, one: Gold) -> None:
        hits = [each for each in self.record.statements if one["words"] in view(each.selector.exact).display]
        if not hits:
            self._count("speaker", 0, (), [f"{one['speaker']}: {one['words']}"])
            return
        hit = hits[0]
        right = named(self.record, hit.speaker_id, one["speaker"])
        wrong = [f"{one['speaker']}: {one['words']} (got {hit.speaker_id})"]
        self._count("speaker", right, wrong if hit.speaker_id and not right else (), () if right else wrong)
        if right:
            good = hit.attribution == one["attribution"]
            self._count("attribution", good, (), [] if good else [f"{one['words']}: got {hit.attribution}"])

    def _requests(self) -> None:
        left = [each for each in self.record.requests if each.verb is not None]
        for one in self.gold["requests"]:
            inside = [each for each in self.record.requests if one["words"] in self._whole(each.action)]
            left = [each for each in left if each not in inside]
            if one.get("optional"):
                continue
            right = any(
                named(self.record, each.requester_id, one["by"], each.requester_selector)
                and self._addressed(each.addressee_selector, one["to"])
                for each in inside
            )
            got = [(each.requester_id, each.addressee_ids) for each in inside]
            self._count("request", right, (), [] if right else [f"{one['by']} -> {one['to']}: {one['words']} {got}"])
        self._count("request", 0, [f"{each.requester_id}: {self._whole(each.action)[:80]}" for each in left])

    def _whole(self, place: Any) -> str:
        return view(place.exact).display.replace("\n", " ")

    def _addressed(self, place: Any, wanted: list[str]) -> bool:
        if not wanted or place is None:
            return not wanted and place is None
        return all(folded(one) in folded(place.exact) for one in wanted)

    def _lines(self) -> None:
        lists = {
            "debris": [one.selector for one in self.record.debris],
            "captions": [one.selector for one in self.record.captions],
        }
        for key, found in lists.items():
            if key in self.gold:
                got = {view(one.exact).display for one in found}
                want = set(self.gold[key])
                self._count(key, len(want & got), sorted(got - want), sorted(want - got))
        failed = [set(one.figures) for one in self.record.checks if one.result == "failed" and one.figures]
        numbers = {one.id: one.number_selector.exact for one in self.record.figures}
        names = [{numbers[key] for key in one} for one in failed]
        wanted = [set(one) for one in self.gold.get("failed_checks", [])]
        self._count(
            "failed check",
            sum(one in names for one in wanted),
            [str(sorted(one)) for one in names if one not in wanted],
            [str(sorted(one)) for one in wanted if one not in names],
        )

    def _around(self, words: str) -> str:
        shown = view(words).display
        place = self.text.find(shown)
        return self.text[max(0, place - 30) : place + len(shown) + 30].replace("\n", " ")


def score(paths: Iterable[Path]) -> Scores:
    """Return the scores of all fields over some articles."""
    scores: Scores = defaultdict(Score)
    for path in paths:
        Comparison(scores, path.stem, gold_of(path), *parsed(path)).run()
    return dict(scores)


def table(scores: Scores) -> Iterator[str]:
    """Yield a line a field: counts, precision, recall, F1."""
    yield f"{'':18}{'right':>6}{'extra':>6}{'missed':>7}{'P':>8}{'R':>8}{'F1':>8}"
    for key, one in scores.items():
        numbers = "".join(f"{value:8.3f}" for value in one.row())
        yield f"{key:18}{one.right:6}{one.extra:6}{one.missed:7}{numbers}"


if __name__ == "__main__":
    every = score(articles())
    print("\n".join(table(every)))
    if "--errors" in sys.argv[1:]:
        for name, one in every.items():
            print(f"\n{name}", *one.errors, sep="\n  ")
