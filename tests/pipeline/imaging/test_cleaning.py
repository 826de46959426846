"""Each step of cleaning up does what it is for, and leaves alone what needs nothing."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from pipeline.errors import ReadError
from pipeline.imaging.clean import prepare
from pipeline.imaging.despeckle import despeckle
from pipeline.imaging.dewarp import find_sheet, flatten
from pipeline.imaging.grid import erase_strokes, find_grids
from pipeline.imaging.ink import Ink, pieces
from pipeline.imaging.limits import check_size
from pipeline.imaging.orientation import looks_sideways, turn
from pipeline.imaging.resolution import page_dpi, reading_scale
from pipeline.imaging.skew import skew_angle, straighten


def page(height: int = 2339, width: int = 1654, lines: int = 30) -> np.ndarray:
    """A white page with lines of print-like words, grey."""
    image = np.full((height, width), 255, np.uint8)
    for row in range(lines):
        text = "Can cu Luat To chuc chinh quyen dia phuong ngay 19 thang 6"
        cv2.putText(image, text, (150, 300 + row * 60), cv2.FONT_HERSHEY_SIMPLEX, 1.1, 0, 3, cv2.LINE_AA)
    return image


def test_a_clean_page_at_reading_resolution_is_left_alone() -> None:
    prepared = prepare(page(3508, 2480), 300)
    assert prepared.steps == ()
    assert prepared.image.shape == (3508, 2480)


def test_a_red_seal_is_lifted_and_black_print_stays() -> None:
    colour = cv2.cvtColor(page(), cv2.COLOR_GRAY2BGR)
    cv2.circle(colour, (800, 900), 140, (40, 40, 220), 8)
    prepared = prepare(colour, 200)
    assert "lift-red" in prepared.steps
    ring = cv2.circle(np.zeros(colour.shape[:2], np.uint8), (800, 900), 140, 255, 4)
    ring = cv2.resize(ring, prepared.image.shape[::-1]) > 200
    paper = cv2.resize(page(), prepared.image.shape[::-1]) > 250
    assert prepared.image[ring & paper].mean() > 210  # the ring was at 40 in two channels of three
    assert (prepared.image < 80).mean() > 0.01


@pytest.mark.parametrize("degrees", [-3.0, 1.2, 4.0])
def test_skew_is_measured_and_taken_back(degrees: float) -> None:
    turned, _ = straighten(page(), -degrees)
    assert skew_angle(turned) == pytest.approx(degrees, abs=0.15)
    assert skew_angle(page()) == pytest.approx(0.0, abs=0.05)


def test_boxes_lead_back_to_the_page_as_it_came() -> None:
    turned, matrix = straighten(page(), -2.0)
    prepared = prepare(turned, 200)
    assert {"rescale", "deskew"} <= set(prepared.steps)
    # the foot of the first letter: where it stands on the turned page, in points
    x, y = matrix @ np.array([150, 300, 1])
    ink = np.argwhere(prepared.image < 128)
    first = ink[ink[:, 0] < ink[:, 0].min() + 60]
    left = first[first[:, 1].argmin()]
    back = prepared.to_points @ np.array([left[1], left[0], 1])
    assert back[0] == pytest.approx(x * 72 / 200, abs=4)
    assert back[1] == pytest.approx(y * 72 / 200, abs=14)


def test_isolated_specks_go_and_dots_near_letters_stay() -> None:
    image = page()
    rng = np.random.default_rng(3)
    far = [(y, x) for y, x in zip(rng.integers(20, 230, 900), rng.integers(20, 1600, 900), strict=True)]
    for y, x in far:
        image[y : y + 2, x : x + 2] = 0
    dotted = image.copy()
    dotted[262:265, 170:173] = 0  # a mark a millimetre above a letter
    clean, taken = despeckle(dotted, 200, Ink(dotted))
    assert taken
    assert (clean[20:235] < 128).sum() < 0.05 * (dotted[20:235] < 128).sum()
    assert (clean[262:265, 170:173] == 0).all()
    same, taken = despeckle(page(), 200, Ink(page()))
    assert not taken
    assert (same == page()).all()


def test_a_page_without_print_is_blank_and_one_with_a_number_is_not() -> None:
    paper = np.full((2339, 1654), 250, np.uint8)
    cv2.circle(paper, (700, 900), 150, 225, 6)  # a seal showing through
    assert prepare(paper, 200).blank
    cv2.putText(paper, "2", (820, 120), cv2.FONT_HERSHEY_SIMPLEX, 1.1, 0, 3)
    assert not prepare(paper, 200).blank


def test_a_photographed_sheet_is_found_and_drawn_flat() -> None:
    sheet = page()
    corners = np.array([[210, 160], [1500, 90], [1620, 2210], [120, 2280]], np.float32)
    goal = np.array([[0, 0], [1654, 0], [1654, 2339], [0, 2339]], np.float32)
    matrix = cv2.getPerspectiveTransform(goal, corners)
    photo = cv2.warpPerspective(sheet, matrix, (1754, 2400), borderValue=60)
    found = find_sheet(photo)
    assert found is not None
    assert np.abs(found - corners).max() < 25
    flat, _ = flatten(photo, found)
    assert flat.shape[0] / flat.shape[1] == pytest.approx(2**0.5, rel=0.01)
    assert find_sheet(sheet) is None


@pytest.mark.parametrize("degrees", [90, 270])
def test_a_page_on_its_side_is_noticed(degrees: int) -> None:
    assert not looks_sideways(page())
    assert looks_sideways(turn(page(), degrees)[0])


def test_a_ruled_table_gives_its_cells_row_by_row() -> None:
    image = page(lines=3)
    for y in (700, 760, 820, 880):
        cv2.line(image, (200, y), (1400, y), 0, 3)
    for x in (200, 320, 1000, 1400):
        cv2.line(image, (x, 700), (x, 880), 0, 3)
    cv2.rectangle(image, (250, 1200), (650, 1300), 0, 3)  # a stamp's frame
    table, frame = find_grids(image, 200)
    assert [len(row) for row in table.rows] == [3, 3, 3]
    assert frame.cells == 1
    assert table.rows[1][0].holds(260, 790)
    clean = erase_strokes(image, [table], 200)
    assert (clean[690:890, 190:1410] > 200).all()
    assert (clean[:600] == image[:600]).all()
    assert find_grids(page(), 200) == []


def test_resolution_as_stated_where_it_can_be_and_else_as_if_a4() -> None:
    assert page_dpi(1654, 2339, 200) == 200
    assert page_dpi(1654, 2339, None) == pytest.approx(200, abs=1)
    assert page_dpi(1654, 2339, 72) == pytest.approx(200, abs=1)  # 32 inches high: a default, not a fact
    assert reading_scale(200) == 1.5
    assert reading_scale(310) == 1.0


def test_too_many_pixels_are_refused_before_they_are_decoded() -> None:
    check_size(7000, 9900)
    with pytest.raises(ReadError) as caught:
        check_size(40_000, 40_000, page=3)
    assert (caught.value.code, caught.value.page) == ("too-many-pixels", 3)


@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.7])
def test_pieces_of_ink_are_counted_right_however_many(share: float) -> None:
    """As many as labels of 16 bits can tell apart, and more."""
    random = np.random.default_rng(0)
    for width in (37, 2001):
        dark = (random.random((1201, width)) < share).astype(np.uint8)
        labels, stats = pieces(dark)
        count, _, expected, _ = cv2.connectedComponentsWithStats(dark, connectivity=8, ltype=cv2.CV_32S)
        assert len(stats) == count and np.array_equal(stats, expected)
        assert np.array_equal(np.bincount(labels.ravel(), minlength=count), stats[:, cv2.CC_STAT_AREA])
    dots = np.zeros((700, 700), np.uint8)
    dots[::2, ::2] = 1
    assert len(pieces(dots)[1]) == 350 * 350 + 1
