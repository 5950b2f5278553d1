"""Capitalised parties before capitalised roles and names: "Labour Party Leader Jane Doe", "Republican Jane Doe"."""

from __future__ import annotations

from typing import Final

from pipeline.extraction.kinds import kind_of

PARTY_WORDS: Final = frozenset(
    (
        *("Republican", "Democrat", "Democratic", "Labour", "Conservative", "Tory", "Whig", "Communist", "Socialist"),
        *("Federalist", "Unionist", "Nationalist", "Liberal"),
    )
)
"""Words that name a party alone and its people."""
_ROLES: Final = frozenset(
    (
        *("Member", "Leader", "MP", "MEP", "Chairman", "Chairwoman", "Chair", "President", "Secretary", "Politician"),
        *("Candidate", "Senator", "Congressman", "Congresswoman", "Councillor", "Deputy", "Representative", "Whip"),
        *("Nominee", "Governor", "Mayor", "Minister", "Treasurer", "Activist"),
    )
)

_WHOSE: Final = (("United", "States"), ("U.S.",), ("US",), ("State",))
"""What stands before a role that has no other name: "Republican United States Senator Jane Doe"."""


def split_party(words: list[str]) -> int:
    """Return how many words of a sequence name a party that a role or a person follows; 0 where none do."""
    if len(words) < 2:
        return 0
    k = words.index("Party") + 1 if "Party" in words[1:-1] else int(words[0] in PARTY_WORDS)
    if not 0 < k < len(words):
        return 0
    return k if roles_of(words[k:]) or (words[0] in PARTY_WORDS and kind_of(" ".join(words[k:])) == "P") else 0


def roles_of(words: list[str]) -> int:
    """Return how many words at the head of a sequence are roles in a party."""
    whose = next((len(w) for w in _WHOSE if tuple(words[: len(w)]) == w and words[len(w) :][:1] != []), 0)
    whose = whose if words[whose] in _ROLES else 0
    return next((k for k, word in enumerate(words) if k >= whose and word not in _ROLES), len(words))
