"""Whom a rule speaks of: party members, officials, civil servants; collectives, party organisations,
offices."""

from __future__ import annotations

import re
from enum import StrEnum

from checker.units import Nature
from checker.words import has, plain


class Subject(StrEnum):
    """One population that a rule counts or bounds; a person may belong to several, each with its own rank."""

    PARTY_MEMBER = "party member"
    OFFICIAL = "official"
    CIVIL_SERVANT = "civil servant"
    PUBLIC_EMPLOYEE = "public employee"
    COLLECTIVE = "collective"
    CELL = "party cell"
    GRASSROOTS = "grassroots party organisation"
    PARTY_ORGANISATION = "higher party organisation"
    OFFICE = "office"


PERSONS = frozenset({Subject.PARTY_MEMBER, Subject.OFFICIAL, Subject.CIVIL_SERVANT, Subject.PUBLIC_EMPLOYEE})
UNITS = frozenset(Subject) - PERSONS
PARTY = frozenset({Subject.CELL, Subject.GRASSROOTS, Subject.PARTY_ORGANISATION})
"""A rule on "tổ chức đảng" counts each sort by itself: a cell is not weighed against a province's
organisation."""

_WORDS: tuple[tuple[str, frozenset[Subject]], ...] = (
    ("dang vien", frozenset({Subject.PARTY_MEMBER})),
    ("can bo", frozenset({Subject.OFFICIAL})),
    ("lanh dao quan ly", frozenset({Subject.OFFICIAL})),
    ("cong chuc", frozenset({Subject.CIVIL_SERVANT})),
    ("vien chuc", frozenset({Subject.PUBLIC_EMPLOYEE})),
    ("nguoi lao dong", frozenset({Subject.PUBLIC_EMPLOYEE})),
    ("ca nhan", PERSONS),
    ("to chuc co so dang", frozenset({Subject.GRASSROOTS})),
    ("to chuc dang", PARTY),
    ("chi bo", frozenset({Subject.CELL})),
    ("dang bo", frozenset({Subject.GRASSROOTS, Subject.PARTY_ORGANISATION})),
    ("tap the", frozenset({Subject.COLLECTIVE})),
    ("co quan", frozenset({Subject.OFFICE})),
    ("don vi", frozenset({Subject.OFFICE})),
    ("party member", frozenset({Subject.PARTY_MEMBER})),
    ("official", frozenset({Subject.OFFICIAL})),
    ("civil servant", frozenset({Subject.CIVIL_SERVANT})),
    ("public employee", frozenset({Subject.PUBLIC_EMPLOYEE})),
    ("collective", frozenset({Subject.COLLECTIVE})),
    ("party_organisation", PARTY),
    ("party cell", frozenset({Subject.CELL})),
    ("grassroots_party_organisation", frozenset({Subject.GRASSROOTS})),
    ("office", frozenset({Subject.OFFICE})),
)


def subjects_in(text: str) -> frozenset[Subject]:
    """All that the words name. "Tập thể lãnh đạo, quản lý" is a collective, not its officials; "cán bộ lãnh
    đạo, quản lý là đảng viên" names two."""
    words = plain(text)
    # of a noun phrase, its head: "tap the lanh dao quan ly", "co quan ..." must not pull in the modifier
    words = re.sub(r"\btap the (can bo )?(cap uy )?lanh dao( quan ly)?( va)?\b", "tap the", words)
    words = re.sub(r"\b(can bo|ca nhan) lanh dao quan ly\b", r"\1", words)
    words = re.sub(r"\bca nhan (can bo|cong chuc|vien chuc|dang vien)\b", r"\1", words)
    words = re.sub(r"\bto chuc (co quan|don vi)\b", r"\1", words)
    words = re.sub(r"\b(grassroots )?party organisation\b", lambda m: m.group().replace(" ", "_"), words)
    words = re.sub(r"\bdang bo co so\b", "to chuc co so dang", words)
    return frozenset(subject for phrase, found in _WORDS if has(words, phrase) for subject in found)


def counted_subjects(text: str) -> frozenset[Subject]:
    """Whom a quota counts, read from its sentence: the noun that "được xếp loại" speaks of.

    "số đảng viên loại xuất sắc của từng chi bộ không quá …" counts party members;
    the units after the grade say where, not who. Empty where the sentence does not say.
    """
    words = plain(text)
    bound = re.search(r"\b(khong (duoc )?(vuot )?qua|toi da|khong cao hon|khong lon hon)\b", words)
    before = words[: bound.start()] if bound else words
    counts = list(re.finditer(r"\b(so luong|ty le|so|tong so|viec xep loai|xep loai doi voi|viec)\b", before))
    for count in reversed(counts):
        phrase = before[count.end() :]
        grade = re.search(
            r"\b(duoc (danh gia )?(va )?xep loai|xep loai|hoan thanh|htxs\w*|xuat sac)\b", phrase
        )
        found = subjects_in(phrase[: grade.start()] if grade else phrase)
        if found:
            return found
    grade = re.search(r"\b(duoc xep loai|hoan thanh)\b", before)
    found = subjects_in(before[: grade.start()] if grade else before)
    if found:
        return found
    after = words[bound.end() :] if bound else ""
    grade = re.search(r"\b(duoc (danh gia )?(va )?xep loai|hoan thanh)\b", after)
    return subjects_in(after[: grade.start()] if grade else after)


def unit_is(nature: Nature, subject: Subject) -> bool | None:
    """Whether a unit belongs to a population; None where its nature is unknown."""
    if not nature.known:
        return None
    if subject is Subject.COLLECTIVE:
        return "collective" in nature.tags
    party = "party" in nature.tags and "collective" not in nature.tags
    if subject is Subject.CELL:
        return "cell" in nature.tags
    if subject is Subject.GRASSROOTS:
        return nature.grassroots if party else False
    if subject is Subject.PARTY_ORGANISATION:
        if not party or "cell" in nature.tags:
            return False
        return None if nature.grassroots is None else not nature.grassroots
    if subject is Subject.OFFICE:
        return "office" in nature.tags
    return False
