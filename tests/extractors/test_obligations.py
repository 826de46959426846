"""Obligations: what binds, whom, how; how sentences are cut; what does not bind."""

from __future__ import annotations

import pytest

from extractors import amendments, deadlines, obligations, phrases, predicates, structure
from extractors.model import Obligation


def find(text: str, act: str | None = None) -> list[Obligation]:
    read = structure.parse(text)
    changed = amendments.find(text, read)
    due = deadlines.find(text, read)
    found = obligations.find(text, read, deadlines=due, amendments=changed, act=act)
    for item in found:
        assert text[item.span[0] : item.span[1]] == item.text
    return found


LEAD = "Ban Thường vụ Huyện ủy yêu cầu các chi bộ, đảng bộ cơ sở thực hiện tốt một số nội dung sau:\n"


def test_lead_in_gives_bearers_and_is_none_itself() -> None:
    found = find(LEAD + "1. Rà soát danh sách đảng viên.\n2. Văn phòng Huyện ủy tổng hợp báo cáo.\n")
    assert [(item.text, item.clause, item.bearers) for item in found] == [
        ("Rà soát danh sách đảng viên", "1", ["các chi bộ, đảng bộ cơ sở"]),
        ("Văn phòng Huyện ủy tổng hợp báo cáo", "2", ["Văn phòng Huyện ủy"]),
    ]


def test_semicolon_parts_and_enumerations() -> None:
    found = find(
        LEAD + "1. Sở Y tế rà soát các cơ sở khám bệnh; báo cáo kết quả trước ngày 20/4/2024; kiểm tra các "
        "nội dung về nhân lực; "
        "thiết bị; thuốc.\n"
    )
    assert [item.text for item in found] == [
        "Sở Y tế rà soát các cơ sở khám bệnh",
        "báo cáo kết quả trước ngày 20/4/2024",
        "kiểm tra các nội dung về nhân lực; thiết bị; thuốc",
    ]
    assert [item.deadlines for item in found] == [[], ["trước ngày 20/4/2024"], []]
    assert {tuple(item.bearers) for item in found} == {("Sở Y tế",)}


def test_a_new_subject_holds_to_the_end_of_its_sentence() -> None:
    found = find(
        LEAD + "1. Cấp ủy cấp trên duyệt kế hoạch. Từng chi bộ xây dựng kế hoạch; gửi về Văn phòng. Tổ chức "
        "sơ kết định kỳ.\n"
    )
    assert [item.bearers for item in found] == [
        ["Cấp ủy cấp trên"],
        ["Từng chi bộ"],
        ["Từng chi bộ"],
        ["Cấp ủy cấp trên"],
    ]


@pytest.mark.parametrize(
    ("sentence", "bearers"),
    [
        ("Giao Sở Y tế chủ trì, phối hợp với Sở Tài chính thẩm định hồ sơ", ["Sở Y tế"]),
        ("Đề nghị các cơ quan, đơn vị treo cờ Tổ quốc", ["các cơ quan, đơn vị"]),
        ("Các cấp ủy, trước hết là người đứng đầu cần nêu gương", ["Các cấp ủy", "người đứng đầu"]),
        ("Căn cứ tình hình thực tế, các sở, ngành xây dựng kế hoạch", ["các sở, ngành"]),
        ("Sau thời hạn trên, nếu còn tồn đọng thì Giám đốc Sở phải chịu trách nhiệm", ["Giám đốc Sở"]),
        ("Ủy ban Kiểm tra Huyện ủy giám sát việc thực hiện", ["Ủy ban Kiểm tra Huyện ủy"]),
        (
            "Giao các Bộ: Công an, Tài chính, Y tế có ý kiến bằng văn bản",
            ["các Bộ: Công an, Tài chính, Y tế"],
        ),
        ("Nghiêm cấm cán bộ, đảng viên uống rượu, bia trong giờ làm việc", ["cán bộ, đảng viên"]),
        ("Tập thể lãnh đạo, quản lý các đơn vị tổ chức kiểm điểm", ["Tập thể lãnh đạo, quản lý các đơn vị"]),
        ("Đơn vị nào chưa nộp báo cáo thì không được xét thi đua", ["Đơn vị nào chưa nộp báo cáo"]),
        ("Thanh tra tỉnh tăng cường kiểm tra đột xuất", ["Thanh tra tỉnh"]),
        ("Tỉnh đoàn thông báo để các cơ sở Đoàn biết, thực hiện", ["các cơ sở Đoàn"]),
        ("Đối với các chi bộ chưa kiểm điểm thì tổ chức kiểm điểm bổ sung", ["các chi bộ chưa kiểm điểm"]),
    ],
)
def test_bearers(sentence: str, bearers: list[str]) -> None:
    assert [item.bearers for item in find(f"1. {sentence}.")] == [bearers]


def test_a_list_of_bearers_may_hold_semicolons() -> None:
    text = (
        "QUYẾT ĐỊNH:\n"
        "Điều 1. Phê duyệt Kế hoạch phòng, chống lũ lụt.\n"
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.\n"
        "Điều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh; Giám đốc các sở; Chủ tịch Ủy ban nhân dân các xã "
        "chịu trách nhiệm "
        "thi hành Quyết định này./.\n"
    )
    assert [(item.clause, item.bearers) for item in find(text)] == [
        (
            "Điều 3",
            ["Chánh Văn phòng Ủy ban nhân dân tỉnh; Giám đốc các sở; Chủ tịch Ủy ban nhân dân các xã"],
        )
    ]


def test_heading_names_the_bearer() -> None:
    text = (
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Tài chính\n- Bố trí kinh phí.\n- Hướng dẫn thanh toán.\n2. Sở "
        "Y tế:\n- Tổng hợp báo cáo.\n"
    )
    assert [(item.place, item.bearers) for item in find(text)] == [
        ("II.1", ["Sở Tài chính"]),
        ("II.1", ["Sở Tài chính"]),
        ("II.2", ["Sở Y tế"]),
    ]


def test_announcing_body_does_not_bear() -> None:
    text = "Ủy ban nhân dân huyện ban hành Kế hoạch số hóa hồ sơ như sau:\n1. Quét hồ sơ hộ tịch.\n"
    assert [item.bearers for item in find(text)] == [[]]


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("Các đơn vị không được tổ chức liên hoan", "prohibition"),
        ("Nghiêm cấm lợi dụng chính sách", "prohibition"),
        ("Không tổ chức đoàn đi chúc Tết cấp trên", "prohibition"),
        ("Tỷ lệ xếp loại không vượt quá 20% số đơn vị", "prohibition"),
        ("Thực hiện nghiêm việc xếp loại không vượt quá 20% số đơn vị", "prohibition"),
        ("Các xã được sử dụng ngân sách dự phòng", "permission"),
        ("Chi bộ có thể mời cấp ủy nơi cư trú dự", "permission"),
        ("Các xã phải hoàn thành giải ngân", "obligation"),
        ("Các xã rà soát, không để sót đối tượng", "obligation"),
        ("Tránh kiểm điểm qua loa, hình thức", "obligation"),
    ],
)
def test_modality(sentence: str, modality: str) -> None:
    assert [item.modality for item in find(LEAD + f"1. {sentence}.")] == [modality]


def test_narrative_and_reasons_do_not_bind() -> None:
    text = (
        "Thời gian qua, các cấp ủy đã lãnh đạo, chỉ đạo thực hiện có hiệu quả công tác dân vận. Tuy "
        "nhiên, việc nắm tình hình "
        "ở một số nơi vẫn còn hạn chế; chưa kịp thời giải quyết kiến nghị.\n"
        + LEAD
        + "1. Rà soát các vụ việc.\n"
    )
    assert [item.text for item in find(text)] == ["Rà soát các vụ việc"]


def test_purposes_and_facts_do_not_bind() -> None:
    text = (
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\n- Tuyên truyền rộng rãi truyền thống quê hương.\n2. Yêu cầu\n"
        "- Tổ chức trang trọng, tiết kiệm.\nII. NỘI DUNG\n1. Thời gian: ngày 09/5/2024.\n2. Địa điểm: "
        "Hội trường huyện.\n"
    )
    assert [item.text for item in find(text)] == ["Tổ chức trang trọng, tiết kiệm"]


def test_nominal_items_under_a_binding_lead_in_bind() -> None:
    text = "1. Các chi bộ kiểm điểm, làm rõ các nội dung sau:\n(1) Việc chấp hành nội quy cơ quan.\n"
    assert ("1(1)", ["Các chi bộ"]) in [(item.clause, item.bearers) for item in find(text)]


def test_details() -> None:
    text = (
        "1. Ban Tổ chức Huyện ủy phối hợp với Ủy ban Kiểm tra Huyện ủy rà soát hồ sơ, báo cáo Ban "
        "Thường vụ Huyện ủy "
        "(qua Văn phòng Huyện ủy) trước ngày 20/4/2024.\n"
        "2. Nếu có vướng mắc, các chi bộ phản ánh về Văn phòng.\n"
    )
    first, second = find(text)
    assert first.partners == ["Ủy ban Kiểm tra Huyện ủy"]
    assert first.report_to == ["Ban Thường vụ Huyện ủy", "Văn phòng Huyện ủy"]
    assert first.action is not None and first.action.startswith("phối hợp với") and "20/4" not in first.action
    assert second.condition == "Nếu có vướng mắc"


def test_tables_of_tasks() -> None:
    text = (
        "III. PHÂN CÔNG NHIỆM VỤ\n"
        "TT\tNhiệm vụ\tCơ quan chủ trì\tPhối hợp\tThời hạn\n"
        "1\tRà soát hồ sơ lưu trữ\tSở Nội vụ\tSở Tài chính\tTrước 20/3/2024\n"
        "2\tTập huấn phần mềm mới\tSở Khoa học\t\tTháng 5/2024\n"
    )
    found = find(text)
    assert [(item.text, item.clause, item.bearers, item.partners, item.deadlines) for item in found] == [
        ("Rà soát hồ sơ lưu trữ", "1", ["Sở Nội vụ"], ["Sở Tài chính"], ["Trước 20/3/2024"]),
        ("Tập huấn phần mềm mới", "2", ["Sở Khoa học"], [], ["Tháng 5/2024"]),
    ]


def test_what_an_amendment_quotes_is_no_order() -> None:
    text = (
        "1. Tại điểm 2.1, khoản 2, Mục IV sửa đổi nội dung “Các chi bộ phải họp hằng tháng” thành "
        "như sau: “Các chi bộ phải họp hằng quý”.\n"
    )
    assert find(text) == []


def test_ids_hold_when_the_text_around_changes() -> None:
    one = find(LEAD + "1. Rà soát danh sách.\n2. Tổng hợp báo cáo.\n")
    two = find("Năm 2024 có nhiều đổi mới.\n" + LEAD + "1. Rà soát  danh\nsách.\n2. Tổng hợp báo cáo năm.\n")
    assert one[0].id == two[0].id
    assert one[1].id != two[1].id
    assert len({item.id for item in find(LEAD + "1. Rà soát kỹ. Rà soát kỹ.\n")}) == 2


def test_a_report_binds_nobody() -> None:
    text = "II. NHIỆM VỤ\n1. Tiếp tục rà soát thủ tục hành chính.\n"
    assert find(text, act="KH") and find(text, act="BC") == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\f\n",
        "“" * 3000,
        "(" * 2000 + ")" * 2000,
        "Sở Y tế; " * 1500,
        "1. a\n" * 3000,
        "các sở, " * 2000,
        "trước ngày 1/1 " * 2000,
        "sau khi " * 3000,
        "sửa đổi khoản 1 “" * 500,
        "không quá 20% " * 2000,
        "\t|\t" * 3000,
    ],
)
def test_hostile_text_ends(text: str) -> None:
    find(text)


def test_what_another_act_says_is_no_order() -> None:
    text = (
        "1. Khoản 2 Điều 3 của Thông tư số 15/2026/TT-BCT quy định: “Cơ sở phải đăng ký.\n"
        "Cơ sở có trách nhiệm lưu hồ sơ.”\n"
        "2. Các cơ sở thực hiện đúng quy định trên.\n"
    )
    assert [item.text for item in find(text)] == ["Các cơ sở thực hiện đúng quy định trên"]


def test_an_invitation_binds_nobody() -> None:
    assert find("Sở Y tế trân trọng kính mời các đơn vị tham dự hội nghị.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # "bao gồm:" over orders introduces them and orders itself
            "1. Phòng Năng lượng:\nChủ trì, phối hợp với các phòng tham mưu Lãnh đạo Sở thực hiện "
            "các nhiệm vụ được ủy quyền, bao gồm:\n"
            "- Huấn luyện, kiểm tra an toàn hóa chất;\n- Cấp, cấp lại giấy phép sử dụng hóa chất.\n",
            ["Chủ trì, phối", "Huấn luyện,", "Cấp, cấp lại"],
        ),
        (  # over things it introduces things
            "1. Sở Y tế thành lập Tổ công tác, gồm:\n- Lãnh đạo Sở;\n- Đại diện các bệnh viện.\n",
            [],
        ),
        (
            "Yêu cầu các phòng nghiêm túc thực hiện. Trong quá trình triển khai, nếu có khó khăn, "
            "vướng mắc, kịp thời báo cáo "
            "Giám đốc Sở.\n",
            ["Yêu cầu các phòng", "Trong quá trình"],
        ),
        (
            (
                "Đề nghị các đơn vị quan tâm thực hiện. Quá trình thực hiện có vướng mắc phản ánh về "
                "Phòng Tài vụ.\n"
            ),
            ["Đề nghị các đơn vị", "Quá trình thực hiện"],
        ),
        (
            LEAD + "1. Văn phòng theo dõi, đôn đốc thực hiện; tổng hợp tình hình báo cáo Thường trực Huyện "
            "ủy; trên cơ sở đó tham mưu "
            "sơ kết.\n",
            ["Văn phòng theo dõi", "tổng hợp tình hình", "trên cơ sở đó"],
        ),
        (
            LEAD + "1. Các chi bộ quán triệt Chỉ thị; căn cứ chức năng, nhiệm vụ cụ thể hóa thành kế hoạch "
            "để thực hiện.\n",
            ["Các chi bộ", "căn cứ chức năng"],
        ),
        (
            "Bộ Y tế báo cáo tình hình tiêm chủng; trên cơ sở đó chủ trì xây dựng Đề án mở rộng tiêm chủng.\n"
            "Đề nghị Bộ Y tế quan tâm thực hiện.\n",
            ["Đề nghị Bộ Y tế"],
        ),
        (
            LEAD + "1. Sở Công Thương hỗ trợ doanh nghiệp. Cụ thể: (i) Rà soát trình độ công nghệ; (ii) Tổ "
            "chức tập huấn chuyển đổi số; "
            "(iii) Phối hợp với hiệp hội mở thị trường.\n",
            ["Sở Công Thương", "Rà soát", "Tổ chức tập", "Phối hợp"],
        ),
        (  # a list of wrongs is no list of orders
            LEAD + "1. Công an xã xử lý nghiêm các hành vi vi phạm, đặc biệt là: (i) Khai thác trái phép; "
            "(ii) Không nộp thuế.\n",
            ["Công an xã"],
        ),
        (
            LEAD + "1. Sở Tài chính rà soát quy định. Trường hợp thẩm quyền chưa thể xác định rõ thì trong "
            "đề án chỉ nêu theo hướng mở.\n",
            ["Sở Tài chính", "Trường hợp thẩm"],
        ),
    ],
)
def test_duties_that_lists_and_conditions_hide(text: str, expected: list[str]) -> None:
    found = [item.text for item in find(text)]
    assert len(found) == len(expected), found
    assert all(text.startswith(start) for text, start in zip(found, expected, strict=True)), found


@pytest.mark.parametrize(
    "text",
    [
        "Đề nghị các xã lưu ý.\nĐến nay, Sở Tài chính không nhận được hồ sơ nào của các xã.\n",
        "Đề nghị các xã lưu ý.\nQua rà soát, Sở Y tế không phát hiện trường hợp mắc bệnh.\n",
        "Đề nghị các xã lưu ý.\nỦy ban nhân dân xã xin trân trọng thông báo.\n",
        "Đề nghị các xã lưu ý.\nSở Nội vụ kính báo cáo./.\n",
        (
            "Đề nghị các xã lưu ý.\nCông tác này còn bất cập như: thu nhập của công nhân chưa được bảo "
            "đảm; nhà ở chật hẹp.\n"
        ),
        (
            "1. Đề nghị các xã lưu ý.\n2. Thị trường lao động được coi là động lực. Thông qua thị trường "
            "lao động, tạo thêm việc làm mới.\n"
        ),
    ],
)
def test_facts_are_no_duties(text: str) -> None:
    assert len(find(text)) == 1


def test_what_is_not_to_be_taken_still_binds() -> None:
    found = find(LEAD + "1. Cán bộ, công chức không nhận quà. Sở Y tế không phát ngôn khi chưa được phép.\n")
    assert [item.modality for item in found] == ["prohibition", "prohibition"]


@pytest.mark.parametrize(
    ("text", "bearers"),
    [
        ("1. Báo cáo 6 tháng: Các cơ quan gửi Sở Tài chính trước ngày 05/7;\n", [["Các cơ quan"]]),
        ("1. Báo cáo quý: Phòng Tài vụ lập theo mẫu.\n", [["Phòng Tài vụ"]]),
        (
            (
                "6. Sở Tài chính\nĐịnh kỳ tổng hợp, báo cáo Ủy ban nhân dân tỉnh, Bộ Tài chính về tình "
                "hình quản lý tài sản.\n"
            ),
            [["Sở Tài chính"]],
        ),
        (
            (
                "6. Sở Nội vụ\nĐịnh kỳ gửi Ủy ban nhân dân tỉnh, Sở Tài chính kết quả thực hiện công tác "
                "thi đua.\n"
            ),
            [["Sở Nội vụ"]],
        ),
        (
            LEAD + "1. Người vào Đoàn là học sinh khi đủ tuổi phải khai lý lịch.\n",
            [["Người vào Đoàn là học sinh"]],
        ),
        (LEAD + "1. Đoàn viên là cán bộ, công chức phải nộp hồ sơ.\n", [["Đoàn viên là cán bộ, công chức"]]),
        (LEAD + "1. Người xin vào Hội phải khai đơn.\n", [["Người xin vào Hội"]]),
        (LEAD + "1. Các chi bộ tổ chức đánh giá đảng viên tại hội nghị.\n", [["Các chi bộ"]]),
        (LEAD + "1. Đại diện cấp ủy đọc báo cáo trước hội nghị.\n", [["Đại diện cấp ủy"]]),
        (LEAD + "1. Cấp ủy cấp trên trực tiếp chỉ đạo kiểm tra.\n", [["Cấp ủy cấp trên trực tiếp"]]),
        (LEAD + "1. Các xã vào ngày 25 hằng tháng báo cáo kết quả.\n", [["Các xã"]]),
        (
            LEAD + "1. Hộ kinh doanh có nhu cầu sử dụng hè phố nộp hồ sơ tại phường.\n",
            [["Hộ kinh doanh có nhu cầu sử dụng hè phố"]],
        ),
        (
            LEAD + "1. Phó Chủ tịch phụ trách kinh tế ngành trực tiếp chỉ đạo.\n",
            [["Phó Chủ tịch phụ trách kinh tế ngành"]],
        ),
        (LEAD + "1. Phòng Tài chính - Kế hoạch thẩm định dự toán.\n", [["Phòng Tài chính - Kế hoạch"]]),
        (
            "Điều 3. Điều kiện\n1. Người được ủy quyền phải thực hiện đúng nội dung.\n2. Chuẩn bị "
            "các nguồn lực để thực hiện.\n"
            "3. Tỷ lệ hồ sơ trễ hạn không quá 5%.\n",
            [["Người được ủy quyền"], ["Người được ủy quyền"], []],
        ),
        (
            "I. NHIỆM VỤ\n1. Tuyên truyền\n- Quán triệt sâu sắc quan điểm phát triển.\n- Xây dựng "
            "phong trào bảo vệ môi trường.\n"
            "Trách nhiệm chỉ đạo thực hiện: Đảng ủy Mặt trận Tổ quốc; các cấp ủy.\n2. Giáo dục\n- "
            "Đổi mới chương trình học tập.\n",
            [["Đảng ủy Mặt trận Tổ quốc", "các cấp ủy"], ["Đảng ủy Mặt trận Tổ quốc", "các cấp ủy"], []],
        ),
    ],
)
def test_subjects_that_are_long_labelled_or_elsewhere(text: str, bearers: list[list[str]]) -> None:
    assert [item.bearers for item in find(text)] == bearers


def test_a_sentence_of_a_thousand_bodies_is_read_in_few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = 0
    known = obligations.predicates.read

    def count(tokens: phrases.Tokens) -> predicates.Predicate:
        nonlocal calls
        calls += len(tokens)
        return known(tokens)

    monkeypatch.setattr(obligations.predicates, "read", count)
    find("Sở Y tế; " * 2000)
    assert calls < 12 * 2000  # three words a part; joining each part to the ones before it took 80,000


@pytest.mark.parametrize("comma", ["", ","])
def test_the_main_clause_begins_at_the_body_that_asks(comma: str) -> None:
    found = find(
        f"Sau khi xem xét{comma} Chủ tịch Ủy ban nhân dân tỉnh giao Sở Xây dựng kiểm tra cầu. "
        "Báo cáo kết quả trước ngày 30/8/2025.\n"
    )
    assert [(item.bearers, item.deadlines) for item in found] == [
        (["Sở Xây dựng"], []),
        (["Sở Xây dựng"], ["trước ngày 30/8/2025"]),
    ]


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("1. Văn phòng Bộ thông báo Cục Đường thủy biết, thực hiện.", "Cục Đường thủy"),
        ("1. Văn phòng Bộ thông báo các đơn vị để biết, thực hiện.", "các đơn vị"),
        ("Văn phòng Bộ thông báo để các đơn vị biết, thực hiện trước ngày 15/5/2025.", "các đơn vị"),
        ("Thông báo các đơn vị biết, thực hiện.", "các đơn vị"),
        ("Yêu cầu các chi, đảng bộ cơ sở gửi lịch họp về Văn phòng.", "các chi, đảng bộ cơ sở"),
    ],
)
def test_who_is_told_or_asked_bears(sentence: str, bearer: str) -> None:
    assert [item.bearers for item in find(sentence + "\n")] == [[bearer]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Văn phòng Bộ xin thông báo các đơn vị để biết, thực hiện./.",
        "Văn phòng Ủy ban truyền đạt ý kiến trên để Phòng Quản lý đô thị tổ chức thực hiện.",
        "Vậy, Cục Đường thủy trả lời để Công ty biết và thực hiện.",
    ],
)
def test_a_last_line_that_passes_on_what_stands_above_is_no_duty(sentence: str) -> None:
    assert find(sentence + "\n") == []


def test_what_the_writer_hands_its_readers_is_no_duty_and_carries_nobody_on() -> None:
    found = find(
        LEAD + "1. Rà soát các mẫu biểu. Bộ Y tế gửi các mẫu biểu đã hoàn thiện để các địa phương tham khảo. "
        "Bổ sung mẫu biểu còn thiếu.\n"
    )
    assert [(item.text, item.bearers) for item in found] == [
        ("Rà soát các mẫu biểu", ["các chi bộ, đảng bộ cơ sở"]),
        ("Bổ sung mẫu biểu còn thiếu", ["các chi bộ, đảng bộ cơ sở"]),
    ]


def test_a_report_sent_for_information_by_its_day_stays_a_duty() -> None:
    found = find(LEAD + "1. Sở Y tế gửi báo cáo về Văn phòng trước ngày 20/4/2024 để các sở biết.\n")
    assert [item.bearers for item in found] == [["Sở Y tế"]]


def test_what_stays_unchanged_is_no_duty_and_a_term_s_clause_may_bind() -> None:
    assert find("Điều 2. Các nội dung khác giữ nguyên theo Quyết định số 7/QĐ-UBND.\n") == []
    found = find(
        "Điều 3. Giải thích từ ngữ\n1. Tổ giám sát là nhóm do chi ủy lập.\n"
        "2. Đảng viên vi phạm ở thời điểm nào cũng phải được kiểm tra, kết luận.\n"
    )
    assert [item.place for item in found] == ["Điều 3.2"]


def test_a_semicolon_inside_a_purpose_does_not_part_it_from_what_is_asked() -> None:
    text = (
        "Để việc thực hiện các quy định về rác thải; nước thải được kịp thời, Sở Xây dựng đề nghị Công an tỉnh; "
        "Hội Nông dân tỉnh tổ chức nghiên cứu, thực hiện"
    )
    assert [(item.text, item.bearers) for item in find(text + ".\n")] == [
        (text, ["Công an tỉnh; Hội Nông dân tỉnh"])
    ]


@pytest.mark.parametrize("body", ["SỞ GIAO DỊCH HÀNG HÓA", "BỘ GIAO THÔNG VẬN TẢI", "SỞ Y TẾ"])
def test_recitals_below_the_enacting_body_bind_nobody(body: str) -> None:
    text = (
        f"QUYẾT ĐỊNH\nVỀ VIỆC BAN HÀNH QUY CHẾ GIAO DỊCH\n{body}\n"
        "Căn cứ Nghị định số 29/2023/NĐ-CP ngày 19/01/2023 của Chính phủ quy định về báo cáo;\n"
        "Căn cứ Công văn số 99/UBND-KT ngày 25/5/2023 của Ủy ban nhân dân tỉnh về việc phối hợp triển khai;\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này.\n"
    )
    assert [item.text.split()[0] for item in find(text)] == ["Chánh"]
