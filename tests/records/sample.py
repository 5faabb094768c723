"""A small record of an invented article, written out by hand."""

from __future__ import annotations

from typing import Any

import msgspec

from tui.model import Record

TEXT = (
    "Ông Lò Văn Ỏn giám sát tại xã Đông Kỳ\n"
    "Ngày 4/3/2025, ông Lò Văn Ỏn - Phó Chủ tịch HĐND tỉnh Tây Sơn Hạ chủ trì buổi giám sát tại xã Đông Kỳ.\n"
    "Ông Lò Văn Ỏn đề nghị xã Đông Kỳ rà soát 12 hồ sơ; báo cáo trước tháng 6.\n"
)


def at(exact: str, after: int = 0) -> dict[str, Any]:
    """Return the selector of words in TEXT, looked for from an offset on."""
    start = TEXT.index(exact, after)
    return {"exact": exact, "start": start, "end": start + len(exact)}


def data() -> dict[str, Any]:
    """Return the record as plain data."""
    second, third = TEXT.index("Ngày"), TEXT.index("Ông", 5)
    empty = ["groups", "attendance_lists", "periods", "statements", "captions", "debris", "checks", "abbreviations"]
    found = {"rule": "people.list", "how": "explicit"}
    return {
        "schema": "giamsat/1",
        "source": {
            **{
                "path": "a.txt",
                "sha256": "0" * 64,
                "encoding": "utf-8",
                "normalization": "NFC",
                "characters": len(TEXT),
            }
        },
        "article": {
            **{"headline": at("Ông Lò Văn Ỏn giám sát tại xã Đông Kỳ"), "date_published": None, "author": []},
            **{"publisher": None, "url": None, "in_language": "vi", "end_mark": None},
        },
        "event": {
            **{"classification": "giám sát", "classification_selector": at("buổi giám sát"), "name_selector": None},
            **{"short_name_selector": None, "start_date": "2025-03-04", "part_of_day": None},
            **{"date_selector": at("Ngày 4/3/2025"), "organizer_id": "hdnd-tinh-tay-son-ha", "delegation_id": None},
            **{"delegation_selector": None, "supervised_area_ids": ["xa-dong-ky"], "location": "xã Đông Kỳ"},
            **{"location_selector": at("xã Đông Kỳ", second), "chair_id": "lo-van-on", "chair_selector": None},
            **{"also_called": [], "admin_era": "three-level"},
        },
        "blocks": [{"zone": "headline", "kind": "headline", "start": 0, "end": second - 1}],
        "areas": [
            {"id": "xa-dong-ky", "name": "xã Đông Kỳ", "classification": "xã", "aliases_in_text": []},
        ],
        "organizations": [
            {
                **{"id": "hdnd-tinh-tay-son-ha", "name": "HĐND tỉnh Tây Sơn Hạ", "classification": "HĐND"},
                **{"other_names": []},
            }
        ],
        "people": [
            {
                **{"id": "lo-van-on", "name": "Lò Văn Ỏn", "family_name": "Lò", "additional_name": "Văn"},
                **{"given_name": "Ỏn", "other_names": [], "side": "supervising", "is_chair": True},
                "participation": ["chủ trì"],
                "memberships": [
                    {
                        **{"label": "Phó Chủ tịch HĐND tỉnh Tây Sơn Hạ", "role": "Phó Chủ tịch"},
                        **{
                            "organization_id": "hdnd-tinh-tay-son-ha",
                            "label_norm": "Phó Chủ tịch HĐND tỉnh Tây Sơn Hạ",
                        },
                    }
                ],
                "mentions": [
                    {
                        **{"zone": "body", "form": "HON NAME - ROLE"},
                        "selector": at("ông Lò Văn Ỏn - Phó Chủ tịch HĐND tỉnh Tây Sơn Hạ"),
                        "name_selector": at("Lò Văn Ỏn", second),
                        "honorific_prefix": "ông",
                        "role_selectors": [at("Phó Chủ tịch HĐND tỉnh Tây Sơn Hạ")],
                    }
                ],
                "found": found,
            }
        ],
        "figures": [
            {
                **{"id": "F1", "selector": at("12 hồ sơ"), "number_selector": at("12"), "kind": "count", "value": 12},
                **{"value_to": None, "unit": "hồ sơ", "scale": None, "numerator": None, "denominator": None},
                **{"hedge": None, "subject": None, "period_id": None, "speaker_id": "lo-van-on", "statement_id": None},
            }
        ],
        "requests": [
            {
                **{"id": "R1", "requester_id": "lo-van-on", "kind": "requirement", "verb": at("đề nghị")},
                **{"attribution": "explicit", "action": at("rà soát 12 hồ sơ; báo cáo trước tháng 6")},
                "items": [at("rà soát 12 hồ sơ"), at("báo cáo trước tháng 6")],
                **{"open_ended": False, "addressee_ids": ["xa-dong-ky"]},
                "addressee_selector": at("xã Đông Kỳ", third),
            }
        ],
        **{key: [] for key in empty},
    }


def record() -> Record:
    """Return the record."""
    return msgspec.convert(data(), Record)
