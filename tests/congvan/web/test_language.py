"""Nothing on the Vietnamese page is English: codes, messages of the layers below, words of the templates."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from congvan.web import language
from tests.messages import sentences

ROOT = Path(__file__).parents[3]
VIETNAMESE = re.compile(r"[^\x00-\x7f“”…→←✓×−▾·—–]")
READERS = [
    path
    for path in (*(ROOT / "pipeline").rglob("*.py"), *(ROOT / "extractors").rglob("*.py"))
    if path.name
    not in ("configuration.py", "searchable.py", "training.py", "installed.py", "child.py", "programs.py")
]
PAGE = [
    path
    for path in (ROOT / "congvan" / "web").rglob("*.py")
    if path.name not in ("guard.py", "apart.py", "metrics.py")
]
CORPUS = [
    ROOT / "corpus" / f"{name}.py"
    for name in (
        "called",
        "kinds",
        "lookup",
        "narrow",
        "filters",
        "query",
        "ranking",
        "saved",
        "parties",
        "corrections",
        "entering",
        "missed",
        "days",
        "ingest",
    )
]


def calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node


def codes(path: Path, names: tuple[str, ...]) -> Iterator[str]:
    """The codes that records of these classes are made with, where they stand as words in the source."""
    for call in calls(path):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name not in names:
            continue
        named = [item.value for item in call.keywords if item.arg == "code"]
        for value in named or call.args[:1]:
            for part in ast.walk(value):
                said = part.value if isinstance(part, ast.Constant) else None
                if isinstance(said, str) and re.fullmatch(r"[a-z]+(-[a-z]+)*", said):
                    yield said


def known(prefix: str) -> set[str]:
    return {key.partition(":")[2] for key in language._table("vi") if key.startswith(prefix + ":")}


def test_every_warning_has_its_words() -> None:
    used = {code for path in READERS for code in codes(path, ("Warning", "_warning"))}
    used |= {code for path in (ROOT / "corpus").glob("*.py") for code in codes(path, ("Warning",))}
    assert len(used) > 15
    assert used - known("warning") == set()


def test_every_error_of_a_reader_has_its_words() -> None:
    used = {code for path in READERS for code in codes(path, ("ReadError", "Error", "OcrError"))}
    assert len(used) > 15
    assert used - known("error") == set()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_code_is_said_in_both_languages(lang: str) -> None:
    for row in language._rows("codes.tsv"):
        assert len(row) == 3, row
        assert all(row), row
        if lang == "en":
            assert not VIETNAMESE.search(row[2]), row


def words_of_templates() -> Iterator[tuple[str, str]]:
    """Words in quotes within the braces of the templates: labels, also those that loops go through."""
    for path in (ROOT / "congvan" / "web" / "templates").glob("*.html"):
        for block in re.findall(r"\{[{%].*?[%}]\}", path.read_text(encoding="utf-8"), re.DOTALL):
            for text in re.findall(r'"([^"\n]+)"', block):
                if VIETNAMESE.search(text):
                    yield path.name, text


def test_every_label_of_the_templates_has_its_english() -> None:
    english = language.translator("en")
    same = {"không xếp loại", "Tiếng Việt", "thứ:"}  # as the sheet has it; of the switch; a code's beginning
    missing = {
        (name, text)
        for name, text in words_of_templates()
        if text not in same and english(text) == text and english(f"thứ:{text}") == f"thứ:{text}"
    }
    assert missing == set()


def test_no_words_stand_in_a_template_untranslated() -> None:
    for path in (ROOT / "congvan" / "web" / "templates").glob("*.html"):
        text = re.sub(r"\{[{%#].*?[%}#]\}", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not VIETNAMESE.findall(re.sub(r"<[^>]*>", " ", text)), path.name


@pytest.mark.parametrize(
    "path", [*READERS, *PAGE, *CORPUS], ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_every_message_has_its_vietnamese(path: Path) -> None:
    vietnamese = language.translator("vi")
    said = [text.strip() for _, text in sentences(path)]
    missing = [text for text in said if not skipped(text) and english(vietnamese.message(filled(text)))]
    assert missing == []


def english(text: str) -> bool:
    """Whether English is left in a sentence, the names of commands, limits and programs aside."""
    rest = re.sub(r"`[^`]*`|apt-get \S.*|\b\w+_\w+\b|\bcongvan\b|\bUTF-8|\([^)]*\)", " ", text)
    return bool(STOPS.search(rest))


STOPS = re.compile(
    r"\b(the|of|is|are|was|has|have|not|that|which|when|what|who|with|it|its|they|there|this|may|be|by|than|at|"
    r"one|two|both|all|limit|file|page|read|write|choose|given|and|or|for|too|more)\b"
)


def filled(sentence: str) -> str:
    return sentence.replace("{}", "7")


def skipped(sentence: str) -> bool:
    """Statements for the database, tables of letters, and pieces of sentences that the table holds whole."""
    return bool(
        re.search(r"\b(SELECT|INSERT|JOIN)\b|^[a-z]{2,4}( [^\W\d]{2,5}){8}", sentence)
        or sentence
        in {
            "Error opening data file", "data file", "signed digitally", "at {}", "; the machine may be out of memory",
            "And {} more.", "Install Tesseract with its Vietnamese data: apt-get install tesseract-ocr tesseract-ocr-vie",
            "sudo apt-get install --no-install-recommends libreoffice-writer-nogui",
            "congvan ingest --retry reads it again.", "edits overlap at offset {}",
            "{} keys could not be placed; build again with other keys",
        }
    )  # fmt: skip


def test_a_message_is_said_in_vietnamese_with_what_it_names() -> None:
    vietnamese, english = language.translator("vi"), language.translator("en")
    said = "thư.pdf: the PDF cannot be opened (Data format error). It may be cut short; fetch or export it again."
    assert vietnamese.message(said) == (
        "thư.pdf: không mở được tệp PDF (Data format error). Có thể tệp bị cụt; hãy tải hoặc xuất lại."
    )
    assert english.message(said) == said
    dates = vietnamese.message("1050/QĐ-SCT is cited with different dates: 2025-03-06, 2026-03-06.")
    assert dates == "1050/QĐ-SCT được viện dẫn với các ngày khác nhau: 06/03/2025, 06/03/2026."
    assert vietnamese.message("Chi bộ 1") == "Chi bộ 1"
