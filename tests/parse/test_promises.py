"""What the supervised side says it will do."""

from __future__ import annotations

from tests.parse.hearing import Cast, hear
from tui.parse.speech import Speech

CAST = Cast(
    people={"Lò Văn Tám": ("Ông Lò Văn Tám",), "Bế Thị Mười": ("Bà Bế Thị Mười",)},
    sides={"Lò Văn Tám": "supervised", "Bế Thị Mười": "supervising"},
)


def heard(line: str) -> Speech:
    """Hear one invented line."""
    people = {name: words for name, words in CAST.people.items() if words[0] in line}
    return hear(line, cast=Cast(people=people, sides=CAST.sides))


def test_a_promise_of_the_supervised_side_is_noted_with_its_verb() -> None:
    (promise,) = heard("Ông Lò Văn Tám cam kết hoàn thành trước ngày 30/6.").promises
    assert (promise.speaker_id, promise.attribution) == ("lo-van-tam", "explicit")
    assert promise.verb is not None
    assert (promise.verb.exact, promise.action.exact) == ("cam kết", "hoàn thành trước ngày 30/6")


def test_a_body_promises_through_the_one_who_speaks_for_it() -> None:
    (promise,) = heard("Ông Lò Văn Tám cho biết, thời gian tới huyện sẽ bố trí 5 tỷ đồng.").promises
    assert (promise.speaker_id, promise.action.exact) == ("lo-van-tam", "bố trí 5 tỷ đồng")


def test_what_others_will_do_is_no_promise() -> None:
    assert heard("Ông Lò Văn Tám cho biết, Quốc hội sẽ xem xét dự luật này.").promises == ()
    assert heard("Bà Bế Thị Mười cho biết, đoàn sẽ tổng hợp báo cáo.").promises == ()


def test_a_promise_is_taken_once() -> None:
    (promise,) = heard("Ông Lò Văn Tám cam kết sẽ sửa xong đường trong năm nay.").promises
    assert promise.action.exact == "sẽ sửa xong đường trong năm nay"
