"""Whether a word has the shape of a Vietnamese syllable.

Onsets and rimes as in Đoàn Thiện Thuật, Ngữ âm tiếng Việt (1977): a closed list, so a reading outside it
is a slip, a name from abroad, or no writing at all.
"""

from __future__ import annotations

import re
import unicodedata

_ONSET = "b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x|"
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
_TONES = {"\u0300", "\u0301", "\u0309", "\u0303", "\u0323"}
_FREE = re.compile(
    f"(?:{_ONSET})(?:{'|'.join(sorted((_OPEN + ' ' + _NASAL).split(), key=len, reverse=True))})"
)
_STOPPED = re.compile(f"(?:{_ONSET})(?:{'|'.join(sorted(_STOP.split(), key=len, reverse=True))})")
_EDGES = "“”‘’\"'()[]{}.,;:!?…-–—/*+"


def is_syllable(word: str) -> bool:
    """Whether ``word``, marks of punctuation at its ends aside, can be one syllable of Vietnamese.

    Holds tone to coda: a syllable that ends in a stop bears the acute or the dot (sắc, nặng).
    """
    letters = unicodedata.normalize("NFD", word.strip(_EDGES).lower())
    tones = [c for c in letters if c in _TONES]
    if not letters or len(tones) > 1:
        return False
    base = unicodedata.normalize("NFC", "".join(c for c in letters if c not in _TONES))
    if _STOPPED.fullmatch(base):
        return bool(tones) and tones[0] in ("\u0301", "\u0323")
    return _FREE.fullmatch(base) is not None
