"""The old Vietnamese encodings as tables, in order of `UNICODE`.

Sources: TCVN 5712:1993 (TCVN3, "ABC"; glibc's TCVN), VISCII (RFC 1456), Windows-1258 (Microsoft), VNI Windows
and VPS (tables published with keyboard programs). A table's characters are those that appear where its bytes
are taken for Latin-1.
"""

from __future__ import annotations

from collections.abc import Iterable

UNICODE = "àáảãạ ăằắẳẵặ âầấẩẫậ đ èéẻẽẹ êềếểễệ ìíỉĩị òóỏõọ ôồốổỗộ ơờớởỡợ ùúủũụ ưừứửữự ỳýỷỹỵ".replace(" ", "")
CAPITALS = UNICODE.upper()

_TCVN3 = (
    "B5B8B6B7B9 A8BBBEBCBDC6 A9C7CAC8C9CB AE CCD0CECFD1 AAD2D5D3D4D6 D7DDD8DCDE DFE3E1E2E4 "
    "ABE5E8E6E7E9 ACEAEDEBECEE EFF3F1F2F4 ADF5F8F6F7F9 FAFDFBFCFE"
)
_TCVN3_CAPITALS = {"A1": "Ă", "A2": "Â", "A7": "Đ", "A3": "Ê", "A4": "Ô", "A5": "Ơ", "A6": "Ư"}
_VPS = (
    "E0E1E4E3E5 E6A2A1A3A4A5 E2C0C3C4C5C6 C7 E8E9C8EBCB EA8A898BCD8C ECEDCCEFCE F2F3D5F586 "
    "F4D2D3B087B6 D6A9A7AAABAE F9FAFBDBF8 DCD8D9BABBBF FF9A9BCF9C"
)
_VPS_CAPITALS = (
    ("80C18182", "ÀÁẢÃ"), ("888E8D8FF0", "ĂẰẮẲẴ"), ("C2848385", "ÂẦẤẨ"), ("F1", "Đ"), ("D7C9DEFE", "ÈÉẺẼ"),
    ("CA93909495", "ÊỀẾỂỄ"), ("B5B4B7B8", "ÌÍỈĨ"), ("BCB9BDBE", "ÒÓỎÕ"), ("D497969899", "ÔỒỐỔỖ"),
    ("F79E9D9FA6", "ƠỜỚỞỠ"), ("A8DAD1AC", "ÙÚỦŨ"), ("D0AFADB1", "ƯỪỨỬ"), ("B2DDFDB3", "ỲÝỶỸ"),
)  # fmt: skip
_VISCII = (
    "E0E1E4E3D5 E5A2A1C6C7A3 E2A5A4A6E7A7 F0 E8E9EBA8A9 EAABAAACADAE ECEDEFEEB8 F2F3F6F5F7 "
    "F4B0AFB1B2B5 BDB6BEB7DEFE F9FAFCFBF8 DFD7D1D8E6F1 CFFDD6DBDC"
)
_VISCII_CAPITALS = (
    "808182838485868788898A8B8C8D8E8F909192939495969798999A9B9C9D9E9F "
    "A0B3B4B9BABBBCBF C4C5CBCED0FF 02050614191E"
)
_VNI_MARKS = {"": "øùûõï", "â": "àáåãä", "ê": "èéúüë"}


def _bytes(codes: str) -> str:
    return bytes.fromhex(codes.replace(" ", "")).decode("latin-1")


def _viscii() -> dict[str, str]:
    capitals = dict(
        zip(
            _bytes(_VISCII_CAPITALS),
            "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕỠƠỰỨỪỬƯẢĂẺĨĐỮẲẴẪỶỸỴ",
            strict=True,
        )
    )
    return {**dict(zip(_bytes(_VISCII), UNICODE, strict=True)), **capitals}


def _vps() -> dict[str, str]:
    table = dict(zip(_bytes(_VPS), UNICODE, strict=True))
    for codes, letters in _VPS_CAPITALS:
        table.update(zip(_bytes(codes), letters, strict=True))
    return table


def _vni() -> dict[str, str]:
    table: dict[str, str] = {}

    def tones(written: str, letters: Iterable[str], marks: str) -> None:
        for mark, letter in zip(marks, letters, strict=True):
            table[written + mark] = letter
            table[written.upper() + mark.upper()] = letter.upper()
            # Word capitalises the letter and leaves the mark.
            table.setdefault(written.upper() + mark, letter.upper())

    for base, letters in (("a", "àáảãạ"), ("e", "èéẻẽẹ"), ("o", "òóỏõọ"), ("u", "ùúủũụ")):
        tones(base, letters, _VNI_MARKS[""])
    tones("y", "ỳýỷỹ", "øùûõ")
    for base, letters in (("a", "âầấẩẫậ"), ("e", "êềếểễệ"), ("o", "ôồốổỗộ")):
        tones(base, letters, "â" + _VNI_MARKS["â"])
    tones("a", "ăằắẳẵặ", "ê" + _VNI_MARKS["ê"])
    tones("ô", "ờớởỡợ", _VNI_MARKS[""])
    tones("ö", "ừứửữự", _VNI_MARKS[""])
    for written, letter in zip("ôöñíìæóòî", "ơưđíìỉĩịỵ", strict=True):
        table[written] = letter
        table[written.upper()] = letter.upper()
    return table


TABLES: dict[str, dict[str, str]] = {
    "tcvn3": {
        **dict(zip(_bytes(_TCVN3), UNICODE, strict=True)),
        **{_bytes(c): v for c, v in _TCVN3_CAPITALS.items()},
    },
    "vni": _vni(),
    "vps": _vps(),
    "viscii": _viscii(),
}
"""Encoding → what stands in the text → the letter meant. VNI writes most letters as two signs."""

CP1252 = {
    bytes([b]).decode("cp1252"): chr(b) for b in range(0x80, 0xA0) if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""Signs that Windows-1252 has at 0x80 to 0x9F → the Latin-1 control of the same byte."""
