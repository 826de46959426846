"""Pages from templates: what every page knows, and how text of documents gets into HTML (always escaped)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from checker.record import bare
from congvan.web import days, facets, language, people

_HERE = Path(__file__).parent


@cache
def environment() -> Environment:
    """The templates; autoescape is on for every one of them."""
    made = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(day=day, marked=marked, clause=clause, one_line=one_line, query=query, size=size)
    made.globals.update(static=static, provinces=provinces, sections=facets.sections)
    for name in made.list_templates():
        made.get_template(name)  # compiled now, so that nobody waits for it
    return made


@cache
def provinces() -> tuple[str, ...]:
    """The names of provinces, of now and before July 2025, for forms to offer."""
    from extractors.tables import rows

    return tuple(row[0] for row in rows("provinces.tsv"))


def static(name: str) -> str:
    """The address of a static file; it changes when the file does, so that browsers may keep it for ever."""
    stamp = int((_HERE / "static" / name).stat().st_mtime)
    return f"/static/{name}?{stamp:x}"


def page(
    request: Request,
    template: str,
    *,
    status: int = 200,
    headers: dict[str, str] | None = None,
    **values: Any,
) -> HTMLResponse:
    """A page of ours, in the language that was chosen."""
    chosen = language.chosen(request)
    person = people.whoever(request)
    settings = request.app.state.settings
    body = request.app.state.templates.get_template(template).render(
        request=request,
        path=request.url.path,
        here=str(request.url.path) + (f"?{request.url.query}" if request.url.query else ""),
        lang=chosen,
        _=language.translator(chosen),
        person=person,
        accounts_used=person is None or person.user is not None,
        csrf=people.form_token(request),
        today=today(request),
        settings=settings,
        **values,
    )
    response = HTMLResponse(body, status_code=status, headers=headers)
    if people.COOKIE not in request.cookies:
        set_session(request, response, people.session_key(request))
    return response


def say(request: Request, message: str) -> str:
    """A message of ours, in the language that was chosen."""
    return language.translator(language.chosen(request)).message(message)


def set_session(request: Request, response: Any, token: str) -> None:
    """Gives the browser its session; scripts cannot read it, other sites do not send it."""
    settings = request.app.state.settings
    response.set_cookie(
        people.COOKIE,
        token,
        max_age=settings.session_hours * 3600,
        httponly=True,
        samesite="lax",
        secure=settings.https,
        path="/",
    )


def today(request: Request) -> str:
    """The day as of which things are due: today, unless the address says otherwise (``as_of``)."""
    asked = days.iso(request.query_params.get("as_of", ""))
    try:
        return date.fromisoformat(asked).isoformat()
    except ValueError:
        return date.today().isoformat()


def local_path(target: str | None) -> str:
    """A place of ours to go back to; anything that leads elsewhere becomes the first page."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return "/"
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or any(ord(c) < 32 or c == "\\" for c in target):
        return "/"
    return target


_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(.*)")
_MONTH = re.compile(r"(\d{4})-(\d{2})")


def day(value: str | None) -> str:
    """An ISO date as it is written in Viet Nam: 30/10/2022, 10/2022."""
    if not value:
        return ""
    if match := _DAY.fullmatch(value):
        return f"{match[3]}/{match[2]}/{match[1]}"
    if match := _MONTH.fullmatch(value):
        return f"{match[2]}/{match[1]}"
    return value


def clause(label: str | None, translate: language.Translator) -> str:
    """The place of a clause as one says it: a bare number or letter gets its noun ("mục 2.a"), "Điều 3" or
    "Thứ hai" has one."""
    if not label:
        return ""
    return f"{translate('mục')} {label}" if bare(label) else label


def one_line(value: str | None) -> str:
    return " ".join((value or "").split())


def marked(text: str, spans: Sequence[tuple[int, int]]) -> Markup:
    """Text with what matched in <mark>."""
    parts, last = [], 0
    for start, end in spans:
        parts += [escape(text[last:start]), Markup("<mark>"), escape(text[start:end]), Markup("</mark>")]
        last = end
    parts.append(escape(text[last:]))
    return Markup("").join(parts)


def query(base: dict[str, Any], **changes: Any) -> str:
    """The query string of an address, with changes; what is None or empty is left out."""
    values = {**base, **changes}
    pairs: list[tuple[str, Any]] = []
    for name, value in values.items():
        if value is None or value in ("", (), []):
            continue
        for item in value if isinstance(value, (list, tuple)) else [value]:
            pairs.append((name, item))
    return "?" + urlencode(pairs)


def size(count: int) -> str:
    """Bytes as people say them, in units of 1024: "800 B", "9.5 KB", "100 MB"."""
    value, unit = float(count), "B"
    for larger in ("KB", "MB", "GB"):
        if value >= 1024:
            value, unit = value / 1024, larger
    return f"{value:.0f} {unit}" if unit == "B" or value >= 10 else f"{value:.1f} {unit}"
