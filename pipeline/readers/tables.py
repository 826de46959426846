"""Tables as text: a data table row by row with tabs; a table that only lays out columns, column by column."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MOTTO = re.compile(r"CỘNG\s+H[ÒO][ÀA]\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN|Độc\s+lập", re.IGNORECASE)
_RECIPIENTS = re.compile(r"^\s*\W*Nơi\s+(?:nhận|gửi)\b", re.IGNORECASE)


def columns_or_rows(rows: Sequence[Sequence[str]]) -> str:
    """Text of a table whose cells may hold several lines.

    The head (issuer | motto) and the foot (Nơi nhận | signature) of a directive are commonly set as tables
    of two columns without lines (Nghị định 30/2020/NĐ-CP, Phụ lục I, gives only positions); read row by row
    they would run into each other, so such a table is read column by column.
    """
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        return ""
    width = max(len(row) for row in rows)
    if width == 1:
        return "\n".join(cell.strip("\n") for row in rows for cell in row)
    if _lays_out(rows, width):
        columns = [[row[i] for row in rows if i < len(row) and row[i].strip()] for i in range(width)]
        return "\n".join(cell.strip("\n") for column in columns for cell in column)
    return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)


def _lays_out(rows: Sequence[Sequence[str]], width: int) -> bool:
    if width > 3 or len(rows) > 6:
        return False
    cells = [cell for row in rows for cell in row]
    return any(_MOTTO.search(cell) or _RECIPIENTS.search(cell) for cell in cells)
