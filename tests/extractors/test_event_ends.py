"""Where an event's phrase ends: before whoever acts, before what binds, behind lists and titles."""

from __future__ import annotations

import pytest

from tests.extractors.build import find


@pytest.mark.parametrize(
    ("sentence", "deadline"),
    [
        # whoever acts stands behind the comma, in lower case
        (
            "Nếu đơn chưa đủ giấy tờ, chậm nhất 02 ngày làm việc, kể từ ngày nhận đơn, cơ quan quản lý bến có văn bản "
            "hướng dẫn bổ sung, gửi cho chủ bến.",
            "chậm nhất 02 ngày làm việc, kể từ ngày nhận đơn",
        ),
        (
            "Trong thời hạn 03 ngày kể từ ngày ban hành kết luận kiểm tra, người ký kết luận gửi kết luận đến "
            "người được kiểm tra, thủ trưởng trực tiếp.",
            "Trong thời hạn 03 ngày kể từ ngày ban hành kết luận kiểm tra",
        ),
        (
            "Trong thời hạn 04 ngày kể từ ngày nhận được hồ sơ khoa học, cơ quan chuyên môn về di sản của huyện có "
            "trách nhiệm thẩm tra.",
            "Trong thời hạn 04 ngày kể từ ngày nhận được hồ sơ khoa học",
        ),
        (
            "Khi nhận được tin vụ tai nạn, doanh nghiệp quản lý, vận hành, khai thác phà có trách nhiệm sao gửi ngay.",
            "Khi nhận được tin vụ tai nạn",
        ),
        (
            "Chậm nhất trong thời hạn 90 ngày, kể từ ngày nhận được quyết định của cơ quan cử đi học, người học hoặc "
            "gia đình người học có trách nhiệm hoàn trả.",
            "Chậm nhất trong thời hạn 90 ngày, kể từ ngày nhận được quyết định của cơ quan cử đi học",
        ),
        # a body that has a term for its asking
        (
            "Trong thời hạn 07 ngày kể từ ngày tiếp nhận hồ sơ, Phòng Nội vụ có văn bản yêu cầu các xã bổ sung.",
            "Trong thời hạn 07 ngày kể từ ngày tiếp nhận hồ sơ",
        ),
        (
            "Trường hợp nước lên nhanh thì ngay sau khi đóng cống, trạm thủy nông lập biên bản.",
            "ngay sau khi đóng cống",
        ),
        # what binds, or goes on
        (
            "Người dân khi phát hiện nhà, kho có dấu hiệu cháy có quyền gọi lực lượng chữa cháy.",
            "khi phát hiện nhà, kho có dấu hiệu cháy",
        ),
        (
            "Trong thời hạn 30 ngày, kể từ ngày yêu cầu mà hộ kinh doanh không nộp thì đội thuế lập biên bản.",
            "Trong thời hạn 30 ngày, kể từ ngày yêu cầu",
        ),
        ("Các trạm kiểm tra máy bơm trước khi vận hành thử, bao gồm: điện, dầu.", "trước khi vận hành thử"),
        # lists, titles and what is told are the event's own
        (
            "Cung cấp bản sao sổ kế toán khi có yêu cầu của cơ quan, đơn vị, tổ chức kiểm tra.",
            "khi có yêu cầu của cơ quan, đơn vị, tổ chức kiểm tra",
        ),
        (
            "Các hộ nộp tiền trong thời hạn 05 ngày, kể từ ngày nhận được thông báo về kết quả đo đạc.",
            "trong thời hạn 05 ngày, kể từ ngày nhận được thông báo về kết quả đo đạc",
        ),
        (
            "Trong thời hạn 10 ngày, kể từ ngày kết thúc thời hạn thông báo thu hồi đất thì Phòng Tài chính trình "
            "phương án.",
            "Trong thời hạn 10 ngày, kể từ ngày kết thúc thời hạn thông báo thu hồi đất",
        ),
        (
            "Phòng Văn hóa thẩm định trong thời hạn 25 ngày kể từ ngày nhận được hồ sơ đề nghị đưa bảo vật đi trưng "
            "bày.",
            "trong thời hạn 25 ngày kể từ ngày nhận được hồ sơ đề nghị đưa bảo vật đi trưng bày",
        ),
        (
            "Bộ phận một cửa ghi sổ khi nhận được đơn và giấy tờ kèm theo.",
            "khi nhận được đơn và giấy tờ kèm theo",
        ),
        (
            "Kiểm tra hồ sơ trong thời hạn 02 giờ làm việc kể từ khi tiếp nhận đủ giấy tờ.",
            "trong thời hạn 02 giờ làm việc kể từ khi tiếp nhận đủ giấy tờ",
        ),
        (
            "Báo cáo Sở Y tế các trường hợp ngộ độc trong thời hạn 03 ngày kể từ ngày phát sinh.",
            "trong thời hạn 03 ngày kể từ ngày phát sinh",
        ),
    ],
)
def test_the_event_ends_there(sentence: str, deadline: str) -> None:
    (obligation,) = find(sentence)
    assert obligation.deadlines == [deadline]


def test_a_letter_that_comes_before_the_asking_bounds_nothing() -> None:
    assert [
        o.deadlines for o in find("Sau khi xem xét đề nghị của Sở Y tế, UBND tỉnh yêu cầu các xã rà soát.")
    ] == [[]]
