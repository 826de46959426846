"""Clauses of the body: numbers, headings, lead-ins, sentences, parts, page breaks."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from extractors import markers, sentences, structure, view


def shape(text: str) -> list[tuple[str | None, str]]:
    """(label, first words) of every clause that is no heading."""
    read = structure.parse(text)
    return [
        (clause.label, " ".join(read.printed(clause.span).split()[:2]))
        for clause in read.clauses
        if clause.kind != "heading"
    ]


@pytest.mark.parametrize(
    ("line", "style", "label"),
    [
        ("1. Sở Y tế rà soát", "decimal1", "1"),
        ("2/ Sở Y tế rà soát", "decimal1", "2"),
        ("3- Sở Y tế rà soát", "decimal1", "3"),
        ("2.1. Sở Y tế", "decimal2", "2.1"),
        ("3.1.1 Sở Y tế", "decimal3", "3.1.1"),
        ("II. TỔ CHỨC THỰC HIỆN", "roman", "II"),
        ("IV- TỔ CHỨC", "roman", "IV"),
        ("a) Rà soát", "letter", "a"),
        ("đ) Rà soát", "letter", "đ"),
        ("(4) Rà soát", "paren", "(4)"),
        ("Điều 3. Sở Y tế", "article", "Điều 3"),
        ("Thứ hai, rà soát", "ordinal", "Thứ hai"),
        ("- Rà soát", "dash", None),
        ("+ Rà soát", "plus", None),
        ("Chương II", "chapter", "Chương II"),
    ],
)
def test_marker(line: str, style: str, label: str | None) -> None:
    found = markers.read(view.plain(line), view.folded(line), (0, len(line)))
    assert found is not None
    assert (found.style, found.label) == (style, label)


@pytest.mark.parametrize(
    "line",
    [
        "30/10/2022 là hạn cuối",
        "20% số đảng viên",
        "2.500 hồ sơ",
        "Thứ Ba, ngày 08/11",
        "v.v. và các nội dung",
        "12 giờ",
    ],
)
def test_not_a_marker(line: str) -> None:
    assert markers.read(view.plain(line), view.folded(line), (0, len(line))) is None


def test_labels_follow_the_parent() -> None:
    text = (
        "II. NHIỆM VỤ\n"
        "1. Sở Y tế:\n"
        "a) Rà soát cơ sở khám bệnh.\n"
        "- Kiểm tra thuốc.\n"
        "2. Sở Tài chính bố trí kinh phí.\n"
        "2.1. Thẩm định dự toán.\n"
    )
    assert shape(text) == [
        ("II.1", "Sở Y"),
        ("II.1a", "Rà soát"),
        ("II.1a", "Kiểm tra"),
        ("II.2", "Sở Tài"),
        ("II.2.1", "Thẩm định"),
    ]


def test_articles_number_their_clauses() -> None:
    text = "Điều 1. Quy định chung\n1. Các sở báo cáo.\n2. Các huyện báo cáo.\nĐiều 2. Các sở thi hành."
    assert [label for label, _ in shape(text)] == ["Điều 1.1", "Điều 1.2", "Điều 2"]


def test_brackets_below_a_number() -> None:
    text = "3.1.1. Kiểm điểm các nội dung sau:\n(1) Việc chấp hành nội quy.\n(2) Việc sử dụng tài sản.\n"
    assert [label for label, _ in shape(text)] == ["3.1.1", "3.1.1(1)", "3.1.1(2)"]


def test_last_paragraph_is_outside_any_clause() -> None:
    text = "1. Sở Y tế rà soát.\n2. Sở Tài chính bố trí kinh phí.\nĐề nghị các đơn vị triển khai thực hiện.\n"
    assert [label for label, _ in shape(text)] == ["1", "2", None]


def test_paragraph_between_clauses_belongs_to_the_one_before() -> None:
    text = "1. Sở Y tế rà soát.\nKết quả gửi Văn phòng tổng hợp.\n2. Sở Tài chính bố trí kinh phí.\n"
    assert [label for label, _ in shape(text)] == ["1", "1", "2"]


def test_lines_of_a_page_are_joined() -> None:
    text = (
        "1. Giao Sở Nông nghiệp chủ trì, phối hợp với các sở, ngành liên quan và Ủy ban\n"
        "nhân dân các huyện rà soát quy hoạch vùng trồng cây ăn quả giai đoạn 2026\n"
        "- 2030, đề xuất danh mục dự án kêu gọi đầu tư trình cấp có thẩm quyền xem xét\n"
        "2\n"
        "\f\n"
        "phê duyệt trước ngày 30/6/2026.\n"
        "2. Các huyện tổ chức tuyên truyền sâu rộng chủ trương này đến từng hộ dân trồng cây.\n"
    )
    read = structure.parse(text)
    assert [clause.label for clause in read.clauses] == ["1", "2"]
    assert read.printed(read.clauses[0].span).endswith("trước ngày 30/6/2026.")


def test_sentences_and_parts() -> None:
    text = "Sở Y tế (TP. Thủ Đức; Quận 1) rà soát; báo cáo “kết quả; tồn tại”. Sau đó, tổng hợp.v.v. và gửi."
    parts = sentences.split(view.plain(text), view.folded(text), (0, len(text)))
    assert [[text[a:b] for a, b in sentence] for sentence in parts] == [
        ["Sở Y tế (TP. Thủ Đức; Quận 1) rà soát", "báo cáo “kết quả; tồn tại”"],
        ["Sau đó, tổng hợp.v.v. và gửi"],
    ]


def test_numbers_that_repeat_are_warned_of() -> None:
    read = structure.parse("3. Nội dung:\n3.1. Kiểm điểm.\n3.2. Xếp loại.\n3.2. Báo cáo kết quả.\n")
    assert [warning.code for warning in structure.warnings(read)] == ["numbering-repeats"]
    assert structure.warnings(structure.parse("1. Sở:\na) Rà.\n2. Sở:\na) Rà.\n")) == []


def test_table_rows_are_no_paragraphs() -> None:
    read = structure.parse("TT\tNhiệm vụ\tChủ trì\n1\tRà soát hồ sơ\tSở Nội vụ\n")
    assert [clause.kind for clause in read.clauses] == ["row", "row"]


def test_appendices_issued_with_the_directive_are_read() -> None:
    body = "1. Sở Y tế rà soát.\n"
    plan = "PHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n1. Sở Nội vụ tổng hợp.\n"
    letter = "SỞ XÂY DỰNG\nTHÔNG BÁO\n1. Người dự tuyển phải có bằng đại học.\n"
    form = "Mẫu số 01 (kèm theo Kế hoạch)\n1. Họ và tên phải viết hoa.\n"

    @dataclass
    class Parts:
        body: tuple[int, int]
        footnotes: tuple[tuple[int, int], ...]
        appendices: tuple[tuple[int, int], ...]

    for appendix, regions in ((plan, {0, 1}), (letter, {0}), (form, {0})):
        text = body + appendix
        parts = Parts((0, len(body)), (), ((len(body), len(text)),))
        assert {clause.region for clause in structure.parse(text, parts).clauses} == regions


def test_a_wrapped_list_goes_on_after_its_semicolon() -> None:
    text = (
        "1. Sở Y tế kiểm tra điều kiện hoạt động của các cơ sở khám bệnh tư nhân, nhà\n"
        "thuốc, phòng xét nghiệm trên địa bàn toàn tỉnh theo đúng kế hoạch đã ban hành;\n"
        "tổng hợp kết quả kiểm tra, đề xuất hình thức xử lý đối với các cơ sở vi phạm và\n"
        "công khai trên cổng thông tin điện tử của Sở Y tế để người dân biết, phản ánh.\n"
        "2. Sở Tài chính bố trí kinh phí thực hiện các nội dung tại Kế hoạch này năm nay.\n"
    )
    assert [label for label, _ in shape(text)] == ["1", "2"]


TITLED = (
    "{lead}\n1. Nâng cao chất lượng nguồn nhân lực, đổi mới công tác đào tạo, bồi dưỡng, gắn với nhu "
    "cầu sử dụng của "
    "các doanh nghiệp trên địa bàn toàn tỉnh\n\nSở Nội vụ rà soát chương trình đào tạo.\n\n2. Phát "
    "triển hạ tầng số\n\n"
    "Sở Khoa học và Công nghệ xây dựng đề án.\n"
)


def test_a_long_title_without_a_full_stop_stands_over_its_paragraph() -> None:
    read = structure.parse(TITLED.format(lead="II. NHIỆM VỤ"))
    assert [(clause.kind, clause.label) for clause in read.clauses[1:]] == [
        ("heading", "II.1"),
        ("text", "II.1"),
        ("heading", "II.2"),
        ("text", "II.2"),
    ]


def test_numbered_sentences_that_all_stand_over_paragraphs_are_titles() -> None:
    text = (
        "1. Sửa chữa các hồ chứa xuống cấp.\nCông ty Thủy lợi lập danh mục hồ chứa cần sửa chữa, "
        "trình thẩm định.\n"
        "2. Nạo vét kênh mương nội đồng.\nỦy ban nhân dân các xã huy động lực lượng nạo vét trong "
        "tháng 5.\n\n"
        "Trong quá trình thực hiện, nếu có vướng mắc, báo cáo về Sở.\n"
    )
    read = structure.parse(text)
    kinds = [(clause.kind, clause.label) for clause in read.clauses]
    assert kinds == [("heading", "1"), ("text", "1"), ("heading", "2"), ("text", "2"), ("text", None)]
    order = text.replace("Nạo vét", "Đề nghị Sở Tài chính nạo vét")
    assert "heading" not in {clause.kind for clause in structure.parse(order).clauses}


def test_the_last_item_of_a_list_without_full_stops_is_no_title() -> None:
    text = (
        "1. Rà soát trang thiết bị\n2. Báo cáo kết quả về Sở\nTrong quá trình thực hiện, nếu có vướng "
        "mắc, báo cáo.\n"
    )
    assert [clause.kind for clause in structure.parse(text).clauses] == ["text", "text", "text"]


@pytest.mark.parametrize(
    ("printed", "labels"),
    [
        (
            "IV. GIẢI PHÁP\n2. Sở Y tế chỉ đạo:\n2.1. Trạm Y tế trực.\n2.2. Bệnh viện trực.\n",
            ["IV.2.1", "IV.2.2"],
        ),
        ("IV. GIẢI PHÁP\n4.1. Trạm Y tế trực.\n4.2. Bệnh viện trực.\n", ["4.1", "4.2"]),
        ("3. Sở Y tế chỉ đạo:\n3.1. Trạm Y tế trực.\n3.2. Bệnh viện trực.\n", ["3.1", "3.2"]),
        ("A. CHUNG\nI. GIẢI PHÁP\n1. Sở Y tế:\n1.1. Trực.\n1.1.1. Trực đêm.\n", ["I.1.1", "I.1.1.1"]),
    ],
)
def test_a_number_of_two_parts_follows_the_part_it_stands_in(printed: str, labels: list[str]) -> None:
    found = [
        c.label for c in structure.parse(printed).clauses if c.label and "." in c.label.removeprefix("IV.")
    ]
    assert found[-2:] == labels


@pytest.mark.parametrize(
    "printed",
    [
        (
            "1. Rà soát hồ sơ lưu trữ của đơn vị theo quy định tại khoản\n2, Điều 15 Luật Lưu trữ và báo "
            "cáo kết quả.\n"
        ),
        "1. Rà soát hồ sơ lưu trữ của đơn vị theo quy định tại Khoản\n3 - Điều 61 Luật Lưu trữ và báo cáo.\n",
        "1. Các đơn vị thực hiện chế độ báo cáo theo hướng dẫn tại mục\n2. Phụ lục kèm theo công văn này.\n",
        "1. Các phòng nộp báo cáo về Văn phòng Sở vào ngày\n5. hằng tháng theo mẫu đã gửi.\n",
        "1. Các xã hoàn thành việc rà soát theo điểm\na) khoản 1 Điều 4 Nghị định về hộ tịch.\n",
    ],
)
def test_a_number_that_the_line_before_wants_opens_no_clause(printed: str) -> None:
    assert [clause.label for clause in structure.parse(printed).clauses] == ["1"]


@pytest.mark.parametrize("last", ["địa điểm", "một số hạng mục", "chi tiết"])
def test_a_word_that_only_sounds_like_it_wants_a_number(last: str) -> None:
    text = (
        f"Các đơn vị chuẩn bị cho hội nghị thời gian, {last}\n1. Văn phòng đặt phòng.\n2. Phòng Tài vụ chi.\n"
    )
    assert [c.label for c in structure.parse(text).clauses if c.label] == ["1", "2"]


def test_a_page_mark_with_the_file_s_name_opens_no_clause() -> None:
    text = "2. Sở Y tế lãnh đạo:\na) Rà soát hồ sơ.\n18.CTRHU12.DOC 9\nb) Kiểm tra việc khám.\n"
    assert [label for label, _ in shape(text)] == ["2", "2a", "2b"]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n      "])
def test_a_roman_number_alone_on_its_line_numbers_the_heading_below(gap: str) -> None:
    text = f"I.{gap}MỤC ĐÍCH, YÊU CẦU\n1. Các chi bộ tổ chức nghiêm túc.\n"
    assert shape(text) == [("I.1", "Các chi")]


def test_a_letter_that_stands_twice_under_one_number_is_told() -> None:
    twice = "1. Rà soát:\na) Một việc.\nb) Hai việc.\nb) Ba việc.\n2. Báo cáo:\na) Sáu tháng.\nb) Cả năm.\n"
    found = structure.warnings(structure.parse(twice))
    assert [(w.code, "'1b'" in w.message) for w in found] == [("numbering-repeats", True)]
