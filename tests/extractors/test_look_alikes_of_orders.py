"""Sentences that look like orders, deadlines or issuers and are none, beside those that are."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD, find


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        ("Hiện nay, vốn đã được phân bổ, các chủ đò phải mua phao trước ngày 30/6/2024.", [["các chủ đò"]]),
        ("Năm 2023, vốn đã được phân bổ cho các bến.", []),
        ("Đời sống của dân chài được cải thiện về nhiều mặt.", []),
        ("Nhiều cách làm hay được nhân rộng trong toàn xã.", []),
        ("Công tác tuần đê được tăng cường trong thời gian qua.", []),
        ("Kết quả đo được thể hiện tại Phụ lục kèm theo.", []),
        ("Phiếu cân được đóng thành tập theo ngày.", [["các đơn vị"]]),
        ("Phiếu cân được lập đúng hạn đạt 98%.", []),
        ("Đồng ý đề xuất của Phòng Kỹ thuật.", []),
        ("Đồng ý xóa tên hội viên Lê Văn Mạ.", []),
        ("Đồng ý mở thêm bến đò và giao Phòng Kỹ thuật lập sơ đồ.", [["Phòng Kỹ thuật"]]),
        ("Chưa đánh giá đầy đủ tác động đối với dòng chảy.", []),
        ("Danh sách do thôn lập gửi xã chưa đầy đủ.", []),
        ("Phiếu do Đội trưởng niêm phong, giao Văn phòng lưu giữ.", [["Đội trưởng"]]),
        ("Tiến độ sửa đê được kéo dài do mưa.", []),
        ("Thời gian sửa đê được kéo dài đến ngày 15/8/2024.", [["các đơn vị"]]),
        ("Nội quy hầu như không được thực hiện nghiêm.", []),
        ("Các chi hội cũng không xếp loại đối với hội viên mới đến.", [["Các chi hội"]]),
        ("Cơ quan nào phát hiện vi phạm thì xử phạt theo thẩm quyền.", [["Cơ quan nào phát hiện vi phạm"]]),
        ("Cán bộ vi phạm thì người đứng đầu phải chịu trách nhiệm.", [["người đứng đầu"]]),
        ("Ở các xã cần được quan tâm sửa đường.", [["các đơn vị"]]),
        ("Căn cứ quan trọng để chấm điểm là sổ trực.", []),
        ("Về trách nhiệm của Phòng Tài chính: đã bố trí kinh phí.", []),
        ("Tại kỳ trước, đơn vị nào chưa nộp thì nộp bù trước ngày 20/5/2024.", [["đơn vị nào chưa nộp"]]),
        ("Thời hạn của giấy phép gửi kèm là 5 năm.", []),
        ("Bài thi nộp sau giờ, không được chấm.", [["các đơn vị"]]),
    ],
)
def test_what_looks_like_an_order(sentence: str, bearers: list[list[str]]) -> None:
    assert [duty.bearers for duty in find(sentence)] == bearers


def test_those_helped_in_past_years_may_be_ordered_now() -> None:
    assert len(find("Năm 2022 và 2023 các hộ đã được cấp xi măng phải làm xong đường.")) == 1


def test_a_ban_on_what_came_late_stays_a_ban() -> None:
    assert [duty.modality for duty in find("Bài thi nộp sau giờ, không được chấm.")] == ["prohibition"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Các thôn kiểm kê xe; xe được đầu tư bằng vốn huyện; xe khác.",
        "Các thôn báo số vụ; vụ việc được giải quyết trong năm 2023; vụ còn lại.",
    ],
)
def test_things_of_a_list_are_one_order(sentence: str) -> None:
    assert len(find(sentence)) == 1


@pytest.mark.parametrize(
    ("sentence", "deadlines"),
    [
        ("Địa phương hằng năm thu hút nhiều khách.", []),
        ("Xử lý vướng mắc phát sinh trước khi Luật có hiệu lực.", []),
        ("Đơn vị nào gửi sổ chậm hơn 03 ngày so với thời hạn thì không xét thi đua.", []),
        ("Theo kết luận của Chủ tịch tại phiên họp tháng 5, các xã làm ngay.", []),
        ("Mua phao từ nay đến hết nhiệm kỳ 2021-2026.", ["từ nay đến hết nhiệm kỳ 2021-2026"]),
    ],
)
def test_what_looks_like_a_deadline(sentence: str, deadlines: list[str]) -> None:
    found = read(f"{HEAD}{LEAD}1. {sentence}\n").deadlines
    assert [deadline.text for deadline in found] == deadlines


@pytest.mark.parametrize(
    "title",
    [
        "12/QĐ-UBND ngày 03/4/2024 về việc điều chỉnh nhiệm vụ của Ủy ban nhân dân xã",
        "15/NQ-HĐND ngày 03/4/2024 về nâng cao hoạt động của Hội đồng nhân dân cấp xã",
        "33/CP-TH ngày 03/4/2024 triển khai nghị quyết của Chính phủ",
        "15-NQ/TU ngày 03/4/2024 về năng lực lãnh đạo của Tỉnh ủy, thành ủy, huyện ủy",
    ],
)
def test_a_body_that_a_title_speaks_of_has_not_issued_the_act(title: str) -> None:
    (reference,) = read(f"{HEAD}Các xã thực hiện Quyết định số {title}, rà soát sổ sách.\n").references[:1]
    assert reference.issuer is None


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (
            "1. Hội viên được miễn trực\n\n- Hội viên đang học xa.\n\n- Hội viên ốm phải có đơn gửi thôn trước ngày "
            "15/5/2024.\n",
            ["Hội viên ốm phải có đơn gửi thôn trước ngày 15/5/2024"],
        ),
        (
            "1. Đối tượng kiểm tra\n\na) Về tập thể: Ban quản lý các chợ.\n\nb) Về cá nhân: Trưởng thôn báo cáo bằng văn "
            "bản gửi Đoàn.\n",
            ["Về cá nhân: Trưởng thôn báo cáo bằng văn bản gửi Đoàn"],
        ),
    ],
)
def test_orders_under_titles_of_those_meant(body: str, texts: list[str]) -> None:
    assert [duty.text for duty in read(HEAD + LEAD + body).obligations] == texts
