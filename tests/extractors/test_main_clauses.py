"""Who acts where the main clause stands behind something else: another adverbial, a label, "thì", "được"."""

from __future__ import annotations

import pytest

from extractors.reading import read
from tests.extractors.build import HEAD, LEAD, find


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Hằng năm, cùng với việc kiểm kê kho, tổ quản lý chợ thay biển báo.", "tổ quản lý chợ"),
        ("Hằng quý, ngoài việc thu phí, tổ dân phố kiểm tra bến bãi.", "tổ dân phố"),
        ("Trong 03 ngày làm việc các xã phải lập biên bản.", "các xã"),
        ("Đơn vị nào để thất lạc sổ sách phải lập biên bản.", "Đơn vị nào để thất lạc sổ sách"),
        ("Xã nào để chậm giao mặt bằng thì không được xét thưởng.", "Xã nào để chậm giao mặt bằng"),
        ("Về trách nhiệm của người trực: phải có mặt tại kho.", "người trực"),
        ("Về trách nhiệm của người trực theo quy chế.", None),
        ("Bản vẽ được Phòng Kỹ thuật thẩm định trước khi in.", "Phòng Kỹ thuật"),
        ("Lịch trực được Giám đốc Bến xe phê duyệt trước ngày 20/6/2024.", "Giám đốc Bến xe"),
        ("Lịch trực được Giám đốc Bến xe phê duyệt là căn cứ chấm công.", None),
        ("Hằng tuần, căn cứ lịch trực, đội trưởng phân công đội viên.", "đội trưởng"),
        ("Đội trưởng phân công đội viên trực đêm.", "Đội trưởng"),
        ("Ở cấp xã cần lập sổ theo dõi đò ngang.", "cấp xã"),
        ("Tại các trường phải có tủ thuốc.", "các trường"),
        ("Tại xã Cam Hiếu phải lập chốt kiểm dịch.", "các đơn vị"),  # where, not who
        ("Phòng Kỹ thuật, Phòng Vật tư... bố trí kho chứa.", "Phòng Kỹ thuật, Phòng Vật tư"),
        ("Tổ có dưới 03 người tại thời điểm xét thì không tiến hành đánh giá, xếp loại.", "các đơn vị"),
        ("Tổ mới lập, sáp nhập có thời gian làm việc dưới 06 tháng cũng không xếp loại.", "các đơn vị"),
        ("Tổ nào dưới 03 người thì không xếp loại người đứng đầu.", "Tổ nào dưới 03 người"),
        ("Chi hội có từ 09 hội viên trở lên bầu ban chấp hành.", "Chi hội có từ 09 hội viên trở lên"),
        ("Hội viên được điều động về xã kiểm điểm tại chi hội mới.", "Hội viên được điều động về xã"),
        ("Hộ dân không đồng tình với số đo có quyền khiếu nại.", "Hộ dân không đồng tình với số đo"),
        ("Ban chấp hành khóa mới nhận bàn giao sổ sách.", "Ban chấp hành khóa mới"),
        ("Khi hội viên hết hạn thử thách, chi hội phải xem xét, đề nghị công nhận.", "chi hội"),
        (
            "Trong 05 ngày làm việc kể từ ngày nhận nghị quyết của chi hội, ban chấp hành xã phải họp, ra "
            "quyết định.",
            "ban chấp hành xã",
        ),
        ("Chi hội phân công hội viên chính thức giúp đỡ người mới vào.", "Chi hội"),
        ("Căn cứ tình hình đê điều, các xã có thể lập thêm tổ tuần tra.", "các xã"),
        ("Căn cứ số hộ để chia sạp, ban quản lý chợ lập sơ đồ.", "ban quản lý chợ"),
        ("Đề nghị Phòng Kỹ thuật các xã dự toán đầy đủ chi phí.", "Phòng Kỹ thuật các xã"),
        ("Tổ rà soát phát phiếu cho từng hộ.", "Tổ rà soát"),
        ("Đoàn khảo sát bến đò của các xã.", "Đoàn"),
        ("Giáo vụ khoa lập danh sách.", "Giáo vụ khoa"),
        ("Lãnh đạo phòng ký sổ kho.", "Lãnh đạo phòng"),
        ("Lãnh đạo phòng chống dịch ở các bến.", "các đơn vị"),
        ("Người chủ động trình báo được xem xét giảm phạt.", "Người chủ động trình báo"),
        ("Hộ nào không chấp hành thì tổ chức cưỡng chế.", "các đơn vị"),
        ("Hộ nào không chấp hành thì nộp phạt.", "Hộ nào không chấp hành"),
        ("Danh sách này do Đội trưởng ký, gửi về Bến xe.", "Đội trưởng"),
        ("Sổ trực do Đội trưởng niêm phong và giao cho người trực sau.", "Đội trưởng"),
        ("Sổ do Đội trưởng lập có đóng dấu.", "các đơn vị"),  # which book
        ("Đối với hộ có khiếu nại, việc cân lại do Phòng Kỹ thuật chủ trì.", "Phòng Kỹ thuật"),
        ("Cuộc họp chấm điểm do Đội trưởng, Thủ trưởng đơn vị chủ trì.", "Đội trưởng, Thủ trưởng đơn vị"),
        ("Hồ sơ trình xã duyệt được các thôn gửi qua Văn phòng.", "các thôn"),
        (
            "Sổ này do đồng chí phó bí thư thường trực xã ký, gửi về huyện.",
            "đồng chí phó bí thư thường trực xã",
        ),
        (
            "Cuộc họp chấm điểm, xếp hạng do Đội trưởng, Thủ trưởng đơn vị chủ trì, xong trước ngày 15/6/2024.",
            "Đội trưởng, Thủ trưởng đơn vị",
        ),
        ("Tổ dân phố để xảy ra cháy phải kiểm điểm.", "Tổ dân phố để xảy ra cháy"),
        ("Xã để xảy ra cháy thì Chủ tịch xã chịu trách nhiệm.", "Chủ tịch xã"),
        ("Đội trưởng giao Tổ cơ điện sửa máy bơm.", "Tổ cơ điện"),
    ],
)
def test_who_acts_behind_something_else(sentence: str, bearer: str | None) -> None:
    assert [duty.bearers for duty in find(sentence)] == ([[bearer]] if bearer else [])


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Đồng ý mở thêm bến đò tại thôn An Thái.", "permission"),
        ("Đồng ý với phương án của Phòng Kỹ thuật.", None),
        ("Đồng ý bổ nhiệm ông Lê Văn Mạ làm đội trưởng.", None),  # done by saying so
        ("Đồng ý ban hành quy chế chợ.", None),
    ],
)
def test_what_is_agreed_to_may_be_done(sentence: str, modality: str | None) -> None:
    assert [duty.modality for duty in find(sentence)] == ([modality] if modality else [])


@pytest.mark.parametrize(
    ("sentence", "deadlines"),
    [
        ("Sửa các lỗi kỹ thuật phát sinh trước khi mở cửa bến.", ["trước khi mở cửa bến"]),
        ("Giải quyết các đơn thư phát sinh trước khi sáp nhập thôn.", []),  # which letters
    ],
)
def test_faults_are_put_right_before_an_event(sentence: str, deadlines: list[str]) -> None:
    found = read(f"{HEAD}{LEAD}1. {sentence}\n")
    assert [deadline.text for deadline in found.deadlines] == deadlines
    assert [duty.deadlines for duty in found.obligations] == [deadlines]


@pytest.mark.parametrize(
    ("sentence", "modalities"),
    [
        ("Sổ kho được bảo quản trong tủ khóa; không giao sổ cho người ngoài.", ["obligation", "prohibition"]),
        ("Sổ kho đã được bảo quản trong tủ khóa.", []),
        ("Việc sửa cống khác đang được tiến hành theo kế hoạch.", []),
        ("Ở vụ trước, có 03 thôn phải làm lại sổ nên việc bàn giao bị kéo dài.", []),
        ("Trong hai năm 2021 và 2022, toàn chợ thu 612 triệu đồng, đã nộp 398 triệu đồng.", []),
        ("Năm 2023, việc nạo vét đã được tiến hành đúng quy trình.", []),
        ("Tỷ lệ hộ được xếp loại xuất sắc không vượt 20% tổng số hộ.", ["prohibition"]),
        ("Phổ biến quy chế mới, lưu ý điểm khác so với quy chế đã hết hiệu lực.", ["obligation"]),
        ("Quy chế này có hiệu lực từ ngày ký.", []),
        ("Dự thảo phương án phải được đưa ra bàn, lấy ý kiến các hộ trước khi in.", ["obligation"]),
        ("Dự toán sửa cống phải ghi rõ từng hạng mục.", ["obligation"]),
        ("Dự thảo Kế hoạch tuần đê.", []),
        ("Chưa xếp loại đối với tổ mới thành lập dưới 06 tháng.", ["prohibition"]),
        ("Chưa đánh giá đúng tình hình đê điều.", []),
        ("Kinh phí in ấn: căn cứ số bản để xây dựng dự toán.", ["obligation"]),
        ("Kinh phí in ấn: theo thực tế.", []),
        ("Căn cứ nhu cầu đã duyệt và số hộ năm 2024 để lập lại sơ đồ.", ["obligation"]),
        ("Các xã nộp sổ; có vướng mắc thì báo lại ngay.", ["obligation", "obligation"]),
        (
            "Chi hội có dưới 05 hội viên bầu chi hội trưởng; nếu cần có thể bầu cấp phó.",
            ["obligation", "permission"],
        ),
        ("Thời gian nhận sổ tháng 6 được kéo dài đến ngày 27/7/2024.", ["permission"]),
        ("Thời gian hội thi điểm bắt đầu từ ngày 07/6/2024.", ["obligation"]),
        ("Việc cân, đo, đóng gói hàng được thực hiện tại kho của bến.", ["obligation"]),
        ("Việc cân, đo, đóng gói hàng đã được thực hiện tại kho của bến.", []),
        ("Dự toán sửa cống, kênh phải ghi rõ từng hạng mục.", ["obligation"]),
        ("Nội quy chợ gần như không được thực hiện nhiều.", []),
        ("Nhà thầu có thể làm đêm nhưng phải có người giám sát.", ["permission"]),
        ("Nhà thầu có thể làm đêm và phải có người giám sát.", ["obligation"]),
        ("Kết quả cân được niêm yết tại bến ít nhất 15 ngày trước khi họp.", ["obligation"]),
        ("Hàng gửi kho được lưu giữ không quá 15 ngày.", ["permission"]),
        ("Năm 2023 vẫn còn 03 bến chưa có phao, đã được nhắc nhở.", []),
        ("Sổ kho được sắp xếp theo số thẻ.", ["obligation"]),
        ("Sổ kho đã được sắp xếp theo số thẻ.", []),
        ("Sổ kho được Phòng Kỹ thuật cấp.", []),
        ("Khoản 2 được sửa đổi như sau.", []),
        ("Các xã phân loại sổ; sổ bị rách được lập danh mục riêng.", ["obligation", "obligation"]),
        ("Các xã rà soát chợ; các chợ được xây từ năm 2020.", ["obligation"]),
        ("Tiền thu nộp vào tài khoản của huyện, không để lại xã.", ["obligation"]),
        ("Đất thu hồi được giao lại cho chủ rừng, không được bố trí cho việc khác.", ["obligation"]),
        ("Đất này không thuộc dự án, không được bố trí cho việc khác.", ["prohibition"]),
        ("Phiếu được viết tay, có chữ ký; không nhận phiếu thiếu chữ ký.", ["obligation", "prohibition"]),
        ("Giai đoạn 1: Phân loại sổ; sổ bị rách được lập danh mục riêng.", ["obligation", "obligation"]),
        ("Sự cố, hư hỏng phát sinh được báo cáo kịp thời về huyện.", ["obligation"]),
        ("Trường hợp thu sai: hồ sơ được chuyển về huyện để kết luận.", ["obligation"]),
        ("Trong thời gian xem xét kỷ luật, chưa điều động người trực kho.", ["prohibition"]),
        ("Trong thời gian qua, chưa điều động người trực kho.", []),
        ("Hợp đồng còn hạn thì tiếp tục thực hiện cho đến khi hết hạn.", ["obligation"]),
        ("Tổ mới lập, sáp nhập có thời gian làm việc dưới 06 tháng cũng không xếp loại.", ["prohibition"]),
    ],
)
def test_what_is_done_with_things_and_what_was(sentence: str, modalities: list[str]) -> None:
    assert [duty.modality for duty in find(sentence)] == modalities


_REVIEW = """Thực hiện Công văn số 15/BNV-VP ngày 02/4/2024 của Bộ Nội vụ, UBND tỉnh yêu cầu các đơn vị thực hiện việc
kiểm tra chợ theo các nội dung sau:

I- MỤC ĐÍCH, YÊU CẦU

1. Nhằm giúp các tổ quản lý, cá nhân tự soi, tự sửa, thấy rõ hạn chế để khắc phục; làm căn cứ cho việc chia sạp.

2. Việc kiểm tra phải kỹ.

II- NỘI DUNG

1. Đối tượng kiểm tra

a) Về tập thể: ban quản lý chợ, tổ tự quản; đội xung kích nơi có đội. Đội xung kích phải có mặt đủ.

b) Về cá nhân: hội viên trong toàn chợ, trừ người được miễn; cán bộ quản lý các cấp.
"""


def test_purposes_and_those_meant_bind_nobody() -> None:
    found = read(HEAD + _REVIEW).obligations
    assert [duty.text for duty in found] == ["Việc kiểm tra phải kỹ", "Đội xung kích phải có mặt đủ"]


@pytest.mark.parametrize(
    ("lead", "bearer"),
    [
        (
            "Thực hiện kết luận của đồng chí Lê Văn Mạ - Phó Thủ tướng Chính phủ, Trưởng ban chỉ đạo quốc gia kỷ "
            "niệm 50 năm ngày mở bến tại Hội nghị năm 2024, Ủy ban nhân dân tỉnh giao Văn phòng Bến xe:",
            "Văn phòng Bến xe",
        ),
        (
            "Theo ý kiến của đồng chí Lê Thị Mạ, Ủy viên Trung ương Đảng, Bí thư Tỉnh ủy, Trưởng Đoàn đại biểu Quốc "
            "hội tỉnh tại hội nghị giao ban tháng 4, Ủy ban nhân dân tỉnh hướng dẫn các chủ đò một số nội dung sau:",
            "các chủ đò",
        ),
        (
            "Ủy ban nhân dân tỉnh sửa đổi, bổ sung phương án nói trên và yêu cầu các chủ đò thực hiện các việc sau:",
            "các chủ đò",
        ),
    ],
)
def test_who_is_asked_last_in_a_lead_in(lead: str, bearer: str) -> None:
    (duty,) = read(f"{HEAD}{lead}\n\n- Sơn lại biển tên bến.\n").obligations
    assert duty.bearers == [bearer]


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        (
            "1. Hội viên được miễn trực\n\n- Hội viên làm việc xa nhà, không thường xuyên về thôn; hội viên là học sinh.\n"
            "\n- Hội viên phải giữ bí mật về nhân thân.\n\n2. Hội viên phải trực\n\n- Hội viên trực thay phải ký sổ.\n",
            ["Hội viên trực thay phải ký sổ"],
        ),
        (
            "1. Căn cứ đánh giá việc thực hiện nhiệm vụ\n\n- Thực hiện các kiến nghị của đoàn thanh tra.\n\n2. Việc phải làm"
            "\n\n- Thực hiện các kiến nghị của dân.\n",
            ["Thực hiện các kiến nghị của dân"],
        ),
        (
            "1. Thống nhất thời điểm mở cổng bến:\n\n- Buổi sáng: 06 giờ 30\n\n- Buổi chiều: 13 giờ 20\n",
            ["Thống nhất thời điểm mở cổng bến: - Buổi sáng: 06 giờ 30 - Buổi chiều: 13 giờ 20"],
        ),
        (
            "1. Các xã gửi sổ trực về huyện với thời gian như sau:\n\n- Trước ngày 25 hằng tháng đối với sổ tháng.\n",
            [
                "Các xã gửi sổ trực về huyện với thời gian như sau: - Trước ngày 25 hằng tháng đối với sổ tháng."
            ],
        ),
    ],
)
def test_what_stands_under_a_title_or_a_lead_in(body: str, texts: list[str]) -> None:
    found = read(HEAD + LEAD + body).obligations
    assert [" ".join(duty.text.split()) for duty in found] == texts


def test_hours_alone_in_a_list_of_times_are_deadlines() -> None:
    body = "1. Thống nhất thời điểm mở cổng bến:\n\n- Buổi sáng: 06 giờ 30\n\n- Buổi chiều: lúc 14 giờ\n"
    assert [deadline.text for deadline in read(HEAD + LEAD + body).deadlines] == ["06 giờ 30", "lúc 14 giờ"]
