"""The fields of a directive as a person corrects them: a label, a value as text, a place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from corpus.entering import BY_ID, RECORDS, SECRECY, URGENCY
from corpus.errors import QueryError
from extractors.model import Directive, Span

Kind = Literal["line", "lines", "text", "date", "choice"]


@dataclass(frozen=True, slots=True)
class Field:
    """``path``: where its value stands in the directive; ``history``: the path under which corrections of it
    are kept; ``choices``: value and label."""

    path: str
    label: str
    value: str
    kind: Kind = "line"
    span: Span | None = None
    confidence: float | None = None
    choices: tuple[tuple[str, str], ...] = ()
    history: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together. ``removable``: the path that null takes out."""

    name: str
    title: str
    fields: tuple[Field, ...]
    span: Span | None = None
    confidence: float | None = None
    text: str = ""
    removable: str | None = None


def head(directive: Directive) -> Group:
    """The fields of the head and the closing."""
    d = directive
    number, issuer, issued = d.number, d.issuer, d.issued
    number_span = number.span if number else None
    issuer_span = issuer.span if issuer else None
    issued_span = issued.span if issued else None
    fields = [
        _field("number/text", "Số, ký hiệu", number.text if number else None, "line", number_span,
               number.confidence if number else None),
        _field("type/code", "Thể loại", d.type.code if d.type else None, "choice", choices=_types(d)),
        _field("issuer/name", "Cơ quan ban hành", issuer.name if issuer else None, "line", issuer_span,
               issuer.confidence if issuer else None),
        _field("issuer/parent", "Cơ quan cấp trên", issuer.parent if issuer else None),
        _field("issued/date", "Ngày ban hành", issued.date if issued else None, "date", issued_span),
        _field("issued/place", "Địa danh", issued.place if issued else None, "line", issued_span),
        _field("subject", "Trích yếu", d.subject, "text", _find(d, d.subject)),
        _field("urgency", "Độ khẩn", d.urgency, "choice", choices=_choices(*URGENCY)),
        _field("secrecy", "Độ mật", d.secrecy, "choice", choices=_choices(*SECRECY)),
        _field("addressees", "Kính gửi", "\n".join(d.addressees), "lines", _find(d, *d.addressees)),
        _field("recipients", "Nơi nhận", "\n".join(d.recipients), "lines", _find(d, *d.recipients)),
    ]  # fmt: skip
    for position, signatory in enumerate(d.signatories):
        at = f"signatories/{position}"
        fields += [
            _field(f"{at}/name", "Người ký", signatory.name, "line", signatory.span),
            _field(f"{at}/position", "Chức vụ", signatory.position, "line", _find(d, signatory.position)),
            _field(
                f"{at}/authority", "Thẩm quyền ký", signatory.authority, "line", _find(d, signatory.authority)
            ),
        ]
    return Group("head", "Thể thức", tuple(fields))


def body(directive: Directive) -> Iterator[Group]:
    """Obligations, deadlines, references, rules and amendments, a group each."""
    modalities = (("obligation", "Phải làm"), ("prohibition", "Không được làm"), ("permission", "Được làm"))
    for number, duty in enumerate(directive.obligations, 1):
        at = f"obligations/{duty.id}"
        fields: tuple[Field, ...] = (
            _field(f"{at}/bearers", "Ai", "\n".join(duty.bearers), "lines",
                   _near(directive, duty.span, *duty.bearers)),
            _field(f"{at}/action", "Việc", duty.action, "text", _near(directive, duty.span, duty.action)),
            _field(f"{at}/modality", "Tính chất", duty.modality, "choice", choices=modalities),
            _field(f"{at}/deadlines", "Hạn (nguyên văn)", "\n".join(duty.deadlines), "lines",
                   _near(directive, duty.span, *duty.deadlines)),
            _field(f"{at}/partners", "Phối hợp với", "\n".join(duty.partners), "lines",
                   _near(directive, duty.span, *duty.partners)),
            _field(f"{at}/report_to", "Báo cáo cho", "\n".join(duty.report_to), "lines",
                   _near(directive, duty.span, *duty.report_to)),
            _field(f"{at}/condition", "Điều kiện", duty.condition, "line",
                   _near(directive, duty.span, duty.condition)),
        )  # fmt: skip
        title = f"Nghĩa vụ {number}" + (f" · {place}" if (place := duty.place or duty.clause) else "")
        yield Group(at, title, fields, duty.span, duty.confidence, duty.text, at)
    bounds = tuple((code, code) for code in ("before", "by", "on", "after", "event", "recurring"))
    for position, deadline in enumerate(directive.deadlines):
        at = f"deadlines/{position}"
        fields = (
            _field(f"{at}/date", "Ngày", deadline.date, "date", deadline.span),
            _field(f"{at}/bound", "Mốc", deadline.bound, "choice", deadline.span, choices=bounds),
        )
        title = f"Hạn {position + 1}"
        yield Group(at, title, fields, deadline.span, deadline.confidence, deadline.text, at)
    relations = tuple((code, code) for code in ("implements", "amends", "replaces", "cites"))
    for position, reference in enumerate(directive.references):
        at = f"references/{position}"
        fields = (
            _field(f"{at}/number", "Số, ký hiệu", reference.number, "line", reference.span),
            _field(f"{at}/date", "Ngày", reference.date, "date", reference.span),
            _field(f"{at}/issuer", "Cơ quan ban hành", reference.issuer, "line", reference.span),
            _field(
                f"{at}/relation", "Quan hệ", reference.relation, "choice", reference.span, choices=relations
            ),
        )
        title = f"Viện dẫn {position + 1}"
        yield Group(at, title, fields, reference.span, reference.confidence, reference.text, at)
    for number, rule in enumerate(directive.rules, 1):
        at = f"rules/{rule.id}"
        limit = None if rule.limit is None else f"{rule.limit:g}"
        fields = (
            _field(f"{at}/limit", "Mức", limit, "line", rule.span),
            _field(f"{at}/of", "Của", rule.of, "line", rule.span),
            _field(f"{at}/among", "Trong số", rule.among, "line", rule.span),
        )
        yield Group(at, f"Quy tắc {number} · {rule.kind}", fields, rule.span, rule.confidence, rule.text, at)
    for position, change in enumerate(directive.amendments):
        at = f"amendments/{position}"
        fields = (
            _field(f"{at}/target", "Văn bản được sửa", change.target, "line", change.span),
            _field(f"{at}/place", "Vị trí", change.place, "line", change.span),
            _field(f"{at}/old", "Nội dung cũ", change.old, "text", change.span),
            _field(f"{at}/new", "Nội dung mới", change.new, "text", change.span),
        )
        title = f"Sửa đổi {position + 1}"
        yield Group(at, title, fields, change.span, change.confidence, removable=at)


def every(directive: Directive) -> Iterator[Group]:
    """All groups, the head first."""
    yield head(directive)
    yield from body(directive)


def find(directive: Directive, path: str) -> Field | None:
    """The field of a path."""
    return next((f for group in every(directive) for f in group.fields if f.path == path), None)


def typed(directive: Directive, path: str, text: str) -> Any:
    """The value that was typed into the form of a field, for `corpus.entering` to check.

    Raises `QueryError` where the field does not exist or what was typed is none of its choices.
    """
    field = find(directive, path)
    if field is None:
        raise QueryError(f"{path} is no field of this directive.")
    text = text.replace("\r\n", "\n").strip()
    if field.kind == "lines":
        return [line.strip() for line in text.split("\n") if line.strip()]
    if not text:
        return None
    if field.kind == "choice" and text not in dict(field.choices):
        raise QueryError(f"{text} is none of the choices.")
    return text if field.kind == "text" else " ".join(text.split())


def _field(
    path: str,
    label: str,
    value: str | None,
    kind: Kind = "line",
    span: Span | None = None,
    confidence: float | None = None,
    choices: tuple[tuple[str, str], ...] = (),
) -> Field:
    top = path.partition("/")[0]
    history = top if top in ("number", "type") or (top in RECORDS and top not in BY_ID) else path
    return Field(path, label, value or "", kind, span, confidence, choices, history)


def _choices(*values: str) -> tuple[tuple[str, str], ...]:
    return tuple((value, value) for value in values)


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    from extractors import tables

    return tuple({kind.code: kind.name for kind in reversed(tables.kinds())}.items())[::-1]


def _types(directive: Directive) -> tuple[tuple[str, str], ...]:
    known = dict(_kinds())
    if directive.type:
        known[directive.type.code] = directive.type.name
    return tuple(known.items())


def _find(directive: Directive, *values: str | None) -> Span | None:
    return _near(directive, (0, len(directive.text)), *values)


def _near(directive: Directive, span: Span, *values: str | None) -> Span | None:
    """Where a value that has no span of its own stands: in ``span``, else before it; line breaks may fall
    anywhere in it."""
    for value in values:
        words = (value or "").split()[:40]
        if not words:
            continue
        pattern = re.compile(r"\s+".join(re.escape(word) for word in words), re.IGNORECASE)
        match = pattern.search(directive.text, span[0], span[1])
        if match is None:
            before = list(pattern.finditer(directive.text, max(0, span[0] - 4_000), span[0]))
            match = before[-1] if before else None
        if match is not None:
            return match.span()
    return None
