"""How pages bring in the act they report: place marks, several acts in one sentence, who signed, letters got."""

from __future__ import annotations

import pytest

from extractors.reading import read
from extractors.report_signs import sentence_start

UNDER = "\n\nTheo đó, các xã phải rà soát và báo cáo trước ngày 20/9/2024.\n"


def _read(text: str) -> tuple[str | None, str | None, str | None, str | None, str | None]:
    found = read(text + UNDER)
    assert found.kind == "report"
    return (
        found.number.text if found.number else None,
        found.issuer.name if found.issuer else None,
        found.issued.date if found.issued else None,
        found.subject,
        found.signatories[0].name if found.signatories else None,
    )


@pytest.mark.parametrize(
    ("text", "number", "issuer", "date", "subject", "signer"),
    [
        (
            "HÀ NAM - Ban Thường vụ Tỉnh ủy Hà Nam vừa ban hành Thông báo số 412-TB/TU ngày 08/3/2024 kết luận buổi làm "
            "việc với Ban Thường vụ Huyện ủy Kim Bảng về xây dựng chợ.",
            "412-TB/TU", "Ban Thường vụ Tỉnh ủy Hà Nam", "2024-03-08",
            "kết luận buổi làm việc với Ban Thường vụ Huyện ủy Kim Bảng về xây dựng chợ", None,
        ),
        (
            "UBND tỉnh Hà Nam vừa ban hành Quyết định số 742/QĐ-UBND ngày 18/6/2024, do Phó Chủ tịch UBND tỉnh Trần Văn "
            "Kỷ ký, về việc công nhận làng nghề đan mây.",
            "742/QĐ-UBND", "Ủy ban nhân dân tỉnh Hà Nam", "2024-06-18", "công nhận làng nghề đan mây", "Trần Văn Kỷ",
        ),
        (
            "Mới đây, Bộ Y tế có văn bản số 2417/BYT-KCB gửi các sở y tế về việc trực cấp cứu mùa mưa.\n"
            "Trong văn bản do Thứ trưởng Lê Quang Vinh ký ngày 7/5/2024, Bộ Y tế đề nghị các sở chuẩn bị thuốc.",
            "2417/BYT-KCB", "Bộ Y tế", "2024-05-07", "trực cấp cứu mùa mưa", "Lê Quang Vinh",
        ),
        (
            "Việc tiếp nhận hồ sơ đã đi vào nền nếp. UBND tỉnh Hà Nam lần lượt ban hành Kế hoạch số 96/KH-UBND ngày "
            "15/5/2024 về tập huấn, rồi Chỉ thị số 11/CT-UBND ngày 22/5/2024 về kỷ luật. Mới nhất, ngày 26/6/2024, Phó "
            "Chủ tịch UBND tỉnh Trần Văn Kỷ ký Công văn số 1127/UBND-NC về việc chấn chỉnh trả kết quả hồ sơ.",
            "1127/UBND-NC", "Ủy ban nhân dân tỉnh Hà Nam", "2024-06-26", "chấn chỉnh trả kết quả hồ sơ", "Trần Văn Kỷ",
        ),
        (
            "Theo Kế hoạch số 35/KH-UBND ngày 06/5/2024 của UBND xã Thanh Nghị về nạo vét kênh, xã ta được giao ba tuyến. "
            "Kế hoạch được xây dựng căn cứ Luật Thủy lợi.",
            "35/KH-UBND", "Ủy ban nhân dân xã Thanh Nghị", "2024-05-06", "nạo vét kênh", None,
        ),
        (
            "Ban Thường vụ Huyện ủy Kim Bảng (Hà Nam) vừa gửi các chi bộ, đảng bộ trực thuộc công văn về việc tổ chức "
            "Tết trồng cây.",
            None, "Ban Thường vụ Huyện ủy Kim Bảng", None, "tổ chức Tết trồng cây", None,
        ),
    ],
)  # fmt: skip
def test_the_act_that_a_page_brings_in(
    text: str, number: str | None, issuer: str, date: str | None, subject: str, signer: str | None
) -> None:
    assert _read(text) == (number, issuer, date, subject, signer)


def test_a_page_that_hands_on_a_letter_it_got() -> None:
    found = read(
        "Kế hoạch ôn tập\n\nNhà trường vừa nhận được Công văn số 3187/SGDĐT-GDPT ngày 01/4/2024 của Sở Giáo dục và Đào tạo "
        "tỉnh Hà Nam về việc ôn tập cho học sinh lớp 12. Nội dung như sau:\n\nKính gửi: Các trường trung học phổ thông.\n\n"
        "Sở Giáo dục và Đào tạo yêu cầu các trường:\n1. Lập kế hoạch ôn tập trước ngày 10/4/2024.\n\n"
        "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrần Văn Kỷ\n"
    )
    assert found.number is not None
    assert found.number.text == "3187/SGDĐT-GDPT"
    assert found.issued is not None
    assert found.issued.date == "2024-04-01"
    assert [signatory.name for signatory in found.signatories] == ["Trần Văn Kỷ"]


def test_the_start_of_the_third_sentence_of_a_line() -> None:
    low = "một câu. hai câu nữa. câu thứ ba ở đây"
    assert low[sentence_start(low, len(low)) :] == "câu thứ ba ở đây"
