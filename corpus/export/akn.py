"""One directive as Akoma Ntoso 3.0 (OASIS LegalDocML), as an open ``doc`` that its schema finds valid.

The text is whole: head in the preface, clauses nested in the body, recipients and signatures in the
conclusions, appendices as attachments. References and dates that were read are marked up where they stand,
and the metadata say who issued it and when.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any
from urllib.parse import quote

from corpus.acts import number_key
from corpus.due import last_day
from corpus.export.akn_body import NAMESPACE, Mark, Writer, add
from extractors import structure, zones
from extractors.model import Directive, Span


def akoma_ntoso(directive: Directive) -> bytes:
    """The document, UTF-8 with an XML declaration."""
    from lxml import etree

    text = directive.text
    parts = zones.cut(text)
    clauses = structure.parse(text, parts).clauses
    writer = Writer(text, _marks(directive))
    root = etree.Element(f"{{{NAMESPACE}}}akomaNtoso", nsmap={None: NAMESPACE})
    document = add(root, "doc", name=_token(directive.type.name if directive.type else "directive"))
    _meta(document, directive)
    appendices = [start for start, _ in parts.appendices if start >= parts.body[1]]
    after = appendices[0] if appendices else len(text)
    _lines(document, "preface", writer, (0, parts.body[0]))
    main = add(document, "mainBody")
    writer.clauses(main, _within(clauses, parts.body), parts.body)
    if not len(main):
        add(main, "p")
    _lines(document, "conclusions", writer, (parts.body[1], after))
    if appendices:
        attachments = add(document, "attachments")
        for number, region in enumerate(zip(appendices, [*appendices[1:], len(text)], strict=True), start=1):
            owner = add(attachments, "attachment", eId=writer.eid(f"attachment_{number}"))
            attached = add(owner, "doc", name="appendix")
            _meta(attached, directive, f"appendix_{number}")
            main = add(attached, "mainBody")
            writer.clauses(main, _within(clauses, region), region)
            if not len(main):
                add(main, "p")
    xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False)
    return xml


def _within(clauses: tuple[structure.Clause, ...], region: Span) -> list[structure.Clause]:
    return [clause for clause in clauses if region[0] <= clause.span[0] and clause.span[1] <= region[1]]


def _lines(document: Any, tag: str, writer: Writer, span: Span) -> None:
    """A stretch of the text, line by line; no element where it is blank."""
    if writer.text[slice(*span)].strip():
        writer.lines(add(document, tag), span)


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


def _meta(document: Any, directive: Directive, component: str = "main") -> None:
    meta = add(document, "meta")
    prefix = "" if component == "main" else f"{component}__"
    identification = add(meta, "identification", source=f"#{prefix}congvan")
    work, day = _iri(directive), _day(directive)
    today = date.today().isoformat()
    for tag, suffix, name, moment in (
        ("FRBRWork", "", "issued", day),
        ("FRBRExpression", "/vie@", "issued", day),
        ("FRBRManifestation", "/vie@.xml", "exported", today),
    ):
        level = add(identification, tag)
        this = work if not suffix else work + suffix
        add(level, "FRBRthis", value=f"{this}/!{component}")
        add(level, "FRBRuri", value=this)
        if tag == "FRBRWork" and directive.subject and component == "main":
            add(level, "FRBRalias", value=directive.subject, name="title")
        add(level, "FRBRdate", date=moment, name=name)
        add(
            level,
            "FRBRauthor",
            href=f"#{prefix}issuer" if tag != "FRBRManifestation" else f"#{prefix}congvan",
        )
        if tag == "FRBRWork":
            add(level, "FRBRcountry", value="vn")
            if directive.number and directive.number.text:
                add(level, "FRBRnumber", value=directive.number.text)
        if tag == "FRBRExpression":
            add(level, "FRBRlanguage", language="vie")
    references = add(meta, "references", source=f"#{prefix}congvan")
    issuer = directive.issuer.name if directive.issuer else "?"
    add(
        references,
        "TLCOrganization",
        eId=f"{prefix}issuer",
        href="/ontology/organization/issuer",
        showAs=issuer,
    )
    add(
        references,
        "TLCOrganization",
        eId=f"{prefix}congvan",
        href="/ontology/organization/congvan",
        showAs="congvan",
    )


def _marks(directive: Directive) -> list[Mark]:
    marks: list[Mark] = []
    if directive.number and directive.number.span:
        marks.append((*directive.number.span, "docNumber", {}))
    if directive.subject and (at := directive.text.find(directive.subject)) >= 0:
        marks.append((at, at + len(directive.subject), "docTitle", {}))
    for reference in directive.references:
        key = number_key(reference.number)
        href = f"/akn/vn/doc/{quote(reference.date or 'nodate')}/{quote(key)}" if key else "#"
        marks.append((*reference.span, "ref", {"href": href}))
    for deadline in directive.deadlines:
        if deadline.date and last_day(deadline.date) == deadline.date:
            marks.append((*deadline.span, "date", {"date": deadline.date}))
    return sorted(marks, key=lambda mark: mark[:2])


def _token(name: str) -> str:
    return re.sub(r"\W+", "-", name).strip("-") or "doc"
