"""Articles that name an act by its number before its own body, or tell of it in the passive; whom it was sent to."""

from __future__ import annotations

from extractors.reading import read
from tests.extractors.build import find

AT_AN_ACT = (
    "Tại Công văn số 840/BNV-TCBC, {body} đã đôn đốc các bộ báo cáo biên chế.\n"
    "Thời hạn cuối cùng để gửi báo cáo là ngày 20/8/2025.\n"
    "Công văn cũng nhấn mạnh, nếu các bộ, ngành không gửi báo cáo phải tự chịu trách nhiệm.\n"
)


def test_the_body_that_the_code_names_issued_the_act() -> None:
    reading = read(AT_AN_ACT.format(body="Bộ Nội vụ"))
    assert reading.kind == "report"
    assert reading.number is not None and reading.number.text == "840/BNV-TCBC"
    assert reading.issuer is not None and reading.issuer.name == "Bộ Nội vụ"
    assert "ngày 20/8/2025" in {d.text for d in reading.deadlines}
    assert reading.obligations[-1].bearers == ["các bộ, ngành"]


def test_another_body_that_asks_there_did_not_issue_it() -> None:
    assert read(AT_AN_ACT.format(body="Bộ Tài chính")).number is None


def test_an_act_told_of_in_the_passive() -> None:
    reading = read(
        "Thí sinh sẽ không phải nộp giấy báo điểm.\n\nĐây là một nội dung trong công văn vừa được Bộ Giáo dục và Đào tạo gửi cho các "
        "trường đại học hướng dẫn về tuyển sinh bổ sung.\n\nThí sinh có thể nộp phiếu qua bưu điện. Thí sinh không được nộp hai lần.\n\n"
        "Theo đó, các trường phải công bố điểm trước ngày 20/9/2025.\n"
    )
    assert reading.issuer is not None and reading.issuer.name == "Bộ Giáo dục và Đào tạo"
    assert reading.type is not None and reading.type.code == "CV"
    assert [o.modality for o in reading.obligations] == [
        "permission",
        "permission",
        "prohibition",
        "obligation",
    ]


def test_those_it_was_sent_to_do_what_it_asks() -> None:
    reading = read(
        "Xử lý dạy thêm\n\nVề việc này, ngày 23/4, Bộ Giáo dục và Đào tạo đã ban hành Công văn số 194/BGDĐT-GDPT gửi Sở Giáo dục và Đào tạo Hà Nội, "
        "đề nghị kiểm tra, xử lý vi phạm; báo cáo kết quả trước ngày 30/4/2025.\n"
    )
    assert [o.bearers for o in reading.obligations] == [["Sở Giáo dục và Đào tạo Hà Nội"]] * 2


def test_a_case_with_its_comma_leaves_the_main_clause_its_subject() -> None:
    (order,) = find("Nếu các trạm không báo cáo, Sở Y tế phải kiểm tra tại chỗ.")
    assert order.bearers == ["Sở Y tế"]
