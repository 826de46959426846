"""`congvan restore` and `congvan train`."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from congvan.commands.restore import command as restore
from congvan.commands.train import command as train
from pipeline.repair.streams import NotText, blocks

SOUND = "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành báo cáo kết quả thực hiện trước ngày 30/6/2021.\r\n"


def run(*arguments: str, given: bytes = b"") -> tuple[bytes, str, int]:
    result = CliRunner().invoke(restore, list(arguments), input=given)
    return result.stdout_bytes, result.stderr, result.exit_code


def test_stripped_text_from_standard_input() -> None:
    out, note, code = run(given=b"Thuc hien nghiem tuc quy dinh cua Dang ve cong tac can bo")
    assert out.decode() == "Thực hiện nghiêm túc quy định của Đảng về công tác cán bộ"
    assert "repairs" in note
    assert code == 0


@pytest.mark.parametrize(
    ("given", "note"),
    [
        (SOUND.encode(), "sound"),
        (b"", "empty"),
        (b"The committee shall report to the board.\n", "not look like Vietnamese"),
        (b"\x7fELF\x02\x00\x00\x01" * 50, "binary"),
        ("caf\xe9 d\xe9j\xe0 vu\n".encode("latin-1"), "not look like Vietnamese"),
    ],
)
def test_what_needs_no_repair_comes_out_byte_for_byte(given: bytes, note: str) -> None:
    out, said, code = run(given=given)
    assert out == given
    assert note in said
    assert code == 0


def test_json(tmp_path: Path) -> None:
    path = tmp_path / "in.txt"
    path.write_text("Nghi quyet cua Hoi dong nhan dan tinh ve phat trien kinh te", encoding="utf-8")
    out, _, code = run(str(path), "--json")
    record = json.loads(out)
    assert code == 0
    assert record["text"].startswith("Nghị quyết của Hội đồng nhân dân tỉnh")
    assert record["repairs"][0]["before"] == "Nghi"


@pytest.mark.parametrize("more", [(), ("--json",)])
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, more: tuple[str, ...]) -> None:
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.4\x00\x01")
    out, said, code = run(str(path), *more)
    assert (out, code) == (b"", 1)
    assert "congvan extract" in said


def test_a_missing_file_is_named() -> None:
    _, said, code = run("no-such-file.txt")
    assert code == 2
    assert "no-such-file.txt" in said


def test_blocks_join_to_the_whole_and_stay_small() -> None:
    text = (SOUND * 400 + "\n") * 3
    found = [b.text for b in blocks(io.BytesIO(text.encode()), size=10_000)]
    assert "".join(found) == text
    assert max(map(len, found)) <= 10_000
    assert all(part.endswith("\n") for part in found)
    line = ("chữ " * 30_000).encode()
    assert b"".join(b.as_it_came() for b in blocks(io.BytesIO(line), size=10_000)) == line
    broken = SOUND.encode() * 1500 + b"\xff\xfe\xba"
    assert b"".join(b.as_it_came() for b in blocks(io.BytesIO(broken), size=10_000)) == broken
    with pytest.raises(NotText):
        list(blocks(io.BytesIO(b"\x00\x01")))


def test_train_writes_a_model_and_refuses_nothing(tmp_path: Path) -> None:
    text, model = tmp_path / "text.txt", tmp_path / "model.npz"
    text.write_text(SOUND * 5, encoding="utf-8")
    result = CliRunner().invoke(train, [str(text), "-o", str(model), "--order", "3"])
    assert result.exit_code == 0, result.output
    assert model.stat().st_size > 0
    text.write_text("\n", encoding="utf-8")
    result = CliRunner().invoke(train, [str(text), "-o", str(model)])
    assert result.exit_code == 1
    assert "no words" in result.output
