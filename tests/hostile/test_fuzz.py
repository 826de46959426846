"""What holds for any input: no crash, spans within the text, repair that leaves its own work alone."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from extractors import dates, numbers, view
from extractors.reading import read
from pipeline.options import Limits, Options
from pipeline.pool import extract_many
from pipeline.repair import repair
from tests.hostile.faulty import LETTER
from tests.hostile.mutate import write
from tests.hostile.pictures import LETTER as OPEN  # its body goes on to the end

_PIECES = (
    *("Số: 12/CV-UBND", "ngày 3 tháng 2 năm 2021", "trước ngày 30/10/2022", "31/02/2021", "Kính gửi: Các sở"),
    *(
        "Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ;",
        "Điều 1.",
        "khoản 2",
        "a)",
        "1.",
        "- ",
        "Nơi nhận:",
    ),
    *("TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "Yêu cầu các sở báo cáo", "không được", "20%", "đề nghị", "Đảng"),
    *(
        "\n",
        "\n\n",
        "\f",
        "\t",
        " ",
        "  ",
        "\u00a0",
        "/",
        "-",
        "(",
        ")",
        "“",
        "”",
        ".",
        ";",
        "…",
        "_",
        "0",
        "99999999",
    ),
    *(
        "\u0301",
        "\u200b",
        "\u202e",
        "ñeà nghò",
        "ñ­îc",
        "ndng cao",
        "Uy ban nhan dan",
        "\U0001f600",
        "ﬁ",
        "İ",
        "ẞ",
    ),
)
texts = st.lists(st.sampled_from(_PIECES) | st.text(max_size=8), max_size=60).map(" ".join)
letters = st.tuples(texts, texts).map(lambda two: LETTER.format(n=7) + two[0] + LETTER.format(n=8) + two[1])
fuzz = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def normal(text: str) -> str:
    return unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode())


def spans(value: Any) -> Iterator[tuple[tuple[int, int], dict[str, Any]]]:
    """Every span in a record, with what holds it."""
    if isinstance(value, dict):
        for name, item in value.items():
            if name == "span" and item is not None:
                yield tuple(item), value
            elif name == "spans":
                yield from ((tuple(span), {}) for span in item)
            else:
                yield from spans(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from spans(item)


@fuzz
@given(texts | letters)
def test_what_is_read_stands_in_the_text(text: str) -> None:
    text = normal(text)
    reading = read(text)
    for (start, end), _ in spans(reading.model_dump()):
        assert 0 <= start <= end <= len(text)
    for item in (*reading.references, *reading.deadlines):
        start, end = item.span
        assert " ".join(text[start:end].split()) == " ".join(item.text.split())


@fuzz
@given(texts | letters)
def test_repair_says_what_it_did_and_leaves_its_own_work_alone(text: str) -> None:
    text = normal(text)
    once = repair(text)
    assert unicodedata.is_normalized("NFC", once.text)
    for item in once.repairs:
        start, end = item.span
        assert once.text[start:end] == item.after
    assert repair(once.text).text == once.text


@fuzz
@given(st.text(max_size=60) | texts)
def test_numbers_and_dates_of_any_text(text: str) -> None:
    text = normal(text)
    for written in numbers.find(text):
        number = numbers.number_of(written)
        assert number.span is not None
        start, end = number.span
        assert 0 <= start < end <= len(text)
        again = numbers.parse(number.text or "")
        assert again is None or numbers.parse(again.text) == again  # canonical: taken apart, it stays
    last = 0
    for found in dates.find(text):
        assert last <= found.span[0] < found.span[1] <= len(text)
        last = found.span[1]


@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=4).map(" ".join))
@example(". ”")  # these two took the square of their length
@example("_ Nơi nhận: ﬁ")
def test_steps_grow_with_the_length_and_no_faster(piece: str) -> None:
    """Any piece said again and again: four times the text may take four times the steps, not sixteen times.

    Steps are counted, not timed, so that a busy machine changes nothing. A pattern of `re` takes none,
    however long it runs: `python -m bench.fuzz --linear 20000` times these, with pieces made up as here."""
    for work in (read, repair):
        short, long = (normal(OPEN + piece * (n // len(piece))) for n in (4_000, 16_000))
        work(short + piece)  # what is loaded and remembered once does not count
        few, many = _steps(work, short), _steps(work, long)
        assert many < 9 * few, (work.__name__, piece, few, many)


def _steps(work: Callable[[str], object], text: str) -> int:
    """How many lines of Python run on the way, and how many characters are folded, which costs as much."""
    count = 0

    def line(_frame: object, event: str, _argument: object) -> object:
        nonlocal count
        count += event == "line"
        return line

    def folded(piece: str) -> str:
        nonlocal count
        count += len(piece)
        return plain(piece)

    before, plain = sys.gettrace(), view._plain
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(view, "_plain", folded)
        sys.settrace(lambda *_: line)
        try:
            work(text)
        finally:
            sys.settrace(before)
    return count


def test_mutants_of_every_format_are_records(tmp_path: Path) -> None:
    """The same as `python -m bench.fuzz`, which reads ten thousand."""
    paths = write(tmp_path, 52, seed=1)
    limits = Limits(page_seconds=10, stall_seconds=20, cpu_seconds=20, convert_seconds=20, pages=5)
    paths = [path for path in paths if path.suffix != ".rtf"]  # each costs a start of LibreOffice
    found = dict(extract_many(paths, Options(limits=limits, dpi=72), jobs=2))
    assert set(found) == set(paths)
    faults = {
        p.name: d.errors[0].message for p, d in found.items() if "internal" in {e.code for e in d.errors}
    }
    assert not faults
    assert all((d.status == "complete") == (not d.errors) for d in found.values())
