"""Which cells of a head are what: where its number stands, its title, whom it addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors import layout, tables, view
from extractors.head_cells import classified, is_title
from extractors.head_rows import page_title
from extractors.layout import Cell
from extractors.zones import Zones

FUSED = re.compile(
    r"^\W{0,4}(?P<kind>\w+ \w+(?: \w+ "
    r"\w+)?)\s+(?:(?:số\s+)?(?P<serial>\d{1,6})\s+)?của\s+(?P<issuer>[^.;:]{3,120}?)"
    r"\s+(?:số\s*:?\s*(?=\d)|(?=ngày\s))"
)


@dataclass(frozen=True, slots=True)
class HeadLayout:
    """A head's cells with the kind of each, "" for those that may name a body or a title."""

    cells: list[Cell]
    kinds: list[str]
    address: int
    """The cell with "Kính gửi"; their number where there is none."""
    title: int | None
    labelled: int | None
    """The cell with the number behind its label."""
    fused: bool
    """Kind, number and issuer stand in one line: "CÔNG ĐIỆN SỐ 5 CỦA …"."""
    page: bool
    """The first cell is a page's title, over the text of an act without a head."""

    @property
    def addressed(self) -> bool:
        return self.address < len(self.cells)

    @property
    def titled(self) -> str | None:
        """The title's first line, folded."""
        return self.cells[self.title].low if self.title is not None else None


def read(text: str, zones: Zones) -> HeadLayout | None:
    """The layout of a text's head zone; None where it has no cells."""
    cells = layout.cells(text, zones.head)
    if not cells:
        return None
    kinds = classified(cells)
    address = next((i for i, kind in enumerate(kinds) if kind == "address"), len(cells))
    title = next(
        (i for i, cell in enumerate(cells[:address]) if kinds[i] == "" and is_title(cell, i, kinds)),
        None,
    )
    labelled = next((i for i, kind in enumerate(kinds) if kind == "number"), None)
    split = labelled is not None and cells[labelled].low.startswith("của ")  # "CÔNG VĂN / CỦA X SỐ …"
    labelled = None if split else labelled
    found = FUSED.match(view.folded(text[slice(*zones.head)]).lstrip()) if labelled is None else None
    fused = found is not None and view.squeeze(found["kind"]) in tables.kinds_by_name()
    if fused:
        title = title or 0
    heads_page = title == 0 and labelled is not None and "motto" in kinds[:labelled]  # over the letterhead
    if title is not None and labelled is not None and labelled > title + 2 and not heads_page:
        labelled = None
    page = title in (None, 0) and labelled is None and not kinds[0] and page_title(cells[0].text)
    page = page and not fused and not {"motto", "date"} & set(kinds)
    return HeadLayout(cells, kinds, address, 0 if page else title, labelled, fused, bool(page))
