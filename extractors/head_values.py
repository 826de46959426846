"""What a head says, the kind of act it makes it, and the warnings on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors import tables
from extractors.lines import TITLED
from extractors.model import ActType, Issued, Issuer, Number, Span, Warning


@dataclass(slots=True)
class Head:
    """What a head says; what it does not say is None or empty."""

    number: Number | None = None
    type: ActType | None = None
    issuer: Issuer | None = None
    issued: Issued | None = None
    urgency: str | None = None
    secrecy: str | None = None
    subject: str | None = None
    subject_span: Span | None = None
    addressees: list[str] = field(default_factory=list)
    page: bool = False
    """Only a page's title stands for a head: an act that the text reports goes before it."""
    spans: dict[str, list[Span]] = field(default_factory=dict)
    warnings: list[Warning] = field(default_factory=list)

    @property
    def found(self) -> bool:
        """Whether there is a head at all: a number or kind, and one thing more."""
        parts = [self.number, self.type, self.issued, self.addressees, self.issuer]
        return sum(map(bool, parts)) >= 2 and bool(self.number or self.type or self.addressees)


def _title_words(title: str | None) -> list[str]:
    """The words of a title's line, without its numbers and marks."""
    return re.findall(r"[^\W\d_]+", title or "")


def act_type(number: Number | None, title: str | None, letter: bool) -> ActType | None:
    """The kind of act: by the number's code, else the title, else công văn for a letter or a body's code."""
    named = None
    if title:
        match = TITLED.match(title)
        known = tables.kinds_by_name()
        if match:
            words = match[1].split()
            named = next(
                (
                    known[" ".join(words[:n])]
                    for n in range(len(words), 0, -1)
                    if " ".join(words[:n]) in known
                ),
                None,
            )
    code = number.type_code if number else None
    if code:
        same = [k for k in tables.kinds() if k.code == code]
        if named and (named.code == code or (named.name == "Quy định" and code == "QĐ")):
            return ActType(code=code, name=named.name)
        if named and named.code not in {code, "CV"} and len(named.name.split()) == len(_title_words(title)):
            return ActType(code=named.code, name=named.name)  # the title in large print over a code's letters
        system = number.system if number else None
        fitting = [k for k in same if system in k.systems] or same
        return ActType(code=code, name=fitting[0].name)
    if named:
        party = number is not None and number.system == "party"
        code = "QyĐ" if named.name == "Quy định" and not party else named.code
        return ActType(code=code, name=named.name)
    if title and TITLED.match(title) and number is None:
        return None  # a letter under a title that is no kind of act ("THƯ MỜI")
    if letter or (number and number.issuer_code):
        return ActType(code="CV", name="Công văn")
    return None


def warn(head: Head) -> None:
    number = head.number
    if number is not None and number.text is None:
        head.warnings.append(
            Warning(
                code="number-blank",
                message="The number is blank or handwritten: what is printed of it is kept; look at the "
                "page and add it.",
                spans=[number.span] if number.span else [],
            )
        )
    elif number is not None and number.confidence < 0.8:
        head.warnings.append(
            Warning(
                code="number-unsure",
                message=f"The number {number.text} may be incomplete: compare it with the page.",
                spans=[number.span] if number.span else [],
            )
        )
    issued = head.issued
    if issued is not None and issued.precision != "day":
        head.warnings.append(
            Warning(
                code="date-incomplete",
                message="The date is blank or handwritten in part: look at the page and add what is missing.",
                spans=[issued.span] if issued.span else [],
            )
        )
    if issued and issued.date and number and number.year and not issued.date.startswith(str(number.year)):
        head.warnings.append(
            Warning(
                code="year-mismatch",
                message=f"The number says {number.year}, the date {issued.date}.",
                spans=[s for s in (number.span, issued.span) if s],
            )
        )
