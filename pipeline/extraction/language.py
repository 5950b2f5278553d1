"""Recognises text that is not English, cheaply, so that it is skipped with a count and never half-parsed."""

from __future__ import annotations

from typing import Final

SHORTEST: Final = 200
"""Shorter texts are taken for English: too little to tell by, and rules only match English words anyway."""

_SAMPLE: Final = 2000
_ENGLISH: Final = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "was",
        "that",
        "for",
        "it",
        "on",
        "as",
        "with",
        "be",
        "at",
        "by",
        "this",
        "had",
        "not",
        "are",
        "but",
        "from",
        "or",
        "have",
        "an",
        "they",
        "which",
        "one",
        "you",
        "were",
        "her",
        "all",
        "she",
        "there",
        "would",
        "their",
        "we",
        "him",
        "been",
        "has",
        "when",
        "who",
        "will",
        "more",
        "no",
        "if",
        "out",
        "so",
        "said",
        "what",
        "up",
        "its",
        "about",
        "into",
        "than",
        "them",
        "can",
        "only",
        "other",
        "new",
        "some",
        "could",
        "time",
        "these",
        "two",
        "may",
        "then",
        "do",
        "first",
        "any",
        "my",
        "now",
        "such",
        "like",
        "our",
        "over",
        "man",
        "me",
        "even",
        "most",
        "made",
        "after",
        "also",
        "did",
        "many",
        "before",
        "must",
        "through",
        "back",
        "years",
        "where",
        "much",
        "your",
        "way",
        "well",
        "down",
        "should",
        "because",
        "each",
        "just",
        "those",
        "people",
        "how",
        "too",
        "little",
        "state",
        "good",
        "very",
        "make",
        "world",
        "still",
        "own",
        "see",
        "men",
        "work",
        "long",
        "get",
        "here",
        "between",
        "both",
        "life",
        "being",
        "under",
        "never",
        "day",
        "same",
        "another",
        "know",
        "while",
        "last",
        "might",
        "us",
        "great",
        "old",
        "year",
        "off",
        "come",
        "since",
        "against",
        "go",
        "came",
        "right",
        "used",
        "take",
        "three",
        "he",
        "his",
        "i",
    ]
)


def is_english(text: str) -> bool:
    """Return whether a text is English, as far as its commonest words tell.

    Parameters
    ----------
    text : str
        The document's text; a sample from its beginning and its middle is read.

    Returns
    -------
    bool
        False where fewer than a tenth of the words are among the commonest of English, or fewer than half
        of the letters are Latin.
    """
    if len(text) < SHORTEST:
        return True
    half = len(text) // 2
    sample = text if half < _SAMPLE else f"{text[:_SAMPLE]} {text[half : half + _SAMPLE]}"
    words = sample.lower().split()
    if len(words) < 20:
        return True
    latin = len(words) if text.isascii() else sum(w < "ɐ" for w in words)
    return latin * 2 >= len(words) and 10 * sum(map(_ENGLISH.__contains__, words)) >= len(words)
