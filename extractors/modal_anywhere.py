"""What binds a sentence in which no clause begins with who acts: a modal, a limit, "thực hiện theo"."""

from __future__ import annotations

from extractors.lexicon import classes, verbs
from extractors.modality import modality_of
from extractors.model import Modality
from extractors.phrases import Tokens
from extractors.predicate import Predicate

_CARRIES_OUT = (["thực", "hiện"], ["tiến", "hành"])
_AS_TOLD = frozenset(("theo", "đúng", "như", "nghiêm"))
_MAY_GO_ON = frozenset(
    (
        "hoạt động",
        "sử dụng",
        "áp dụng",
        "lưu hành",
        "kinh doanh",
        "khai thác",
        "đón khách",
        "học tập",
        "giữ trong",
        "giữ nguyên",
        "giữ chức",
    )
)
"""What one may go on with; "được tiếp tục đẩy mạnh" tells."""
_TIME_UNITS = frozenset(("giờ", "ngày", "tháng", "phút", "tuần"))
"""Of a term: "Thời hạn kiểm tra: không quá 08 | giờ" says by when, and bans nothing."""
_TIME_OF = (["thời", "hạn"], ["thời", "gian"])
_PARTS = (["một", "phần"], ["một", "nửa"], ["hai", "phần"], ["ba", "phần"])
"""A share in words: "không quá một phần năm"."""
_NOT_ALLOWED = frozenset(("phải", "cần", "chưa", "không", "đã", "khi", "kể", "ngày"))
"""Words before "được" that make it no leave: "phải được trả lời không quá 05 ngày"."""
_PUT_OFF = (["kéo", "dài"], ["gia", "hạn"], ["lùi", "đến"], ["lùi", "thời"], ["lùi", "lại"])
_LASTS = frozenset(("thời", "hạn", "giấy", "hợp"))
"""First words of what is put off or prolonged: "Thời hạn", "Giấy phép", "Hợp đồng"."""
_UNTIL = frozenset(("đến", "tới", "thêm", "không", "tối"))
_FAILS = frozenset(("đáp ứng", "bảo đảm", "đảm bảo", "phù hợp", "thống nhất", "đồng ý"))
"""What something does not come up to, behind "thì": no ban."""
_DONE = frozenset(
    ("thực hiện", "tiến hành", "hoàn thành", "xác định", "giao chủ", "giao nhiệm", "giải quyết", "phân công")
)
"""What is done in a time, not allowed for it: "Việc điều chuyển được thực hiện không quá 07 ngày"."""


_IS_GOT = frozenset(("tải", "xem", "nộp", "tra", "nhận", "truy", "mượn", "mua", "gửi"))
"""What readers may do with a paper: "Biểu mẫu đăng ký có thể | tải tại trang tin"."""
_LONGEST_PAPER = 12


def anywhere(tokens: Tokens, start: int, opened: bool) -> Predicate:
    """No clause begins where one should: a modal verb anywhere ("Việc kiểm điểm … phải …") still binds."""
    wording = classes("wording.tsv")
    words = tokens.words
    for i in range(start, len(words)):
        for key in ("not", "must", "may"):
            if wording[key].match(words, i) and words[i] != "cấm":
                if key == "may" or words[i] in ("đề", "chịu", "nên", "sẽ"):
                    continue
                if words[i : i + 2] == ["chưa", "được"]:
                    continue  # "thu nhập … chưa được bảo đảm" finds fault
                if words[i - 2 : i] in (["gần", "như"], ["hầu", "như"]):
                    return Predicate(past=True, opened=opened)  # "quy chế hầu như không được thực hiện"
                if i and words[i - 1] in ("nếu", "khi", "mà", "đã", "không", "việc"):
                    continue
                modality = modality_of(tokens, i)
                if key == "not" and modality == "prohibition" and _done_before(words, start, i):
                    modality = "obligation"
                return Predicate(verb=i, must=True, opened=opened, modality=modality)
        only = (
            words[i] == "chỉ"
            and words[i - 1] != "đình"
            and words[i + 1 : i + 3] in _CARRIES_OUT
            and words[start] == "việc"
        )
        if only and words[i + 3 : i + 4] in (["sau"], ["khi"], ["trong"], ["tại"]):
            return Predicate(verb=i, must=True, opened=opened)  # "việc tiêu hủy | chỉ thực hiện sau khi …"
        refused = words[i : i + 2] == ["thì", "không"] and verbs().match(words, i + 2)
        if refused and " ".join(words[i + 2 : i + 4]) not in _FAILS:
            return Predicate(verb=i + 1, must=True, opened=opened, modality="prohibition")
    for i in range(start, len(words)):
        limit = wording["limit"].match(words, i)
        counted = words[i + limit : i + limit + 3]
        if limit and (any(word[0].isdigit() for word in counted) or counted[:2] in _PARTS):
            timed = any(words[k : k + 2] in _TIME_OF for k in range(start, i))
            term = timed and _TIME_UNITS.intersection(counted)
            capped = (words[i] == "không" and not term) or (
                words[i : i + 2] == ["tối", "đa"] and "%" in counted
            )
            limited: Modality = "prohibition" if capped else "obligation"
            most = words[i] not in ("ít", "tối") or words[i : i + 2] == ["tối", "đa"]
            allowed = most and _TIME_UNITS.intersection(counted) and _allowed_for(words, start, i)
            return Predicate(verb=i, must=True, opened=opened, modality="permission" if allowed else limited)
        if words[i : i + 3] == ["không", "cao", "hơn"]:
            return Predicate(verb=i, must=True, opened=opened, modality="prohibition")
    for i in range(start, len(words) - 2):
        going_on = words[i - 2 : i] == ["đang", "được"]
        if words[i : i + 2] in _CARRIES_OUT and words[i + 2] in _AS_TOLD and not going_on:
            return Predicate(verb=i, must=True, opened=opened)
    for i in range(start + 1, len(words) - 3):
        goes_on = words[i : i + 3] == ["được", "tiếp", "tục"] and " ".join(words[i + 3 : i + 5]) in _MAY_GO_ON
        if goes_on and words[i - 1] not in ("đã", "đang") and not wording["nominal"].match(words, start):
            return Predicate(verb=i, must=True, opened=opened, modality="permission")
    for i in range(start + 1, len(words) - 2):
        put_off = words[i] == "được" and words[i + 1 : i + 3] in _PUT_OFF and words[i - 1] not in _NOT_ALLOWED
        if put_off and (words[start] in _LASTS or _UNTIL.intersection(words[i + 3 : i + 6])):
            return Predicate(verb=i, must=True, opened=opened, modality="permission")
        if words[i] == "thì" and verbs().match(words, i + 1) and "," not in words[start:i]:
            return Predicate(verb=i + 1, opened=opened)  # "Hồ sơ đã nhận … thì | xem xét theo quy chế cũ"
    for i in range(start + 1, min(start + _LONGEST_PAPER, len(words) - 2)):
        if words[i : i + 2] == ["có", "thể"] and words[i + 2] in _IS_GOT and words[i - 1] != "không":
            return Predicate(verb=i, must=True, opened=opened, modality="permission")
    for i in range(start, len(words)):
        if words[i] == "được" or wording["past"].match(words, i):
            return Predicate(verb=None, past=True, opened=opened)
    return Predicate(opened=opened)


def _done_before(words: list[str], start: int, ban: int) -> bool:
    """Whether what is done with a thing governs, the ban behind its comma comes second: "Tiền thu nộp vào tài
    khoản của huyện, | không để lại đơn vị"."""
    limit = classes("wording.tsv")["limit"].match(words, ban) or "%" in words[ban : ban + 6]
    if words[ban - 1] != "," or limit or {",", "không", "chưa"}.intersection(words[start : ban - 1]):
        return False
    done = range(start + 2, ban - 2)
    if words[ban : ban + 2] != ["không", "được"]:
        return any(verbs().match(words, i) and words[i - 1] not in ("được", "việc", "để") for i in done)
    return any(words[i] == "được" and verbs().match(words, i + 1) for i in done)


def _allowed_for(words: list[str], start: int, limit: int) -> bool:
    """Whether a term limits what is allowed: "Hàng gửi kho | được lưu giữ không quá 12 tháng", "có thể kéo
    dài, nhưng không quá 20 ngày"."""
    for i in range(start, limit - 1):
        granted = verbs().match(words, i + 1) and " ".join(words[i + 1 : i + 3]) not in _DONE
        may = words[i] == "được" and granted and words[i - 1] not in _NOT_ALLOWED
        if may or words[i : i + 2] == ["có", "thể"]:
            return True
    return False
