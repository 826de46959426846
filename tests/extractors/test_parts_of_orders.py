"""Parts that belong to one order, and what stands beside orders without being one."""

from __future__ import annotations

from extractors import deadline_binding, deadlines, obligations, structure
from extractors.model import Obligation
from extractors.reading import read


def find(text: str) -> list[Obligation]:
    parsed = structure.parse(text)
    return obligations.find(text, parsed, deadlines=deadlines.find(text, parsed))


def test_more_of_the_same_things_behind_a_semicolon_are_no_duty_of_theirs() -> None:
    text = (
        "1. Tăng cường kiểm tra vệ sinh, tập trung vào các cơ sở có bếp ăn trên 100 suất; các cơ sở có nguồn "
        "nước riêng; các cơ sở đã từng vi phạm.\n2. Các cơ sở có bếp ăn tự kiểm tra trước ngày 05/5/2024.\n"
    )
    first, second = find(text)
    assert first.text.endswith("đã từng vi phạm") and first.bearers == []
    assert second.text == "Các cơ sở có bếp ăn tự kiểm tra trước ngày 05/5/2024"


def test_what_a_report_is_to_hold_is_one_with_the_order_to_report() -> None:
    text = (
        "1. Các bệnh viện rà soát giường bệnh. Báo cáo gửi về Sở cần nêu rõ các nội dung sau:\n"
        "- Tình hình thực hiện chỉ tiêu giường bệnh;\n- Kết quả khám, chữa bệnh;\n- Việc sử dụng kinh phí.\n"
        "2. Các bệnh viện công khai giá dịch vụ.\n"
    )
    found = find(text)
    assert [item.clause for item in found] == ["1", "1", "2"]
    assert found[1].text.startswith("Báo cáo gửi về Sở") and found[1].text.endswith("sử dụng kinh phí.")


def test_parts_that_order_stay_orders_below_a_report_s_name() -> None:
    text = (
        "1. Sở Y tế yêu cầu thực hiện báo cáo và các nội dung sau:\n"
        "- Mua thêm giường bệnh;\n- Kiểm tra bếp ăn;\n- Tổ chức trực đêm.\n"
    )
    assert [item.text for item in find(text)][-3:] == [
        "Mua thêm giường bệnh",
        "Kiểm tra bếp ăn",
        "Tổ chức trực đêm",
    ]


def test_purposes_among_demands_bind_nobody() -> None:
    text = (
        "I. MỤC ĐÍCH, YÊU CẦU\n"
        "1. Tổng kiểm tra thiết bị để từng khoa nắm được số máy hỏng; làm căn cứ lập dự toán; góp phần tiết kiệm.\n"
        "2. Việc kiểm tra phải đúng thời gian.\n"
        "3. Kiểm tra toàn bộ máy thở.\n"
    )
    assert [item.place for item in find(text)] == ["I.2", "I.3"]


def test_what_a_session_passed_is_no_order() -> None:
    text = "1. Thông qua Báo cáo công tác y tế quý I.\n2. Đẩy mạnh tiêm chủng ở các xã.\n"
    assert [item.clause for item in find(text)] == ["2"]


def test_a_preamble_with_a_semicolon_is_read_to_the_body_that_asks() -> None:
    text = (
        "Sau khi nghe báo cáo của Sở Y tế về giường bệnh; báo cáo của Sở Tài chính về dự toán, Chủ tịch Ủy ban "
        "nhân dân tỉnh giao Sở Xây dựng chủ trì một số nội dung sau:\n"
        "- Thẩm định thiết kế.\n- Khảo sát nền đất.\n"
    )
    assert [(item.text, item.bearers) for item in find(text)] == [
        ("Thẩm định thiết kế", ["Sở Xây dựng"]),
        ("Khảo sát nền đất", ["Sở Xây dựng"]),
    ]


def test_a_title_names_bodies_and_which_of_them_are_meant() -> None:
    text = (
        "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành thực hiện các nội dung sau:\n"
        "1. Sở Tài chính\na) Tổng hợp số liệu.\n"
        "2. Các đơn vị được giao quản lý nhà ở công vụ\na) Sửa chữa mái nhà.\nb) Kiểm kê thiết bị.\n"
    )
    assert [item.bearers for item in find(text)] == [
        ["Sở Tài chính"],
        ["Các đơn vị được giao quản lý nhà ở công vụ"],
        ["Các đơn vị được giao quản lý nhà ở công vụ"],
    ]


def test_numbers_in_brackets_below_a_dash_leave_the_dashes_theirs() -> None:
    text = (
        "Sở Y tế yêu cầu các bệnh viện thực hiện các nội dung sau:\n"
        "- Sửa chữa các khu:\n(1) Thay mái khu A.\n(2) Lát nền khu B.\n- Lập hồ sơ hoàn công.\n"
    )
    parsed = structure.parse(text)
    last = parsed.clauses[-1]
    assert last.label is None and parsed.clauses[last.parent or 0].label is None
    assert find(text)[-1].bearers == ["các bệnh viện"]


def test_a_mark_between_pages_parts_no_sentence_and_ends_no_lead_in() -> None:
    text = (
        "Sở Y tế yêu cầu các bệnh viện thực hiện các nội dung sau:\n"
        "1. Kiểm tra toàn bộ\n\n--- PAGE BREAK ---\n\n2\n\nmáy thở trước ngày 05/5/2024.\n2. Tổ chức trực đêm.\n"
    )
    first, second = find(text)
    assert first.text.split()[-4:] == ["thở", "trước", "ngày", "05/5/2024"]
    assert second.bearers == ["các bệnh viện"]


def test_what_a_page_prints_around_an_act_is_no_order() -> None:
    text = "Sở Y tế yêu cầu các bệnh viện tổ chức trực đêm.\n>> Xem chi tiết: Toàn văn yêu cầu của Sở Y tế tổ chức trực\n"
    assert [item.text for item in find(text)] == ["Sở Y tế yêu cầu các bệnh viện tổ chức trực đêm"]


def test_a_part_that_only_says_when_is_one_with_the_order_before_it() -> None:
    text = "1. Sở Y tế rà soát giường bệnh; báo cáo Ủy ban nhân dân tỉnh; hoàn thành trước ngày 05/5/2024.\n"
    assert [(item.text, item.deadlines) for item in find(text)] == [
        ("Sở Y tế rà soát giường bệnh", []),
        (
            "báo cáo Ủy ban nhân dân tỉnh; hoàn thành trước ngày 05/5/2024",
            ["trước ngày 05/5/2024"],
        ),
    ]


def test_objects_behind_a_semicolon_stay_with_their_verb() -> None:
    text = (
        "1. Sở Y tế tuyên truyền về tiêm chủng ở các xã; về an toàn thực phẩm và nước sạch.\n"
        "2. Sở Tài chính căn cứ quy định của Luật Ngân sách; quy định về phân cấp chi để phân bổ vốn.\n"
    )
    assert [item.text for item in find(text)] == [line[3:-1] for line in text.splitlines()]


def test_a_title_of_chief_duties_names_the_body() -> None:
    text = "II. NHIỆM VỤ CHỦ YẾU CỦA SỞ Y TẾ\n1. Xây dựng trạm y tế xã.\n2. Mua thuốc dự phòng.\n"
    assert [item.bearers for item in find(text)] == [["SỞ Y TẾ"], ["SỞ Y TẾ"]]


def test_a_lead_in_orders_by_what_stands_before_its_last_clause() -> None:
    text = (
        "Ban Thường vụ yêu cầu:\n- Chi bộ thôn Đông tiếp tục phát huy những ưu điểm, khắc phục triệt để các hạn chế đã "
        "nêu, tập trung thực hiện các nội dung sau:\n+ Quán triệt nghị quyết.\n+ Rà soát hồ sơ đảng viên.\n"
        "- Chi bộ thôn Tây tập trung thực hiện tốt một số nhiệm vụ sau:\n+ Rà soát hồ sơ quần chúng.\n"
    )
    assert [item.text.split(",")[0] for item in find(text)] == [
        "Chi bộ thôn Đông tiếp tục phát huy những ưu điểm",
        "Quán triệt nghị quyết",
        "Rà soát hồ sơ đảng viên",
        "Rà soát hồ sơ quần chúng",
    ]


def test_drafts_sent_along_and_what_was_not_found_are_no_orders() -> None:
    text = (
        "Đề nghị các đồng chí góp ý các văn bản sau:\n- Dự thảo Thông báo kiểm tra chi bộ thôn Đông;\n"
        "- Dự thảo Kế hoạch giám sát năm 2024.\n"
        "1. Qua kiểm tra, chưa phát hiện vụ việc phải xử lý kỷ luật.\n"
    )
    assert find(text) == []


def test_what_an_order_is_about_is_one_with_it_however_it_sounds() -> None:
    [found] = find(
        "1. Sở Tư pháp rà soát quy định về: tăng cường đầu tư chợ; phát triển bến xe; hỗ trợ hộ nghèo.\n"
    )
    assert found.text.endswith("hỗ trợ hộ nghèo") and found.bearers == ["Sở Tư pháp"]


def test_a_lead_in_over_amendments_orders_nothing() -> None:
    text = (
        "1. Sửa đổi, bổ sung một số khoản của Điều 7 về quản lý chợ hạng một và chợ hạng hai như sau:\n"
        "a) Khoản 2 được sửa đổi như sau: “2. Ban Quản lý chợ phải công khai mức thu tại cổng chợ.”\n"
    )
    assert find(text) == []


def test_a_lead_in_that_charges_passes_on_who_and_by_when() -> None:
    found = find(
        "1. Sở Y tế, trong thời hạn 15 ngày kể từ ngày nhận đủ hồ sơ của bệnh viện, có trách nhiệm:\n"
        "a) Thẩm tra hồ sơ.\nb) Trình Ủy ban nhân dân tỉnh trước ngày 05/5/2024.\n"
    )
    assert [(item.bearers, item.deadlines) for item in found] == [
        (["Sở Y tế"], ["trong thời hạn 15 ngày kể từ ngày nhận đủ hồ sơ của bệnh viện"]),
        (["Sở Y tế"], ["trước ngày 05/5/2024"]),
    ]


def test_what_a_meeting_decides_it_does_itself() -> None:
    found = find("1. Hội nghị thông qua biên bản.\n2. Hội nghị cử tri nghe đại biểu báo cáo.\n")
    assert [item.bearers for item in found] == [["Hội nghị"]]


def test_how_something_is_done_binds_in_a_numbered_clause() -> None:
    found = find(
        "1. Danh sách hộ nghèo được niêm yết tại nhà văn hóa thôn.\n2. Danh sách hộ nghèo đã được niêm yết tại xã.\n"
    )
    assert [item.clause for item in found] == ["1"]


def test_groups_of_people_named_are_no_orders() -> None:
    text = (
        "Điều 3. Đối tượng tặng quà, gồm:\n1. Nhóm đối tượng số 1:\n1.1. Người có công đang hưởng trợ cấp hằng tháng.\n"
        "Điều 4. Quy chế này áp dụng đối với:\n1. Các cơ quan nhà nước trên địa bàn theo quy định tại Quy chế này.\n"
        "Điều 5. Trình tự, thủ tục tiến hành kiểm tra, đề nghị xử lý hành chính trên địa bàn.\n1. Các sở phải nộp báo cáo.\n"
    )
    assert [item.place for item in find(text)] == ["Điều 5.1"]


def test_sums_under_long_names_are_facts() -> None:
    text = "1. Đề án xây dựng trường lớp cho chương trình giáo dục mầm non và phổ thông các xã vùng cao: 50.000 triệu đồng.\n"
    assert find(text) == []


def test_jobs_and_things_listed_behind_semicolons_are_one_order() -> None:
    [jobs] = find(
        "1. Các xã thực hiện đầy đủ việc lập, quản lý hồ sơ; kiểm kê, bảo quản tài sản; cập nhật dữ liệu.\n"
    )
    assert jobs.bearers == ["Các xã"] and jobs.text.endswith("cập nhật dữ liệu")
    [things] = find(
        "1. Nộp đầy đủ các khoản theo quy định: Tiền thuê đất; ký quỹ môi trường; nộp thuế, phí.\n"
    )
    assert things.text.endswith("nộp thuế, phí")


def test_an_explanation_in_brackets_is_no_part_of_a_name() -> None:
    [found] = find(
        "1. Các bộ quản lý chuyên ngành (theo quy định tại khoản 5 Điều 3):\na) Hướng dẫn các địa phương.\n"
    )
    assert found.bearers == ["Các bộ quản lý chuyên ngành"]


def test_leads_within_a_paragraph_stand_apart_from_what_they_introduce() -> None:
    found = find(
        "1. Các huyện tập trung thực hiện các giải pháp sau: Công khai quy hoạch; kiểm tra việc đấu giá đất.\n"
    )
    assert [(item.text, item.bearers) for item in found] == [
        ("Công khai quy hoạch", ["Các huyện"]),
        ("kiểm tra việc đấu giá đất", ["Các huyện"]),
    ]


def test_a_sentence_that_only_says_by_when_is_no_order_of_its_own() -> None:
    text = "1. Các xã kiểm kê chợ. Hoàn thành trước ngày 05/5/2024.\n2. Hoàn thành trước ngày 06/6/2024.\n"
    parsed = structure.parse(text)
    dated = deadlines.find(text, parsed)
    found = obligations.find(text, parsed, deadlines=dated)
    assert [(item.text, item.deadlines) for item in found] == [
        ("Các xã kiểm kê chợ", ["trước ngày 05/5/2024"]),
        ("Hoàn thành trước ngày 06/6/2024", ["trước ngày 06/6/2024"]),
    ]
    bound = deadline_binding.bound(dated, parsed, found)
    assert [item.text for item in bound] == ["trước ngày 05/5/2024", "trước ngày 06/6/2024"]


def test_works_listed_below_an_order_are_one_with_it() -> None:
    [found] = find(
        "1. Sở Xây dựng hoàn thành việc lập các nhiệm vụ sau:\n- Quy hoạch bến xe;\n- Đề án chợ nông thôn;\n"
        "- Chương trình nhà ở xã hội.\n"
    )
    assert found.bearers == ["Sở Xây dựng"] and found.text.endswith("nhà ở xã hội.")


def test_names_parted_by_semicolons_behind_a_time() -> None:
    [found] = find(
        "1. Trong năm 2024, các sở, ngành; các xã, phường; các trường học hoàn thành việc sắp xếp.\n"
    )
    assert found.bearers == ["các sở, ngành; các xã, phường; các trường học"]


def test_what_a_body_does_as_is_laid_down_announces_nothing() -> None:
    found = find(
        "Đoàn kiểm tra thực hiện nhiệm vụ theo quy định tại Điều 8, trong đó tập trung:\n"
        "1. Lập biên bản kiểm tra.\n2. Trình Giám đốc Sở kết luận.\n"
    )
    assert [item.bearers for item in found] == [["Đoàn kiểm tra"]] * 2


def test_a_phase_s_time_holds_for_what_stands_under_it() -> None:
    text = (
        "1. Đợt 1: Từ ngày 05/12/2025 đến ngày 20/12/2025:\na) Nội dung kiểm tra:\n- Kiểm tra sổ sách của các "
        "thôn.\n2. Đợt 2: Từ ngày 05/01/2026 đến ngày 20/01/2026:\n- Kiểm tra kho của các thôn.\n"
    )
    parsed = structure.parse(text)
    found = deadlines.find(text, parsed)
    duties = obligations.find(text, parsed, deadlines=found)
    assert [o.deadlines for o in duties] == [
        ["Từ ngày 05/12/2025 đến ngày 20/12/2025"],
        ["Từ ngày 05/01/2026 đến ngày 20/01/2026"],
    ]
    assert len(deadline_binding.bound(found, parsed, duties)) == 2


def test_an_act_behind_a_semicolon_is_one_more_to_carry_out() -> None:
    order = "Quán triệt Chỉ thị số 24-CT/TW; Quyết định số 17/QĐ-TTg về việc thành lập Ban Chỉ đạo"
    text = (
        "UBND TỈNH BẮC KẠN\nSố: 12/UBND-NC\nBắc Kạn, ngày 05 tháng 3 năm 2020\nKính gửi: Các sở.\n"
        f"UBND tỉnh yêu cầu các sở thực hiện các nội dung sau:\n1. {order}.\n"
    )
    assert [item.text for item in read(text).obligations] == [order]
