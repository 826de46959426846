"""Generated directives for `bench.corpus`: any number of them, the same ones for the same seed.

The words of an obligation are real sentences of legal Vietnamese where ../shared/lm lies beside the checkout
(so that word frequencies are true), else put together from the project's own lists of verbs and bodies.
"""

from __future__ import annotations

import hashlib
import lzma
import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from extractors.model import (
    ActType,
    Deadline,
    Directive,
    Issued,
    Issuer,
    Number,
    Obligation,
    PageRecord,
    Reference,
    Source,
)

ROOT = Path(__file__).resolve().parents[1]
LM_TEXT = ROOT.parent / "shared" / "lm" / "legal-vi.txt.xz"

_TYPES = ("CV", "QĐ", "KH", "CT", "TB", "HD", "NQ", "BC")
_WEIGHTS = (40, 20, 15, 5, 8, 5, 4, 3)
_MODALITIES = ("obligation",) * 17 + ("permission", "permission", "prohibition")
_BODIES = (
    "Sở Nội vụ", "Sở Tài chính", "Sở Y tế", "Sở Xây dựng", "Sở Tư pháp", "Sở Giáo dục và Đào tạo",
    "Ban Tổ chức Tỉnh ủy", "Ban Tuyên giáo Tỉnh ủy", "Văn phòng Tỉnh ủy", "Ủy ban Kiểm tra Tỉnh ủy",
    "Công an tỉnh", "Thanh tra tỉnh", "Các cấp ủy, tổ chức đảng", "Các sở, ban, ngành",
    "Ủy ban nhân dân các huyện, thành phố", "Người đứng đầu cơ quan, đơn vị", "Ban Tổ chức Thành ủy",
)  # fmt: skip
_PLACES = (
    "Quảng Nam", "Quảng Ngãi", "Cà Mau", "Cần Thơ", "Hà Nội", "Hải Phòng", "Nghệ An", "Lào Cai", "Đồng Nai",
    "Bình Dương", "Khánh Hòa", "Thanh Hóa", "Gia Lai", "Đắk Lắk", "An Giang", "Bến Tre", "Sơn La", "Hà Giang",
)  # fmt: skip
_SENTENCE = re.compile(r"[^.;:]{60,260}")


def sentences(seed: int, wanted: int = 120_000) -> list[str]:
    """Sentences to make obligations of."""
    if LM_TEXT.is_file():
        found: list[str] = []
        with lzma.open(LM_TEXT, "rt", encoding="utf-8") as stream:
            for line in stream:
                found += (match.group().strip() for match in _SENTENCE.finditer(line))
                if len(found) >= wanted:
                    return found
        return found
    rng = random.Random(seed)
    verbs = [line.split("\t")[0] for line in (ROOT / "extractors/data/verbs.txt").read_text().splitlines()]
    verbs = [verb for verb in verbs if verb and not verb.startswith("#")]
    return [" ".join(rng.choices([*verbs, *_BODIES], k=12)) for _ in range(wanted)]


def directives(count: int, *, duties: int = 20, seed: int = 1) -> Iterator[Directive]:
    """``count`` directives of ``duties`` obligations each: 40 % with a deadline, 3 references a directive."""
    pool = sentences(seed)
    rng = random.Random(seed)
    numbers: list[tuple[str, str, str]] = []
    for position in range(count):
        yield _one(rng, pool, position, duties, numbers)


def _one(
    rng: random.Random, pool: list[str], position: int, duties: int, numbers: list[tuple[str, str, str]]
) -> Directive:
    place = rng.choice(_PLACES)
    issuer = rng.choice((f"Ủy ban nhân dân tỉnh {place}", f"Tỉnh ủy {place}", f"Sở Nội vụ tỉnh {place}"))
    code = rng.choices(_TYPES, _WEIGHTS)[0]
    issued = date(2015, 1, 1) + timedelta(days=rng.randrange(4000))
    number = f"{position % 5000 + 1}-{code}/TU" if "ủy" in issuer else f"{position % 5000 + 1}/{code}-UBND"
    sha256 = hashlib.sha256(f"bench {position}".encode()).hexdigest()
    parts, at = [f"{issuer}\nSố {number}\n"], 0
    at = len(parts[0])
    subject = rng.choice(pool)[:90]
    parts.append(subject + "\n")
    at += len(parts[-1])
    references = []
    for cited, day, by in rng.sample(numbers, min(3, len(numbers))):
        quote = f"Căn cứ số {cited} ngày {day} của {by}"
        references.append(
            Reference(
                text=quote,
                number=cited,
                date=day,
                issuer=by,
                relation="implements",
                span=(at, at + len(quote)),
            )
        )
        parts.append(quote + "\n")
        at += len(quote) + 1
    obligations, deadlines = [], []
    for duty in range(duties):
        said, quotes = rng.choice(pool), []
        if rng.random() < 0.4:
            day = issued + timedelta(days=rng.randrange(10, 700))
            quote = f"trước ngày {day.day:02}/{day.month:02}/{day.year}"
            said = f"{said} {quote}"
            span = (at + len(said) - len(quote), at + len(said))
            deadlines.append(
                Deadline(text=quote, date=day.isoformat(), precision="day", bound="before", span=span)
            )
            quotes = [quote]
        obligations.append(
            Obligation(
                id=f"{sha256[:10]}{duty}",
                text=said,
                clause=str(duty + 1),
                modality=rng.choice(_MODALITIES),  # type: ignore[arg-type]
                bearers=[_bearer(rng, place)],
                deadlines=quotes,
                span=(at, at + len(said)),
            )
        )
        parts.append(said + "\n")
        at += len(said) + 1
    text = "".join(parts)
    numbers.append((number, issued.isoformat(), issuer))
    if len(numbers) > 2000:
        numbers[rng.randrange(2000)] = numbers.pop()
    return Directive(
        id=sha256[:16],
        source=Source(name=f"{position}.pdf", media_type="application/pdf", sha256=sha256, bytes=9, pages=1),
        status="complete",
        text=text,
        pages=[PageRecord(number=1, start=0, end=len(text), method="text-layer", confidence=0.98)],
        number=Number(text=number, serial=position % 5000 + 1, type_code=code, span=(0, 1)),
        type=ActType(code=code, name=code),
        issuer=Issuer(name=issuer, span=(0, len(issuer))),
        issued=Issued(date=issued.isoformat(), precision="day", place=place),
        subject=subject,
        references=references,
        deadlines=deadlines,
        obligations=obligations,
    )


def _bearer(rng: random.Random, place: str) -> str:
    body = rng.choice(_BODIES)
    return f"{body} {place}" if rng.random() < 0.5 else body
