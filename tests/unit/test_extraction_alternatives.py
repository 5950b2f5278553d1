"""Word lists as trees: the same language as a plain alternation with the longest word first."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.alternatives import alternatives

WORDS = st.lists(st.text("ab.", min_size=1, max_size=5), min_size=1, max_size=12)


@given(WORDS, st.text("ab.", max_size=12))
def test_a_tree_matches_what_the_longest_first_alternation_matches(words: list[str], text: str) -> None:
    plain = re.compile("|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)))
    tree = re.compile(alternatives(words))
    assert [m.span() for m in tree.finditer(text)] == [m.span() for m in plain.finditer(text)]


@given(WORDS)
def test_every_word_matches_whole(words: list[str]) -> None:
    assert all(re.fullmatch(alternatives(words), word) for word in words)
