"""Who issues, where the head says it in parts: joint bodies, organs, cells cut short, central bodies."""

from __future__ import annotations

import pytest

from extractors.reading import read

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM\n"


def issuer_of(left: str, right: str, place: str, rest: str) -> str | None:
    reading = read(f"{left}\n{right}{place}, ngày 12 tháng 4 năm 2018\n\n{rest}\n")
    return reading.issuer.name if reading.issuer else None


@pytest.mark.parametrize(
    ("left", "number", "name"),
    [
        ("BỘ NỘI VỤ\nBỘ XÂY DỰNG", "07/2011/TTLT-BNV-BXD", "Bộ Nội vụ - Bộ Xây dựng"),
        ("BỘ NỘI VỤ - BỘ XÂY DỰNG", "07/2011/TTLT-BNV-BXD", "Bộ Nội vụ - Bộ Xây dựng"),
        (
            "ỦY BAN NHÂN DÂN\nỦY BAN MTTQ VIỆT NAM\nTỈNH LAI CHÂU",
            "03/QCPH/UBND-UBMTTQ",
            "Ủy ban nhân dân - Ủy ban MTTQ Việt Nam tỉnh Lai Châu",
        ),
        (
            "THƯỜNG TRỰC\nHĐND - UBND TỈNH LAI CHÂU",
            "02/QC-TT.HĐND-UBND",
            "Thường trực Hội đồng nhân dân - Ủy ban nhân dân tỉnh Lai Châu",
        ),
        ("BỘ XÂY DỰNG\nCỤC QUẢN LÝ NHÀ", "31/HD-QLN", "Cục Quản lý nhà"),
    ],
)
def test_bodies_that_issue_together(left: str, number: str, name: str) -> None:
    kind = "THÔNG TƯ LIÊN TỊCH" if "TTLT" in number else "QUY CHẾ" if "QC" in number else "HƯỚNG DẪN"
    rest = f"{kind}\nVề phối hợp quản lý nhà ở xã hội\n\nCăn cứ Luật Nhà ở;\n"
    found = issuer_of(f"{left}\nSố: {number}", STATE, "Lai Châu", rest)
    assert found is not None and found.casefold() == name.casefold()


@pytest.mark.parametrize(
    ("left", "number", "body", "name"),
    [
        (
            "ỦY BAN NHÂN DÂN",
            "66/HD-SXD",
            "Sở Xây dựng hướng dẫn các huyện như sau:",
            "Sở Xây dựng tỉnh Lai Châu",
        ),
        ("VIỆN KIỂM SÁT NHÂN DÂN", "05/HD-VKSTC", "Các đơn vị thực hiện:", "Viện kiểm sát nhân dân tối cao"),
        ("ỦY BAN NHÂN DÂN", "66/HD-UBND", "Ủy ban nhân dân hướng dẫn:", "Ủy ban nhân dân tỉnh Lai Châu"),
    ],
)
def test_a_cell_cut_to_its_first_line(left: str, number: str, body: str, name: str) -> None:
    rest = f"HƯỚNG DẪN\nVề kiểm tra nhà chung cư\n\nThực hiện kế hoạch năm 2018. {body}\n1. Kiểm tra nhà chung cư.\n"
    assert issuer_of(f"{left}\nSố: {number}", STATE, "Lai Châu", rest) == name


@pytest.mark.parametrize(
    ("left", "name"),
    [
        ("HỘI LIÊN HIỆP PHỤ NỮ VIỆT NAM\nĐOÀN CHỦ TỊCH", "Đoàn Chủ tịch Hội Liên hiệp Phụ nữ Việt Nam"),
        (
            "ỦY BAN TRUNG ƯƠNG\nMẶT TRẬN TỔ QUỐC VIỆT NAM\nBAN THƯỜNG TRỰC",
            "Ban Thường trực Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
        ),
        ("TRUNG ƯƠNG ĐOÀN\nVĂN PHÒNG", "Văn phòng Trung ương Đoàn"),
        ("ỦY BAN THƯỜNG VỤ\nQUỐC HỘI", "Ủy ban Thường vụ Quốc hội"),
        ("BẢO HIỂM XÃ HỘI VIỆT NAM\nBẢO HIỂM XÃ HỘI\nTP.CẦN THƠ", "Bảo hiểm xã hội thành phố Cần Thơ"),
        (
            "CỤC THUẾ TỈNH LAI CHÂU\nCHI CỤC THUẾ KHU VỰC\nTÂN UYÊN - THAN UYÊN",
            "Chi cục Thuế khu vực Tân Uyên - Than Uyên",
        ),
        ("SỞ NÔNG NGHIỆP VÀ PTNT\nCHI CỤC THỦY LỢI", "Chi cục Thủy lợi tỉnh Lai Châu"),
        ("UBND TỈNH LAI CHÂU\nSỞ GD&ĐT", "Sở Giáo dục và Đào tạo tỉnh Lai Châu"),
    ],
)
def test_organs_and_units(left: str, name: str) -> None:
    rest = "Kính gửi: Các đơn vị trực thuộc\n\nCác đơn vị gửi báo cáo trước ngày 30/4/2018.\n"
    found = issuer_of(f"{left}\nSố: 77/CV-AB", STATE, "Lai Châu", rest)
    assert found is not None and found.casefold() == name.casefold()


@pytest.mark.parametrize(
    ("title", "body", "name"),
    [
        ("NGHỊ QUYẾT\nCỦA BỘ CHÍNH TRỊ VỀ TRỒNG RỪNG VEN BIỂN", "Năm năm qua, rừng tăng.", "Bộ Chính trị"),
        ("QUY CHẾ\nphát ngôn", "Ban Bí thư ban hành Quy chế phát ngôn.", "Ban Bí thư"),
        ("QUY ĐỊNH\nvề trực Tết", "Các đơn vị trực Tết.\n\nT/M BỘ CHÍNH TRỊ\n\nTrần Văn Đạt", "Bộ Chính trị"),
        (
            "KẾT LUẬN\nHỘI NGHỊ LẦN THỨ CHÍN\nBAN CHẤP HÀNH TRUNG ƯƠNG KHÓA XV\nvề trồng rừng",
            "Bộ Chính trị yêu cầu sơ kết.",
            "Ban Chấp hành Trung ương",
        ),
    ],
)
def test_the_central_body_that_decides(title: str, body: str, name: str) -> None:
    left = "BAN CHẤP HÀNH TRUNG ƯƠNG\n*\nSố 908-NQ/TW"
    assert issuer_of(left, PARTY, "Hà Nội", f"{title}\n\n{body}\n") == name


def test_a_congress_and_who_holds_it() -> None:
    left = "ĐẢNG BỘ HUYỆN TAM ĐƯỜNG\nĐẠI HỘI ĐẠI BIỂU LẦN THỨ XV\nNHIỆM KỲ 2010 - 2015\n*\nSố 01-NQ/ĐH"
    name = issuer_of(left, PARTY, "Tam Đường", "NGHỊ QUYẾT\nĐại hội đại biểu\n\nĐại hội quyết nghị:\n")
    assert name == "Đại hội đại biểu Đảng bộ huyện Tam Đường lần thứ XV, nhiệm kỳ 2010 - 2015"


def test_a_plan_without_a_head_names_who_issues_it() -> None:
    text = (
        "KẾ HOẠCH\nTổ chức hội thi cắm trại\n\nCăn cứ Kế hoạch số 40-KH/TWĐTN; Ban Chấp hành Thành đoàn Hạ Long "
        "ban hành Kế hoạch tổ chức hội thi như sau:\n1. Các cơ sở đoàn đăng ký trước ngày 10/3/2015.\n"
    )
    reading = read(text)
    assert reading.type is not None and reading.type.code == "KH"
    assert reading.issuer is not None and reading.issuer.name == "Ban Chấp hành Thành đoàn Hạ Long"
    assert reading.issuer.confidence < 0.8
    assert reading.subject == "Tổ chức hội thi cắm trại"


@pytest.mark.parametrize(
    ("left", "place", "name"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH", "Huế", "Ủy ban nhân dân tỉnh Thừa Thiên Huế"),
        ("ỦY BAN NHÂN DÂN TỈNH", "Pleiku", "Ủy ban nhân dân tỉnh Gia Lai"),
        ("HỘI ĐỒNG ĐỘI TỈNH", "Biên Hòa", "Hội đồng Đội tỉnh Đồng Nai"),
        ("CÔNG AN TỈNH", "Vinh", "Công an tỉnh Nghệ An"),
    ],
)
def test_the_province_whose_seat_the_place_is(left: str, place: str, name: str) -> None:
    assert (
        issuer_of(f"{left}\nSố: 12/KH-A", STATE, place, "KẾ HOẠCH\nVề việc hè\n\n1. Các trường báo cáo.")
        == name
    )
