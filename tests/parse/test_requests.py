"""Who asks whom for what: verb, addressee, action, parts, and what the next sentences take over."""

from __future__ import annotations

import pytest

from tests.parse.hearing import Cast, hear
from tui.model import Request
from tui.parse.speech import Speech

PEOPLE = {
    "Lò Văn Tám": ("ông Lò Văn Tám", "Ông Lò Văn Tám"),
    "Bế Thị Mười": ("bà Bế Thị Mười", "Bà Bế Thị Mười"),
}
BODIES = ("HĐND, UBND tỉnh", "UBND tỉnh", "UBND huyện", "huyện Sông Quế", "Sở Tài chính")


def heard(*lines: str, chair: str | None = "Bế Thị Mười") -> Speech:
    """Hear invented lines in which Lò Văn Tám reports and Bế Thị Mười presides."""
    text = "\n".join(lines)
    cast = Cast(
        people={name: [word for word in words if word in text] for name, words in PEOPLE.items()},
        bodies=[body for body in BODIES if body in text],
        sides={"Lò Văn Tám": "supervised", "Bế Thị Mười": "supervising"},
        chair=chair,
    )
    return hear(*lines, cast=cast)


def only(*lines: str) -> Request:
    """Return the one request that is heard."""
    (request,) = heard(*lines).requests
    return request


@pytest.mark.parametrize(
    ("line", "addressees", "action"),
    [
        ("Bà Bế Thị Mười đề nghị UBND huyện rà soát quy hoạch.", ("ubnd-huyen",), "rà soát quy hoạch"),
        ("Bà Bế Thị Mười đề nghị làm rõ nguyên nhân.", (), "làm rõ nguyên nhân"),
        ("Bà Bế Thị Mười kiến nghị với UBND tỉnh sớm bố trí vốn.", ("ubnd-tinh",), "sớm bố trí vốn"),
        ("Bà Bế Thị Mười yêu cầu UBND huyện cần giải ngân nhanh.", ("ubnd-huyen",), "giải ngân nhanh"),
        ("Bà Bế Thị Mười giao Sở Tài chính cân đối nguồn.", ("so-tai-chinh",), "cân đối nguồn"),
        ("Bà Bế Thị Mười lưu ý UBND huyện quan tâm xử lý rác.", ("ubnd-huyen",), "quan tâm xử lý rác"),
        ("Đối với UBND huyện, bà Bế Thị Mười đề nghị tiếp tục rà soát.", ("ubnd-huyen",), "tiếp tục rà soát"),
        ("Bà Bế Thị Mười đề nghị trong thời gian tới UBND huyện khắc phục.", ("ubnd-huyen",), "khắc phục"),
        (
            "Bà Bế Thị Mười đề nghị các phòng, ban, đơn vị tập trung gỡ khó.",
            ("cac-phong-ban-don-vi",),
            "tập trung gỡ khó",
        ),
        ("Bà Bế Thị Mười đề nghị UBND huyện ngầm hóa dây điện.", ("ubnd-huyen",), "ngầm hóa dây điện"),
        ("Bà Bế Thị Mười mong nhân dân có nhiều ý kiến đóng góp.", ("nhan-dan",), "có nhiều ý kiến đóng góp"),
        ("Bà Bế Thị Mười cho rằng, UBND huyện cần công khai giá đất.", ("ubnd-huyen",), "công khai giá đất"),
    ],
)
def test_the_addressee_ends_where_what_is_asked_begins(line: str, addressees: tuple[str, ...], action: str) -> None:
    request = only(line)
    assert (request.requester_id, request.attribution) == ("be-thi-muoi", "explicit")
    assert (request.addressee_ids, request.action.exact) == (addressees, action)


def test_words_for_nobody_in_the_record_are_kept_beside_those_for_bodies() -> None:
    request = only("Bà Bế Thị Mười đề nghị UBND tỉnh, các sở, ngành liên quan quan tâm bố trí vốn.")
    assert request.addressee_ids == ("ubnd-tinh", "cac-so-nganh-lien-quan")
    assert request.addressee_selector is not None
    assert request.addressee_selector.exact == "UBND tỉnh, các sở, ngành liên quan"


def test_what_is_asked_is_parted_at_semicolons_and_may_stay_open() -> None:
    request = only("Bà Bế Thị Mười đề nghị UBND huyện rà soát quy hoạch; công khai giá đất, phí;…")
    assert [item.exact for item in request.items] == ["rà soát quy hoạch", "công khai giá đất, phí"]
    assert request.open_ended
    assert request.open_mark is not None
    assert "…" in request.open_mark.exact
    assert request.action.exact.endswith("phí")


def test_an_enumeration_of_names_is_no_list_of_parts() -> None:
    assert only("Bà Bế Thị Mười đề nghị UBND huyện hỗ trợ 3 xã gồm: Bản Hon; Nậm Lầu; Mường Sim.").items == ()


def test_each_line_below_a_colon_is_a_request() -> None:
    speech = heard(
        "Kết luận buổi giám sát, bà Bế Thị Mười đề nghị UBND huyện:",
        "- Rà soát các dự án chậm;",
        "- Đối với UBND tỉnh: sớm bố trí vốn.",
        "Cả huyện có 12 xã.",
    )
    assert [(one.attribution, one.addressee_ids, one.action.exact) for one in speech.requests] == [
        ("explicit", ("ubnd-huyen",), "Rà soát các dự án chậm"),
        ("carried_over", ("ubnd-tinh",), "sớm bố trí vốn"),
    ]
    assert speech.requests[0].verb is not None
    assert speech.requests[1].carried_from == speech.requests[0].id


def test_a_sentence_without_subject_takes_over_requester_and_addressee() -> None:
    speech = heard("Bà Bế Thị Mười đề nghị UBND huyện rà soát quy hoạch. Đồng thời, tăng cường kiểm tra đất đai.")
    second = speech.requests[1]
    assert (second.requester_id, second.attribution, second.verb) == ("be-thi-muoi", "carried_over", None)
    assert (second.addressee_ids, second.carried_from) == (("ubnd-huyen",), speech.requests[0].id)


def test_closing_words_go_on_over_paragraphs_that_ask() -> None:
    speech = heard(
        "Kết luận buổi giám sát, bà Bế Thị Mười ghi nhận nỗ lực của huyện.",
        "Thời gian tới, huyện Sông Quế cần công khai giá đất.",
        "Cả vùng có 90 hồ chứa nước.",
    )
    (request,) = speech.requests
    assert (request.requester_id, request.attribution) == ("be-thi-muoi", "carried_over")
    assert request.addressee_ids == ("huyen-song-que",)
    assert len(speech.statements) == 1


def test_two_requests_of_one_sentence_have_one_requester() -> None:
    speech = heard("Bà Bế Thị Mười đề nghị UBND tỉnh bố trí vốn; đồng thời yêu cầu UBND huyện báo cáo tiến độ.")
    assert [(one.requester_id, one.addressee_ids, one.action.exact) for one in speech.requests] == [
        ("be-thi-muoi", ("ubnd-tinh",), "bố trí vốn"),
        ("be-thi-muoi", ("ubnd-huyen",), "báo cáo tiến độ"),
    ]


def test_another_body_after_a_semicolon_is_asked_by_itself() -> None:
    speech = heard("Bà Bế Thị Mười đề nghị UBND huyện rà soát hồ sơ; Sở Tài chính thẩm định giá.")
    assert [(one.addressee_ids, one.attribution) for one in speech.requests] == [
        (("ubnd-huyen",), "explicit"),
        (("so-tai-chinh",), "carried_over"),
    ]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Bà Bế Thị Mười đề nghị UBND huyện làm rõ số liệu.", "clarification"),
        ("Bà Bế Thị Mười đề nghị UBND huyện khắc phục tồn tại.", "requirement"),
        ("Bà Bế Thị Mười yêu cầu UBND huyện khắc phục tồn tại.", "requirement"),
        ("Ông Lò Văn Tám đề nghị UBND tỉnh bố trí vốn.", "proposal"),
        ("Cử tri đề nghị UBND tỉnh sửa đường.", "proposal"),
        ("Bà Bế Thị Mười mong muốn nhân dân đồng hành.", "other"),
    ],
)
def test_the_kind_tells_who_asks_whom(line: str, kind: str) -> None:
    assert only(line).kind == kind


@pytest.mark.parametrize(
    "line",
    [
        "Các kiến nghị của cử tri đã được gửi tới UBND tỉnh.",
        "Huyện đã giải quyết 12 đề nghị, kiến nghị của người dân.",
        "Yêu cầu của nhiệm vụ mới rất cao.",
        "Đây là điều kiện cần thiết để phát triển.",
        "Theo đề nghị của UBND huyện, tỉnh đã bố trí vốn.",
        "UBND huyện đã yêu cầu các xã rà soát hồ sơ từ năm trước.",
        "Các xã cần thêm thời gian.",
        "Bà Bế Thị Mười cho rằng, nhiều xã phải đi vay.",
    ],
)
def test_nouns_and_what_was_asked_before_are_no_requests(line: str) -> None:
    assert heard(line).requests == ()


def test_who_is_not_named_is_shown_by_his_words_and_never_guessed() -> None:
    request = only("Đoàn giám sát đề nghị UBND huyện rà soát quy hoạch.")
    assert request.requester_id is None
    assert request.requester_selector is not None
    assert request.requester_selector.exact == "Đoàn giám sát"


def test_opinions_that_voters_have_are_requests_when_they_ask_someone() -> None:
    request = only("Nhiều cử tri đã có 5 ý kiến, kiến nghị với UBND tỉnh sớm sửa đường.")
    assert (request.kind, request.addressee_ids, request.action.exact) == ("proposal", ("ubnd-tinh",), "sớm sửa đường")


def test_a_need_that_nobody_states_is_the_reporters_and_no_request() -> None:
    assert heard("UBND huyện cần thêm 5 tỷ đồng.").requests == ()


def test_sentences_that_tell_are_not_asked() -> None:
    speech = heard("Ông Lò Văn Tám đề nghị UBND tỉnh bố trí vốn. UBND huyện đã hoàn thành 4 km đường.")
    assert [one.action.exact for one in speech.requests] == ["bố trí vốn"]


def test_an_addressee_that_no_list_knows_is_told_by_its_capitals() -> None:
    request = only("Bà Bế Thị Mười đề nghị Lữ Quán Sông Quế tiếp tục rà soát hợp đồng.")
    assert request.addressee_ids == ("lu-quan-song-que",)
    assert request.action.exact == "tiếp tục rà soát hợp đồng"
    assert only("Bà Bế Thị Mười đề nghị Đồn tiếp tục tuần tra.").addressee_ids == ("don",)


def test_words_before_a_body_are_one_addressee_with_it() -> None:
    request = only("Bà Bế Thị Mười đề nghị hai ban UBND huyện tăng cường giám sát.")
    assert request.addressee_ids == ("hai-ban-ubnd-huyen",)
    assert only("Bà Bế Thị Mười đề nghị Ban phát triển thôn tiếp tục vận động.").action.exact == "tiếp tục vận động"


def test_a_verb_of_saying_after_a_semicolon_goes_on_asking() -> None:
    request = only(
        "Bà Bế Thị Mười yêu cầu UBND huyện: Hoàn thiện hồ sơ; xử lý vi phạm; báo cáo kết quả trước ngày 15/12."
    )
    assert [item.exact for item in request.items] == [
        "Hoàn thiện hồ sơ",
        "xử lý vi phạm",
        "báo cáo kết quả trước ngày 15/12",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Ông Lò Văn Tám cho biết, huyện có 172 đơn (khiếu nại 12, tố cáo 3, kiến nghị, phản ánh 157).",
        "Sau khi rà soát, UBND huyện đã chỉ đạo hoàn tất quyết toán.",
    ],
)
def test_what_is_counted_or_was_done_before_asks_for_nothing(line: str) -> None:
    assert heard(line).requests == ()


def test_that_there_are_some_is_not_asked_for() -> None:
    speech = heard("Bà Bế Thị Mười đề nghị UBND huyện làm rõ. Có một số nghị quyết đã ban hành từ lâu.")
    assert [request.action.exact for request in speech.requests] == ["làm rõ"]


def test_words_for_nobody_in_the_record_are_taken_over_with_their_place() -> None:
    speech = heard("Bà Bế Thị Mười đề nghị các cấp, các ngành rà soát quy hoạch. Chú trọng hơn nữa đến chuyển đổi số.")
    first, second = speech.requests
    assert second.attribution == "carried_over"
    assert second.addressee_ids == first.addressee_ids == ("cac-cap-cac-nganh",)
    assert second.addressee_selector == first.addressee_selector
    assert (
        heard("Bà Bế Thị Mười đề nghị UBND huyện rà soát. Chú trọng xử lý rác.").requests[1].addressee_selector is None
    )
