"""Pages of one file read in processes side by side: the same pages, the same walls, and nothing left behind."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from extractors.model import Directive
from pipeline.document import Page
from pipeline.errors import MissingDependency
from pipeline.extract import extract_file
from pipeline.ocr.pages import Job, read_jobs
from pipeline.options import Limits, Options
from pipeline.pool import run_many

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="pages are read in threads elsewhere")
PAGES = 7


def tiff(path: Path) -> Path:
    """Frames that differ in their shade."""
    frames = [Image.new("L", (64, 64), 20 * n) for n in range(1, PAGES + 1)]
    frames[0].save(path, "TIFF", save_all=True, append_images=frames[1:])
    return path


def pdf(path: Path) -> Path:
    """Pages that differ in their shade."""
    document = pikepdf.new()
    for n in range(1, PAGES + 1):
        page = document.add_blank_page(page_size=(100, 100))
        page.contents_add(document.make_stream(f"{20 * n / 255:.4f} g 0 0 100 100 re f".encode()))
    document.save(path)
    return path


def with_engine(read_image: Callable[..., Page], path: Path, options: Options) -> Directive:
    import pipeline.ocr

    pipeline.ocr.read_image = read_image
    return extract_file(path, options)


def tell(image: Any, *, number: int, dpi: float | None, options: Options) -> Page:
    """Stands in for OCR: a page whose text is the image's shade and what reads it."""
    soft = [resource.getrlimit(kind)[0] for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU)]
    found = {"shade": round(float(image.mean())), "process": os.getpid(), "parent": os.getppid()}
    found |= {"group": os.getpgid(0), "memory": soft[0], "cpu": soft[1]}
    return Page(number, json.dumps(found), "ocr", confidence=1.0)


def telling(path: Path, options: Options) -> Directive:
    return with_engine(tell, path, options)


def told(path: Path, options: Options) -> list[dict[str, int]]:
    [(_, directive)] = run_many(telling, [path], options, jobs=1)
    assert directive.status == "complete", directive.errors
    assert [page.number for page in directive.pages] == list(range(1, PAGES + 1))
    return [json.loads(directive.text[page.start : page.end]) for page in directive.pages]


@linux
@pytest.mark.parametrize("make", [tiff, pdf])
def test_every_page_is_read_by_one_of_the_processes(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    limits = Limits(memory_bytes=3 * 1024**3, cpu_seconds=1000)
    found = told(make(tmp_path / "scan"), Options(page_jobs=3, limits=limits))
    assert [page["shade"] for page in found] == [20 * n for n in range(1, PAGES + 1)]
    readers = {page["process"] for page in found}
    [parent] = {page["parent"] for page in found}
    assert len(readers) == 3 and parent not in readers
    # the group is what a supervisor that has waited long enough ends
    assert {page["group"] for page in found} == {parent}
    assert {page["memory"] for page in found} == {3 * 1024**3}
    assert {page["cpu"] for page in found} <= {1001, 1002}


@linux
def test_a_lone_page_is_read_where_the_file_is(tmp_path: Path) -> None:
    path = tmp_path / "one.png"
    Image.new("L", (64, 64), 90).save(path)
    [(_, directive)] = run_many(telling, [path], Options(page_jobs=3), jobs=1)
    page = json.loads(directive.text)
    assert page["process"] == page["group"]  # the child leads its group


def unlucky(image: Any, *, number: int, dpi: float | None, options: Options) -> Page:
    """Page 3 ends its reader, always or only the first time, as the mark beside the file says."""
    mark = Path(os.environ["CREW_TEST"])
    with mark.open("a") as stream:
        stream.write(f"{number}\n")
    tries = mark.read_text().split().count("3")
    if number == 3 and (tries == 1 or "always" in mark.name):
        os.kill(os.getpid(), signal.SIGSEGV)
    return Page(number, f"page {number}", "ocr", confidence=1.0)


def unluckily(path: Path, options: Options) -> Directive:
    os.environ["CREW_TEST"] = str(path.with_suffix(".asked"))
    return with_engine(unlucky, path, options)


@linux
@pytest.mark.parametrize("name", ["once", "always"])
def test_a_page_that_ends_its_reader_is_tried_again(tmp_path: Path, name: str) -> None:
    path = tiff(tmp_path / f"{name}.tif")
    [(_, directive)] = run_many(unluckily, [path], Options(page_jobs=2), jobs=1)
    asked = path.with_suffix(".asked").read_text().split()
    assert sorted(asked) == sorted(["3", *map(str, range(1, PAGES + 1))])  # nothing else was read twice
    assert [page.number for page in directive.pages] == list(range(1, PAGES + 1))
    if name == "once":
        assert directive.status == "complete" and "page 3" in directive.text
    else:
        [error] = directive.errors
        assert (error.page, error.code) == (3, "crashed") and "always.tif, page 3" in error.message
        assert "exit code -11" in error.message and "page 4" in directive.text


def hang(image: Any, *, number: int, dpi: float | None, options: Options) -> Page:
    if number == 2:
        with Path(os.environ["CREW_TEST"]).open("a") as stream:
            stream.write(f"{os.getpid()}\n")
        time.sleep(3600)
    return Page(number, f"page {number}", "ocr", confidence=1.0)


def hanging(path: Path, options: Options) -> Directive:
    os.environ["CREW_TEST"] = str(path.with_suffix(".asked"))
    return with_engine(hang, path, options)


@linux
def test_a_page_that_hangs_is_left_out_and_its_reader_gone(tmp_path: Path) -> None:
    path = tiff(tmp_path / "scan.tif")
    options = Options(page_jobs=2, limits=Limits(stall_seconds=4))
    [(_, directive)] = run_many(hanging, [path], options, jobs=1)
    assert [(e.page, e.code) for e in directive.errors] == [(2, "timeout")]
    assert "page 7" in directive.text
    for line in path.with_suffix(".asked").read_text().split():
        until_gone(int(line))


def until_gone(process: int) -> None:
    end = time.monotonic() + 20
    while Path(f"/proc/{process}").exists() and time.monotonic() < end:
        if Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
            return  # dead; whoever inherited it has not looked yet
        time.sleep(0.01)
    assert not Path(f"/proc/{process}").exists()


def wanting(path: Path, options: Options) -> Directive:
    def read_image(image: Any, *, number: int, dpi: float | None, options: Options) -> Page:
        raise MissingDependency("missing-tesseract", "not there", stage="ocr")

    return with_engine(read_image, path, options)


def faulty(path: Path, options: Options) -> Directive:
    def read_image(image: Any, *, number: int, dpi: float | None, options: Options) -> Page:
        raise LookupError("a fault of ours")

    return with_engine(read_image, path, options)


def hungry(path: Path, options: Options) -> Directive:
    def read_image(image: Any, *, number: int, dpi: float | None, options: Options) -> Page:
        if number == 4:
            bytearray(options.limits.memory_bytes + 1)
        return Page(number, f"page {number}", "ocr", confidence=1.0)

    return with_engine(read_image, path, options)


@linux
@pytest.mark.parametrize(
    ("work", "errors"),
    [
        (wanting, [(None, "missing-tesseract")]),
        (faulty, [(None, "internal")]),
        (hungry, [(4, "memory")]),
    ],
)
def test_errors_are_those_of_pages_read_one_by_one(
    tmp_path: Path, work: Callable[[Path, Options], Directive], errors: list[tuple[int | None, str]]
) -> None:
    path = tiff(tmp_path / "scan.tif")
    for jobs in (1, 2):
        options = Options(page_jobs=jobs, limits=Limits(memory_bytes=3 * 1024**3))
        [(_, directive)] = run_many(work, [path], options, jobs=1)
        assert [(e.page, e.code) for e in directive.errors] == errors
        assert jobs == 1 or "LookupError" in directive.errors[0].message or work is not faulty


def forkless(path: Path, options: Options) -> Directive:
    def refuse() -> int:
        raise BlockingIOError("no more processes")

    os.fork = refuse
    return with_engine(tell, path, options)


@linux
def test_where_no_process_can_be_had_pages_are_read_one_by_one(tmp_path: Path) -> None:
    [(_, directive)] = run_many(forkless, [tiff(tmp_path / "scan.tif")], Options(page_jobs=2), jobs=1)
    found = [json.loads(directive.text[page.start : page.end]) for page in directive.pages]
    assert [page["shade"] for page in found] == [20 * n for n in range(1, PAGES + 1)]
    assert {page["process"] for page in found} == {found[0]["group"]}


def spend(image: Any, *, number: int, dpi: float | None, options: Options) -> Page:
    until = time.process_time() + 0.4
    while time.process_time() < until:
        pass
    return Page(number, f"page {number}", "ocr", confidence=1.0)


def spending(path: Path, options: Options) -> Directive:
    return with_engine(spend, path, options)


@linux
def test_what_the_processes_use_counts(tmp_path: Path) -> None:
    """Each page takes 0.4 s of CPU, where a file may take 4 s: of its 40 pages about nine are read."""
    path = tmp_path / "long.tif"
    frames = [Image.new("L", (64, 64), 255) for _ in range(40)]
    frames[0].save(path, "TIFF", save_all=True, append_images=frames[1:])
    options = Options(page_jobs=2, limits=Limits(cpu_seconds=4))
    [(_, directive)] = run_many(spending, [path], options, jobs=1)
    assert [e.code for e in directive.errors] == ["cpu"]
    assert 5 <= len(directive.pages) <= 14


def test_where_other_threads_run_pages_are_read_in_threads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipeline.ocr.read_image", tell)
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    try:
        directive = extract_file(tiff(tmp_path / "scan.tif"), Options(page_jobs=3))
        found = [json.loads(directive.text[page.start : page.end]) for page in directive.pages]
    finally:
        done.set()
        other.join()
    assert [page["shade"] for page in found] == [20 * n for n in range(1, PAGES + 1)]
    assert {page["process"] for page in found} == {os.getpid()}


ALONE = """
import gc, json, os, sys, time
os.environ["OPENBLAS_NUM_THREADS"] = "1"
from pathlib import Path
import pipeline.ocr
from pipeline.document import Page
from pipeline.options import Options
from pipeline.readers import read_pages
from pipeline.source import open_source

def read_image(image, *, number, dpi, options):
    if number == 3:
        time.sleep(3600)
    return Page(number, str(os.getpid()), "ocr", confidence=1.0)

pipeline.ocr.read_image = read_image
before = len(os.listdir("/proc/self/fd"))
pages = read_pages(open_source(Path(sys.argv[1])), Options(page_jobs=2))
read = [next(pages), next(pages)]
if sys.argv[2] == "dies":
    print(json.dumps([page.text for page in read]), flush=True)
    os.kill(os.getpid(), 9)
pages.close()
children = Path(f"/proc/self/task/{os.getpid()}/children").read_text().split()
after = len(os.listdir("/proc/self/fd"))
print(json.dumps([len({page.text for page in read} - {str(os.getpid())}), children, after - before]))
"""


@linux
def test_without_a_pool_nothing_is_left_behind(tmp_path: Path) -> None:
    path = tiff(tmp_path / "scan.tif")
    done = subprocess.run(
        [sys.executable, "-c", ALONE, path, "closes"], capture_output=True, check=True, timeout=60
    )
    processes, children, files = json.loads(done.stdout)
    assert processes >= 1 and children == [] and files == 0
    assert done.stderr == b""


@linux
def test_they_die_with_the_process_that_reads_the_file(tmp_path: Path) -> None:
    path = tiff(tmp_path / "scan.tif")
    done = subprocess.run([sys.executable, "-c", ALONE, path, "dies"], capture_output=True, timeout=60)
    assert done.returncode == -signal.SIGKILL
    for process in json.loads(done.stdout):
        until_gone(int(process))


def test_what_is_read_already_keeps_its_place() -> None:
    """Pages of text among pages to be read; the engine is not asked for them."""
    jobs = [Job(n, page=Page(n, f"text {n}", "text-layer")) for n in range(1, 12)]
    pages = list(read_jobs(iter(jobs), Options(page_jobs=2)))
    assert [page.number for page in pages] == list(range(1, 12))
