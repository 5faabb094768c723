"""Whatever the words: reading never fails, every selector points at its words, and every id leads to an item."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.parse.people_text import entities_of

WORDS = st.sampled_from(
    [
        *("Đồng chí", "ông", "bà", "các đồng chí", "Đại biểu", "cử tri", "Thượng tá", "TS.", "đ/c"),
        *("Lò Văn Tám", "LÒ VĂN TÁM", "Ka H'Lim", "H' Lan", "Y Sô Buôn Krông", "Tám", "Ngô Thị", "Tân Lộc", "A"),
        *(
            "Chủ tịch",
            "Phó Chủ tịch",
            "nguyên",
            "Trưởng Ban",
            "Ủy viên Ban Thường vụ",
            "UVTVTU",
            "trưởng đoàn",
            "thành viên",
        ),
        *("HĐND", "UBND", "Huyện ủy", "Đoàn giám sát", "Ban Pháp chế", "Phòng", "Sở", "Kinh tế - Ngân sách", "Hội"),
        *(
            "huyện",
            "xã Tân Lộc",
            "tỉnh",
            "Thành phố",
            "huyện Bình Khê",
            "Quận 12",
            "Cùng dự có",
            "Tham gia Đoàn có",
            "gồm",
        ),
        *(
            "chủ trì",
            "phát biểu",
            "làm việc với",
            "giám sát",
            "tiếp xúc cử tri",
            "kỳ họp",
            "bầu",
            "do",
            "của",
            "lãnh đạo",
        ),
        *(",", ";", ":", ".", "…", "...", "-", "–", "(", ")", "“", "”", "và", "\n", "ngày 14/3", "số 1", "'"),
    ]
)


@settings(max_examples=300)
@given(st.lists(WORDS, min_size=1, max_size=60))
def test_any_run_of_words_is_read_without_error(words: list[str]) -> None:
    text = " ".join(words).replace("\n", "\n\n")
    found = entities_of(text)
    places = [place for person in found.people for mention in person.mentions for place in mention.role_selectors]
    places += [mention.selector for person in found.people for mention in person.mentions]
    places += [m.name_selector for person in found.people for m in person.mentions if m.name_selector is not None]
    places += [place for group in found.groups for place in (group.selector, *group.other_mentions)]
    places += [each.cue for each in found.attendance_lists]
    places += [each.open_mark for each in found.attendance_lists if each.open_mark is not None]
    assert all(place.exact and text[place.start : place.end] == place.exact for place in places)

    ids = [item.id for kind in (found.areas, found.organizations, found.people, found.groups) for item in kind]
    assert len(ids) == len(set(ids))
    areas, bodies = {area.id for area in found.areas}, {body.id for body in found.organizations}
    assert {area.parent_id for area in found.areas} <= areas | {None}
    assert {body.parent_id for body in found.organizations} <= bodies | {None}
    assert {body.area_id for body in found.organizations} <= areas | {None}
    assert {post.organization_id for person in found.people for post in person.memberships} <= bodies | {None}
    assert {body for group in found.groups for body in group.organization_ids} <= bodies
    members = {person.id for person in found.people} | {group.id for group in found.groups}
    assert {item for each in found.attendance_lists for item in each.items} <= members
    for person in found.people:
        firsts = [mention.selector.start for mention in person.mentions]
        assert firsts == sorted(firsts)
        assert person.mentions
