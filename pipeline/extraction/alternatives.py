"""Lists of words as regular expressions that a backtracking engine reads letter by letter, not word by word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_END = ""


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern that matches any of the words, the longest first.

    A plain alternation of n words is tried n times at every position; as a tree of shared beginnings it is tried once
    for each letter.

    Parameters
    ----------
    words : iterable of str
        Literal text; at least one word.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _pattern(tree)


def _pattern(node: dict[str, Any]) -> str:
    branches = [re.escape(letter) + _pattern(below) for letter, below in sorted(node.items()) if letter != _END]
    if not branches:
        return ""
    both = branches[0] if len(branches) == 1 and _END not in node else f"(?:{'|'.join(branches)})"
    return f"{both}?" if _END in node else both
