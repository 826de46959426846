"""How fast the corpus is: `python -m bench.corpus --directives 50000 --db /tmp/bench.db`.

Loads generated directives of 20 obligations each (as `congvan ingest` stores them, one transaction a
directive; with `--batch`, so many a transaction), then asks twenty typical searches and prints p50 and p95 of
each and over all, with the size and the rate. Beside it, on SQLite: a plain LIKE scan, and FTS5 as
sqlite-utils and Datasette set it up (content table, default tokenizer). A database that is there already is
asked without loading it again.

On a machine that others use too, wall time says little: CPU seconds of this process are given beside it, and
the time of a fixed loop, so that two runs can be compared.
"""

from __future__ import annotations

import argparse
import itertools
import sqlite3
import statistics
import time
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from bench.corpus_data import directives
from corpus.corpus import Corpus
from corpus.filters import Filters
from corpus.schema import obligations
from corpus.search import search_obligations

Search = tuple[str, dict[str, Any], dict[str, Any]]

SEARCHES: list[Search] = [
    ("báo cáo", {}, {}),
    ("bao cao", {}, {}),
    ("báo cáo", {"issuer": "Quảng Nam"}, {}),
    ("báo cáo kết quả", {"bearer": "Sở Nội vụ"}, {}),
    ("bao cao ket qua", {"bearer": "so noi vu", "years": (2022,)}, {}),
    ('"ủy ban nhân dân"', {"types": ("KH",)}, {}),
    ("quy định", {"modality": "prohibition"}, {}),
    ("cán bộ công chức", {"issuer": "Tỉnh ủy", "types": ("CV", "QĐ")}, {}),
    ("can bo cong chuc", {"due_before": "2022-12-31"}, {}),
    ("thẩm quyền", {"due_after": "2021-01-01", "due_before": "2021-04-01"}, {}),
    ("hồ sơ", {"bearer": "Ban Tổ chức Thành ủy", "due_before": "2023-01-01"}, {"sort": "due"}),
    ("môi trường đất đai", {"years": (2020, 2021)}, {}),
    ("chuyển đổi số", {}, {}),
    ("tham nhũng OR lãng phí", {"issuer": "Hà Nội"}, {}),
    ("kinh phí -ngân sách", {"bearer": "Sở Tài chính"}, {}),
    ("", {"bearer": "Ban Tổ chức Thành ủy", "due_before": "2022-12-31"}, {}),
    ("", {"issuer": "Cà Mau", "due_after": "2023-06-30"}, {}),
    ("", {"due_before": "2019-01-01"}, {}),
    ("thanh tra", {"issuer": "Sở Nội vụ", "modality": "permission", "years": (2023,)}, {}),
    ("kiểm tra giám sát", {"bearer": "các cấp ủy"}, {"offset": 100}),
]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--directives", type=int, default=2_500)
    parser.add_argument("--db", default="/tmp/congvan-bench.db")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--batch", type=int, default=1, help="directives a transaction while loading")
    parser.add_argument("--beside", action="store_true", help="also LIKE and plain FTS5 (SQLite only)")
    arguments = parser.parse_args()
    print(f"fixed loop of 5 million additions: {_loop():.2f} CPU s (0.25 on an idle machine of 2023)")
    with Corpus.open(arguments.db) as corpus:
        held = _count(corpus)
        if held == 0:
            _load(corpus, arguments.directives, arguments.batch)
            held = _count(corpus)
    _opening(arguments.db)
    print(f"{held:,} obligations, {_size(arguments.db)}")
    with Corpus.open(arguments.db) as corpus:
        _ask(corpus, arguments.rounds)
    if arguments.beside and "://" not in arguments.db:
        _beside(arguments.db, arguments.rounds)


def _loop() -> float:
    begun, total = time.process_time(), 0
    for number in range(5_000_000):
        total += number
    return time.process_time() - begun


def _count(corpus: Corpus) -> int:
    with corpus.reading() as connection:
        return int(connection.execute(select(func.count()).select_from(obligations)).scalar_one())


def _load(corpus: Corpus, count: int, batch: int) -> None:
    wall = cpu = 0.0
    stored = 0
    source = directives(count)
    while True:
        part = list(itertools.islice(source, 200))
        if not part:
            break
        begun, used = time.perf_counter(), time.process_time()
        for start in range(0, len(part), batch):
            corpus.store_all(part[start : start + batch], recipe="bench")
        wall, cpu = wall + time.perf_counter() - begun, cpu + time.process_time() - used
        stored += sum(len(directive.obligations) for directive in part)
    corpus.tidy()
    rate = f"{stored / wall:,.0f} obligations/s wall, {stored / cpu:,.0f} per CPU s"
    print(f"load, {batch} directives a transaction: {rate}")


def _opening(url: str) -> None:
    times = []
    for _ in range(10):
        begun = time.perf_counter()
        Corpus.open(url).close()
        times.append(time.perf_counter() - begun)
    middle, worst = statistics.median(times) * 1000, max(times) * 1000
    print(f"opening an existing database: p50 {middle:.1f} ms, worst {worst:.1f} ms")


def _size(url: str) -> str:
    if "://" in url:
        return "size: ask the server"
    parts = (Path(url + suffix) for suffix in ("", "-wal"))
    return f"{sum(part.stat().st_size for part in parts if part.exists()) / 1e6:,.0f} MB"


def _ask(corpus: Corpus, rounds: int) -> None:
    everything: list[float] = []
    spent: list[float] = []
    for query, filters, page in SEARCHES:
        chosen = Filters(**filters)
        found = 0

        def ask(query: str = query, chosen: Filters = chosen, page: dict[str, Any] = page) -> int:
            with corpus.reading() as connection:
                return search_obligations(connection, corpus.index, query, chosen, **page).total

        times, cpu = [], []
        for _ in range(rounds):
            begun, used = time.perf_counter(), time.process_time()
            found = ask()
            times.append((time.perf_counter() - begun) * 1000)
            cpu.append((time.process_time() - used) * 1000)
        everything += times
        spent += cpu
        said = " ".join([query, *(f"{name}={value}" for name, value in filters.items())])
        print(f"{statistics.median(times):8.1f} ms  {min(cpu):8.1f} ms CPU  {found:>6,}  {said}")
    print(f"all: p50 {statistics.median(everything):.1f} ms, p95 {_p95(everything):.1f} ms")
    if corpus.engine.dialect.name == "sqlite":  # a server spends its own
        print(f"all, CPU: p50 {statistics.median(spent):.1f} ms, p95 {_p95(spent):.1f} ms")


def _p95(times: list[float]) -> float:
    return sorted(times)[max(0, round(len(times) * 0.95) - 1)]


def _beside(path: str, rounds: int) -> None:
    """What people would do without: a LIKE scan, and FTS5 with its defaults over a content table."""
    raw = sqlite3.connect(path)
    plain = path + ".plain"
    Path(plain).unlink(missing_ok=True)
    raw.execute("ATTACH ? AS p", (plain,))
    raw.execute("CREATE TABLE p.o (id INTEGER PRIMARY KEY, text, bearers, issuer, due, modality, year, type)")
    raw.execute(
        "INSERT INTO p.o SELECT o.id, o.text, o.bearers, d.issuer, o.due, o.modality, d.year, d.type_code "
        "FROM obligations o JOIN directives d ON d.document_id = o.document_id"
    )
    raw.execute("CREATE VIRTUAL TABLE p.o_fts USING fts5(text, content='o', content_rowid='id')")
    raw.execute("INSERT INTO p.o_fts(rowid, text) SELECT id, text FROM p.o")
    for column in ("due", "modality", "year", "type", "issuer"):
        raw.execute(f"CREATE INDEX p.i_{column} ON o({column})")
    raw.commit()
    raw.close()
    raw = sqlite3.connect(plain)
    for name, ask in (
        ("LIKE scan", _like),
        ("FTS5 with its defaults, bm25", _fts),
        ("a table's page in Datasette over that FTS5", _datasette),
    ):
        times, spent = [], []
        for query, filters, _ in SEARCHES:
            for _ in range(min(rounds, 2)):
                begun, used = time.perf_counter(), time.process_time()
                ask(raw, query, filters)
                times.append((time.perf_counter() - begun) * 1000)
                spent.append((time.process_time() - used) * 1000)
        said = f"p50 {statistics.median(times):.1f} ms, p95 {_p95(times):.1f} ms"
        print(f"{name}: {said}; CPU: p50 {statistics.median(spent):.1f} ms, p95 {_p95(spent):.1f} ms")
    raw.close()
    Path(plain).unlink()


def _conditions(filters: dict[str, Any]) -> tuple[list[str], list[Any]]:
    where, values = [], []
    for name, value in filters.items():
        if name in ("issuer", "bearer"):
            where.append(f"{'bearers' if name == 'bearer' else name} LIKE ?")
            values.append(f"%{value}%")
        elif name in ("types", "years"):
            where.append(f"{name[:-1]} IN ({', '.join('?' * len(value))})")
            values += value
        elif name == "modality":
            where.append("modality = ?")
            values.append(value)
        else:
            where.append("due < ?" if name == "due_before" else "due > ?")
            values.append(value)
    return where, values


def _like(raw: sqlite3.Connection, query: str, filters: dict[str, Any]) -> None:
    where, values = _conditions(filters)
    for word in query.replace('"', "").split():
        where.append("text LIKE ?")
        values.append(f"%{word.lstrip('-')}%")
    raw.execute(f"SELECT id FROM o WHERE {' AND '.join(where)} ORDER BY due LIMIT 20", values).fetchall()


def _fts(raw: sqlite3.Connection, query: str, filters: dict[str, Any]) -> None:
    if not query:
        return _like(raw, query, filters)
    where, values = _conditions(filters)
    match = query.replace(" -", " NOT ")
    sql = "SELECT o.id FROM o_fts JOIN o ON o.id = o_fts.rowid WHERE o_fts MATCH ?"
    sql += "".join(f" AND {part}" for part in where) + " ORDER BY o_fts.rank LIMIT 20"
    raw.execute(sql, [match, *values]).fetchall()
    return None


def _datasette(raw: sqlite3.Connection, query: str, filters: dict[str, Any]) -> None:
    """What its table page asks: a page of 100 in the order of the rows, and the count of all. The tokenizer
    of its FTS5 drops one mark a letter, so that "de" finds "dé" but neither "để" nor "đề"."""
    where, values = _conditions(filters)
    if query:
        where.append("rowid IN (SELECT rowid FROM o_fts WHERE o_fts MATCH ?)")
        values.append(query.replace(" -", " NOT "))
    condition = " AND ".join(where) or "1 = 1"
    raw.execute(f"SELECT * FROM o WHERE {condition} ORDER BY id LIMIT 101", values).fetchall()
    raw.execute(f"SELECT count(*) FROM o WHERE {condition}", values).fetchone()


if __name__ == "__main__":
    main()
