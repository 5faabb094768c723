"""Ask the test set of queries and count: recall in the first ten and mean reciprocal rank, by kind.

``python -m tests.search.query_set [--missed]`` prints the table, with ``--missed`` every query that found none of its
answers.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.corpus.scoring import articles, parsed
from tests.generated.library import made
from tests.generated.queries import ARTICLES
from tests.search.index import corpus_of
from tui.library.document import Document
from tui.library.summary import ready
from tui.model import Record
from tui.search import Corpus, search
from tui.search.results import Results

FIRST = 10
"""How far down a person looks."""
NOTHING = "nothing"
"""The kind of queries that nothing answers."""


@dataclass
class Tally:
    """How the queries of one kind went."""

    asked: int = 0
    found: int = 0
    reciprocal: float = 0
    missed: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of queries with an answer among the first ten."""
        return self.found / self.asked

    @property
    def mrr(self) -> float:
        """Mean of one over the rank of the first answer, 0 where it is not among the first ten."""
        return self.reciprocal / self.asked


def query_set() -> dict[str, list[dict[str, Any]]]:
    """Return the queries over the generated library and over the corpus."""
    path = Path(__file__).resolve().parents[1] / "queries.yaml"
    content: dict[str, list[dict[str, Any]]] = yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return content


def document(path: str, text: str, record: Record) -> Document:
    """Return an article as a library gives it."""
    return Document(ready(path, text, record, corrected=False), text, record)


def corpora() -> dict[str, Corpus]:
    """Return the indexed generated library and corpus."""
    return {
        "library": corpus_of(document(one.path, one.text, one.record) for one in made(ARTICLES)),
        "corpus": corpus_of(document(path.name, *parsed(path)) for path in articles()),
    }


def wanted_paths(asked: Mapping[str, Any]) -> set[str]:
    """Return the paths of the articles that answer a query."""
    return {f"{each:07}.txt" if isinstance(each, int) else each for each in asked.get("articles", [])}


def rank(asked: dict[str, Any], results: Results) -> int:
    """Return the rank of the first answer in any section, 0 when there is none among the first ten."""
    people = set(asked.get("people", []))
    paths = wanted_paths(asked)
    ranks = []
    for found in results.sections:
        for one in found.hits[:FIRST]:
            right = (
                one.section == "people" and any(name in one.title for name in people) if people else one.path in paths
            )
            if right:
                ranks.append(one.rank)
    return min(ranks, default=0)


def ask(corpora: dict[str, Corpus]) -> dict[str, Tally]:
    """Ask every query of its corpus; the kinds in the order of their names."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for name, queries in query_set().items():
        for one in queries:
            tally = tallies[one["kind"]]
            results = search(one["query"], corpora[name], limit=FIRST)
            place = int(not results.total) if one["kind"] == NOTHING else rank(one, results)
            tally.asked += 1
            tally.found += bool(place)
            tally.reciprocal += 1 / place if place else 0
            if not place:
                tally.missed.append(f"{name}: {one['query']}")
    return dict(sorted(tallies.items()))


def table(tallies: dict[str, Tally]) -> Iterator[str]:
    """Yield a line a kind, and one of all."""
    yield f"{'':12}{'asked':>6}{'missed':>7}{'recall':>8}{'MRR':>8}"
    for kind, one in tallies.items():
        yield f"{kind:12}{one.asked:6}{one.asked - one.found:7}{one.recall:8.3f}{one.mrr:8.3f}"
    every = list(tallies.values())
    asked = sum(one.asked for one in every)
    missed = asked - sum(one.found for one in every)
    yield f"{'all':12}{asked:6}{missed:7}{1 - missed / asked:8.3f}{sum(one.reciprocal for one in every) / asked:8.3f}"


if __name__ == "__main__":
    answers = ask(corpora())
    print("\n".join(table(answers)))
    if "--missed" in sys.argv[1:]:
        for kind, one in answers.items():
            print(f"\n{kind}", *one.missed, sep="\n  ")
