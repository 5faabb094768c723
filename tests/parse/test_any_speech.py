"""Whatever the words: hearing never fails, and every selector points at its words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.parse.hearing import Cast, hear

WORDS = st.sampled_from(
    [
        *(
            "ông Lò Văn Tám",
            "UBND huyện",
            "Các đại biểu",
            "cử tri",
            "Đồng chí",
            "chúng tôi",
            "Báo cáo",
            "các xã",
            "huyện",
        ),
        *(
            "đề nghị",
            "kiến nghị",
            "cần",
            "phải",
            "cho biết",
            "khẳng định",
            "giải trình",
            "sẽ",
            "cam kết",
            "giao",
            "theo",
        ),
        *("đã", "đồng thời", "tiếp tục", "rà soát", "làm rõ", "của", "với", "có nhiều ý kiến", "trong thời gian tới"),
        *(",", ";", ":", ".", "…", "...", "./.", "“", "”", "-", "(", ")", "v.v", "12,5", "\n", "Kết luận", "Tại buổi"),
    ]
)


@settings(max_examples=200)
@given(st.lists(WORDS, min_size=1, max_size=40))
def test_any_run_of_words_is_heard_without_error(words: list[str]) -> None:
    lines = [line.strip() for line in " ".join(words).split("\n") if line.strip()]
    text = "\n\n".join(lines)
    people = {"Lò Văn Tám": ("ông Lò Văn Tám",)} if "ông Lò Văn Tám" in text else {}
    bodies = ("UBND huyện",) if "UBND huyện" in text else ()
    if not lines:
        return
    speech = hear(*lines, cast=Cast(people=people, bodies=bodies, sides={"Lò Văn Tám": "supervised"}))
    places = [one.selector for one in speech.statements] + [one.action for one in speech.requests]
    places += [item for one in speech.requests for item in one.items] + [one.action for one in speech.promises]
    places += [one.open_mark for one in speech.requests if one.open_mark is not None]
    assert all(place.exact and text[place.start : place.end] == place.exact for place in places)
    known = {one.id for one in speech.statements} | {one.id for one in speech.requests}
    assert {one.carried_from for one in speech.statements} <= known | {None}
    assert {one.carried_from for one in speech.requests} <= known | {None}
