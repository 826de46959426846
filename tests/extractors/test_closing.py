"""Who signed and who receives: offices, ranks, several signatures, what only looks like either."""

from __future__ import annotations

import pytest

from extractors.reading import read

HEAD = (
    "ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI\nSố: 500/UBND-NC\nV/v giao nhiệm vụ\nYên Bái, ngày 12 tháng 7 năm "
    "2023\n\n"
    "Kính gửi: Các sở, ngành.\n\nUBND tỉnh yêu cầu các sở báo cáo trước ngày 30/7/2023./.\n\n"
)
LIST = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\n"


@pytest.mark.parametrize(
    ("closing", "authority", "position", "name"),
    [
        (
            "TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\n\n\nĐại tướng Phan Văn Tiến\n\n" + LIST,
            "TM. BAN CHỈ ĐẠO",
            "TRƯỞNG BAN",
            "Phan Văn Tiến",
        ),
        (
            LIST + "TUQ. CHỦ TỊCH\nGIÁM ĐỐC SỞ NỘI VỤ\n\nVàng A Của\n",
            "TUQ. CHỦ TỊCH",
            "GIÁM ĐỐC SỞ NỘI VỤ",
            "Vàng A Của",
        ),
        (
            LIST + "GIÁM ĐỐC SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG\n\nLò Văn Tiến\n",
            None,
            "GIÁM ĐỐC SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG",
            "Lò Văn Tiến",
        ),
        (
            LIST + "TM. BAN THƯỜNG TRỰC\nPHÓ CHỦ TỊCH\n\nLò Văn Tiến\n",
            "TM. BAN THƯỜNG TRỰC",
            "PHÓ CHỦ TỊCH",
            "Lò Văn Tiến",
        ),
        (
            LIST + "PHÓ BÍ THƯ HUYỆN ỦY\nkiêm\nTRƯỞNG BAN TUYÊN GIÁO\n\nLò Văn Tiến\n",
            None,
            "PHÓ BÍ THƯ HUYỆN ỦY kiêm TRƯỞNG BAN TUYÊN GIÁO",
            "Lò Văn Tiến",
        ),
        (LIST + "CHỦ TỊCH\n\nPGS.TS. Tạ Thị Kim Cúc\n", None, "CHỦ TỊCH", "Tạ Thị Kim Cúc"),
        (LIST + "GIÁM ĐỐC\n(Đã ký)\nLò Văn Tiến\n", None, "GIÁM ĐỐC", "Lò Văn Tiến"),
        (
            LIST + "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\nNguyễn Hữu Toàn\n\nNgười ký: Ủy ban nhân dân "
            "tỉnh\nEmail: a@b.gov.vn\n",
            "TL. CHỦ TỊCH",
            "CHÁNH VĂN PHÒNG",
            "Nguyễn Hữu Toàn",
        ),
    ],
)
def test_signatory(closing: str, authority: str | None, position: str, name: str) -> None:
    text = HEAD + closing
    reading = read(text)
    assert [(s.authority, s.position, s.name) for s in reading.signatories] == [(authority, position, name)]
    span = reading.signatories[0].span
    assert span is not None and name in text[slice(*span)]


def test_a_digital_signature_beside_the_list_is_not_of_it() -> None:
    closing = (
        "Nơi nhận:\n- Như trên,\n- Các cơ quan: Thuế, Kho bạc, -\\ Thọ\n- Văn phòng Tỉnh ủy, A Người ký: Trần Văn\n"
        "- Các đ/c ủy viên, ~)|Email:\n- Lưu Văn phòng. vantho@yenbai.gov.vn\n\nCơ quan: Tỉnh ủy Yên\nBái\n\n"
    )
    assert read(HEAD + closing).recipients == [
        "Như trên",
        "Các cơ quan: Thuế, Kho bạc",
        "Văn phòng Tỉnh ủy",
        "Các đ/c ủy viên",
        "Lưu Văn phòng",
    ]


def test_a_signature_without_a_name_is_a_warning() -> None:
    reading = read(HEAD + LIST + "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(đã ký)\n")
    assert reading.signatories == []
    told = [w for w in reading.warnings if w.code == "signature-nameless"]
    assert len(told) == 1 and "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH" in told[0].message and told[0].spans
    assert reading.recipients == ["Như trên", "Lưu: VT"]


def test_a_closing_without_a_signature_is_a_warning() -> None:
    """The ink of seal and pen has left two syllables of the name."""
    reading = read(HEAD + LIST + "Kiến\nTrúc\n")
    assert reading.signatories == []
    (told,) = [w for w in reading.warnings if w.code == "signature-missing"]
    assert told.spans
    signed = read(HEAD + LIST + "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nLê Thành Đạt\n")
    assert not [w for w in signed.warnings if w.code.startswith("signature")]
    cut_short = read(HEAD)
    assert not [w for w in cut_short.warnings if w.code.startswith("signature")]


@pytest.mark.parametrize(("office", "known"), [("TRƯỞNG", True), ("PHÓ TƯ LỆNH", True), ("GIÁM ĐỐC", True), ("TƯỚNG", False), ("SƠ", False)])  # fmt: skip
def test_an_office_that_none_has_is_a_warning(office: str, known: bool) -> None:
    reading = read(HEAD + LIST + f"{office}\n\nLê Thành Đạt\n")
    assert [s.name for s in reading.signatories] == ["Lê Thành Đạt"]
    told = [w for w in reading.warnings if w.code == "signature-office"]
    assert bool(told) != known
    assert all(office in w.message for w in told)


def test_two_signatures() -> None:
    reading = read(
        HEAD + LIST + "KT. BỘ TRƯỞNG\nBỘ TÀI CHÍNH\nTHỨ TRƯỞNG\n\nTrần Xuân Hải\n\nKT. BỘ TRƯỞNG\nBỘ "
        "NỘI VỤ\nTHỨ TRƯỞNG\n\n"
        "Nguyễn Duy Thanh\n"
    )
    assert [s.name for s in reading.signatories] == ["Trần Xuân Hải", "Nguyễn Duy Thanh"]


def test_persons_among_the_recipients_do_not_sign() -> None:
    reading = read(
        HEAD + "Nơi nhận:\n- Như trên;\n- Thứ trưởng Nguyễn Văn Hùng;\n- Lưu: VT.\n\nBỘ "
        "TRƯỞNG\nLê Thành Đạt\n"
    )
    assert [s.name for s in reading.signatories] == ["Lê Thành Đạt"]
    assert reading.recipients == ["Như trên", "Thứ trưởng Nguyễn Văn Hùng", "Lưu: VT"]


def test_an_appendix_neither_signs_nor_receives() -> None:
    reading = read(
        HEAD + LIST + "CHỦ TỊCH\n\nTrần Huy Khôi\n\n\fPHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n"
        "(Kèm theo Công văn số 500/UBND-NC ngày 12/7/2023)\n\n1. Sở Nội vụ chủ trì.\n\nTHỦ TRƯỞNG ĐƠN "
        "VỊ\nNguyễn Văn Bình\n"
    )
    assert [s.name for s in reading.signatories] == ["Trần Huy Khôi"]
    assert reading.references == [], "the appendix names its own directive"


def test_items_over_two_lines_and_notes_in_brackets() -> None:
    reading = read(
        HEAD + "Nơi nhận:\n- Như trên;\n- VPUB: CVP, các PCVP,\nphòng: TH, NC;\n- Các sở\n(để thực "
        "hiện);\n- Lưu: VT.\nCHỦ TỊCH\nTrần Huy Khôi\n"
    )
    assert reading.recipients == [
        "Như trên",
        "VPUB: CVP, các PCVP, phòng: TH, NC",
        "Các sở (để thực hiện)",
        "Lưu: VT",
    ]


@pytest.mark.parametrize(
    "printed",
    [
        "TS.BS. Tạ Thị Kim Cúc",
        "NGƯT.TS Tạ Thị Kim Cúc",
        "BSCKII. Tạ Thị Kim Cúc",
        "Phó Giáo sư, Tiến sĩ Tạ Thị Kim Cúc",
        "Đại tá, ThS. Tạ Thị Kim Cúc",
        "Đã ký: Tạ Thị Kim Cúc",
        "TẠ THỊ KIM CÚC",
    ],
)
def test_a_name_without_rank_and_degree(printed: str) -> None:
    reading = read(HEAD + LIST + f"KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n{printed}\n")
    assert [(s.position, s.name) for s in reading.signatories] == [("PHÓ CHỦ TỊCH", "Tạ Thị Kim Cúc")]


@pytest.mark.parametrize("name", ["H'Linh Niê", "Kpă Long", "Chau Sóc", "Bríu Tám", "Điểu K'Ré", "Y Thông"])
def test_names_of_every_people(name: str) -> None:
    assert [s.name for s in read(HEAD + LIST + f"GIÁM ĐỐC\n\n{name}\n").signatories] == [name]


@pytest.mark.parametrize(
    "office",
    [
        "CHỦ TỊCH HỘI ĐỒNG THÀNH VIÊN",
        "QUYỀN GIÁM ĐỐC",
        "HẠT TRƯỞNG",
        "TỔ TRƯỞNG",
        "TỔNG THƯ KÝ",
        "TRƯỞNG KHOA",
        "PHÓ TỔNG KIỂM TOÁN NHÀ NƯỚC",
        "Q. GIÁM ĐỐC",
    ],
)
@pytest.mark.parametrize("order", [LIST + "{}\n\nLò Văn Tiến\n", "{}\n\nLò Văn Tiến\n\n" + LIST])
def test_offices_of_those_who_sign(office: str, order: str) -> None:
    reading = read(HEAD + order.format(office))
    assert [(s.authority, s.position, s.name) for s in reading.signatories] == [(None, office, "Lò Văn Tiến")]
    assert reading.recipients == ["Như trên", "Lưu: VT"]


def test_who_enacts_is_not_who_signs() -> None:
    text = (
        "SỞ XÂY DỰNG YÊN BÁI\nTRƯỜNG TRUNG CẤP NGHỀ\nSố: 61/QĐ-TCN\nYên Bái, ngày 02 tháng 3 năm 2020\n\n"
        "QUYẾT ĐỊNH\nVề việc lập tổ kiểm kê\n\nHIỆU TRƯỞNG TRƯỜNG TRUNG CẤP NGHỀ\nCăn cứ Điều lệ trường;\n\n"
        "QUYẾT ĐỊNH:\nĐiều 1. Lập tổ kiểm kê.\n\nHIỆU TRƯỞNG\n\nHoàng Thị Sáu\n"
    )
    assert [(s.position, s.name) for s in read(text).signatories] == [("HIỆU TRƯỞNG", "Hoàng Thị Sáu")]


def test_a_body_between_authority_and_office_and_a_name_behind_signed() -> None:
    text = (
        HEAD
        + LIST
        + "K/T VIỆN TRƯỞNG\n\nVIỆN KIỂM SÁT TỈNH YÊN BÁI\n\nPHÓ VIỆN TRƯỞNG\n\nĐã ký: Lò Văn Tiến\n"
    )
    signed = read(text).signatories
    assert [(s.authority, s.position, s.name) for s in signed] == [
        ("K/T VIỆN TRƯỞNG VIỆN KIỂM SÁT TỈNH YÊN BÁI", "PHÓ VIỆN TRƯỞNG", "Lò Văn Tiến")
    ]
