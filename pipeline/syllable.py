"""Whether a word has the shape of a Vietnamese syllable.

Onsets and rimes as in Đoàn Thiện Thuật, Ngữ âm tiếng Việt (1977): a closed list, so a word outside it is a
slip, a name from abroad, or no writing at all.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_ONSETS = (*"b ch c d đ gh gi g h kh k l m ngh ng nh n ph p qu q r s th tr t v x".split(), "")  # noqa: SIM905
_OPEN = (
    "a ai ao au ay ăng âu ây e eo ê êu i ia iu o oa oai oao oay oe oeo oi ô ôi ơ ơi u ua uân uê ui uôi uơ "
    "uy uya uyu ư ưa ưi ươi ươu ưu y yêu iêu uây uâng uya ya oo"
)
_NASAL = (
    "am an ang anh ăm ăn ăng âm ân âng em en eng êm ên ênh im in inh iêm iên iêng om on ong oam oan oang "
    "oanh oăm oăn oăng oen ôm ôn ông ơm ơn um un ung uân uâng uênh uôm uôn uông uyên uynh uyn ưng ưm ươm ươn "
    "ương yêm yên yêng ynh oong uêng"
)
_STOP = (
    "ac ach ap at ăc ăp ăt âc âp ât ec ep et êch êp êt ich ip it iêc iêp iêt oc op ot oac oach oat oăc oăt "
    "oap oet ôc ôp ôt ơp ơt uc up ut uât uêch uôc uôp uôt uyêt uych uyt ưc ưt ươc ươp ươt yêt ooc uyp"
)
TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Grave, acute, tilde, hook above, dot below."""
_CLOSED = {"\u0301", "\u0323"}
_FREE = frozenset(onset + rime for onset in _ONSETS for rime in (_OPEN + " " + _NASAL).split())
_STOPPED = frozenset(onset + rime for onset in _ONSETS for rime in _STOP.split())


@lru_cache(maxsize=1 << 16)
def is_syllable(word: str) -> bool:
    """Whether a lower-case word can be one syllable of Vietnamese.

    It bears one tone mark at most; a syllable that ends in a stop bears the acute or the dot (sắc, nặng).
    """
    if word.isascii():
        return word in _FREE
    letters = unicodedata.normalize("NFD", word)
    tones = [c for c in letters if c in TONES]
    if len(tones) > 1:
        return False
    base = unicodedata.normalize("NFC", "".join(c for c in letters if c not in TONES)) if tones else word
    if tones and base in _STOPPED:
        return tones[0] in _CLOSED
    return unicodedata.normalize("NFC", base) in _FREE
