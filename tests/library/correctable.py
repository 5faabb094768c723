"""An invented article to correct: three who speak, a bare honorific, a speaker carried over, open ends."""

from __future__ import annotations

from functools import cache

from tui.library.corrections import problems
from tui.library.parsing import parsed
from tui.model import Person, Record, Selector
from tui.sources.read import read_data

TEXT = """\
HĐND huyện Bát Xát giám sát việc quản lý đất đai tại xã Mường Vi

06/11/2023 | 09:20

Ngày 3/11/2023, Thường trực HĐND huyện Bát Xát giám sát chuyên đề việc quản lý đất đai tại xã Mường Vi. Đồng chí Sùng \
Thị Pa - Phó Chủ tịch HĐND huyện chủ trì buổi giám sát.

Cùng dự có đồng chí Lê Bá Hiền - Trưởng Phòng Tài nguyên và Môi trường huyện; đồng chí Tẩn Láo Tả - Chủ tịch UBND xã.

Báo cáo tại buổi giám sát, đồng chí Tẩn Láo Tả - Chủ tịch UBND xã cho biết, năm 2022, xã đã cấp 120 giấy chứng nhận. \
Số hồ sơ đúng hạn là 26/40 hồ sơ, đạt 65%. Xã thu được 5 tỷ đồng tiền sử dụng đất.

Tại buổi giám sát, đồng chí Lê Bá Hiền cho rằng, việc đo đạc còn chậm. Đồng chí cũng nhấn mạnh vai trò của cán bộ địa \
chính và việc công khai quy hoạch.

Kết luận buổi giám sát, đồng chí Sùng Thị Pa đề nghị UBND xã rà soát các thửa đất xen kẹt. Cử tri Giàng A Phử mong \
được cấp giấy sớm, có 17 lá đơn đã gửi. Các bản cần công khai diện tích đất rừng; niêm yết giá đất;...

Thanh Tùng
"""


@cache
def record() -> Record:
    """Return the article's record as the parser gives it."""
    return parsed(read_data(TEXT.encode(), "dat.txt"), "dat.txt")


def at(words: str, after: int = 0) -> tuple[int, int]:
    """Return the place of words in TEXT."""
    start = TEXT.index(words, after)
    return start, start + len(words)


def named(changed: Record, name: str) -> Person:
    """Return the person with a name."""
    return next(person for person in changed.people if person.name == name)


def sound(changed: Record) -> Record:
    """Return a record after making sure that everything in it stands and leads somewhere."""
    assert [f"{flaw.place}: {flaw.said()}" for flaw in problems(changed, TEXT)] == []
    return changed


def exact(selector: Selector | None) -> str | None:
    """Return the words of a place."""
    return selector.exact if selector else None
