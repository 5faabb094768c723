"""Short articles about invented sessions, parsed: who was where on which day."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from tui.across.account import Account, account
from tui.across.appearance import Appearance, appearances
from tui.model import Record, Source
from tui.parse.article import parse_article

THEME = "Công tác quản lý chợ"
CHAIR = "đồng chí Lò Quý Khánh - Phó Chủ tịch HĐND tỉnh"


def text_of(
    day: str,
    people: Sequence[str] = (),
    *,
    place: str = "huyện Phú Bình",
    province: str = "tỉnh Thái Nguyên",
    theme: str = THEME,
    chair: str = CHAIR,
    team: str = "Đoàn giám sát của HĐND",
    part: str = "Sáng",
    more: str = "",
) -> str:
    """Return an article; ``people`` stand in the list of the supervised side as they are written."""
    return (
        f"{team} {province} giám sát tại {place}\n\n"
        f'{part} {day}, {team} {province} đã giám sát chuyên đề "{theme}" tại {place}. '
        f"{chair[0].upper()}{chair[1:]} chủ trì buổi giám sát.\n\n"
        + (f"Làm việc với Đoàn, về phía {place} có {'; '.join(people)}.\n\n" if people else "")
        + more
    )


def article(day: str, people: Sequence[str] = (), **said: str) -> Record:
    """Return the record of an article (see :func:`text_of`)."""
    text = text_of(day, people, **said)
    source = Source(path="a.txt", sha256="", encoding="utf-8", normalization="NFC", characters=len(text))
    return parse_article(text, source)


def without_area(record: Record, publisher: str | None = None) -> Record:
    """Return the record of an article that names the district nowhere."""
    bodies = tuple(replace(one, area_id=None, name=one.name.replace(" Phú Bình", "")) for one in record.organizations)
    event = replace(record.event, supervised_area_ids=(), organizer_id=None, delegation_id=None)
    return replace(record, organizations=bodies, event=event, article=replace(record.article, publisher=publisher))


def people_of(*records: Record) -> list[Appearance]:
    """Return who is in some articles, whose keys are a, b, c and so on."""
    return [one for key, record in zip("abcdefghij", records, strict=False) for one in appearances(key, record)]


def accounts_of(*records: Record) -> list[Account]:
    """Return what some articles say of their sessions; their keys are a, b, c and so on."""
    return [account(key, record) for key, record in zip("abcdefghij", records, strict=False)]
