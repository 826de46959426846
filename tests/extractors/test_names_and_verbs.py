"""Words that are part of an office's name in one sentence and what a body does in the next."""

from __future__ import annotations

import pytest

from tests.extractors.build import find


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Công an xã hòa giải việc tranh chấp lối đi.", "Công an xã"),
        ("Tổ hòa giải ghi sổ từng vụ việc.", "Tổ hòa giải"),
        ("Ủy ban nhân dân xã quản lý chợ phiên.", "Ủy ban nhân dân xã"),
        ("Ban Quản lý chợ kê lại quầy hàng.", "Ban Quản lý chợ"),
        ("Các hợp tác xã trồng trọt đúng lịch xuống giống.", "Các hợp tác xã"),
        ("Trạm Y tế xã cấp cứu người bị rắn cắn.", "Trạm Y tế xã"),
        ("Trung tâm Kiểm soát bệnh tật xét nghiệm mẫu nước.", "Trung tâm Kiểm soát bệnh tật"),
        ("Các trường tiết kiệm và vay vốn đúng quy định.", "Các trường"),
        ("Tổ tiết kiệm và vay vốn đối chiếu sổ thu.", "Tổ tiết kiệm và vay vốn"),
        ("Phòng Kế hoạch tổng hợp số giường bệnh.", "Phòng Kế hoạch"),
        ("Phòng Kế hoạch tổng hợp phối hợp với các khoa.", "Phòng Kế hoạch tổng hợp"),
        (
            "Phòng Khảo thí và Đảm bảo chất lượng niêm phong đề.",
            "Phòng Khảo thí và Đảm bảo chất lượng",
        ),
        ("Điều dưỡng chăm sóc sản phụ theo y lệnh.", "Điều dưỡng"),
        ("Ủy ban nhân dân xã (bộ phận Tư pháp) niêm yết bản án.", "Ủy ban nhân dân xã (bộ phận Tư pháp)"),
    ],
)
def test_a_word_names_the_office_or_says_what_the_body_does(sentence: str, bearer: str) -> None:
    (duty,) = find(sentence)
    assert duty.bearers == [bearer]


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Tổ trưởng nếu thấy sai số thì ghi lại và báo trưởng trạm.", "Tổ trưởng"),
        ("Người không có phận sự không được vào kho.", "Người không có phận sự"),
        ("Ủy ban nhân dân các xã có đội xung kích thực hiện hộ đê.", "Ủy ban nhân dân các xã"),
        ("Doanh nghiệp mới thành lập đăng ký con dấu.", "Doanh nghiệp mới thành lập"),
        ("Sở Y tế có Công văn số 45/SYT-NV đề nghị các trạm gửi số liệu.", "các trạm"),
    ],
)
def test_a_condition_a_lack_and_what_a_body_has_are_not_the_duty(sentence: str, bearer: str) -> None:
    (duty,) = find(sentence)
    assert duty.bearers == [bearer]


@pytest.mark.parametrize(
    "sentence",
    [
        "Công tác kiểm tra các kho thuộc Sở Y tế phải làm thường xuyên.",
        "Việc trông coi tài sản giao cho các tổ phải chặt chẽ.",
    ],
)
def test_whose_thing_it_is_does_not_say_who_sees_to_it(sentence: str) -> None:
    (duty,) = find(sentence)
    assert duty.bearers == ["các đơn vị"]


def test_at_most_so_many_delegates_is_a_bound_not_a_share() -> None:
    (duty,) = find("Mỗi chi đội cử không quá 02 đội viên dự trại.")
    assert (duty.modality, duty.bearers) == ("prohibition", ["Mỗi chi đội"])


@pytest.mark.parametrize(
    ("bearer", "does"),
    [
        ("Cán bộ chủ chốt các xã", "nộp bản kê khai"),
        ("Các trường dân lập", "đăng ký thi"),
        ("Học viên cao cấp", "nộp học phí"),
        ("Phó Hiệu trưởng phụ trách đào tạo", "theo dõi việc thi"),
        ("Ban chủ nhiệm chương trình", "nộp báo cáo"),
        ("Người trúng cử", "nộp hồ sơ"),
        ("Các nhà báo", "xuất trình thẻ"),
        ("Các nhà nghỉ", "khai báo tạm trú"),
        ("Bạn đọc", "giữ gìn sách"),
        ("Bên vay", "trả nợ đúng kỳ"),
        ("Các chi bộ xuất sắc", "gửi báo cáo thành tích"),
    ],
)
def test_a_name_is_not_cut_inside_a_compound(bearer: str, does: str) -> None:
    (duty,) = find(f"{bearer} {does}.")
    assert duty.bearers == [bearer]


@pytest.mark.parametrize(
    ("bearer", "does"),
    [
        ("Các hộ nuôi tôm", "đăng ký con giống"),
        ("Các hộ nuôi tôm thẻ chân trắng", "đăng ký con giống"),
        ("Các hộ", "nuôi tôm đúng lịch thời vụ"),
        ("Các hộ trồng rừng", "phát dọn thực bì"),
        ("Các hộ", "trồng và chăm sóc rừng theo hợp đồng"),
        ("Trạm bơm", "mở cống lấy nước"),
        ("Trạm", "bơm nước vào ruộng"),
        ("Tổ trực", "ghi sổ"),
        ("Các tổ", "trực 24/24 giờ"),
        ("Tổ công tác", "trực tiếp kiểm tra hiện trường"),
        ("Hội đồng chấm thi", "nộp bảng điểm"),
        ("Hội đồng", "chấm thi trong 05 ngày"),
        ("Các tổ thu gom rác", "nộp sổ theo dõi"),
        ("Các đội", "thu gom rác trước 18 giờ"),
        ("Nhân viên bán hàng", "niêm yết giá"),
        ("Các hộ", "bán hàng đúng giá"),
    ],
)
def test_work_is_part_of_a_name_where_a_verb_follows(bearer: str, does: str) -> None:
    (duty,) = find(f"{bearer} {does}.")
    assert duty.bearers == [bearer]


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        ("Việc in sách do Sở Y tế chủ trì, Sở Tài chính phối hợp.", ["Sở Y tế", "Sở Tài chính"]),
        ("Hồ sơ do Sở Y tế chủ trì lập, Sở Tài chính thẩm định.", ["Sở Y tế", "Sở Tài chính"]),
        ("Việc in sách do Sở Y tế chủ trì, phối hợp với Sở Tài chính làm.", ["Sở Y tế"]),
        ("Trên cơ sở đề án do Sở Y tế chủ trì xây dựng, các xã lập kế hoạch.", ["các xã"]),
        ("Các đoàn thể huyện vào cuộc vận động nhân dân.", ["Các đoàn thể huyện"]),
    ],
)
def test_who_leads_and_who_stands_beside(sentence: str, bearers: list[str]) -> None:
    (duty,) = find(sentence)
    assert duty.bearers == bearers


@pytest.mark.parametrize(
    ("bearer", "does"),
    [
        ("Ban Bảo vệ, chăm sóc sức khỏe cán bộ", "lập kế hoạch khám"),
        ("Hội đồng Bồi thường, hỗ trợ và tái định cư", "chi trả tiền"),
        ("Phòng Theo dõi thi hành pháp luật", "xây dựng báo cáo"),
        ("Tổ hợp tác dùng nước", "nạo vét kênh"),
        ("Người được tuyển dụng", "nhận việc trong 30 ngày"),
        ("Người bị kỷ luật", "kiểm điểm trước chi bộ"),
        ("Cán bộ nghỉ hưu", "bàn giao tài sản"),
        ("Đảng viên đi làm ăn xa", "báo cáo chi bộ"),
        ("Giáo viên hướng dẫn", "ký nhật ký thực tập"),
        ("Giáo viên", "hướng dẫn học sinh nộp bài"),
        ("Ban Tổ chức", "điều động cán bộ"),
        ("Công an xã", "tham gia bảo vệ an ninh, trật tự ở cơ sở"),
        ("Cựu chiến binh", "kể chuyện truyền thống"),
        ("Quần chúng ưu tú", "viết đơn xin vào Đảng"),
    ],
)
def test_the_state_somebody_is_in_is_part_of_who_it_is(bearer: str, does: str) -> None:
    (duty,) = find(f"{bearer} {does}.")
    assert duty.bearers == [bearer]


@pytest.mark.parametrize(
    "does",
    [
        "rào chắn khu vực sạt lở",
        "neo buộc tàu thuyền",
        "vét mương",
        "rải đá mặt đường",
        "luân chuyển cán bộ",
        "dự trữ lương thực",
        "tích nước hồ chứa",
        "tiết giảm điện",
    ],
)
def test_what_communes_do(does: str) -> None:
    (duty,) = find(f"Các xã {does}.")
    assert (duty.modality, duty.bearers) == ("obligation", ["Các xã"])
