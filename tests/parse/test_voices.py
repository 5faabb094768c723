"""The kind of a paragraph and who speaks in it."""

from __future__ import annotations

from tests.parse.hearing import Cast, hear

CAST = Cast(
    people={"Lò Văn Tám": ("ông Lò Văn Tám",), "Bế Thị Mười": ("bà Bế Thị Mười",), "Hà Sáu": ("bà Hà Sáu",)},
    groups={"các thành viên Đoàn giám sát": "supervising"},
    sides={"Lò Văn Tám": "supervised", "Bế Thị Mười": "supervising", "Hà Sáu": "supervising"},
    chair="Bế Thị Mười",
)
LINES = (
    "Sáng 8/5, Đoàn giám sát làm việc tại huyện.",
    "Báo cáo tại buổi giám sát, ông Lò Văn Tám cho biết: Huyện có 12 xã.",
    "Thu ngân sách đạt 40 tỷ đồng.",
    "Tại buổi giám sát, các thành viên Đoàn giám sát đề nghị làm rõ số liệu.",
    "Giải trình với đoàn, ông Lò Văn Tám thừa nhận số liệu còn sai lệch.",
    "Thảo luận tại buổi làm việc, bà Hà Sáu cho rằng, số liệu còn thiếu.",
    "Kết luận buổi giám sát, bà Bế Thị Mười ghi nhận nỗ lực của huyện.",
    "Bên cạnh đó, cần rà soát lại số liệu.",
    "Sau buổi làm việc, đoàn thăm hai mô hình.",
)


def test_each_paragraph_has_the_kind_of_what_is_said_in_it() -> None:
    voices = hear(*LINES, cast=CAST, kinds={0: "lead"}).voices
    assert [(voice.kind, voice.speaker) for voice in voices] == [
        ("lead", None),
        ("report", "lo-van-tam"),
        ("report", "lo-van-tam"),
        ("discussion", "cac-thanh-vien-doan-giam-sat"),
        ("response", "lo-van-tam"),
        ("discussion", "ha-sau"),
        ("conclusion", "be-thi-muoi"),
        ("conclusion", "be-thi-muoi"),
        ("paragraph", None),
    ]


def test_two_speakers_leave_a_paragraph_without_one() -> None:
    line = "Thảo luận, bà Hà Sáu cho rằng, số liệu còn thiếu; ông Lò Văn Tám cho biết, số liệu đã gửi."
    people = {name: words for name, words in CAST.people.items() if words[0] in line}
    (voice,) = hear(line, cast=Cast(people=people, sides=CAST.sides)).voices
    assert voice.speaker is None


def test_what_people_do_is_noted_in_the_articles_words() -> None:
    line = "Phát biểu kết luận buổi giám sát, bà Bế Thị Mười đề nghị rà soát số liệu."
    speech = hear(line, cast=Cast(people={"Bế Thị Mười": ("bà Bế Thị Mười",)}))
    assert speech.parts == (("be-thi-muoi", "phát biểu kết luận"), ("be-thi-muoi", "đề nghị"))
