"""Whatever stands in a file: reading a record gives a record or a named error, and anchoring never fails."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.records.sample import TEXT, data
from tests.records.strategies import ANY_CHARACTER
from tui.library.corrections import anchor, problems
from tui.library.records import RecordError, content_sha256, data_from_yaml, from_data, from_json, from_yaml, is_output

YAML_PIECES = st.sampled_from(
    [
        *("schema: giamsat/1\n", "a: ", "- ", "{", "}", "[", "]", ": ", "\n", "  ", "'", '"', "\\ud800"),
        *("&a ", "*a", "!t ", "#", "| \n", "---\n"),
    ]
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 300) | st.sampled_from(["đề nghị", "xã Đông Kỳ", "", "lo-van-on"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["exact", "start", "end", "prefix", "selector", "items", "action"]), inner)
    ),
    max_leaves=20,
)
FEW = settings(max_examples=150)


@given(st.lists(YAML_PIECES | st.text(ANY_CHARACTER, max_size=3), max_size=25).map("".join))
def test_any_text_is_a_record_or_a_named_error(text: str) -> None:
    try:
        from_yaml(text, "a.yaml")
    except RecordError as error:
        assert str(error).isprintable()


@given(st.binary(max_size=60) | st.sampled_from([b'{"schema":"giamsat/1","a":' + b"[" * 2_000 + b"]" * 2_000 + b"}"]))
def test_any_bytes_are_a_record_or_a_named_error(content: bytes) -> None:
    try:
        from_json(content, "a.json")
    except RecordError as error:
        assert str(error).isprintable()


@FEW
@given(st.sampled_from(sorted(data())), JSON)
def test_a_record_with_anything_in_a_place_is_anchored_and_judged(key: str, value: Any) -> None:
    changed = {**data(), key: value}
    anchored, _ = anchor(changed, TEXT)
    try:
        record = from_data(anchored, "a.yaml")
    except RecordError as error:
        assert key in str(error) or key == "schema"
    else:
        assert all(flaw.said().isprintable() for flaw in problems(record, TEXT))


@FEW
@given(JSON)
def test_what_is_anchored_stands_where_it_says(value: Any) -> None:
    anchored, flaws = anchor({"part": value}, TEXT)
    lost = {flaw.place for flaw in flaws}
    for place, selector in selectors(anchored, ""):
        assert place in lost or TEXT[selector["start"] : selector["end"]] == selector["exact"]


def selectors(value: Any, place: str) -> list[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        if isinstance(value.get("exact"), str):
            return [(place, value)]
        return [one for key, inner in value.items() for one in selectors(inner, f"{place}.{key}" if place else key)]
    if isinstance(value, list):
        return [one for index, inner in enumerate(value) for one in selectors(inner, f"{place}[{index}]")]
    return []


@given(JSON)
def test_the_hash_tells_output_from_anything_else(value: Any) -> None:
    written = {"schema": "giamsat/1", "part": value}
    assert is_output({**written, "record": {"content_sha256": content_sha256(written)}})
    assert not is_output({**written, "more": 1, "record": {"content_sha256": content_sha256(written)}})
    assert not is_output({**written, "record": value})


def test_a_comment_is_known_wherever_it_stands() -> None:
    for text in ("schema: giamsat/1 # a", "# a\nschema: giamsat/1", "schema: giamsat/1\na: [1, # b\n 2]"):
        assert not is_output(data_from_yaml(text, "a.yaml")[0])
        assert "#" in data_from_yaml(text, "a.yaml")[0]
    assert "#" not in data_from_yaml("schema: giamsat/1\na: 'b # c'\nd: e#f", "a.yaml")[0]
