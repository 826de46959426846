"""Row numbers in addresses: what no database can hold as one is refused before it is asked."""

from __future__ import annotations

from typing import Annotated

from fastapi import Path, Query

_MOST = 2**31 - 1
"""PostgreSQL's INTEGER, the narrower of the two."""
Id = Annotated[int, Path(ge=0, le=_MOST)]
Before = Annotated[int | None, Query(ge=0, le=_MOST)]
