"""Who said what, and how surely: the speaker of a statement is the one named at its verb, or none."""

from __future__ import annotations

import pytest

from tests.parse.hearing import Cast, hear
from tui.parse.speech import Speech

TAM = ("Ông Lò Văn Tám, Phó Chủ tịch UBND huyện", "ông Lò Văn Tám", "Ông Lò Văn Tám", "Ông Tám", "ông Tám")
MUOI = ("Bà Bế Thị Mười", "bà Bế Thị Mười", "Bà Mười", "bà Mười")


def heard(*lines: str, captions: tuple[int, ...] = (), kinds: dict[int, str] | None = None) -> Speech:
    """Hear invented lines in which Lò Văn Tám reports and Bế Thị Mười presides."""
    text = "\n".join(lines)
    people = {"Lò Văn Tám": TAM, "Bế Thị Mười": MUOI}
    cast = Cast(
        people={name: [word for word in words if word in text] for name, words in people.items()},
        groups={group: "supervising" for group in ("Các thành viên Đoàn giám sát",) if group in text},
        bodies=[body for body in ("UBND huyện", "UBND tỉnh", "huyện Sông Quế") if body in text],
        sides={"Lò Văn Tám": "supervised", "Bế Thị Mười": "supervising"},
        roles={"Lò Văn Tám": "Phó Chủ tịch UBND huyện"},
        chair="Bế Thị Mười",
    )
    return hear(*lines, cast=cast, captions=captions, kinds=kinds)


def said(speech: Speech) -> list[tuple[str | None, str, str]]:
    """Return speaker, grade and words of each statement."""
    return [(one.speaker_id, one.attribution, one.selector.exact) for one in speech.statements]


def test_a_person_before_the_verb_is_the_speaker_of_what_follows_it() -> None:
    speech = heard("Báo cáo tại buổi giám sát, ông Lò Văn Tám cho biết, cả huyện có 12 xã. Trong đó, 3 xã đạt chuẩn.")
    assert said(speech) == [("lo-van-tam", "explicit", "cả huyện có 12 xã. Trong đó, 3 xã đạt chuẩn.")]
    assert speech.statements[0].kind == "report"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Ông Lò Văn Tám đã thẳng thắn thừa nhận việc thu gom rác còn chậm.", "việc thu gom rác còn chậm."),
        ("Ông Tám, phụ trách kinh tế, nêu rõ: đường mới dài 4 km.", "đường mới dài 4 km."),
        ("Ông Tám (đại diện huyện) nêu rõ: đường mới dài 4 km.", "đường mới dài 4 km."),
        ("Theo ông Tám, đường mới dài 4 km.", "đường mới dài 4 km."),
        ("Về đường sá, theo ông Tám, tuyến mới dài 4 km.", "tuyến mới dài 4 km."),
        ("“Đường mới dài 4 km. Bà con rất mừng”, ông Tám nói.", "“Đường mới dài 4 km. Bà con rất mừng”"),
        ("Đường mới dài 4 km, ông Tám cho biết.", "Đường mới dài 4 km"),
        ("Ông Tám: “Chúng tôi vừa khánh thành con đường dài 4 km”.", "“Chúng tôi vừa khánh thành con đường dài 4 km”."),
    ],
)
def test_newspapers_put_the_speaker_in_several_places(line: str, words: str) -> None:
    assert said(heard(line)) == [("lo-van-tam", "explicit", words)]


def test_a_bare_honorific_is_the_last_person_who_spoke_and_is_noted_as_a_mention() -> None:
    speech = heard("Bà Bế Thị Mười ghi nhận nỗ lực của huyện.", "Bà cũng nhấn mạnh, thời gian không còn nhiều.")
    assert [one[:2] for one in said(speech)] == [("be-thi-muoi", "explicit"), ("be-thi-muoi", "anaphor")]
    assert [(person, one.form, one.selector.exact) for person, one in speech.anaphors] == [
        ("be-thi-muoi", "ANAPHOR", "Bà")
    ]


def test_a_bare_honorific_of_the_other_gender_is_nobody() -> None:
    speech = heard("Bà Bế Thị Mười ghi nhận nỗ lực của huyện.", "Ông cũng nhấn mạnh, thời gian không còn nhiều.")
    assert said(speech)[1][:2] == (None, "anaphor")


def test_a_role_that_one_person_holds_stands_for_that_person() -> None:
    speech = heard(
        "Ông Lò Văn Tám, Phó Chủ tịch UBND huyện cho biết: Huyện có 12 xã.",
        "Phó Chủ tịch UBND huyện khẳng định, kế hoạch sẽ hoàn thành.",
    )
    assert said(speech)[1][:2] == ("lo-van-tam", "anaphor")


def test_a_report_is_carried_over_paragraphs_and_captions_until_the_reporter_speaks() -> None:
    speech = heard(
        "Báo cáo tại buổi giám sát, ông Lò Văn Tám cho biết: Huyện có 12 xã.",
        "Ông Lò Văn Tám báo cáo tại buổi giám sát",
        "Thu ngân sách đạt 40 tỷ đồng.",
        "Các thành viên Đoàn giám sát đã khảo sát thực tế tại 3 xã.",
        "Tỷ lệ hộ nghèo còn 5%.",
        captions=(1,),
    )
    assert said(speech) == [
        ("lo-van-tam", "explicit", "Huyện có 12 xã."),
        ("lo-van-tam", "carried_over", "Thu ngân sách đạt 40 tỷ đồng."),
    ]
    assert speech.statements[1].carried_from == speech.statements[0].id
    assert speech.statements[1].verb is None


@pytest.mark.parametrize(
    "line",
    [
        "Tại buổi làm việc, nhiều nội dung đã được trao đổi.",
        "Trước đó, tỉnh đã bố trí 2 tỷ đồng.",
        "Theo báo cáo của UBND tỉnh, cả tỉnh có 90 xã.",
        "Hội nghị đã thông qua 4 nghị quyết.",
        "Kết thúc buổi làm việc, 5 tập thể được khen thưởng.",
    ],
)
def test_the_reporters_own_sentences_are_nobodys_words(line: str) -> None:
    speech = heard("Báo cáo tại buổi giám sát, ông Lò Văn Tám cho biết: Huyện có 12 xã.", line)
    assert [one for one in said(speech)[1:] if one[0] is not None] == []


def test_a_heading_and_an_attendance_list_take_the_floor() -> None:
    first = "Báo cáo tại buổi giám sát, ông Lò Văn Tám cho biết: Huyện có 12 xã."
    for kind in ("heading", "attendance"):
        speech = heard(first, "Những kết quả bước đầu", "Thu ngân sách đạt 40 tỷ đồng.", kinds={1: kind})
        assert len(speech.statements) == 1


def test_a_person_outside_the_supervised_side_keeps_the_floor_only_within_the_paragraph() -> None:
    speech = heard("Bà Bế Thị Mười cho rằng, kết quả còn khiêm tốn. Cần thêm thời gian.", "Cả vùng có 90 hồ chứa.")
    assert {one[0] for one in said(speech)} == {"be-thi-muoi"}
    assert len(speech.statements) == 1


def test_several_speakers_of_one_paragraph_are_told_apart() -> None:
    speech = heard(
        "Ông Lò Văn Tám cho biết, huyện có 12 xã. Bà Bế Thị Mười đánh giá cao nỗ lực đó. Ông Tám khẳng định, "
        "năm tới sẽ thêm 2 xã."
    )
    assert [one[0] for one in said(speech)] == ["lo-van-tam", "be-thi-muoi", "lo-van-tam"]


def test_one_who_only_answers_is_quoted_with_the_verb() -> None:
    speech = heard("Ông Lò Văn Tám đã giải trình các vấn đề mà cử tri quan tâm.")
    assert said(speech) == [("lo-van-tam", "explicit", "giải trình các vấn đề mà cử tri quan tâm.")]
    assert speech.statements[0].kind == "response"


def test_praise_before_its_subject_is_a_statement_of_its_own() -> None:
    speech = heard("Bên cạnh ghi nhận những nỗ lực của huyện, bà Bế Thị Mười đề nghị UBND huyện rà soát quy hoạch.")
    assert said(speech) == [("be-thi-muoi", "explicit", "những nỗ lực của huyện")]
    assert len(speech.requests) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Đoàn đã nghe ông Lò Văn Tám báo cáo kết quả.",
        "Ý kiến của bà Bế Thị Mười nhấn mạnh vai trò của cơ sở.",
        "Ông Lò Văn Tám phát biểu tại hội nghị.",
        "Các báo cáo, đánh giá của huyện đã được gửi đầy đủ.",
    ],
)
def test_who_is_only_heard_of_says_nothing(line: str) -> None:
    assert [one for one in said(heard(line)) if one[0] is not None] == []


def test_hardship_stays_part_of_what_is_said() -> None:
    speech = heard("Theo ông Tám, việc thống kê chưa rõ; người dân phải mua nước với giá cao.")
    assert said(speech)[0][2] == "việc thống kê chưa rõ; người dân phải mua nước với giá cao."
    assert speech.requests == ()


def test_two_people_before_one_verb_are_no_single_speaker() -> None:
    assert said(heard("Ông Tám và bà Mười cho rằng, việc này cần thêm thời gian."))[0][0] is None


def test_a_paper_and_a_body_speak_without_a_speaker() -> None:
    speech = heard("Theo báo cáo của UBND huyện, năm qua có 12 xã đạt chuẩn.")
    assert said(speech) == [(None, "explicit", "năm qua có 12 xã đạt chuẩn.")]


def test_every_selector_points_at_its_words() -> None:
    line = "Ông Lò Văn Tám cho biết, huyện có 12 xã; đồng thời đề nghị UBND tỉnh bố trí vốn."
    speech = heard(line)
    places = [one.selector for one in speech.statements] + [one.action for one in speech.requests]
    assert places
    assert all(line[place.start : place.end] == place.exact for place in places)


def test_a_dash_may_part_speaker_and_verb() -> None:
    assert said(heard("Ông Lò Văn Tám - cho biết, huyện có 12 xã.")) == [("lo-van-tam", "explicit", "huyện có 12 xã.")]


def test_a_colon_after_what_one_talks_about_leads_in_the_words() -> None:
    (found,) = said(heard("Ông Lò Văn Tám trao đổi một số khó khăn: Cán bộ kiêm nhiệm nhiều việc."))
    assert found == ("lo-van-tam", "explicit", "một số khó khăn: Cán bộ kiêm nhiệm nhiều việc.")


def test_to_greet_is_not_to_ask() -> None:
    assert said(heard("Ông Lò Văn Tám cùng đoàn thăm hỏi bệnh nhân tại trạm.")) == []


def test_praise_without_words_of_its_own_leaves_nothing_said() -> None:
    speech = heard("Ông Lò Văn Tám ghi nhận và biểu dương; đồng thời, yêu cầu UBND huyện rà soát.")
    assert said(speech) == []
    assert [request.action.exact for request in speech.requests] == ["rà soát"]
