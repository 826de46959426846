"""Who acts and what exactly is ordered, by how names, labels, times and cases stand in a sentence."""

from __future__ import annotations

import pytest

from extractors import phrases, predicates, view
from extractors.reading import read
from tests.extractors.build import HEAD, LEAD, find


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Phòng Vật tư - Thiết bị y tế rà soát máy thở.", "Phòng Vật tư - Thiết bị y tế"),
        ("Các doanh nghiệp sản xuất phân bón báo cáo tồn kho.", "Các doanh nghiệp sản xuất phân bón"),
        ("Cục Xuất nhập khẩu tổng hợp số liệu.", "Cục Xuất nhập khẩu"),
        ("Trung tâm Xúc tiến đầu tư chủ trì hội chợ.", "Trung tâm Xúc tiến đầu tư"),
        ("Bộ phận Tiếp nhận và Trả kết quả niêm yết thủ tục.", "Bộ phận Tiếp nhận và Trả kết quả"),
        ("Đơn vị tư vấn giám sát lập nhật ký.", "Đơn vị tư vấn giám sát"),
        ("Sở Nội vụ còn phải báo cáo Bộ.", "Sở Nội vụ"),
        ("Đảng ủy cơ sở ra nghị quyết lãnh đạo.", "Đảng ủy cơ sở"),
        ("Điều dưỡng trưởng phân công trực.", "Điều dưỡng trưởng"),
        ("Phân công Sở Nội vụ theo dõi việc thực hiện.", "Sở Nội vụ"),
        ("Lễ ra quân: do Sở Y tế chủ trì, phối hợp với các sở.", "Sở Y tế"),
        ("Việc kiểm tra do Thanh tra tỉnh chủ trì trong tháng 6.", "Thanh tra tỉnh"),
        ("Trách nhiệm của Sở Tài chính: bố trí kinh phí.", "Sở Tài chính"),
        ("Phát động: UBND xã phát động phong trào.", "UBND xã"),
        ("Đối với các đảng ủy phường: Lập danh sách đảng viên.", "các đảng ủy phường"),
        ("Viên chức đi học không thuộc diện đánh giá nhưng phải nộp báo cáo.", "Viên chức đi học"),
        ("Sở Y tế hủy kết quả.", "Sở Y tế"),
        ("Khi xảy ra sự cố các trạm y tế phải báo cáo.", "các trạm y tế"),
        ("Quá trình thực hiện, mỗi cơ quan phải phân công người trực.", "mỗi cơ quan"),
        ("Quá trình thực hiện nếu có vướng mắc các xã, phường báo cáo về Sở.", "các xã, phường"),
        ("Căn cứ kết quả thí điểm, trong năm 2024 Sở sẽ tổng kết.", "Sở"),
        ("Đối với các hộ trồng cây nếu bán tại vườn thì được hoàn thuế.", "các hộ trồng cây"),
        ("Đối với các chủ rừng vi phạm thì xử lý nghiêm.", "các đơn vị"),
        ("Chủ trì, phối hợp với Sở Y tế; các huyện, thành phố rà soát hộ nghèo.", "các đơn vị"),
        ("Đối với các vụ lộ bí mật phải báo cáo ngay.", "các đơn vị"),
        ("Khi bàn giao, tiếp nhận hồ sơ phải lập biên bản.", "các đơn vị"),
        ("Đối với học sinh lớp 12 phải ôn đủ giờ.", "học sinh lớp 12"),
        ("Đối với đảng viên là cán bộ, công chức tiếp tục kê khai.", "đảng viên là cán bộ, công chức"),
        ("Phải mời Sở Y tế, Sở Tài chính dự họp.", "các đơn vị"),
        (
            "Các huyện ủy; các cơ quan đóng trên địa bàn tỉnh tiếp tục thực hiện.",
            "Các huyện ủy; các cơ quan đóng trên địa bàn tỉnh",
        ),
        ("Việc kiểm điểm được tiến hành theo đúng tiến độ.", "các đơn vị"),
        ("Đội ngũ y, bác sĩ phải trực đủ ca.", "Đội ngũ y, bác sĩ"),
        ("Các đơn vị quản lý hồ chứa, kênh mương phải trực bão.", "Các đơn vị quản lý hồ chứa, kênh mương"),
        ("Sở Y tế, Sở Tài chính thống nhất về mức chi.", "Sở Y tế, Sở Tài chính"),
    ],
)
def test_who_acts(sentence: str, bearer: str) -> None:
    assert [item.bearers for item in find(sentence)] == [[bearer]]


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Cấp phó phụ trách lĩnh vực có sai phạm không được xếp loại cao hơn cấp trưởng.", "prohibition"),
        ("Bác sĩ điều trị không kê quá 02 loại kháng sinh.", "prohibition"),
        ("Những chi bộ có dưới 10 đảng viên có thể kiểm tra chung.", "permission"),
        ("Đảng viên dự bị được thảo luận nhưng không biểu quyết.", "prohibition"),
        ("Cán bộ nghỉ chế độ được đánh giá như người đang làm việc.", "permission"),
        ("Cán bộ có thể được giữ lại nhưng không quá 02 năm.", "permission"),
        ("Chỉ các đại biểu chính thức mới được quyền biểu quyết.", "permission"),
        ("Đảng viên được miễn sinh hoạt có quyền ứng cử, đề cử.", "permission"),
        ("Không chỉ Sở Nội vụ mà cả Sở Tài chính phải báo cáo.", "obligation"),
    ],
)
def test_what_binds_behind_a_clause_about_the_subject(sentence: str, modality: str) -> None:
    assert [item.modality for item in find(sentence)] == [modality]


@pytest.mark.parametrize(
    ("sentence", "texts"),
    [
        (
            "Sở Y tế lập danh sách; hằng tuần báo cáo kết quả.",
            ["Sở Y tế lập danh sách", "hằng tuần báo cáo kết quả"],
        ),
        (
            "Sở Y tế tiếp nhận hồ sơ; trong thời hạn 05 ngày làm việc trả kết quả.",
            ["Sở Y tế tiếp nhận hồ sơ", "trong thời hạn 05 ngày làm việc trả kết quả"],
        ),
        (
            "Công an tuần tra, kiểm soát; mỗi tháng ít nhất 02 lần.",
            ["Công an tuần tra, kiểm soát; mỗi tháng ít nhất 02 lần"],
        ),
        (
            "Ban Tổ chức quyết định chuẩn y. Các huyện ủy tổng hợp danh sách.",
            ["Ban Tổ chức quyết định chuẩn y", "Các huyện ủy tổng hợp danh sách"],
        ),
        ("Nguyên nhân do các đơn vị phải chờ vốn.", []),
        ("Xuất sắc: từ 95 điểm trở lên.", []),
    ],
)
def test_where_one_duty_ends(sentence: str, texts: list[str]) -> None:
    assert [item.text for item in find(sentence)] == texts


@pytest.mark.parametrize(
    "lead",
    [
        "Căn cứ kết quả kiểm tra, Ủy ban nhân dân tỉnh đề nghị các huyện, thành phố:",
        "Căn cứ Công văn số 15/BNV-VP ngày 02/4/2024 của Bộ Nội vụ, UBND tỉnh có ý kiến như sau:",
        "Căn cứ kết quả kiểm tra, UBND tỉnh đề nghị các huyện, thành phố thực hiện một số nội dung sau:",
    ],
)
def test_a_lead_in_that_opens_with_its_basis_binds(lead: str) -> None:
    found = read(
        f"{HEAD}{lead}\n1. Phòng Thoát nước giám sát hiện trường; lập hồ sơ.\n2. Rà soát biên chế.\n"
    )
    assert [item.text for item in found.obligations] == [
        "Phòng Thoát nước giám sát hiện trường", "lập hồ sơ", "Rà soát biên chế",
    ]  # fmt: skip


def test_where_to_send_reports_is_no_list_of_recipients() -> None:
    found = read(
        f"{HEAD}{LEAD}1. Các sở gửi báo cáo trước ngày 30/9/2024.\nNơi nhận báo cáo: Sở Nội vụ, số 4 Lê Lợi.\n"
        "2. Các sở rà soát biên chế.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n"
    )
    assert [item.clause for item in found.obligations] == ["1", "2"]
    assert found.recipients == ["Như trên", "Lưu: VT"]


def test_letters_with_a_hyphen_number_clauses() -> None:
    found = read(
        f"{HEAD}{LEAD}2. Về tỷ lệ:\na- Các xã lập danh sách.\nb- Sở Nội vụ thẩm định.\nc- Không xếp loại người bị kỷ luật.\n"
    )
    assert [(item.place, item.text) for item in found.obligations] == [
        ("2a", "Các xã lập danh sách"),
        ("2b", "Sở Nội vụ thẩm định"),
        ("2c", "Không xếp loại người bị kỷ luật"),
    ]


def test_a_section_of_times_and_contents_orders() -> None:
    found = read(
        f"{HEAD}UBND tỉnh xây dựng kế hoạch như sau:\nII. THỜI GIAN VÀ NỘI DUNG\n1. Trung tâm Y tế khám sức khỏe.\n"
        "2. UBND xã niêm yết danh sách.\n"
    )
    assert [item.bearers for item in found.obligations] == [["Trung tâm Y tế"], ["UBND xã"]]


@pytest.mark.parametrize(
    ("lines", "issuer"),
    [
        (("ỦY BAN NHÂN DÂN", "THÀNH PHỐ HẢI PHÒNG"), "Ủy ban nhân dân thành phố Hải Phòng"),
        (("UBND THÀNH PHỐ HẢI PHÒNG",), "Ủy ban nhân dân thành phố Hải Phòng"),
        (("BỘ Y TẾ", "BỆNH VIỆN BẠCH MAI"), "Bệnh viện Bạch Mai"),
        (
            ("HỘI NÔNG DÂN VIỆT NAM", "BAN CHẤP HÀNH TỈNH KHÁNH HÒA"),
            "Ban Chấp hành Hội Nông dân tỉnh Khánh Hòa",
        ),
        (
            ("UBND QUẬN BÌNH THẠNH", "TRƯỜNG TIỂU HỌC HÀ HUY TẬP"),
            "Trường Tiểu học Hà Huy Tập quận Bình Thạnh",
        ),
    ],
)
def test_issuers_whose_names_hold_words_of_other_bodies(lines: tuple[str, ...], issuer: str) -> None:
    text = HEAD.replace("ỦY BAN NHÂN DÂN\nTỈNH QUẢNG TRỊ\nSố: 812/UBND-NC", "\n".join(lines) + "\nSố: 812/NC")
    found = read(text + LEAD + "1. Các sở báo cáo.\n").issuer
    assert found is not None and found.name == issuer


@pytest.mark.parametrize(
    ("sentence", "text", "bearers", "due"),
    [
        (
            "Giám sát 01 chi bộ. Thời gian thực hiện: Quý III/2024. Đơn vị thực hiện: Sở Y tế.",
            "Giám sát 01 chi bộ", ["Sở Y tế"], ["Quý III/2024"],
        ),
        (
            "Xây dựng đề án. Cơ quan chủ trì: Sở Nội vụ; cơ quan phối hợp: Sở Tài chính; thời gian: tháng 10/2024.",
            "Xây dựng đề án", ["Sở Nội vụ"], ["tháng 10/2024"],
        ),
        ("Sở Nội vụ lập đề án. Hoàn thành: tháng 10/2024.", "Sở Nội vụ lập đề án", ["Sở Nội vụ"], ["tháng 10/2024"]),
    ],
)  # fmt: skip
def test_labels_in_a_paragraph_say_who_and_when(
    sentence: str, text: str, bearers: list[str], due: list[str]
) -> None:
    assert [(o.text, o.bearers, o.deadlines) for o in find(sentence)] == [(text, bearers, due)]


def test_a_heading_of_several_bodies_names_them_all() -> None:
    found = find(
        "Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các huyện:\n- Rà soát biên chế.\n- Báo cáo kết quả."
    )
    assert [o.bearers for o in found] == [["Thủ trưởng các sở, ban, ngành; Chủ tịch UBND các huyện"]] * 2


def test_an_act_s_last_line_is_outside_its_clauses() -> None:
    found = find(
        "Các chi bộ kiểm điểm xong trước 30/11.\n2. Nơi nào làm chưa đạt thì phải kiểm điểm lại.\n\n"
        "Hướng dẫn này được phổ biến đến chi bộ và thực hiện kể từ ngày ký."
    )
    assert (found[-1].clause, found[-1].bearers) == (None, [])


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Kho bạc Nhà nước nơi mở tài khoản kiểm tra chứng từ.", "Kho bạc Nhà nước nơi mở tài khoản"),
        ("Ban Thường vụ Huyện ủy yêu cầu trước mắt các chi bộ tập trung sửa quy chế.", "các chi bộ"),
        ("Ủy ban nhân dân các xã: Tổ chức phổ biến quy chế đến từng thôn.", "Ủy ban nhân dân các xã"),
        ("Các hợp tác xã mới thành lập phải đăng ký mã số.", "Các hợp tác xã mới thành lập"),
        ("Nhà nước hỗ trợ giống cho hộ nghèo.", "Nhà nước"),
    ],
)
def test_names_that_say_where_how_new_and_in_what_haste(sentence: str, bearer: str) -> None:
    duties = find(sentence)
    assert duties
    assert duties[0].bearers == [bearer]


def test_those_a_sentence_is_for_alone_do_not_act_in_the_next() -> None:
    duties = find(
        "Sở Tài chính thẩm định hồ sơ. Đối với các hộ mua tại vườn thì được giảm phí. Báo cáo kết quả hằng quý."
    )
    assert [duty.bearers for duty in duties] == [
        ["Sở Tài chính"],
        ["các hộ mua tại vườn"],
        ["Sở Tài chính"],
    ]


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        (
            "Các công ty cấp nước đến nay chưa gửi phương án theo Công văn số 44/STC-QLG ngày 05/4/2024, khẩn trương gửi về Sở Tài chính.",
            "Các công ty cấp nước",
        ),
        (
            "Sở Y tế gửi Công văn số 1702/BYT-KCB ngày 02/4/2024 và đề nghị các bệnh viện nghiên cứu, thực hiện.",
            "các bệnh viện",
        ),
        ("Căn cứ kết quả thí điểm, trước ngày 30/6/2025 Sở Y tế tổng kết mô hình.", "Sở Y tế"),
        ("Các trường kiểm thử kết nối trước khi vận hành chính thức.", "Các trường"),
    ],
)
def test_who_is_late_who_is_asked_behind_an_act_who_acts_behind_a_day(sentence: str, bearer: str) -> None:
    (duty,) = find(sentence)
    assert duty.bearers == [bearer]
    assert duty.modality == "obligation"


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        ("Căn cứ kết quả thí điểm, trong năm 2025 Sở Y tế tổng kết mô hình.", "trong năm 2025"),
        (
            "Đảng ủy xã báo cáo trong kỳ sinh hoạt chi bộ tháng 6/2024.",
            "trong kỳ sinh hoạt chi bộ tháng 6/2024",
        ),
    ],
)
def test_a_year_behind_a_reason_and_the_month_of_a_meeting_bound_a_duty(sentence: str, deadline: str) -> None:
    (duty,) = find(sentence)
    assert duty.deadlines == [deadline]


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("UBKTT.Ư chủ trì kiểm tra việc kê khai.", "UBKTT.Ư"),
        ("Đ/c Chánh Văn phòng theo dõi việc thực hiện.", "Đ/c Chánh Văn phòng"),
        (
            "Công an các phường 2, 6, 8; Ban Chỉ huy Quân sự quận duy trì lực lượng trực.",
            "Công an các phường 2, 6, 8; Ban Chỉ huy Quân sự quận",
        ),
        (
            "Đơn vị quản lý, sử dụng người được cử đi học lập sổ theo dõi.",
            "Đơn vị quản lý, sử dụng người được cử đi học",
        ),
        (
            "Các cơ quan quản lý trực tiếp trường học kiểm tra bếp ăn.",
            "Các cơ quan quản lý trực tiếp trường học",
        ),
        (
            "Nếu người đã nghỉ hưu mà còn giữ nhà công vụ thì phải bàn giao nhà.",
            "người đã nghỉ hưu mà còn giữ nhà công vụ",
        ),
        (
            "Những người thuộc diện được hỗ trợ phải nộp đơn tại xã.",
            "Những người thuộc diện được hỗ trợ",
        ),
        ("Tổ chức đảng vi phạm ở thời điểm nào cũng phải được kiểm tra.", "các đơn vị"),
    ],
)
def test_names_with_clauses_numbers_and_points_and_whom_a_check_is_of(sentence: str, bearer: str) -> None:
    (duty,) = find(sentence)
    assert duty.bearers == [bearer]


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Việc phát sách do văn thư thực hiện theo phiếu mượn.", "văn thư"),
        ("Trách nhiệm trông coi thuộc về Trạm Bảo vệ rừng.", "Trạm Bảo vệ rừng"),
        ("Nhiệm vụ chấm công giao cho Phòng Hành chính.", "Phòng Hành chính"),
        ("Chủ các bến đò dừng chở khách khi có gió lớn.", "Chủ các bến đò"),
        ("Các nhà mạng bảo đảm liên lạc.", "Các nhà mạng"),
        ("Sư đoàn 3 cử xe chở dân.", "Sư đoàn 3"),
        ("Đội Quản lý trật tự đô thị tháo dỡ mái che.", "Đội Quản lý trật tự đô thị"),
        ("Các hộ chăn nuôi khử trùng chuồng trại.", "Các hộ chăn nuôi"),
    ],
)
def test_whom_a_job_falls_to_and_who_has_such_a_name(sentence: str, bearer: str) -> None:
    (duty,) = find(sentence)
    assert duty.bearers == [bearer]


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("100% chi bộ, đảng viên được quán triệt quy chế trong quý II/2024.", "obligation"),
        ("Các huyện bố trí kinh phí quản lý với mức tối đa không quá 0,5% tổng kinh phí.", "obligation"),
        ("Các chi bộ xếp loại xuất sắc không quá 20% số đảng viên.", "prohibition"),
    ],
)
def test_goals_and_amounts_are_duties(sentence: str, modality: str) -> None:
    (duty,) = find(sentence)
    assert duty.modality == modality


def test_whom_an_act_is_for_is_no_duty() -> None:
    assert find("Các cơ quan, cá nhân có liên quan đến việc quản lý và sử dụng nhà công vụ.") == []


def test_what_somebody_has_done_by_and_large_is_told() -> None:
    sentence = "Người đứng đầu trạm cơ bản thực hiện tốt nhiệm vụ được giao"
    found = predicates.read(phrases.read(sentence, view.folded(sentence), (0, len(sentence))))
    assert found.subject == (0, 4)
    assert found.past


def test_a_heading_names_the_tax_office_and_a_page_number_in_mid_sentence_ends_nothing() -> None:
    body = (
        "1. Thuế tỉnh\n"
        "       - Phối hợp với Công an tỉnh và các cơ quan liên quan rà soát hồ sơ khai thuế của các doanh\n"
        "nghiệp, kịp thời xử lý theo thẩm quyền hoặc kiến nghị cơ quan có\n"
        "                                               6\n"
        "\n"
        "thẩm quyền xử lý đối với các hành vi gian lận thuế và trốn thuế trên địa bàn toàn tỉnh theo quy\n"
        "định.\n"
        "       - Tiếp tục rà soát các hộ kinh doanh.\n"
    )
    duties = read(f"{HEAD}{LEAD}{body}").obligations
    assert [duty.bearers for duty in duties] == [["Thuế tỉnh"]] * len(duties)
    assert duties[-1].text == "Tiếp tục rà soát các hộ kinh doanh"


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        (
            "Giới thiệu đoàn viên ưu tú cho Đảng: Cơ sở Đoàn lập danh sách 03 đoàn viên.",
            ["Cơ sở Đoàn"],
        ),
        (
            "Công an xã, Đồn Công an: do Viện kiểm sát nhân dân huyện tiến hành.",
            ["Viện kiểm sát nhân dân huyện"],
        ),
        ("Ban Tổ chức Tỉnh Đoàn kiểm tra hồ sơ.", ["Ban Tổ chức Tỉnh Đoàn"]),
        ("Vụ Kế hoạch (đầu mối tổng hợp): tham mưu văn bản trả lời.", ["Vụ Kế hoạch"]),
        ("Đơn vị đã nối phần mềm được gửi báo cáo điện tử.", ["Đơn vị đã nối phần mềm"]),
        (
            "Đoàn xã có nhiệm kỳ kết thúc năm 2024 tiến hành đại hội.",
            ["Đoàn xã có nhiệm kỳ kết thúc năm 2024"],
        ),
        ("Các huyện có văn bản chỉ đạo các xã rà soát.", ["Các huyện"]),
        ("Huyện ủy nộp về Ban Tài chính phần còn phải nộp.", ["Huyện ủy"]),
        ("Cán bộ bị cảnh cáo thì không đưa vào quy hoạch.", ["các đơn vị"]),
        (
            "Các Xí nghiệp Thủy nông huyện, thị xã rà soát điểm bơm.",
            ["Các Xí nghiệp Thủy nông huyện, thị xã"],
        ),
        ("Liên danh nhà thầu bổ sung mũi thi công.", ["Liên danh nhà thầu"]),
        ("Văn phòng tổng hợp ý kiến của các xã.", ["Văn phòng"]),
    ],
)
def test_titles_brackets_and_clauses_round_a_name(sentence: str, bearers: list[str]) -> None:
    (duty,) = find(sentence)
    assert duty.bearers == bearers


def test_a_quote_in_another_sentence_changes_no_act() -> None:
    text = (
        f"{HEAD}{LEAD}1. Người có biến động tài sản thì kê khai bổ sung, nộp trong 30 ngày. "
        "Không nhận bản kê khai có nội dung “không thay đổi” đánh máy sẵn.\n"
    )
    found = read(text)
    assert found.amendments == []
    assert len(found.obligations) == 2


@pytest.mark.parametrize(
    ("sentence", "bearer", "modality"),
    [
        ("Công văn cũng yêu cầu các xã rà soát hồ sơ.", "các xã", "obligation"),
        ("Văn bản còn đề nghị Hội Nông dân và các tổ vay vốn đối chiếu sổ.", "Hội Nông dân và các tổ vay vốn", "obligation"),
        ("Đề nghị trưởng các khoa, cố vấn học tập và sinh viên thực hiện.", "trưởng các khoa, cố vấn học tập và sinh viên", "obligation"),
        ("Bác sĩ gây mê được quyền từ chối ca mổ nếu bảng kiểm chưa được ký.", "Bác sĩ gây mê", "permission"),
    ],
)  # fmt: skip
def test_what_the_act_itself_asks_and_lists_with_verbs_in_names(
    sentence: str, bearer: str, modality: str
) -> None:
    (duty,) = find(sentence)
    assert (duty.bearers, duty.modality) == ([bearer], modality)


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Đội xung kích trực tại điếm canh đê.", "Đội xung kích"),
        ("Tổ hòa giải ở cơ sở nắm tình hình mâu thuẫn.", "Tổ hòa giải ở cơ sở"),
        ("Hội đồng tuyển sinh công bố điểm chuẩn.", "Hội đồng tuyển sinh"),
        ("Trưởng ban quản lý chợ niêm yết giá.", "Trưởng ban quản lý chợ"),
        ("Đơn vị sử dụng lao động đóng bảo hiểm.", "Đơn vị sử dụng lao động"),
        ("Các trạm thu phí mở thêm làn.", "Các trạm thu phí"),
        ("Tổ tiết kiệm và vay vốn đối chiếu sổ.", "Tổ tiết kiệm và vay vốn"),
        ("Bộ đội Biên phòng kêu gọi tàu thuyền về bờ.", "Bộ đội Biên phòng"),
        ("Các chức sắc tôn giáo vận động tín đồ.", "Các chức sắc tôn giáo"),
    ],
)
def test_bodies_named_for_what_they_do(sentence: str, bearer: str) -> None:
    (duty,) = find(sentence)
    assert duty.bearers == [bearer]


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        (
            "Ban Thường vụ yêu cầu Ban Chấp hành các công đoàn cơ sở tập trung thực hiện những việc sau.",
            "Ban Chấp hành các công đoàn cơ sở",
        ),
        ("Mỗi liên đội tổ chức một buổi nghe kể chuyện.", "Mỗi liên đội"),
        ("Nhà Thiếu nhi mở lớp năng khiếu.", "Nhà Thiếu nhi"),
    ],
)
def test_unions_are_no_topics_and_the_young_have_bodies(sentence: str, bearer: str) -> None:
    (duty,) = find(sentence)
    assert duty.bearers == [bearer]
