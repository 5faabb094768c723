"""In which order hits come."""

from __future__ import annotations

from tui.search import Corpus, search


def test_newer_sessions_come_first_among_equals(corpus: Corpus) -> None:
    dates = [hit.date for hit in search("hdnd tỉnh thái nguyên", corpus).hits("sessions")]
    assert dates[:2] == ["2024-03-19", "2023-10-11"]


def test_words_together_come_before_words_apart(corpus: Corpus) -> None:
    hits = search("van tan", corpus).hits("people")
    assert hits[0].title == "Vi Văn Tấn"


def test_the_section_of_the_best_hit_comes_first(corpus: Corpus) -> None:
    assert search("nong thi hien luong", corpus).sections[0].section == "people"
    assert search("60%", corpus).sections[0].section == "figures"


def test_ranks_count_from_one_and_scores_fall(corpus: Corpus) -> None:
    for found in search("chủ tịch ubnd huyện", corpus).sections:
        assert [hit.rank for hit in found.hits] == list(range(1, len(found.hits) + 1))
        scores = [hit.score for hit in found.hits]
        assert scores == sorted(scores, reverse=True)


def test_limit_cuts_hits_and_the_total_still_counts_all(corpus: Corpus) -> None:
    found = search("huyện", corpus, limit=1).sections[0]
    assert len(found.hits) == 1 < found.total
