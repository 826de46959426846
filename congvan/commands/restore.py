"""`congvan restore`: broken Vietnamese in, whole Vietnamese out, in bounded memory."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import BinaryIO

import click

from pipeline.repair.streams import NotText, blocks


@click.command(name="restore")
@click.argument(
    "file", type=click.Path(path_type=Path, exists=True, dir_okay=False, allow_dash=True), default="-"
)
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a block: the text, its repairs and warnings."
)
@click.option("--ocr", is_flag=True, help="The text was read by OCR: look for its usual slips too.")
def command(file: Path, as_json: bool, ocr: bool) -> None:
    """Repair broken Vietnamese text.

    Reads FILE, or standard input if FILE is "-" or missing, and writes the text with its marks, letters and
    encoding restored. Text that is sound, or not Vietnamese, comes out as it came in; a note on standard
    error says what was done. Standard input that is no text passes through; a FILE that is none is refused
    (exit code 1).
    """
    from pipeline.repair import repair

    sys.stdout.flush()
    out = sys.stdout.buffer
    changed = unsure = offset = 0
    foreign = empty = True
    stream: BinaryIO = sys.stdin.buffer if str(file) == "-" else file.open("rb")
    try:
        for block in blocks(stream):
            empty = empty and not block.text.strip()
            repaired = repair(block.text, method="ocr" if ocr else "native")
            changed += len(repaired.repairs)
            unsure += sum(len(w.spans) for w in repaired.warnings if w.code == "repair-unsure")
            foreign = foreign and any(w.code == "not-vietnamese" for w in repaired.warnings)
            if as_json:
                record = {
                    "text": repaired.text,
                    "offset": offset,
                    "repairs": [r.model_dump() for r in repaired.repairs],
                    "warnings": [w.model_dump() for w in repaired.warnings],
                }
                out.write(json.dumps(record, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
            elif repaired.text == block.text:
                out.write(block.as_it_came())
            else:
                out.write(repaired.text.encode("utf-8", "surrogateescape"))
            offset += len(repaired.text)
    except NotText as error:
        if as_json or stream is not sys.stdin.buffer:
            click.echo(f"{file}: {error}. Documents and scans are read with: congvan extract FILE", err=True)
            raise SystemExit(1) from error
        _copy(error.read, stream)
        click.echo(f"{file}: {error}; passed through unchanged", err=True)
        return
    finally:
        out.flush()
        if stream is not sys.stdin.buffer:
            stream.close()
    if empty:
        note = "empty, nothing to repair"
    elif foreign and not changed:
        note = "does not look like Vietnamese; unchanged"
    elif not changed:
        note = "sound; unchanged"
    else:
        note = f"{changed} repairs" + (
            f", {unsure} words left as they were because no reading is sure" if unsure else ""
        )
    click.echo(f"{file}: {note}", err=True)


def _copy(first: bytes, stream: BinaryIO) -> None:
    """What is no text goes through as it is."""
    sys.stdout.buffer.write(first)
    while chunk := stream.read(1 << 16):
        sys.stdout.buffer.write(chunk)
    sys.stdout.buffer.flush()
