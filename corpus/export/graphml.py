"""The reference graph as GraphML: acts as nodes (held, or only cited), references as edges."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from sqlalchemy import Connection, select

from corpus.corpus import Corpus
from corpus.export.cells import xlsx_text
from corpus.filters import Filters
from corpus.ranking import batches, plan
from corpus.schema import acts, citations, directives, documents

_NODE_KEYS = ("label", "number", "type", "date", "issuer", "title", "held", "directive")
_EDGE_KEYS = ("relation", "text", "resolution")


def graphml(corpus: Corpus, query: str, filters: Filters, limit: int | None = None) -> Iterator[bytes]:
    """The graph of the directives that match, piece by piece; what they refer to is in it, held or not.

    Of an act only cited, all that its citations say is known. Memory grows by a bit an act, no more.
    """
    yield (
        b'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    )
    for target, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for key in keys:
            line = f'<key id="{target[0]}_{key}" for="{target}" attr.name="{key}" attr.type="string"/>\n'
            yield line.encode()
    yield b'<graph edgedefault="directed">\n'
    with corpus.passing() as connection:
        seen = _Seen()
        search = plan(connection, corpus.index, "directive", query, filters)
        for ids in batches(search, limit):
            yield from _part(connection, ids, seen)
    yield b"</graph>\n</graphml>\n"


class _Seen:
    """Acts that are written already, a bit each: a million of them take 125 KB."""

    def __init__(self) -> None:
        self._bits = bytearray()

    def add(self, key: int) -> bool:
        """Whether the act is new; from now on it is not."""
        place, bit = divmod(key, 8)
        if place >= len(self._bits):
            self._bits.extend(bytes(place + 1 - len(self._bits)))
        new = not self._bits[place] >> bit & 1
        self._bits[place] |= 1 << bit
        return new


def _part(connection: Connection, ids: list[int], seen: _Seen) -> Iterator[bytes]:
    own = {
        row.document_id: row.act_id
        for row in connection.execute(
            select(directives.c.document_id, directives.c.act_id).where(
                directives.c.document_id.in_(ids), directives.c.act_id.is_not(None)
            )
        )
    }
    edges = connection.execute(
        select(citations)
        .where(citations.c.document_id.in_(list(own)), citations.c.act_id.is_not(None))
        .order_by(citations.c.id)
    ).all()
    named = {*own.values(), *(edge.act_id for edge in edges)}
    wanted = [key for key in named if seen.add(key)]
    nodes = connection.execute(
        select(acts, documents.c.directive_id)
        .outerjoin(documents, documents.c.id == acts.c.document_id)
        .where(acts.c.id.in_(wanted))
        .order_by(acts.c.id)
    )
    for node in nodes:
        label = node.number or node.title or node.number_key or ""
        values = {
            "label": label,
            "number": node.number,
            "type": node.type_code,
            "date": node.date,
            "issuer": node.issuer,
            "title": node.title,
            "held": "true" if node.document_id is not None else "false",
            "directive": node.directive_id,
        }
        yield f'<node id="a{node.id}">{_data("n", values)}</node>\n'.encode()
    for edge in edges:
        values = {"relation": edge.relation, "text": edge.text, "resolution": edge.resolution}
        ends = f"source={quoteattr(f'a{own[edge.document_id]}')} target={quoteattr(f'a{edge.act_id}')}"
        yield f"<edge {ends}>{_data('e', values)}</edge>\n".encode()


def _data(prefix: str, values: dict[str, str | None]) -> str:
    return "".join(
        f'<data key="{prefix}_{key}">{escape(xlsx_text(value))}</data>'
        for key, value in values.items()
        if value
    )
