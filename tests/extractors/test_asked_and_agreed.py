"""Who is asked behind a need, an opinion, an agreement or a remark; who is only a partner."""

from __future__ import annotations

import pytest

from extractors.reading import read

HEAD = """ỦY BAN NHÂN DÂN HUYỆN HỒNG LĨNH
Số: 31/UBND-VP
Hồng Lĩnh, ngày 5 tháng 3 năm 2021
V/v chăm sóc hàng cây ven đường

Kính gửi: Các phòng, ban.

"""


def duties(sentence: str) -> list[tuple[str, list[str]]]:
    return [(item.modality, item.bearers) for item in read(f"{HEAD}1. {sentence}\n").obligations]


@pytest.mark.parametrize(
    ("sentence", "modality", "bearers"),
    [
        ("Mọi vướng mắc đề nghị phản ánh về Hạt Kiểm lâm để được hướng dẫn.", "obligation", []),
        (
            "Nếu có khó khăn, vướng mắc đề nghị các xã phản ánh về Hạt Kiểm lâm.",
            "obligation",
            ["các xã"],
        ),
        ("Nếu có thay đổi yêu cầu các đội báo lại ngay.", "obligation", ["các đội"]),
        ("Đây là việc làm thường xuyên, các xã phải bố trí người tưới cây.", "obligation", ["các xã"]),
        ("Đồng ý cho phép Hạt Kiểm lâm tỉa cành hàng xà cừ.", "permission", ["Hạt Kiểm lâm"]),
        ("Thống nhất chủ trương cho phép Hạt Kiểm lâm trồng bù cây gãy.", "permission", ["Hạt Kiểm lâm"]),
        ("Thống nhất chủ trương giao Hạt Kiểm lâm làm chủ đầu tư vườn ươm.", "obligation", ["Hạt Kiểm lâm"]),
        (
            "Hạt Kiểm lâm phối hợp Phòng Kinh tế, Phòng Tư pháp kiểm đếm cây.",
            "obligation",
            ["Hạt Kiểm lâm"],
        ),
        ("Cơ quan thẩm định báo cáo kết quả cho huyện.", "obligation", ["Cơ quan thẩm định"]),
        ("Cơ quan tiếp nhận hồ sơ gửi giấy hẹn cho người dân.", "obligation", ["Cơ quan tiếp nhận hồ sơ"]),
        ("Đề nghị các cơ quan đăng ký số cây gửi Hạt Kiểm lâm.", "obligation", ["các cơ quan"]),
        ("Giao ban thường vụ các chi hội rà soát cây già.", "obligation", ["ban thường vụ các chi hội"]),
        ("Các đội có thể tỉa cành buổi tối và phải rào lối đi.", "obligation", ["Các đội"]),
        ("Các đội có thể tỉa cành buổi tối.", "permission", ["Các đội"]),
        (
            "Các cơ quan được phân công chủ trì việc tưới cây có trách nhiệm lập sổ.",
            "obligation",
            ["Các cơ quan được phân công chủ trì việc tưới cây"],
        ),
        ("Trường hợp cây bị gãy thì thực hiện theo sổ tay tỉa cành.", "obligation", []),
        (
            "Phòng Kinh tế, Phòng Tư pháp thống nhất về nội dung này trước khi trình huyện.",
            "obligation",
            ["Phòng Kinh tế, Phòng Tư pháp"],
        ),
        ("Bảo đảm xong trước ngày 30/6/2021, có hiệu lực từ ngày 01/7/2021.", "obligation", []),
        ("Tổng hợp vướng mắc, đề nghị của các xã tại phụ lục.", "obligation", []),
        ("Bên mời thầu niêm yết giá cây giống.", "obligation", ["Bên mời thầu"]),
        ("Sau lễ phát động, các đội bắt tay vào trồng cây.", "obligation", ["các đội"]),
    ],
)
def test_who_acts(sentence: str, modality: str, bearers: list[str]) -> None:
    assert duties(sentence) == [(modality, bearers)]


def test_an_opinion_stands_apart_from_what_it_asks() -> None:
    text = f"{HEAD}1. Ủy ban nhân dân huyện có ý kiến như sau: Giao Hạt Kiểm lâm trồng bù cây gãy.\n"
    (duty,) = read(text).obligations
    assert (duty.text, duty.bearers) == ("Giao Hạt Kiểm lâm trồng bù cây gãy", ["Hạt Kiểm lâm"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Đây là hàng cây mà các xã đã trồng năm 1990.",
        "Danh sách kèm theo Công văn này.",
        "Mẫu sổ theo dõi theo Phụ lục 1.",
        "Đề cương báo cáo gửi kèm.",
        "Đồng ý để đồng chí Lê Văn Mạ thôi giữ chức Hạt trưởng.",
        "Thống nhất với đề xuất của Hạt Kiểm lâm về giá cây giống.",
    ],
)
def test_what_asks_nobody(sentence: str) -> None:
    """Under a lead-in that asks, where every order has a bearer."""
    lead = "Ủy ban nhân dân huyện yêu cầu các xã thực hiện các việc sau:\n"
    assert read(f"{HEAD}{lead}1. {sentence}\n").obligations == []


def test_a_line_of_times_is_a_deadline() -> None:
    lead = "Ủy ban nhân dân huyện yêu cầu các xã thực hiện các việc sau:\n"
    found = read(f"{HEAD}{lead}1. Trồng bù cây gãy.\n2. Về thời gian: xong trong quý II/2021.\n")
    assert [item.text for item in found.deadlines] == ["trong quý II/2021"]


def test_whom_the_list_names_first_of_all() -> None:
    (duty,) = read(
        f"{HEAD}1. Huyện yêu cầu các cấp ủy, cơ quan, đơn vị, tổ chức, nhất là người đứng đầu trồng bù cây gãy.\n"
    ).obligations
    assert duty.bearers == ["các cấp ủy, cơ quan, đơn vị, tổ chức", "người đứng đầu"]
