"""Places of the invented articles that things are added to."""

from __future__ import annotations

from tests import invented
from tui.library import Anchor, anchor, whole
from tui.sections import Section

KEY = invented.document("cho.txt").article_key


def at(words: str, section: Section = "passages", text: str = invented.MARKETS, key: str = KEY) -> Anchor:
    """Return the anchor of some words of an article."""
    start = text.index(words)
    return anchor(key, section, text, start, start + len(words))


SESSION = whole(KEY)
PERSON = at("Đặng Thị Mỹ Uyên", "people")
FIGURE = at("12/20 chợ", "figures")
REQUEST = at("rà soát quy hoạch mạng lưới chợ; bố trí kinh phí phòng cháy chữa cháy", "requests")
PASSAGE = at("12/20 chợ đã được nâng cấp, đạt tỷ lệ 60%.")
ANSWER = at("Tổng kinh phí là 63 tỷ đồng.", text=invented.WATER, key=invented.document("nuoc.txt").article_key)
