"""What a document holds is no order; what is done by a law's rule is; rights, names with commas, broken places."""

from __future__ import annotations

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD, find


def test_what_a_plan_is_to_hold_orders_nothing() -> None:
    reading = read(
        HEAD
        + LEAD
        + "1. Quy hoạch bến thủy bao gồm những nội dung chính sau đây:\n\na) Dự báo nhu cầu đi lại;\n\nb) Đánh giá hiện trạng bến.\n\n"
        "2. Các xã rà soát bến tạm.\n"
    )
    assert [o.text for o in reading.obligations] == ["Các xã rà soát bến tạm"]


def test_what_a_task_is_to_hold_orders() -> None:
    reading = read(
        HEAD
        + LEAD
        + "1. Nhiệm vụ của tổ bao gồm những nội dung sau đây:\n\na) Dự báo nhu cầu đi lại;\n\nb) Đánh giá hiện trạng bến.\n"
    )
    assert len(reading.obligations) == 2


def test_a_clause_that_only_sends_to_the_law_binds() -> None:
    reading = read(
        "BỘ TÀI CHÍNH\nSố: 19/BTC-TCHQ\nHà Nội, ngày 29 tháng 12 năm 2014\n\nKính gửi: Các Cục Hải quan.\n\n"
        "Bộ Tài chính hướng dẫn một số nội dung như sau:\n\n1. Thời hạn nộp tờ khai đối với đò dọc thực hiện theo quy định tại khoản 3\n"
        "Điều 5 của Luật Phí.\n\n2. Về phí neo đậu: thực hiện theo quy định tại Thông tư số 12/2014/TT-BTC.\n"
    )
    assert [o.text.replace("\n", " ") for o in reading.obligations] == [
        "Thời hạn nộp tờ khai đối với đò dọc thực hiện theo quy định tại khoản 3 Điều 5 của Luật Phí",
        "Về phí neo đậu: thực hiện theo quy định tại Thông tư số 12/2014/TT-BTC",
    ]


def test_rights_and_duties_under_a_chapter_of_standards_too() -> None:
    reading = read(
        "QUY CHẾ\nGiải thưởng Bông Sen\n(Ban hành kèm theo Quyết định số 31/QĐ-UBND ngày 09/11/2023 của Ủy ban nhân dân tỉnh Cà Mau)\n\n"
        "CHƯƠNG II\nTIÊU CHUẨN, QUYỀN LỢI VÀ NGHĨA VỤ\n\nĐiều 4. Tiêu chuẩn\n\n- Đạt giải cấp xã.\n\nĐiều 6. Quyền lợi của học sinh được nhận giải\n\n"
        "- Được nhận học bổng.\n\nĐiều 7. Nghĩa vụ của học sinh được nhận giải\n\n- Tích cực tham gia các hoạt động vì cộng đồng của trường.\n"
    )
    assert [(o.clause, o.modality) for o in reading.obligations] == [
        ("Điều 6", "permission"),
        ("Điều 7", "obligation"),
    ]


def test_any_of_those_spoken_of_are_asked_behind_a_comma() -> None:
    (order,) = find(
        "Đối với các bệnh viện đã mở rộng, tăng số giường nhưng chưa điều chỉnh giấy phép, đề nghị đơn vị làm thủ tục điều chỉnh."
    )
    assert order.bearers == ["đơn vị"]


def test_whom_alone_it_is_allowed_may_be_a_list() -> None:
    (order,) = find(
        "Chỉ những tổ chức kiểm định, hiệu chuẩn đã đăng ký hoặc được chỉ định mới được phép kiểm định cân."
    )
    assert order.bearers == ["những tổ chức kiểm định, hiệu chuẩn đã đăng ký hoặc được chỉ định"]
    assert order.modality == "permission"


def test_an_issuer_s_name_with_commas_bears_whole() -> None:
    reading = read(
        "ỦY BAN BẦU CỬ XÃ PHÚ LỘC\nTIỂU BAN THÔNG TIN, TUYÊN TRUYỀN, KHÁNH TIẾT\nSố: 01/KH-TBTTKT\nPhú Lộc, ngày 05 tháng 12 năm 2025\n\n"
        "KẾ HOẠCH\nTuyên truyền bầu cử\n\nKế hoạch tuyên truyền bầu cử như sau:\n\n"
        "I. NHIỆM VỤ\n\n1. Tiểu ban thông tin, tuyên truyền, khánh tiết treo băng rôn tại các thôn.\n"
    )
    assert [o.bearers for o in reading.obligations] == [["Tiểu ban thông tin, tuyên truyền, khánh tiết"]]
