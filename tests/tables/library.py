"""A small library for tables and their screens: on-time rates of three districts, requests, and what became of one."""

from __future__ import annotations

from pathlib import Path

from tests.across.telling import text_of
from tests.ui.reading import library_of
from tui.library import Library

_HEAD = "đồng chí Vi Văn Tấn - Chủ tịch UBND huyện"


def _report(year: int, share: str, count: str) -> str:
    return (
        f"Báo cáo tại buổi giám sát, đồng chí Vi Văn Tấn - Chủ tịch UBND huyện cho biết, năm {year}, huyện đã tiếp "
        f"nhận {count} hồ sơ, giải quyết đúng hạn {share}%.\n\n"
    )


def _asks(place: str, *actions: str) -> str:
    asked = "; ".join(f"đề nghị UBND {place} {action}" for action in actions)
    return f"Kết luận buổi giám sát, đồng chí Lò Quý Khánh - Phó Chủ tịch HĐND tỉnh {asked}./.\n"


PLAN = "rà soát quy hoạch mạng lưới chợ"
MONEY = "bố trí kinh phí phòng cháy chữa cháy"
ANSWER = "Huyện đã rà soát, điều chỉnh quy hoạch mạng lưới chợ đến năm 2030.\n\n"
PHU_BINH, DINH_HOA, VO_NHAI = "huyện Phú Bình", "huyện Định Hóa", "huyện Võ Nhai"
ARTICLES = {
    "a.txt": text_of("8/5/2023", [_HEAD], more=_report(2022, "91,2", "1.250") + _asks(PHU_BINH, PLAN, MONEY)),
    "b.txt": text_of("9/6/2023", [_HEAD], place=DINH_HOA, more=_report(2022, "97,5", "2.400") + _asks(DINH_HOA, PLAN)),
    "c.txt": text_of("10/7/2023", [_HEAD], place=VO_NHAI, more=_report(2022, "84", "900")),
    "d.txt": text_of("11/8/2024", [_HEAD], more=_report(2023, "95,7", "1.310") + ANSWER + _asks(PHU_BINH, MONEY)),
}


def opened(folder: Path) -> Library:
    """Return the library, parsed."""
    return library_of(folder, ARTICLES)
