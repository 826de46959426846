"""The parameters of an address: a filter that is misspelt is a filter that is not set, so it is refused."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import Request
from fastapi.dependencies.models import Dependant

from congvan.web.people import Refused


def only_known(request: Request) -> None:
    """Refuses (400) what an address asks that its route does not take."""
    known = dict.fromkeys(_names(request.scope["route"].dependant))
    unknown = [name for name in request.query_params if name not in known]
    if unknown:
        raise Refused(
            400,
            "invalid",
            f"No such parameter: {unknown[0][:40]}. "
            + (f"There are: {', '.join(known)}." if known else "This address takes none."),
        )


def _names(dependant: Dependant) -> Iterator[str]:
    yield from (field.alias for field in dependant.query_params)
    for needed in dependant.dependencies:
        yield from _names(needed)
