"""Long texts of one kind, to any length: what a page, a list of names or an attacker may hold many of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

SEED = Path(__file__).resolve().parents[2] / "seeds" / "000_9453927c25cb1dab.txt"

_FAMILIES = "Lò Vi Quàng Hồ Tòng Cà Mùa Sùng Giàng Tẩn Phàn Bàn Chảo Vàng Thào Hạng Lù".split()  # noqa: SIM905
_SYLLABLES = "Binh Dung Giang Khanh Lam Minh Oanh Phuc Quang Son Tam Uyen Vinh Xuan Trang Linh Kien".split()  # noqa: SIM905


def name(number: int) -> str:
    """Return a name of three syllables, another one for each number below 4,913."""
    tens, ones = divmod(number, len(_SYLLABLES))
    hundreds, tens = divmod(tens, len(_SYLLABLES))
    return f"{_FAMILIES[hundreds % len(_FAMILIES)]} {_SYLLABLES[tens]} {_SYLLABLES[ones]}"


def place(number: int) -> str:
    """Return the name of a place, another one for each number below 289."""
    return f"Tân {_SYLLABLES[number // len(_SYLLABLES) % len(_SYLLABLES)]} {_SYLLABLES[number % len(_SYLLABLES)]}"


_SENTENCES: tuple[Callable[[int], str], ...] = (
    lambda n: f"Đồng chí {name(n)}, Phó Chủ tịch UBND huyện {place(n)} báo cáo, đạt {n % 97}% kế hoạch năm 2023.",
    lambda n: f"Ông {name(n)} - Trưởng phòng Tài chính xã {place(n)} đề nghị UBND huyện xem xét {n} hồ sơ.",
    lambda n: f"Các đại biểu: {name(n)}; {name(n + 1)}, Chủ tịch HĐND xã {place(n)} cùng dự.",
    lambda n: f"Bà {name(n).split()[-1]} cho biết, Ban Pháp chế đã giám sát {n} xã và Hội Nông dân {place(n)}.",
    lambda n: f"Đoàn giám sát số {n} của HĐND tỉnh {place(n)} làm việc với Sở Y tế và Công ty {place(n)}.",
    lambda n: f"Cử tri xã {place(n)} phản ánh; các thành viên đoàn {place(n)} cũng đề nghị làm rõ {n} dự án (DA{n}).",
)


def of_others(number: int) -> str:
    """Return that many paragraphs, each on other people, places and bodies."""
    return "\n".join(_SENTENCES[n % len(_SENTENCES)](n) for n in range(number))


def list_of_people(number: int) -> str:
    """Return one sentence that names so many people."""
    return f"Tham dự có các đồng chí: {', '.join(map(name, range(number)))}."


PIECES = {
    "bodies of bodies": "UBND của ",
    "bodies that share an area": "HĐND, UBND và ",
    "bodies that begin alike": "Ban ",
    "teams": "Đoàn giám sát ",
    "levels": "huyện, xã ",
    "roles": "Phó Chủ tịch, ",
    "one person": "Lò Văn Tám, ",
    "people spoken of": "hộ ông Lò Văn Tám, ",
    "people under one": "dưới sự chủ trì của ông Lò Văn Tám, ",
    "given names": "Bà Hoa nói.\nÔng Lò Văn Hoa nói.\n",
    "places": "tại tại tại cũng cùng dự có ",
    "speakers": "ông Lò Văn Tám cho rằng ",
    "requests": "đề nghị UBND huyện ",
    "groups that speak": "các thành viên đoàn đề nghị; ",
    "quotations": "“đề nghị” ",
    "sources": "Theo báo cáo của UBND huyện, ",
    "parts of a whole": "100 hồ sơ, trong đó 5 hồ sơ, ",
    "shares": "5/7 xã, đạt 50% ",
    "days": "12/5, ",
    "short forms": "thủ tục hành chính (TTHC) ",
    "pictures": "Ảnh: A\n",
    "copies of a headline": "Giám sát chuyên đề tại huyện Bình Khê - Ảnh 2.\n",
    "lines": "Xã\n",
    "brackets": "(",
    "stops": ". ",
    "letters": "a",
    "marks": "\t\u202e",
}
"""What repeats itself, by what it is."""
