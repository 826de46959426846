"""Labels below tasks: who does them, with whom, by when."""

from __future__ import annotations

from extractors import deadlines, obligations, structure
from extractors.model import Obligation


def find(text: str) -> list[Obligation]:
    parsed = structure.parse(text)
    return obligations.find(text, parsed, deadlines=deadlines.find(text, parsed))


def told(found: list[Obligation]) -> list[tuple[str, list[str], list[str], list[str]]]:
    return [(item.text, item.bearers, item.partners, item.deadlines) for item in found]


def test_labels_of_their_own_number_hold_for_the_part() -> None:
    text = (
        "I. CÔNG TÁC TUYÊN TRUYỀN\n\n1. Nội dung, biện pháp\n\na) Phát tờ rơi ở các xã.\n\nb) Tổ chức hội thi.\n\n"
        "2. Cơ quan chủ trì, phối hợp\n\na) Cơ quan chủ trì\n\n- Sở Y tế; Sở Văn hóa.\n\n- Các bệnh viện.\n\n"
        "b) Cơ quan phối hợp\n\n- Tỉnh đoàn.\n\n3. Thời gian thực hiện: Tháng 11, 12/2024 và thường xuyên.\n\n"
        "II. CÔNG TÁC KIỂM TRA\n\n1. Nội dung\n\na) Kiểm tra bếp ăn.\n\n2. Thời gian thực hiện: Quý II/2025.\n"
    )
    bodies, partner = ["Sở Y tế", "Sở Văn hóa", "Các bệnh viện"], ["Tỉnh đoàn"]
    assert told(find(text)) == [
        ("Phát tờ rơi ở các xã", bodies, partner, ["Tháng 11, 12/2024"]),
        ("Tổ chức hội thi", bodies, partner, ["Tháng 11, 12/2024"]),
        ("Kiểm tra bếp ăn", [], [], ["Quý II/2025"]),
    ]


def test_lines_below_one_task() -> None:
    text = (
        "Ủy ban nhân dân tỉnh yêu cầu các sở thực hiện các nhiệm vụ sau:\n"
        "1. Xây dựng phần mềm quản lý hồ sơ.\n- Đơn vị chủ trì: Sở Nội vụ.\n- Đơn vị phối hợp: Sở Tài chính.\n"
        "- Thời gian hoàn thành: Trước ngày 30/6/2024.\n"
        "2. Sở Y tế tập huấn cho các trạm.\n- Thời gian thực hiện: Quý III/2024.\n"
    )
    assert told(find(text)) == [
        ("Xây dựng phần mềm quản lý hồ sơ", ["Sở Nội vụ"], ["Sở Tài chính"], ["Trước ngày 30/6/2024"]),
        ("Sở Y tế tập huấn cho các trạm", ["Sở Y tế"], [], ["Quý III/2024"]),
    ]


def test_the_plan_s_own_time_holds_for_no_single_task() -> None:
    text = (
        "Ban Thường trực ban hành kế hoạch như sau:\nI. NỘI DUNG\n1. Các thôn phải lập danh sách cử tri.\n"
        "II. THỜI GIAN THỰC HIỆN\nHội nghị tổ chức vào ngày 02/02/2026.\n"
    )
    assert [item.deadlines for item in find(text) if "danh sách" in item.text] == [[]]
    text = (
        text.replace("I. NỘI DUNG\n1.", "1. NỘI DUNG\n-")
        .replace("II. ", "2. ")
        .replace("HIỆN\nHội", "HIỆN: Hội")
    )
    assert [item.deadlines for item in find(text) if "danh sách" in item.text] == [[]]


def test_a_sentence_that_begins_with_the_words_is_no_label() -> None:
    text = "1. Đơn vị thực hiện tiêm chủng phải báo cáo trước ngày 05/5/2024.\n2. Thời gian qua, các trạm phải trực.\n"
    assert [item.clause for item in find(text)][:1] == ["1"]


def test_a_title_that_only_leads_names_who_acts() -> None:
    text = (
        "Thủ tướng yêu cầu:\n1. Bộ Y tế chủ trì, phối hợp với các bộ, cơ quan liên quan\na) Rà soát luật.\n"
        "b) Xây dựng kế hoạch.\n2. Bộ Công an\na) Kiểm tra các sàn giao dịch.\n"
    )
    assert [item.bearers for item in find(text)] == [["Bộ Y tế"], ["Bộ Y tế"], ["Bộ Công an"]]


def test_whose_responsibility_a_part_is() -> None:
    text = (
        "II. NHIỆM VỤ\n\n1. Quản lý nguồn nước\n\n- Rà soát giếng khoan.\n\n- Kiểm tra xả thải.\n\n"
        "Trách nhiệm chỉ đạo thực hiện: Đảng ủy Ủy ban nhân dân tỉnh.\n\n"
        "2. Cán bộ phụ trách giám sát\n\n- Chuẩn bị tài liệu.\n"
    )
    assert [item.bearers for item in find(text)] == [
        ["Đảng ủy Ủy ban nhân dân tỉnh"],
        ["Đảng ủy Ủy ban nhân dân tỉnh"],
        ["Cán bộ phụ trách giám sát"],
    ]
