"""Tables whose cells a converter printed each on a line of its own."""

from __future__ import annotations

from extractors import flat_rows, structure
from extractors.reading import read

PLAN = """SỞ XÂY DỰNG
Số: 22/KH-SXD
Hồng Lĩnh, ngày 10 tháng 6 năm 2026

KẾ HOẠCH
Chăm sóc hàng cây ven đường

Nội dung
Cơ quan chủ trì
Cơ quan phối hợp
Thời gian
1
Phổ biến việc chăm sóc cây
a)
Tổ chức hội nghị phổ biến cách tỉa cành cho các xã.
Chi cục Kiểm lâm
Phòng Kinh tế; các cơ quan có liên quan
Quý III/2026
b)
Xây dựng sổ tay tỉa cành.
Chi cục Kiểm lâm, Phòng Kinh tế
Các xã
Thường xuyên
2
Trồng bù các cây gãy.
Phòng Tài chính
Tháng 9 năm 2026
"""


def test_the_cells_below_a_task_say_who_and_when() -> None:
    found = [(item.action, item.bearers, item.partners, item.deadlines) for item in read(PLAN).obligations]
    assert found == [
        (
            "Tổ chức hội nghị phổ biến cách tỉa cành cho các xã",
            ["Chi cục Kiểm lâm"],
            ["Phòng Kinh tế", "các cơ quan có liên quan"],
            ["Quý III/2026"],
        ),
        ("Xây dựng sổ tay tỉa cành", ["Chi cục Kiểm lâm, Phòng Kinh tế"], ["Các xã"], []),
        ("Trồng bù các cây gãy", ["Phòng Tài chính"], [], ["Tháng 9 năm 2026"]),
    ]
    assert [item.date for item in read(PLAN).deadlines] == ["2026-Q3", "2026-09"]


def test_one_such_row_is_no_table() -> None:
    """A page's last lines name a body and a month too."""
    alone = structure.parse("Thông báo lịch tỉa cành của huyện.\nChi cục Kiểm lâm\nTháng 9 năm 2026\n")
    assert flat_rows.read(alone) == []


def test_lines_that_act_are_no_cells() -> None:
    text = "Lịch tỉa cành các phố.\nChi cục Kiểm lâm tỉa cành.\nTháng 9 năm 2026\n" * 3
    assert flat_rows.read(structure.parse(text)) == []
