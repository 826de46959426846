"""Rules of a review, and amendments of other acts."""

from __future__ import annotations

import pytest

from extractors import amendments, rules, structure
from extractors.model import Amendment, Reference, Rule
from extractors.reading import read


def find(text: str) -> list[Rule]:
    read = structure.parse(text)
    found = rules.find(text, read, amendments=amendments.find(text, read))
    for item in found:
        assert text[item.span[0] : item.span[1]] == item.text
    return found


def change(text: str, number: str | None = None) -> list[Amendment]:
    references = []
    if number:
        at = text.index(number)
        references = [Reference(text=number, number=number, span=(at, at + len(number)))]
    return amendments.find(text, structure.parse(text), references=references)


@pytest.mark.parametrize(
    ("text", "limit", "of", "among", "above"),
    [
        (
            "Số đảng viên xếp loại “Hoàn thành xuất sắc nhiệm vụ” không vượt quá 20% số đảng viên xếp "
            "loại “Hoàn thành tốt "
            "nhiệm vụ” trở lên.",
            0.2,
            "Hoàn thành xuất sắc nhiệm vụ",
            "Hoàn thành tốt nhiệm vụ",
            True,
        ),
        (
            "Tỷ lệ chi bộ hoàn thành xuất sắc nhiệm vụ khống chế ở mức 25% số chi bộ hoàn thành tốt nhiệm vụ.",
            0.25,
            "hoàn thành xuất sắc nhiệm vụ",
            "hoàn thành tốt nhiệm vụ",
            False,
        ),
        (
            "Tỷ lệ công chức hoàn thành xuất sắc nhiệm vụ tối đa 15% số công chức hoàn thành tốt nhiệm vụ.",
            0.15,
            "hoàn thành xuất sắc nhiệm vụ",
            "hoàn thành tốt nhiệm vụ",
            False,
        ),
        (
            "Tập thể xếp loại “hoàn thành xuất sắc nhiệm vụ” không quá 1/5 số tập thể xếp loại “hoàn "
            "thành tốt nhiệm vụ”.",
            0.2,
            "hoàn thành xuất sắc nhiệm vụ",
            "hoàn thành tốt nhiệm vụ",
            False,
        ),
    ],
)
def test_quota(text: str, limit: float, of: str, among: str, above: bool) -> None:
    (rule,) = find("1. " + text)
    assert (rule.kind, rule.limit, rule.of, rule.among, rule.among_or_above) == (
        "quota",
        limit,
        of,
        among,
        above,
    )


def test_a_share_of_money_is_no_quota() -> None:
    assert find("1. Chi thường xuyên không vượt quá 20% dự toán được giao.") == []


def test_rank_cap_with_exceptions() -> None:
    (rule,) = find(
        "1. Mức xếp loại của trưởng phòng không được cao hơn mức xếp loại của phòng, trừ các trường "
        "hợp: (1) người mới nhận "
        "nhiệm vụ dưới 03 tháng; (2) người kiêm nhiệm."
    )
    assert (rule.kind, rule.of, rule.not_above) == ("rank_cap", "trưởng phòng", "phòng")
    assert rule.exceptions == ["người mới nhận nhiệm vụ dưới 03 tháng", "người kiêm nhiệm"]


def test_minimum_members_and_tenure() -> None:
    found = find(
        "1. Không kiểm điểm đối với tập thể có dưới 03 thành viên.\n"
        "2. Không đánh giá, xếp loại đối với tập thể mới thành lập chưa đủ 06 tháng; tập thể có dưới 03 "
        "thành viên.\n"
        "3. Cán bộ mới chuyển công tác chưa đủ 01 năm thì không xếp loại.\n"
    )
    assert [(rule.kind, rule.count or rule.months, rule.effect) for rule in found] == [
        ("minimum_members", 3, "not reviewed"),
        ("minimum_tenure", 6, "not ranked"),
        ("minimum_members", 3, "not ranked"),
        ("minimum_tenure", 12, "not ranked"),
    ]


def test_only_the_new_words_of_an_amendment_rule() -> None:
    found = find(
        "1. Tại điểm 2.1, khoản 2 sửa đổi nội dung “Số đơn vị xếp loại “Hoàn thành xuất sắc nhiệm vụ” "
        "không vượt quá 20% số đơn "
        "vị xếp loại “Hoàn thành tốt nhiệm vụ”” thành như sau: “Số đơn vị xếp loại “Hoàn thành xuất sắc "
        "nhiệm vụ” không vượt "
        "quá 25% số đơn vị xếp loại “Hoàn thành tốt nhiệm vụ” trở lên”."
    )
    assert [(rule.limit, rule.among_or_above) for rule in found] == [(0.25, True)]


def test_one_quota_with_two_bases_is_warned_of() -> None:
    quota = "Số đơn vị xếp loại “Xuất sắc” không vượt quá 20% số đơn vị xếp loại “Tốt”"
    assert [w.code for w in rules.warnings(find(f"1. {quota}.\n2. {quota} trở lên.\n"))] == [
        "quota-two-bases"
    ]
    assert rules.warnings(find(f"1. {quota}.\n2. {quota}.\n")) == []


def test_amendment_replaces_quoted_words() -> None:
    text = (
        "1. Sửa đổi Kế hoạch số 09-KH/ĐU như sau:\n"
        "(1) Tại Mục IV, khoản 2 (Xếp loại đảng viên).\n"
        "- Tại điểm 2.3a, sửa đổi nội dung “xếp loại “Tốt” trong chi bộ” thành như sau: “xếp loại “Tốt” "
        "trong đảng bộ”.\n"
        "- Tại điểm 2.4 bổ sung nội dung “đảng viên dự bị”.\n"
    )
    found = change(text, "09-KH/ĐU")
    assert [(a.target, a.place, a.action, a.old, a.new) for a in found] == [
        (
            "09-KH/ĐU",
            "Mục IV, khoản 2, điểm 2.3a",
            "replace",
            "xếp loại “Tốt” trong chi bộ",
            "xếp loại “Tốt” trong đảng bộ",
        ),
        ("09-KH/ĐU", "Mục IV, khoản 2, điểm 2.4", "insert", None, "đảng viên dự bị"),
    ]


def test_amendments_as_the_state_writes_them() -> None:
    text = (
        "Điều 1. Sửa đổi, bổ sung một số điều của Quy định ban hành kèm theo Quyết định số 61/2009/QĐ-UBND\n"
        "1. Khoản 2 Điều 5 được sửa đổi như sau:\n“2. Ban Quản lý công khai mức thu.\n\nMức thu niêm "
        "yết tại cổng.”\n"
        "2. Bổ sung khoản 4 vào Điều 7 như sau:\n“4. Chợ hạng 1 có phương án chữa cháy.”\n"
        "3. Bãi bỏ điểm c khoản 1 Điều 12.\n"
        "4. Thay thế cụm từ “Sở Thương mại” bằng cụm từ “Sở Công Thương” tại Điều 14.\n"
    )
    found = change(text, "61/2009/QĐ-UBND")
    assert [(a.place, a.action, a.old, (a.new or "")[:12]) for a in found] == [
        ("Điều 5, khoản 2", "replace", None, "2. Ban Quản "),
        ("Điều 7, khoản 4", "insert", None, "4. Chợ hạng "),
        ("Điều 12, khoản 1, điểm c", "delete", None, ""),
        ("Điều 14", "replace", "Sở Thương mại", "Sở Công Thươ"),
    ]
    assert found[0].new is not None and found[0].new.endswith("tại cổng.")
    assert {a.target for a in found} == {"61/2009/QĐ-UBND"}


@pytest.mark.parametrize(
    "text",
    [
        "1. Rà soát, sửa đổi, bổ sung quy chế làm việc của cơ quan.",
        "1. Bãi bỏ Công văn số 722-CV/TU.",
        "1. Bổ sung biên chế cho khoản 2 Điều 5.",
    ],
)
def test_no_amendment(text: str) -> None:
    assert [a for a in change(text) if a.old or a.new] == []


HTX, HTT = "“Hoàn thành xuất sắc nhiệm vụ”", "“Hoàn thành tốt nhiệm vụ”"


@pytest.mark.parametrize(
    ("text", "subject", "start"),
    [
        (
            f"Riêng viên chức các trường học, số lượng xếp loại {HTX} không quá 25% số viên chức {HTT}.",
            "viên chức các trường học",
            "Riêng viên chức",
        ),
        (
            f"Cán bộ diện Huyện ủy quản lý: mức {HTX} không quá một phần năm số cán bộ được xếp loại {HTT}.",
            "Cán bộ diện Huyện ủy quản lý",
            "Cán bộ diện",
        ),
        (
            f"Đối với công chức cấp xã, tỷ lệ xếp loại {HTX} tối đa 20% số người được xếp loại {HTT}.",
            "công chức cấp xã",
            "Đối với công chức",
        ),
        (
            f"Tỷ lệ chi bộ được xếp loại {HTX} không quá 20% số chi bộ được xếp loại {HTT}.",
            "chi bộ",
            "Tỷ lệ chi bộ",
        ),
        (f"Bảo đảm số lượng đảng viên xếp loại {HTX} không quá 20% số {HTT}.", "đảng viên", "Bảo đảm"),
    ],
)
def test_whom_a_quota_counts(text: str, subject: str, start: str) -> None:
    (rule,) = rules.find(text, structure.parse(text))
    assert (rule.subject, rule.text.startswith(start)) == (subject, True)


def test_a_quota_has_its_subject_from_the_label_above() -> None:
    text = f"3. Đối với đảng viên:\na) Xếp loại {HTX} không vượt quá 20% số được xếp loại {HTT}.\n"
    (rule,) = rules.find(text, structure.parse(text))
    assert rule.subject == "đảng viên"


def test_exceptions_of_a_cap_may_stand_below_it() -> None:
    text = (
        "b) Mức xếp loại của người đứng đầu không được cao hơn mức xếp loại của tập thể do mình đứng "
        "đầu, trừ "
        "các trường hợp sau:\n- Người mới nhận nhiệm vụ dưới 06 tháng;\n- Người phụ trách tạm thời.\n"
    )
    (rule,) = [rule for rule in rules.find(text, structure.parse(text)) if rule.kind == "rank_cap"]
    assert rule.exceptions == ["Người mới nhận nhiệm vụ dưới 06 tháng", "Người phụ trách tạm thời"]
    assert rule.text.endswith("Người phụ trách tạm thời") and text[slice(*rule.span)] == rule.text
    assert (rule.subject, rule.not_above) == ("người đứng đầu", "tập thể do mình đứng đầu")


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        (
            "Không đánh giá, xếp loại đối với tập thể lãnh đạo mới thành lập chưa đủ 06 tháng.",
            "tập thể lãnh đạo",
        ),
        ("Tập thể có dưới 03 thành viên thì không kiểm điểm.", "Tập thể"),
        ("Cán bộ luân chuyển về chưa đủ 06 tháng thì không xếp loại ở nơi đến.", "Cán bộ luân chuyển về"),
    ],
)
def test_whom_a_least_number_or_term_bounds(text: str, subject: str) -> None:
    (rule,) = rules.find(text, structure.parse(text))
    assert rule.subject == subject


def test_what_has_a_short_name_is_amended_before_what_is_named_nearer() -> None:
    text = (
        "Đảng ủy ban hành Kế hoạch số 41-KH/ĐU về kiểm tra (sau đây gọi tắt là Kế hoạch số 41). Theo "
        "Quyết định số "
        "233-QĐ/QU về sáp nhập, Đảng ủy điều chỉnh như sau:\n"
        "1. Tại Mục II, khoản 1, sửa đổi nội dung “Kiểm tra 04 chi bộ” thành “Kiểm tra 03 chi bộ”.\n"
    )
    references = []
    for number, alias in (("41-KH/ĐU", "Kế hoạch số 41"), ("233-QĐ/QU", None)):
        at = text.index(number)
        references.append(Reference(text=number, number=number, alias=alias, span=(at, at + len(number))))
    (item,) = amendments.find(text, structure.parse(text), references=references)
    assert item.target == "41-KH/ĐU"


def test_amendments_in_lines_that_the_page_broke() -> None:
    text = (
        "Đảng ủy sửa đổi Kế hoạch số 41-KH/ĐU về công tác kiểm tra, giám sát của Đảng bộ phường như sau:\n"
        "1. Tại Mục II, khoản 2, sửa đổi nội dung “Chi bộ xếp loại “Tốt” hai năm liền được miễn giám\n"
        "sát chuyên đề trong năm tiếp theo, trừ trường hợp có đơn thư” thành như sau:\n"
        "“Chi bộ xếp loại “Xuất sắc” hai năm liền có thể được miễn giám sát chuyên đề nếu không\n"
        "có đơn thư”.\n"
        "2. Thay thế cụm từ “Ban Văn hóa thông tin” bằng cụm từ “Ban Văn hóa - Xã hội” được ghi tại\n"
        "Mục III. Các nội dung khác của Kế hoạch giữ nguyên như đã ban hành, không thay đổi thêm.\n"
        "3. Thay thế cụm từ “Sở Thương nghiệp” bằng cụm từ “Sở Công Thương” được ghi trong quy chế tại\n"
        "Điều 14.\n"
    )
    first, second, third = change(text, "41-KH/ĐU")
    assert (first.old or "").startswith("Chi bộ xếp loại “Tốt”")
    assert (first.new or "").startswith("Chi bộ xếp loại “Xuất sắc”") and (first.new or "").endswith(
        "đơn thư"
    )
    assert (second.old, second.new, second.place) == (
        "Ban Văn hóa thông tin",
        "Ban Văn hóa - Xã hội",
        "Mục III",
    )
    assert (third.old, third.new, third.place) == ("Sở Thương nghiệp", "Sở Công Thương", "Điều 14")


def test_new_words_in_paragraphs_without_quotation_marks() -> None:
    text = (
        "Điều 1. Điều chỉnh, bổ sung một số nội dung tại Quyết định số 44/QĐ-UBND, cụ thể như sau:\n"
        "1. Điều chỉnh khoản 3 Điều 1:\n"
        "Quy mô: xây mới 12 phòng học.\n"
        "Diện tích: 1.200 m2.\n"
        "2. Khoản 5 Điều 1 được sửa đổi như sau:\n"
        "Thời gian thực hiện: năm 2024.\n"
        "Điều 2. Giám đốc Sở Xây dựng thi hành Quyết định này.\n"
    )
    found = amendments.find(text, structure.parse(text))
    assert [(item.place, item.action, item.new) for item in found] == [
        ("Điều 1, khoản 3", "replace", "Quy mô: xây mới 12 phòng học.\nDiện tích: 1.200 m2."),
        ("Điều 1, khoản 5", "replace", "Thời gian thực hiện: năm 2024."),
    ]


def test_ranks_cut_short_and_caps_on_a_rank_s_level() -> None:
    text = (
        "1. Số công chức xếp loại HTXSNV không quá 20% số công chức HTTNV trở lên.\n"
        "2. Viên chức quản lý không được xếp loại chất lượng ở mức cao hơn mức xếp loại của đơn vị.\n"
        "3. Cấp phó xếp loại không cao hơn mức xếp loại của cấp trưởng.\n"
    )
    found = rules.find(text, structure.parse(text))
    assert [(item.kind, item.of, item.among, item.among_or_above, item.not_above) for item in found] == [
        ("quota", "HTXSNV", "HTTNV", True, None),
        ("rank_cap", "Viên chức quản lý", None, None, "đơn vị"),
        ("rank_cap", "Cấp phó", None, None, "cấp trưởng"),
    ]


def test_a_rank_under_its_label() -> None:
    text = "a) Viên chức làm việc chưa đủ 06 tháng: không xếp loại năm đó.\n"
    [rule] = rules.find(text, structure.parse(text))
    assert (rule.kind, rule.months, rule.effect) == ("minimum_tenure", 6, "not ranked")
    text = "b) Mức xếp loại Trưởng phòng: không được cao hơn mức xếp loại của phòng.\n"
    [rule] = rules.find(text, structure.parse(text))
    assert (rule.kind, rule.of, rule.not_above) == ("rank_cap", "Trưởng phòng", "phòng")


def test_new_words_whose_closing_mark_is_straight_or_lost_end_with_them() -> None:
    text = (
        "Điều 2. Sửa đổi, bổ sung Điều 21\n"
        '1. Sửa đổi điểm a khoản 1 như sau:\n“a) Tiếp nhận hồ sơ khám bệnh.\nb) Trả kết quả."\n'
        "2. Bổ sung điểm d khoản 1 như sau:\n“d) Lưu hồ sơ theo quy định.\n"
        "Điều 3. Sở Y tế tổ chức thực hiện.\n"
    )
    found = amendments.find(text, structure.parse(text))
    assert [(item.action, item.new) for item in found] == [
        ("replace", "a) Tiếp nhận hồ sơ khám bệnh.\nb) Trả kết quả."),
        ("insert", "d) Lưu hồ sơ theo quy định"),
    ]


def test_a_stage_and_what_a_file_adds_are_no_amendment() -> None:
    text = (
        "1. Hồ sơ trình bày nội dung bổ sung các hạng mục giai đoạn 2 như sau:\n- Vỉa hè bằng bê tông.\n"
        "- Cấp điện chiếu sáng.\n"
    )
    assert amendments.find(text, structure.parse(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Trong số tổ được xếp loại hoàn thành tốt nhiệm vụ, không quá 20% được xếp loại hoàn thành xuất sắc nhiệm vụ.",
        "Tối đa 20% số tổ hoàn thành tốt nhiệm vụ được xếp loại hoàn thành xuất sắc nhiệm vụ.",
        "Không quá 1/5 số tổ hoàn thành tốt nhiệm vụ được đánh giá hoàn thành xuất sắc nhiệm vụ.",
    ],
)  # fmt: skip
def test_a_quota_whose_base_stands_first(text: str) -> None:
    assert [(r.limit, r.of, r.among, r.among_or_above) for r in find(f"1. {text}\n")] == [
        (0.2, "hoàn thành xuất sắc nhiệm vụ", "hoàn thành tốt nhiệm vụ", False)
    ]


def test_whom_a_quota_counts_behind_its_limit() -> None:
    found = find(
        "1. Tối đa 20% số đơn vị hoàn thành tốt nhiệm vụ được xếp loại hoàn thành xuất sắc nhiệm vụ.\n"
    )
    assert [r.subject for r in found] == ["đơn vị"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Thay thế cụm từ “Phòng Công Thương” bằng cụm từ “Phòng Kinh tế” tại Điều 3, Điều 5 và Điều 9.", "Điều 3, Điều 5, Điều 9"),
        ("Bãi bỏ khoản 1, 2 và 3 Điều 6 của Quy chế.", "Điều 6, khoản 1, khoản 2, khoản 3"),
        ("Bãi bỏ điểm b và điểm c khoản 3 Điều 4.", "Điều 4, khoản 3, điểm b, điểm c"),
        ("Sửa đổi khoản 2 Điều 5 như sau: “2. Hạn tại khoản 1, khoản 4 là ngày 15/12.”", "Điều 5, khoản 2"),
    ],
)  # fmt: skip
def test_places_in_a_row(text: str, place: str) -> None:
    assert [a.place for a in change(f"1. {text}\n")] == [place]


def test_praise_is_counted_and_who_came_late_is_not_spoken_of() -> None:
    (quota,) = find(
        '1. Số hội viên được biểu dương không vượt quá 10% số hội viên được xếp loại "khá" trở lên.\n'
    )
    assert (quota.kind, quota.limit, quota.among, quota.among_or_above) == ("quota", 0.1, "khá", True)
    (tenure,) = find("1. Không lấy nhận xét đối với đảng viên giới thiệu về nơi cư trú chưa đủ 06 tháng.\n")
    assert (tenure.kind, tenure.months) == ("minimum_tenure", 6)


def test_a_recital_s_act_is_not_the_one_that_is_changed() -> None:
    text = (
        "ĐẢNG ỦY KHỐI CƠ QUAN TỈNH\nSố 11-HD/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nHuế, ngày 20 tháng 5 năm 2013\n\n"
        "HƯỚNG DẪN\nsửa đổi, bổ sung Hướng dẫn số 07-HD/ĐU ngày 18/3/2011 về nếp sống\n\n"
        "Căn cứ Hướng dẫn số 15-HD/BTCTW ngày 05/11/2012 của Ban Tổ chức Trung ương, Đảng ủy hướng dẫn như sau:\n\n"
        "1. Tại Mục II, khoản 5, bổ sung điểm d như sau: “d) Giữ vệ sinh chung”.\n\n"
        "2. Bỏ cụm từ “và thủ quỹ” tại Mục III, khoản 1.\n"
    )
    assert [(a.target, a.place) for a in read(text).amendments] == [
        ("07-HD/ĐU", "Mục II, khoản 5, điểm d"),
        ("07-HD/ĐU", "Mục III, khoản 1"),
    ]


def test_two_changes_in_one_clause() -> None:
    text = (
        "1. Điều chỉnh điểm 2.3, mục II Kế hoạch số 41-KH/QU như sau: thay cụm từ “trước ngày 30/6” "
        "bằng cụm từ “trước ngày 30/11”; bãi bỏ điểm 3.1, mục III của Kế hoạch số 41-KH/QU.\n"
    )
    assert [(a.action, a.place) for a in change(text, "41-KH/QU")] == [
        ("replace", "Mục II, điểm 2.3"),
        ("delete", "Mục III, điểm 3.1"),
    ]


def test_a_cap_with_an_exception_before_another_cap() -> None:
    body = (
        "1. Mức xếp loại của trưởng trạm không được vượt quá mức xếp loại của trạm, trừ người mới nhận việc "
        "chưa đủ 02 tháng; mức xếp loại của trạm không được cao hơn mức xếp loại của chi bộ trạm.\n"
    )
    caps = find(body)
    assert [(r.kind, r.of, r.not_above) for r in caps] == [
        ("rank_cap", "trưởng trạm", "trạm"),
        ("rank_cap", "trạm", "chi bộ trạm"),
    ]
    assert caps[0].exceptions == ["người mới nhận việc chưa đủ 02 tháng"]


def test_a_point_put_in_behind_another() -> None:
    text = (
        "Điều 1. Sửa đổi Quy chế số 45-QĐ/HU ngày 5/6/2020 như sau:\n"
        "2. Bổ sung điểm e vào sau điểm đ khoản 2 Điều 6 như sau:\n“e) Người trực phải ký sổ.”\n"
    )
    assert [(a.place, a.action, a.new) for a in change(text)] == [
        ("Điều 6, khoản 2, điểm e", "insert", "e) Người trực phải ký sổ.")
    ]


@pytest.mark.parametrize("less", ["chưa đủ", "chưa tròn", "dưới"])
def test_less_than_a_term_is_said_in_many_ways(less: str) -> None:
    text = f"1. Đội viên chuyển về Đội {less} 04 tháng thì tổ cho kiểm điểm nhưng không xếp loại.\n"
    assert [(r.kind, r.months, r.effect) for r in find(text)] == [("minimum_tenure", 4, "not ranked")]
