"""Amendments' new texts bind; titles set times; a letter opens with the act it carries out."""

from __future__ import annotations

import datetime as dt

import pytest

from extractors import amendments, deadline_binding, deadlines, obligations, structure
from extractors.model import Deadline, Obligation
from extractors.reading import read

ISSUED = dt.date(2025, 12, 10)


def found(text: str) -> tuple[list[Obligation], list[Deadline]]:
    parsed = structure.parse(text)
    changed = amendments.find(text, parsed)
    dated = deadlines.find(text, parsed, issued=ISSUED)
    binding = obligations.find(text, parsed, deadlines=dated, amendments=changed)
    return binding, deadline_binding.bound(dated, parsed, binding)


def test_the_new_text_binds_and_the_old_does_not() -> None:
    binding, _ = found(
        "1. Tại khoản 2 Điều 4, sửa đổi nội dung “Các chợ phải đóng cửa trước 20 giờ mỗi ngày trong tuần” thành như "
        "sau: “Các chợ phải đóng cửa trước 22 giờ mỗi ngày; hộ kinh doanh có quyền dọn hàng sau giờ này”.\n"
    )
    assert [(item.text, item.clause, item.modality) for item in binding] == [
        ("Các chợ phải đóng cửa trước 22 giờ mỗi ngày", "1", "obligation"),
        ("hộ kinh doanh có quyền dọn hàng sau giờ này", "1", "permission"),
    ]


def test_a_new_text_of_its_own_paragraph_leaves_out_its_number() -> None:
    binding, _ = found(
        "1. Bổ sung khoản 4 vào Điều 7 như sau:\n\n“4. Chợ hạng 1 phải có lối thoát nạn rộng ít nhất hai mét.”\n"
    )
    assert [item.text for item in binding] == ["Chợ hạng 1 phải có lối thoát nạn rộng ít nhất hai mét"]


def test_a_phrase_for_a_phrase_orders_nothing() -> None:
    binding, _ = found(
        "1. Thay thế cụm từ “phải báo cáo” bằng cụm từ “phải gửi báo cáo” tại khoản 1 Điều 5.\n"
    )
    assert binding == []


def test_a_title_s_time_is_due_for_what_stands_under_it() -> None:
    binding, due = found(
        "II. LỘ TRÌNH THỰC HIỆN\n1. Đợt 1: Trong tháng 12/2025\n- Tổ chức nạo vét kênh.\n- Kiểm tra biển báo trước ngày "
        "20/12/2025.\n2. Đợt 2: Từ tháng 01 đến ngày khai giảng 15/3/2026\n- Tổ chức trồng cây.\n"
    )
    assert [item.deadlines for item in binding] == [
        ["Trong tháng 12/2025"],
        ["trước ngày 20/12/2025"],
        ["Từ tháng 01 đến ngày khai giảng 15/3/2026"],
    ]
    assert [item.date for item in due] == ["2025-12", "2025-12-20", "2026-01/2026-03-15"]


def test_a_title_s_year_or_report_sets_no_time() -> None:
    binding, due = found(
        "I. KẾT QUẢ TRONG THÁNG 11/2025\n- Các xã phải nộp quỹ.\nII. NHIỆM VỤ NĂM 2026\n- Các xã phải trồng cây.\n"
    )
    assert [item.deadlines for item in binding] == [[], []] and due == []


_LETTER = (
    "ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI\nSố: 500/UBND-NC\nYên Bái, ngày 12 tháng 7 năm 2023\n\n"
    "Kính gửi: Các sở, ngành.\n\n{body}\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nTrần Huy Khôi\n"
)


@pytest.mark.parametrize(
    ("body", "relation"),
    [
        ("Ngày 03/7/2023, Chính phủ đã ban hành Nghị định số 88/2023/NĐ-CP về chợ. Đề nghị các sở triển khai.", "implements"),
        ("Ngày 03/7/2023, Ủy ban nhân dân tỉnh đã ban hành Công văn số 88/UBND-NC về chợ. Nay đề nghị các sở làm lại.", "cites"),
        ("Đề nghị các sở báo cáo. Tháng trước Bộ Y tế ban hành Thông tư số 88/2023/TT-BYT về khám bệnh.", "cites"),
        ("Các sở làm phiếu theo Mẫu số 2 ban hành kèm theo Thông tư số 88/2023/TT-BYT.", "implements"),
        ("Các sở làm đúng quy định của Thông tư số 88/2023/TT-BYT.", "implements"),
    ],
)  # fmt: skip
def test_how_a_letter_stands_to_the_act_it_opens_with(body: str, relation: str) -> None:
    assert [r.relation for r in read(_LETTER.format(body=body)).references] == [relation]


def test_a_list_of_acts_is_replaced() -> None:
    body = (
        "Công văn này thay thế các văn bản sau: Công văn số 12/UBND-NC ngày 02/3/2020; Công văn số 15/UBND-NC ngày "
        "05/4/2021."
    )
    assert [r.relation for r in read(_LETTER.format(body=body)).references] == ["replaces", "replaces"]


def test_points_of_an_act_beside_another_s() -> None:
    body = "Việc họp theo Điều 2, 3 của Nghị quyết số 10/2020/NQ-HĐND và Điều 21, 22 của Nghị quyết số 12/2021/NQ-HĐND."
    assert [r.relation for r in read(_LETTER.format(body=body)).references] == ["implements", "implements"]


@pytest.mark.parametrize(
    ("after", "issuer"),
    [(" Xét đề nghị của Giám đốc Sở Y tế", "Bộ Tài chính"), ("\nHà Nội, ngày 5 tháng 7", "Bộ Tài chính")],
)
def test_an_issuer_ends_before_the_next_recital_or_place(after: str, issuer: str) -> None:
    body = f"Căn cứ Thông tư số 88/2023/TT-BTC ngày 03/7/2023 của Bộ Tài chính{after}, các sở báo cáo."
    assert read(_LETTER.format(body=body)).references[0].issuer == issuer


@pytest.mark.parametrize(
    ("body", "relations"),
    [
        (
            "Thực hiện Kế hoạch số 12/KH-UBND ngày 02/3/2023 của Ủy ban nhân dân tỉnh về việc triển khai thực hiện Chỉ thị số "
            "5/CT-TTg ngày 01/2/2023 của Thủ tướng Chính phủ, các sở báo cáo.",
            ["implements", "cites"],  # inside the title of the act that is carried out
        ),
        ("Các bộ điều chỉnh danh mục tài sản theo quy định tại khoản 1 Điều 1 Nghị định số 17/2023/NĐ-CP.", ["implements"]),
        (
            "Các sở rà soát văn bản để bãi bỏ, bảo đảm thống nhất với quy định tại Nghị định số 17/2023/NĐ-CP.",
            ["cites"],
        ),
        ("Các sở đề xuất sửa đổi, bổ sung Quyết định số 66/2009/QĐ-TTg về nhà ở.", ["cites"]),
    ],
)  # fmt: skip
def test_what_stands_between_a_verb_and_an_act(body: str, relations: list[str]) -> None:
    assert [r.relation for r in read(_LETTER.format(body=body)).references] == relations


@pytest.mark.parametrize(
    "issuer",
    [
        "Trung tâm Kiểm soát bệnh tật tỉnh Hà Nam",
        "Chi cục Kiểm lâm",
        "Cục Cảnh sát giao thông",
        "Cục Quản lý tài nguyên nước",
        "Phòng Kinh tế và Hạ tầng huyện Bảo Lạc",
        "Cục Thú y",
    ],
)
def test_names_go_on_in_small_letters(issuer: str) -> None:
    body = f"Theo Công văn số 15/CV-TT ngày 02/3/2023 của {issuer} về việc phòng dịch, các sở báo cáo."
    assert [r.issuer for r in read(_LETTER.format(body=body)).references] == [issuer]


def test_an_addressee_is_named_without_the_address() -> None:
    text = _LETTER.format(body="Đề nghị Công ty nộp báo cáo.").replace(
        "Các sở, ngành.", "Công ty cổ phần Hòa An (Địa chỉ: Khu công nghiệp Tân Hội, tỉnh Yên Bái)."
    )
    assert read(text).addressees == ["Công ty cổ phần Hòa An"]


def test_an_article_says_what_a_telegram_asks_and_whom() -> None:
    found = read(
        "Thủ tướng Chính phủ vừa ký ban hành Công điện số 134/CĐ-TTg ngày 14/12/2024 yêu cầu các địa phương chấn chỉnh đấu giá "
        "đất.\n\nThủ tướng yêu cầu Bộ Công an xử lý nghiêm vi phạm.\n"
    )
    assert found.subject == "chấn chỉnh đấu giá đất"
    told = read(
        "Ngày 29/10/2018, Cục Thú y đã có công điện số 37/TY gửi: Chi cục Thú y vùng I; Chi cục Thú y vùng II với nội dung:\n\n"
        "Dịch đang lan ở các tỉnh phía Bắc, gió cấp 5.\n\nCục Thú y đề nghị các đơn vị:\n\n1. Duy trì chế độ trực.\n"
    )
    assert told.addressees == ["Chi cục Thú y vùng I", "Chi cục Thú y vùng II"]
    assert [item.text for item in told.obligations] == ["Duy trì chế độ trực"]


@pytest.mark.parametrize(
    ("says", "action"),
    [
        ("Khoản 1 Điều 6 được điều chỉnh như sau:", "replace"),
        ("Mục a Khoản 3 Điều 1 được bổ sung như sau:", "insert"),
        ("Điều 6 bổ sung thêm một đoạn như sau:", "insert"),
    ],
)
def test_a_place_that_is_the_sentence_s_subject_is_amended(says: str, action: str) -> None:
    parsed = structure.parse(
        "Điều 1. Sửa đổi, bổ sung một số điều của Quy chế ban hành kèm theo Quyết định số 44/QĐ-BCT ngày 09/9/2009 "
        f"như sau:\n1. {says}\nTiểu ban nội dung họp mỗi tháng một lần.\nĐiều 2. Hiệu lực\n"
    )
    [found_] = amendments.find(parsed.text, parsed)
    assert (found_.action, found_.new) == (action, "Tiểu ban nội dung họp mỗi tháng một lần.")


def test_a_time_moved_from_one_day_to_another_is_an_amendment() -> None:
    parsed = structure.parse(
        "1. Điều chỉnh thời hạn báo cáo tại mục 2 Công văn số 900/UBND-TH ngày 02/6/2023 từ ngày 30/7/2024 thành ngày "
        "30/8/2024.\n"
    )
    [changed] = amendments.find(parsed.text, parsed)
    assert (changed.place, changed.old, changed.new) == ("Mục 2", "ngày 30/7/2024", "ngày 30/8/2024")
