"""A letter of a provincial committee around one sentence, for tests of who must do what."""

from __future__ import annotations

from extractors.model import Obligation
from extractors.reading import read

HEAD = """ỦY BAN NHÂN DÂN
TỈNH QUẢNG TRỊ
Số: 812/UBND-NC
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Quảng Trị, ngày 02 tháng 5 năm 2024

Kính gửi: Các sở, ban, ngành.

"""
LEAD = "Thực hiện Công văn số 15/BNV-VP ngày 02/4/2024 của Bộ Nội vụ, UBND tỉnh yêu cầu các đơn vị thực hiện các việc sau:\n"


def find(sentence: str) -> list[Obligation]:
    """The obligations read from a letter whose only clause is ``sentence``."""
    return read(f"{HEAD}{LEAD}1. {sentence}\n").obligations
