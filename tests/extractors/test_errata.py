"""Corrections of what was printed, passages told by their content, places by page and line."""

from __future__ import annotations

import pytest

from extractors.model import Amendment
from extractors.reading import read

_HEAD = (
    "BAN TỔ CHỨC TRUNG ƯƠNG\nSố 2841-CV/BTCTW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 18 tháng 5 năm 2012\n"
    "V/v đính chính Hướng dẫn số 14-HD/BTCTW\n\nKính gửi: Các tỉnh ủy.\n\nNgày 12/4/2012, Ban ban hành Hướng dẫn số "
    "14-HD/BTCTW về nhân sự. Ban xin đính chính như sau:\n\n"
)


def amendments(body: str) -> list[Amendment]:
    return read(f"{_HEAD}{body}\n\nTRƯỞNG BAN\nLê Văn Trung\n").amendments


@pytest.mark.parametrize(
    ("line", "place", "action", "old", "new"),
    [
        (
            "Tại trang 6, dòng 9 từ trên xuống, sau cụm từ “được trên 50%” thiếu cụm từ “số đại biểu”; nay xin đính chính "
            "lại như sau: “được trên 50% số đại biểu”.",
            "Trang 6, dòng 9 từ trên xuống", "insert", None, "được trên 50% số đại biểu",
        ),
        ("Tại mục 3, sau cụm từ “cán bộ” thiếu cụm từ “lãnh đạo”.", "Mục 3", "insert", None, "lãnh đạo"),
        (
            "Tại trang 8, điểm 2.1, đã in là: “chậm nhất 15 ngày”; nay sửa lại là: “chậm nhất 25 ngày”.",
            "Trang 8, điểm 2.1", "replace", "chậm nhất 15 ngày", "chậm nhất 25 ngày",
        ),
        (
            "Tại khoản 2 đã viết: “trước ngày 15”.\n\nNay sửa lại là: “trước ngày 25”.",
            "khoản 2", "replace", "trước ngày 15", "trước ngày 25",
        ),
        (
            "Cụm từ “phòng” tại khoản 3 được đính chính thành “phòng, ban”.",
            "khoản 3", "replace", "phòng", "phòng, ban",
        ),
        ("Thay cụm từ “UBND xã” tại khoản 4 bằng cụm từ “UBND cấp xã”.", "khoản 4", "replace", "UBND xã", "UBND cấp xã"),
        ("Trang 9, dòng 3 từ dưới lên: bỏ cụm từ “và khác”.", "Trang 9, dòng 3 từ dưới lên", "delete", "và khác", None),
        ("Bỏ câu “Phí do chi hội định” ở điều 9.", "Điều 9", "delete", "Phí do chi hội định", None),
        ("Thêm vào điều 5 một đoạn như sau: “Hội viên biểu quyết.”", "Điều 5", "insert", None, "Hội viên biểu quyết."),
        ("Sửa lại điều 1 về hội viên như sau: “Hội viên là công dân.”", "Điều 1", "replace", None, "Hội viên là công dân."),
        (
            "Sửa đoạn nói về nhiệm vụ: “Hội viên học tập” như sau: “Hội viên học tập, lao động”.",
            None, "replace", "Hội viên học tập", "Hội viên học tập, lao động",
        ),
    ],
)  # fmt: skip
def test_a_correction(line: str, place: str | None, action: str, old: str | None, new: str | None) -> None:
    (found,) = amendments(f"- {line}")
    assert (found.target, found.place, found.action, found.old, found.new) == (
        "14-HD/BTCTW",
        place,
        action,
        old,
        new,
    )


@pytest.mark.parametrize(
    "line",
    [
        "Các chi bộ viết “Tôi xin hứa” vào đơn và gọi là “lời hứa”.",
        "Hồ sơ ghi “đã nhận” là “hợp lệ”; hồ sơ thiếu giấy tờ phải nộp lại.",
        "Chi bộ thêm “ý kiến khác” vào phiếu.",
    ],
)
def test_quotations_that_correct_nothing(line: str) -> None:
    assert amendments(f"- {line}") == []


def test_every_mention_of_what_is_corrected_is_amended() -> None:
    reading = read(
        f"{_HEAD}- Tại mục 3, sau cụm từ “cán bộ” thiếu cụm từ “lãnh đạo”.\n\nTRƯỞNG BAN\nLê Văn Trung\n"
    )
    assert [r.relation for r in reading.references if r.number == "14-HD/BTCTW"] == ["amends", "amends"]
