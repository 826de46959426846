"""What `congvan doctor` looks at beyond the pipeline: fonts for the fixtures, the database."""

from __future__ import annotations

import shutil
import subprocess

from pipeline.installed import Finding


def look_at_fonts() -> Finding:
    """A serif font with every Vietnamese glyph, needed only to print the fixtures (make demo)."""
    remedy = "sudo apt-get install fonts-croscore fonts-noto-core"
    program = shutil.which("fc-list")
    if program is None:
        return Finding("Fonts", False, "fontconfig is not installed", needed=False, remedy=remedy)
    # U+1EC7 (ệ) stands for the block of Vietnamese letters that many Latin fonts lack
    done = subprocess.run(
        [program, ":charset=1ec7", "family"], capture_output=True, text=True, check=False, timeout=20
    )
    families = sorted({line.split(",")[0].strip() for line in done.stdout.splitlines() if line.strip()})
    serif = [f for f in families if f in ("Tinos", "Liberation Serif", "Noto Serif", "Times New Roman")]
    if serif:
        return Finding("Fonts", True, ", ".join(serif))
    return Finding("Fonts", False, "no serif font with Vietnamese letters", needed=False, remedy=remedy)


def look_at_database(url: str | None) -> Finding:
    """Whether the corpus at ``url`` can be opened; one that is not there yet is no fault."""
    from corpus.database import connect, default_url
    from corpus.errors import CorpusError, NoDatabase

    place = url or default_url()
    try:
        connect(place, create=False).dispose()
    except NoDatabase:
        return Finding("Database", True, f"none yet at {place}; congvan ingest makes it")
    except CorpusError as error:
        return Finding("Database", False, error.message)
    return Finding("Database", True, place)
