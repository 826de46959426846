"""One directive as Akoma Ntoso 3.0 (OASIS LegalDocML), as an open ``doc``.

The text is whole, paragraph by paragraph; references and dates that were read are marked up where they
stand, and the metadata say who issued it and when. Clauses are not nested: the contract has no clause tree.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import quote

from corpus.acts import number_key
from corpus.due import last_day
from corpus.export.cells import xlsx_text
from extractors.model import Directive

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_SOURCE = "#congvan"
_LINE = re.compile(r"[^\n\f]+")


def akoma_ntoso(directive: Directive) -> bytes:
    """The document, UTF-8 with an XML declaration."""
    from lxml import etree

    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})
    document = _add(root, "doc", name=_token(directive.type.name if directive.type else "directive"))
    _meta(document, directive)
    _preface(document, directive)
    body = _add(document, "mainBody")
    for start, end in _lines(directive.text):
        _paragraph(body, directive, start, end)
    if not len(body):
        _add(body, "p")
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False)
    return xml


def _add(parent: Any, tag: str, text: str | None = None, **attributes: str) -> Any:
    from lxml import etree

    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
    if text is not None:
        element.text = xlsx_text(text)
    return element


def _iri(directive: Directive) -> str:
    """The act as an IRI: /akn/vn/doc/<date>/<number>."""
    number = number_key(directive.number.text) if directive.number else None
    day = directive.issued.date if directive.issued and directive.issued.date else None
    return f"/akn/vn/doc/{quote(day or 'nodate')}/{quote(number or directive.id)}"


def _day(directive: Directive) -> str:
    """AKN wants a whole day; where the document gives less, the first day that it can be."""
    value = directive.issued.date if directive.issued else None
    last = last_day(value)
    if value is None or last is None:
        return "0001-01-01"
    return value if len(value) == 10 else f"{(value + '-01-01')[:10]}" if "-Q" not in value else last


def _meta(document: Any, directive: Directive) -> None:
    meta = _add(document, "meta")
    identification = _add(meta, "identification", source=_SOURCE)
    work, day = _iri(directive), _day(directive)
    today = date.today().isoformat()
    for tag, suffix, name, moment in (
        ("FRBRWork", "", "issued", day),
        ("FRBRExpression", "/vie@", "issued", day),
        ("FRBRManifestation", "/vie@.xml", "exported", today),
    ):
        level = _add(identification, tag)
        this = work if not suffix else work + suffix
        _add(level, "FRBRthis", value=f"{this}/!main")
        _add(level, "FRBRuri", value=this)
        _add(level, "FRBRdate", date=moment, name=name)
        _add(level, "FRBRauthor", href="#issuer" if tag != "FRBRManifestation" else _SOURCE)
        if tag == "FRBRWork":
            _add(level, "FRBRcountry", value="vn")
            if directive.number and directive.number.text:
                _add(level, "FRBRnumber", value=directive.number.text)
        if tag == "FRBRExpression":
            _add(level, "FRBRlanguage", language="vie")
    references = _add(meta, "references", source=_SOURCE)
    issuer = directive.issuer.name if directive.issuer else "?"
    _add(references, "TLCOrganization", eId="issuer", href="/ontology/organization/issuer", showAs=issuer)
    _add(
        references, "TLCOrganization", eId="congvan", href="/ontology/organization/congvan", showAs="congvan"
    )


def _preface(document: Any, directive: Directive) -> None:
    if not (directive.subject or directive.number):
        return
    paragraph = _add(_add(document, "preface"), "p")
    if directive.number and directive.number.text:
        _add(paragraph, "docNumber", directive.number.text)
    if directive.subject:
        _add(paragraph, "docTitle", directive.subject)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        if match.group().strip():
            yield match.span()


def _paragraph(body: Any, directive: Directive, start: int, end: int) -> None:
    """A line as a paragraph, with what was read in it marked up; a mark that crosses its end is cut there."""
    paragraph = _add(body, "p")
    last, place = None, start
    for low, high, tag, attributes in _marks(directive):
        low, high = max(low, place), min(high, end)
        if low >= high or low >= end:
            continue
        _append(paragraph, last, directive.text[place:low])
        last = _add(paragraph, tag, directive.text[low:high], **attributes)
        place = high
    _append(paragraph, last, directive.text[place:end])


def _append(paragraph: Any, last: Any, text: str) -> None:
    clean = xlsx_text(text)
    if last is None:
        paragraph.text = (paragraph.text or "") + clean
    else:
        last.tail = (last.tail or "") + clean


def _marks(directive: Directive) -> list[tuple[int, int, str, dict[str, str]]]:
    marks: list[tuple[int, int, str, dict[str, str]]] = []
    for reference in directive.references:
        key = number_key(reference.number)
        href = f"/akn/vn/doc/{quote(reference.date or 'nodate')}/{quote(key)}" if key else "#"
        marks.append((*reference.span, "ref", {"href": href}))
    for deadline in directive.deadlines:
        if deadline.date and len(deadline.date) == 10:
            marks.append((*deadline.span, "date", {"date": deadline.date}))
    return sorted(marks)


def _token(name: str) -> str:
    return re.sub(r"\W+", "-", name).strip("-") or "doc"
