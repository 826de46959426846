"""What a page prints beside an article binds nobody; titles that ask; who is meant by "đang", "đã", "thuộc"."""

from __future__ import annotations

import pytest

from extractors import asides
from extractors.reading import read
from tests.extractors.build import find

ARTICLE = """Hà Nam chủ động ứng phó với mưa lớn

Ngày 21/5/2024, Chủ tịch UBND tỉnh Hà Nam ký Công điện số 14/CĐ-UBND về việc ứng phó với mưa lớn.

Chủ tịch UBND tỉnh yêu cầu các xã sơ tán dân trước 18 giờ ngày 22/5/2024.

Trước đó, các xã đã phải di dời 40 hộ.

Bộ đội giúp dân di dời tài sản khỏi khu vực sạt lở - Ảnh: L.H

Hồ sơ bồi thường xử lý thế nào?

Các hộ nộp đơn tại xã.

TIN LIÊN QUAN
• Kim Bảng: nước rút, người dân dọn dẹp nhà cửa
• Sẵn sàng lương thực cho vùng bị chia cắt
"""


def test_only_the_article_s_own_orders_bind() -> None:
    found = read(ARTICLE)
    assert [o.text for o in found.obligations] == [
        "Chủ tịch UBND tỉnh yêu cầu các xã sơ tán dân trước 18 giờ ngày 22/5/2024",
        "Các hộ nộp đơn tại xã",
    ]


def test_the_lines_beside_an_article() -> None:
    beside = [ARTICLE[slice(*span)].strip() for span in asides.find(ARTICLE)]
    assert beside == [
        "Bộ đội giúp dân di dời tài sản khỏi khu vực sạt lở - Ảnh: L.H",
        "TIN LIÊN QUAN",
        "• Kim Bảng: nước rút, người dân dọn dẹp nhà cửa",
        "• Sẵn sàng lương thực cho vùng bị chia cắt",
    ]


def test_a_sentence_behind_related_news_is_the_article_s_again() -> None:
    text = f"{ARTICLE}\nCác trường cho học sinh nghỉ học đến hết ngày 23/5/2024 theo chỉ đạo của Chủ tịch UBND tỉnh.\n"
    assert all("nghỉ học" not in text[slice(*span)] for span in asides.find(text))


@pytest.mark.parametrize(
    ("sentence", "bearer"),
    [
        ("Công dân đang học tập, lao động ở xa phải trở về trước ngày 18/10/2024.", "Công dân đang học tập, lao động ở xa"),
        ("Báo và phát thanh, truyền hình Hà Nam tăng bản tin.", "Báo và phát thanh, truyền hình Hà Nam"),
        ("Các hãng hàng không, bến xe không được thu quá giá vé.", "Các hãng hàng không, bến xe"),
        ("Ngành giáo dục lồng ghép tuyên truyền.", "Ngành giáo dục"),
        ("Các gia đình có con em trong độ tuổi động viên con em nhập ngũ.", "Các gia đình có con em trong độ tuổi"),
        ("Các sở, ngành xây dựng kế hoạch.", "Các sở, ngành"),
    ],
)  # fmt: skip
def test_names_of_bodies_and_people(sentence: str, bearer: str) -> None:
    (obligation,) = find(sentence)
    assert obligation.bearers == [bearer]
