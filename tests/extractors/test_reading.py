"""The whole reading: articles, texts that are no directive, hostile texts, the shared gold."""

from __future__ import annotations

import importlib.util
import time
from pathlib import Path

import pytest

from extractors.reading import read

ARTICLE = (
    "Lai Châu: siết chặt quản lý đất đai\nThứ Ba, 11/04/2023 | 08:15\n"
    "Ngày 07/4/2023, Ủy ban nhân dân tỉnh Lai Châu vừa ban hành Chỉ thị số 08/CT-UBND về tăng cường "
    "quản lý đất đai trên địa bàn tỉnh.\n"
    "Theo Chỉ thị số 08/CT-UBND, thực hiện Luật Đất đai và Nghị định số 43/2014/NĐ-CP, các sở rà soát "
    "trước ngày 30/6/2023.\n"
    "Nguyễn Hà\n"
)


def test_an_article_gives_the_act_it_reports() -> None:
    reading = read(ARTICLE)
    assert reading.kind == "report"
    assert reading.number is not None and reading.number.text == "08/CT-UBND"
    assert reading.type is not None and reading.type.code == "CT"
    assert reading.issuer is not None and reading.issuer.name == "Ủy ban nhân dân tỉnh Lai Châu"
    assert reading.issued is not None and (reading.issued.date, reading.issued.place) == ("2023-04-07", None)
    assert reading.subject == "tăng cường quản lý đất đai trên địa bàn tỉnh"
    assert [r.number for r in reading.references] == [None, "43/2014/NĐ-CP"]
    assert reading.signatories == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\f\n",
        "Sáng hôm ấy trời mưa. Chị ngồi bên cửa, nghe tiếng nước rơi, nhớ lại những năm ở quê. Bà ngoại gọi. "
        * 20,
        "Bảng giá\nGạo 12.000 đ/kg\nThịt 120.000 đ/kg\nSố lượng: 15\nNgày 05/4/2024\n",
        "The quick brown fox jumps over the lazy dog. No. 12/2020 of the board. " * 20,
    ],
)
def test_no_directive_gives_nothing_but_a_warning(text: str) -> None:
    reading = read(text)
    filled = reading.model_dump(exclude={"warnings", "kind"}, exclude_none=True)
    assert all(value == [] for value in filled.values()), filled
    assert [w.code for w in reading.warnings] == ["not-a-directive"]


def test_a_letter_without_head_or_number_that_calls_itself_one() -> None:
    reading = read(
        "Ban Thường vụ Đoàn trường đề nghị các chi đoàn mặc áo thanh niên khi chào cờ.\n\nĐề nghị các chi đoàn thông báo cho "
        "đoàn viên ngay sau khi nhận công văn này.\n"
    )
    assert reading.type is not None and reading.type.code == "CV"
    assert reading.issuer is not None and reading.issuer.name == "Ban Thường vụ Đoàn trường"
    assert len(reading.obligations) == 2
    assert [w.code for w in reading.warnings] == ["head-missing"]


def test_a_missing_first_page_keeps_the_closing() -> None:
    reading = read(
        "4. Giao Sở Tài chính tổng hợp./.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN "
        "DÂN\nCHỦ TỊCH\n\nTrần Huy Khôi\n"
    )
    assert [s.name for s in reading.signatories] == ["Trần Huy Khôi"]
    assert reading.recipients == ["Như trên", "Lưu: VT"]
    assert [w.code for w in reading.warnings] == ["head-missing"]


HOSTILE = {
    "numbers": "Số 1-",
    "serials": "1/",
    "codes": "A/",
    "dates": "ngày tháng ",
    "addresses": "Kính gửi: ",
    "laws": "Luật sửa đổi, bổ sung một số điều của ",
    "acts": "Quyết định số 1/QĐ-UBND ngày 1/1/2020 của UBND tỉnh, ",
    "plenums": "Nghị quyết Trung ương 4 khóa ",
    "bodies": "của Ủy ban nhân dân ",
    "blanks": " ",
    "lines": "\n",
    "tabs": "\t",
    "links": "[a](",
    "tags": "<br",
    "capitals": "TM. ỦY BAN ",
    "names": "Nguyễn ",
    "brackets": "(",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_take_time_in_proportion(name: str) -> None:
    """120 kB of one thing take a second or two; a pattern that ran away would take minutes."""
    from extractors import closing, head, references
    from extractors.model import Reading
    from extractors.zones import cut

    piece = HOSTILE[name]
    text = piece * (120_000 // len(piece))
    start = time.process_time()
    zones = cut(text)
    head.read_head(text, zones)
    closing.recipients(text, zones)
    closing.signatories(text, zones)
    references.find(text, zones, Reading())
    assert time.process_time() - start < 15


@pytest.mark.shared
@pytest.mark.parametrize("name", ["001", "003"])
def test_shared_gold(shared: Path, name: str) -> None:
    """The head, closing and references of the annotated seeds, by the shared metrics."""
    import json

    spec = importlib.util.spec_from_file_location("score", shared / "score.py")
    assert spec is not None and spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    gold = json.loads((shared / "gold" / f"{name}.gold.json").read_text(encoding="utf-8"))
    reading = read(next((shared / "seeds").glob(f"{name}_*.txt")).read_text(encoding="utf-8"))
    predicted = json.loads(reading.model_dump_json())
    assert (reading.number.text if reading.number else None) == gold["number"]
    assert reading.type is not None and reading.type.code == gold["type"]
    assert reading.issuer is not None and reading.issuer.name == gold["issuer"]
    assert (reading.issued.date if reading.issued else None) == gold["issued"]
    assert score.overlap(gold["subject"], reading.subject or "") >= 0.9
    assert (reading.addressees, reading.recipients) == (gold["addressees"], gold["recipients"])
    pairs = score.match(gold["references"], predicted["references"], score.same_reference, 0.6)
    assert len(pairs) == len(gold["references"]) == len(predicted["references"])
    for i, j in pairs:
        for key in ("date", "issuer", "relation"):
            assert gold["references"][i][key] == predicted["references"][j][key]


HEAD_OF = (
    "ỦY BAN NHÂN DÂN\nTỈNH YÊN BÁI\nSố: {number}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nYên Bái, ngày 12 tháng 7 năm 2023\n\n{title}\n\n"
)


def test_an_invitation_binds_those_whom_it_asks_something() -> None:
    reading = read(
        HEAD_OF.format(number="21/GM-UBND", title="GIẤY MỜI\nDự họp về nước sạch")
        + "UBND tỉnh trân trọng kính mời:\n- Lãnh đạo Sở Y tế;\n- Các huyện.\n\n"
        "Đề nghị Sở Y tế chuẩn bị báo cáo trước ngày 20/7/2023. Địa điểm: Hội trường UBND tỉnh.\n"
    )
    assert [(o.bearers, o.deadlines) for o in reading.obligations] == [
        (["Sở Y tế"], ["trước ngày 20/7/2023"])
    ]


def test_a_report_s_requests_bind_those_asked() -> None:
    reading = read(
        HEAD_OF.format(number="22/BC-UBND", title="BÁO CÁO\nKết quả cấp nước sạch")
        + "I. KẾT QUẢ\n1. Các xã đã lắp 300 máy bơm; các hộ phải chờ lâu.\n\nII. ĐỀ XUẤT, KIẾN NGHỊ\n"
        "1. Đề nghị Bộ Xây dựng bố trí vốn trước ngày 30/9/2023.\n2. Kiến nghị Sở Y tế hướng dẫn xét nghiệm.\n"
    )
    assert [o.bearers for o in reading.obligations] == [["Bộ Xây dựng"], ["Sở Y tế"]]


def test_running_feet_and_page_numbers_part_no_sentence() -> None:
    reading = read(
        HEAD_OF.format(number="23/UBND-TH", title="V/v khóa sổ\n\nKính gửi: Các xã.")
        + "UBND tỉnh yêu cầu các xã:\n1. Gửi sổ thu quỹ chậm nhất đến hết ngày\n\n"
        "Công văn khóa sổ năm 2023                    Trang 1/2\n\n31/12/2023.\n"
        "2. Đối chiếu sổ và sửa sai trước ngày\n                    2\n15/01/2024.\n"
    )
    assert [(d.date, d.bound) for d in reading.deadlines] == [("2023-12-31", "by"), ("2024-01-15", "before")]
    assert len(reading.obligations) == 2
