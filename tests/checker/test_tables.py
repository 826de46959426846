"""Sheets as people make them, and every slip named by row and column."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from checker.errors import CheckError, ResultsError
from checker.periods import Days, add_months, exactly, read_period, served
from checker.ranks import Rank, rank_in, read_rank
from checker.results import Results
from checker.subjects import Subject
from checker.tables.cells import CellError, order_of, read_date, whole_number, yes_or_no
from checker.tables.files import Sheet
from checker.tables.headers import column_of, columns
from checker.tables.load import assemble, load_results
from checker.template import write_template
from tests.checker.build import results

PERSON = {"Họ tên": "An", "Đơn vị": "Chi bộ Một", "Xếp loại": "HTTNV"}


@pytest.mark.parametrize(
    ("spelling", "rank"),
    [
        ("HTXSNV", Rank.EXCELLENT),
        ("HTTNV", Rank.GOOD),
        ("HTNV", Rank.COMPLETED),
        ("KHTNV", Rank.NOT_COMPLETED),
        ("htxsnv", Rank.EXCELLENT),
        ("HT XSNV", Rank.EXCELLENT),
        ("Hoàn thành xuất sắc nhiệm vụ", Rank.EXCELLENT),
        ("HOÀN THÀNH TỐT NHIỆM VỤ", Rank.GOOD),
        ("hoan thanh tot nhiem vu", Rank.GOOD),
        ("Hoàn thành nhiệm vụ.", Rank.COMPLETED),
        ("Không hoàn thành nhiệm vụ", Rank.NOT_COMPLETED),
        ("Đảng viên đủ tư cách, hoàn thành tốt nhiệm vụ", Rank.GOOD),
        ("Xếp loại: HTTNV", Rank.GOOD),
        ("Không xếp loại", Rank.UNRANKED),
        ("Miễn đánh giá", Rank.UNRANKED),
        ("HTSXNV", None),
        ("loại A", None),
        ("tốt nghiệp", None),
        ("không", None),
        ("HTXSNV/HTTNV", None),
    ],
)
def test_spellings_of_ranks(spelling: str, rank: Rank | None) -> None:
    assert read_rank(spelling) is rank


@pytest.mark.parametrize(
    ("words", "rank"),
    [
        ("được xếp loại “Hoàn thành tốt nhiệm vụ” trở lên", Rank.GOOD),
        ("không hoàn thành nhiệm vụ", Rank.NOT_COMPLETED),
        ("mức hoàn thành xuất sắc nhiệm vụ", Rank.EXCELLENT),
        ("xuất sắc", Rank.EXCELLENT),
        ("số đảng viên được đánh giá", None),
    ],
)
def test_ranks_in_the_words_of_a_rule(words: str, rank: Rank | None) -> None:
    assert rank_in(words) is rank


def test_headers_in_both_languages_and_without_marks() -> None:
    for column in columns():
        for header in (*column.vietnamese, *column.english):
            assert column_of(header) == column.key
            assert column_of(header.upper() + " *") == column.key
    assert column_of("ho va ten") == "person"
    assert column_of("Ngày thành lập (ngày/tháng/năm)") == "founded"
    assert column_of("Xếp loại năm 2023") == "rank"
    assert column_of("Ghi chú") is None


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("31/12/2023", dt.date(2023, 12, 31)),
        ("2023-12-31", dt.date(2023, 12, 31)),
        ("2023-12-31 00:00:00", dt.date(2023, 12, 31)),
        ("31.12.2023", dt.date(2023, 12, 31)),
        ("12/31/2023", dt.date(2023, 12, 31)),
        ("05/05/2023", dt.date(2023, 5, 5)),
        ("ngày 03 tháng 4 năm 2023", dt.date(2023, 4, 3)),
        ("3 tháng 4, 2023", dt.date(2023, 4, 3)),
        ("Ngày 3 tháng Sáu năm 2023", dt.date(2023, 6, 3)),
        (dt.datetime(2023, 4, 3, 7, 30), dt.date(2023, 4, 3)),
        (dt.date(2023, 4, 3), dt.date(2023, 4, 3)),
    ],
)
def test_dates_that_are_one_day(cell: object, day: dt.date) -> None:
    assert read_date(cell, None) == exactly(day)


def test_a_date_that_may_be_two_is_an_error_with_both() -> None:
    with pytest.raises(CellError) as caught:
        read_date("03/04/2023", None)
    assert caught.value.code == "ambiguous-date"
    assert "2023-03-04" in caught.value.message
    assert "2023-04-03" in caught.value.message
    assert caught.value.days == Days(dt.date(2023, 3, 4), dt.date(2023, 4, 3))
    assert read_date("03/04/2023", "dmy") == exactly(dt.date(2023, 4, 3))
    assert read_date("03/04/2023", "mdy") == exactly(dt.date(2023, 3, 4))


def test_a_column_proves_its_order_or_contradicts_itself() -> None:
    assert order_of(["03/04/2023", "25/04/2023", None]) == "dmy"
    assert order_of(["03/04/2023", "04/25/2023"]) == "mdy"
    assert order_of(["03/04/2023"]) is None
    assert order_of(["25/04/2023", "04/25/2023"]) is None


@pytest.mark.parametrize(
    "cell",
    [
        "31/02/2023",
        "1/2/23",
        "31 tháng tư năm 2023",
        "3 tháng chạp năm 2023",
        "hôm qua",
        "45000",
        45000.0,
        "13/13/2023",
    ],
)
def test_no_dates(cell: object) -> None:
    with pytest.raises(CellError):
        read_date(cell, None)


def test_months_and_years_are_bounds() -> None:
    assert read_date("tháng 2/2024", None) == Days(dt.date(2024, 2, 1), dt.date(2024, 2, 29))
    assert read_date("2023", None) == Days(dt.date(2023, 1, 1), dt.date(2023, 12, 31))
    assert read_period("2023-Q1") == Days(dt.date(2023, 1, 1), dt.date(2023, 3, 31))
    assert read_period("2017-11-10/2017-12-10") == Days(dt.date(2017, 11, 10), dt.date(2017, 12, 10))
    assert read_period("2017-12-10/2017-11-10") is None


def test_months_end_on_the_same_day_or_the_last() -> None:
    assert add_months(dt.date(2023, 8, 31), 6) == dt.date(2024, 2, 29)
    assert add_months(dt.date(2023, 10, 15), 3) == dt.date(2024, 1, 15)
    assert served(exactly(dt.date(2023, 7, 1)), dt.date(2023, 12, 31), 6) is False
    assert served(exactly(dt.date(2023, 6, 30)), dt.date(2023, 12, 30), 6) is True


def test_counts_and_answers() -> None:
    assert whole_number("05") == 5
    assert whole_number(3.0) == 3
    for cell, code in (
        ("-2", "negative"),
        ("2,5", "number"),
        (2.5, "number"),
        ("năm", "number"),
        (True, "number"),
    ):
        with pytest.raises(CellError) as caught:
            whole_number(cell)
        assert caught.value.code == code
    assert yes_or_no("Có") is True
    assert yes_or_no("không") is False
    with pytest.raises(CellError):
        yes_or_no("có thể")


def issue(found: Results, code: str) -> tuple[int, str | None]:
    """The row and column of the one issue of that code."""
    (one,) = [item for item in found.issues if item.code == code]
    assert one.place is not None
    return one.place.row, one.column


def test_an_unknown_rank_names_row_and_column() -> None:
    found = results(people=[PERSON, {**PERSON, "Họ tên": "Bé", "Xếp loại": "loại A"}])
    assert issue(found, "rank") == (3, "Xếp loại")
    assert found.people[1].reviews == ((None, None),)


def test_someone_without_a_unit() -> None:
    found = results(people=[PERSON, {**PERSON, "Đơn vị": None}])
    assert issue(found, "no-unit") == (3, "Đơn vị")
    assert [person.name for person in found.homeless] == ["An"]


def test_a_unit_that_the_units_sheet_lacks() -> None:
    found = results(units=[{"Đơn vị": "Chi bộ Hai", "Xếp loại": "HTTNV"}], people=[PERSON])
    assert issue(found, "unknown-unit") == (2, "Đơn vị")
    assert found.people[0].unit is None


def test_units_come_from_people_where_no_sheet_lists_them() -> None:
    assert list(results(people=[PERSON]).units) == ["Chi bộ Một"]


def test_one_name_for_two_units_means_neither() -> None:
    units = [
        {"Đơn vị": "Đảng bộ A", "Mã đơn vị": "A"},
        {"Đơn vị": "Đảng bộ B", "Mã đơn vị": "B"},
        {"Đơn vị": "Chi bộ Một", "Mã đơn vị": "A1", "Đơn vị cấp trên": "A"},
        {"Đơn vị": "Chi bộ Một", "Mã đơn vị": "B1", "Đơn vị cấp trên": "B"},
    ]
    found = results(
        units=units, people=[PERSON, {**PERSON, "Đơn vị": "B1"}, {**PERSON, "Đơn vị": "A/Chi bộ Một"}]
    )
    assert issue(found, "which-unit") == (2, "Đơn vị")
    assert [person.unit for person in found.people] == [None, "B1", "A1"]


def test_a_unit_above_itself_is_a_circle() -> None:
    units = [
        {"Đơn vị": "Đảng bộ A", "Đơn vị cấp trên": "Đảng bộ B"},
        {"Đơn vị": "Đảng bộ B", "Đơn vị cấp trên": "Đảng bộ A"},
    ]
    found = results(units=units)
    assert issue(found, "circle-of-superiors") == (2, None)
    assert found.circular == {"Đảng bộ A", "Đảng bộ B"}


def test_heading_ones_own_unit_or_its_superior_is_no_circle() -> None:
    units = [
        {"Đơn vị": "Đảng bộ A", "Đơn vị cấp trên": None},
        {"Đơn vị": "Chi bộ Một", "Đơn vị cấp trên": "Đảng bộ A"},
    ]
    people = [
        {**PERSON, "Đứng đầu": "Đảng bộ A; Chi bộ Một"},
        {**PERSON, "Họ tên": "Bé", "Đơn vị": "Đảng bộ A", "Đứng đầu": "Chi bộ Một"},
    ]
    assert results(units=units, people=people).circular == frozenset()


def test_the_same_person_twice_is_counted_once_or_left_in_doubt() -> None:
    first = {**PERSON, "Mã cá nhân": "7"}
    same = results(people=[first, first])
    assert issue(same, "twice") == (3, "Mã cá nhân")
    assert len(same.people) == 1
    other = results(people=[first, {**first, "Xếp loại": "HTXSNV"}])
    assert [person.reviews for person in other.people] == [((None, None),)]


def test_ranks_in_several_capacities_in_one_row() -> None:
    row = {"Họ tên": "An", "Đơn vị": "Sở A", "Xếp loại đảng viên": "HTTNV", "Xếp loại cán bộ": "HTXSNV"}
    assert results(people=[row]).people[0].reviews == (
        (Subject.PARTY_MEMBER, Rank.GOOD),
        (Subject.OFFICIAL, Rank.EXCELLENT),
    )


def write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_of_any_usual_delimiter(tmp_path: Path, encoding: str, delimiter: str) -> None:
    rows = [
        ["DANH SÁCH XẾP LOẠI NĂM 2023"],
        [],
        ["Họ và tên", "Đơn vị", "Xếp loại"],
        ["An", "Chi bộ Một", "HTTNV"],
    ]
    text = "\n".join(delimiter.join(row) for row in rows)
    found = load_results([write(tmp_path / "a.csv", text, encoding)])
    assert [(p.name, p.place.row) for p in found.people] == [("An", 4)]


def test_a_title_above_the_header_with_commas_does_not_choose_the_delimiter(tmp_path: Path) -> None:
    text = "Danh sách, kết quả, năm 2023\nHọ và tên;Đơn vị;Xếp loại\nAn;Chi bộ Một;HTTNV\n"
    assert [p.name for p in load_results([write(tmp_path / "a.csv", text)]).people] == ["An"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"\xff\x00\x01\x02", "encoding"),
        ("Họ tên;Đơn vị\nNguyễn".encode("cp1258", errors="replace"), "encoding"),
        (b"a,b\0,c\n", "not-a-table"),
        (b"Ngay,Gia\n1,2\n", "no-table"),
        (b"PK\x03\x04 broken", "not-xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-excel"),
    ],
)
def test_files_that_are_no_results(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(ResultsError) as caught:
        load_results([path])
    assert caught.value.code == code
    assert "a.csv" in caught.value.message


def test_two_columns_of_one_meaning() -> None:
    with pytest.raises(ResultsError, match="both mean"):
        results(people=[{**PERSON, "Mức xếp loại": "HTNV"}])


def test_a_header_nearly_right_is_told() -> None:
    found = results(people=[{**PERSON, "Đứng đâu đơn vj": "x"}])
    assert any(item.code == "header" and "Đứng đầu" in item.message for item in found.issues)
    assert not any(item.severe for item in found.issues)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_the_template_is_read_without_a_slip(tmp_path: Path, language: Any, suffix: str) -> None:
    paths = write_template(tmp_path / f"t{suffix}", language)
    found = load_results(paths)
    assert found.issues == []
    assert (len(found.units), len(found.people), len(found.reports)) == (3, 2, 1)
    assert found.units["UB01"].founded == exactly(dt.date(2021, 7, 1))
    assert found.people[0].heads == ("CB01",)
    with pytest.raises(CheckError, match="there already"):
        write_template(tmp_path / f"t{suffix}", language)


def test_a_workbook_with_one_cell_far_away_is_refused(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Họ và tên", "Đơn vị", "Xếp loại"])
    book.active["XFD1048576"] = "x"
    book.save(tmp_path / "far.xlsx")
    with pytest.raises(ResultsError, match="column XFD and row 1048576"):
        load_results([tmp_path / "far.xlsx"])


def test_dates_and_numbers_of_a_workbook(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Đơn vị", "Số thành viên", "Ngày thành lập", "Xếp loại"])
    book.active.append(["Ban giám đốc", 5, dt.date(2023, 4, 3), "HTTNV"])
    book.save(tmp_path / "a.xlsx")
    unit = load_results([tmp_path / "a.xlsx"]).units["Ban giám đốc"]
    assert (unit.members, unit.founded) == (5, exactly(dt.date(2023, 4, 3)))


def test_a_cross_in_the_column_of_heads_means_the_own_unit() -> None:
    found = results(people=[{**PERSON, "Đứng đầu": "x"}, {**PERSON, "Họ tên": "Bé", "Đứng đầu": "không"}])
    assert [person.heads for person in found.people] == [("Chi bộ Một",), ()]
    assert found.issues == []


def test_a_wide_workbook_of_few_rows_is_read(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Họ và tên", "Đơn vị", "Xếp loại"])
    book.active.append(["An", "Chi bộ Một", "HTTNV"])
    book.active["XFD1"] = "x"
    book.save(tmp_path / "wide.xlsx")
    assert [person.name for person in load_results([tmp_path / "wide.xlsx"]).people] == ["An"]


def test_rows_are_numbered_as_a_spreadsheet_does(tmp_path: Path) -> None:
    text = 'Họ và tên,Đơn vị,Xếp loại\n\nAn,Chi bộ Một,"Hoàn thành tốt\nnhiệm vụ"\nBé,Chi bộ Một,loại A\n'
    found = load_results([write(tmp_path / "a.csv", text)])
    assert [(p.name, p.place.row) for p in found.people] == [("An", 3), ("Bé", 4)]
    assert found.people[0].reviews == ((None, Rank.GOOD),)


def test_a_total_below_the_table_is_a_remark_and_a_nameless_rank_an_error() -> None:
    total = {"Họ tên": None, "Đơn vị": None, "Xếp loại": "25"}
    found = results(people=[PERSON, total, {**PERSON, "Họ tên": None}])
    assert [(i.code, i.place.row if i.place else 0, i.severe) for i in found.issues] == [
        ("no-person", 3, False),
        ("no-person", 4, True),
    ]
    assert [person.name for person in found.people] == ["An", "(no name)"]


def test_a_row_that_names_a_unit_heads_the_people_below_it() -> None:
    rows = [
        [None, "DANH SÁCH XẾP LOẠI ĐẢNG VIÊN NĂM 2023", None, None],
        ["STT", "Họ và tên", "Chức vụ", "Xếp loại đảng viên"],
        ["I", "Chi bộ khu phố 1", None, None],
        [1, "Lê An", "Bí thư", "HTTNV"],
        [2, "Lê Bình", None, "HTNV"],
        ["II. Chi bộ khu phố 2", None, None, None],
        [1, "Trần Cường", None, "HTXSNV"],
        [None, "Tổng cộng", None, None],
    ]
    found = assemble([Sheet("a.xlsx", "Cá nhân", list(enumerate(rows, start=1)))])
    people = [(person.name, person.unit, person.place.row) for person in found.people]
    assert people[:3] == [
        ("Lê An", "Chi bộ khu phố 1", 4),
        ("Lê Bình", "Chi bộ khu phố 1", 5),
        ("Trần Cường", "Chi bộ khu phố 2", 7),
    ]
    assert set(found.units) == {"Chi bộ khu phố 1", "Chi bộ khu phố 2"}
