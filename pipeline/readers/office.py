"""DOC and RTF: converted to DOCX by LibreOffice, which keeps the fonts that tell the encoding."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from extractors.model import Warning
from pipeline.document import Page
from pipeline.errors import MissingDependency, ReadError
from pipeline.options import Options
from pipeline.programs import run
from pipeline.readers.docx import read_docx
from pipeline.source import RTF, Source

INSTALL = "sudo apt-get install --no-install-recommends libreoffice-writer-nogui"


def find_libreoffice() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def read(source: Source, options: Options) -> Iterator[Page]:
    program = find_libreoffice()
    if program is None:
        if source.media_type == RTF:
            yield _plain_rtf(source, options)
            return
        raise MissingDependency(
            "missing-libreoffice",
            f"{source.name}: reading Word 97 files needs LibreOffice, which is not installed. "
            f"Install it: {INSTALL}",
        )
    with tempfile.TemporaryDirectory(prefix="congvan-") as folder:
        converted = _convert(program, source, Path(folder), options.limits.convert_seconds)
        yield read_docx(converted, source.name, options)


def _convert(program: str, source: Source, folder: Path, seconds: float) -> Path:
    """Converts in a profile of its own (runs side by side do not meet) and with a leash on all it starts
    (soffice starts soffice.bin, which must die with it)."""
    suffix = ".rtf" if source.media_type == RTF else ".doc"
    copy = folder / f"in{suffix}"  # the source's name may hold anything
    shutil.copyfile(source.path, copy)
    command = [
        program,
        f"-env:UserInstallation=file://{folder}/profile",
        *("--headless", "--norestore", "--nologo", "--nolockcheck"),
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "out"), str(copy)),
    ]
    try:
        done = run(command, seconds=seconds, family=True)
    except subprocess.TimeoutExpired:
        raise ReadError(
            "timeout",
            f"{source.name}: LibreOffice did not finish within {seconds:.0f} s. "
            "Open the file in a word processor and save it as DOCX.",
        ) from None
    converted = folder / "out" / "in.docx"
    if done.code != 0 or not converted.exists():
        said = (done.out + done.err).decode("utf-8", errors="replace").strip().splitlines()
        raise ReadError(
            "damaged",
            f"{source.name}: LibreOffice could not convert it ({said[-1] if said else 'it said nothing'}). "
            "Open the file in a word processor and save it as DOCX.",
        )
    return converted


def _plain_rtf(source: Source, options: Options) -> Page:
    from striprtf.striprtf import rtf_to_text

    raw = source.path.read_bytes().decode("cp1252", errors="replace")
    try:
        text = rtf_to_text(  # type: ignore[no-untyped-call]
            raw, encoding="cp1252", errors="replace"
        )
    except (ValueError, IndexError, KeyError, RecursionError) as error:
        raise ReadError(
            "damaged", f"{source.name}: the RTF cannot be read ({error}). Save it again as DOCX."
        ) from error
    warning = Warning(
        code="fonts-unknown",
        message=f"{source.name} was read without LibreOffice: fonts and tables are lost, and a pre-Unicode "
        f"encoding is guessed from the text. Better: {INSTALL}",
    )
    text = unicodedata.normalize("NFC", text[: options.limits.text_chars])
    return Page(1, text, "native", warnings=[warning])
