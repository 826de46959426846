"""Issuers that several bodies share, that a list's lead-in names, and relations behind provisions' places."""

from __future__ import annotations

import pytest

from extractors.model import Reference
from extractors.reading import read

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH HÒA BÌNH\nSố: 71/UBND-VX\nV/v rà soát nhiệm vụ\nHòa Bình, ngày 03 tháng 6 năm "
    "2024\n\nKính gửi: Các sở, ngành.\n\n"
)
CLOSING = "\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nBùi Quang Hải\n"


def references(body: str) -> list[Reference]:
    return read(HEAD + body + CLOSING).references


@pytest.mark.parametrize(
    ("body", "issuers"),
    [
        (
            "Thực hiện Kết luận số 61-KL/TW ngày 17/8/2023 của Bộ Chính trị, Ban Bí thư về nông thôn mới.",
            ["Bộ Chính trị, Ban Bí thư"],
        ),
        (
            "Theo Thông tư liên tịch số 07/2013/TTLT-BYT-BTC của Bộ Y tế và Bộ Tài chính về chế độ trực.",
            ["Bộ Y tế và Bộ Tài chính"],
        ),
        (
            "Thực hiện Công văn số 90/BYT-DP ngày 02/5/2024 của Bộ Y tế, Sở Y tế đề nghị các đơn vị báo cáo.",
            ["Bộ Y tế"],
        ),
        (
            "Căn cứ Quy chế làm việc của Ban Chấp hành, Ban Thường vụ và Thường trực Tỉnh ủy khóa XVII, "
            "giao Sở Nội vụ báo cáo.",
            [None],  # whose regulation it is, not who issued it
        ),
        (
            "Thực hiện nhiệm vụ Chính phủ giao tại Nghị quyết số 48/2007/NQ-CP ngày 30/8/2007, các sở báo cáo.",
            ["Chính phủ"],
        ),
        (
            "Ý kiến của Bộ trưởng Bộ Y tế tại điểm c khoản 2 Chỉ thị số 25/CT-BYT ngày 21/12/2020.",
            ["Bộ trưởng Bộ Y tế"],
        ),
        (
            "Bộ Y tế có Công văn số 627/BYT-BH ngày 27/01/2021 về bảo hiểm và Công văn số 666/BYT-BH ngày 28/01/2021.",
            ["Bộ Y tế", "Bộ Y tế"],
        ),
        (
            "Căn cứ các Nghị định của Chính phủ: số 45/2010/NĐ-CP ngày 21/4/2010 quy định về hội; số "
            "33/2012/NĐ-CP ngày 13/4/2012, Sở Nội vụ báo cáo.",
            ["Chính phủ", "Chính phủ"],
        ),
        (
            "Căn cứ các Quyết định của Bộ Y tế về phác đồ: Quyết định số 211/QĐ-BYT ngày 03/02/2024 ban hành "
            "hướng dẫn; Quyết định số 307/QĐ-BYT ngày 15/02/2024.",
            ["Bộ Y tế", "Bộ Y tế"],
        ),
        (
            "Điều 1. Sửa đổi Quyết định số 21/2020/QĐ-UBND ngày 02/3/2020 của UBND tỉnh\nĐiều 2. Hiệu lực.",
            ["UBND tỉnh"],
        ),
        (
            "Thực hiện Kết luận số 315-KL/TU, ngày    của Ban Thường vụ Tỉnh ủy về cải cách hành chính.",
            ["Ban Thường vụ Tỉnh ủy"],
        ),
    ],
)
def test_issuers(body: str, issuers: list[str | None]) -> None:
    assert [reference.issuer for reference in references(body)] == issuers


def test_number_without_its_code_before_its_body() -> None:
    (found,) = references("Các đơn vị thực hiện Nghị quyết 36 của Bộ Chính trị về kinh tế biển.")
    assert (found.number, found.type, found.issuer, found.relation) == (
        "36",
        "NQ",
        "Bộ Chính trị",
        "implements",
    )


@pytest.mark.parametrize(
    ("body", "relations"),
    [
        (
            "Sở Y tế thẩm định theo quy định tại khoản 2, khoản 3 Điều 14 Chương II và điểm b Mục 1 Phụ lục III "
            "ban hành kèm theo Nghị định số 15/2018/NĐ-CP.",
            ["implements"],
        ),
        ("- Thực hiện các yêu cầu về vệ sinh tại khoản 1 Điều 9 Luật An toàn thực phẩm.", ["implements"]),
        (
            "Căn cứ Luật Thú y số 79/2015/QH13, được sửa đổi, bổ sung tại Luật sửa đổi, bổ sung một số điều "
            "của Luật Chăn nuôi số 14/2022/QH15, Luật Thủy sản số 15/2022/QH15;",
            ["implements", "cites", "cites"],
        ),
        ("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Dược số 44/2024/QH15;", ["implements"]),
        (
            "Triển khai Chỉ thị số 17-CT/TW ngày 21/10/2022 của Ban Bí thư về an toàn thực phẩm (sau đây viết "
            "tắt là Chỉ thị 17), các sở thực hiện nghiêm túc Chỉ thị 17.",
            ["implements", "implements", "implements"],
        ),
        ("Xét đề nghị của Sở Tài chính tại Tờ trình số 55/TTr-STC ngày 02/5/2024,", ["cites"]),  # a letter
        (
            "Các xã làm thủ tục điều chỉnh giấy phép theo đúng quy định tại khoản 3 Điều 4 Luật Dược số 44/2024/QH15.",
            ["implements"],
        ),
        (
            "Huyện bổ sung nhân lực như chỉ đạo của Sở Y tế tại điểm c Chỉ thị số 25/CT-SYT ngày 02/5/2024.",
            ["cites"],
        ),
        ("Các xã tổ chức tổng kết 02 năm thực hiện Quy định số 08-QĐ/TU ngày 15/9/2021.", ["implements"]),
        ("Đoàn kiểm tra việc thi hành Quy định số 08-QĐ/TU ngày 15/9/2021.", ["cites"]),
        (
            "Căn cứ Quy chế chi tiêu nội bộ ban hành kèm theo Quyết định số 12/QĐ-SYT;",
            ["implements", "implements"],
        ),
        ("Theo đề nghị của Sở Tài chính tại Tờ trình số 55/TTr-STC ngày 02/5/2024,", ["implements"]),
    ],
)
def test_relations(body: str, relations: list[str]) -> None:
    assert [reference.relation for reference in references(body)] == relations
