"""What a part of a sentence says: who must, what binds them, how."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.model import Modality


@dataclass(frozen=True, slots=True)
class Predicate:
    """What a part of a sentence says.

    ``subject``: tokens of the bearer; ``second``: of one set off by "trước hết là"; ``verb``: token where
    the predicate begins (None: a noun phrase); ``assigned``: the bearer is the object of "giao", "yêu cầu" …;
    ``asks``: such a verb governs, with or without its object; ``must``: a modal verb binds;
    ``past``: it tells of what is or was.
    """

    subject: tuple[int, int] | None = None
    second: tuple[int, int] | None = None
    verb: int | None = None
    assigned: bool = False
    asks: bool = False
    must: bool = False
    past: bool = False
    opened: bool = False
    """An adverbial stands before it."""
    modality: Modality = "obligation"
    told: bool = False
    """A body asks ("Đảng ủy yêu cầu …"), not the sentence alone ("Yêu cầu …")."""
    beside: tuple[int, int] | None = None
    """Who acts in a further clause of the same sentence: "Đảng viên tự nhận loại, | chi bộ | bỏ phiếu"."""
    asker: str | None = None
    """The verb that asks ("giao", "đề nghị", "phân công")."""
