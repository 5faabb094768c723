"""What became of a request: later sessions at its place are looked through for its matter."""

from __future__ import annotations

from pathlib import Path

from tests.across.telling import text_of
from tui.library import Library
from tui.library.answering import answers_to

ASKED = "Kết luận buổi giám sát, đồng chí Lò Quý Khánh đề nghị UBND huyện rà soát quy hoạch mạng lưới chợ."
ANSWERED = (
    "Báo cáo tại buổi giám sát, đồng chí Vi Văn Tấn - Chủ tịch UBND huyện cho biết, huyện đã rà soát, điều chỉnh quy "
    "hoạch mạng lưới chợ đến năm 2030."
)
ARTICLES = {
    "asked.txt": text_of("8/5/2023", more=ASKED),
    "before.txt": text_of("8/5/2022", more=ANSWERED),
    "elsewhere.txt": text_of("9/6/2024", place="huyện Định Hóa", more=ANSWERED),
    "later.txt": text_of("9/6/2024", more=ANSWERED),
    "other.txt": text_of("9/7/2024", theme="Việc cấp nước sạch", more="Huyện có 8.430 hộ dùng nước sạch."),
}


def test_a_request_leads_to_later_passages_at_its_place(tmp_path: Path) -> None:
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    library = Library.open(tmp_path)
    library.refresh(here=True)
    paths = {entry.article_key: entry.path for entry in library.entries()}
    document = library.document(next(key for key, path in paths.items() if path == "asked.txt"))
    assert document.record is not None
    found = answers_to(library, document, document.record.requests[0])
    assert paths[found[0].passage.article_key] == "later.txt"
    assert {paths[one.passage.article_key] for one in found} <= {"later.txt", "other.txt"}
    best = found[0].passage
    assert ARTICLES["later.txt"][best.start : best.end] == ANSWERED
    library.close()
