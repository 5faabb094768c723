"""The test set of queries: 740 of them in 14 kinds, asked of a generated library and of the corpus."""

from __future__ import annotations

from tests.search.query_set import ask, corpora, table

LEVEL = 1.0
"""Recall among the first ten and mean reciprocal rank that were reached, of every kind."""


def test_every_kind_of_query_finds_what_it_did() -> None:
    answers = ask(corpora())
    print("\n".join(table(answers)))
    assert len(answers) >= 12
    assert all(one.asked >= 50 for one in answers.values())
    assert {kind: one.missed for kind, one in answers.items() if one.recall < LEVEL} == {}
    assert {kind: one.mrr for kind, one in answers.items() if one.mrr < LEVEL} == {}
