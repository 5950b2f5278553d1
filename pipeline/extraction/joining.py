"""Joins mentions that are one name: a place and its region, a university and its campus, a nickname."""

from __future__ import annotations

import re
from typing import Final

from pipeline.extraction.encoded import Encoded, Mention
from pipeline.extraction.lexica import load_lexica

_NICKNAME: Final = re.compile(rb"[PXU] (?:W|\([UXP]\)) [UXP](?![a-z])")

_CAMPUS: Final = re.compile(rb"O(?: at |, | )[LU]\b(?!,? and )")

_PAIR: Final = re.compile(rb"[LXU], [LO]")


def join_nicknames(encoded: Encoded) -> Encoded:
    """Join "Arthur "Tarzan" White" and "William (Billy) Franklin" to one mention, the nickname left out."""
    code, mentions = bytearray(encoded.code), list(encoded.mentions)
    at = 0
    while (m := _NICKNAME.search(bytes(code), at)) is not None:
        k = sum(65 <= c <= 90 for c in code[: m.start()])
        first, nick, last = mentions[k : k + 3]
        at = m.start() + 1
        name = f"{first.text} {last.text}"
        if " " not in nick.text and " " not in last.text and first.text.split(" ")[0] in load_lexica().genders:
            mentions[k : k + 3] = [Mention("P", first.start, last.end, name)]
            code[m.start() : m.end()] = b"P"
    return Encoded(encoded.start, encoded.end, bytes(code), mentions)


def join_campus(encoded: Encoded, text: str) -> Encoded:
    """Join "University of Hawaii at Manoa" and "University of California, Irvine" to one mention."""
    code, mentions = bytearray(encoded.code), list(encoded.mentions)
    at = 0
    while (m := _CAMPUS.search(bytes(code), at)) is not None:
        k = sum(65 <= c <= 90 for c in code[: m.start()])
        left, right = mentions[k], mentions[k + 1]
        at = m.start() + 1
        if left.text.startswith("University of ") and (
            b" at " in m.group()
            or (
                right.letter == "L"
                and load_lexica().is_region(left.text[14:])
                and left.text[14:] not in load_lexica().countries
            )
        ):
            mentions[k : k + 2] = [Mention("O", left.start, right.end, text[left.start : right.end])]
            code[m.start() : m.end()] = b"O"
    return Encoded(encoded.start, encoded.end, bytes(code), mentions)


def join_places(encoded: Encoded, text: str) -> Encoded:
    """Join "City, Region" (and "City, Region, Country") to one mention."""
    lex = load_lexica()
    code, mentions = bytearray(encoded.code), list(encoded.mentions)
    at = 0
    while (m := _PAIR.search(bytes(code), at)) is not None:
        k = sum(65 <= c <= 90 for c in code[: m.start()])
        left, right = mentions[k], mentions[k + 1]
        region = (
            lex.is_region(right.text)
            or right.text in lex.words["statecode"]
            or right.text.endswith(("County", "Province", "shire"))
        )
        known = left.letter == "L" or bytes(code[max(0, m.start() - 8) : m.start()]).endswith(
            (b" in ", b" at ", b" of ", b" from ", b" near ", b" to ")
        )
        gap = text[left.end : right.start]
        if (
            region
            and known
            and gap == ", "
            and not lex.is_region(left.text.split(", ")[-1]) | (left.text in lex.countries)
        ) or (
            region
            and known
            and gap == ", "
            and lex.is_region(left.text.split(", ")[-1])
            and right.text in lex.countries
            and left.text.split(", ")[-1] not in lex.countries
        ):
            mentions[k : k + 2] = [Mention("L", left.start, right.end, text[left.start : right.end])]
            code[m.start() : m.end()] = b"L"
            at = m.start()
        else:
            at = m.start() + 1
    return Encoded(encoded.start, encoded.end, bytes(code), mentions)
