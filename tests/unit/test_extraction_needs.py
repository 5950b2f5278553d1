from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction.needs import needs_of
from pipeline.extraction.screen import Screen, numbers_of


def sets(pattern: str) -> list[set[str]]:
    return [set(need) for need in needs_of(pattern)]


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("born in", [{"born in"}]),
        ("(?:was|is) born", [{"was born", "is born"}]),
        ("(?P<s>[PX])'s birth", [{"P's birth", "X's birth"}]),
        ("honou?red", [{"honoured", "honored"}]),
        ("born(?: [a-z]+)* in", [{"born"}, {" in"}]),
        ("(?:died|passed [a-z]+ly away)", [{"died", "passed "}]),
        ("(?:a|)b+(?:c|d){2,3}", [{"b"}, {"c", "d"}]),
        (r"\bco-founde?rs?\b", [{"co-founder", "co-foundr"}]),
        (r"\(b\. [DY]\)", [{"(b. D)", "(b. Y)"}]),
        ("[^a]b{1,1}(?:cd){0,1}", [{"b"}]),
        ("(?:x|[a-z]+)", []),
        (".*", []),
        ("(?i)born", []),  # flags are not understood, and then nothing is needed
        (r"\d+ born", [{" born"}]),
        (r"\pN born", []),  # nor are classes with a name
        (r"\x41 born", []),
    ],
)
def test_needs_are_read_off_a_pattern(pattern: str, needs: list[set[str]]) -> None:
    assert sets(pattern) == needs


Matched = tuple[str, str]
"""A pattern, and a text that it matches."""
ITEMS = st.sampled_from(
    [("a", "a"), ("bc", "bc"), (" ", " "), ("P", "P"), ("[PX]", "X"), ("[a-c]", "b"), ("[^a]", "z"), (".", "q"),
     (r"\.", "."), (r"\(", "("), ("(?:ab|c)", "c"), ("(?P<s>[DY])", "Y"), (r"\b", ""), ("d?", ""), (r"\w", "e")]
)  # fmt: skip
QUANTIFIERS = st.sampled_from([("", 1), ("?", 0), ("?", 1), ("*", 0), ("+", 2), ("{2}", 2), ("{0,2}", 1), ("{1,}?", 3)])


def repeated(item: Matched, quantifier: tuple[str, int]) -> Matched:
    return f"(?:{item[0]}){quantifier[0]}", item[1] * quantifier[1]


def in_a_row(items: list[Matched]) -> Matched:
    return "".join(p for p, _ in items), "".join(t for _, t in items)


def one_of(branches: list[Matched], chosen: int) -> Matched:
    return f"(?:{'|'.join(p for p, _ in branches)})", branches[chosen % len(branches)][1]


def larger(smaller: st.SearchStrategy[Matched]) -> st.SearchStrategy[Matched]:
    return (
        st.builds(repeated, smaller, QUANTIFIERS)
        | st.lists(smaller, min_size=1, max_size=5).map(in_a_row)
        | st.builds(one_of, st.lists(smaller, min_size=1, max_size=3), st.integers(0, 2))
    )


@settings(max_examples=500, deadline=None)
@given(st.recursive(ITEMS, larger, max_leaves=12))
def test_what_a_pattern_matches_meets_its_needs(matched: Matched) -> None:
    pattern, text = matched[0].replace("(?P<s>", "(?:"), matched[1]
    needs = needs_of(pattern)
    assert all(any(piece in text for piece in need) for need in needs), (pattern, text, needs)


def test_a_screen_tells_which_texts_hold_each_string() -> None:
    screen = Screen([needs_of("(?:born|died) [a-z]+ the city"), needs_of("[a-z]+")])
    assert screen.needs[1] == []
    texts = [b"x was born near the city", b"x died there", b"born"]
    held = screen.held(texts)
    assert [sorted(numbers_of(any_of(held, need))) for need in screen.needs[0]] == [[0, 1], [0]]


def any_of(held: list[int], strings: tuple[int, ...]) -> int:
    bits = 0
    for string in strings:
        bits |= held[string]
    return bits


@given(st.sets(st.integers(0, 300)))
def test_the_numbers_of_bits_are_those_that_were_set(numbers: set[int]) -> None:
    assert numbers_of(sum(1 << k for k in numbers)) == sorted(numbers)
