"""How sure an issuer and a number are: what bears them out, what speaks against them."""

from __future__ import annotations

import pytest

from extractors.model import Issuer, Number
from extractors.numbers import head_number_plain
from extractors.reading import read
from extractors.sureness import BORNE_OUT, NO_SIGN, ODD, ONE_SIGN, fits, weighed


@pytest.mark.parametrize(
    ("code", "name", "fit"),
    [
        ("SNV", "Sở Nội vụ tỉnh Lai Châu", True),
        ("BVNT", "Bệnh viện Nhiệt đới Trung ương", True),
        ("HU", "Huyện ủy Tam Đường", True),
        ("TTg", "Thủ tướng Chính phủ", True),
        ("STC", "Sở Nội vụ tỉnh Lai Châu", False),
        ("X", "Xí nghiệp nước", False),
    ],
)
def test_a_code_fits_a_name(code: str, name: str, fit: bool) -> None:
    assert fits(Number(text=f"1/{code}", issuer_code=code), name) is fit


def test_each_sign_makes_an_issuer_surer() -> None:
    issuer = Issuer(name="Sở Nội vụ tỉnh Lai Châu", confidence=0.97)
    number = Number(text="8/SNV", issuer_code="SNV")
    other = Number(text="8/QLN", issuer_code="QLN")
    assert weighed(issuer, number, "sở nội vụ yêu cầu").confidence == BORNE_OUT
    assert weighed(issuer, number, "các huyện báo cáo").confidence == ONE_SIGN
    assert weighed(issuer, other, "sở nội vụ yêu cầu").confidence == ONE_SIGN
    assert weighed(issuer, other, "các huyện báo cáo").confidence == NO_SIGN
    assert weighed(Issuer(name=issuer.name, confidence=0.7), number, "sở nội vụ yêu cầu").confidence == 0.7


def test_a_name_with_a_number_in_it_is_odd() -> None:
    issuer = Issuer(name="Sở Nội vụ số: 8812/SNV", confidence=0.97)
    assert weighed(issuer, None, "").confidence == ODD


def test_a_number_run_together_with_what_follows_is_unsure() -> None:
    whole = head_number_plain("Số: 318-QĐ/TWĐTN-VP")
    fused = head_number_plain("Số: 318-QĐ/TWĐTN-VPĐoàn TNCS")
    assert whole is not None and whole.confidence > 0.9
    assert fused is not None and fused.confidence < 0.8


def test_a_ticket_with_a_number_and_a_date_is_unsure() -> None:
    reading = read("VÉ XE\nSố: 12/XE\nTuyến Hà Nội - Vinh\nHà Nội, ngày 12 tháng 3 năm 2023\n")
    assert reading.issuer is None and reading.number is not None and reading.number.confidence < 0.8
